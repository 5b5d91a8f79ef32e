#include "model/certificates/comparison.h"
#include "model/certificates/value_pieces.h"

#include "tests/certificates/made_certificate.h"

#include <QTest>

#include <algorithm>

using namespace sealport;
using namespace sealport::test;

namespace {

const ComparisonRow *rowOf(const Comparison &comparison, DetailField field, const QString &object = {})
{
    const auto row = std::ranges::find_if(comparison.rows, [&](const ComparisonRow &one) {
        const Detail &detail = one.left ? *one.left : *one.right;
        return detail.field == field && (object.isEmpty() || detail.object == object);
    });
    return row == comparison.rows.end() ? nullptr : &*row;
}

/// What differs stands in brackets.
QString marked(const std::vector<ValuePiece> &pieces)
{
    QString text;
    for (const ValuePiece &piece : pieces)
        text += piece.isSame ? piece.text : u'[' + piece.text + u']';
    return text;
}

} // namespace

class TestComparison : public QObject {
    Q_OBJECT
private:
    /// With the key of the certificate of that name, or a new one.
    Certificate make(const QString &name, const QString &subject, const QByteArray &extensions,
                     const QString &keyOf = {}, const QString &issuer = {})
    {
        Recipe recipe{.extensions = extensions, .subject = subject, .issuer = issuer};
        if (!keyOf.isEmpty()) {
            recipe.words = {QStringLiteral("-key"), m_maker.path(keyOf, "key")};
            recipe.key.clear();
        }
        return m_maker.make(name, recipe).at(0);
    }

    CertificateMaker m_maker;

private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void theSameIsTheSame()
    {
        const Certificate leaf = certificateOf(QStringLiteral("leaf.pem"));
        const Comparison comparison = compareCertificates(leaf, leaf);
        QCOMPARE(comparison.kinship, Kinship::Identical);
        QVERIFY(std::ranges::all_of(comparison.rows, &ComparisonRow::isSame));
        QVERIFY(comparison.rows.size() > 20);
    }

    void tellsKinship()
    {
        const QString subject = QStringLiteral("/CN=a.test");
        const Certificate first = make(QStringLiteral("first"), subject, {});
        const auto kinship = [&first](const Certificate &other) { return compareCertificates(first, other).kinship; };
        QCOMPARE(kinship(make(QStringLiteral("b"), subject, {}, QStringLiteral("first"))), Kinship::Renewed);
        make(QStringLiteral("ca"), QStringLiteral("/CN=ca"), "basicConstraints=CA:TRUE\n");
        QCOMPARE(kinship(make(QStringLiteral("c"), subject, {}, QStringLiteral("first"), QStringLiteral("ca"))),
                 Kinship::Reissued);
        QCOMPARE(kinship(make(QStringLiteral("d"), subject, {})), Kinship::Rekeyed);
        QCOMPARE(kinship(make(QStringLiteral("e"), QStringLiteral("/CN=e"), {}, QStringLiteral("first"))),
                 Kinship::SameKey);
        QCOMPARE(kinship(make(QStringLiteral("f"), QStringLiteral("/CN=f"), {})), Kinship::Different);
    }

    void extensionsAreMatchedByTheirObjects()
    {
        const QString subject = QStringLiteral("/CN=a.test");
        const Certificate left =
            make(QStringLiteral("left"), subject, "subjectAltName=DNS:a.test,DNS:b.test\nkeyUsage=digitalSignature\n");
        const Certificate right = make(QStringLiteral("right"), subject,
                                       "keyUsage=critical,digitalSignature\nnsComment=x\n"
                                       "subjectAltName=DNS:b.test,DNS:c.test\n",
                                       QStringLiteral("left"));
        const Comparison comparison = compareCertificates(left, right);
        QVERIFY(rowOf(comparison, DetailField::Subject)->isSame);
        QVERIFY(!rowOf(comparison, DetailField::SerialNumber)->isSame);
        const ComparisonRow *usage = rowOf(comparison, DetailField::Extension, QStringLiteral("2.5.29.15"));
        QVERIFY(usage->left && usage->right && !usage->isSame); // critical on one side alone
        const ComparisonRow *comment =
            rowOf(comparison, DetailField::Extension, QStringLiteral("2.16.840.1.113730.1.13"));
        QVERIFY(!comment->left && comment->right && !comment->isSame);

        QStringList names;
        for (const ComparisonRow &row : comparison.rows) {
            if ((row.left ? row.left : row.right)->field == DetailField::AlternativeName)
                names.append((row.left ? row.left->value : QString()) + QLatin1Char('|')
                             + (row.right ? row.right->value : QString())
                             + (row.isSame ? QString() : QStringLiteral(" !")));
        }
        QVERIFY2(names.contains(QStringLiteral("DNS:b.test|DNS:b.test")), qPrintable(names.join(u' ')));
    }

