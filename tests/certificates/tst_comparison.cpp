#include "model/certificates/comparison.h"

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
