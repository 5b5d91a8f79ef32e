#include "model/certificates/certificate_file.h"
#include "model/certificates/certificate_source.h"
#include "model/certificates/certificate_writer.h"
#include "model/certificates/pkcs11_uri.h"
#include "model/certificates/token_search.h"
#include "tests/interop/certificate_files.h"
#include "tests/interop/serve_process.h"
#include "tests/support/child_process.h"

#include <openssl/err.h>

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <optional>

using namespace sealport;
using namespace sealport::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto pin = "73915";

std::shared_ptr<const SecretBytes> secret(const QByteArray &text)
{
    return std::make_shared<const SecretBytes>(
        std::as_bytes(std::span(text.constData(), static_cast<std::size_t>(text.size()))));
}

QStringList namesOf(const FoundCertificates &found)
{
    QStringList names;
    for (const StoredCertificate &stored : found.certificates)
        names.append(stored.certificate.name());
    names.sort();
    return names;
}

bool haveKeys(const FoundCertificates &found)
{
    return !found.certificates.empty() && std::ranges::all_of(found.certificates, &StoredCertificate::hasKey);
}

bool signs(const PrivateKey &key)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    std::array<unsigned char, 1024> signature{};
    std::size_t size = signature.size();
    const bool isSigned =
        EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key.handle()) == 1
        && EVP_DigestSign(context, signature.data(), &size, reinterpret_cast<const unsigned char *>(pin), 5) == 1;
    EVP_MD_CTX_free(context);
    return isSigned;
}

} // namespace

/// Certificates and keys on tokens of SoftHSM and in databases of NSS, beside what the tools of both say.
class TestTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }
    void listsWhatP11toolLists();
    void listsWhatCertutilLists();
    void aPinShowsTheKeys_data();
    void aPinShowsTheKeys();
    void aWrongPinIsTriedOnce();
    void aPinForAllIsTriedOnNoSecondToken();
    void aKeyOnATokenIsNeverWritten_data();
    void aKeyOnATokenIsNeverWritten();
    void aKeyStaysUsableWhileItsTokenIsListed();
    void nssOpensOneDatabaseAtATime();
    void servesTls_data();
    void servesTls();
    void saysWhyItCannotServe_data();
    void saysWhyItCannotServe();
    void theCommandLineShowsATokenAndADatabase();

private:
    [[nodiscard]] bool makeToken(const QString &label, const QStringList &names) const;
    [[nodiscard]] bool makeDatabase(const QString &name, const QStringList &names, const QByteArray &passphrase) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] static QString uri(const QString &label, const QString &object = {})
    {
        return Pkcs11Uri{.token = label, .object = object, .modulePath = module()}.toString();
    }
    [[nodiscard]] QString databaseUri(const QString &name, const QString &object) const
    {
        return Pkcs11Uri{.object = object, .nssDatabase = path(name)}.toString();
    }
    [[nodiscard]] static QString module();

    QTemporaryDir m_folder;
};

QString TestTokens::module()
{
    for (const QString &folder : {u"/usr/lib/softhsm"_s, u"/usr/lib64/softhsm"_s, u"/usr/lib64/pkcs11"_s})
        if (const QString file = folder + u"/libsofthsm2.so"_s; QFile::exists(file))
            return file;
    return {};
}

bool TestTokens::makeToken(const QString &label, const QStringList &names) const
{
    bool isMade = runTool(u"softhsm2-util"_s, {u"--init-token"_s, u"--free"_s, u"--label"_s, label, u"--pin"_s,
                                               QString::fromLatin1(pin), u"--so-pin"_s, u"12345678"_s});
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString id = u"0%1"_s.arg(i + 1);
        isMade =
            isMade
            && runTool(u"softhsm2-util"_s,
                       {u"--import"_s, path(names.at(i) + u".key"_s), u"--token"_s, label, u"--label"_s, names.at(i),
                        u"--id"_s, id, u"--pin"_s, QString::fromLatin1(pin)})
            && runTool(u"pkcs11-tool"_s, {u"--module"_s, module(), u"--token-label"_s, label, u"--login"_s, u"--pin"_s,
                                          QString::fromLatin1(pin), u"--write-object"_s, path(names.at(i) + u".der"_s),
                                          u"--type"_s, u"cert"_s, u"--id"_s, id, u"--label"_s, names.at(i)});
    }
    return isMade;
}

