#include "model/sockets/running_server.h"

#include <QDateTime>

namespace sealport {

namespace {

using namespace std::chrono_literals;

constexpr auto trafficInterval = 100ms;
constexpr std::size_t mostUnreadChatter = 15'000; ///< less than the outbox takes of it
constexpr std::size_t mostUnreadEvents = 50'000;  ///< then accepting waits until the consumer has caught up

} // namespace

RunningServer::RunningServer(ServerId id, PreparedServer prepared, Outlet outlet, ConnectionCounter &counter,
                             QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_prepared(std::make_shared<const PreparedServer>(std::move(prepared)))
    , m_outlet(std::move(outlet))
    , m_server(m_prepared->context, m_prepared->profile.limits, *this, counter, m_prepared->profile.opening)
{
    m_trafficTimer.setSingleShot(true);
    m_trafficTimer.setInterval(trafficInterval);
    connect(&m_trafficTimer, &QTimer::timeout, this, &RunningServer::tellTraffic);
    m_sweep.setSingleShot(true);
    connect(&m_sweep, &QTimer::timeout, this, [this] { m_spent.clear(); });
    m_server.captureInto(m_prepared->capture);
    connect(&m_server, &TlsServer::drained, this, &RunningServer::drained);
    if (isByHand(*m_prepared) && m_prepared->profile.reply.asksFirst)
        m_server.askBeforeAdmitting();
}

Result<Endpoint> RunningServer::listen()
{
    return m_server.listenAt({.address = m_prepared->address, .port = m_prepared->profile.port},
                             m_prepared->profile.addressUse == AddressUse::Shared);
}

void RunningServer::takeOver(PreparedServer prepared)
{
    m_prepared = std::make_shared<const PreparedServer>(std::move(prepared));
    m_server.takeOver(m_prepared->context, m_prepared->profile.limits);
    m_server.captureInto(m_prepared->capture);
}

void RunningServer::stop()
{
    m_server.endAll(Ending::Cause::ServerStopped);
}

bool RunningServer::isOverloaded() const
{
    return m_outlet.outboxSize() > mostUnreadEvents;
}

/// A new one, unless it has waited before.
ConnectionRecord &RunningServer::recordOf(ConnectionId connection, const Endpoint &peer)
{
    const auto [found, isNew] = m_live.try_emplace(connection);
    ConnectionRecord &record = found->second.record;
    if (isNew) {
        found->second.prepared = m_prepared;
        record.generation = m_prepared->generation;
        record.id = connection;
        record.server = m_id;
        record.serverName = m_prepared->profile.name;
        record.peer = peer;
        record.opening = m_prepared->profile.opening;
        record.acceptedAt = QDateTime::currentMSecsSinceEpoch();
    }
    return record;
}

void RunningServer::waiting(ConnectionId connection, const Endpoint &peer)
{
    ConnectionRecord &record = recordOf(connection, peer);
    record.state = ConnectionState::Waiting;
    record.hasWaited = true;
    tell(record);
}

void RunningServer::accepted(ConnectionId connection, const Endpoint &peer)
{
    ConnectionRecord &record = recordOf(connection, peer);
    record.state = ConnectionState::Accepted;
    Live &live = m_live.at(connection);
    live.prepared = m_prepared; // one that has waited gets what the server has by now
    record.generation = m_prepared->generation;
    tell(record);
}

void RunningServer::turnedAway(ConnectionId connection, const Ending &ending)
{
    conclude(connection, ending, diagnose(ending, nullptr));
}

void RunningServer::openedPlain(TlsSession &session)
{
    const auto found = m_live.find(session.id());
    if (found == m_live.end())
        return;
    found->second.record.state = ConnectionState::Plain;
    tell(found->second.record);
    if (session.evidence().part == Ending::Part::Plain)
        startResponding(found->second, session);
}

bool RunningServer::secureClient(ConnectionId connection)
{
    return m_server.secureSession(connection);
}

void RunningServer::tlsBegins(TlsSession &session)
{
    const auto found = m_live.find(session.id());
    if (found == m_live.end())
        return;
    found->second.record.state = ConnectionState::Handshaking;
    tell(found->second.record);
}

/// Anew once TLS has begun: what was said in plain is over, half a request included.
void RunningServer::startResponding(Live &live, TlsSession &session)
{
    retire(std::move(live.responder));
    live.responder = newResponder(*live.prepared);
    live.responder->callAfterActing([this](const TlsSession &acting) { noteTraffic(acting); });
    live.responder->secured(session);
}

void RunningServer::retire(std::unique_ptr<Responder> responder)
{
    if (!responder)
        return;
    responder->ended();
    m_spent.push_back(std::move(responder));
    m_sweep.start();
}

void RunningServer::helloSeen(TlsSession &session)
{
    const auto found = m_live.find(session.id());
    if (found == m_live.end())
        return;
    ConnectionRecord &record = found->second.record;
    record.hello = session.evidence().hello;
    record.ssl2Hello = session.evidence().firstBytes == FirstBytes::Ssl2Hello;
    if (session.evidence().part == Ending::Part::Tls)
        record.state = ConnectionState::Handshaking;
    if (!record.ssl2Hello) {
        const auto octets =
            std::as_bytes(std::span(record.hello.constData(), static_cast<std::size_t>(record.hello.size())));
        if (const auto hello = parseClientHello(octets))
            record.sni = hello->serverName;
    }
    tell(record);
}

void RunningServer::secured(TlsSession &session)
{
    const auto found = m_live.find(session.id());
    if (found == m_live.end())
        return;
    ConnectionRecord &record = found->second.record;
    record.state = ConnectionState::Secured;
    record.negotiated = session.evidence().negotiated;
    record.clientCertificate = session.evidence().clientCertificate;
    record.durationMs = session.evidence().durationMs;
    tell(record);
    startResponding(found->second, session);
}

std::unique_ptr<Responder> RunningServer::newResponder(const PreparedServer &prepared)
{
    ReplyMeans means{.dialogue = prepared.dialogue, .protocol = prepared.profile.opening.protocol};
    if (isByHand(prepared)) {
        // As an event of the life of a connection: it is bounded by the budget, and must not be lost on the way.
        means.tellExchanged = [this](DataExchanged data) {
            m_outlet.post(std::move(data), EventBox::Priority::Lifecycle);
        };
        means.handBudget = m_outlet.handBudget;
    }
    return makeResponder(prepared.profile.reply, std::move(means));
}

void RunningServer::obey(HandOrder order)
{
    TlsSession *session = m_server.session(order.connection);
    const auto found = m_live.find(order.connection);
    if (found == m_live.end() || !isByHand(*found->second.prepared))
        return;
    switch (order.what) {
    case HandOrder::What::Admit:
        m_server.admit(order.connection);
        return;
    case HandOrder::What::Deny:
        m_server.deny(order.connection);
        return;
    case HandOrder::What::Close:
        if (session)
            session->close();
        return;
    case HandOrder::What::Send:
        if (!session || !takesData(found->second.record))
            return;
        found->second.responder->write(*session, std::move(order.octets));
        noteTraffic(*session);
        return;
    }
    Q_UNREACHABLE();
}

void RunningServer::received(TlsSession &session, std::span<const std::byte> data)
{
    if (const auto found = m_live.find(session.id()); found != m_live.end())
        found->second.responder->received(session, data);
    noteTraffic(session);
}

void RunningServer::stayedSilent(TlsSession &session)
{
    if (const auto found = m_live.find(session.id()); found != m_live.end())
        found->second.responder->stayedSilent(session);
    noteTraffic(session);
}

void RunningServer::noteTraffic(const TlsSession &session)
{
    if (session.hasEnded())
        return;
    const Ending &evidence = session.evidence();
    m_traffic[session.id()] = {.id = session.id(), .bytesIn = evidence.bytesIn, .bytesOut = evidence.bytesOut};
    if (!m_trafficTimer.isActive())
        m_trafficTimer.start();
}

void RunningServer::tellTraffic()
{
    if (m_outlet.outboxSize() > mostUnreadChatter)
        return m_trafficTimer.start(); // it would be dropped, and a counter that stands still would stay wrong
    for (const auto &[id, update] : m_traffic)
        m_outlet.post(update, EventBox::Priority::Chatter);
    m_traffic.clear();
}

void RunningServer::ended(TlsSession &session)
{
    const Ending &ending = session.evidence();
    const auto found = m_live.find(session.id());
    if (found == m_live.end())
        return;
    const ServerContext *context = found->second.prepared->context.get();
    conclude(session.id(), ending, context ? diagnose(ending, *context) : diagnose(ending, nullptr));
}

void RunningServer::conclude(ConnectionId connection, const Ending &ending, Verdict verdict)
{
    const auto found = m_live.find(connection);
    if (found == m_live.end())
        return;
    ConnectionRecord record = std::move(found->second.record);
    retire(std::move(found->second.responder));
    m_live.erase(found);
    m_traffic.erase(connection);
    record.state = ending.wasServed() ? ConnectionState::Closed : ConnectionState::Failed;
    record.bytesIn = ending.bytesIn;
    record.bytesOut = ending.bytesOut;
    record.durationMs = ending.durationMs;
    record.verdict = std::make_shared<const Verdict>(std::move(verdict));
    record.clientCertificate = ending.clientCertificate;
    m_outlet.post(std::move(record), EventBox::Priority::Lifecycle);
}

void RunningServer::tell(const ConnectionRecord &record)
{
    m_outlet.post(record, EventBox::Priority::Lifecycle);
}

} // namespace sealport
