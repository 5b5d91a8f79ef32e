#include "model/certificates/asn1_view.h"

#include "tests/certificates/fixture_files.h"

#include <QTest>

using namespace sealport;
using namespace sealport::test;

namespace {

/// DER with the given tag; content below 64 KiB.
QByteArray element(unsigned tag, const QByteArray &content)
{
    QByteArray header(1, static_cast<char>(tag));
    const auto size = static_cast<unsigned>(content.size());
    if (size >= 128)
        header += '\x82' + QByteArray(1, static_cast<char>(size >> 8));
    return header + QByteArray(1, static_cast<char>(size & 0xFF)) + content;
}

/// Every line of it as `openssl asn1parse` begins its own: offset, depth, header length, content length.
void lines(const std::vector<Asn1Node> &nodes, int depth, QStringList &list)
{
    for (const Asn1Node &node : nodes) {
        list.append(
            QStringLiteral("%1:%2:%3:%4").arg(node.offset).arg(depth).arg(node.headerLength).arg(node.contentLength));
        if (!node.isEncapsulated)
            lines(node.children, depth + 1, list);
    }
}

const Asn1Node *firstWith(const std::vector<Asn1Node> &nodes, const QString &value)
{
    for (const Asn1Node &node : nodes) {
        if (node.value.contains(value))
            return &node;
        if (const Asn1Node *inside = firstWith(node.children, value))
            return inside;
    }
    return nullptr;
}

} // namespace