    void everyDetailOfBothIsThereOnce()
    {
        const Certificate left = certificateOf(QStringLiteral("leaf.pem"));
        const Certificate right = certificateOf(QStringLiteral("rsa.pem"));
        const auto count = [](auto self, const std::vector<Detail> &rows) -> std::size_t {
            std::size_t all = rows.size();
            for (const Detail &row : rows)
                all += self(self, row.parts);
            return all;
        };
        std::size_t lefts = 0;
        std::size_t rights = 0;
        for (const ComparisonRow &row : compareCertificates(left, right).rows) {
            lefts += row.left ? 1 : 0;
            rights += row.right ? 1 : 0;
        }
        QCOMPARE(lefts, count(count, detailsOf(left)));
        QCOMPARE(rights, count(count, detailsOf(right)));
    }

    void saysWhereTwoValuesDiffer_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("leftMarked");
        QTest::addColumn<QString>("rightMarked");
        QTest::newRow("equal ones nowhere") << "CN=a.test" << "CN=a.test" << "CN=a.test" << "CN=a.test";
        QTest::newRow("one octet") << "9d a4 84 fc f6" << "9d a4 85 fc f6" << "9d a4 [84] fc f6" << "9d a4 [85] fc f6";
        QTest::newRow("octets side by side with what is between them")
            << "9d:a4:84:fc:f6" << "9d:a5:85:fc:f7" << "9d:[a4:84]:fc:[f6]" << "9d:[a5:85]:fc:[f7]";
        QTest::newRow("octets without separators") << "25d9f0b0" << "25d8f0b0" << "25[d9]f0b0" << "25[d8]f0b0";
        QTest::newRow("octets of a longer value")
            << "00 11 22 33 44" << "00 11 55 66 77 33 44" << "00 11 [22] 33 44" << "00 11 [55 66 77] 33 44";
        QTest::newRow("octets at the end of a longer value")
            << "00 11 22 33" << "00 11 22 33 44" << "00 11 22 33" << "00 11 22 33[ 44]";
        QTest::newRow("whole words") << "CN=first.test,O=One Ltd" << "CN=second.test,O=Two Ltd"
                                     << "CN=[first].test,O=[One] Ltd" << "CN=[second].test,O=[Two] Ltd";
        QTest::newRow("a part that one of them lacks")
            << "CN=a,OU=b,O=c" << "CN=a,O=c" << "CN=a,[OU=b,]O=c" << "CN=a,O=c";
        QTest::newRow("a part of a date")
            << "2026-11-21 21:10:45 UTC" << "2026-12-21 21:10:46 UTC" << "2026-[11]-21 21:10:[45] UTC"
            << "2026-[12]-21 21:10:[46] UTC";
        QTest::newRow("a number that is no hex") << "4096" << "4095" << "[4096]" << "[4095]";
        QTest::newRow("hex beside a word") << "0011223344" << "none" << "[0011223344]" << "[none]";
        QTest::newRow("characters of two units are never torn")
            << QStringLiteral(u"a \U0001F511 b") << QStringLiteral(u"a \U0001F512 b")
            << QStringLiteral(u"a [\U0001F511] b") << QStringLiteral(u"a [\U0001F512] b");
        QTest::newRow("all of one that stands alone") << "critical" << QString() << "[critical]" << QString();
        QTest::newRow("nothing of nothing") << QString() << QString() << QString() << QString();
    }
    void saysWhereTwoValuesDiffer()
    {
        QFETCH(const QString, left);
        QFETCH(const QString, right);
        const PiecesOfBoth pieces = differingPieces(left, right);
        QTEST(marked(pieces.left), "leftMarked");
        QTEST(marked(pieces.right), "rightMarked");
        const PiecesOfBoth reversed = differingPieces(right, left);
        QCOMPARE(reversed.left, pieces.right);
        QCOMPARE(reversed.right, pieces.left);
    }

    void tellsHexFromWordsAndNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isHex");
        QTest::newRow("octets as Windows shows them") << "9d a4 84 fc" << true;
        QTest::newRow("octets as OpenSSL shows them") << "9D:A4:84:FC" << true;
        QTest::newRow("a serial number") << "25d9f0b0b55d2907" << true;
        QTest::newRow("octets that were cut") << QStringLiteral("9d a4 84 fc … (5000)") << true;
        QTest::newRow("a size") << "4096" << false;
        QTest::newRow("a short word") << "facade" << false;
        QTest::newRow("a date") << "2026-11-21" << false;
        QTest::newRow("a name") << "CN=deadbeef" << false;
        QTest::newRow("half an octet") << "123456789" << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void tellsHexFromWordsAndNumbers()
    {
        QFETCH(const QString, text);
        QTEST(isHexText(text), "isHex");
    }

    void twoKindsOfKeyStandSideBySide()
    {
        const Comparison comparison =
            compareCertificates(certificateOf(QStringLiteral("leaf.pem")), certificateOf(QStringLiteral("rsa.pem")));
        for (const DetailField field : {DetailField::PublicKey, DetailField::SignatureAlgorithm}) {
            const ComparisonRow *row = rowOf(comparison, field);
            QVERIFY(row->left && row->right && !row->isSame);
        }
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