bool TestTokens::makeDatabase(const QString &name, const QStringList &names, const QByteArray &passphrase) const
{
    QFile file(path(name + u".pass"_s));
    bool isMade =
        QDir().mkpath(path(name)) && file.open(QIODevice::WriteOnly) && file.write(passphrase) == passphrase.size();
    file.close();
    const QString database = u"sql:"_s + path(name);
    isMade = isMade && runTool(u"certutil"_s, {u"-N"_s, u"-d"_s, database, u"-f"_s, file.fileName()});
    for (const QString &one : names)
        isMade = isMade
                 && runTool(u"pk12util"_s, {u"-i"_s, path(one + u".p12"_s), u"-d"_s, database, u"-W"_s, u"transport"_s,
                                            u"-k"_s, file.fileName()});
    return isMade;
}

void TestTokens::initTestCase()
{
    for (const char *tool : {"openssl", "softhsm2-util", "pkcs11-tool", "p11tool", "certutil", "pk12util"})
        if (QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty())
            QSKIP(qPrintable(u"THE %1 PROGRAM IS MISSING: no token can be made."_s.arg(QLatin1String(tool))));
    if (module().isEmpty())
        QSKIP("SOFTHSM IS MISSING: no token can be made.");
    QVERIFY(QDir().mkpath(path(u"tokens"_s)));
    QFile configuration(path(u"softhsm2.conf"_s));
    QVERIFY(configuration.open(QIODevice::WriteOnly));
    configuration.write("directories.tokendir = " + QFile::encodeName(path(u"tokens"_s))
                        + "\nobjectstore.backend = file\nlog.level = ERROR\n");
    configuration.close();
    qputenv("SOFTHSM2_CONF", QFile::encodeName(configuration.fileName()));
    QFile passFile(path(u"pin"_s));
    QVERIFY(passFile.open(QIODevice::WriteOnly));
    passFile.write(pin);
    passFile.close();

    const CertificateFiles files(m_folder.path());
    QVERIFY(files.makeAuthority(u"root"_s));
    QVERIFY(files.make(u"rsa"_s, {u"rsa:2048"_s}, u"root"_s, u"rsa"_s));
    QVERIFY(files.make(u"ec"_s, {u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s}, u"root"_s, u"ec"_s));
    for (const QString &name : {u"rsa"_s, u"ec"_s}) {
        QVERIFY(runTool(u"openssl"_s, {u"x509"_s, u"-in"_s, path(name + u".pem"_s), u"-outform"_s, u"DER"_s, u"-out"_s,
                                       path(name + u".der"_s)}));
        QVERIFY(runTool(u"openssl"_s, {u"pkcs12"_s, u"-export"_s, u"-in"_s, path(name + u".pem"_s), u"-inkey"_s,
                                       path(name + u".key"_s), u"-name"_s, name, u"-passout"_s, u"pass:transport"_s,
                                       u"-out"_s, path(name + u".p12"_s)}));
    }
    QVERIFY(makeToken(u"Sealport one"_s, {u"rsa"_s, u"ec"_s}));
    QVERIFY(makeToken(u"Sealport two"_s, {u"ec"_s}));
    QVERIFY(makeDatabase(u"nss"_s, {u"rsa"_s, u"ec"_s}, pin));
    QVERIFY(makeDatabase(u"open"_s, {u"rsa"_s, u"ec"_s}, ""));
}

void TestTokens::listsWhatP11toolLists()
{
    const FoundCertificates found = searchTokens(uri({}), {});
    QSet<QString> ours;
    for (const StoredCertificate &stored : found.certificates)
        ours.insert(stored.file.section(u'?', 0, 0));
    const ProgramRun theirs = runProgram(u"p11tool"_s, {u"--provider"_s, module(), u"--list-all-certs"_s,
                                                        u"--only-urls"_s, u"pkcs11:manufacturer=SoftHSM%20project"_s});
    QSet<QString> listed;
    for (const QString &line : QString::fromUtf8(theirs.output).split(u'\n', Qt::SkipEmptyParts))
        if (line.startsWith(u"pkcs11:"_s))
            listed.insert(line);
    QCOMPARE(listed.size(), 3);
    QCOMPARE(ours, listed);
    // Nothing but the two PINs is missing.
    QCOMPARE(found.problems.size(), 2U);
    for (const Error &problem : found.problems)
        QCOMPARE(problem.code, ErrorCode::PinNeeded);
    QVERIFY(std::ranges::none_of(found.certificates, &StoredCertificate::hasKey));
}

