#include "app/certs_actions.h"
#include "model/certificates/comparison.h"
#include "model/text/certificate_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace sealport {

namespace {

constexpr qsizetype columnWidth = 48;

QString labelOf(const ComparisonRow &row)
{
    return detailLabel(row.left ? *row.left : *row.right);
}

QString side(const std::optional<Detail> &detail)
{
    if (!detail)
        return QStringLiteral("–");
    const QString value = detailValue(*detail);
    if (!detail->isCritical)
        return value;
    return QCoreApplication::translate("CommandLine", "critical") % (value.isEmpty() ? QString() : u' ' % value);
}

/// Rows that are the same say little: the differing ones are marked, in a column of their own. What does not fit side
/// by side stands one under the other: cut short, two thumbprints look the same.
QStringList linesOf(const Comparison &comparison)
{
    QStringList lines;
    for (const ComparisonRow &row : comparison.rows) {
        const QString label = QString(row.isSame ? QStringLiteral("  ") : QStringLiteral("! "))
                              % QString(qsizetype{2} * row.depth, u' ') % labelOf(row);
        const QString left = side(row.left);
        const QString right = side(row.right);
        if (label.size() <= columnWidth + 2 && left.size() <= columnWidth && right.size() <= columnWidth) {
            lines.append(label.leftJustified(columnWidth + 2) % u' ' % left.leftJustified(columnWidth) % u' ' % right);
        } else {
            const QString margin(qsizetype{2} * row.depth + 6, u' ');
            lines.append({label, margin % left});
            if (right != left)
                lines.append(margin % right);
        }
    }
    for (QString &line : lines)
        while (line.endsWith(u' '))
            line.chop(1);
    return lines;
}

JsonLine jsonOf(const Comparison &comparison)
{
    std::vector<JsonLine> rows;
    for (const ComparisonRow &row : comparison.rows) {
        JsonLine line;
        line.text("field", labelOf(row)).number("depth", row.depth).boolean("same", row.isSame);
        for (const auto &[key, detail] : {std::pair{"left", &row.left}, std::pair{"right", &row.right}}) {
            if (*detail)
                line.text(key, side(*detail));
            else
                line.null(key);
        }
        rows.push_back(std::move(line));
    }
    JsonLine line;
    return line.text("kinship", kinshipName(comparison.kinship))
        .text("sentence", describe(comparison.kinship))
        .objects("rows", rows);
}

} // namespace

void compareTwo(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    PassphrasePtr passphrase;
    if (!readGivenPassphrase(options.passphraseFile, output, passphrase))
        return;
    std::vector<Certificate> both;
    for (const QString &item : options.items) {
        const std::vector<AskedCertificate> asked = askedCertificates(item, passphrase, folder, output);
        if (asked.empty())
            return output.setFailed();
        if (asked.size() > 1)
            output.warn(
                QCoreApplication::translate("CommandLine", "%1 stands for %2 certificates; the first is compared.")
                    .arg(item)
                    .arg(asked.size()));
        both.push_back(asked.front().stored.certificate);
    }
    const Comparison comparison = compareCertificates(both.front(), both.back());
    output.lines(QStringList{describe(comparison.kinship)} + linesOf(comparison));
    output.object(jsonOf(comparison));
    if (comparison.kinship != Kinship::Identical)
        output.setFailed();
}

} // namespace sealport
