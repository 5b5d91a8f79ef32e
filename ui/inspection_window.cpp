#include "ui/inspection_window.h"

#include "model/base/throttle.h"
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
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace sealport {
namespace {

constexpr int widestNames = 320; ///< pixels; the values are what people look for

// Bounded in depth where details and ASN.1 are made.

QTreeWidgetItem *itemFor(const Detail &detail)
{
    const QString value = detailValueWithCriticality(detail);
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

InspectionWindow::InspectionWindow(const QString &title, const QString &icon, const QString &pem, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_column(new QVBoxLayout(this))
    , m_tabs(new QTabWidget(this))
    , m_details(new ValueTree({tr("Field"), tr("Value")}, tr("Fields and extensions"), this))
    , m_asn1(new ValueTree({tr("Element"), tr("Value"), tr("Offset"), tr("Length")}, tr("ASN.1"), this))
    , m_encoded(new QPlainTextEdit(this))
{
    setWindowTitle(plainTitle(title));
    setWindowIcon(themedIcon(icon));
    setAttribute(Qt::WA_DeleteOnClose);
    m_details->setObjectName(QStringLiteral("fields"));
    m_asn1->setObjectName(QStringLiteral("asn1"));
    m_asn1->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));

    m_asn1->setItemDelegate(new QStyledItemDelegate(m_asn1)); // there may be tens of thousands: rows of one height
    m_asn1->setUniformRowHeights(true);

    m_encoded->setReadOnly(true);
    m_encoded->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_encoded->setAccessibleName(tr("PEM"));
    auto *page = new QWidget(this);
    auto *copyAll = new QPushButton(themedIcon(QStringLiteral("copy")), tr("C&opy"), page);
    copyAll->setObjectName(QStringLiteral("copyPem"));
    connect(copyAll, &QPushButton::clicked, this, [pem] { QGuiApplication::clipboard()->setText(pem); });
    auto *pageColumn = new QVBoxLayout(page);
    pageColumn->addWidget(m_encoded, 1);
    pageColumn->addWidget(copyAll, 0, Qt::AlignRight);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this, pem, page] { // a list may have megabytes
        if (m_tabs->currentWidget() == page && m_encoded->document()->isEmpty())
            m_encoded->setPlainText(pem);
        else if (m_tabs->currentWidget() == m_asn1)
            showAsn1();
    });

    m_tabs->addTab(m_details, tr("&Fields"));
    m_tabs->addTab(m_asn1, tr("&ASN.1"));
    m_tabs->addTab(page, tr("&PEM"));
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
    m_details->setColumnWidth(0, std::min(m_details->columnWidth(0), widestNames));
    m_tree = asn1;
    if (m_tabs->currentWidget() == m_asn1)
        showAsn1();
}

void InspectionWindow::showAsn1()
{
    if (m_asn1->topLevelItemCount() > 0)
        return;
    for (const Asn1Node &node : m_tree.nodes)
        m_asn1->addTopLevelItem(itemFor(node));
    for (const Asn1Stop &stop : m_tree.stops)
        m_asn1->addTopLevelItem(new QTreeWidgetItem({describe(stop)}));
    m_asn1->expandToDepth(3);
    m_asn1->resizeColumnToContents(0);
    m_asn1->setColumnWidth(1, 340);
    m_tree = {};
}

void InspectionWindow::askAgainAfter(CertificateCatalogue &catalogue, const std::function<void()> &ask)
{
    constexpr std::chrono::milliseconds pause(200); // a hundred files may be opened at once
    auto *listed = new Throttle(pause, this);
    connect(&catalogue, &CertificateCatalogue::listed, listed, &Throttle::request);
    connect(listed, &Throttle::fired, this, ask);
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
