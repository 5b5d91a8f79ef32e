#include "model/tls/expanded_algorithms.h"

#include "model/tls/available_algorithms.h"

#include <openssl/err.h>

#include <QTest>

#include <algorithm>

using namespace sealport;
using namespace Qt::StringLiterals;

namespace {

TlsPolicy policyWith(ProtocolSet protocols, const AlgorithmChoice &algorithms = {})
{
    TlsPolicy policy;
    policy.protocols = protocols;
    policy.algorithms = algorithms;
    return policy;
}

QStringList suiteNames(const std::vector<std::uint16_t> &numbers)
{
    QStringList names;
    for (const std::uint16_t number : numbers)
        names += std::ranges::find(availableSuites(), number, &AvailableSuite::number)->name;
    return names;
}

template <class T>
bool holds(const std::vector<T> &list, T value)
{
    return std::ranges::find(list, value) != list.end();
}

} // namespace

/// What shorthands and defaults stand for.
class TestExpandedAlgorithms final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void whatIsWrittenStaysAsItIs()
    {
        const auto expanded = expandedAlgorithms(
            policyWith(modernProtocols, {.ciphers = u"ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384"_s,
                                         .cipherSuites = u"TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384"_s,
                                         .groups = u"P-384:X25519"_s,
                                         .signatureAlgorithms = u"RSA-PSS+SHA256:ECDSA+SHA384"_s}));
        QVERIFY(expanded.has_value());
        QCOMPARE(expanded->ciphers, (std::vector<std::uint16_t>{0xc02f, 0xc02c}));
        QCOMPARE(expanded->cipherSuites, (std::vector<std::uint16_t>{0x1301, 0x1302}));
        QCOMPARE(expanded->groups, (std::vector<std::uint16_t>{0x0018, 0x001d}));
        // both kinds of RSA keys, as OpenSSL reads it
        QVERIFY(holds<std::uint16_t>(expanded->signatureAlgorithms, 0x0804));
        QCOMPARE(expanded->signatureAlgorithms.back(), std::uint16_t{0x0503});
        QCOMPARE(expanded->securityLevel, 2);
    }

    void anEmptyListIsSealportsOwn()
    {
        const auto expanded = expandedAlgorithms(policyWith(modernProtocols));
        QVERIFY(expanded.has_value());
        QCOMPARE(expanded->cipherSuites, (std::vector<std::uint16_t>{0x1302, 0x1303, 0x1301}));
        QCOMPARE(expanded->groups.front(), std::uint16_t{0x001d});
        QVERIFY(suiteNames(expanded->ciphers).contains(u"ECDHE-RSA-AES256-GCM-SHA384"_s));
        QVERIFY(suiteNames(expanded->ciphers).contains(u"AES128-SHA"_s));
    }

    void aShorthandBecomesItsSuites()
    {
        const auto expanded = expandedAlgorithms(policyWith(modernProtocols, {.ciphers = u"ECDHE+AESGCM:!aRSA"_s}));
        QVERIFY(expanded.has_value());
        QCOMPARE(suiteNames(expanded->ciphers),
                 (QStringList{u"ECDHE-ECDSA-AES256-GCM-SHA384"_s, u"ECDHE-ECDSA-AES128-GCM-SHA256"_s}));
    }

    void whatNeedsASharedSecretIsLeftOut()
    {
        const auto expanded = expandedAlgorithms(policyWith(modernProtocols, {.ciphers = u"PSK:SRP:AES128-SHA"_s}));
        QVERIFY(expanded.has_value());
        QCOMPARE(suiteNames(expanded->ciphers), QStringList{u"AES128-SHA"_s});
    }

    void theSecurityLevelTakesAway_data()
    {
        QTest::addColumn<ProtocolSet>("protocols");
        QTest::addColumn<QString>("ciphers");
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("hasSha1Signatures");
        QTest::newRow("TLS 1.0 needs none") << socketCreeSslProtocols << QString() << 0 << true;
        QTest::newRow("TLS 1.2 and 1.3 do without SHA-1") << modernProtocols << QString() << 2 << false;
        QTest::newRow("the list of ciphers has the last word")
            << modernProtocols << u"ECDHE-RSA-AES128-GCM-SHA256:@SECLEVEL=1"_s << 1 << false;
    }
    void theSecurityLevelTakesAway()
    {
        QFETCH(const ProtocolSet, protocols);
        QFETCH(const QString, ciphers);
        const auto expanded = expandedAlgorithms(policyWith(protocols, {.ciphers = ciphers}));
        QVERIFY(expanded.has_value());
        QTEST(expanded->securityLevel, "level");
        QTEST(holds<std::uint16_t>(expanded->signatureAlgorithms, 0x0201), "hasSha1Signatures");
    }

    void aStrictLevelLeavesFewerSuites()
    {
        const auto expanded = expandedAlgorithms(
            policyWith(modernProtocols, {.ciphers = u"AES128-SHA:ECDHE-RSA-AES256-GCM-SHA384"_s, .securityLevel = 3}));
        QVERIFY(expanded.has_value());
        QCOMPARE(suiteNames(expanded->ciphers), QStringList{u"ECDHE-RSA-AES256-GCM-SHA384"_s}); // forward secrecy
    }

    void whatOpenSslRefusesIsAnError_data()
    {
        QTest::addColumn<ProtocolSet>("protocols");
        QTest::addColumn<QString>("ciphers");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing that is known") << modernProtocols << u"NONSENSE"_s << int(ErrorCode::BadCipherString);
        QTest::newRow("no version at all") << ProtocolSet{} << QString() << int(ErrorCode::NoProtocol);
        QTest::newRow("one that is gone")
            << ProtocolSet{Protocol::Ssl2} << QString() << int(ErrorCode::ProtocolUnavailable);
    }
    void whatOpenSslRefusesIsAnError()
    {
        QFETCH(const ProtocolSet, protocols);
        QFETCH(const QString, ciphers);
        const auto expanded = expandedAlgorithms(policyWith(protocols, {.ciphers = ciphers}));
        QVERIFY(!expanded.has_value());
        QTEST(int(expanded.error().code), "code");
    }
};

QTEST_GUILESS_MAIN(TestExpandedAlgorithms)
#include "tst_expanded_algorithms.moc"
