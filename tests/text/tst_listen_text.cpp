#include "model/text/error_text.h"
#include "model/text/listen_text.h"
#include "model/text/warning_text.h"
#include "model/tls/port_holder.h"

#include <QCoreApplication>
#include <QTest>

using namespace sealport;

using Holders = std::vector<PortHolder>;
Q_DECLARE_METATYPE(Holders)

namespace {

PortHolder nginx(Overlap overlap, const char *at = "127.0.0.1:5043")
{
    return {.overlap = overlap,
            .at = QLatin1StringView(at),
            .program = QStringLiteral("nginx"),
            .process = 812,
            .user = {}};
}

PortHolder itself(Overlap overlap)
{
    PortHolder holder = nginx(overlap);
    holder.process = QCoreApplication::applicationPid();
    return holder;
}

} // namespace

/// Why a server cannot listen, who is in its way, and what to do.
class TestListenText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void takenPortNamesWhoHasIt_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("freePort");
        QTest::addColumn<Holders>("holders");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *wanted, const char *freePort, const Holders &holders,
                            const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(wanted) << QString::fromLatin1(freePort) << holders
                                << QString::fromLatin1(expected);
        };
        row("all of IPv4", "127.0.0.1:5043", "5044", {nginx(Overlap::Wider, "0.0.0.0:5043")},
            "127.0.0.1:5043 is in use: nginx (process 812) listens on 0.0.0.0:5043, which covers this address. Choose "
            "port 5044, which is free, or stop that program.");
        row("the same address, and no port is free", "127.0.0.1:5043", "", {nginx(Overlap::Same)},
            "127.0.0.1:5043 is in use: nginx (process 812) listens there. Choose another port, or stop that program.");
        row("all of both families", "127.0.0.1:5043", "5044", {nginx(Overlap::BothFamilies, "[::]:5043")},
            "127.0.0.1:5043 is in use: nginx (process 812) listens on [::]:5043, which takes IPv4 connections as well. "
            "Choose port 5044, which is free, or stop that program.");
        row("one of all addresses", "[::]:5043", "5044", {nginx(Overlap::Narrower)},
            "[::]:5043 is in use: nginx (process 812) listens on 127.0.0.1:5043, which is one of these addresses. "
            "Choose port 5044, which is free, or stop that program.");
        row("a connection", "127.0.0.1:5043", "5044", {nginx(Overlap::Connection)},
            "127.0.0.1:5043 is in use: nginx (process 812) uses it for a connection. Choose port 5044, which is free, "
            "or stop that program.");
        row("a connection that has ended", "127.0.0.1:5043", "5044", {{.overlap = Overlap::Closed, .at = {}}},
            "127.0.0.1:5043 is in use: the system keeps it for about a minute, for a connection that has just ended. "
            "Choose port 5044, which is free, or wait a minute.");
        row("another server of ours", "127.0.0.1:5043", "5044", {itself(Overlap::Same)},
            "127.0.0.1:5043 is in use: Sealport itself listens there. Choose port 5044, which is free, or stop that "
            "server.");
        row("a process of another user", "127.0.0.1:5043", "5044",
            {{.overlap = Overlap::Same, .at = {}, .program = {}, .process = 0, .user = QStringLiteral("lena")}},
            "127.0.0.1:5043 is in use: a program of the user lena (the system does not say which) listens there. "
            "Choose port 5044, which is free, or stop that program.");
        row("a system that does not tell", "127.0.0.1:5043", "5044", {},
            "127.0.0.1:5043 is in use: another program or server listens there. Choose port 5044, which is free, or "
            "stop that program.");
        row("two programs", "127.0.0.1:5043", "5044", {nginx(Overlap::Same), itself(Overlap::Same)},
            "127.0.0.1:5043 is in use: nginx (process 812) listens there; Sealport itself listens there. Choose port "
            "5044, which is free, or stop those programs.");
        row("more programs than a line holds", "127.0.0.1:5043", "5044", Holders(5, nginx(Overlap::Same)),
            "127.0.0.1:5043 is in use: nginx (process 812) listens there; nginx (process 812) listens there; nginx "
            "(process 812) listens there; so do others. Choose port 5044, which is free, or stop those programs.");
        PortHolder stranger = nginx(Overlap::Same);
        stranger.program = QStringLiteral("a%1\x1b[2J");
        row("a name that would clear the screen", "127.0.0.1:5043", "5044", {stranger},
            "127.0.0.1:5043 is in use: a%1\\1B[2J (process 812) listens there. Choose port 5044, which is free, or "
            "stop that program.");
    }
    void takenPortNamesWhoHasIt()
    {
        QFETCH(const QString, wanted);
        QFETCH(const QString, freePort);
        QFETCH(const Holders, holders);
        const Error error{.code = ErrorCode::PortInUse,
                          .subject = wanted,
                          .values = QStringList{freePort} + toValues(holders),
                          .causes = {QStringLiteral("bind: Address already in use")}};
        QTEST(describe(error), "expected");
    }

    void sharedPortSaysWhoGetsWhat_data()
    {
        QTest::addColumn<Holders>("holders");
        QTest::addColumn<QString>("expected");
        QTest::newRow("the same address")
            << Holders{nginx(Overlap::Same)}
            << QStringLiteral("Shared port: nginx (process 812) listens on 127.0.0.1:5043 as well, and each gets a "
                              "part of the connections.");
        QTest::newRow("all addresses") << Holders{nginx(Overlap::Wider, "0.0.0.0:5043")}
                                       << QStringLiteral("Shared port: nginx (process 812) listens on 0.0.0.0:5043 as "
                                                         "well; connections to 127.0.0.1:5043 come to this server, "
                                                         "all others go there.");
        QTest::newRow("one of ours") << Holders{nginx(Overlap::Narrower, "127.0.0.9:5043")}
                                     << QStringLiteral("Shared port: nginx (process 812) listens on 127.0.0.9:5043 as "
                                                       "well, and connections to that address go there.");
        QTest::newRow("nobody known") << Holders{}
                                      << QStringLiteral("Shared port: another program or server listens on "
                                                        "127.0.0.1:5043 as well, and each gets a part of the "
                                                        "connections.");
    }
    void sharedPortSaysWhoGetsWhat()
    {
        QFETCH(const Holders, holders);
        const Warning warning{.code = WarningCode::PortShared,
                              .values = QStringList{QStringLiteral("127.0.0.1:5043")} + toValues(holders)};
        QTEST(describe(warning), "expected");
    }

    void hostNameOfOthersSaysWhereItLeads()
    {
        Error error{.code = ErrorCode::AddressNotLocal,
                    .subject = QStringLiteral("www.test"),
                    .values = {QStringLiteral("198.51.100.7"), QStringLiteral("2001:db8::7")},
                    .causes = {}};
        QCOMPARE(describe(error),
                 QStringLiteral("The host name 'www.test' leads to 198.51.100.7 and 2001:db8::7 and not to this "
                                "computer, so a server cannot listen there. Choose one of its own addresses; "
                                "127.0.0.1 is always there."));
        error.values.clear();
        QVERIFY(describe(error).startsWith(QStringLiteral("www.test is not an address of this computer")));
    }

    void everyAddressOfAHostNameIsShown()
    {
        const QStringList two{QStringLiteral("198.51.100.7"), QStringLiteral("127.0.0.1")};
        QCOMPARE(resolvedAddresses(two, two.last()), QStringLiteral("Leads to 198.51.100.7 and 127.0.0.1 (used)."));
        QCOMPARE(resolvedAddresses({two.last()}, two.last()), QStringLiteral("Leads to 127.0.0.1."));
    }
};

QTEST_GUILESS_MAIN(TestListenText)
#include "tst_listen_text.moc"
