#include "model/certificates/request_signing.h"

#include "model/base/file_safety.h"
#include "model/certificates/certificate_extensions.h"
#include "model/certificates/detail_rows.h"
#include "model/certificates/request_files.h"
#include "model/certificates/x509_values.h"
#include "tests/certificates/issued_certificates.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace sealport;
using namespace sealport::test;

namespace {

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

CertificateSpec askedSpec()
{
    CertificateSpec spec = namedSpec(text("asked.test"), CertificateTemplate::Client);
    spec.subjectFields = *parseSubjectFields(text("C=FR,O=Example"));
    spec.alternativeNames = {text("asked.test"), text("*.asked.test"), text("192.0.2.1"), text("email:a@asked.test"),
                             text("URI:https://asked.test/")};
    return spec;
}

CertificateRequest requestFrom(QByteArray der)
{
    return *CertificateRequest::fromDer(
        std::as_bytes(std::span(der.constData(), static_cast<std::size_t>(der.size()))));
}

/// What `openssl req` makes of a section of extensions.
Result<CertificateRequest> madeRequest(const QByteArray &extensions)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(text("made.csr"));
    QFile config(folder.filePath(text("made.cnf")));
    if (!config.open(QIODevice::WriteOnly))
        return std::unexpected(Error{.code = ErrorCode::FileNotWritable, .subject = {}, .values = {}, .causes = {}});
    config.write("[req]\nprompt=no\ndistinguished_name=dn\n[dn]\nCN=asks.test\n[ext]\n" + extensions);
    config.close();
    QStringList words{text("req"),
                      text("-new"),
                      text("-nodes"),
                      text("-config"),
                      config.fileName(),
                      text("-newkey"),
                      text("ed25519"),
                      text("-keyout"),
                      folder.filePath(text("made.key")),
                      text("-out"),
                      file};
    if (!extensions.isEmpty())
        words += {text("-reqexts"), text("ext")};
    openssl(words);
    return readRequest(file);
}

/// An attribute of this kind, with one extension.
bool addAttribute(X509_REQ &request, int kind, int extension, const char *value)
{
    const ExtensionsPtr extensions(sk_X509_EXTENSION_new_null());
    X509_EXTENSION *one = X509V3_EXT_conf_nid(nullptr, nullptr, extension, value);
    return extensions && one && sk_X509_EXTENSION_push(extensions.get(), one) > 0
           && X509_REQ_add_extensions_nid(&request, extensions.get(), kind) == 1;
}

} // namespace

