#pragma once

#include "model/certificates/certificate.h"

#include <vector>

namespace sealport {

/// The issuers of `certificate` among `pool`, nearest first, as a server sends them (RFC 8446 section 4.4.2): each
/// found by name and proved by signature, the self-issued root left out, at most ten. Where several fit, the one that
/// expires last.
[[nodiscard]] std::vector<Certificate> issuersOf(const Certificate &certificate, const std::vector<Certificate> &pool);

/// The same, and the root above them where `pool` has it.
[[nodiscard]] std::vector<Certificate> authoritiesAbove(const Certificate &certificate,
                                                        const std::vector<Certificate> &pool);

/// Whether one more authority may stand below a path of authorities, nearest first: what their path lengths allow
/// (RFC 5280 section 4.2.1.9).
[[nodiscard]] bool leavesRoomForAuthority(const std::vector<Certificate> &path);

/// By name and by signature.
[[nodiscard]] bool hasIssued(const Certificate &issuer, const Certificate &certificate);

} // namespace sealport
