#pragma once

#include "model/tls/server.h"

#include <QStringList>

#include <functional>
#include <map>

namespace sealport::test {

/// Writes down what a TlsServer tells, and echoes unless told otherwise.
class RecordingObserver final : public ServerObserver {
public:
    QStringList log; ///< "accepted 1", "hello 1", …
    std::map<std::uint64_t, Endpoint> peers;
    std::map<std::uint64_t, Ending> endings; ///< exactly one for each connection, checked below
    int duplicateEndings = 0;
    std::function<void(TlsSession &, std::span<const std::byte>)> onReceived =
        [](TlsSession &session, std::span<const std::byte> data) { session.send(data); };
    std::function<void(TlsSession &)> onPlain;
    std::function<void(TlsSession &)> onTlsBegins;
    std::function<void(TlsSession &)> onHello;
    std::function<void(TlsSession &)> onSecured;
    bool overloaded = false;

    [[nodiscard]] qsizetype count(const QString &event) const { return log.filter(event).size(); }
    [[nodiscard]] const Ending *firstEnding() const { return endings.empty() ? nullptr : &endings.begin()->second; }

    void accepted(ConnectionId connection, const Endpoint &peer) override
    {
        note("accepted", connection);
        peers[connection.value()] = peer;
    }
    void turnedAway(ConnectionId connection, const Ending &ending) override
    {
        note("turned away", connection);
        keep(connection, ending);
    }
    [[nodiscard]] bool isOverloaded() const override { return overloaded; }
    void openedPlain(TlsSession &session) override
    {
        note("plain", session.id());
        if (onPlain)
            onPlain(session);
    }
    void tlsBegins(TlsSession &session) override
    {
        if (onTlsBegins)
            onTlsBegins(session);
    }
    void helloSeen(TlsSession &session) override
    {
        note("hello", session.id());
        if (onHello)
            onHello(session);
    }
    void secured(TlsSession &session) override
    {
        note("secured", session.id());
        if (onSecured)
            onSecured(session);
    }
    void received(TlsSession &session, std::span<const std::byte> data) override
    {
        note("received", session.id());
        onReceived(session, data);
    }
    void stayedSilent(TlsSession &session) override { note("silent", session.id()); }
    void ended(TlsSession &session) override
    {
        note("ended", session.id());
        keep(session.id(), session.evidence());
    }

private:
    void note(const char *event, ConnectionId id)
    {
        log.append(QLatin1String(event) + QStringLiteral(" %1").arg(id.value()));
    }
    void keep(ConnectionId id, const Ending &ending)
    {
        if (!endings.emplace(id.value(), ending).second)
            ++duplicateEndings;
    }
};

} // namespace sealport::test
