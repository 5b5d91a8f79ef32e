#include "ui/connection_details.h"

#include "model/sockets/hand_exchange.h"
#include "ui/hand_panel.h"
#include "ui/verdict_panel.h"

#include <QSignalBlocker>

namespace sealport {

ConnectionDetails::ConnectionDetails(VerdictPanel *verdict, HandExchange &exchange, QWidget *parent)
    : QTabWidget(parent)
    , m_exchange(exchange)
    , m_hand(new HandPanel(exchange, this))
{
    setTabBarAutoHide(true); // most connections have a verdict alone
    setDocumentMode(true);
    addTab(verdict, tr("Verdict"));
    m_hand->hide();
    connect(this, &QTabWidget::currentChanged, this, [this](int tab) { m_prefersVerdict = tab == 0; });
}

void ConnectionDetails::showConnection(std::optional<ConnectionId> id)
{
    const HandExchange::Conversation *conversation = id ? m_exchange.conversation(*id) : nullptr;
    m_hand->showConversation(conversation ? id : std::nullopt);
    const bool isAnother = m_shown != id;
    m_shown = id;
    const int tab = indexOf(m_hand);
    if (!conversation) {
        const QSignalBlocker notTheUser(this);
        return removeTab(tab);
    }
    // Where nothing was said, there is nothing to be read but why.
    const bool isEmpty = hasEnded(conversation->record.state) && conversation->transcript.pieces().empty();
    const bool isNewlyEmpty = isEmpty && (isAnother || !m_isEmpty);
    m_isEmpty = isEmpty;
    const QSignalBlocker notTheUser(this);
    if (tab < 0)
        addTab(m_hand, tr("By hand"));
    if (isNewlyEmpty)
        setCurrentIndex(0);
    else if (isAnother && !isEmpty)
        setCurrentWidget(m_prefersVerdict ? widget(0) : m_hand);
}

void ConnectionDetails::goToConversation()
{
    if (indexOf(m_hand) < 0)
        return;
    setCurrentWidget(m_hand);
    m_hand->goToInput();
}

} // namespace sealport