class TestAsn1View : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void hasTheStructureThatOpensslSees_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"leaf.pem", "root.pem", "rsa.pem", "ed25519.pem"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void hasTheStructureThatOpensslSees()
    {
        QFETCH(QString, file);
        QStringList expected;
        for (const QByteArray &line : openssl({QStringLiteral("asn1parse"), QStringLiteral("-in"), fixture(file)})
                                          .split('\n')) { // "    4:d=1  hl=4 l= 446 cons: SEQUENCE"
            const QString simple =
                QString::fromLatin1(line).simplified().replace(QStringLiteral("l= "), QStringLiteral("l="));
            const QStringList words = simple.split(u' ');
            const QStringList start = words.at(0).split(u':');
            expected.append(QStringLiteral("%1:%2:%3:%4")
                                .arg(start.at(0), start.at(1).mid(2), words.at(1).mid(3), words.at(2).mid(2)));
        }
        const Asn1View view = asn1View(certificateOf(file).der());
        QStringList seen;
        lines(view.nodes, 0, seen);
        QCOMPARE(seen, expected);
        QVERIFY(view.stops.empty());
    }

    void namesObjectsAndOpensWhatStringsHold()
    {
        const Asn1View view = asn1View(certificateOf(QStringLiteral("leaf.pem")).der());
        QVERIFY(firstWith(view.nodes, QStringLiteral("X509v3 Subject Alternative Name (2.5.29.17)")));
        const Asn1Node *host = firstWith(view.nodes, QStringLiteral("*.leaf.test"));
        QVERIFY(host);
        QCOMPARE(host->tag, QStringLiteral("[2]"));
    }

    void showsValues_data()
    {
        QTest::addColumn<QByteArray>("der");
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("value");
        QTest::newRow("a boolean") << element(1, "\xFF") << "BOOLEAN" << "TRUE";
        QTest::newRow("a negative integer") << element(2, QByteArray::fromHex("ff7f")) << "INTEGER" << "-129";
        QTest::newRow("an integer of nine octets")
            << element(2, QByteArray::fromHex("010203040506070809")) << "INTEGER" << "01 02 03 04 05 06 07 08 09";
        QTest::newRow("bits that are no whole octets")
            << element(3, QByteArray::fromHex("05a0")) << "BIT STRING" << "a0 (-5)";
        QTest::newRow("an unknown object") << element(6, QByteArray::fromHex("2a0304")) << "OBJECT IDENTIFIER"
                                           << "1.2.3.4";
        QTest::newRow("a policy that OpenSSL does not know")
            << element(6, QByteArray::fromHex("67810c010201")) << "OBJECT IDENTIFIER"
            << "CA/Browser Forum domain validated (2.23.140.1.2.1)";
        QTest::newRow("a time") << element(23, "260101000000Z") << "UTCTime" << "2026-01-01 00:00:00 UTC";
        QTest::newRow("a time that is none") << element(23, "tomorrow") << "UTCTime" << "tomorrow";
        QTest::newRow("text that would turn a line around")
            << element(12, "\xE2\x80\xAEtset") << "UTF8String" << "\\E2\\80\\AEtset";
        QTest::newRow("text of two octets a letter") << element(30, QByteArray::fromHex("00410042")) << "BMPString"
                                                     << "AB";
        QTest::newRow("octets that are no element")
            << element(4, QByteArray::fromHex("ffffff")) << "OCTET STRING" << "ff ff ff";
        QTest::newRow("an application's tag") << element(0x41, QByteArray::fromHex("00")) << "[APPLICATION 1]" << "00";
    }
    void showsValues()
    {
        QFETCH(QByteArray, der);
        const Asn1View view = asn1View(der);
        QCOMPARE(view.nodes.size(), std::size_t{1});
        QTEST(view.nodes[0].tag, "tag");
        QTEST(view.nodes[0].value, "value");
        QVERIFY(view.stops.empty());
    }

    void damageShowsWhatWasReadAndWhereItEnds_data()
    {
        QTest::addColumn<QByteArray>("der");
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("reason");
        QTest::addColumn<int>("offset");
        const QByteArray one = element(2, QByteArray(1, '\1'));
        const auto row = [](const char *name, const QByteArray &der, int nodes, Asn1Stop::Reason reason, int offset) {
            QTest::newRow(name) << der << nodes << int(reason) << offset;
        };
        using Reason = Asn1Stop::Reason;
        row("the second element is cut", one + QByteArray::fromHex("0405aa"), 1, Reason::Truncated, 3);
        row("an element inside is cut", element(0x30, one + QByteArray::fromHex("0405aa")), 1, Reason::Truncated, 5);
        row("a header is cut", one + QByteArray::fromHex("30"), 1, Reason::Truncated, 3);
        row("a length is cut", one + QByteArray::fromHex("308201"), 1, Reason::Truncated, 3);
        row("a length without end", QByteArray::fromHex("30800201050000"), 0, Reason::IndefiniteLength, 0);
        row("a length of five octets", QByteArray::fromHex("30850101010101"), 0, Reason::BadLength, 0);
        row("a tag of five octets", QByteArray::fromHex("3fffffffffff0100"), 0, Reason::BadTag, 0);
    }
    void damageShowsWhatWasReadAndWhereItEnds()
    {
        QFETCH(QByteArray, der);
        QFETCH(int, reason);
        QFETCH(int, offset);
        const Asn1View view = asn1View(der);
        QTEST(int(view.nodes.size()), "nodes");
        QCOMPARE(view.stops.size(), std::size_t{1});
        QCOMPARE(int(view.stops[0].reason), reason);
        QCOMPARE(view.stops[0].offset, offset);
    }

    void isBounded()
    {
        QByteArray deep = element(5, {});
        for (int i = 0; i < 100; ++i)
            deep = element(0x30, deep);
        QCOMPARE(asn1View(deep).stops.at(0).reason, Asn1Stop::Reason::TooDeep);

        const Asn1View many =
            asn1View(QByteArray(2 * (mostAsn1Nodes + 1), '\5').replace("\5\5", QByteArray("\5\0", 2)));
        QCOMPARE(many.nodes.size(), std::size_t{mostAsn1Nodes});
        QCOMPARE(many.stops.at(0).reason, Asn1Stop::Reason::TooLarge);

        const Asn1View longText = asn1View(element(12, QByteArray(60'000, 'a')));
        QVERIFY(longText.nodes.at(0).value.size() < 300);
    }
};

QTEST_GUILESS_MAIN(TestAsn1View)
#include "tst_asn1_view.moc"
