#include "model/tls/server.h"

#include "model/tls/listening_socket.h"

#include <QScopeGuard>

#include <cerrno>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sealport {

namespace {

using namespace std::chrono_literals;

constexpr auto overloadPause = 50ms;
constexpr auto descriptorPause = 100ms;
constexpr auto deadlineGrain = 20ms; ///< thousands of time-outs in a row share one look at every session
constexpr int arrivalsPerTurn = 64;  ///< then those who are already in get their turn

Endpoint endpointOf(const sockaddr_storage &storage)
{
    const auto *address = reinterpret_cast<const sockaddr *>(&storage);
    const quint16 port = storage.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6 *>(address)->sin6_port
                                                       : reinterpret_cast<const sockaddr_in *>(address)->sin_port;
    return {.address = QHostAddress(address), .port = ntohs(port)};
}

Endpoint peerOf(int descriptor)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    return ::getpeername(descriptor, reinterpret_cast<sockaddr *>(&storage), &size) == 0 ? endpointOf(storage)
                                                                                         : Endpoint{};
}

Ending endingOf(Ending::Cause cause, const QString &detail, std::uint64_t limit = 0)
{
    Ending ending;
    ending.cause = cause;
    ending.detail = detail;
    ending.limit = limit;
    return ending;
}

} // namespace

/// Passes everything on and counts the ends, so that limits and shutting down know who is alive.
class TlsServer::LiveCount final : public SessionObserver {
public:
    LiveCount(ServerObserver &observer, int &live)
        : m_observer(observer)
        , m_live(live)
    {
    }
    void openedPlain(TlsSession &session) override { m_observer.openedPlain(session); }
    void tlsBegins(TlsSession &session) override { m_observer.tlsBegins(session); }
    void helloSeen(TlsSession &session) override { m_observer.helloSeen(session); }
    void secured(TlsSession &session) override { m_observer.secured(session); }
    void received(TlsSession &session, std::span<const std::byte> data) override { m_observer.received(session, data); }
    void stayedSilent(TlsSession &session) override { m_observer.stayedSilent(session); }
    void ended(TlsSession &session) override
    {
        --m_live;
        m_observer.ended(session);
    }

private:
    ServerObserver &m_observer;
    int &m_live;
};

TlsServer::TlsServer(std::shared_ptr<const ServerContext> context, const ServerLimits &limits, ServerObserver &observer,
                     ConnectionCounter &counter, const Opening &opening, QObject *parent)
    : QSslServer(parent)
    , m_context(std::move(context))
    , m_limits(limits)
    , m_opening(opening)
    , m_observer(observer)
    , m_counter(counter)
    , m_sessionObserver(std::make_unique<LiveCount>(observer, m_live))
{
    setHandshakeTimeout(static_cast<int>(limits.handshakeTimeout.count()));
    m_deadlineTimer.setSingleShot(true);
    connect(&m_deadlineTimer, &QTimer::timeout, this, &TlsServer::checkDeadlines);
    m_sweep.setSingleShot(true);
    connect(&m_sweep, &QTimer::timeout, this, &TlsServer::sweep);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &TlsServer::resume);
    openReserve();
}

TlsServer::~TlsServer()
{
    if (m_reserve >= 0)
        ::close(m_reserve);
}

void TlsServer::takeOver(std::shared_ptr<const ServerContext> context, const ServerLimits &limits)
{
    m_context = std::move(context);
    m_limits = limits;
    setHandshakeTimeout(static_cast<int>(limits.handshakeTimeout.count()));
    if (m_pending)
        m_pending->setPatience(limits.handshakeTimeout);
}

