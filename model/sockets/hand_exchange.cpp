#include "model/sockets/hand_exchange.h"

#include "model/sockets/workspace.h"

#include <algorithm>
#include <set>

namespace sealport {

HandExchange::HandExchange(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&m_workspace, &Workspace::connectionsArrived, this, &HandExchange::takeRecords);
    connect(&m_workspace, &Workspace::dataExchanged, this, &HandExchange::takeData);
}

std::vector<ConnectionId> HandExchange::conversations() const
{
    std::vector<ConnectionId> ids;
    ids.reserve(m_conversations.size());
    for (const auto &[id, conversation] : m_conversations)
        ids.push_back(id);
    return ids;
}

std::vector<ConnectionId> HandExchange::waiting() const
{
    std::vector<ConnectionId> ids;
    for (const auto &[id, conversation] : m_conversations)
        if (conversation.record.state == ConnectionState::Waiting)
            ids.push_back(id);
    return ids;
}

const HandExchange::Conversation *HandExchange::conversation(ConnectionId id) const
{
    const auto found = m_conversations.find(id);
    return found == m_conversations.end() ? nullptr : &found->second;
}

bool HandExchange::isByHand(const ConnectionRecord &record) const
{
    const ServerEntry *server = m_workspace.server(record.server);
    return server != nullptr && server->applied.reply.mode == ReplyMode::ByHand;
}

void HandExchange::takeRecords(const std::vector<ConnectionRecord> &records)
{
    std::set<ConnectionId> touched;
    for (const ConnectionRecord &record : records) {
        const auto known = m_conversations.find(record.id);
        if (known == m_conversations.end() && !isByHand(record))
            continue;
        Conversation &conversation = m_conversations[record.id];
        m_ended += hasEnded(record.state) ? 1 : 0;
        conversation.record = record;
        touched.insert(record.id);
    }
    keepWithinBounds();
    for (const ConnectionId id : touched) {
        const Conversation *still = conversation(id);
        if (still && still->record.state == ConnectionState::Waiting)
            Q_EMIT asked(id);
        if (still)
            Q_EMIT changed(id);
    }
}

void HandExchange::takeData(const std::vector<DataExchanged> &data)
{
    std::set<ConnectionId> touched;
    for (const DataExchanged &piece : data) {
        const auto found = m_conversations.find(piece.id);
        if (found == m_conversations.end())
            continue;
        HandTranscript &transcript = found->second.transcript;
        const qsizetype before = transcript.size();
        transcript.add(piece);
        m_octets += transcript.size() - before;
        touched.insert(piece.id);
    }
    keepWithinBounds();
    for (const ConnectionId id : touched)
        if (conversation(id))
            Q_EMIT changed(id);
}

/// Those that are over go first, the oldest of them; then the largest lose their older half.
void HandExchange::keepWithinBounds()
{
    while (m_ended > 0 && (m_ended > mostEnded || m_octets > mostOctets)) {
        const auto oldest = std::ranges::find_if(m_conversations,
                                                 [](const auto &entry) { return hasEnded(entry.second.record.state); });
        forget(ConnectionId(oldest->first));
    }
    while (m_octets > mostOctets) {
        auto largest = std::ranges::max_element(m_conversations, {},
                                                [](const auto &entry) { return entry.second.transcript.size(); });
        HandTranscript &transcript = largest->second.transcript;
        const qsizetype before = transcript.size();
        transcript.shrink(before / 2);
        m_octets -= before - transcript.size();
    }
}

void HandExchange::forget(ConnectionId id)
{
    const auto found = m_conversations.find(id);
    if (found == m_conversations.end() || !hasEnded(found->second.record.state))
        return;
    m_octets -= found->second.transcript.size();
    --m_ended;
    m_conversations.erase(found);
    Q_EMIT forgotten(id);
}

void HandExchange::order(ConnectionId id, HandOrder order)
{
    const Conversation *known = conversation(id);
    if (known == nullptr || hasEnded(known->record.state))
        return;
    order.server = known->record.server;
    order.connection = id;
    m_workspace.order(std::move(order));
}

void HandExchange::admit(ConnectionId id)
{
    order(id, {.what = HandOrder::What::Admit});
}

void HandExchange::deny(ConnectionId id)
{
    order(id, {.what = HandOrder::What::Deny});
}

void HandExchange::close(ConnectionId id)
{
    order(id, {.what = HandOrder::What::Close});
}

void HandExchange::secure(ConnectionId id)
{
    m_workspace.secure(id);
}

bool HandExchange::send(ConnectionId id, const QByteArray &octets)
{
    const Conversation *known = conversation(id);
    if (known == nullptr || !takesData(known->record) || octets.isEmpty())
        return false;
    order(id, {.what = HandOrder::What::Send, .octets = octets});
    return true;
}

} // namespace sealport
