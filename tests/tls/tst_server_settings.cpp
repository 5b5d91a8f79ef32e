#include "tests/diagnosis/memory_handshake.h"
#include "tests/tls/test_identity.h"

#include <QtTest>

#include <map>

using namespace sealport;
using namespace sealport::test;
using namespace Qt::StringLiterals;

using Configure = std::function<void(SSL_CTX &)>;
Q_DECLARE_METATYPE(Configure)

namespace {

constexpr ProtocolSet everyProtocol{Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2, Protocol::Tls1_3};

const Configure anyClient = [](SSL_CTX &) {};

Configure signatures(const char *list)
{
    return [list](SSL_CTX &context) { SSL_CTX_set1_sigalgs_list(&context, list); };
}

Configure version(int number, const Configure &more = anyClient)
{
    return [number, more](SSL_CTX &context) {
        SSL_CTX_set_min_proto_version(&context, number);
        SSL_CTX_set_max_proto_version(&context, number);
        more(context);
    };
}

Configure offers(const QByteArray &alpn)
{
    return [alpn](SSL_CTX &context) {
        SSL_CTX_set_alpn_protos(&context, reinterpret_cast<const unsigned char *>(alpn.constData()),
                                static_cast<unsigned int>(alpn.size()));
    };
}

Configure shows(const Identity &identity)
{
    return [identity](SSL_CTX &context) {
        SSL_CTX_use_certificate(&context, identity.certificate.handle());
        SSL_CTX_use_PrivateKey(&context, identity.key.handle());
    };
}

} // namespace

/// What a server was told to do beyond protocols and one certificate, as its clients find it.
class TestServerSettings : public QObject {
    Q_OBJECT
private:
    Identity m_ec = makeIdentity(u"ec:P-256"_s);
    Identity m_rsa = makeIdentity(u"rsa:2048"_s);
    Identity m_authority = makeIdentity(u"ec:P-256"_s, nullptr, u"Clients' authority"_s, true);
    Identity m_client = makeIdentity(u"ec:P-256"_s, &m_authority, u"client"_s);

    static std::shared_ptr<const ServerContext> made(const TlsPolicy &policy, const ServerIdentities &identities)
    {
        const auto context = ServerContext::make(policy, identities);
        return context ? *context : nullptr;
    }
    [[nodiscard]] QString nameOf(const Ending &ending, const std::map<QString, Identity> &identities) const
    {
        if (!ending.negotiated)
            return u"refused"_s;
        for (const auto &[name, identity] : identities)
            if (identity.certificate.sha256() == ending.negotiated->certificate)
                return name;
        return u"unknown"_s;
    }

private Q_SLOTS:
    void theCertificateFitsWhatTheClientCanVerify_data()
    {
        QTest::addColumn<Configure>("client");
        QTest::addColumn<QString>("presented");
        QTest::newRow("a client that takes both gets what OpenSSL prefers") << anyClient << u"ec"_s;
        QTest::newRow("a TLS 1.3 client that verifies RSA alone")
            << signatures("RSA-PSS+SHA256:RSA+SHA256") << u"rsa"_s;
        QTest::newRow("a TLS 1.3 client that verifies curves alone") << signatures("ECDSA+SHA256") << u"ec"_s;
        QTest::newRow("a TLS 1.2 client that verifies RSA alone")
            << version(TLS1_2_VERSION, signatures("RSA+SHA256")) << u"rsa"_s;
        QTest::newRow("a TLS 1.0 client with suites for RSA alone") << version(TLS1_VERSION, [](SSL_CTX &context) {
            SSL_CTX_set_cipher_list(&context, "ECDHE-RSA-AES128-SHA");
        }) << u"rsa"_s;
    }
    void theCertificateFitsWhatTheClientCanVerify()
    {
        QFETCH(const Configure, client);
        const auto context = made({.protocols = everyProtocol}, {.usual = {m_ec, m_rsa}});
        QVERIFY(context);
        QTEST(nameOf(shakeHands(*context, client), {{u"ec"_s, m_ec}, {u"rsa"_s, m_rsa}}), "presented");
    }

