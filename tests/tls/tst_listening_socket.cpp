#include "model/tls/endpoint.h"
#include "model/tls/listening_socket.h"
#include "tests/support/without_root.h"

#include <QFile>
#include <QScopeGuard>
#include <QTest>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

using namespace sealport;

namespace {

class Descriptor {
public:
    explicit Descriptor(const Result<int> &opened)
        : m_number(opened ? *opened : -1)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor &operator=(Descriptor &&) = delete;
    ~Descriptor() { close(); }
    void close()
    {
        if (m_number >= 0)
            ::close(std::exchange(m_number, -1));
    }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] quint16 port() const
    {
        sockaddr_in6 address{};
        socklen_t size = sizeof address;
        ::getsockname(m_number, reinterpret_cast<sockaddr *>(&address), &size);
        return ntohs(address.sin6_port); // at the same place as in sockaddr_in
    }

private:
    int m_number;
};

bool connectsTo(const char *address, quint16 port)
{
    const Descriptor socket(Result<int>(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)));
    sockaddr_in native{};
    native.sin_family = AF_INET;
    native.sin_port = htons(port);
    ::inet_pton(AF_INET, address, &native.sin_addr);
    return ::connect(socket.number(), reinterpret_cast<const sockaddr *>(&native), sizeof native) == 0;
}

const QHostAddress loopback(QHostAddress::LocalHost);
const QHostAddress loopback6(QHostAddress::LocalHostIPv6);

bool hasIpv6()
{
    return Descriptor(openListeningSocket({.address = loopback6, .port = 0}, false)).isOpen();
}

} // namespace

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

    void connectionsInTimeWaitDoNotHoldThePort()
    {
        Descriptor first(openListeningSocket({.address = loopback, .port = 0}, false));
        const quint16 port = first.port();
        QVERIFY(connectsTo("127.0.0.1", port));
        // The side that closes first is the one whose end goes to TIME_WAIT.
        const int accepted = ::accept(first.number(), nullptr, nullptr);
        QVERIFY(accepted >= 0);
        ::close(accepted);
        first.close();
        QVERIFY(Descriptor(openListeningSocket({.address = loopback, .port = port}, false)).isOpen());
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
        const test::WithoutRoot likeAnybody;
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
        QTEST(connectsTo("127.0.0.1", listening.port()), "servesIpv4");
    }

    void descriptorIsNotInheritedAndDoesNotBlock()
    {
        const Descriptor listening(openListeningSocket({.address = loopback, .port = 0}, true));
        QVERIFY((::fcntl(listening.number(), F_GETFD) & FD_CLOEXEC) != 0);
        QVERIFY((::fcntl(listening.number(), F_GETFL) & O_NONBLOCK) != 0);
    }

    void seesWhoListensAlready()
    {
        Descriptor listening(openListeningSocket({.address = loopback, .port = 0}, false));
        const quint16 port = listening.port();
        QVERIFY(isSomebodyListening({.address = loopback, .port = port}));
        QVERIFY(isSomebodyListening({.address = QHostAddress(QHostAddress::Any), .port = port}));
        QVERIFY(isSomebodyListening({.address = QHostAddress(QHostAddress::AnyIPv4), .port = port}));
        QVERIFY2(!isSomebodyListening({.address = QHostAddress(QStringLiteral("127.0.0.2")), .port = port}),
                 "another address of the machine");
        QVERIFY2(!isSomebodyListening({.address = loopback, .port = 0}), "port 0 is nobody's");
        listening.close();
        QVERIFY(!isSomebodyListening({.address = loopback, .port = port}));
    }

    void seesWhoListensOnAllAddresses()
    {
        if (!hasIpv6())
            QSKIP("this machine has no IPv6");
        const Descriptor listening(
            openListeningSocket({.address = QHostAddress(QStringLiteral("::")), .port = 0}, false));
        QVERIFY(isSomebodyListening({.address = loopback, .port = listening.port()}));
        QVERIFY(isSomebodyListening({.address = loopback6, .port = listening.port()}));
    }

    void anyIpv4AddressIsNotIpv6()
    {
        const Descriptor listening(
            openListeningSocket({.address = QHostAddress(QHostAddress::AnyIPv4), .port = 0}, false));
        QVERIFY(isSomebodyListening({.address = loopback, .port = listening.port()}));
        QVERIFY(!isSomebodyListening({.address = loopback6, .port = listening.port()}));
    }

    void ipv6ListenerIsSeen()
    {
        if (!hasIpv6())
            QSKIP("this machine has no IPv6");
        const Descriptor listening(openListeningSocket({.address = loopback6, .port = 0}, false));
        QVERIFY(isSomebodyListening({.address = loopback6, .port = listening.port()}));
        QVERIFY(!isSomebodyListening({.address = loopback, .port = listening.port()}));
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
