#include "ui/comparison_window.h"

#include "model/certificates/comparison.h"
#include "model/certificates/thumbprint.h"
#include "model/tables/table_icons.h"
#include "model/text/certificate_text.h"
#include "ui/icons.h"

#include <QAction>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QPixmap>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sealport {
namespace {

QString valueOf(const std::optional<Detail> &detail)
{
    return detail ? detailValue(*detail) : QString();
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
    auto *tree = new QTreeWidget(this);
    tree->setObjectName(QStringLiteral("comparison"));
    tree->setAccessibleName(tr("Comparison"));
    tree->setHeaderLabels({tr("Field"), headerOf(left, right), headerOf(right, left)});
    tree->setAlternatingRowColors(true);
    tree->setRootIsDecorated(false);
    const QIcon differs = themedIcon(QStringLiteral("warning"));
    QPixmap nothing(tree->iconSize().expandedTo({16, 16})); // so that all names begin at one line
    nothing.fill(Qt::transparent);
    for (const ComparisonRow &row : comparison.rows) {
        const Detail &known = row.left ? *row.left : *row.right;
        auto *item = new QTreeWidgetItem(
            {QString(qsizetype{2} * row.depth, u' ') + detailLabel(known), valueOf(row.left), valueOf(row.right)});
        for (const int column : {1, 2})
            item->setToolTip(column, plainToolTip(item->text(column)));
        item->setData(0, Qt::UserRole, row.isSame);
        item->setIcon(0, row.isSame ? QIcon(nothing) : differs);
        if (!row.isSame) {
            item->setData(0, Qt::AccessibleTextRole, tr("%1 differs").arg(detailLabel(known)));
            for (int column = 0; column < 3; ++column)
                item->setFont(column, bold);
        }
        tree->addTopLevelItem(item);
    }
    tree->resizeColumnToContents(0);
    tree->setColumnWidth(0, std::min(tree->columnWidth(0), 260));
    tree->setColumnWidth(1, 290);
    connect(onlyDifferent, &QCheckBox::toggled, tree, [tree](bool only) {
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            QTreeWidgetItem *item = tree->topLevelItem(i);
            item->setHidden(only && item->data(0, Qt::UserRole).toBool());
        }
    });

    auto *column = new QVBoxLayout(this);
    column->addWidget(kinship);
    column->addWidget(onlyDifferent);
    column->addWidget(tree, 1);
    auto *closing = new QAction(this);
    closing->setShortcut(Qt::Key_Escape);
    connect(closing, &QAction::triggered, this, &QWidget::close);
    addAction(closing);
    resize(900, 620);
}

} // namespace sealport
