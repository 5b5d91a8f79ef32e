#include "model/sockets/negotiated_page.h"
#include "tests/diagnosis/ending_builder.h"
#include "tests/tls/test_identity.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

namespace {

const Endpoint peer{.address = QHostAddress(QHostAddress::LocalHost), .port = 51820};

Ending agreed()
{
    return secured(Ending::Cause::CloseNotify, [](Ending &ending) {
        ending.negotiated = Negotiated{.protocol = Protocol::Tls1_2,
                                       .cipherSuite = 0xc02b,
                                       .group = 0x001d,
                                       .signature = 0x0403,
                                       .resumed = true,
                                       .alpn = "h2",
                                       .certificate = {},
                                       .handshakeMs = 1.26};
    });
}

/// No issuer in its senses makes it; anybody can write it.
Certificate withOrganization(const char *name)
{
    const Identity identity = makeIdentity();
    X509Ptr changed(X509_dup(identity.certificate.handle()));
    X509_NAME *subject = X509_NAME_new();
    X509_NAME_add_entry_by_txt(subject, "O", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(name), -1, -1, 0);
    X509_set_subject_name(changed.get(), subject);
    X509_NAME_free(subject);
    X509_sign(changed.get(), identity.key.handle(), EVP_sha256());
    return Certificate::fromX509(std::move(changed));
}

QJsonObject jsonOf(const Ending &evidence, const Certificate *certificate)
{
    return QJsonDocument::fromJson(negotiatedJson({.peer = peer, .evidence = evidence, .certificate = certificate}))
        .object();
}

} // namespace

