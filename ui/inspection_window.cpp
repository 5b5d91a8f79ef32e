#include "ui/inspection_window.h"

#include "model/certificates/value_pieces.h"
#include "model/tables/table_icons.h"
#include "model/text/certificate_text.h"
#include "ui/icons.h"
#include "ui/value_tree.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace sealport {
namespace {

// Bounded in depth where details and ASN.1 are made.

QTreeWidgetItem *itemFor(const Detail &detail)
{
    QString value = detailValue(detail);
    if (detail.isCritical)
        value = value.isEmpty() ? InspectionWindow::tr("critical") : InspectionWindow::tr("%1 (critical)").arg(value);
    auto *item = new QTreeWidgetItem({detailLabel(detail), value});
    item->setToolTip(1, detail.object);
    if (isHexText(value))
        item->setFont(1, QFontDatabase::systemFont(QFontDatabase::FixedFont));
    for (const Detail &part : detail.parts)
        item->addChild(itemFor(part));
    return item;
}

QTreeWidgetItem *itemFor(const Asn1Node &node)
{
    auto *item =
        new QTreeWidgetItem({node.tag, node.value, QString::number(node.offset), QString::number(node.contentLength)});
    for (const Asn1Node &child : node.children)
        item->addChild(itemFor(child));
    return item;
}

} // namespace

InspectionWindow::InspectionWindow(const QString &title, const QString &icon, const QByteArray &pem, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_column(new QVBoxLayout(this))
    , m_tabs(new QTabWidget(this))
    , m_details(new ValueTree({tr("Field"), tr("Value")}, tr("Fields and extensions"), this))
    , m_asn1(new ValueTree({tr("Element"), tr("Value"), tr("Offset"), tr("Length")}, tr("ASN.1"), this))
{
    setWindowTitle(plainTitle(title));
    setWindowIcon(themedIcon(icon));
    setAttribute(Qt::WA_DeleteOnClose);
    m_details->setObjectName(QStringLiteral("fields"));
    m_asn1->setObjectName(QStringLiteral("asn1"));
    m_asn1->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));

    auto *encoded = new QWidget(this);
    auto *text = new QPlainTextEdit(QString::fromLatin1(pem), encoded);
    text->setReadOnly(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setAccessibleName(tr("PEM"));
    auto *copyAll = new QPushButton(themedIcon(QStringLiteral("copy")), tr("C&opy"), encoded);
    copyAll->setObjectName(QStringLiteral("copyPem"));
    connect(copyAll, &QPushButton::clicked, this,
            [pem] { QGuiApplication::clipboard()->setText(QString::fromLatin1(pem)); });
    auto *encodedColumn = new QVBoxLayout(encoded);
    encodedColumn->addWidget(text, 1);
    encodedColumn->addWidget(copyAll, 0, Qt::AlignRight);

    m_tabs->addTab(m_details, tr("&Fields"));
    m_tabs->addTab(m_asn1, tr("&ASN.1"));
    m_tabs->addTab(encoded, tr("&PEM"));
    m_column->addWidget(m_tabs, 1);
    resize(760, 620);
}

QLabel *InspectionWindow::addLine(const QString &objectName)
{
    auto *label = new QLabel(this);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText); // what it tells of is written by strangers
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont bold = font();
    bold.setBold(true);
    if (m_lines == 0)
        label->setFont(bold);
    addAbove(label);
    return label;
}

void InspectionWindow::addAbove(QWidget *widget)
{
    m_column->insertWidget(m_lines++, widget);
}

void InspectionWindow::addPage(QWidget *page, const QString &title)
{
    m_tabs->insertTab(m_tabs->indexOf(m_asn1), page, title);
}

void InspectionWindow::showPage(QWidget *page)
{
    m_tabs->setCurrentWidget(page);
}

void InspectionWindow::showContent(const std::vector<Detail> &details, const Asn1View &asn1)
{
    if (m_details->topLevelItemCount() > 0)
        return;
    for (const Detail &detail : details)
        m_details->addTopLevelItem(itemFor(detail));
    m_details->expandAll();
    m_details->resizeColumnToContents(0);
    for (const Asn1Node &node : asn1.nodes)
        m_asn1->addTopLevelItem(itemFor(node));
    for (const Asn1Stop &stop : asn1.stops)
        m_asn1->addTopLevelItem(new QTreeWidgetItem({describe(stop)}));
    m_asn1->expandToDepth(3);
    m_asn1->resizeColumnToContents(0);
    m_asn1->setColumnWidth(1, 340);
}

/// Not a shortcut: that would be taken before an open list of a field is closed by the same key.
void InspectionWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace sealport
