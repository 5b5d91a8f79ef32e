#pragma once

#include "model/certificates/certificate.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace sealport {

/// What a chain is to be good for.
enum class ChainPurpose : std::uint8_t { TlsServer, TlsClient, Authority, Any };

/// What is wrong with one certificate of a chain. The comment says what `values` hold.
enum class ChainFault : std::uint8_t {
    Expired,                ///< values: notAfter (ISO 8601, UTC)
    NotYetValid,            ///< values: notBefore
    BadDate,                ///< a date that cannot be read
    UntrustedRoot,          ///< self-signed, at the end of a chain, and not among the trusted ones
    SelfSignedLeaf,         ///< the certificate itself, and not among the trusted ones
    IssuerMissing,          ///< values: the issuer's name
    NotAnAuthority,         ///< it signed another one and may not
    MayNotSign,             ///< its key usage lacks keyCertSign
    PathTooLong,            ///< more authorities below it than it allows
    NameNotPermitted,       ///< its names are outside an issuer's name constraints
    BadSignature,           ///< not made by the key of the issuer
    SignatureUnknown,       ///< of an algorithm that cannot be checked; values: its name
    WeakKey,                ///< values: key type, bits
    WeakSignature,          ///< values: signature algorithm
    WrongPurpose,           ///< its extended key usage or Netscape type says other things; values: chainPurposeName()
    UnknownCritical,        ///< a critical extension that nobody here understands
    InvalidExtension,       ///< one that contradicts itself or cannot be read
    HostMismatch,           ///< values: the host; then its alternative names
    Revoked,                ///< by a revocation list that was given
    RevocationListUnusable, ///< values: OpenSSL's reason; the list is expired, damaged or not its issuer's
    Other,                  ///< values: OpenSSL's reason
};

struct ChainFinding {
    ChainFault fault = ChainFault::Other;
    QStringList values{};
    friend bool operator==(const ChainFinding &, const ChainFinding &) = default;
};

/// What no trust in an issuer would mend comes first: revoked, then the dates; what is about a list alone is last.
[[nodiscard]] bool isWorse(ChainFault a, ChainFault b);

/// One certificate of the path and all that is wrong with it, the worst first.
struct ChainLink {
    Certificate certificate;
    bool isTrusted = false; ///< it is one of the trusted certificates
    std::vector<ChainFinding> findings{};
};

struct ChainQuestion {
    std::vector<Certificate> intermediates{};  ///< in any order
    std::vector<Certificate> trusted{};        ///< anchors; they need not be self-signed
    std::vector<QByteArray> revocationLists{}; ///< DER; none: revocation is not looked at
    QDateTime time{};                          ///< invalid: the dates are not looked at
    ChainPurpose purpose = ChainPurpose::TlsServer;
    QString host{};        ///< name or IP address that the certificate must be for; empty: any
    int securityLevel = 2; ///< as SSL_CTX_set_security_level(3): 2 needs RSA of 2048 bits and forbids SHA-1
};

struct ChainValidation {
    std::vector<ChainLink> path; ///< from the root, or as far up as was found, down to the certificate; never empty
    [[nodiscard]] bool isValid() const;
};

/// The path that OpenSSL takes from a trusted certificate down to `leaf`, and everything that is wrong with it, not
/// only what comes first. Pure but for the time that signatures take: no clock, no network. An incomplete chain is as
/// long as what was found. Source: X509_verify_cert(3), RFC 5280 section 6.
[[nodiscard]] ChainValidation validateChain(const Certificate &leaf, const ChainQuestion &question);

/// "server", "client", "authority", "any".
[[nodiscard]] QString chainPurposeName(ChainPurpose purpose);

/// The GSKit number that IBM i users look for, 0 where GSKit has none.
[[nodiscard]] int gskCode(ChainFault fault);

/// Stable lower-case name for JSON, for example "untrusted-root".
[[nodiscard]] QString chainFaultName(ChainFault fault);

} // namespace sealport
