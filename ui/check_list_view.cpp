#include "ui/check_list_view.h"

#include "model/text/preflight_text.h"
#include "ui/icons.h"

#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

namespace sealport {
namespace {

struct Mark {
    const char *icon;
    QString name; ///< for those who do not see it
};

Mark markOf(CheckOutcome outcome)
{
    switch (outcome) {
    case CheckOutcome::Ok:
        return {.icon = "ok", .name = CheckListView::tr("In order")};
    case CheckOutcome::Warning:
        return {.icon = "warning", .name = CheckListView::tr("Warning")};
    case CheckOutcome::Error:
        return {.icon = "error", .name = CheckListView::tr("Error")};
    }
    Q_UNREACHABLE();
}

} // namespace

CheckListView::CheckListView(QWidget *parent)
    : QWidget(parent)
    , m_all(new QToolButton(this))
{
    setAccessibleName(tr("Checks before start"));
    m_all->setObjectName(QStringLiteral("allChecks"));
    m_all->setCheckable(true);
    m_all->setAutoRaise(true);
    m_all->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_all->setFocusPolicy(Qt::StrongFocus);
    m_all->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
    m_all->setToolTip(tr("Show what is in order as well (Ctrl+Shift+K)"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(m_all, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_all, &QToolButton::toggled, this, &CheckListView::build);
    build();
}

void CheckListView::showChecks(const std::vector<Check> &checks)
{
    std::vector<Line> lines;
    for (const Check &check : checks)
        lines.push_back({.outcome = check.outcome, .text = describe(check), .mend = check.mend});
    std::ranges::stable_sort(lines, std::ranges::greater(), &Line::outcome);
    if (lines == m_lines)
        return; // where the focus is and what is read aloud stay
    m_lines = std::move(lines);
    build();
    Q_EMIT renewed();
}

void CheckListView::setAllShown(bool shown)
{
    m_all->setChecked(shown);
}

bool CheckListView::areAllShown() const
{
    return m_all->isChecked();
}

QSize CheckListView::sizeHint() const
{
    const QSize usual = QWidget::sizeHint();
    return layout()->hasHeightForWidth() ? QSize(usual.width(), layout()->heightForWidth(width())) : usual;
}

void CheckListView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != width()) // the area around it asks for the height anew
        QCoreApplication::postEvent(this, new QEvent(QEvent::LayoutRequest));
}

void CheckListView::build()
{
    if (m_faults && m_faults->isAncestorOf(QApplication::focusWidget()))
        setFocus(Qt::OtherFocusReason); // not on to the next button, which may stop the server
    replace(m_faults, false);
    replace(m_inOrder, true);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(0, m_faults);
    column->insertWidget(2, m_inOrder);
    const auto inOrder = static_cast<int>(std::ranges::count(m_lines, CheckOutcome::Ok, &Line::outcome));
    m_all->setVisible(inOrder > 0);
    m_all->setText(tr("%n checks in order", nullptr, inOrder));
    m_all->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)); // setText() takes it away
    m_all->setArrowType(areAllShown() ? Qt::DownArrow : Qt::RightArrow);
}

void CheckListView::replace(QWidget *&rows, bool isInOrder)
{
    if (rows) {
        layout()->removeWidget(rows);
        rows->hide();
        rows->deleteLater(); // one of its buttons may be what led here
    }
    rows = new QWidget(this);
    auto *grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    for (const Line &line : m_lines)
        if ((line.outcome == CheckOutcome::Ok) == isInOrder)
            addLine(*grid, line);
    rows->setVisible(grid->count() > 0 && (!isInOrder || areAllShown()));
}

void CheckListView::addLine(QGridLayout &grid, const Line &line)
{
    QWidget *rows = grid.parentWidget();
    const int row = grid.rowCount();
    const Mark mark = markOf(line.outcome);
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    auto *icon = new QLabel(rows);
    icon->setPixmap(themedIcon(QLatin1String(mark.icon)).pixmap(size, size));
    icon->setAccessibleName(mark.name);
    icon->setToolTip(mark.name);
    auto *text = new QLabel(line.text, rows);
    text->setObjectName(QStringLiteral("check"));
    text->setProperty("outcome", static_cast<int>(line.outcome));
    text->setTextFormat(Qt::PlainText); // names of strangers are in it
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setAccessibleDescription(mark.name);
    grid.addWidget(icon, row, 0, Qt::AlignTop);
    grid.addWidget(text, row, 1);
    if (!line.mend)
        return;
    auto *button = new QPushButton(mendText(*line.mend).replace(u'&', QStringLiteral("&&")), rows);
    button->setObjectName(QStringLiteral("mend"));
    button->setAccessibleName(mendText(*line.mend));
    button->setAccessibleDescription(line.text);
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard where it was
    grid.addWidget(button, row, 2, Qt::AlignTop);
    connect(button, &QPushButton::clicked, this, [this, mend = *line.mend] { Q_EMIT mendRequested(mend); });
}

} // namespace sealport
