#include "tests/bench/tls_load.h"

#include <QFile>

#include <array>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sealport::bench {

namespace {

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

} // namespace

ContextPtr makeClientContext()
{
    ContextPtr context(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_min_proto_version(context.get(), TLS1_3_VERSION);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
    return context;
}

ContextPtr makeOutdatedClientContext()
{
    ContextPtr context(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context.get(), TLS1_1_VERSION);
    return context;
}

void sendRaw(std::uint16_t port, const QByteArray &octets, AfterSending after)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0) {
        ::send(descriptor, octets.constData(), static_cast<std::size_t>(octets.size()), MSG_NOSIGNAL);
        std::array<char, 1024> buffer{};
        while (after == AfterSending::ReadToEnd && ::recv(descriptor, buffer.data(), buffer.size(), 0) > 0) {
        }
    }
    const linger abrupt{.l_onoff = 1, .l_linger = 0};
    if (after == AfterSending::Reset)
        ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &abrupt, sizeof abrupt);
    ::close(descriptor);
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

std::unique_ptr<Client> Client::connect(SSL_CTX &context, std::uint16_t port, SSL_SESSION *session)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    std::unique_ptr<Client> client(new Client(descriptor, SSL_new(&context)));
    SSL_set_fd(client->m_ssl.get(), descriptor);
    if (session != nullptr)
        SSL_set_session(client->m_ssl.get(), session);
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || SSL_connect(client->m_ssl.get()) != 1)
        return nullptr;
    return client;
}

SessionPtr Client::sessionOf(SSL_CTX &context, std::uint16_t port)
{
    const auto client = connect(context, port);
    if (!client || !client->get()) // the tickets come before the answer
        return nullptr;
    SessionPtr session(SSL_get1_session(client->m_ssl.get()));
    client->close();
    return session && SSL_SESSION_is_resumable(session.get()) == 1 ? std::move(session) : nullptr;
}

Client::~Client()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool Client::exchange(const QByteArray &message)
{
    if (SSL_write(m_ssl.get(), message.constData(), static_cast<int>(message.size())) != message.size())
        return false;
    QByteArray answer(message.size(), Qt::Uninitialized);
    int got = 0;
    while (got < answer.size()) {
        const int size = SSL_read(m_ssl.get(), answer.data() + got, static_cast<int>(answer.size()) - got);
        if (size <= 0)
            return false;
        got += size;
    }
    return answer == message;
}

bool Client::get()
{
    const QByteArray request("GET / HTTP/1.0\r\n\r\n");
    if (SSL_write(m_ssl.get(), request.constData(), static_cast<int>(request.size())) != request.size())
        return false;
    QByteArray buffer(16384, Qt::Uninitialized);
    qint64 total = 0;
    int size = 0;
    while ((size = SSL_read(m_ssl.get(), buffer.data(), static_cast<int>(buffer.size()))) > 0)
        total += size;
    return total > 0;
}

void Client::close()
{
    SSL_shutdown(m_ssl.get());
    ::close(m_descriptor);
    m_descriptor = -1;
}

double cpuSeconds(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

std::int64_t residentKiB(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines)
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong();
    return 0;
}

std::uint16_t freePort()
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    ::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), size);
    ::getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size);
    ::close(descriptor);
    return ntohs(address.sin_port);
}

} // namespace sealport::bench
