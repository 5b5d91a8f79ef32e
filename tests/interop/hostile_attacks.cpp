#include "tests/interop/hostile_attacks.h"

#include "tests/tls/hello_bytes.h"

#include <QDir>

#include <algorithm>
#include <vector>

#include <sys/resource.h>

namespace sealport::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void leave(RawClient &client, Departure departure)
{
    if (departure == Departure::Fin)
        client.close();
    else if (departure == Departure::Rst)
        client.reset();
    else
        client.receiveAll(); // until the server has had enough
}

/// A flight may arrive in pieces; a piece that is left unread turns the FIN of close() into RST.
void readTheRest(RawClient &client)
{
    while (!client.receive(200ms).isEmpty()) {
    }
}

/// One session with TLS 1.3 has tickets to read; a socket that is closed over unread octets says RST, not FIN.
bool secure(TlsClient &client)
{
    return client.handshake() && client.send("ping") && client.receive(4) == "ping";
}

struct Descriptors {
    int open = 0;
    int highest = -1;
};

Descriptors descriptorsOf(pid_t process)
{
    Descriptors found;
    const QStringList names =
        QDir(u"/proc/%1/fd"_s.arg(process)).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System);
    for (const QString &name : names)
        found.highest = std::max(found.highest, name.toInt());
    found.open = static_cast<int>(names.size());
    return found;
}

bool limitDescriptors(pid_t process, int limit)
{
    rlimit both{};
    if (::prlimit(process, RLIMIT_NOFILE, nullptr, &both) != 0)
        return false;
    both.rlim_cur = static_cast<rlim_t>(limit);
    return ::prlimit(process, RLIMIT_NOFILE, &both, nullptr) == 0;
}

} // namespace

QByteArray realHello()
{
    RawClient nowhere(0);
    return TlsClient(nowhere).takeRecords();
}

QByteArray helloWithAnUnknownGroup(const QByteArray &more)
{
    const QByteArray group = number(0x001a, 2);
    const QByteArray share = group + vector(QByteArray(64, 'k'), 2);
    QByteArray extensions = extension(43, vector(number(0x0304, 2), 1));
    extensions += extension(10, vector(group, 2));
    extensions += extension(13, vector(number(0x0403, 2) + number(0x0804, 2), 2));
    extensions += extension(51, vector(share, 2));
    return record(22, helloWith(extensions + more));
}

QByteArray helloThatEndsLikeAnAlert()
{
    return helloWithAnUnknownGroup(extension(0xfff0, QByteArray::fromHex("15030300020230")));
}

QByteArray helloWithSignaturesOfAnotherKey()
{
    const QByteArray suites = number(0xc02b, 2); // TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    QByteArray extensions = extension(10, vector(number(0x0017, 2), 2));
    extensions += extension(11, vector(number(0, 1), 1));
    extensions += extension(13, vector(number(0x0401, 2), 2));
    const QByteArray body = number(0x0303, 2) + QByteArray(32, 'r') + vector({}, 1) + vector(suites, 2)
                            + vector(number(0, 1), 1) + vector(extensions, 2);
    return record(22, handshake(1, body));
}

Attack sends(const QByteArray &octets)
{
    return [octets](ServeTarget &server) {
        const auto client = server.connect();
        Aftermath seen{.peer = client->name(), .went = client->send(octets)};
        seen.answer = client->receiveAll();
        seen.alert = plainAlert(seen.answer);
        seen.went = seen.went && client->hasEnded();
        return seen;
    };
}

Attack sendsAndLeaves(const QByteArray &octets, Departure departure)
{
    return [octets, departure](ServeTarget &server) {
        const auto client = server.connect();
        const Aftermath seen{.peer = client->name(), .went = client->send(octets)};
        leave(*client, departure);
        return seen;
    };
}

Attack offers(const TlsOffer &offer)
{
    return [offer](ServeTarget &server) {
        const auto tcp = server.connect();
        TlsClient client(*tcp, offer);
        const bool failed = !client.handshake();
        return Aftermath{.peer = tcp->name(), .alert = client.alertReceived(), .went = failed};
    };
}

