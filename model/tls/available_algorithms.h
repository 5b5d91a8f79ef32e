#pragma once

#include "model/tls/protocol.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace sealport {

/// What the OpenSSL that runs here can do, asked of it and not of its documentation: a build may lack what its version
/// has (3DES, binary curves), and a provider may add to it. Asked once, a few dozen milliseconds; then immutable, so
/// safe in any thread.

/// Why nobody should use a suite today; one that has several faults is known for the worst.
enum class SuiteWeakness : std::uint8_t {
    None,
    NoEncryption,
    NoAuthentication, ///< whoever stands in between can be the server
    BrokenCipher,     ///< RC4 (RFC 7465)
    ShortKey,         ///< fewer than 112 bits
    SmallBlock,       ///< blocks of 64 bits, as 3DES has (RFC 8429, Sweet32)
    ShortTag,         ///< a tag of 64 bits (CCM-8)
    Md5,
};

struct AvailableSuite {
    std::uint16_t number = 0;
    QString name{};     ///< OpenSSL's, which stands in a list: "ECDHE-RSA-AES128-GCM-SHA256"
    QString ianaName{}; ///< "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
    ProtocolSet protocols{};
    QString keyExchange{};          ///< "RSA", "DHE", "ECDHE", "ECDHE-PSK", "SRP", …; TLS 1.3: "any"
    QString authentication{};       ///< "RSA", "ECDSA", "DSA", "PSK", "SRP", "none", …; TLS 1.3: "any"
    QString encryption{};           ///< "AES-128-GCM", "none"
    int highestLevel = 0;           ///< the strictest security level that allows it; 0 if it needs a shared secret
    bool isForwardSecret = false;   ///< whoever gets the server's key later cannot read what was recorded
    bool isAead = false;            ///< encrypts and authenticates in one
    bool needsSharedSecret = false; ///< PSK, SRP: a certificate alone cannot serve it
    SuiteWeakness weakness = SuiteWeakness::None;
};

struct AvailableGroup {
    std::uint16_t number = 0;
    QString name{};          ///< IANA's where OpenSSL takes it: "secp256r1"
    QStringList spellings{}; ///< all that OpenSSL takes, `name` first, then "P-256", "prime256v1"
    ProtocolSet protocols{};
    int highestLevel = 0; ///< the strictest security level that allows it; below 2: fewer than 112 bits
};

struct AvailableSignatureAlgorithm {
    std::uint16_t number = 0;
    QString name{};          ///< IANA's where OpenSSL takes it, else its own: "rsa_pkcs1_sha256", "ECDSA+SHA1"
    QStringList spellings{}; ///< those of OpenSSL's manual, `name` first, then "RSA+SHA256"
    QString keyType{};       ///< Certificate::keyType() of the keys that can make it
    ProtocolSet protocols{};
    int highestLevel = 0; ///< as above; 0 for SHA-1
};

inline constexpr int highestSecurityLevel = 5;

[[nodiscard]] const std::vector<AvailableSuite> &availableSuites(); ///< TLS 1.3 first, then as OpenSSL prefers them
[[nodiscard]] const std::vector<AvailableGroup> &availableGroups(); ///< as Sealport prefers them
[[nodiscard]] const std::vector<AvailableSignatureAlgorithm> &availableSignatureAlgorithms(); ///< likewise

/// The suites with which a client or server that has no shared secret could speak this version at this level.
[[nodiscard]] std::vector<std::uint16_t> suitesAllowed(Protocol version, int securityLevel);

/// Certificate::keyType() of the keys that make this signature (IANA "TLS SignatureScheme"); empty for an unknown one.
[[nodiscard]] QString keyTypeOfSignature(std::uint16_t number);

} // namespace sealport
