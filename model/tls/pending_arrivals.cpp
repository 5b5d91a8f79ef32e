#include "model/tls/pending_arrivals.h"

#include <utility>

#include <poll.h>
#include <unistd.h>

namespace sealport {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto lookInterval = 250ms;

} // namespace

double PendingArrivals::Arrival::waitedMs() const
{
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

PendingArrivals::PendingArrivals(std::chrono::milliseconds patience, bool staysPlain, GivenUp givenUp,
                                 std::chrono::milliseconds patienceWithFinished)
    : m_patience(patience)
    , m_patienceWithFinished(patienceWithFinished)
    , m_staysPlain(staysPlain)
    , m_givenUp(std::move(givenUp))
{
    m_timer.setInterval(lookInterval);
    m_timer.callOnTimeout([this] { look(); });
}

PendingArrivals::~PendingArrivals()
{
    for (const Arrival &arrival : takeAll())
        ::close(arrival.descriptor);
}

void PendingArrivals::add(ConnectionId id, int descriptor, const Endpoint &peer)
{
    m_waiting.emplace(id, Arrival{.id = id, .descriptor = descriptor, .peer = peer, .since = Clock::now()});
    if (!m_timer.isActive())
        m_timer.start();
}

std::optional<PendingArrivals::Arrival> PendingArrivals::take(ConnectionId id)
{
    auto taken = m_waiting.extract(id);
    if (m_waiting.empty())
        m_timer.stop();
    return taken ? std::optional(std::move(taken.mapped())) : std::nullopt;
}

std::vector<PendingArrivals::Arrival> PendingArrivals::takeAll()
{
    std::vector<Arrival> all;
    all.reserve(m_waiting.size());
    for (auto &[id, arrival] : std::exchange(m_waiting, {}))
        all.push_back(std::move(arrival));
    m_timer.stop();
    return all;
}

void PendingArrivals::look()
{
    // With poll(): a notifier would tell of the greeting that nearly every peer has sent already, and of that without
    // end. A reset is told of unasked.
    std::vector<pollfd> asked;
    asked.reserve(m_waiting.size());
    for (const auto &[id, arrival] : m_waiting)
        asked.push_back({.fd = arrival.descriptor, .events = POLLRDHUP, .revents = 0});
    if (::poll(asked.data(), asked.size(), 0) < 0)
        return;
    std::vector<std::pair<ConnectionId, Ending::Cause>> over;
    const auto now = Clock::now();
    for (std::size_t at = 0; const auto &[id, arrival] : m_waiting) {
        const short seen = asked[at++].revents;
        const bool mayBeThere = seen == 0 || (seen == POLLRDHUP && m_staysPlain);
        const bool isLate = seen != 0 && m_patience == 0ms && now - arrival.since >= m_patienceWithFinished;
        if (!mayBeThere || isLate)
            over.emplace_back(id, Ending::Cause::LeftBeforeAdmission);
        else if (m_patience > 0ms && now - arrival.since >= m_patience)
            over.emplace_back(id, Ending::Cause::NotAdmitted);
    }
    for (const auto &[id, cause] : over)
        if (const std::optional<Arrival> arrival = take(id))
            m_givenUp(*arrival, cause);
}

} // namespace sealport