class TestRequestSigning : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void aRequestIsSignedByItsKey_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"ec", "ec:P-521", "rsa:2048", "ed25519", "ed448"})
            QTest::newRow(kind) << text(kind);
    }
    void aRequestIsSignedByItsKey()
    {
        QFETCH(QString, kind);
        const auto request = makeRequest(askedSpec(), madeKey(kind));
        QVERIFY(request);
        QVERIFY(request->isSignatureValid());
        QCOMPARE(request->subject(), text("CN=asked.test,O=Example,C=FR"));
        QCOMPARE(request->subjectAltNames(),
                 (QStringList{text("DNS:asked.test"), text("DNS:*.asked.test"), text("IP:192.0.2.1"),
                              text("email:a@asked.test"), text("URI:https://asked.test/")}));
    }

    void theAnswerHasItsNamesAndKeyAndOurTerms()
    {
        const PrivateKey key = madeKey();
        const auto request = makeRequest(askedSpec(), key);
        const Identity issuer = madeAuthority();
        CertificateSpec terms = namedSpec(text("not this"), CertificateTemplate::Server);
        terms.alternativeNames = {text("nor.this")};
        const auto answer = signRequest(*request, terms, issuer);
        QVERIFY(answer);
        QCOMPARE(answer->subject(), request->subject());
        QCOMPARE(answer->subjectAltNames(), request->subjectAltNames());
        QCOMPARE(answer->issuer(), issuer.certificate.subject());
        QVERIFY(key.matches(*answer));
        QVERIFY(asText(*answer).contains("TLS Web Server Authentication\n"));
        QCOMPARE(refusedExtensions(*request, *answer), QStringList{text("X509v3 Extended Key Usage (2.5.29.37)")});
        const auto asAsked = signRequest(*request, namedSpec({}, CertificateTemplate::Client), issuer);
        QCOMPARE(refusedExtensions(*request, *asAsked), QStringList());
    }

    void whatItWantsToBeUsedForIsRead_data()
    {
        QTest::addColumn<QByteArray>("extensions"); // a section of openssl's configuration
        QTest::addColumn<bool>("isAuthority");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QList<int>>("purposes");
        const auto list = [](std::initializer_list<KeyPurpose> purposes) {
            QList<int> numbers;
            for (const KeyPurpose purpose : purposes)
                numbers.append(static_cast<int>(purpose));
            return numbers;
        };
        QTest::newRow("nothing") << QByteArray() << false << 0 << QList<int>{};
        QTest::newRow("a client, then a server") << QByteArray("extendedKeyUsage=clientAuth,serverAuth\n") << false << 2
                                                 << list({KeyPurpose::ClientAuth, KeyPurpose::ServerAuth});
        QTest::newRow("one that we do not write")
            << QByteArray("extendedKeyUsage=msSmartcardLogin,codeSigning,1.2.3.4\n") << false << 3
            << list({KeyPurpose::CodeSigning});
        QTest::newRow("all that we write")
            << QByteArray(
                   "extendedKeyUsage=serverAuth,clientAuth,codeSigning,emailProtection,timeStamping,OCSPSigning\n")
            << false << 6
            << list({KeyPurpose::ServerAuth, KeyPurpose::ClientAuth, KeyPurpose::CodeSigning,
                     KeyPurpose::EmailProtection, KeyPurpose::TimeStamping, KeyPurpose::OcspSigning});
        QByteArray many("extendedKeyUsage=");
        for (int i = 0; i < mostDetailRows; ++i)
            many += "1.2.3." + QByteArray::number(i) + ',';
        QTest::newRow("one behind more than are shown")
            << many + "serverAuth\n"
            << false << mostDetailRows + 1 << list({KeyPurpose::ServerAuth});
        QTest::newRow("an authority") << QByteArray("basicConstraints=CA:TRUE,pathlen:3\n") << true << 0
                                      << QList<int>{};
        QTest::newRow("no authority, said") << QByteArray("basicConstraints=CA:FALSE\n") << false << 0 << QList<int>{};
        QTest::newRow("one that cannot be read")
            << QByteArray("extendedKeyUsage=DER:0401\n") << false << 0 << QList<int>{};
    }
    void whatItWantsToBeUsedForIsRead()
    {
        QFETCH(const QByteArray, extensions);
        const auto request = madeRequest(extensions);
        QVERIFY(request);
        const RequestedUse use = requestedUse(*request);
        QTEST(use.isAuthority, "isAuthority");
        QTEST(static_cast<int>(use.rows.size()), "rows");
        QList<int> purposes;
        for (const KeyPurpose purpose : use.purposes)
            purposes.append(static_cast<int>(purpose));
        QTEST(purposes, "purposes");
    }

    void whatASecondAttributeAsksForIsShownAndRefused()
    {
        const PrivateKey key = madeKey();
        const RequestPtr made(X509_REQ_new());
        const bool isMade =
            made
            && X509_NAME_add_entry_by_txt(X509_REQ_get_subject_name(made.get()), "CN", MBSTRING_ASC,
                                          reinterpret_cast<const unsigned char *>("both.test"), -1, -1, 0)
                   == 1
            && X509_REQ_set_pubkey(made.get(), key.handle()) == 1
            && addAttribute(*made, NID_ms_ext_req, NID_key_usage, "cRLSign")
            && addAttribute(*made, NID_ext_req, NID_ext_key_usage, "serverAuth")
            && X509_REQ_sign(made.get(), key.handle(), EVP_sha256()) > 0;
        QVERIFY(isMade);
        const CertificateRequest request = requestFrom(encodedDer(i2d_X509_REQ, made.get()));
        const auto answer = signRequest(request, namedSpec({}, CertificateTemplate::Server), madeAuthority());
        QVERIFY(answer);
        QCOMPARE(refusedExtensions(request, *answer), QStringList{text("X509v3 Key Usage (2.5.29.15)")});
        const std::vector<Detail> rows = detailsOf(request);
        QCOMPARE(std::ranges::count(rows, DetailField::Attribute, &Detail::field), 1);
        const auto attribute = std::ranges::find(rows, DetailField::Attribute, &Detail::field);
        QCOMPARE(attribute->object, text("1.3.6.1.4.1.311.2.1.14")); // Microsoft's
        QCOMPARE(std::ranges::count(rows, DetailField::Extension, &Detail::field), 1);
    }

    void theOrderOfPurposesSaysNothing()
    {
        const auto request = madeRequest("extendedKeyUsage=clientAuth,serverAuth\n");
        QVERIFY(request);
        const auto same = signRequest(*request, namedSpec({}, CertificateTemplate::ServerAndClient), madeAuthority());
        QCOMPARE(refusedExtensions(*request, *same), QStringList());
        const auto fewer = signRequest(*request, namedSpec({}, CertificateTemplate::Client), madeAuthority());
        QCOMPARE(refusedExtensions(*request, *fewer), QStringList{text("X509v3 Extended Key Usage (2.5.29.37)")});
    }

    void nobodyBecomesAnAuthorityByAsking()
    {
        const auto request = makeRequest(namedSpec(text("evil"), CertificateTemplate::RootCa), madeKey());
        const auto answer = signRequest(*request, namedSpec({}, CertificateTemplate::Server), madeAuthority());
        QVERIFY(answer && !answer->isCa());
        QVERIFY(refusedExtensions(*request, *answer).join(u' ').contains(text("Basic Constraints")));
    }

    void refusesWhatItShouldNotSign()
    {
        const auto request = makeRequest(askedSpec(), madeKey());
        const CertificateSpec terms = namedSpec({}, CertificateTemplate::Server);
        const Identity issuer = madeAuthority();
        QByteArray forged = request->der();
        const qsizetype at = forged.indexOf("asked.test");
        QVERIFY(at > 0);
        forged[at] = 'A';
        QCOMPARE(signRequest(requestFrom(forged), terms, issuer).error().code, ErrorCode::RequestNotSigned);

        const PrivateKey key = madeKey();
        const Identity leaf{.certificate = *issue(askedSpec(), key), .key = key, .chain = {}};
        QCOMPARE(signRequest(*request, terms, leaf).error().code, ErrorCode::NotAnAuthority);
        const Identity stranger{.certificate = issuer.certificate, .key = key, .chain = {}};
        QCOMPARE(signRequest(*request, terms, stranger).error().code, ErrorCode::KeyMismatch);
        CertificateSpec reversed = terms;
        reversed.notAfter = reversed.notBefore.addSecs(-1);
        QCOMPARE(signRequest(*request, reversed, issuer).error().code, ErrorCode::InvalidValidity);
        QCOMPARE(makeRequest({}, key).error().code, ErrorCode::InvalidName);
        QCOMPARE(makeRequest(askedSpec(), {}).error().code, ErrorCode::NoPrivateKey);
    }

    void theAnswerGoesBesideItsKey()
    {
        const QTemporaryDir folder;
        const CertificateStore store(folder.path());
        const PrivateKey key = madeKey();
        const auto request = makeRequest(askedSpec(), key);
        const auto file = addRequest(store, *request, key);
        QVERIFY(file);
        QCOMPARE(*file, folder.filePath(text("asked.test.csr")));
        QCOMPARE(QFileInfo(folder.filePath(text("asked.test.key"))).permissions() & QFile::Permissions(0x0077),
                 QFile::Permissions());
        QVERIFY(store.list().certificates.empty() && store.list().problems.empty());
        QCOMPARE(*addRequest(store, *request, key), folder.filePath(text("asked.test-2.csr")));

        const auto read = readRequest(*file);
        QVERIFY(read && *read == *request);
        const auto answer = signRequest(*read, namedSpec({}, CertificateTemplate::Server), madeAuthority());
        const auto added = addAnswer(store, *answer);
        QVERIFY(added && added->hasKey);
        QVERIFY(QFileInfo::exists(CertificateStore::keyFile(added->file)));
        QVERIFY(store.identity(*added));
        QCOMPARE(readRequest(added->file).error().code, ErrorCode::NoRequestInFile);
        QCOMPARE(readRequest(CertificateStore::keyFile(added->file)).error().code, ErrorCode::NoRequestInFile);
        QVERIFY(writeFileAtomically(*file, request->pem() + request->pem(), FileAccess::Readable));
        QCOMPARE(readRequest(*file).error().values, QStringList{text("2")});
    }

    void aStrangersAnswerHasNoKey()
    {
        const QTemporaryDir folder;
        const auto request = makeRequest(askedSpec(), madeKey());
        const auto answer = signRequest(*request, namedSpec({}, CertificateTemplate::Server), madeAuthority());
        const auto added = addAnswer(CertificateStore(folder.path()), *answer);
        QVERIFY(added && !added->hasKey);
    }
};

QTEST_GUILESS_MAIN(TestRequestSigning)
#include "tst_request_signing.moc"
