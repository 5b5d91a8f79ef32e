#include "model/sockets/settings_without_effect.h"
#include "model/text/formatting.h"
#include "model/text/warning_text.h"

#include <QtTest>

using namespace sealport;

class FormattingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void byteSizes_data()
    {
        QTest::addColumn<quint64>("bytes");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << quint64(0) << QStringLiteral("0 B");
        QTest::newRow("the last in bytes") << quint64(1023) << QStringLiteral("1,023 B");
        QTest::newRow("the first in kilobytes") << quint64(1024) << QStringLiteral("1.0 KB");
        QTest::newRow("one and a half") << quint64(1536) << QStringLiteral("1.5 KB");
        QTest::newRow("never 1024.0 of a unit") << quint64(1048575) << QStringLiteral("1.0 MB");
        QTest::newRow("whole ones past 100") << quint64(150 * 1024) << QStringLiteral("150 KB");
        QTest::newRow("the most there is") << std::numeric_limits<quint64>::max() << QStringLiteral("16777216 TB");
    }
    void byteSizes()
    {
        QFETCH(quint64, bytes);
        QFETCH(QString, expected);
        QCOMPARE(byteSize(bytes).remove(QLatin1Char(',')), expected.remove(QLatin1Char(',')));
    }

    void durations_data()
    {
        QTest::addColumn<double>("milliseconds");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a fraction") << 0.44 << QStringLiteral("0.4 ms");
        QTest::newRow("some") << 215.4 << QStringLiteral("215 ms");
        QTest::newRow("not 1000 ms") << 999.7 << QStringLiteral("1.0 s");
        QTest::newRow("seconds") << 12'340.0 << QStringLiteral("12.3 s");
        QTest::newRow("not 60.0 s") << 59'990.0 << QStringLiteral("1 min 00 s");
        QTest::newRow("minutes") << 185'000.0 << QStringLiteral("3 min 05 s");
        QTest::newRow("hours") << 7'500'000.0 << QStringLiteral("2 h 05 min");
        QTest::newRow("days") << 100.0 * 3'600'000 << QStringLiteral("4 d 04 h");
        QTest::newRow("a clock that went back") << -5.0 << QStringLiteral("0.0 ms");
    }
    void durations()
    {
        QFETCH(double, milliseconds);
        QFETCH(QString, expected);
        QCOMPARE(shortDuration(milliseconds), expected);
    }

    void timesInSentences_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("expected");
        QTest::newRow("half a second") << qint64(500) << QStringLiteral("0.5 seconds");
        QTest::newRow("odd") << qint64(1234) << QStringLiteral("1.234 seconds");
        QTest::newRow("one") << qint64(1000) << QStringLiteral("1 second");
        QTest::newRow("ten") << qint64(10'000) << QStringLiteral("10 seconds");
        QTest::newRow("ninety") << qint64(90'000) << QStringLiteral("90 seconds");
        QTest::newRow("five minutes") << qint64(300'000) << QStringLiteral("5 minutes");
        QTest::newRow("a day") << qint64(86'400'000) << QStringLiteral("24 hours");
    }
    void timesInSentences()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(QString, expected);
        QCOMPARE(spokenDuration(milliseconds), expected);
    }

    void relativeDates_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("expected");
        constexpr qint64 day = 86'400;
        QTest::newRow("now") << qint64(30) << QStringLiteral("now");
        QTest::newRow("minutes") << qint64(-150) << QStringLiteral("2 minutes ago");
        QTest::newRow("an hour") << qint64(3700) << QStringLiteral("in an hour");
        QTest::newRow("hours") << qint64(-5 * 3600) << QStringLiteral("5 hours ago");
        QTest::newRow("a day and a half") << day * 3 / 2 << QStringLiteral("in a day");
        QTest::newRow("days") << 89 * day << QStringLiteral("in 89 days");
        QTest::newRow("months") << 397 * day << QStringLiteral("in 13 months");
        QTest::newRow("years") << 3650 * day << QStringLiteral("in 9 years");
        QTest::newRow("two years to the day") << -731 * day << QStringLiteral("2 years ago");
    }
    void relativeDates()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, expected);
        const QDateTime now(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);
        QCOMPARE(relativeDate(now.addSecs(seconds), now), expected);
    }

    void listsAsPeopleSayThem()
    {
        const QStringList four{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C"), QStringLiteral("D")};
        QCOMPARE(spokenList({}), QString());
        QCOMPARE(spokenList(four.mid(0, 1)), QStringLiteral("A"));
        QCOMPARE(spokenList(four.mid(0, 2)), QStringLiteral("A and B"));
        QCOMPARE(spokenList(four), QStringLiteral("A, B, C and D"));
        QCOMPARE(spokenList(four, 3, 0), QStringLiteral("A, B, C and 1 more"));
        QCOMPARE(spokenList(four, 2, 10), QStringLiteral("A, B and 12 more"));
        QCOMPARE(spokenList(four, 9, 0), QStringLiteral("A, B, C and D"));
        QCOMPARE(protocolList({Protocol::Tls1_3, Protocol::Tls1_0}), QStringLiteral("TLS 1.0 and TLS 1.3"));
    }

    void aNameWithACommaIsOneName()
    {
        QCOMPARE(nameList({QStringLiteral("DNS:a.test"), QStringLiteral("DNS:b.test, DNS:c.test")}),
                 QStringLiteral("DNS:a.test, “DNS:b.test, DNS:c.test”"));
    }

    void everyWarningIsASentenceWithItsValues_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QString>("expected");
        QTest::newRow("security level")
            << int(WarningCode::SecurityLevelLowered) << QStringList{QStringLiteral("0")}
            << QStringLiteral("Security level lowered to 0 for this server: TLS 1.0 and TLS 1.1 do not work above it.");
        QTest::newRow("a level above old protocols")
            << int(WarningCode::LevelShutsOut)
            << QStringList{QStringLiteral("2"), QStringLiteral("TLS 1.0"), QStringLiteral("TLS 1.1")}
            << QStringLiteral("At OpenSSL's security level 2 nobody can sign in TLS 1.0 and TLS 1.1, so clients cannot "
                              "connect that way. Lower the level to 0, or untick these protocols.");
        QTest::newRow("outdated") << int(WarningCode::OutdatedProtocols)
                                  << QStringList{QStringLiteral("TLS 1.0"), QStringLiteral("TLS 1.1")}
                                  << QStringLiteral("Outdated: TLS 1.0 and TLS 1.1. Clients of today do without.");
        QTest::newRow("expired")
            << int(WarningCode::CertificateExpired) << QStringList{QStringLiteral("2026-03-01T10:00:00Z")}
            << QStringLiteral("The certificate expired on Sunday, March 1, 2026: most clients will refuse it.");
        QTest::newRow("not yet valid")
            << int(WarningCode::CertificateNotYetValid) << QStringList{QStringLiteral("2026-03-01T10:00:00Z")}
            << QStringLiteral(
                   "The certificate becomes valid on Sunday, March 1, 2026: until then most clients will refuse it.");
        QTest::newRow("expires soon") << int(WarningCode::CertificateExpiresSoon) << QStringList{QStringLiteral("12")}
                                      << QStringLiteral("The certificate expires in 12 days.");
        QTest::newRow("expires tomorrow")
            << int(WarningCode::CertificateExpiresSoon) << QStringList{QStringLiteral("1")}
            << QStringLiteral("The certificate expires tomorrow.");
        QTest::newRow("all addresses")
            << int(WarningCode::ListensOnAllAddresses) << QStringList{}
            << QStringLiteral("Listens on all addresses: every computer that reaches this one can connect.");
        QTest::newRow("reachable") << int(WarningCode::ReachableFromOutside)
                                   << QStringList{QStringLiteral("192.168.1.5")}
                                   << QStringLiteral("Other computers can connect to 192.168.1.5.");
        QTest::newRow("address chosen") << int(WarningCode::AddressChosen)
                                        << QStringList{QStringLiteral("127.0.0.1"), QStringLiteral("::1")}
                                        << QStringLiteral(
                                               "The host name has several addresses: 127.0.0.1 is used, not ::1.");
        QTest::newRow("without effect")
            << int(WarningCode::WithoutEffect) << QStringList{QStringLiteral("earlyData"), QStringLiteral("tickets")}
            << QStringLiteral("Early data has no effect: clients come back with a ticket to send it, and this server "
                              "gives none.");
        QTest::newRow("cut short")
            << int(WarningCode::WithoutEffect)
            << QStringList{QStringLiteral("earlyData"), QStringLiteral("maxHeldBytes")}
            << QStringLiteral("Less early data is taken than is allowed: it is held back until the handshake is done, "
                              "and the limit for what is held back for one client is lower. Raise that limit, or allow "
                              "less early data.");
        QTest::newRow("shared") << int(WarningCode::PortShared) << QStringList{QStringLiteral("127.0.0.1:5043")}
                                << QStringLiteral("Shared port: another program or server listens on 127.0.0.1:5043 as "
                                                  "well, and each gets a part of the connections.");
        QTest::newRow("capture that could not be written")
            << int(WarningCode::CaptureIncomplete)
            << QStringList{QStringLiteral("a.pcapng"), QStringLiteral("7"), QString(),
                           QStringLiteral("No space left on device")}
            << QStringLiteral("The capture in a.pcapng ends before its connections do: it could not be written any "
                              "more (No space left on device). Make room or name another file, then restart the "
                              "server.");
        QTest::newRow("key log that could not be written")
            << int(WarningCode::KeyLogIncomplete)
            << QStringList{QStringLiteral("a.keys"), QStringLiteral("No space left on device")}
            << QStringLiteral("The key log in a.keys lacks lines: it could not be written (No space left on device). "
                              "Connections without them cannot be decrypted. Make room or name another file.");
    }
    void everyWarningIsASentenceWithItsValues()
    {
        QFETCH(int, code);
        QFETCH(QStringList, values);
        QFETCH(QString, expected);
        QCOMPARE(describe(Warning{.code = static_cast<WarningCode>(code), .values = values}), expected);
    }

    void everySettingWithoutEffectHasASentence()
    {
        for (const ProtocolSet protocols : {ProtocolSet{Protocol::Tls1_2}, ProtocolSet{Protocol::Tls1_3}}) {
            ServerProfile profile;
            profile.protocols = protocols;
            profile.tls = {.algorithms = {.ciphers = QStringLiteral("HIGH"), .cipherSuites = QStringLiteral("x")},
                           .requiresAlpn = true,
                           .clientAuthorities = QStringLiteral("/ca.pem"),
                           .resumption = {.tickets = 0},
                           .renegotiation = Renegotiation::Secure,
                           .earlyData = 1,
                           .dhParameters = QStringLiteral("none")};
            const std::vector<Warning> warnings = settingsWithoutEffect(profile);
            QVERIFY(warnings.size() >= 4);
            for (const Warning &warning : warnings) { // a name like earlyData would be no word for people
                const QString name = warning.values.first();
                QVERIFY2(name == name.toLower() || !describe(warning).contains(name), qPrintable(describe(warning)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(FormattingTest)
#include "tst_formatting.moc"
