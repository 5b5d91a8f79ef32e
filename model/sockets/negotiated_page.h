#pragma once

#include "model/certificates/certificate.h"
#include "model/tls/ending.h"
#include "model/tls/endpoint.h"

#include <QByteArray>

namespace sealport {

/// What a client and a server agreed on, for the client to see: the keys are those of `sealport serve --format json`
/// where it has them. Everything that the client sent is escaped twice over: made printable, then for the format.
/// Pure and safe from every thread.
struct NegotiatedFacts {
    const Endpoint &peer;
    const Ending &evidence;
    const Certificate *certificate; ///< that the server presented; null without TLS
};

/// One JSON object; what was not negotiated is null.
[[nodiscard]] QByteArray negotiatedJson(const NegotiatedFacts &facts);
/// A page for people, in English.
[[nodiscard]] QByteArray negotiatedHtml(const NegotiatedFacts &facts);

} // namespace sealport
