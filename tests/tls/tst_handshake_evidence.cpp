#include "model/tls/available_algorithms.h"
#include "model/tls/handshake_evidence.h"
#include "tests/tls/memory_pair.h"

#include <QTest>

using namespace sealport;
using namespace sealport::test;

/// What is told of a finished handshake is what was on the wire, whatever a server's lists allow.
class TestHandshakeEvidence final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void theGroupIsTheOneOnTheWire_data()
    {
        QTest::addColumn<QByteArray>("group");
        QTest::addColumn<int>("number");
        for (const AvailableGroup &group : availableGroups())
            QTest::newRow(qPrintable(group.name)) << group.name.toLatin1() << int(group.number);
    }
    void theGroupIsTheOneOnTheWire()
    {
        QFETCH(const QByteArray, group);
        static const Identity identity = makeIdentity(QStringLiteral("rsa:2048"));
        const SslContextPtr serverContext = lenientServer(identity);
        QCOMPARE(SSL_CTX_set1_groups_list(serverContext.get(), group.constData()), 1);
        const SslContextPtr clientContext = lenientContext(TLS_client_method());
        SSL_CTX_set_cipher_list(clientContext.get(), "ECDHE");
        bool isAnyThrough = false;
        for (const int version : {TLS1_VERSION, TLS1_2_VERSION, TLS1_3_VERSION}) {
            const SslPtr server(SSL_new(serverContext.get()));
            const SslPtr client(SSL_new(clientContext.get()));
            SSL_set_min_proto_version(client.get(), version);
            SSL_set_max_proto_version(client.get(), version);
            if (handshakeInMemory(*server, *client)) {
                QTEST(int(negotiatedBy(*server, 0).group), "number");
                QTEST(int(negotiatedBy(*client, 0).group), "number");
                isAnyThrough = true;
            }
            ERR_clear_error();
        }
        QVERIFY(isAnyThrough);
    }
};

QTEST_GUILESS_MAIN(TestHandshakeEvidence)
#include "tst_handshake_evidence.moc"