/// The page and the object that say what was negotiated: complete, and without anything of a stranger's in them that
/// is not text.
class TestNegotiatedPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_certificate = makeIdentity().certificate; }

    void jsonSaysEverything_data()
    {
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *key, const QJsonValue &value) { QTest::newRow(key) << value; };
        row("peer", QStringLiteral("127.0.0.1:51820"));
        row("protocol", QStringLiteral("TLSv1.2"));
        row("cipher", QStringLiteral("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"));
        row("group", QStringLiteral("X25519"));
        row("signature", QStringLiteral("ecdsa_secp256r1_sha256"));
        row("resumed", true);
        row("sni", QJsonValue());
        row("alpn", QStringLiteral("h2"));
        row("clientCertificate", QJsonValue());
        row("handshakeMs", 1.3);
    }
    void jsonSaysEverything()
    {
        QFETCH(const QJsonValue, value);
        const QJsonObject object = jsonOf(agreed(), &*m_certificate);
        const QString key = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(object.contains(key));
        QCOMPARE(object.value(key), value);
    }

    void fingerprintsAndCertificateAreThere()
    {
        const QJsonObject object = jsonOf(agreed(), &*m_certificate);
        QCOMPARE(object[QStringLiteral("ja3")].toString().size(), 32);
        QVERIFY(object[QStringLiteral("ja4")].toString().startsWith(u"t12"));
        const QJsonObject certificate = object[QStringLiteral("certificate")].toObject();
        QCOMPARE(certificate[QStringLiteral("subject")].toString(), QStringLiteral("CN=localhost"));
        QCOMPARE(certificate[QStringLiteral("issuer")].toString(), QStringLiteral("CN=localhost"));
        QCOMPARE(certificate[QStringLiteral("sha1")].toString().toLatin1(), m_certificate->sha1().toHex());
        QCOMPARE(certificate[QStringLiteral("sha256")].toString().toLatin1(), m_certificate->sha256().toHex());
        QCOMPARE(certificate[QStringLiteral("serial")].toString(), m_certificate->serial());
        QCOMPARE(certificate[QStringLiteral("notAfter")].toString(), m_certificate->notAfter().toString(Qt::ISODate));
        QCOMPARE(certificate[QStringLiteral("subjectAltNames")].toArray().size(), 2);
        QCOMPARE(certificate[QStringLiteral("keyBits")].toInt(), 256);
    }

    void pageSaysEverythingToo()
    {
        const QByteArray page = negotiatedHtml({.peer = peer, .evidence = agreed(), .certificate = &*m_certificate});
        for (const char *fact : {"127.0.0.1:51820", "TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "X25519",
                                 "ecdsa_secp256r1_sha256", "<td>h2</td>", "<td>yes</td>", "<td>1.3</td>",
                                 "CN=localhost", "DNS:localhost, IP:127.0.0.1", "<td>none</td>"})
            QVERIFY2(page.contains(fact), fact);
        QVERIFY(page.contains(m_certificate->sha256().toHex()));
    }

    void nothingNegotiatedIsSaidSo()
    {
        const QJsonObject object = jsonOf(ended(Ending::Cause::PeerClosed), &*m_certificate);
        for (const char *key : {"protocol", "cipher", "group", "signature", "sni", "alpn", "ja3", "ja4", "handshakeMs"})
            QVERIFY2(object[QLatin1String(key)].isNull(), key);
        QCOMPARE(object[QStringLiteral("resumed")].toBool(true), false);
    }

    void clientCertificateIsShown()
    {
        const Identity client = makeIdentity();
        Ending ending = agreed();
        ending.clientCertificate = ClientCertificate{.chain = {client.certificate.der()}, .verifyResult = 18};
        const QJsonObject shown = jsonOf(ending, &*m_certificate)[QStringLiteral("clientCertificate")].toObject();
        QCOMPARE(shown[QStringLiteral("subject")].toString(), QStringLiteral("CN=localhost"));
        QCOMPARE(shown[QStringLiteral("sha256")].toString().toLatin1(), client.certificate.sha256().toHex());
        QCOMPARE(shown[QStringLiteral("verified")].toBool(true), false);
        QVERIFY(!shown[QStringLiteral("verifyReason")].toString().isEmpty());
        const QByteArray page = negotiatedHtml({.peer = peer, .evidence = ending, .certificate = &*m_certificate});
        QVERIFY(page.contains("<tr><th>Client certificate</th><td>CN=localhost</td></tr>"));
    }

    void plainConnectionHasNoCertificate()
    {
        Ending ending = ended(Ending::Cause::PeerClosed);
        ending.opening = Opening::plain();
        ending.part = Ending::Part::Plain;
        const QJsonObject object = jsonOf(ending, nullptr);
        QVERIFY(object[QStringLiteral("certificate")].isNull());
        QCOMPARE(object[QStringLiteral("opening")].toString(), QStringLiteral("plain"));
        const QByteArray page = negotiatedHtml({.peer = peer, .evidence = ending, .certificate = nullptr});
        QVERIFY(page.contains("This connection is not encrypted"));
        QVERIFY(page.contains("127.0.0.1:51820"));
        QVERIFY2(!page.contains("ertificate") && !page.contains("none"), "nothing of what only TLS has");
    }

    void whatStrangersWriteStaysText_data()
    {
        QTest::addColumn<QByteArray>("alpn");
        QTest::newRow("a script") << QByteArray("<script>alert(1)</script>");
        QTest::newRow("the end of an attribute") << QByteArray("\"'><b>");
        QTest::newRow("control characters") << QByteArray("\x00\r\n\x1b[2J\x7f", 7);
        QTest::newRow("a direction mark") << QByteArray("\xe2\x80\xae");
        QTest::newRow("no UTF-8") << QByteArray("\xff\xfe");
        QTest::newRow("a placeholder") << QByteArray("%1 %2 %3");
    }
    void whatStrangersWriteStaysText()
    {
        QFETCH(const QByteArray, alpn);
        Ending ending = agreed();
        ending.negotiated->alpn = alpn;
        const QByteArray page = negotiatedHtml({.peer = peer, .evidence = ending, .certificate = &*m_certificate});
        QVERIFY(!page.contains("<script") && !page.contains("<b>"));
        const QByteArray plain = negotiatedHtml({.peer = peer, .evidence = agreed(), .certificate = &*m_certificate});
        QCOMPARE(page.count('<'), plain.count('<'));
        QCOMPARE(page.count('"'), plain.count('"'));
        for (const char octet : page)
            QVERIFY(octet == '\n' || (octet >= 0x20 && octet < 0x7f));
        const QString read = jsonOf(ending, &*m_certificate)[QStringLiteral("alpn")].toString();
        for (const QChar character : read)
            QVERIFY(character >= u' ' && character < QChar(0x7f));
    }

    void hostileCertificateStaysText()
    {
        const Certificate hostile = withOrganization("<script>\xe2\x80\xae&amp;");
        const QByteArray page = negotiatedHtml({.peer = peer, .evidence = agreed(), .certificate = &hostile});
        QVERIFY(!page.contains("<script"));
        QVERIFY(!page.contains("\xe2\x80\xae"));
        QVERIFY2(page.contains("&lt;script"), page.constData());
        QVERIFY(page.contains("&amp;amp"));
    }

private:
    std::optional<Certificate> m_certificate;
};

QTEST_GUILESS_MAIN(TestNegotiatedPage)
#include "tst_negotiated_page.moc"
