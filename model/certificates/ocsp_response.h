#pragma once

#include "model/base/error.h"
#include "model/certificates/identity.h"

#include <QByteArray>
#include <QDateTime>

#include <cstdint>
#include <span>

namespace sealport {

enum class OcspStatus : std::uint8_t { Good, Revoked, Unknown };

/// What an authority says of one of its certificates (RFC 6960), as a TLS server staples it to its own (RFC 6066
/// section 8).
struct OcspAnswer {
    OcspStatus status = OcspStatus::Good;
    QDateTime thisUpdate{};
    QDateTime nextUpdate{}; ///< invalid: none is announced

    friend bool operator==(const OcspAnswer &, const OcspAnswer &) = default;
};

/// A response in DER, signed by the issuer itself, for clients that trust a test authority. Errors: NotIssuedBy,
/// KeyMismatch, Internal.
Result<QByteArray> makeOcspResponse(const Certificate &certificate, const Identity &issuer, const OcspAnswer &answer);

/// Whether it is an OCSP response in DER at all (RFC 6960 section 4.2.1).
[[nodiscard]] bool isOcspResponse(std::span<const std::byte> der);

/// What a response in DER says of a certificate; who signed it is left to clients. Errors: MalformedContainer,
/// NotIssuedBy (it is about another certificate); subject: the certificate's name.
Result<OcspAnswer> readOcspResponse(std::span<const std::byte> der, const Certificate &certificate,
                                    const Certificate &issuer);

} // namespace sealport
