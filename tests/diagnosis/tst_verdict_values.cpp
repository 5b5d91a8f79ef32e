#include "model/diagnosis/printable.h"
#include "model/diagnosis/verdict.h"
#include "tests/diagnosis/ending_builder.h"

#include <openssl/err.h>
#include <openssl/sslerr.h>

#include <QtTest>

using namespace sealport;
using namespace sealport::test;

/// The values, evidence and fixes inside a verdict.
class VerdictValuesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void tellsTheVersionsThatDiffer()
    {
        const ServerOffer offer = makeOffer();
        const HelloWriter hello{.legacyVersion = 0x0301, .suites = {0xc013}};
        const Verdict verdict = diagnose(refusedHello(SSL_R_UNSUPPORTED_PROTOCOL, 70, hello), &offer);
        QCOMPARE(verdict.clientValues, QStringList{QStringLiteral("TLS 1.0")});
        QCOMPARE(verdict.serverValues, (QStringList{QStringLiteral("TLS 1.2"), QStringLiteral("TLS 1.3")}));
        QCOMPARE(verdict.detail, QString());
        QCOMPARE(verdict.fix, Fix::AllowProtocols);
        QCOMPARE(verdict.fixProtocols, ProtocolSet{Protocol::Tls1_0});
        QCOMPARE(verdict.alert, (std::optional<Alert>(Alert{.level = 2, .code = 70})));
        QVERIFY(verdict.alertSent);
        QCOMPARE(verdict.evidence,
                 (QStringList{QStringLiteral("client: TLSv1.0"), QStringLiteral("server: TLSv1.2 TLSv1.3"),
                              QStringLiteral("alert sent: protocol_version (70)"),
                              QStringLiteral("openssl: the words of OpenSSL")}));
    }

    void aFixIsOnlyOfferedForVersionsThatABoxCanAllow_data()
    {
        QTest::addColumn<int>("legacyVersion");
        QTest::addColumn<QList<int>>("versions");
        QTest::addColumn<QStringList>("offered");
        QTest::addColumn<QString>("atMost");
        QTest::addColumn<int>("fix"); // -1: none
        QTest::newRow("SSL 3.0 stays out")
            << 0x0300 << QList<int>{} << QStringList{QStringLiteral("SSL 3.0")} << QString() << -1;
        QTest::newRow("an unlisted maximum is said to be one")
            << 0x0302 << QList<int>{} << QStringList{QStringLiteral("TLS 1.1")} << QStringLiteral("TLS 1.1")
            << int(Protocol::Tls1_1);
        QTest::newRow("the newest of a list")
            << 0x0303 << QList<int>{0x0301, 0x0302} << QStringList{QStringLiteral("TLS 1.0"), QStringLiteral("TLS 1.1")}
            << QString() << int(Protocol::Tls1_1);
        QTest::newRow("GREASE is no version")
            << 0x0303 << QList<int>{0x3a3a, 0x0302} << QStringList{QStringLiteral("TLS 1.1")} << QString()
            << int(Protocol::Tls1_1);
        QTest::newRow("a draft of TLS 1.3 has no box")
            << 0x0303 << QList<int>{0x7f1c, 0x0301}
            << QStringList{QStringLiteral("TLS 1.0"), QStringLiteral("TLSv1.3 (draft 28)")} << QString()
            << int(Protocol::Tls1_0);
    }
    void aFixIsOnlyOfferedForVersionsThatABoxCanAllow()
    {
        QFETCH(int, legacyVersion);
        QFETCH(QList<int>, versions);
        QFETCH(QStringList, offered);
        QFETCH(QString, atMost);
        QFETCH(int, fix);
        HelloWriter hello{.legacyVersion = static_cast<std::uint16_t>(legacyVersion)};
        for (const int version : versions)
            hello.versions.push_back(static_cast<std::uint16_t>(version));
        const ServerOffer offer = makeOffer();
        const Verdict verdict = diagnose(refusedHello(SSL_R_UNSUPPORTED_PROTOCOL, 70, hello), &offer);
        QCOMPARE(verdict.clientValues, offered);
        QCOMPARE(verdict.detail, atMost);
        QCOMPARE(verdict.fix, fix < 0 ? Fix::None : Fix::AllowProtocols);
        QCOMPARE(verdict.fixProtocols, fix < 0 ? ProtocolSet{} : ProtocolSet{static_cast<Protocol>(fix)});
    }

    void aBoxIsNoMendWhereTheKeyCannotServeIt()
    {
        ServerOffer offer = makeOffer({Protocol::Tls1_2});
        offer.keyType = QStringLiteral("EC");
        offer.keyCurve = 0x0016; // secp256k1
        const HelloWriter hello{.versions = {0x0304}};
        const Verdict verdict = diagnose(refusedHello(SSL_R_UNSUPPORTED_PROTOCOL, 70, hello), &offer);
        QCOMPARE(verdict.code, VerdictCode::NoCommonProtocol);
        QCOMPARE(verdict.fix, Fix::OtherKey);
        QCOMPARE(verdict.fixProtocols, ProtocolSet{Protocol::Tls1_3});
    }

    void tellsWhichCertificateTheSuitesNeed()
    {
        ServerOffer offer = makeOffer();
        const Verdict elliptic = diagnose(refusedHello(SSL_R_NO_SHARED_CIPHER, 40, {.suites = {0xc02b}}), &offer);
        QCOMPARE(elliptic.reason, VerdictReason::SuitesNeedOtherCertificate);
        QCOMPARE(elliptic.detail, QStringLiteral("EC"));
        QCOMPARE(elliptic.serverValues, QStringList{QStringLiteral("RSA")});

        offer.keyType = QStringLiteral("EC");
        offer.keyBits = 256;
        offer.keyCurve = 0x0017;
        for (CipherOffer &cipher : offer.ciphers)
            cipher.fitsCertificate = cipher.id == 0xc02b;
        const Verdict rsa = diagnose(refusedHello(SSL_R_NO_SHARED_CIPHER, 40, {.suites = {0xc02f, 0xc013}}), &offer);
        QCOMPARE(rsa.reason, VerdictReason::SuitesNeedOtherCertificate);
        QCOMPARE(rsa.detail, QStringLiteral("RSA"));
    }

    void aHugeHelloGivesASmallVerdict()
    {
        HelloWriter hello;
        hello.suites.clear();
        for (std::uint16_t suite = 0; suite < 30'000; ++suite)
            hello.suites.push_back(static_cast<std::uint16_t>(0xd000 + suite % 4096));
        const ServerOffer offer = makeOffer();
        const Verdict verdict = diagnose(refusedHello(SSL_R_NO_SHARED_CIPHER, 40, hello), &offer);
        QCOMPARE(verdict.code, VerdictCode::NoCommonCipher);
        QVERIFY(verdict.clientValues.size() < 20);
        QVERIFY(verdict.clientValuesMore > 25'000);
        for (const QString &line : verdict.evidence)
            QVERIFY(line.size() < 1500);
    }

    void whatAPeerSaysIsEscapedAndCut()
    {
        const QByteArray hostile = QByteArray("\x1b[31mGET\r\n\xe2\x80\xae<b>\\", 17) + QByteArray(44, 'A');
        const Verdict verdict = diagnose(startsWith(FirstBytes::Unknown, hostile), nullptr);
        for (const QString &text : verdict.evidence + QStringList{verdict.detail}) {
            QVERIFY(text.size() < 200);
            for (const QChar character : text)
                QVERIFY2((character >= u' ' && character <= u'~') || character == QChar(0x2026), qPrintable(text));
        }
        QVERIFY(verdict.detail.startsWith(QLatin1String("\\x1b[31mGET\\x0d\\x0a\\xe2\\x80\\xae<b>\\x5c")));
    }

    void printableNeverExceedsItsLimit_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << QByteArray() << 10 << QString();
        QTest::newRow("fits exactly") << QByteArray("abcd") << 4 << QStringLiteral("abcd");
        QTest::newRow("cut") << QByteArray("abcde") << 4 << QStringLiteral("abc…");
        QTest::newRow("an escape is never halved") << QByteArray("ab\n") << 4 << QStringLiteral("ab…");
        QTest::newRow("zero octet") << QByteArray(1, '\0') << 10 << QStringLiteral("\\x00");
    }
    void printableNeverExceedsItsLimit()
    {
        QFETCH(QByteArray, octets);
        QFETCH(int, limit);
        QFETCH(QString, expected);
        QCOMPARE(printable(octets, limit), expected);
    }
};

QTEST_GUILESS_MAIN(VerdictValuesTest)
#include "tst_verdict_values.moc"