Attack securesAndLeaves(const TlsOffer &offer, Departure departure)
{
    return [offer, departure](ServeTarget &server) {
        const auto tcp = server.connect();
        TlsClient client(*tcp, offer);
        const bool secured = secure(client);
        leave(*tcp, departure);
        return Aftermath{.peer = tcp->name(), .alert = client.alertReceived(), .went = secured};
    };
}

Attack securesAndCloses(const TlsOffer &offer)
{
    return [offer](ServeTarget &server) {
        const auto tcp = server.connect();
        TlsClient client(*tcp, offer);
        const bool secured = secure(client) && client.sendCloseNotify();
        client.receiveAll();
        return Aftermath{
            .peer = tcp->name(), .alert = client.alertReceived(), .went = secured && client.closeNotifyReceived()};
    };
}

Attack damagesARecord(const TlsOffer &offer)
{
    return [offer](ServeTarget &server) {
        const auto tcp = server.connect();
        TlsClient client(*tcp, offer);
        bool went = secure(client);
        QByteArray damaged = client.encrypted("damaged");
        damaged.back() = static_cast<char>(damaged.back() ^ 1);
        went = went && tcp->send(damaged) && client.receiveAll().isEmpty();
        return Aftermath{.peer = tcp->name(), .alert = client.alertReceived(), .went = went};
    };
}

Attack closesAfterTheCertificate(const TlsOffer &offer)
{
    return [offer](ServeTarget &server) {
        const auto tcp = server.connect();
        TlsClient client(*tcp, offer);
        const bool went = client.flush() && !tcp->receive().isEmpty();
        readTheRest(*tcp);
        tcp->close();
        return Aftermath{.peer = tcp->name(), .went = went};
    };
}

Attack answersTheFlight(const TlsOffer &offer, const QByteArray &octets, Departure departure)
{
    return [offer, octets, departure](ServeTarget &server) {
        const auto tcp = server.connect();
        TlsClient client(*tcp, offer);
        bool went = client.flush() && !tcp->receive().isEmpty();
        readTheRest(*tcp);
        went = went && tcp->send(octets);
        Aftermath seen{.peer = tcp->name(), .went = went};
        if (departure == Departure::Stays)
            seen.alert = plainAlert(tcp->receiveAll());
        else
            leave(*tcp, departure);
        return seen;
    };
}

Attack beginsAHello(qsizetype size, Departure departure)
{
    return [size, departure](ServeTarget &server) { return sendsAndLeaves(realHello().left(size), departure)(server); };
}

Attack comesWhenFull()
{
    return [](ServeTarget &server) {
        const auto first = server.connect();
        TlsClient holder(*first);
        const bool held = secure(holder);
        const auto second = server.connect();
        second->receiveAll();
        const Aftermath seen{.peer = second->name(), .went = held && second->hasEnded()};
        holder.sendCloseNotify();
        holder.receiveAll();
        return Aftermath{.peer = seen.peer, .went = seen.went && !server.process().endOf(first->name()).isEmpty()};
    };
}

Attack neverReads()
{
    return [](ServeTarget &server) {
        const auto tcp = server.connect();
        TlsClient client(*tcp);
        const bool secured = secure(client);
        const QByteArray block(1 << 20, 'x');
        bool isTaken = true;
        for (int megabytes = 0; megabytes < 64 && isTaken; ++megabytes)
            isTaken = tcp->send(client.encrypted(block), 1s);
        // Still open and still unread: the server is the one that must end it.
        const bool ended = server.process().waitForEndOf(tcp->name());
        return Aftermath{.peer = tcp->name(), .went = secured && !isTaken && ended};
    };
}

Attack comesWithoutDescriptors()
{
    return [](ServeTarget &server) {
        const pid_t process = server.process().processId();
        const Descriptors descriptors = descriptorsOf(process);
        const int limit = descriptors.highest + 3;
        Aftermath seen{.went = descriptors.open > 0 && limitDescriptors(process, limit)};
        std::vector<std::unique_ptr<RawClient>> crowd;
        for (int client = descriptors.open; client < limit; ++client)
            crowd.push_back(server.connect());
        const auto last = server.connect();
        last->receiveAll();
        seen.peer = last->name();
        seen.went = seen.went && last->hasEnded();
        crowd.clear();
        return seen;
    };
}

} // namespace sealport::test
