#pragma once

#include "model/certificates/certificate.h"
#include "model/tls/protocol.h"

#include <openssl/ssl.h>

#include <QString>

#include <cstdint>
#include <vector>

namespace sealport {

struct TlsPolicy;

/// One cipher suite that the server can use, and what it needs.
struct CipherOffer {
    std::uint16_t id = 0;
    Protocol oldest{}; ///< TLS 1.3 suites: Tls1_3 twice
    Protocol newest{};
    bool needsGroup = false; ///< (EC)DHE with a named group
    bool ephemeralElliptic = false;
    bool fitsCertificate = false; ///< the server's key type can authenticate it

    friend bool operator==(const CipherOffer &, const CipherOffer &) = default;
};

/// What a server puts against a ClientHello with one of its certificates: the other half of every "no common …".
struct ServerOffer {
    ProtocolSet protocols;
    ProtocolSet unreachable;           ///< of these, no client gets through with them: the key does not fit
    std::vector<CipherOffer> ciphers;  ///< in order of preference
    std::vector<std::uint16_t> groups; ///< in order of preference
    std::vector<std::uint16_t> signatureAlgorithms; ///< those that the server's key can make
    QString keyType;                                ///< Certificate::keyType()
    int keyBits = 0;
    std::uint16_t keyCurve = 0; ///< of an EC key, as a group's number; 0: one that TLS has no number for
    bool keyMaySign = true;     ///< the certificate's key usage, if it has one, holds digitalSignature
    int securityLevel = 2;
    /// OpenSSL chooses TLS 1.3 without a look at the key (is_tls13_capable()).
    bool takesTls13WithAnyKey = false;
    QStringList alpn{};        ///< in order of preference
    QStringList serverNames{}; ///< that any certificate of the server is for, as far as they are known

    /// "EC secp256k1", "RSA 1024", "ED25519": what tells whether it fits.
    [[nodiscard]] QString keyName() const;
    /// Of the unreachable protocols those that OpenSSL's security level keeps from signing, whatever the key: TLS 1.0
    /// and 1.1 sign with SHA-1 (SSL_CTX_set_security_level).
    [[nodiscard]] ProtocolSet shutOutByLevel() const;
    /// Below TLS 1.3 OpenSSL keeps an EC key from signing when its certificate's key usage does (ssl_set_masks()).
    [[nodiscard]] bool usageForbids(Protocol version) const
    {
        return !keyMaySign && keyType == u"EC" && version < Protocol::Tls1_3;
    }

    friend bool operator==(const ServerOffer &, const ServerOffer &) = default;
};

/// OpenSSL's security level for a set of boxes: 0 as soon as TLS 1.0 or 1.1 is among them, because their SHA-1 and MD5
/// handshake signatures are refused above it; 2 otherwise (SSL_CTX_set_security_level).
[[nodiscard]] int securityLevelFor(ProtocolSet protocols);

/// One for each certificate, in their order: what `context` can do, which has them all. Clears the error queue.
[[nodiscard]] std::vector<ServerOffer> offersOf(SSL_CTX &context, const TlsPolicy &policy,
                                                const std::vector<Certificate> &certificates);

} // namespace sealport
