#include "ui/comparison_window.h"

#include "model/certificates/thumbprint.h"
#include "model/tables/table_icons.h"
#include "model/text/certificate_text.h"
#include "ui/icons.h"
#include "ui/pieces_delegate.h"
#include "ui/value_tree.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPixmap>
#include <QVBoxLayout>

#include <algorithm>

namespace sealport {
namespace {

QString valueOf(const std::optional<Detail> &detail)
{
    return detail ? detailValueWithCriticality(*detail) : QString();
}

/// Two of one name are told apart by their thumbprints.
QString headerOf(const Certificate &certificate, const Certificate &other)
{
    constexpr qsizetype shown = 11;
    const QString name = certificate.name().left(60);
    if (name != other.name().left(60))
        return name;
    return ComparisonWindow::tr("%1 (%2…)", "certificate (thumbprint)")
        .arg(name, formatThumbprint(certificate.sha1(), ThumbprintFormat::Windows).left(shown));
}

} // namespace

ComparisonWindow::ComparisonWindow(const Certificate &left, const Certificate &right, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_tree(new ValueTree({tr("Field"), headerOf(left, right), headerOf(right, left)}, tr("Comparison"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(plainTitle(tr("%1 and %2", "two certificates").arg(left.name().left(60), right.name().left(60))));
    const Comparison comparison = compareCertificates(left, right);

    auto *kinship = new QLabel(describe(comparison.kinship), this);
    kinship->setTextFormat(Qt::PlainText);
    kinship->setObjectName(QStringLiteral("kinship"));
    QFont bold = font();
    bold.setBold(true);
    kinship->setFont(bold);
    auto *onlyDifferent = new QCheckBox(tr("&Differences alone"), this);
    m_tree->setObjectName(QStringLiteral("comparison"));
    m_tree->setRootIsDecorated(false);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(2, QHeaderView::Stretch);
    for (const ComparisonRow &row : comparison.rows)
        m_tree->addTopLevelItem(itemFor(row));
    m_tree->resizeColumnToContents(0);
    m_tree->setColumnWidth(0, std::min(m_tree->columnWidth(0), 260));
    connect(onlyDifferent, &QCheckBox::toggled, this, [this](bool only) {
        for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
            QTreeWidgetItem *item = m_tree->topLevelItem(i);
            item->setHidden(only && item->data(0, Qt::UserRole).toBool());
        }
    });

    auto *column = new QVBoxLayout(this);
    column->addWidget(kinship);
    column->addWidget(onlyDifferent);
    column->addWidget(m_tree, 1);
    resize(900, 620);
}

QTreeWidgetItem *ComparisonWindow::itemFor(const ComparisonRow &row) const
{
    const Detail &known = row.left ? *row.left : *row.right;
    const QStringList values{valueOf(row.left), valueOf(row.right)};
    const PiecesOfBoth pieces = differingPieces(values.front(), values.back());
    auto *item =
        new QTreeWidgetItem(QStringList(QString(qsizetype{2} * row.depth, u' ') + detailLabel(known)) + values);
    const bool haveCommonPieces = std::ranges::any_of(pieces.left, &ValuePiece::isSame); // else all would be marked
    if (haveCommonPieces) {
        item->setData(1, PiecesDelegate::piecesRole, QVariant::fromValue(pieces.left));
        item->setData(2, PiecesDelegate::piecesRole, QVariant::fromValue(pieces.right));
    }
    for (const int column : {1, 2})
        if (isHexText(item->text(column)))
            item->setFont(column, QFontDatabase::systemFont(QFontDatabase::FixedFont));
    item->setData(0, Qt::UserRole, row.isSame);
    if (row.isSame) {
        QPixmap nothing(m_tree->iconSize().expandedTo({16, 16})); // so that all names begin at one line
        nothing.fill(Qt::transparent);
        item->setIcon(0, nothing);
        return item;
    }
    QFont bold = font();
    bold.setBold(true);
    item->setFont(0, bold);
    item->setIcon(0, themedIcon(QStringLiteral("warning")));
    item->setData(0, Qt::AccessibleTextRole, tr("%1 differs").arg(detailLabel(known)));
    return item;
}

/// Not a shortcut, which would take the key from a menu that is open.
void ComparisonWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel))
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace sealport
