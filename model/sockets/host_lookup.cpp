#include "model/sockets/host_lookup.h"

#include <QUrl>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

#include <netdb.h>
#include <sys/socket.h>

namespace sealport {

namespace {

std::unexpected<Error> notFound(const QString &host, const QString &cause)
{
    return std::unexpected(Error{.code = ErrorCode::AddressNotFound, .subject = host, .values = {}, .causes = {cause}});
}

/// Shared with the thread that asks, which may end long after everybody else has lost interest.
struct Answer {
    std::mutex mutex;
    std::condition_variable_any arrived;
    std::optional<Result<QList<QHostAddress>>> addresses;
};

} // namespace

Result<QList<QHostAddress>> resolveHost(const QString &host)
{
    const QByteArray name = QUrl::toAce(host);
    if (name.isEmpty())
        return notFound(host, QStringLiteral("not a host name"));
    addrinfo wanted{};
    wanted.ai_flags = AI_ADDRCONFIG;
    wanted.ai_family = AF_UNSPEC;
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo *first = nullptr;
    if (const int problem = ::getaddrinfo(name.constData(), nullptr, &wanted, &first); problem != 0)
        return notFound(host, QString::fromLocal8Bit(::gai_strerror(problem)));
    const std::unique_ptr<addrinfo, decltype([](addrinfo *all) { ::freeaddrinfo(all); })> owned(first);
    QList<QHostAddress> addresses;
    for (const addrinfo *entry = first; entry != nullptr; entry = entry->ai_next) {
        QHostAddress address(entry->ai_addr);
        if (entry->ai_family == AF_INET6) {
            const auto scope = reinterpret_cast<const sockaddr_in6 *>(entry->ai_addr)->sin6_scope_id;
            address.setScopeId(scope != 0 ? QString::number(scope) : QString());
        }
        if (!addresses.contains(address))
            addresses.append(address);
    }
    return addresses;
}

Result<QList<QHostAddress>> lookUpHost(const QString &host, const Resolver &resolver, const std::stop_token &stop,
                                       std::chrono::milliseconds patience)
{
    const auto answer = std::make_shared<Answer>();
    const auto ask = [answer, host, resolver] {
        Result<QList<QHostAddress>> addresses = resolver(host);
        const std::scoped_lock lock(answer->mutex);
        answer->addresses = std::move(addresses);
        answer->arrived.notify_all();
    };
    try {
        std::thread(ask).detach();
    } catch (const std::system_error &problem) { // as many threads as the system allows
        return notFound(host, QString::fromLocal8Bit(problem.what()));
    }
    std::unique_lock lock(answer->mutex);
    if (!answer->arrived.wait_for(lock, stop, patience, [&answer] { return answer->addresses.has_value(); }))
        return notFound(host, stop.stop_requested() ? QStringLiteral("given up") : QStringLiteral("timed out"));
    return std::move(*answer->addresses);
}

} // namespace sealport
