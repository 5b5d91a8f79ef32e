#include "model/tls/port_holder.h"
#include "model/tls/socket_table.h"
#include "tests/support/child_process.h"
#include "tests/tls/descriptor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace sealport;
using namespace sealport::test;

namespace {

// How a machine that puts the lowest octet first writes them: each word of four octets backwards.
constexpr auto loopbackText = "0100007F";
constexpr auto loopback2Text = "0200007F";
constexpr auto anyText = "00000000";
constexpr auto any6Text = "00000000000000000000000000000000";
constexpr auto loopback6Text = "00000000000000000000000001000000";
constexpr auto mappedText = "0000000000000000FFFF00000100007F";
constexpr auto linkLocalText = "000080FE000000000000000001000000";
constexpr auto listening = "0A";
constexpr auto established = "01";
constexpr auto timeWait = "06";
constexpr auto port = "13B3"; // 5043

QByteArray line(const char *address, const char *portText, const char *state, int user, int inode)
{
    return QStringLiteral(
               "   0: %1:%2 %3:0000 %4 00000000:00000000 00:00000000 00000000 %5        0 %6 1 0 100 0 0 10 0")
        .arg(QLatin1StringView(address), QLatin1StringView(portText), QLatin1StringView(anyText),
             QLatin1StringView(state), QString::number(user).rightJustified(5), QString::number(inode))
        .toLatin1();
}

/// What the system would show of its sockets and processes.
class ProcFolder {
public:
    ProcFolder() { QDir(path()).mkpath(QStringLiteral("net")); }
    [[nodiscard]] QString path() const { return m_folder.path(); }

    void socket(const char *address, int inode, const char *state = listening, int user = 0, const char *at = port)
    {
        const bool isFour = qstrlen(address) == 8;
        append(isFour ? QStringLiteral("net/tcp") : QStringLiteral("net/tcp6"), line(address, at, state, user, inode));
    }
    void process(qint64 id, const char *name, qint64 parent, std::initializer_list<int> inodes)
    {
        const QString folder = QString::number(id);
        QDir(path()).mkpath(folder + QStringLiteral("/fd"));
        append(folder + QStringLiteral("/status"),
               QByteArray("Name:\t") + name + "\nUmask:\t0022\nPPid:\t" + QByteArray::number(parent));
        QFile::link(QStringLiteral("/dev/null"), m_folder.filePath(folder + QStringLiteral("/fd/0")));
        int number = 3;
        for (const int inode : inodes)
            QFile::link(QStringLiteral("socket:[%1]").arg(inode),
                        m_folder.filePath(folder + QStringLiteral("/fd/%1").arg(number++)));
    }

private:
    void append(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::Append))
            file.write(text + '\n');
    }

    QTemporaryDir m_folder;
};

using Setting = std::function<void(ProcFolder &)>;

QStringList written(const std::vector<PortHolder> &holders)
{
    QStringList texts;
    for (const PortHolder &holder : holders)
        texts.append(toValues({holder}).join(u' ').trimmed());
    return texts;
}

} // namespace
Q_DECLARE_METATYPE(Setting)

