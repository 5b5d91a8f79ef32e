#include "ui/message_bar.h"

#include "ui/icons.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <utility>

namespace sealport {
namespace {

QString iconName(MessageBar::Level level)
{
    switch (level) {
    case MessageBar::Level::Information:
        return QStringLiteral("ok");
    case MessageBar::Level::Warning:
        return QStringLiteral("warning");
    case MessageBar::Level::Error:
        return QStringLiteral("error");
    }
    Q_UNREACHABLE();
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    setAccessibleName(tr("Message"));

    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button->setObjectName(QStringLiteral("messageAction"));
    m_button->setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard where it was
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setAutoRaise(true);
    m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 4, 4);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_button, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignTop);

    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    connect(m_button, &QPushButton::clicked, this, [this] {
        const auto action = std::exchange(m_action, {});
        clear();
        if (action)
            action();
    });
    hide();
}

void MessageBar::showMessage(Level level, const QString &text)
{
    showMessage(level, text, {}, {});
}

void MessageBar::showMessage(Level level, const QString &text, const QString &actionText, std::function<void()> action)
{
    m_action = std::move(action);
    if (isVisible() && m_text->text() == text)
        return; // said already
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(themedIcon(iconName(level)).pixmap(size, size));
    m_text->setText(text);
    m_button->setText(actionText);
    m_button->setAccessibleName(QString(actionText).remove(QLatin1Char('&')));
    m_button->setVisible(!actionText.isEmpty());
    setAccessibleDescription(text);
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::clear()
{
    m_action = {};
    m_text->clear();
    if (m_home && isAncestorOf(QApplication::focusWidget()))
        m_home->setFocus(Qt::OtherFocusReason); // Qt would hand it on to whatever button is next
    hide();
}

QString MessageBar::text() const
{
    return m_text->text();
}

} // namespace sealport
