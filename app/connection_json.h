#pragma once

#include "model/sockets/connection_record.h"
#include "model/sockets/workspace.h"

#include <QByteArray>

namespace sealport {

/// What tells one client program from another; empty where there is no TLS ClientHello.
struct Fingerprints {
    QString ja3;
    QString ja4;
};
[[nodiscard]] Fingerprints fingerprintsOf(const ConnectionRecord &record);

/// The objects of `serve --format json`. Keys are a contract (DESIGN section 5): more may come, none changes its
/// meaning. What does not begin with TLS has an "opening", as Opening::toWord() writes it. A connection of a server
/// without TLS is told once, when it ends: "state":"closed", "protocol":null.
[[nodiscard]] QByteArray listeningJson(const ServerEntry &entry);
/// The same of a server that took something over while it ran, with its next "generation"; live connections went on.
[[nodiscard]] QByteArray changedJson(const ServerEntry &entry);
/// Of a server that goes on as it was, because what it was to take over cannot be used.
[[nodiscard]] QByteArray unchangedJson(const ServerEntry &entry, const Error &error);
[[nodiscard]] QByteArray connectionJson(const ConnectionRecord &record);
/// The same for a caller that keeps the fingerprints of live connections: they cost more than the rest of the line.
[[nodiscard]] QByteArray connectionJson(const ConnectionRecord &record, const Fingerprints &fingerprints);
[[nodiscard]] QByteArray stoppedJson(const ServerEntry &entry);
/// Of a server that could not start; "error" as errorObject() has it.
[[nodiscard]] QByteArray failedJson(const QString &server, const Error &error);

} // namespace sealport
