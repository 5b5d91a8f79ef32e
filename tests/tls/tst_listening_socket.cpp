#include "model/tls/endpoint.h"
#include "model/tls/listening_socket.h"
#include "tests/support/without_root.h"
#include "tests/tls/descriptor.h"

#include <QFile>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

using namespace sealport;
using namespace sealport::test;

namespace {

int socketsThatListened = 0;

}

/// In place of the C library's, for the whole program.
extern "C" int listen(int descriptor, int backlog) noexcept
{
    ++socketsThatListened;
    return static_cast<int>(::syscall(SYS_listen, descriptor, backlog));
}

/// Who may share an address, and what a refusal says.
class TestListeningSocket final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharingFollowsSocketCreeSsl_data()
    {
        QTest::addColumn<bool>("firstShares");
        QTest::addColumn<bool>("secondShares");
        QTest::addColumn<bool>("secondListens");
        QTest::newRow("two that share listen side by side") << true << true << true;
        QTest::newRow("one that wants it alone is refused beside one that shares") << true << false << false;
        QTest::newRow("one that shares is refused beside one that has it alone") << false << true << false;
        QTest::newRow("two that want it alone cannot both have it") << false << false << false;
    }
    void sharingFollowsSocketCreeSsl()
    {
        QFETCH(const bool, firstShares);
        QFETCH(const bool, secondShares);
        const Descriptor first(openListeningSocket({.address = loopback, .port = 0}, firstShares));
        QVERIFY(first.isOpen());
        const Endpoint taken{.address = loopback, .port = first.port()};
        const Result<int> opened = openListeningSocket(taken, secondShares);
        const Descriptor second(opened);
        QTEST(second.isOpen(), "secondListens");
        if (!opened) {
            QCOMPARE(opened.error().code, ErrorCode::PortInUse);
            QCOMPARE(opened.error().subject, taken.toString());
            QVERIFY(!opened.error().causes.isEmpty());
        }
    }

    void connectionsInTimeWaitDoNotHoldThePort_data()
    {
        QTest::addColumn<bool>("shares");
        QTest::newRow("shared") << true;
        QTest::newRow("unique") << false;
    }
    void connectionsInTimeWaitDoNotHoldThePort()
    {
        QFETCH(const bool, shares);
        Descriptor first = listenAt(loopback, 0, shares);
        const quint16 port = first.port();
        Descriptor client = connectTo("127.0.0.1", port);
        QVERIFY(client.isOpen());
        // The side that closes first is the one whose end goes to TIME_WAIT.
        const int accepted = ::accept(first.number(), nullptr, nullptr);
        QVERIFY(accepted >= 0);
        ::close(accepted);
        client.close();
        QTRY_VERIFY(isInTimeWait(port));
        first.close();
        QVERIFY(listenAt(loopback, port, shares).isOpen());
        QVERIFY2(isInTimeWait(port), "or there was nothing to see");
    }

    void addressOfAnotherMachineIsRefused()
    {
        const Result<int> opened =
            openListeningSocket({.address = QHostAddress(QStringLiteral("192.0.2.1")), .port = 0}, true);
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, ErrorCode::AddressNotLocal);
        QCOMPARE(opened.error().subject, QStringLiteral("192.0.2.1"));
    }

    void privilegedPortIsNotPermitted()
    {
        QFile lowest(QStringLiteral("/proc/sys/net/ipv4/ip_unprivileged_port_start"));
        QVERIFY(lowest.open(QIODevice::ReadOnly));
        if (lowest.readAll().trimmed().toInt() <= 1)
            QSKIP("This system has no privileged ports (net.ipv4.ip_unprivileged_port_start).");
        const WithoutRoot likeAnybody;
        const Result<int> opened = openListeningSocket({.address = loopback, .port = 1}, false);
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, ErrorCode::PortNotPermitted);
    }

    void lackOfDescriptorsHasItsOwnError()
    {
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        rlimit none = before;
        none.rlim_cur = 3;
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
        const Result<int> opened = openListeningSocket({.address = loopback, .port = 0}, true);
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, ErrorCode::OutOfDescriptors);
    }

    void anyIpv6AddressServesIpv4AsWell_data()
    {
        QTest::addColumn<QHostAddress>("address");
        QTest::addColumn<bool>("servesIpv4");
        QTest::newRow("any address of both families") << QHostAddress(QHostAddress::Any) << true;
        QTest::newRow("::") << QHostAddress(QStringLiteral("::")) << true;
        QTest::newRow("0.0.0.0") << QHostAddress(QStringLiteral("0.0.0.0")) << true;
        QTest::newRow("::1 is IPv6 alone") << loopback6 << false;
    }
    void anyIpv6AddressServesIpv4AsWell()
    {
        QFETCH(const QHostAddress, address);
        if (address.protocol() != QAbstractSocket::IPv4Protocol && !hasIpv6())
            QSKIP("this machine has no IPv6");
        const Descriptor listening(openListeningSocket({.address = address, .port = 0}, false));
        QVERIFY(listening.isOpen());
        QTEST(connectTo("127.0.0.1", listening.port()).isOpen(), "servesIpv4");
    }

    void descriptorIsNotInheritedAndDoesNotBlock()
    {
        const Descriptor listening(openListeningSocket({.address = loopback, .port = 0}, true));
        QVERIFY((::fcntl(listening.number(), F_GETFD) & FD_CLOEXEC) != 0);
        QVERIFY((::fcntl(listening.number(), F_GETFL) & O_NONBLOCK) != 0);
    }

    void probeFindsWhatStartWouldFind()
    {
        const Descriptor taken = listenAt(loopback);
        const Endpoint endpoint{.address = loopback, .port = taken.port()};
        for (const bool shared : {false, true}) {
            const Result<void> probe = probePort(endpoint, shared);
            QVERIFY(!probe);
            QCOMPARE(probe.error().code, ErrorCode::PortInUse);
            QCOMPARE(probe.error().subject, endpoint.toString());
        }
        const auto free = nextFreePort(endpoint, 1024, 65535);
        QVERIFY(free && probePort({.address = loopback, .port = *free}, false));
        QVERIFY2(listenAt(loopback, *free).isOpen(), "the probe has given it back");
    }

    void probeTakesNoClientOfWhoSharesThePort()
    {
        const Descriptor other = listenAt(loopback, 0, true);
        const int before = socketsThatListened;
        QVERIFY2(before > 0, "or nothing is counted");
        QVERIFY(probePort({.address = loopback, .port = other.port()}, true));
        QCOMPARE(socketsThatListened, before); // one that listens, however shortly, is given clients
        QVERIFY(connectTo("127.0.0.1", other.port()).isOpen());
    }

    void nextFreePortPassesOverThoseThatAreTaken()
    {
        Descriptor first = listenAt(loopback);
        const Endpoint taken{.address = loopback, .port = first.port()};
        const auto above = nextFreePort(taken, 1, 65535);
        QVERIFY(above.has_value());
        QVERIFY(*above != taken.port);
        const Descriptor second = listenAt(loopback, *above, true); // one that shares is in the way as well
        QVERIFY(second.isOpen());
        const auto further = nextFreePort(taken, 1, 65535);
        QVERIFY(further.has_value());
        QVERIFY(*further != *above && *further != taken.port);
        QVERIFY(listenAt(loopback, *further).isOpen());
    }

    void nextFreePortStaysInItsRange()
    {
        Descriptor first = listenAt(loopback);
        const quint16 port = first.port();
        const Endpoint taken{.address = loopback, .port = port};
        QVERIFY2(!nextFreePort(taken, port, port), "it is the only one");
        const auto free = nextFreePort(taken, static_cast<quint16>(port - 200), port);
        QVERIFY2(free.has_value(), "above the last comes the first");
        QVERIFY(*free >= port - 200 && *free < port);
        const Endpoint below{.address = loopback, .port = 80};
        const auto inside = nextFreePort(below, 5000, 65000);
        QVERIFY(inside.has_value() && *inside >= 5000);
    }

    void nextFreePortIsFreeAtThatAddress()
    {
        const Descriptor first = listenAt(loopback);
        const Endpoint elsewhere{.address = QHostAddress(QStringLiteral("127.0.0.2")),
                                 .port = static_cast<quint16>(first.port() - 1)};
        QCOMPARE(nextFreePort(elsewhere, 1, 65535), std::optional(first.port()));
        QVERIFY(!nextFreePort({.address = QHostAddress(QStringLiteral("192.0.2.1")), .port = 5043}, 5000, 65000));
    }

    void endpointsAreWrittenAsPeopleWriteThem_data()
    {
        QTest::addColumn<QHostAddress>("address");
        QTest::addColumn<QString>("text");
        QTest::newRow("IPv4") << QHostAddress(QStringLiteral("127.0.0.1")) << QStringLiteral("127.0.0.1:5043");
        QTest::newRow("IPv6 in brackets") << QHostAddress(QStringLiteral("::1")) << QStringLiteral("[::1]:5043");
        QTest::newRow("IPv4 inside IPv6")
            << QHostAddress(QStringLiteral("::ffff:192.0.2.7")) << QStringLiteral("192.0.2.7:5043");
        QTest::newRow("any IPv6 address") << QHostAddress(QStringLiteral("::")) << QStringLiteral("[::]:5043");
        QTest::newRow("any IPv4 address") << QHostAddress(QStringLiteral("0.0.0.0")) << QStringLiteral("0.0.0.0:5043");
    }
    void endpointsAreWrittenAsPeopleWriteThem()
    {
        QFETCH(const QHostAddress, address);
        QTEST((Endpoint{.address = address, .port = 5043}.toString()), "text");
    }
};

QTEST_GUILESS_MAIN(TestListeningSocket)
#include "tst_listening_socket.moc"
