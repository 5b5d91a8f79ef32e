#include "ui/admission_bar.h"

#include "model/sockets/workspace.h"
#include "ui/icons.h"

#include <QAccessible>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace sealport {
namespace {

constexpr QKeyCombination admitKeys = Qt::CTRL | Qt::SHIFT | Qt::Key_A;
constexpr QKeyCombination denyKeys = Qt::CTRL | Qt::SHIFT | Qt::Key_D;

QString textOf(QKeyCombination keys)
{
    return QKeySequence(keys).toString(QKeySequence::NativeText);
}

bool asks(const ServerEntry &server)
{
    const ReplySpec &reply = server.applied.reply;
    return server.state == ServerState::Listening && reply.mode == ReplyMode::ByHand && reply.asksFirst;
}

} // namespace

AdmissionBar::AdmissionBar(const Workspace &workspace, HandExchange &exchange, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_exchange(exchange)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_admit(new QPushButton(tr("Let in"), this))
    , m_deny(new QPushButton(tr("Deny"), this))
{
    build();
    connect(&m_exchange, &HandExchange::changed, this, &AdmissionBar::refresh);
    connect(&m_exchange, &HandExchange::forgotten, this, &AdmissionBar::refresh);
    connect(&m_workspace, &Workspace::serverChanged, this, &AdmissionBar::refresh);
    connect(&m_workspace, &Workspace::serverRemoved, this, &AdmissionBar::refresh);
    connectButton(*m_admit, m_toAdmit, [this](ConnectionId id) { m_exchange.admit(id); });
    connectButton(*m_deny, m_toDeny, [this](ConnectionId id) { m_exchange.deny(id); });
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &AdmissionBar::refresh);
    refresh();
}

void AdmissionBar::build()
{
    setObjectName(QStringLiteral("admission"));
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    setAccessibleName(tr("A client waits"));
    m_text->setObjectName(QStringLiteral("firstWaiting"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setFixedSize(size, size);
    const auto prepare = [this](QPushButton &button, const QString &objectName, QKeyCombination keys,
                                const QString &toolTip) {
        button.setObjectName(objectName);
        button.setAccessibleName(button.text());
        button.setToolTip(toolTip + QStringLiteral(" (") + textOf(keys) + u')');
        button.setAutoDefault(true);
        button.installEventFilter(this);
        auto *shortcut = new QShortcut(QKeySequence(keys), &button); // the button's own one repeats itself
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, &button, &QPushButton::animateClick);
    };
    prepare(*m_admit, QStringLiteral("admitFirst"), admitKeys, tr("Begin with this client (SocketAccept)"));
    prepare(*m_deny, QStringLiteral("denyFirst"), denyKeys, tr("Turn this client away (SocketDeny)"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 4, 4);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_admit);
    row->addWidget(m_deny);
}

void AdmissionBar::connectButton(QPushButton &button, Pressed &pressed, const std::function<void(ConnectionId)> &act)
{
    connect(&button, &QPushButton::pressed, this, [this, &pressed] {
        const bool isSeen = m_first && m_sinceFirst.elapsed() >= m_timeToSee.count();
        pressed.reset();
        if (isSeen)
            pressed = m_first;
    });
    connect(&button, &QPushButton::clicked, this, [this, &pressed, act] {
        const ConnectionId one = pressed.value_or(ConnectionId());
        pressed.reset();
        if (one.isValid() && one == m_first)
            act(one);
    });
}

/// An Enter key that is held clicks a button again and again.
bool AdmissionBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isHeld = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->isAutoRepeat();
    const int key = isHeld ? static_cast<QKeyEvent *>(event)->key() : 0;
    return key == Qt::Key_Return || key == Qt::Key_Enter || QFrame::eventFilter(watched, event);
}

std::optional<qint64> AdmissionBar::timeLeft() const
{
    if (!m_first)
        return std::nullopt;
    const ConnectionRecord &record = m_exchange.conversation(*m_first)->record;
    const ServerEntry *server = m_workspace.server(record.server);
    const qint64 patience = server ? server->applied.limits.handshakeTimeout.count() : 0;
    if (patience == 0)
        return std::nullopt;
    return std::max<qint64>(0, record.acceptedAt + patience - QDateTime::currentMSecsSinceEpoch());
}

QString AdmissionBar::question() const
{
    if (!m_first)
        return tr("Nobody waits. %1 lets the first client in, %2 denies it.", "keys")
            .arg(textOf(admitKeys), textOf(denyKeys));
    const ConnectionRecord &record = m_exchange.conversation(*m_first)->record;
    const ServerEntry *server = m_workspace.server(record.server);
    const QString port = QString::number(server ? server->endpoint.port : 0);
    const auto left = timeLeft();
    return left ? tr("Port %1: %2 waits, %3 s left.", "port, address, seconds")
                      .arg(port, record.peer.toString(), QString::number((*left + 999) / 1000))
                : tr("Port %1: %2 waits.", "port, address").arg(port, record.peer.toString());
}

void AdmissionBar::refresh()
{
    const std::vector<ConnectionId> waiting = m_exchange.waiting();
    const auto before = m_first;
    m_first = waiting.empty() ? std::nullopt : std::optional(waiting.front());
    if (m_first != before)
        m_sinceFirst.start();
    m_whole = question();
    if (waiting.size() > 1)
        m_whole += u' ' + tr("%n more wait behind it.", nullptr, static_cast<int>(waiting.size() - 1));
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(m_first ? themedIcon(QStringLiteral("live")).pixmap(size, size) : QPixmap());
    for (QWidget *part : std::initializer_list<QWidget *>{m_text, m_admit, m_deny})
        part->setEnabled(m_first.has_value());
    setVisible(m_first || std::ranges::any_of(m_workspace.servers(), asks));
    showText();
    if (!timeLeft())
        m_second.stop();
    else if (!m_second.isActive())
        m_second.start();
    if (m_first && m_first != before)
        tellAssistants();
}

/// Once a client, not each second.
void AdmissionBar::tellAssistants()
{
    setAccessibleDescription(m_whole);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void AdmissionBar::showText()
{
    m_text->setText(m_text->fontMetrics().elidedText(m_whole, Qt::ElideRight, m_text->width()));
    m_text->setToolTip(m_text->text() == m_whole ? QString() : m_whole);
}

void AdmissionBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    showText();
}

} // namespace sealport