void TestTokens::listsWhatCertutilLists()
{
    const FoundCertificates found = searchCertificates(path(u"nss"_s));
    QStringList ours;
    for (const StoredCertificate &stored : found.certificates) {
        const auto parsed = Pkcs11Uri::parse(stored.file);
        QVERIFY(parsed);
        ours.append(parsed->object);
        const ProgramRun theirs =
            runProgram(u"certutil"_s, {u"-L"_s, u"-d"_s, u"sql:"_s + path(u"nss"_s), u"-n"_s, parsed->object, u"-r"_s});
        QCOMPARE(theirs.output, stored.certificate.der());
    }
    ours.sort();
    QCOMPARE(ours, (QStringList{u"ec"_s, u"rsa"_s}));
    QCOMPARE(found.problems.size(), 1U);
    QCOMPARE(found.problems.front().code, ErrorCode::PassphraseNeeded);
    QCOMPARE(found.problems.front().subject, path(u"nss"_s));
}

void TestTokens::aPinShowsTheKeys_data()
{
    QTest::addColumn<bool>("isNss");
    QTest::newRow("of a token") << false;
    QTest::newRow("of a database of NSS") << true;
}

void TestTokens::aPinShowsTheKeys()
{
    QFETCH(bool, isNss);
    auto source = isNss ? openedPath(path(u"nss"_s)) : tokenModule(module());
    FoundCertificates found = source->list({}, {});
    QVERIFY(!found.problems.empty());
    for (const Error &problem : found.problems)
        source = source->unlocked(problem.subject, secret(pin));
    found = source->list({}, {});
    QVERIFY2(found.problems.empty(),
             qPrintable(errorName(found.problems.empty() ? ErrorCode::Internal : found.problems.front().code)));
    QVERIFY(haveKeys(found));
    for (const StoredCertificate &stored : found.certificates) {
        const PrivateKey key = source->key(stored);
        QVERIFY(key.isOnToken());
        QVERIFY(key.matches(stored.certificate));
        QVERIFY(source->pinFor(stored.file)); // a server that uses it does not ask again
    }
    QVERIFY(haveKeys(isNss ? openedPath(path(u"open"_s))->list({}, {}) : found)); // no pass phrase, no question
}

void TestTokens::aWrongPinIsTriedOnce()
{
    const FoundCertificates locked = searchTokens(uri(u"Sealport two"_s), {});
    QCOMPARE(locked.problems.size(), 1U);
    const QString token = locked.problems.front().subject;
    const auto source = tokenModule(module())->unlocked(token, secret("0000"));
    const auto wrongOnes = [&] {
        const FoundCertificates found = source->list({}, {});
        return std::ranges::count(found.problems, ErrorCode::WrongPin, &Error::code);
    };
    QCOMPARE(wrongOnes(), 1);
    QCOMPARE(wrongOnes(), 1); // said again, not tried again: SoftHSM would take the right one now
    const auto corrected = source->unlocked(token, secret(pin))->list({}, {});
    QVERIFY(std::ranges::none_of(corrected.problems, [&](const Error &problem) { return problem.subject == token; }));

    const auto read = readToken(uri(u"Sealport two"_s), secret("0000").get(), TokenKeys::Wanted);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::WrongPin);
    QCOMPARE(read.error().values, QStringList{u"Sealport two"_s});
    const auto cut = readToken(uri(u"Sealport two"_s), secret(QByteArray(pin) + '\0' + "9").get(), TokenKeys::Wanted);
    QVERIFY(!cut);
    QCOMPARE(cut.error().code, ErrorCode::WrongPin);
}

