#include "tests/sockets/slow_resolver.h"

#include <QTest>

#include <thread>

using namespace sealport;
using namespace sealport::test;
using namespace std::chrono_literals;

/// Name servers that answer, that do not, and that nobody waits for.
class TestHostLookup final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answerIsHandedOn()
    {
        const SlowResolver names;
        const auto found = lookUpHost(QStringLiteral("fast.test"), names.resolver(), {});
        QVERIFY(found.has_value());
        QCOMPARE(*found, QList{QHostAddress(QHostAddress::LocalHost)});
    }

    void refusalIsHandedOn()
    {
        const Error refusal{
            .code = ErrorCode::AddressNotFound, .subject = QStringLiteral("a"), .values = {}, .causes = {{}}};
        const auto found = lookUpHost(
            QStringLiteral("a"),
            [refusal](const QString &) -> Result<QList<QHostAddress>> { return std::unexpected(refusal); }, {});
        QVERIFY(!found.has_value());
        QCOMPARE(found.error(), refusal);
    }

    void slowNameServerIsGivenUp()
    {
        const SlowResolver names;
        const auto found = lookUpHost(QStringLiteral("slow.test"), names.resolver(), {}, 20ms);
        QVERIFY(!found.has_value());
        QCOMPARE(found.error().code, ErrorCode::AddressNotFound);
        QCOMPARE(found.error().subject, QStringLiteral("slow.test"));
        QCOMPARE(found.error().causes, QStringList{QStringLiteral("timed out")});
    }

    void nobodyWaitsWhoWasStopped()
    {
        const SlowResolver names;
        std::stop_source stop;
        const std::jthread stopper([&] {
            while (names.waiting() == 0)
                std::this_thread::yield();
            stop.request_stop();
        });
        const auto found = lookUpHost(QStringLiteral("slow.test"), names.resolver(), stop.get_token(), 1h);
        QVERIFY(!found.has_value());
        QCOMPARE(names.waiting(), 1); // it has not answered yet
    }

    void systemKnowsThisMachine()
    {
        const auto found = resolveHost(QStringLiteral("localhost"));
        QVERIFY(found.has_value());
        QVERIFY(!found->isEmpty());
        for (const QHostAddress &address : *found)
            QVERIFY(address.isLoopback());
    }

    void systemSaysWhyNot_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("a name of nobody") << QStringLiteral("no-such-host.invalid");
        QTest::newRow("words") << QStringLiteral("not a host name");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a label that is too long") << QString(64, u'a') + QStringLiteral(".test");
        QTest::newRow("a zero in it") << QString::fromLatin1("local\0host", 10);
    }
    void systemSaysWhyNot()
    {
        QFETCH(const QString, host);
        const auto found = resolveHost(host);
        QVERIFY(!found.has_value());
        QCOMPARE(found.error().code, ErrorCode::AddressNotFound);
        QCOMPARE(found.error().subject, host);
        QVERIFY(!found.error().causes.value(0).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHostLookup)
#include "tst_host_lookup.moc"