/// Who has a port that a server wants.
class TestPortHolder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tableOfTheSystemIsRead_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("address"); ///< empty: passed over
        const QByteArray head = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n";
        const auto row = [&head](const char *name, const char *address, const char *expected) {
            QTest::newRow(name) << head + line(address, port, listening, 33, 812) + '\n'
                                << QString::fromLatin1(expected);
        };
        row("IPv4, its octets backwards", "0501A8C0", "192.168.1.5");
        row("all of IPv4", anyText, "0.0.0.0");
        row("IPv6, each word backwards", "B80D01200000000000000000EFBEADDE", "2001:db8::dead:beef");
        row("the loopback of IPv6", loopback6Text, "::1");
        row("all of IPv6", any6Text, "::");
        row("IPv4 inside IPv6", mappedText, "127.0.0.1");
        row("an address that is too short", "0100", "");
        row("an address that is no number", "0100007X", "");
        QTest::newRow("another port") << line(loopbackText, "13B4", listening, 0, 1) << QString();
        QTest::newRow("the port of the peer")
            << QByteArray(" 0: 0100007F:0001 0100007F:13B3 01 0:0 0:0 0 0 0 5 1") << QString();
        QTest::newRow("a line that is cut short") << line(loopbackText, port, listening, 0, 1).left(40) << QString();
        QTest::newRow("no line at all") << QByteArray() << QString();
    }
    void tableOfTheSystemIsRead()
    {
        QFETCH(const QByteArray, table);
        QFETCH(const QString, address);
        const std::vector<TcpSocket> sockets = socketsAtPort(5043, table);
        if (address.isEmpty()) {
            QVERIFY(sockets.empty());
            return;
        }
        const TcpSocket expected{
            .local = {.address = QHostAddress(address), .port = 5043}, .isListening = true, .user = 33, .inode = 812};
        QCOMPARE(sockets.size(), std::size_t{1});
        QCOMPARE(sockets.front().local.toString(), expected.local.toString());
        QVERIFY(sockets.front() == expected);
    }

    void whoIsInTheWay_data()
    {
        QTest::addColumn<Setting>("setting");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QStringList>("holders");
        const auto row = [](const char *name, const char *address, const QStringList &holders, Setting setting) {
            QTest::newRow(name) << std::move(setting) << QString::fromLatin1(address) << holders;
        };
        /// nginx listens at each of these.
        const auto nginx = [](std::initializer_list<const char *> addresses) -> Setting {
            return [listens = std::vector(addresses)](ProcFolder &proc) {
                for (const char *address : listens)
                    proc.socket(address, 77);
                proc.process(812, "nginx", 1, {77});
            };
        };
        const auto found = [](const char *text) { return QStringList{QString::fromLatin1(text)}; };
        row("the same address", "127.0.0.1", found("same 127.0.0.1:5043 nginx 812"), nginx({loopbackText}));
        row("all of IPv4 over one", "127.0.0.1", found("wider 0.0.0.0:5043 nginx 812"), nginx({anyText}));
        row("one of IPv4 under all", "0.0.0.0", found("narrower 127.0.0.1:5043 nginx 812"), nginx({loopbackText}));
        row("one of IPv4 under all of both", "::", found("narrower 127.0.0.1:5043 nginx 812"), nginx({loopbackText}));
        row("one of IPv6 under all", "::", found("narrower [::1]:5043 nginx 812"), nginx({loopback6Text}));
        row("all of IPv6 over one", "::1", found("wider [::]:5043 nginx 812"), nginx({any6Text}));
        row("all of IPv6 over one of IPv4", "127.0.0.1", found("both-families [::]:5043 nginx 812"), nginx({any6Text}));
        row("all of IPv6 over all of IPv4", "0.0.0.0", found("both-families [::]:5043 nginx 812"), nginx({any6Text}));
        row("IPv4 inside IPv6", "127.0.0.1", found("same 127.0.0.1:5043 nginx 812"), nginx({mappedText}));
        row("an address with a scope", "fe80::1%lo", found("same [fe80::1]:5043 nginx 812"), nginx({linkLocalText}));
        row("another address of IPv4", "127.0.0.1", {}, nginx({loopback2Text}));
        row("all of IPv4 beside one of IPv6", "::1", {}, nginx({anyText}));
        row("another port", "127.0.0.1", {}, [](ProcFolder &proc) {
            proc.socket(loopbackText, 77, listening, 0, "13B4");
            proc.process(812, "nginx", 1, {77});
        });
        row("all of IPv6 beside all of IPv4, so without IPv4", "127.0.0.1", found("wider 0.0.0.0:5043 nginx 812"),
            [](ProcFolder &proc) {
                proc.socket(any6Text, 78);
                proc.socket(anyText, 77);
                proc.process(812, "nginx", 1, {77});
                proc.process(900, "other", 1, {78});
            });
        row("a server with two sockets, once", "::", found("same [::]:5043 nginx 812"),
            nginx({loopbackText, any6Text}));
        row("a server with its workers", "127.0.0.1", found("same 127.0.0.1:5043 nginx 812"), [](ProcFolder &proc) {
            proc.socket(loopbackText, 77);
            proc.process(100, "worker", 812, {5, 77}); // the numbers have begun anew
            proc.process(812, "nginx", 1, {77});
            proc.process(813, "worker", 812, {77});
            proc.process(1, "init", 0, {5});
        });
        row("two that share", "127.0.0.1",
            {QStringLiteral("same 127.0.0.1:5043 one 11"), QStringLiteral("same 127.0.0.1:5043 two 12")},
            [](ProcFolder &proc) {
                proc.socket(loopbackText, 77);
                proc.socket(loopbackText, 78);
                proc.process(11, "one", 1, {77});
                proc.process(12, "two", 1, {78});
            });
        row("a process of another user", "127.0.0.1", found("same 127.0.0.1:5043  0 root"),
            [](ProcFolder &proc) { proc.socket(loopbackText, 77, listening, 0); });
        row("a user without a name", "127.0.0.1", found("same 127.0.0.1:5043  0 2147480000"),
            [](ProcFolder &proc) { proc.socket(loopbackText, 77, listening, 2'147'480'000); });
        row("a process that ends meanwhile", "127.0.0.1", found("same 127.0.0.1:5043  0 root"), [](ProcFolder &proc) {
            proc.socket(loopbackText, 77);
            proc.process(812, "", 1, {77});
        });
        row("this program", "127.0.0.1",
            {QStringLiteral("same 127.0.0.1:5043 us %1").arg(QCoreApplication::applicationPid())},
            [](ProcFolder &proc) {
                proc.socket(loopbackText, 77);
                proc.process(QCoreApplication::applicationPid(), "us", 1, {77});
            });
        row("who listens, not who is connected", "127.0.0.1", found("same 127.0.0.1:5043 nginx 812"),
            [](ProcFolder &proc) {
                proc.socket(loopbackText, 80, established);
                proc.socket(loopbackText, 77);
                proc.process(812, "nginx", 1, {77});
                proc.process(900, "browser", 1, {80});
            });
        row("a connection of somebody who does not listen, once", "0.0.0.0",
            found("connection 127.0.0.1:5043 browser 900"), [](ProcFolder &proc) {
                proc.socket(loopbackText, 80, established);
                proc.socket(loopbackText, 81, established);
                proc.process(900, "browser", 1, {80, 81});
            });
        row("a connection that has ended", "127.0.0.1", found("closed 127.0.0.1:5043  0"),
            [](ProcFolder &proc) { proc.socket(loopbackText, 0, timeWait); });
        row("nobody", "127.0.0.1", {}, [](ProcFolder &) {});
    }
    void whoIsInTheWay()
    {
        QFETCH(const Setting, setting);
        QFETCH(const QString, address);
        ProcFolder proc;
        setting(proc);
        const std::vector<PortHolder> holders =
            holdersOf({.address = QHostAddress(address), .port = 5043}, {}, proc.path());
        QTEST(written(holders), "holders");
        QVERIFY(holdersOf({.address = QHostAddress(address), .port = 0}, {}, proc.path()).empty());
    }

    void valuesComeBack()
    {
        std::vector<PortHolder> holders;
        for (int overlap = 0; overlap <= int(Overlap::Closed); ++overlap)
            holders.push_back({.overlap = Overlap(overlap),
                               .at = QStringLiteral("[::]:5043"),
                               .program = QStringLiteral("a b"),
                               .process = 812 + overlap,
                               .user = QStringLiteral("lena")});
        QStringList values = toValues(holders);
        QVERIFY(holdersFrom(values) == holders);
        values.removeLast();
        holders.pop_back();
        QVERIFY2(holdersFrom(values) == holders, "without the one that is not whole");
        QVERIFY(holdersFrom({}).empty());
        values.first() = QStringLiteral("unheard of");
        QCOMPARE(holdersFrom(values).size(), holders.size() - 1);
    }

    void thisProgramIsFound()
    {
        const Descriptor listening = listenAt(loopback);
        const std::vector<PortHolder> holders = holdersOf({.address = loopback, .port = listening.port()});
        QCOMPARE(holders.size(), std::size_t{1});
        QVERIFY(holders.front().isThisProgram());
        QVERIFY(holders.front().overlap == Overlap::Same);
        QCOMPARE(holders.front().at, QStringLiteral("127.0.0.1:%1").arg(listening.port()));
        QVERIFY(!holders.front().program.isEmpty());
        const QHostAddress other(QStringLiteral("127.0.0.2"));
        QVERIFY(holdersOf({.address = other, .port = listening.port()}).empty());
    }

    void closedPortIsNobodys()
    {
        Descriptor listening = listenAt(loopback);
        const quint16 number = listening.port();
        listening.close();
        QVERIFY(holdersOf({.address = loopback, .port = number}).empty());
    }

    void familiesMeetAsTheSystemHasIt()
    {
        if (!hasIpv6())
            QSKIP("this machine has no IPv6");
        const auto overlap = [](const Descriptor &listening, const QHostAddress &address) {
            const std::vector<PortHolder> holders = holdersOf({.address = address, .port = listening.port()});
            const bool isFree = listenAt(address, listening.port()).isOpen(); // the system has the last word
            return holders.empty() == isFree && holders.size() < 2 ? toValues(holders).value(0)
                                                                   : QStringLiteral("not as the system");
        };
        Descriptor all = listenAt(QHostAddress(QStringLiteral("::")));
        QCOMPARE(overlap(all, loopback), QStringLiteral("both-families"));
        QCOMPARE(overlap(all, loopback6), QStringLiteral("wider"));
        QCOMPARE(overlap(all, QHostAddress(QHostAddress::Any)), QStringLiteral("same"));
        const quint16 freeInBoth = all.port(); // of the port that a single family is given, somebody may have the other
        all.close();
        Descriptor allFour = listenAt(QHostAddress(QHostAddress::AnyIPv4), freeInBoth);
        QCOMPARE(overlap(allFour, loopback), QStringLiteral("wider"));
        QCOMPARE(overlap(allFour, loopback6), QString());
        allFour.close();
        const Descriptor six = listenAt(loopback6, freeInBoth);
        QCOMPARE(overlap(six, loopback), QString());
        QCOMPARE(overlap(six, QHostAddress(QStringLiteral("::"))), QStringLiteral("narrower"));
    }

    void anotherProgramIsNamed()
    {
        ChildProcess other;
        QVERIFY(other.start(QStringLiteral("openssl"), {QStringLiteral("s_server"), QStringLiteral("-nocert"),
                                                        QStringLiteral("-accept"), QStringLiteral("127.0.0.1:0")}));
        static const QRegularExpression accepts(QStringLiteral("ACCEPT 127\\.0\\.0\\.1:(\\d+)"));
        QTRY_VERIFY2(accepts.match(QString::fromLatin1(other.output())).hasMatch(), other.output().constData());
        const QString number = accepts.match(QString::fromLatin1(other.output())).captured(1);
        const Endpoint wanted{.address = QHostAddress(QHostAddress::AnyIPv4), .port = number.toUShort()};
        QCOMPARE(written(holdersOf(wanted)),
                 QStringList(QStringLiteral("narrower 127.0.0.1:%1 openssl %2").arg(number).arg(other.processId())));

        std::stop_source stop;
        stop.request_stop();
        const std::vector<PortHolder> unnamed = holdersOf(wanted, stop.get_token());
        QCOMPARE(unnamed.size(), std::size_t{1});
        QVERIFY2(unnamed.front().process == 0 && !unnamed.front().user.isEmpty(), "nobody looked through processes");
    }

    void connectionThatTakesAPortIsFound()
    {
        const Descriptor server = listenAt(loopback);
        const Descriptor client = connectTo("127.0.0.1", server.port());
        QVERIFY(client.isOpen());
        QVERIFY2(!listenAt(loopback, client.port()).isOpen(), "the system gives it to nobody else");
        const std::vector<PortHolder> holders = holdersOf({.address = loopback, .port = client.port()});
        QCOMPARE(holders.size(), std::size_t{1});
        QVERIFY(holders.front().overlap == Overlap::Connection && holders.front().isThisProgram());
        QVERIFY(!holders.front().listens());
    }
};

QTEST_GUILESS_MAIN(TestPortHolder)
#include "tst_port_holder.moc"
