#include "model/diagnosis/verdict.h"
#include "tests/diagnosis/memory_handshake.h"
#include "tests/tls/test_identity.h"

#include <QtTest>

using namespace sealport;
using namespace sealport::test;
using namespace Qt::StringLiterals;

namespace {

constexpr ProtocolSet modern{Protocol::Tls1_2, Protocol::Tls1_3};

Identity clientIdentity(const Identity *issuer, int fromDay, int toDay,
                        std::optional<std::vector<KeyPurpose>> purposes = {})
{
    CertificateSpec spec = specOf(u"Alice"_s);
    spec.notBefore = QDateTime::currentDateTimeUtc().addDays(fromDay);
    spec.notAfter = QDateTime::currentDateTimeUtc().addDays(toDay);
    spec.purposes = std::move(purposes);
    const PrivateKey key = PrivateKey::generate(KeyKind{}).value();
    return {.certificate = issue(spec, key, issuer).value(), .key = key, .chain = {}};
}

} // namespace

/// Clients that a rule of the server turned away: the reasons that OpenSSL gives are measured here, not assumed.
class TestRefusedByRule : public QObject {
    Q_OBJECT
private:
    const Identity m_server = makeIdentity();
    const Identity m_authority = makeIdentity(u"ec:P-256"_s, nullptr, u"Clients' authority"_s, true);
    const Identity m_otherAuthority = makeIdentity(u"ec:P-256"_s, nullptr, u"Another authority"_s, true);

    [[nodiscard]] std::shared_ptr<const ServerContext> verifying(ClientCertificateMode mode) const
    {
        const TlsPolicy policy{.protocols = modern,
                               .clientCertificates = {.mode = mode, .authorities = {m_authority.certificate}}};
        return ServerContext::make(policy, m_server).value();
    }

private Q_SLOTS:
    void aClientCertificateIsRefusedForAReason_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("gsk");
        QTest::addColumn<QString>("evidence"); // begins with
        QTest::newRow("none is shown") << u"none"_s << u"client-certificate-missing"_s << 403 << QString();
        QTest::newRow("signed by itself")
            << u"own"_s << u"client-certificate-untrusted"_s << 417 << u"issued by: CN=Alice"_s;
        QTest::newRow("of another authority")
            << u"foreign"_s << u"client-certificate-untrusted"_s << 6000 << u"issued by: CN=Another authority"_s;
        QTest::newRow("expired") << u"old"_s << u"client-certificate-expired"_s << 107
                                 << u"client certificate: CN=Alice"_s;
        QTest::newRow("not valid yet") << u"young"_s << u"client-certificate-expired"_s << 107 << QString();
        QTest::newRow("made for servers") << u"server"_s << u"client-certificate-refused"_s << 414 << QString();
    }
    void aClientCertificateIsRefusedForAReason()
    {
        QFETCH(const QString, shown);
        QFETCH(const QString, evidence);
        const auto identity = [&]() -> Identity {
            if (shown == u"own")
                return clientIdentity(nullptr, -1, 10);
            if (shown == u"foreign")
                return clientIdentity(&m_otherAuthority, -1, 10);
            if (shown == u"old")
                return clientIdentity(&m_authority, -10, -1);
            if (shown == u"young")
                return clientIdentity(&m_authority, 1, 10);
            return clientIdentity(&m_authority, -1, 10, std::vector{KeyPurpose::ServerAuth});
        };
        const Identity client = identity();
        const auto context = verifying(ClientCertificateMode::Require);
        for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
            const Ending ending = shakeHands(*context, [&](SSL_CTX &configured) {
                SSL_CTX_set_max_proto_version(&configured, version);
                if (shown == u"none")
                    return;
                SSL_CTX_use_certificate(&configured, client.certificate.handle());
                SSL_CTX_use_PrivateKey(&configured, client.key.handle());
            });
            QVERIFY(!ending.negotiated);
            const Verdict verdict = diagnose(ending, *context);
            QTEST(verdictName(verdict.code), "code");
            QTEST(verdict.gsk, "gsk");
            const bool isTold = std::ranges::any_of(
                verdict.evidence, [&evidence](const QString &line) { return line.startsWith(evidence); });
            QVERIFY2(evidence.isEmpty() || isTold, qPrintable(verdict.evidence.join(u'\n')));
        }
    }

    void aNameThatNoCertificateIsForIsNamed()
    {
        const auto context =
            ServerContext::make({.protocols = modern}, {.usual = {m_server}, .named = {}, .refusesOtherNames = true})
                .value();
        const Ending ending = shakeHands(*context, [](SSL_CTX &) {}, {}, "api.test");
        const Verdict verdict = diagnose(ending, *context);
        QCOMPARE(verdictName(verdict.code), u"unknown-server-name"_s);
        QCOMPARE(verdict.detail, u"api.test"_s);
        QCOMPARE(verdict.serverValues, QStringList{u"localhost"_s});
        QVERIFY(verdict.alertSent && verdict.alert && verdict.alert->code == 112);
    }

    void protocolsWithoutOverlapAreNamed()
    {
        const TlsPolicy policy{.protocols = modern, .alpn = {u"h2"_s}, .requiresAlpn = true};
        const auto context = ServerContext::make(policy, m_server).value();
        const Ending ending = shakeHands(*context, [](SSL_CTX &client) {
            static constexpr unsigned char offered[] = {3, 'f', 'o', 'o', 2, '\x1b', 'x'};
            SSL_CTX_set_alpn_protos(&client, offered, sizeof offered);
        });
        const Verdict verdict = diagnose(ending, *context);
        QCOMPARE(verdictName(verdict.code), u"no-common-alpn"_s);
        QCOMPARE(verdict.clientValues, (QStringList{u"foo"_s, u"\\x1bx"_s}));
        QCOMPARE(verdict.serverValues, QStringList{u"h2"_s});
    }

    void ofSeveralCertificatesTheNearestIsBlamed()
    {
        const Identity rsa = makeIdentity(u"rsa:2048"_s);
        const auto context = ServerContext::make({.protocols = {Protocol::Tls1_2}}, {.usual = {m_server, rsa}}).value();
        const Ending ending = shakeHands(*context, [](SSL_CTX &client) {
            SSL_CTX_set_max_proto_version(&client, TLS1_2_VERSION);
            SSL_CTX_set_cipher_list(&client, "ECDHE-RSA-AES128-GCM-SHA256");
            SSL_CTX_set1_groups_list(&client, "secp256k1");
        });
        const Verdict verdict = diagnose(ending, *context);
        QCOMPARE(verdictName(verdict.code), u"no-common-group"_s); // with the RSA key the suite would have done
    }
};

QTEST_GUILESS_MAIN(TestRefusedByRule)
#include "tst_refused_by_rule.moc"