void TestTokens::aPinForAllIsTriedOnNoSecondToken()
{
    const auto given = secret(pin);
    const FoundCertificates found = searchTokens(uri({}), given.get());
    QCOMPARE(found.problems.size(), 2U);
    QVERIFY(haveKeys(searchTokens(uri(u"Sealport one"_s), given.get())));
    const auto read = readToken(uri({}), given.get(), TokenKeys::Wanted);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::TokenAmbiguous);
    QCOMPARE(read.error().values.size(), 2);
    const auto several = readToken(uri(u"Sealport one"_s), given.get(), TokenKeys::Wanted);
    QVERIFY(!several);
    QCOMPARE(several.error().code, ErrorCode::CertificateAmbiguous);
    const auto nobody = readToken(uri(u"nobody"_s), given.get(), TokenKeys::Wanted);
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().code, ErrorCode::TokenNotFound);
}

void TestTokens::aKeyOnATokenIsNeverWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("RSA") << u"rsa"_s;
    QTest::newRow("EC, of which OpenSSL would write zeros") << u"ec"_s;
}

void TestTokens::aKeyOnATokenIsNeverWritten()
{
    QFETCH(QString, name);
    const auto given = secret(pin);
    const auto identity = readIdentity(uri(u"Sealport one"_s, name), {}, {}, given.get());
    QVERIFY(identity);
    QVERIFY(identity->key.isOnToken());
    for (const ExportFormat format :
         {ExportFormat::PemWithKey, ExportFormat::Pkcs12, ExportFormat::Pkcs12ForOldDevices}) {
        const auto written = encodeCertificate(*identity, format, given.get());
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::KeyStaysOnToken);
    }
    const auto pem = identity->key.pkcs8Pem();
    QVERIFY(!pem);
    QCOMPARE(pem.error().code, ErrorCode::KeyStaysOnToken);
    const CertificateStore store(path(u"store"_s));
    QVERIFY(!store.add(identity->certificate, identity->key));
    QVERIFY(store.list().certificates.empty());
    QVERIFY(encodeCertificate(*identity, ExportFormat::Pem, nullptr));
}

void TestTokens::aKeyStaysUsableWhileItsTokenIsListed()
{
    const auto given = secret(pin);
    const auto identity = readIdentity(uri(u"Sealport one"_s, u"ec"_s), {}, {}, given.get());
    QVERIFY(identity);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!namesOf(searchTokens(uri({}), {})).isEmpty());
        const auto again = readIdentity(uri(u"Sealport one"_s, u"rsa"_s), {}, {}, nullptr); // logged in already
        QVERIFY(again);
        QVERIFY(signs(identity->key));
    }
}

void TestTokens::nssOpensOneDatabaseAtATime()
{
    auto identity = std::optional(readIdentity(databaseUri(u"open"_s, u"ec"_s), {}, {}).value());
    QVERIFY(identity->key.isOnToken());
    const FoundCertificates other = searchCertificates(path(u"nss"_s));
    QCOMPARE(other.problems.size(), 1U);
    QCOMPARE(other.problems.front().code, ErrorCode::TokenModuleBusy);
    QCOMPARE(other.problems.front().values, QStringList{path(u"open"_s)});
    QCOMPARE(searchCertificates(path(u"open"_s)).certificates.size(), 2U);
    identity.reset();
    QCOMPARE(searchCertificates(path(u"nss"_s)).certificates.size(), 2U);
}

void TestTokens::servesTls_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("protocol");
    QTest::addColumn<QString>("signature"); // what openssl s_client says of it
    for (const QString &kind : {u"rsa"_s, u"ec"_s}) {
        const bool isRsa = kind == u"rsa"_s;
        for (const QString &protocol : {u"tls1.2"_s, u"tls1.3"_s}) {
            const QString signature = isRsa ? u"RSA-PSS"_s : u"ECDSA"_s;
            QTest::addRow("SoftHSM, %s, %s", qPrintable(kind), qPrintable(protocol))
                << uri(u"Sealport one"_s, kind) << protocol << signature;
            QTest::addRow("NSS, %s, %s", qPrintable(kind), qPrintable(protocol))
                << databaseUri(u"nss"_s, kind) << protocol << signature;
        }
    }
    QTest::newRow("SoftHSM, rsa, tls1.2 with PKCS #1 alone")
        << uri(u"Sealport one"_s, u"rsa"_s) << u"pkcs1"_s << u"RSA"_s;
}

