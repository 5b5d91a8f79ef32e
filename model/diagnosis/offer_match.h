#pragma once

#include "model/tls/client_hello.h"
#include "model/tls/server_context.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sealport {

/// One kind of parameter (suites, groups, signature algorithms) seen from both sides; GREASE and signalling values are
/// left out.
struct OfferedNumbers {
    std::vector<std::uint16_t> client;
    std::vector<std::uint16_t> server;
    std::vector<std::uint16_t> shared; ///< in the server's order

    friend bool operator==(const OfferedNumbers &, const OfferedNumbers &) = default;
};

/// What a client offers laid against what a server allows. A plain value.
struct OfferMatch {
    std::vector<std::uint16_t> clientVersions; ///< newest first; of a hello without supported_versions only its maximum
    bool versionsListed = false;               ///< the client named each version (supported_versions)
    std::optional<Protocol> version;           ///< the newest that both sides know; the rest holds for this one
    bool keyServesVersion = true;              ///< keyWorksWith() it

    OfferedNumbers suites;                     ///< `server`: those of this version that its certificate fits
    std::vector<std::uint16_t> otherKeySuites; ///< in common, but for a certificate with another type of key
    OfferedNumbers groups;
    bool groupNeeded = false;           ///< every shared suite wants a named group
    std::uint16_t certificateCurve = 0; ///< of an EC key below TLS 1.3, else 0
    OfferedNumbers signatures;
    bool signatureNeeded = false; ///< TLS 1.2 and newer: the handshake is signed with a negotiated algorithm
};

/// Pure. Follows the order in which a server decides: version, suite, group, signature (RFC 8446 section 4.1.1, RFC
/// 5246 section 7.4.1.2, RFC 8422 section 5.1).
[[nodiscard]] OfferMatch compareOffers(const ClientHello &hello, const ServerOffer &offer);

enum class Mismatch { None, Version, KeyForVersion, Suite, SuiteForOtherKey, Group, CertificateCurve, Signature };
/// The first list without overlap.
[[nodiscard]] Mismatch firstMismatch(const OfferMatch &match);

/// Of the offers of a server, which are never empty and differ in their keys, the one with which the client gets
/// through, else farthest; the first of equals.
[[nodiscard]] const ServerOffer &nearestOffer(const ClientHello &hello, const std::vector<ServerOffer> &offers);

/// Whether the server's key can serve a version at all, ticked or not.
[[nodiscard]] bool keyWorksWith(const ServerOffer &offer, Protocol version);

/// The box for a number on the wire; none for SSL drafts and numbers that nobody assigned.
[[nodiscard]] std::optional<Protocol> protocolOfWireVersion(std::uint16_t version);

/// The newest TLS version (1.0 to 1.3) that the client offers, whether or not the server allows it.
[[nodiscard]] std::optional<Protocol> newestTlsVersion(const OfferMatch &match);

} // namespace sealport
