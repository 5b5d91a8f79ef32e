#include "model/sockets/hex_octets.h"

#include <QTest>

using namespace sealport;

/// Octets typed as hexadecimal digits, in the many ways in which people and programs write them.
class TestHexOctets final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyUsualFormIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("octets");
        const auto row = [](const char *text, const char *octets) {
            QTest::newRow(text) << QString::fromUtf8(text) << QByteArray::fromHex(octets);
        };
        row("", "");
        row("  \t\n", "");
        row("0d 0a", "0d0a");
        row("0d0a", "0d0a");
        row("0D:0A", "0d0a");
        row("0d-0a", "0d0a");
        row("0x0d, 0x0A", "0d0a");
        row("0X0d0a", "0d0a");
        row(" ff\n\n00\r\n7f ", "ff007f");
        row("00", "00");
    }
    void everyUsualFormIsRead()
    {
        QFETCH(const QString, text);
        const auto octets = parseHexOctets(text);
        QVERIFY(octets.has_value());
        QTEST(*octets, "octets");
    }

    void placeOfWhatIsNoOctetIsKnown_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<HexFault>("fault");
        const auto row = [](const char *text, HexFault::Kind kind, qsizetype position, const char *character) {
            QTest::newRow(text) << QString::fromUtf8(
                text) << HexFault{.kind = kind, .position = position, .character = QString::fromUtf8(character)};
        };
        using enum HexFault::Kind;
        row("0d 0g", NoDigit, 5, "g");
        row("zz", NoDigit, 1, "z");
        row("0d a", HalfOctet, 4, "a");
        row("d 0a", HalfOctet, 1, "d");
        row("0d0", HalfOctet, 3, "0");
        row("0x", HalfOctet, 2, "x");
        row("0xg0", NoDigit, 3, "g");
        row("0d0x0a", NoDigit, 4, "x");
        row("0d é", NoDigit, 4, "é");
        row("🔑", NoDigit, 1, "🔑");
        row("０ｄ", NoDigit, 1, "０");
    }
    void placeOfWhatIsNoOctetIsKnown()
    {
        QFETCH(const QString, text);
        const auto octets = parseHexOctets(text);
        QVERIFY(!octets.has_value());
        QTEST(octets.error(), "fault");
    }
};

QTEST_GUILESS_MAIN(TestHexOctets)
#include "tst_hex_octets.moc"
