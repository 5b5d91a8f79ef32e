#include "ui/admission_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace sealport {

AdmissionBar::AdmissionBar(HandExchange &exchange, QWidget *parent)
    : QFrame(parent)
    , m_exchange(exchange)
    , m_text(new QLabel(this))
    , m_admit(new QPushButton(tr("Let in"), this))
    , m_deny(new QPushButton(tr("Deny"), this))
{
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    setAccessibleName(tr("A client waits"));
    m_text->setObjectName(QStringLiteral("firstWaiting"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    const auto prepare = [](QPushButton &button, const QString &objectName, const QKeySequence &keys,
                            const QString &toolTip) {
        button.setObjectName(objectName);
        button.setAccessibleName(button.text());
        button.setShortcut(keys);
        button.setToolTip(toolTip + QStringLiteral(" (") + keys.toString(QKeySequence::NativeText) + u')');
        button.setAutoDefault(true);
    };
    prepare(*m_admit, QStringLiteral("admitFirst"), Qt::CTRL | Qt::SHIFT | Qt::Key_A,
            tr("Begin with this client (SocketAccept)"));
    prepare(*m_deny, QStringLiteral("denyFirst"), Qt::CTRL | Qt::SHIFT | Qt::Key_D,
            tr("Turn this client away (SocketDeny)"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 4, 4);
    row->addWidget(m_text, 1);
    row->addWidget(m_admit);
    row->addWidget(m_deny);
    connect(&m_exchange, &HandExchange::changed, this, &AdmissionBar::refresh);
    connect(&m_exchange, &HandExchange::forgotten, this, &AdmissionBar::refresh);
    connect(m_admit, &QPushButton::clicked, this, [this] {
        if (m_first)
            m_exchange.admit(*m_first);
    });
    connect(m_deny, &QPushButton::clicked, this, [this] {
        if (m_first)
            m_exchange.deny(*m_first);
    });
    refresh();
}

void AdmissionBar::refresh()
{
    const std::vector<ConnectionId> waiting = m_exchange.waiting();
    m_first = waiting.empty() ? std::nullopt : std::optional(waiting.front());
    setVisible(m_first.has_value());
    if (!m_first)
        return;
    const ConnectionRecord &record = m_exchange.conversation(*m_first)->record;
    QString text = tr("%1 waits to be let in to %2.", "address, server").arg(record.peer.toString(), record.serverName);
    if (waiting.size() > 1)
        text += u' ' + tr("%n more wait behind it.", nullptr, static_cast<int>(waiting.size() - 1));
    m_text->setText(text);
}

} // namespace sealport
