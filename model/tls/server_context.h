#pragma once

#include "model/base/error.h"
#include "model/certificates/identity.h"
#include "model/tls/protocol.h"
#include "model/tls/ssl_handle.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace sealport {

/// Every security decision of a server, as the user took it.
struct TlsPolicy {
    ProtocolSet protocols = socketCreeSslProtocols;

    friend bool operator==(const TlsPolicy &, const TlsPolicy &) = default;
};

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

/// What a server puts against a ClientHello: the other half of every "no common …".
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

    /// "EC secp256k1", "RSA 1024", "ED25519": what tells whether it fits.
    [[nodiscard]] QString keyName() const;
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

/// The SSL_CTX that all connections of a server share, built and checked before anything listens.
/// Immutable once made, safe in any thread.
class ServerContext {
public:
    /// The only place that touches protocol, cipher or verification settings.
    /// Errors: NoProtocol, ProtocolUnavailable, NoCertificate, NoPrivateKey, KeyMismatch, KeyTooWeak, BadCipherString,
    /// CertificateUnusable, KeyUsageForbidsSigning, Internal.
    static Result<std::shared_ptr<const ServerContext>> make(const TlsPolicy &policy, const Identity &identity);

    [[nodiscard]] const ServerOffer &offer() const { return m_offer; }
    [[nodiscard]] const Certificate &certificate() const { return m_certificate; }
    /// A new connection's state. Errors: Internal.
    [[nodiscard]] Result<SslPtr> newConnection() const;

private:
    ServerContext(SslContextPtr context, ServerOffer offer, Certificate certificate);
    SslContextPtr m_context;
    ServerOffer m_offer;
    Certificate m_certificate;
};

} // namespace sealport
