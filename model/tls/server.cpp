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

Endpoint peerOf(int descriptor)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    if (::getpeername(descriptor, address, &size) != 0)
        return {};
    const quint16 port = storage.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6 *>(&storage)->sin6_port
                                                       : reinterpret_cast<sockaddr_in *>(&storage)->sin_port;
    return {.address = QHostAddress(address), .port = ntohs(port)};
}

/// Whether accepting this one took the last descriptor. Asked here because Qt cannot tell: once its socket engine has
/// met EAGAIN it keeps that error, takes EMFILE for it, and tries again for ever.
bool isLastDescriptor(int descriptor)
{
    const int spare = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    if (spare >= 0)
        ::close(spare);
    return spare < 0;
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
                     ConnectionCounter &counter, QObject *parent)
    : QSslServer(parent)
    , m_context(std::move(context))
    , m_limits(limits)
    , m_observer(observer)
    , m_counter(counter)
    , m_sessionObserver(std::make_unique<LiveCount>(observer, m_live))
{
    setHandshakeTimeout(static_cast<int>(limits.handshakeTimeout.count()));
    m_deadlineTimer.setSingleShot(true);
    connect(&m_deadlineTimer, &QTimer::timeout, this, &TlsServer::checkDeadlines);
    connect(this, &TlsServer::acceptError, this, &TlsServer::acceptFailed);
    openReserve();
}

TlsServer::~TlsServer()
{
    if (m_reserve >= 0)
        ::close(m_reserve);
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
    return Endpoint{.address = endpoint.address, .port = serverPort()}; // Qt calls a dual-stack `::` 0.0.0.0
}

void TlsServer::incomingConnection(qintptr descriptor)
{
    openReserve();
    if (m_observer.isOverloaded())
        pauseFor(overloadPause);
    if (m_live >= m_limits.maxConnections)
        return turnAway(static_cast<int>(descriptor), Ending::Cause::ConnectionLimit,
                        static_cast<std::uint64_t>(m_limits.maxConnections));
    if (isLastDescriptor(static_cast<int>(descriptor)))
        return turnAway(static_cast<int>(descriptor), Ending::Cause::OutOfDescriptors, 0);

    Result<SslPtr> ssl = m_context->newConnection();
    if (!ssl)
        return turnAway(static_cast<int>(descriptor), Ending::Cause::Fault, 0);
    const ConnectionId id = nextId();
    auto owned = std::make_unique<TlsSession>(id, m_context, std::move(*ssl), m_limits, *m_sessionObserver);
    TlsSession *session = owned.get();
    if (!session->open(descriptor))
        return turnAway(static_cast<int>(descriptor), Ending::Cause::Fault, 0);
    m_sessions.emplace(id, std::move(owned));
    ++m_live;
    connect(session, &TlsSession::deadlineChanged, this, [this, session] { scheduleDeadline(session->deadline()); });
    connect(session, &TlsSession::finished, this, [this, id] { sessionFinished(id); }, Qt::QueuedConnection);
    scheduleDeadline(session->deadline());
    m_observer.accepted(id, session->peer());
}

void TlsServer::turnAway(int descriptor, Ending::Cause cause, std::uint64_t limit)
{
    const ConnectionId id = nextId();
    m_observer.accepted(id, peerOf(descriptor));
    ::close(descriptor);
    Ending ending;
    ending.cause = cause;
    ending.limit = limit;
    if (cause == Ending::Cause::OutOfDescriptors)
        ending.detail = QStringLiteral("accept: ") + QString::fromLocal8Bit(std::strerror(EMFILE));
    m_observer.turnedAway(id, ending);
}

void TlsServer::acceptFailed(QAbstractSocket::SocketError error)
{
    // Qt has paused accepting. Only the lack of descriptors is lasting, and the waiting peer would hang: give it the
    // reserve.
    if (error == QAbstractSocket::SocketResourceError && m_reserve >= 0) {
        ::close(std::exchange(m_reserve, -1));
        if (const int descriptor = ::accept4(static_cast<int>(socketDescriptor()), nullptr, nullptr, SOCK_CLOEXEC);
            descriptor >= 0)
            turnAway(descriptor, Ending::Cause::OutOfDescriptors, 0);
        openReserve();
    }
    pauseFor(descriptorPause);
}

void TlsServer::pauseFor(std::chrono::milliseconds time)
{
    pauseAccepting();
    QTimer::singleShot(time, this, [this] {
        if (!isListening())
            return;
        if (m_observer.isOverloaded())
            pauseFor(overloadPause);
        else
            resumeAccepting();
    });
}

bool TlsServer::endSession(ConnectionId connection)
{
    const auto found = m_sessions.find(connection);
    if (found == m_sessions.end() || found->second->hasEnded())
        return false;
    found->second->end(Ending::Cause::ClosedByUser);
    return true;
}

void TlsServer::endAll(Ending::Cause cause)
{
    close();
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
    m_deadlineTimer.start(std::max(wait, 0ms));
}

/// One timer for all sessions: time-outs come rarely, and a look at every session is cheaper than a timer in each.
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
