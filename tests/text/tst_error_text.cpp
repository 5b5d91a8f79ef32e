#include "model/certificates/key_store_mark.h"
#include "model/text/error_text.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sealport;

Q_DECLARE_METATYPE(sealport::ErrorCode)

namespace {

Error withEverything(ErrorCode code)
{
    return {.code = code,
            .subject = QStringLiteral("SUBJECT"),
            .values = {QStringLiteral("VALUE1"), QStringLiteral("VALUE2"), QStringLiteral("VALUE3")},
            .causes = {QStringLiteral("CAUSE")}};
}

const QSet<ErrorCode> &withoutSubject()
{
    static const QSet<ErrorCode> codes{ErrorCode::NoProtocol, ErrorCode::NoClientAuthority, ErrorCode::OutOfDescriptors,
                                       ErrorCode::KeyringUnavailable, ErrorCode::KeyringRefused,
                                       ErrorCode::NoTrustStore, ErrorCode::PinInTokenUri, ErrorCode::PassphrasesDiffer,
                                       // a token is known by its label, as the next test says
                                       ErrorCode::PinNeeded, ErrorCode::WrongPin, ErrorCode::PinLocked};
    return codes;
}

} // namespace

class TestErrorText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasASentence_data()
    {
        QTest::addColumn<ErrorCode>("code");
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
            QTest::newRow(qPrintable(errorName(static_cast<ErrorCode>(code)))) << static_cast<ErrorCode>(code);
    }
    void everyCodeHasASentence()
    {
        QFETCH(ErrorCode, code);
        static const QRegularExpression placeholder(QStringLiteral("%\\d(?!0)")); // %20 is a blank in a URI
        const Error bare{.code = code, .subject = {}, .values = {}, .causes = {}};
        for (const QString &text : {describe(withEverything(code)), describe(bare)}) {
            QVERIFY2(text.size() > 30, qPrintable(text));
            QVERIFY2(!placeholder.match(text).hasMatch(), qPrintable(text));
            QVERIFY2(text.count(QStringLiteral(". ")) >= 1 || text.endsWith(u'.'), qPrintable(text));
        }
        const bool isNamed = describe(withEverything(code)).contains(QStringLiteral("SUBJECT"))
                             || code == ErrorCode::InvalidProfile; // names the field
        QVERIFY(isNamed || withoutSubject().contains(code));
    }

    void aFileThatIsNoKeyStoreHasNoNumberOfOne()
    {
        for (const ErrorCode code : {ErrorCode::FileNotFound, ErrorCode::EmptyFile}) {
            Error error{.code = code, .subject = QStringLiteral("replies.txt"), .values = {}, .causes = {}};
            QVERIFY2(!describe(error).contains(QStringLiteral("GSK")), qPrintable(describe(error)));
            error.values.append(keyStore);
            QVERIFY2(describe(error).contains(QStringLiteral("202")), qPrintable(describe(error)));
        }
    }

    void namesTheValuesThatMatter_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QStringList>("parts");
        const auto error = [](ErrorCode code, const QString &subject, const QStringList &values) {
            return Error{.code = code, .subject = subject, .values = values, .causes = {}};
        };
        QTest::newRow("the position and the character of a wrong thumbprint, and what was meant")
            << error(ErrorCode::NotAThumbprint, QStringLiteral("9d a4 of 24"),
                     {QStringLiteral("7"), QStringLiteral("o")})
            << QStringList{QStringLiteral("character 7"), QStringLiteral("'o'"), QStringLiteral("'de'")};
        for (const ErrorCode code : {ErrorCode::PinNeeded, ErrorCode::WrongPin, ErrorCode::PinLocked}) {
            QTest::addRow("the token's label: %s", qPrintable(errorName(code)))
                << error(code, QStringLiteral("pkcs11:token=My%20card"), {QStringLiteral("My card")})
                << QStringList{QStringLiteral("'My card'"), QStringLiteral("PIN")};
            QTest::addRow("the URI of a token without a label: %s", qPrintable(errorName(code)))
                << error(code, QStringLiteral("pkcs11:serial=7"), {QString()})
                << QStringList{QStringLiteral("'pkcs11:serial=7'")};
        }
        QTest::newRow("both databases of NSS, where one is in the way")
            << error(ErrorCode::TokenModuleBusy, QStringLiteral("/disk/a"), {QStringLiteral("/disk/b")})
            << QStringList{QStringLiteral("/disk/a"), QStringLiteral("/disk/b")};
        QTest::newRow("a letter O where a zero was meant")
            << error(ErrorCode::NotAThumbprint, QStringLiteral("9d a4 o1"), {QStringLiteral("7"), QStringLiteral("o")})
            << QStringList{QStringLiteral("digit 0")};
        QTest::newRow("how many digits there were")
            << error(ErrorCode::ThumbprintLength, QStringLiteral("9d"), {QStringLiteral("2")})
            << QStringList{QStringLiteral("2 hexadecimal digits"), QStringLiteral("40")};
        QTest::newRow("the candidates of an ambiguous name, one a line, and the GSK code before them")
            << error(ErrorCode::CertificateAmbiguous, QStringLiteral("twice"),
                     {QStringLiteral("twice, 9d a4, 2027-01-01"), QStringLiteral("twice, 41 0b, 2028-01-01")})
            << QStringList{QStringLiteral("407)\n  twice, 9d a4, 2027-01-01\n  twice, 41 0b, 2028-01-01")};
        QTest::newRow("no certificate, with its number on IBM i")
            << error(ErrorCode::NoCertificate, QStringLiteral("sSocketSSL"), {})
            << QStringList{QStringLiteral("'sSocketSSL'"), QStringLiteral("(GSK_ERROR_NO_CERTIFICATE, 403)")};
        QTest::newRow("no private key, with its numbers on IBM i")
            << error(ErrorCode::NoPrivateKey, QStringLiteral("localhost"), {})
            << QStringList{QStringLiteral("'localhost'"),
                           QStringLiteral("(GSK_ERROR_NO_CERTIFICATE, 403; GSK_ERROR_NO_PRIVATE_KEY, 428)")};
        QTest::newRow("no private key to renew what signed itself")
            << error(ErrorCode::NoPrivateKey, QStringLiteral("Root"), {QStringLiteral("renewal")})
            << QStringList{QStringLiteral("'Root' signed itself")};
        QTest::newRow("no private key in a file, with its numbers on IBM i")
            << error(ErrorCode::NoPrivateKeyInFile, QStringLiteral("a.key"), {})
            << QStringList{QStringLiteral("a.key"),
                           QStringLiteral("(GSK_ERROR_NO_CERTIFICATE, 403; GSK_ERROR_NO_PRIVATE_KEY, 428)")};
        QTest::newRow("the number of IBM i where a certificate's file is missing")
            << error(ErrorCode::FileNotFound, QStringLiteral("a.pem"), {keyStore})
            << QStringList{QStringLiteral("a.pem"), QStringLiteral("(GSK_KEYRING_OPEN_ERROR, 202)")};
        QTest::newRow("what the level asks for, and not what the user has")
            << error(ErrorCode::KeyTooWeak, QStringLiteral("localhost"),
                     {QStringLiteral("EC"), QStringLiteral("256"), QStringLiteral("5")})
            << QStringList{QStringLiteral("Lower the level"), QStringLiteral("RSA key of 15360 bits"),
                           QStringLiteral("EC key of 512 bits")};
        QTest::newRow("the level that old protocols do not work at")
            << error(ErrorCode::BadCipherString, QStringLiteral("2"),
                     {QStringLiteral("securityLevel"), QStringLiteral("TLS 1.0")})
            << QStringList{QStringLiteral("TLS 1.0 does not work"), QStringLiteral("level 2"), QStringLiteral("to 0")};
        QTest::newRow("the list that has nothing for the key")
            << error(ErrorCode::BadCipherString, QStringLiteral("RSA+SHA256"),
                     {QStringLiteral("signaturesOfKey"), QStringLiteral("EC secp256r1")})
            << QStringList{QStringLiteral("'RSA+SHA256'"), QStringLiteral("EC secp256r1"), QStringLiteral("Add one")};
        QTest::newRow("the line of a wrong shared secret")
            << error(ErrorCode::MalformedKey, QStringLiteral("a.psk"),
                     {QStringLiteral("3"), QStringLiteral("shared-secret"), QStringLiteral("odd")})
            << QStringList{QStringLiteral("line 3 of a.psk"), QStringLiteral("odd number")};
        QTest::newRow("that there is no shared secret")
            << error(ErrorCode::MalformedKey, QStringLiteral("a.psk"),
                     {QStringLiteral("0"), QStringLiteral("shared-secret"), QStringLiteral("none")})
            << QStringList{QStringLiteral("a.psk"), QStringLiteral("no shared secret")};
        QTest::newRow("the port range") << error(ErrorCode::InvalidPort, QStringLiteral("80"),
                                                 {QStringLiteral("5000"), QStringLiteral("65000")})
                                        << QStringList{QStringLiteral("80"), QStringLiteral("5000"),
                                                       QStringLiteral("65000")};
        QTest::newRow("what was found instead of a certificate")
            << error(ErrorCode::NoCertificateInFile, QStringLiteral("a.csr"), {QStringLiteral("certificate request")})
            << QStringList{QStringLiteral("a.csr"), QStringLiteral("certificate request")};
        QTest::newRow("something else that was found instead")
            << error(ErrorCode::NoCertificateInFile, QStringLiteral("a.p7b"), {QStringLiteral("PKCS #7 container")})
            << QStringList{QStringLiteral("a.p7b"), QStringLiteral("PKCS #7 container")};
        QTest::newRow("what a foreign file is")
            << error(ErrorCode::NoCertificateInFile, QStringLiteral("a.cer"), {QStringLiteral("HTML page")})
            << QStringList{QStringLiteral("a.cer"), QStringLiteral("HTML page")};
        QTest::newRow("a key of PuTTY, and what to do with it")
            << error(ErrorCode::NoCertificateInFile, QStringLiteral("a.ppk"), {QStringLiteral("PuTTY private key")})
            << QStringList{QStringLiteral("PuTTY"), QStringLiteral("PKCS #8")};
        QTest::newRow("how much of a file is missing")
            << error(ErrorCode::TruncatedFile, QStringLiteral("a.der"), {QStringLiteral("646"), QStringLiteral("200")})
            << QStringList{QStringLiteral("a.der"), QStringLiteral("646 bytes"), QStringLiteral("200 are there")};
        QTest::newRow("where PEM without END begins")
            << error(ErrorCode::TruncatedFile, QStringLiteral("a.pem"), {QStringLiteral("6")})
            << QStringList{QStringLiteral("a.pem"), QStringLiteral("line 6"), QStringLiteral("no END")};
        QTest::newRow("that a pass phrase may be right and the file damaged")
            << error(ErrorCode::WrongPassphraseOrDamaged, QStringLiteral("a.p12"), {})
            << QStringList{QStringLiteral("a.p12"), QStringLiteral("either"), QStringLiteral("nothing")};
        QTest::newRow("that a pass phrase opens everything but the checksum")
            << error(ErrorCode::WrongPassphraseOrDamaged, QStringLiteral("a.p12"), {QStringLiteral("content")})
            << QStringList{QStringLiteral("a.p12"), QStringLiteral("MAC"), QStringLiteral("either")};
        QTest::newRow("that a pass phrase opens the key and not the file")
            << error(ErrorCode::WrongPassphraseOrDamaged, QStringLiteral("a.jks"), {QStringLiteral("key")})
            << QStringList{QStringLiteral("a.jks"), QStringLiteral("opens a private key"), QStringLiteral("either")};
        QTest::newRow("the key that has a pass phrase of its own")
            << error(ErrorCode::WrongPassphrase, QStringLiteral("a.jks"), {QStringLiteral("web")})
            << QStringList{QStringLiteral("opens a.jks"), QStringLiteral("'web'"), QStringLiteral("of its own")};
        QTest::newRow("how much work a file asks for, and how much is done")
            << error(ErrorCode::UnsupportedAlgorithm, QStringLiteral("a.key"),
                     {QStringLiteral("aes-256-cbc"), QStringLiteral("rounds"), QStringLiteral("30000000"),
                      QStringLiteral("10000000")})
            << QStringList{QStringLiteral("a.key asks for 30000000 rounds"), QStringLiteral("aes-256-cbc"),
                           QStringLiteral("no more than 10000000")};
        QTest::newRow("how much memory a file asks for, and how much there is")
            << error(ErrorCode::UnsupportedAlgorithm, QStringLiteral("a.key"),
                     {QStringLiteral("scrypt"), QStringLiteral("memory"), QStringLiteral("64"), QStringLiteral("32")})
            << QStringList{QStringLiteral("64 MiB"), QStringLiteral("scrypt"), QStringLiteral("no more than 32")};
        QTest::newRow("a kind of key that OpenSSH has not, and what it has")
            << error(ErrorCode::UnsupportedAlgorithm, QStringLiteral("a.test"),
                     {QStringLiteral("ED448"), QStringLiteral("ssh")})
            << QStringList{QStringLiteral("'a.test'"), QStringLiteral("ED448"), QStringLiteral("P-521"),
                           QStringLiteral("Ed25519")};
        QTest::newRow("a secret key that was passed over")
            << error(ErrorCode::SecretKeyPassedOver, QStringLiteral("a.jceks"), {})
            << QStringList{QStringLiteral("a.jceks"), QStringLiteral("secret key"), QStringLiteral("passed over")};
        QTest::newRow("an algorithm that is not offered")
            << error(ErrorCode::UnsupportedAlgorithm, QStringLiteral("a.p12"), {QStringLiteral("IDEA-CBC")})
            << QStringList{QStringLiteral("a.p12"), QStringLiteral("does not offer: IDEA-CBC")};
        QTest::newRow("the line of damaged PEM")
            << error(ErrorCode::MalformedPem, QStringLiteral("a.pem"), {QStringLiteral("17")})
            << QStringList{QStringLiteral("a.pem"), QStringLiteral("line 17")};
        QTest::newRow("a weak key and the level that refuses it")
            << error(ErrorCode::KeyTooWeak, QStringLiteral("old"),
                     {QStringLiteral("RSA"), QStringLiteral("1024"), QStringLiteral("2")})
            << QStringList{QStringLiteral("old"), QStringLiteral("RSA, 1024 bits"), QStringLiteral("level 2")};
        QTest::newRow("the range of a field")
            << error(ErrorCode::InvalidProfile, QStringLiteral("idleTimeout"),
                     {QStringLiteral("idleTimeout"), QStringLiteral("0.1 s"), QStringLiteral("86400 s")})
            << QStringList{QStringLiteral("time without traffic"), QStringLiteral("0.1 s"), QStringLiteral("86400 s"),
                           QStringLiteral("0 for ever")};
        QTest::newRow("what only a restart can change")
            << error(ErrorCode::RestartNeeded, QStringLiteral("web"),
                     {QStringLiteral("port"), QStringLiteral("opening")})
            << QStringList{QStringLiteral("'web'"), QStringLiteral("the port and how connections begin"),
                           QStringLiteral("Restart it")};
        QTest::newRow("the version of a newer program's file")
            << error(ErrorCode::NewerStore, QStringLiteral("servers.json"), {QStringLiteral("2")})
            << QStringList{QStringLiteral("servers.json"), QStringLiteral("version 2")};
        QTest::newRow("where a damaged file was kept")
            << error(ErrorCode::DamagedStore, QStringLiteral("servers.json"), {QStringLiteral("servers.json.damaged")})
            << QStringList{QStringLiteral("servers.json could not be read"), QStringLiteral("servers.json.damaged")};
        QTest::newRow("that a file could not be kept, and what it means")
            << error(ErrorCode::DamagedStore, QStringLiteral("servers.json"), {QStringLiteral("servers.json")})
            << QStringList{QStringLiteral("servers.json could not be read"), QStringLiteral("moved aside"),
                           QStringLiteral("saved")};
        QTest::newRow("a reply that lacks its file")
            << error(ErrorCode::InvalidProfile, QStringLiteral("reply"), {QStringLiteral("replyFile")})
            << QStringList{QStringLiteral("Name a file or a folder")};
        QTest::newRow("a reply that lacks its dialogue")
            << error(ErrorCode::InvalidProfile, QStringLiteral("reply"), {QStringLiteral("replyDialogue")})
            << QStringList{QStringLiteral("Write one")};
        QTest::newRow("a reply that lacks its protocol")
            << error(ErrorCode::InvalidProfile, QStringLiteral("reply"), {QStringLiteral("replyProtocol")})
            << QStringList{QStringLiteral("STARTTLS"), QStringLiteral("Choose another reply")};
        QTest::newRow("how long a reply is and may be")
            << error(ErrorCode::InvalidProfile, QStringLiteral("reply"),
                     {QStringLiteral("reply"), QStringLiteral("70000"), QStringLiteral("65536")})
            << QStringList{QStringLiteral("70000 characters"), QStringLiteral("65536")};
        QTest::newRow("that nothing is put back over another file")
            << error(ErrorCode::AlreadyExists, QStringLiteral("a.pem"), {QStringLiteral("restore")})
            << QStringList{QStringLiteral("at a.pem again"), QStringLiteral("put back")};
        QTest::newRow("that something else stands where a capture is to be")
            << error(ErrorCode::AlreadyExists, QStringLiteral("diary"), {QStringLiteral("capture")})
            << QStringList{QStringLiteral("'diary' is no capture"), QStringLiteral("stays as it is")};
        QTest::newRow("that somebody else writes a capture there")
            << error(ErrorCode::AlreadyExists, QStringLiteral("a.pcapng"), {QStringLiteral("capture-written")})
            << QStringList{QStringLiteral("Another program writes its capture into 'a.pcapng'"),
                           QStringLiteral("another name")};
        QTest::newRow("that too many older captures stand there")
            << error(ErrorCode::AlreadyExists, QStringLiteral("a.pcapng"),
                     {QStringLiteral("captures"), QStringLiteral("9")})
            << QStringList{QStringLiteral("'a.pcapng~' to 'a.pcapng~9'"), QStringLiteral("Move or delete")};
        QTest::newRow("that something else stands where a key log is to be")
            << error(ErrorCode::AlreadyExists, QStringLiteral("diary"), {QStringLiteral("key-log")})
            << QStringList{QStringLiteral("'diary' is no key log"), QStringLiteral("stays as it is")};
        QTest::newRow("that one file cannot be both")
            << error(ErrorCode::InvalidProfile, QStringLiteral("traffic"),
                     {QStringLiteral("capture"), QStringLiteral("keyLog")})
            << QStringList{QStringLiteral("capture and the key log cannot both be traffic")};
        QTest::newRow("that no hold is on a certificate")
            << error(ErrorCode::NotOnHold, QStringLiteral("a.test"), {})
            << QStringList{QStringLiteral("'a.test' is not revoked"), QStringLiteral("Nothing was changed.")};
        QTest::newRow("that what is revoked for good is no hold")
            << error(ErrorCode::AlreadyRevoked, QStringLiteral("a.test"), {})
            << QStringList{QStringLiteral("'a.test' is revoked for good"), QStringLiteral("taken off")};
        QTest::newRow("text of a stranger that looks like a placeholder")
            << error(ErrorCode::MalformedPem, QStringLiteral("a%2.pem"), {QStringLiteral("17")})
            << QStringList{QStringLiteral("a%2.pem"), QStringLiteral("line 17")};
        QTest::newRow("text of a stranger that turns the line around")
            << error(ErrorCode::FileNotFound, QString(QStringLiteral("a") + QChar(0x202E) + QStringLiteral("mep.")), {})
            << QStringList{QStringLiteral("a\\E2\\80\\AEmep.")};
    }
    void namesTheValuesThatMatter()
    {
        QFETCH(Error, error);
        QFETCH(QStringList, parts);
        const QString text = describe(error);
        for (const QString &part : parts)
            QVERIFY2(text.contains(part), qPrintable(text));
    }

    void saysWhatTheSystemSaid()
    {
        for (const ErrorCode code : {ErrorCode::FileNotWritable, ErrorCode::DamagedStore}) {
            const Error error{.code = code,
                              .subject = QStringLiteral("a.pem"),
                              .values = {},
                              .causes = {QStringLiteral("No space left on device")}};
            QVERIFY(describe(error).contains(QStringLiteral("No space left on device")));
        }
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_error_text.moc"