void TestTokens::servesTls()
{
    QFETCH(QString, place);
    QFETCH(QString, protocol);
    QFETCH(QString, signature);
    const bool isPkcs1 = protocol == u"pkcs1"_s;
    ServeProcess serve(path(u"home"_s),
                       {u"--port"_s, u"0"_s, u"--protocols"_s, isPkcs1 ? u"tls1.2"_s : protocol, u"--reply"_s,
                        u"http"_s, u"--cert-file"_s, place, u"--pass-file"_s, path(u"pin"_s)});
    QVERIFY2(serve.start(), qUtf8Printable(serve.errors()));
    QStringList words{u"s_client"_s, u"-connect"_s,       u"127.0.0.1:%1"_s.arg(serve.port()),
                      u"-CAfile"_s,  path(u"root.pem"_s), u"-verify_return_error"_s};
    if (isPkcs1)
        words += {u"-sigalgs"_s, u"RSA+SHA256"_s};
    for (int i = 0; i < 3; ++i) {
        const ProgramRun client = runProgram(u"openssl"_s, words, {}, "Q\n");
        QVERIFY2(client.output.contains("Verify return code: 0 (ok)"), client.output.constData());
        const QByteArray type = "Peer signature type: " + signature.toUtf8() + '\n';
        QVERIFY2(client.output.contains(type), client.output.constData());
    }
    if (!QStandardPaths::findExecutable(u"curl"_s).isEmpty()) {
        const ProgramRun page = runProgram(
            u"curl"_s, {u"-sS"_s, u"--cacert"_s, path(u"root.pem"_s), u"https://localhost:%1/"_s.arg(serve.port())});
        QCOMPARE(page.exitCode, 0);
    }
    QCOMPARE(text(serve.stop(), u"event"_s), u"stopped"_s);
    QCOMPARE(serve.exitCode(), 0);
    QCOMPARE(serve.endSignal(), 0);
}

void TestTokens::saysWhyItCannotServe_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("exitCode");
    const QString one = uri(u"Sealport one"_s, u"rsa"_s);
    QTest::newRow("no PIN") << QStringList{u"--cert-file"_s, one} << u"PIN"_s << 1;
    QTest::newRow("a wrong PIN") << QStringList{u"--cert-file"_s, one, u"--pass-file"_s, path(u"rsa.pem"_s)}
                                 << u"tried once"_s << 1;
    QTest::newRow("no such token") << QStringList{u"--cert-file"_s, uri(u"nobody"_s)} << u"No token"_s << 1;
    QTest::newRow("no module") << QStringList{u"--cert-file"_s, u"pkcs11:?module-path="_s + path(u"rsa.pem"_s)}
                               << u"rsa.pem"_s << 1;
    QTest::newRow("a PIN in the URI") << QStringList{u"--cert-file"_s, one + u"&pin-value=73915"_s} << u"--pass-file"_s
                                      << 2;
}

void TestTokens::saysWhyItCannotServe()
{
    QFETCH(QStringList, options);
    QFETCH(QString, word);
    QFETCH(int, exitCode);
    ServeProcess serve(path(u"home"_s), QStringList{u"--port"_s, u"0"_s} + options);
    QVERIFY(serve.runToEnd());
    QCOMPARE(serve.exitCode(), exitCode);
    QVERIFY2(serve.errors().contains(word), qUtf8Printable(serve.errors()));
    QVERIFY(!serve.errors().contains(QLatin1String(pin)));
}

void TestTokens::theCommandLineShowsATokenAndADatabase()
{
    const Variables home{"SEALPORT_HOME=" + QFile::encodeName(path(u"home"_s)), "LC_ALL=C.UTF-8"};
    const auto show = [&](const QStringList &words) {
        return runProgram(QStringLiteral(SEALPORT_EXECUTABLE), QStringList{u"certs"_s, u"show"_s} + words, home);
    };
    const ProgramRun token = show({uri(u"Sealport two"_s), u"--pass-file"_s, path(u"pin"_s), u"--format"_s, u"json"_s});
    QCOMPARE(token.exitCode, 0);
    QVERIFY2(token.output.contains("\"hasKey\":true"), token.output.constData());
    const ProgramRun database = show({path(u"nss"_s)});
    QCOMPARE(database.exitCode, 1); // the certificates, and that the keys are behind a pass phrase
    QVERIFY2(database.output.contains("CN=rsa"), database.output.constData());
}

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