    void twoKeysOfOneTypeAreRefused()
    {
        const Identity other = makeIdentity(u"ec:P-384"_s, nullptr, u"other.test"_s);
        const auto context = ServerContext::make({}, ServerIdentities{.usual = {m_ec, other}});
        QVERIFY(!context);
        QCOMPARE(context.error().code, ErrorCode::SameKeyType);
        QCOMPARE(context.error().subject, u"other.test"_s);
        QCOMPARE(context.error().values, (QStringList{u"EC"_s, u"localhost"_s}));
    }

    void theServerNameChoosesTheCertificate_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("isStrict");
        QTest::addColumn<QString>("presented");
        const auto row = [](const char *title, const char *name, bool isStrict, const QString &presented) {
            QTest::newRow(title) << QByteArray(name) << isStrict << presented;
        };
        row("its own name", "shop.test", false, u"shop"_s);
        row("its own name in capitals", "SHOP.Test", false, u"shop"_s);
        row("one label for the wildcard", "a.wild.test", false, u"wild"_s);
        row("an exact name before the wildcard that covers it", "exact.wild.test", false, u"exact"_s);
        row("two labels are more than a wildcard", "a.b.wild.test", false, u"usual"_s);
        row("the wildcard's own end is none of its names", "wild.test", false, u"usual"_s);
        row("a name that the certificate itself holds", "own.test", false, u"own"_s);
        row("no such name, and that is fine", "nobody.test", false, u"usual"_s);
        row("no such name, and that is refused", "nobody.test", true, u"refused"_s);
        row("a name of the usual certificate is none to refuse", "localhost", true, u"usual"_s);
        row("who asks for no name is not refused", "", true, u"usual"_s);
    }
    void theServerNameChoosesTheCertificate()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const bool, isStrict);
        std::map<QString, Identity> all{{u"usual"_s, m_ec}};
        for (const auto *one : {"shop", "wild", "exact"})
            all.emplace(QLatin1String(one), makeIdentity(u"ec:P-256"_s, nullptr, QLatin1String(one)));
        CertificateSpec spec = specOf(u"own"_s);
        spec.alternativeNames = {u"DNS:own.test"_s};
        const PrivateKey key = PrivateKey::generate(KeyKind{}).value();
        all.emplace(u"own"_s, Identity{.certificate = issue(spec, key).value(), .key = key, .chain = {}});
        const ServerIdentities identities{
            .usual = {m_ec},
            .named = {{.names = {u"shop.test"_s}, .identities = {all.at(u"shop"_s)}},
                      {.names = {u"*.wild.test"_s}, .identities = {all.at(u"wild"_s)}},
                      {.names = {u"exact.wild.test"_s}, .identities = {all.at(u"exact"_s)}},
                      {.names = {}, .identities = {all.at(u"own"_s)}}},
            .refusesOtherNames = isStrict};
        const auto context = made({.protocols = everyProtocol}, identities);
        QVERIFY(context);
        for (const int tls : {TLS1_2_VERSION, TLS1_3_VERSION}) {
            const Ending ending = shakeHands(*context, version(tls), {}, name);
            QTEST(nameOf(ending, all), "presented");
            if (ending.negotiated)
                QCOMPARE(context->presented(ending.negotiated->certificate).sha256(), ending.negotiated->certificate);
            else
                QCOMPARE(int(ending.alertSent.value_or(Alert{}).code), 112); // unrecognized_name
        }
        QCOMPARE(context->presented("nobody's").sha256(), m_ec.certificate.sha256());
    }

    void anApplicationProtocolIsAgreedOn_data()
    {
        QTest::addColumn<QByteArray>("offered"); // as on the wire; empty: the extension is left out
        QTest::addColumn<bool>("isRequired");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *title, const char *offered, bool isRequired, const char *outcome) {
            QTest::newRow(title) << QByteArray(offered) << isRequired << QString::fromLatin1(outcome);
        };
        row("the server's order counts", "\x08http/1.1\x02h2", false, "h2");
        row("what both know",
            "\x03"
            "foo"
            "\x08http/1.1",
            false, "http/1.1");
        row("nothing in common is left unanswered",
            "\x03"
            "foo",
            false, "");
        row("nothing in common is refused",
            "\x03"
            "foo",
            true, "alert 120");
        row("a client that offers none is served", "", true, "");
    }
    void anApplicationProtocolIsAgreedOn()
    {
        QFETCH(const QByteArray, offered);
        QFETCH(const bool, isRequired);
        const auto context =
            made({.protocols = everyProtocol, .alpn = {u"h2"_s, u"http/1.1"_s}, .requiresAlpn = isRequired},
                 {.usual = {m_ec}});
        QVERIFY(context);
        const Ending ending = shakeHands(*context, offered.isEmpty() ? anyClient : offers(offered));
        const QString outcome = ending.negotiated ? QString::fromLatin1(ending.negotiated->alpn)
                                                  : u"alert %1"_s.arg(ending.alertSent.value_or(Alert{}).code);
        QTEST(outcome, "outcome");
    }

    void clientsAreAskedForCertificates_data()
    {
        using Mode = ClientCertificateMode;
        QTest::addColumn<ClientCertificateMode>("mode");
        QTest::addColumn<QString>("shown"); // nothing, good, stranger
        QTest::addColumn<bool>("isThrough");
        QTest::addColumn<int>("verified"); // X509_V_…; -1: the server saw none
        const auto row = [](const char *title, Mode mode, const char *shown, bool isThrough, int verified) {
            QTest::newRow(title) << mode << QString::fromLatin1(shown) << isThrough << verified;
        };
        row("nobody is asked, so nothing is shown", Mode::DoNotAsk, "good", true, -1);
        row("one may come without", Mode::Ask, "nothing", true, -1);
        row("one that is trusted", Mode::Ask, "good", true, X509_V_OK);
        row("one that is not trusted is refused", Mode::Ask, "stranger", false, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT);
        row("nobody comes without", Mode::Require, "nothing", false, -1);
        row("one that is demanded and trusted", Mode::Require, "good", true, X509_V_OK);
        row("a stranger is let through and reported", Mode::Report, "stranger", true,
            X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT);
        row("whoever has none is let through", Mode::Report, "nothing", true, -1);
    }
    void clientsAreAskedForCertificates()
    {
        QFETCH(const ClientCertificateMode, mode);
        QFETCH(const QString, shown);
        QFETCH(const bool, isThrough);
        QFETCH(const int, verified);
        const TlsPolicy policy{.protocols = everyProtocol,
                               .clientCertificates = {.mode = mode, .authorities = {m_authority.certificate}}};
        const auto context = made(policy, {.usual = {m_ec}});
        QVERIFY(context);
        QVERIFY(context->offer().unreachable.isEmpty()); // that clients must have one is no fault of the protocols
        const Identity stranger = makeIdentity();
        const Configure client = shown == u"good"       ? shows(m_client)
                                 : shown == u"stranger" ? shows(stranger)
                                                        : anyClient;
        for (const int tls : {TLS1_VERSION, TLS1_2_VERSION, TLS1_3_VERSION}) {
            const Ending ending = shakeHands(*context, version(tls, client));
            QCOMPARE(ending.negotiated.has_value(), isThrough);
            QCOMPARE(ending.clientCertificate ? ending.clientCertificate->verifyResult : -1, verified);
        }
    }

    void aListThatOpensslRefusesIsNamed_data()
    {
        QTest::addColumn<AlgorithmChoice>("choice");
        QTest::addColumn<QString>("which");
        QTest::newRow("ciphers") << AlgorithmChoice{.ciphers = u"NONSENSE"_s} << u"ciphers"_s;
        QTest::newRow("suites") << AlgorithmChoice{.cipherSuites = u"TLS_NONSENSE"_s} << u"cipherSuites"_s;
        QTest::newRow("groups") << AlgorithmChoice{.groups = u"P-257"_s} << u"groups"_s;
        QTest::newRow("signatures") << AlgorithmChoice{.signatureAlgorithms = u"RSA"_s} << u"signatureAlgorithms"_s;
    }
    void aListThatOpensslRefusesIsNamed()
    {
        QFETCH(const AlgorithmChoice, choice);
        const auto context = ServerContext::make({.algorithms = choice}, m_ec);
        QVERIFY(!context);
        QCOMPARE(context.error().code, ErrorCode::BadCipherString);
        QTEST(context.error().values.value(0), "which");
    }

    void theListsDecideWhatIsSpoken()
    {
        const AlgorithmChoice choice{.ciphers = u"ECDHE-ECDSA-AES128-GCM-SHA256"_s,
                                     .cipherSuites = u"TLS_AES_128_GCM_SHA256"_s,
                                     .groups = u"P-384:P-256"_s,
                                     .signatureAlgorithms = u"ECDSA+SHA256"_s};
        const auto context = made({.protocols = everyProtocol, .algorithms = choice}, {.usual = {m_ec}});
        QVERIFY(context);
        QCOMPARE(context->offer().groups, (std::vector<std::uint16_t>{0x0018, 0x0017}));
        QCOMPARE(context->offer().signatureAlgorithms, std::vector<std::uint16_t>{0x0403});
        const Ending old = shakeHands(*context, version(TLS1_2_VERSION));
        const Ending modern = shakeHands(*context, version(TLS1_3_VERSION));
        QVERIFY(old.negotiated && modern.negotiated);
        QCOMPARE(old.negotiated->cipherSuite, 0xc02b);
        QCOMPARE(modern.negotiated->cipherSuite, 0x1301);
        QCOMPARE(modern.negotiated->group, 0x0018);
        QVERIFY(!shakeHands(*context, version(TLS1_2_VERSION, [](SSL_CTX &client) {
                     SSL_CTX_set_cipher_list(&client, "ECDHE-ECDSA-AES256-GCM-SHA384");
                 })).negotiated);
    }

    void theSecurityLevelIsTheUsersOrThatOfTheList_data()
    {
        QTest::addColumn<AlgorithmChoice>("choice");
        QTest::addColumn<int>("level");
        QTest::newRow("none is said: old protocols need none") << AlgorithmChoice{} << 0;
        QTest::newRow("one is said") << AlgorithmChoice{.securityLevel = 1} << 1;
        QTest::newRow("the list says another one")
            << AlgorithmChoice{.ciphers = u"DEFAULT:@SECLEVEL=2"_s, .securityLevel = 0} << 2;
    }
    void theSecurityLevelIsTheUsersOrThatOfTheList()
    {
        QFETCH(const AlgorithmChoice, choice);
        const ProtocolSet protocols{Protocol::Tls1_0, Protocol::Tls1_2};
        const auto context = made({.protocols = protocols, .algorithms = choice}, {.usual = {m_ec}});
        QVERIFY(context);
        QTEST(context->offer().securityLevel, "level");
    }

    void listOfTheUserIsTakenInItsOrder_data()
    {
        QTest::addColumn<QString>("ciphers");
        QTest::addColumn<int>("suite");
        QTest::newRow("his own") << u"ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-CHACHA20-POLY1305"_s << 0xc02b;
        QTest::newRow("Sealport's: ChaCha20 for whoever begins with it") << QString() << 0xcca9;
    }
    void listOfTheUserIsTakenInItsOrder()
    {
        QFETCH(const QString, ciphers);
        const AlgorithmChoice choice{.ciphers = ciphers};
        const auto context = made({.protocols = {Protocol::Tls1_2}, .algorithms = choice}, {.usual = {m_ec}});
        const Ending ending = shakeHands(*context, [](SSL_CTX &client) {
            SSL_CTX_set_cipher_list(&client, "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256");
        });
        QVERIFY(ending.negotiated);
        QTEST(int(ending.negotiated->cipherSuite), "suite");
    }

    void whoseOrderOfSuitesCounts()
    {
        for (const bool isServers : {true, false}) {
            const AlgorithmChoice choice{.ciphers = u"ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256"_s,
                                         .prefersServerOrder = isServers};
            const auto context = made({.protocols = {Protocol::Tls1_2}, .algorithms = choice}, {.usual = {m_ec}});
            const Ending ending = shakeHands(*context, [](SSL_CTX &client) {
                SSL_CTX_set_cipher_list(&client, "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384");
            });
            QVERIFY(ending.negotiated);
            QCOMPARE(int(ending.negotiated->cipherSuite), isServers ? 0xc02c : 0xc02b);
        }
    }
};

QTEST_GUILESS_MAIN(TestServerSettings)
#include "tst_server_settings.moc"
