#include "model/sockets/machine_addresses.h"
#include "tests/tls/descriptor.h"

#include <QTest>

using namespace sealport;
using namespace sealport::test;

Q_DECLARE_METATYPE(AddressReach)

/// What a server can be told to listen on.
class TestMachineAddresses final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAddressHasItsReach_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<AddressReach>("reach");
        const auto row = [](const char *address, AddressReach reach) {
            QTest::newRow(address) << QString::fromLatin1(address) << reach;
        };
        row("127.0.0.1", AddressReach::Loopback);
        row("127.9.9.9", AddressReach::Loopback);
        row("::1", AddressReach::Loopback);
        row("10.255.0.1", AddressReach::Private);
        row("172.16.0.1", AddressReach::Private);
        row("172.31.255.254", AddressReach::Private);
        row("192.168.1.5", AddressReach::Private);
        row("100.64.0.1", AddressReach::Private);
        row("fd00::2", AddressReach::Private);
        row("172.32.0.1", AddressReach::Public);
        row("100.128.0.1", AddressReach::Public);
        row("198.51.100.7", AddressReach::Public);
        row("2001:db8::7", AddressReach::Public);
        row("169.254.1.1", AddressReach::LinkLocal);
        row("fe80::1%lo", AddressReach::LinkLocal);
        row("0.0.0.0", AddressReach::AllIpv4);
        row("::", AddressReach::All);
    }
    void everyAddressHasItsReach()
    {
        QFETCH(const QString, address);
        QTEST(reachOf(QHostAddress(address)), "reach");
    }

    void choiceBeginsWithWhatIsSafest()
    {
        const auto at = [](const char *address, const char *interfaceName) {
            return MachineAddress{.address = QHostAddress(QLatin1StringView(address)),
                                  .interfaceName = QLatin1StringView(interfaceName)};
        };
        const std::vector<MachineAddress> sorted = sortedForChoice(
            {at("fe80::1%eth0", "eth0"), at("2001:db8::7", "eth0"), at("198.51.100.7", "eth0"), at("fd00::2", "eth1"),
             at("192.168.1.5", "eth1"), at("::1", "lo"), at("127.0.0.1", "lo"), at("192.168.1.5", "bridge")},
            true);
        QStringList texts;
        for (const MachineAddress &entry : sorted) {
            texts.append(entry.address.toString() + u' ' + entry.interfaceName);
            QCOMPARE(entry.reach, reachOf(entry.address));
        }
        const QStringList expected{QStringLiteral("127.0.0.1 lo"),
                                   QStringLiteral("::1 lo"),
                                   QStringLiteral("192.168.1.5 eth1"),
                                   QStringLiteral("fd00::2 eth1"),
                                   QStringLiteral("198.51.100.7 eth0"),
                                   QStringLiteral("2001:db8::7 eth0"),
                                   QStringLiteral("fe80::1%eth0 eth0"),
                                   QStringLiteral("0.0.0.0 "),
                                   QStringLiteral(":: ")};
        QCOMPARE(texts, expected);
        QVERIFY(sortedForChoice({}, false) == std::vector<MachineAddress>(1, sorted[7]));
    }

    void serverCanListenOnEachOfThem()
    {
        const std::vector<MachineAddress> addresses = machineAddresses();
        QVERIFY(addresses.front().address.isLoopback());
        QVERIFY(!addresses.front().interfaceName.isEmpty());
        const bool takesAll = listenAt(QHostAddress(QHostAddress::AnyIPv6)).isOpen();
        QVERIFY(addresses.back().reach == (takesAll ? AddressReach::All : AddressReach::AllIpv4));
        for (const MachineAddress &entry : addresses) {
            // As it stands in a profile: a text.
            const QHostAddress address(entry.address.toString());
            QVERIFY2(listenAt(address).isOpen(), qPrintable(address.toString()));
        }
    }
};

QTEST_GUILESS_MAIN(TestMachineAddresses)
#include "tst_machine_addresses.moc"
