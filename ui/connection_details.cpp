#include "ui/connection_details.h"

#include "model/sockets/hand_exchange.h"
#include "ui/hand_panel.h"
#include "ui/verdict_panel.h"

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
}

void ConnectionDetails::showConnection(std::optional<ConnectionId> id)
{
    const bool isByHand = id && m_exchange.conversation(*id) != nullptr;
    m_hand->showConversation(isByHand ? id : std::nullopt);
    const int tab = indexOf(m_hand);
    if (!isByHand && tab >= 0)
        removeTab(tab);
    else if (isByHand && tab < 0)
        setCurrentIndex(addTab(m_hand, tr("By hand")));
}

void ConnectionDetails::goToConversation()
{
    if (indexOf(m_hand) < 0)
        return;
    setCurrentWidget(m_hand);
    m_hand->goToInput();
}

} // namespace sealport
