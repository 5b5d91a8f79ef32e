#include "model/tls/port_holder.h"

#include "model/tls/socket_table.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include <pwd.h>

namespace sealport {

namespace {

using namespace std::chrono_literals;

constexpr auto mostTime = 2s;
constexpr qsizetype valuesOfAHolder = 5;
constexpr std::array<QLatin1StringView, 6> overlapNames{
    QLatin1StringView("same"),     QLatin1StringView("wider"),      QLatin1StringView("both-families"),
    QLatin1StringView("narrower"), QLatin1StringView("connection"), QLatin1StringView("closed"),
};

class Patience {
public:
    explicit Patience(std::stop_token stop)
        : m_stop(std::move(stop))
    {
    }
    [[nodiscard]] bool isOver() const { return m_stop.stop_requested() || std::chrono::steady_clock::now() > m_end; }

private:
    const std::stop_token m_stop;
    const std::chrono::steady_clock::time_point m_end = std::chrono::steady_clock::now() + mostTime;
};

/// A socket that is in the way.
struct Claim {
    TcpSocket socket;
    Overlap overlap = Overlap::Same;
};

/// The processes that have a socket, by its inode.
using Owners = std::unordered_map<std::uint64_t, std::vector<qint64>>;

struct Process {
    QString program{};
    qint64 parent = 0;
};

/// One spelling of each address: IPv4 as IPv4, and one way to say `::`.
QHostAddress plain(QHostAddress address)
{
    if (address == QHostAddress::Any || address == QHostAddress::AnyIPv6)
        return QHostAddress(QHostAddress::AnyIPv6);
    bool isFour = false;
    const quint32 four = address.toIPv4Address(&isFour);
    if (isFour)
        return QHostAddress(four);
    address.setScopeId({}); // the table has none
    return address;
}

/// How a listener at `theirs` stands to one at `ours`; nothing where both can listen side by side.
std::optional<Overlap> overlapOf(const QHostAddress &theirs, const QHostAddress &ours)
{
    const bool areTheirsFour = theirs.protocol() == QAbstractSocket::IPv4Protocol;
    const bool areOursFour = ours.protocol() == QAbstractSocket::IPv4Protocol;
    if (theirs == ours)
        return Overlap::Same;
    if (theirs == QHostAddress::AnyIPv6)
        return areOursFour ? Overlap::BothFamilies : Overlap::Wider;
    if (ours == QHostAddress::AnyIPv6)
        return Overlap::Narrower;
    if (areTheirsFour != areOursFour)
        return std::nullopt;
    if (theirs == QHostAddress::AnyIPv4)
        return Overlap::Wider;
    if (ours == QHostAddress::AnyIPv4)
        return Overlap::Narrower;
    return std::nullopt;
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The sockets that are in the way of `endpoint`: those that listen, or else those of connections.
std::vector<Claim> claimsOn(const Endpoint &endpoint, const QString &proc)
{
    std::vector<Claim> listeners;
    std::vector<Claim> connections;
    for (const char *table : {"/net/tcp", "/net/tcp6"}) {
        for (const TcpSocket &socket : socketsAtPort(endpoint.port, contentOf(proc + QLatin1StringView(table)))) {
            const std::optional<Overlap> overlap = overlapOf(plain(socket.local.address), plain(endpoint.address));
            if (overlap && socket.isListening)
                listeners.push_back({.socket = socket, .overlap = *overlap});
            else if (overlap)
                connections.push_back(
                    {.socket = socket, .overlap = socket.inode != 0 ? Overlap::Connection : Overlap::Closed});
        }
    }
    const auto isForIpv4 = [](const Claim &claim) { return claim.overlap != Overlap::BothFamilies; };
    if (std::ranges::any_of(listeners, isForIpv4)) // two cannot take IPv4, so `::` is for IPv6 alone
        std::erase_if(listeners, std::not_fn(isForIpv4));
    return listeners.empty() ? connections : listeners;
}

void noteSockets(const std::filesystem::path &descriptors, qint64 process, Owners &owners, const Patience &patience)
{
    constexpr std::string_view mark = "socket:[";
    std::error_code problem; // processes end while we look, and those of others stay closed to us
    for (std::filesystem::directory_iterator entry(descriptors, problem), end;
         !problem && entry != end && !patience.isOver(); entry.increment(problem)) {
        std::error_code gone;
        const std::string target = std::filesystem::read_symlink(entry->path(), gone).string();
        if (gone || !target.starts_with(mark))
            continue;
        std::uint64_t inode = 0;
        std::from_chars(target.data() + mark.size(), target.data() + target.size(), inode);
        const auto wanted = owners.find(inode);
        if (wanted != owners.end() && (wanted->second.empty() || wanted->second.back() != process))
            wanted->second.push_back(process); // once, under however many numbers it has it
    }
}

Owners ownersOf(const std::vector<Claim> &claims, const QString &proc, const Patience &patience)
{
    Owners owners;
    for (const Claim &claim : claims)
        if (claim.socket.inode != 0)
            owners.try_emplace(claim.socket.inode);
    std::error_code problem;
    for (std::filesystem::directory_iterator entry(QFile::encodeName(proc).toStdString(), problem), end;
         !problem && !owners.empty() && entry != end && !patience.isOver(); entry.increment(problem)) {
        const std::string name = entry->path().filename().string();
        qint64 process = 0;
        if (std::from_chars(name.data(), name.data() + name.size(), process).ec == std::errc())
            noteSockets(entry->path() / "fd", process, owners, patience);
    }
    return owners;
}

Process readProcess(qint64 id, const QString &proc)
{
    Process process;
    const QList<QByteArray> lines =
        contentOf(proc + u'/' + QString::number(id) + QStringLiteral("/status")).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Name:\t"))
            process.program = QString::fromLocal8Bit(line.mid(6));
        else if (line.startsWith("PPid:\t"))
            process.parent = line.mid(6).toLongLong();
    }
    return process;
}

/// Of a server with its workers, the one to stop. Ourselves, where we have the socket too.
qint64 mainProcess(const std::vector<qint64> &ids, const QString &proc)
{
    const auto has = [&ids](qint64 id) { return std::ranges::find(ids, id) != ids.end(); };
    if (has(QCoreApplication::applicationPid()))
        return QCoreApplication::applicationPid();
    qint64 main = ids.empty() ? 0 : std::ranges::min(ids);
    for (std::size_t step = 1; step < ids.size(); ++step)
        if (const qint64 parent = readProcess(main, proc).parent; has(parent))
            main = parent;
    return main;
}

QString userName(std::uint32_t number)
{
    passwd entry{};
    passwd *found = nullptr;
    std::array<char, 4096> buffer{};
    if (::getpwuid_r(number, &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr)
        return QString::fromLocal8Bit(found->pw_name);
    return QString::number(number);
}

qint64 processOf(const Claim &claim, const Owners &owners, const QString &proc)
{
    const auto found = owners.find(claim.socket.inode);
    return found != owners.end() ? mainProcess(found->second, proc) : 0;
}

PortHolder holderOf(const Claim &claim, qint64 process, const QString &proc)
{
    PortHolder holder{.overlap = claim.overlap, .at = claim.socket.local.toString()};
    if (claim.overlap == Overlap::Closed)
        return holder;
    if (process != 0)
        holder.program = readProcess(process, proc).program;
    if (!holder.program.isEmpty())
        holder.process = process;
    else
        holder.user = userName(claim.socket.user);
    return holder;
}

} // namespace

bool PortHolder::isThisProgram() const
{
    return process != 0 && process == QCoreApplication::applicationPid();
}

std::vector<PortHolder> holdersOf(const Endpoint &endpoint, const std::stop_token &stop, const QString &proc)
{
    if (endpoint.port == 0)
        return {};
    std::vector<Claim> claims = claimsOn(endpoint, proc);
    std::ranges::stable_sort(claims, {}, &Claim::overlap);
    const Owners owners = ownersOf(claims, proc, Patience(stop));
    std::vector<PortHolder> holders;
    std::set<std::tuple<bool, qint64, std::uint32_t>> named; ///< one may have thousands of connections
    for (const Claim &claim : claims) {
        const qint64 process = processOf(claim, owners, proc);
        if (named.emplace(claim.overlap == Overlap::Closed, process, process != 0 ? 0 : claim.socket.user).second)
            holders.push_back(holderOf(claim, process, proc));
    }
    return holders;
}

QStringList toValues(const std::vector<PortHolder> &holders)
{
    QStringList values;
    for (const PortHolder &holder : holders)
        values << overlapNames[static_cast<std::size_t>(holder.overlap)] << holder.at << holder.program
               << QString::number(holder.process) << holder.user;
    return values;
}

std::vector<PortHolder> holdersFrom(const QStringList &values)
{
    std::vector<PortHolder> holders;
    for (qsizetype at = 0; at + valuesOfAHolder <= values.size(); at += valuesOfAHolder) {
        const auto name = std::ranges::find(overlapNames, values[at]);
        if (name != overlapNames.end())
            holders.push_back({.overlap = static_cast<Overlap>(name - overlapNames.begin()),
                               .at = values[at + 1],
                               .program = values[at + 2],
                               .process = values[at + 3].toLongLong(),
                               .user = values[at + 4]});
    }
    return holders;
}

} // namespace sealport