void TlsServer::openReserve()
{
    if (m_reserve < 0)
        m_reserve = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

Result<Endpoint> TlsServer::listenAt(const Endpoint &endpoint, bool shared)
{
    const Result<int> descriptor = openListeningSocket(endpoint, shared);
    if (!descriptor)
        return std::unexpected(descriptor.error());
    if (!setSocketDescriptor(*descriptor)) {
        ::close(*descriptor);
        return std::unexpected(Error{
            .code = ErrorCode::ListenFailed, .subject = endpoint.toString(), .values = {}, .causes = {errorString()}});
    }
    // We accept ourselves: Qt's loop keeps its first error for ever (EAGAIN stands for EMFILE then, and the other way
    // round), does not heed a pause before the back-log is empty, and loses the address of a peer that has already
    // left.
    pauseAccepting();
    m_arrivals = std::make_unique<QSocketNotifier>(*descriptor, QSocketNotifier::Read);
    connect(m_arrivals.get(), &QSocketNotifier::activated, this, &TlsServer::acceptArrivals);
    return Endpoint{.address = endpoint.address, .port = serverPort()}; // Qt calls a dual-stack `::` 0.0.0.0
}

void TlsServer::acceptArrivals()
{
    openReserve();
    for (int taken = 0; taken < arrivalsPerTurn && isListening(); ++taken) {
        if (m_observer.isOverloaded())
            return pauseFor(overloadPause);
        sockaddr_storage storage{};
        socklen_t size = sizeof storage;
        const int descriptor = ::accept4(static_cast<int>(socketDescriptor()), reinterpret_cast<sockaddr *>(&storage),
                                         &size, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (descriptor >= 0) {
            arrive(descriptor, endpointOf(storage));
        } else if (errno == EMFILE || errno == ENFILE) {
            turnAwayForLackOfDescriptors();
            return pauseFor(descriptorPause);
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            return;
        } else if (errno != EINTR && errno != ECONNABORTED) {
            return pauseFor(descriptorPause); // no memory for it: the back-log stays readable
        }
    }
}

/// The waiting peer would hang: the reserve is given up to take it and tell it at once.
void TlsServer::turnAwayForLackOfDescriptors()
{
    if (m_reserve < 0)
        return;
    ::close(std::exchange(m_reserve, -1));
    if (const int descriptor = ::accept4(static_cast<int>(socketDescriptor()), nullptr, nullptr, SOCK_CLOEXEC);
        descriptor >= 0)
        turnAway(nextId(), descriptor, peerOf(descriptor),
                 endingOf(Ending::Cause::OutOfDescriptors,
                          QStringLiteral("accept: ") + QString::fromLocal8Bit(std::strerror(EMFILE))));
    openReserve();
}

void TlsServer::incomingConnection(qintptr descriptor)
{
    arrive(static_cast<int>(descriptor), peerOf(static_cast<int>(descriptor)));
}

void TlsServer::askBeforeAdmitting()
{
    m_pending = std::make_unique<PendingArrivals>(
        m_limits.handshakeTimeout, m_opening.mode == Opening::Mode::Plain || m_opening.mode == Opening::Mode::OnRequest,
        [this](const PendingArrivals::Arrival &arrival, Ending::Cause cause) { dismiss(arrival, cause); });
}

void TlsServer::arrive(int descriptor, const Endpoint &peer)
{
    const ConnectionId id = nextId();
    if (m_live >= m_limits.maxConnections)
        return turnAway(
            id, descriptor, peer,
            endingOf(Ending::Cause::ConnectionLimit, {}, static_cast<std::uint64_t>(m_limits.maxConnections)));
    if (!m_pending)
        return openSession(id, descriptor, peer);
    ++m_live;
    m_pending->add(id, descriptor, peer);
    m_observer.waiting(id, peer);
}

bool TlsServer::admit(ConnectionId connection)
{
    const auto arrival = m_pending ? m_pending->take(connection) : std::nullopt;
    if (!arrival)
        return false;
    --m_live;
    openSession(connection, arrival->descriptor, arrival->peer);
    return true;
}

bool TlsServer::deny(ConnectionId connection)
{
    const auto arrival = m_pending ? m_pending->take(connection) : std::nullopt;
    if (arrival)
        dismiss(*arrival, Ending::Cause::DeniedByUser);
    return arrival.has_value();
}

void TlsServer::dismiss(const PendingArrivals::Arrival &arrival, Ending::Cause cause)
{
    --m_live;
    ::close(arrival.descriptor); // what it had sent is unread: the peer gets a reset
    const auto patience = static_cast<std::uint64_t>(m_limits.handshakeTimeout.count());
    Ending ending = endingOf(cause, {}, cause == Ending::Cause::NotAdmitted ? patience : 0);
    ending.durationMs = arrival.waitedMs();
    m_observer.turnedAway(arrival.id, ending);
}

void TlsServer::openSession(ConnectionId id, int descriptor, const Endpoint &peer)
{
    // What begins in plain text gets its SSL when it needs one: a tenth of the memory for those who only look in.
    Result<SslPtr> ssl = m_opening.mode == Opening::Mode::Tls ? m_context->newConnection() : SslPtr();
    if (!ssl)
        return turnAway(id, descriptor, peer,
                        endingOf(Ending::Cause::Fault, ssl.error().causes.join(QStringLiteral(": "))));
    auto owned = std::make_unique<TlsSession>(id, m_context, std::move(*ssl), m_limits, m_opening, *m_sessionObserver);
    TlsSession *session = owned.get();
    if (!session->open(descriptor, peer))
        return turnAway(id, descriptor, peer,
                        endingOf(Ending::Cause::Fault, QStringLiteral("the socket could not be taken over")));
    if (m_capture)
        session->captureInto(m_capture);
    m_sessions.emplace(id, std::move(owned));
    ++m_live;
    connect(session, &TlsSession::deadlineChanged, this, [this, session] { scheduleDeadline(session->deadline()); });
    connect(session, &TlsSession::finished, this, [this, id] { sessionFinished(id); });
    scheduleDeadline(session->deadline());
    m_observer.accepted(id, session->peer());
    session->begin();
}

void TlsServer::turnAway(ConnectionId id, int descriptor, const Endpoint &peer, const Ending &ending)
{
    m_observer.accepted(id, peer);
    const bool isFull =
        ending.cause == Ending::Cause::ConnectionLimit || ending.cause == Ending::Cause::OutOfDescriptors;
    if (isFull && m_opening.mode == Opening::Mode::StartTls) { // it waits for a greeting
        const QByteArray words = refusalForLackOfRoom(m_opening.protocol);
        static_cast<void>(
            ::send(descriptor, words.constData(), static_cast<std::size_t>(words.size()), MSG_DONTWAIT | MSG_NOSIGNAL));
    }
    ::close(descriptor);
    m_observer.turnedAway(id, ending);
}

void TlsServer::pauseFor(std::chrono::milliseconds time)
{
    m_arrivals->setEnabled(false);
    m_pause.start(time);
}

void TlsServer::resume()
{
    if (!m_arrivals)
        return;
    if (m_observer.isOverloaded())
        m_pause.start(overloadPause);
    else
        m_arrivals->setEnabled(true);
}

bool TlsServer::endSession(ConnectionId connection)
{
    if (TlsSession *live = session(connection)) {
        live->end(Ending::Cause::ClosedByUser);
        return true;
    }
    return deny(connection);
}

TlsSession *TlsServer::session(ConnectionId connection) const
{
    const auto found = m_sessions.find(connection);
    return found == m_sessions.end() || found->second->hasEnded() ? nullptr : found->second.get();
}

bool TlsServer::secureSession(ConnectionId connection)
{
    const auto found = m_sessions.find(connection);
    return found != m_sessions.end() && found->second->secure();
}

void TlsServer::endAll(Ending::Cause cause)
{
    m_arrivals.reset(); // before its descriptor goes
    close();
    if (m_pending)
        for (const PendingArrivals::Arrival &arrival : m_pending->takeAll())
            dismiss(arrival, cause);
    std::vector<TlsSession *> sessions;
    sessions.reserve(m_sessions.size());
    for (const auto &[id, session] : m_sessions)
        sessions.push_back(session.get());
    for (TlsSession *session : sessions)
        session->end(cause);
    if (m_sessions.empty())
        Q_EMIT drained();
}

void TlsServer::sessionFinished(ConnectionId connection)
{
    m_finished.push_back(connection); // it is the one that is telling
    if (!m_sweep.isActive())
        m_sweep.start();
}

void TlsServer::sweep()
{
    for (const ConnectionId connection : std::exchange(m_finished, {}))
        m_sessions.erase(connection);
    if (m_sessions.empty() && !isListening())
        Q_EMIT drained();
}

void TlsServer::scheduleDeadline(TlsSession::Clock::time_point deadline)
{
    if (deadline >= m_nextDeadline)
        return;
    m_nextDeadline = deadline;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(deadline - TlsSession::Clock::now());
    m_deadlineTimer.start(std::max(wait, deadlineGrain));
}

/// One timer for all sessions: a look at every session now and then is cheaper than a timer in each.
void TlsServer::checkDeadlines()
{
    const auto now = TlsSession::Clock::now();
    m_nextDeadline = TlsSession::Clock::time_point::max();
    std::vector<TlsSession *> due;
    for (const auto &[id, session] : m_sessions)
        if (session->deadline() <= now)
            due.push_back(session.get());
    for (TlsSession *session : due)
        session->deadlineReached(now);
    auto next = TlsSession::Clock::time_point::max();
    for (const auto &[id, session] : m_sessions)
        next = std::min(next, session->deadline());
    scheduleDeadline(next);
}

} // namespace sealport
