#include "model/tls/server_offer.h"

#include "model/tls/algorithm_lists.h"
#include "model/tls/available_algorithms.h"
#include "model/tls/context_settings.h"
#include "model/tls/memory_handshake.h"
#include "model/tls/registry.h"
#include "model/tls/ssl_handle.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <memory>

namespace sealport {

namespace {

/// How many bits an RSA key needs for the hash of a signature and its padding (RFC 8017 sections 9.1.1 and 9.2).
int fewestBits(std::uint16_t scheme)
{
    static constexpr std::array<std::pair<std::uint16_t, int>, 11> bits{{{0x0809, 522},
                                                                         {0x080a, 778},
                                                                         {0x080b, 1034},
                                                                         {0x0804, 522},
                                                                         {0x0805, 778},
                                                                         {0x0806, 1034},
                                                                         {0x0401, 489},
                                                                         {0x0501, 617},
                                                                         {0x0601, 745},
                                                                         {0x0301, 457},
                                                                         {0x0201, 361}}};
    const auto found = std::ranges::find(bits, scheme, &std::pair<std::uint16_t, int>::first);
    return found == bits.end() ? 0 : found->second;
}

struct FreeCipherStack {
    void operator()(STACK_OF(SSL_CIPHER) * stack) const noexcept
    {
        sk_SSL_CIPHER_free(stack);
    } // a macro: no function to name
};
using CipherStackPtr = std::unique_ptr<STACK_OF(SSL_CIPHER), FreeCipherStack>;

Protocol oldestProtocolOf(const SSL_CIPHER &cipher)
{
    const QByteArray version = SSL_CIPHER_get_version(&cipher);
    if (version == "TLSv1.3")
        return Protocol::Tls1_3;
    if (version == "TLSv1.2")
        return Protocol::Tls1_2;
    return Protocol::Tls1_0; // "SSLv3" and "TLSv1.0": good for every older version that can be ticked
}

bool authenticates(const SSL_CIPHER &cipher, const QString &keyType)
{
    switch (SSL_CIPHER_get_auth_nid(&cipher)) {
    case NID_auth_any:
        return true; // TLS 1.3: the suite says nothing about signatures
    case NID_auth_rsa:
        return keyType == u"RSA" || (keyType == u"RSA-PSS" && SSL_CIPHER_get_kx_nid(&cipher) != NID_kx_rsa);
    case NID_auth_ecdsa:
        return keyType == u"EC" || keyType == u"ED25519" || keyType == u"ED448"; // RFC 8422 section 5.10
    case NID_auth_dss:
        return keyType == u"DSA";
    default:
        return false;
    }
}

/// What the security level and this version leave of the context's suites. Asked for one version at a time:
/// SSL_get1_supported_ciphers sees only the lowest of several ranges of versions with a hole between them.
CipherStackPtr suitesOf(SSL_CTX &context, Protocol protocol)
{
    const SslPtr probe(SSL_new(&context));
    if (!probe || SSL_set_min_proto_version(probe.get(), wireVersion(protocol)) != 1
        || SSL_set_max_proto_version(probe.get(), wireVersion(protocol)) != 1)
        return {};
    return CipherStackPtr(SSL_get1_supported_ciphers(probe.get()));
}

std::vector<CipherOffer> cipherOffers(SSL_CTX &context, ProtocolSet protocols, const QString &keyType)
{
    std::vector<CipherStackPtr> usable;
    for (const Protocol protocol : protocols.toVector())
        usable.push_back(suitesOf(context, protocol));
    std::vector<CipherOffer> offers;
    const STACK_OF(SSL_CIPHER) *configured = SSL_CTX_get_ciphers(&context);
    for (int i = 0; i < sk_SSL_CIPHER_num(configured); ++i) {
        const SSL_CIPHER &cipher = *sk_SSL_CIPHER_value(configured, i);
        const auto holdsCipher = [&cipher](const CipherStackPtr &suites) {
            for (int at = 0; at < sk_SSL_CIPHER_num(suites.get()); ++at)
                if (sk_SSL_CIPHER_value(suites.get(), at) == &cipher)
                    return true;
            return false;
        };
        if (!std::ranges::any_of(usable, holdsCipher))
            continue;
        const Protocol oldest = oldestProtocolOf(cipher);
        const int exchange = SSL_CIPHER_get_kx_nid(&cipher);
        offers.push_back({.id = SSL_CIPHER_get_protocol_id(&cipher),
                          .oldest = oldest,
                          .newest = oldest == Protocol::Tls1_3 ? Protocol::Tls1_3 : Protocol::Tls1_2,
                          .needsGroup = exchange == NID_kx_ecdhe || exchange == NID_kx_any,
                          .ephemeralElliptic = exchange == NID_kx_ecdhe,
                          .fitsCertificate = authenticates(cipher, keyType)});
    }
    return offers;
}

std::vector<std::uint16_t> usableSignatures(const Certificate &certificate, const QString &list, int securityLevel)
{
    std::vector<std::uint16_t> numbers = signatureNumbersOf(list, securityLevel);
    std::erase_if(numbers, [&certificate](std::uint16_t number) {
        return keyTypeOfSignature(number) != certificate.keyType() || certificate.keyBits() < fewestBits(number);
    });
    return numbers;
}

/// OpenSSL's names are those of the registry, but for two that are older.
std::uint16_t curveOf(const Certificate &certificate)
{
    if (certificate.keyType() != u"EC")
        return 0;
    std::array<char, 64> name{};
    if (EVP_PKEY_get_group_name(X509_get0_pubkey(certificate.handle()), name.data(), name.size(), nullptr) != 1)
        return 0;
    QString curve = QString::fromLatin1(name.data());
    if (curve == u"prime256v1")
        curve = QStringLiteral("secp256r1");
    else if (curve == u"prime192v1")
        curve = QStringLiteral("secp192r1");
    constexpr std::uint16_t lastCurve = 0x001c; // RFC 8422 section 5.1.1, RFC 7027
    for (std::uint16_t number = 1; number <= lastCurve; ++number)
        if (groupName(number) == curve)
            return number;
    return 0;
}

} // namespace

ProtocolSet ServerOffer::shutOutByLevel() const
{
    ProtocolSet shutOut;
    const bool signsInOldOnes = keyType == u"RSA" || keyType == u"EC";
    for (const Protocol protocol : unreachable.toVector())
        if (securityLevel > 0 && signsInOldOnes && protocol < Protocol::Tls1_2 && !usageForbids(protocol))
            shutOut.insert(protocol);
    return shutOut;
}

QString ServerOffer::keyName() const
{
    if (keyCurve != 0)
        return keyType + QLatin1Char(' ') + groupName(keyCurve);
    return keyType.startsWith(u"ED") ? keyType : keyType + QLatin1Char(' ') + QString::number(keyBits);
}

std::vector<ServerOffer> offersOf(SSL_CTX &context, const TlsPolicy &policy,
                                  const std::vector<Certificate> &certificates)
{
    const AlgorithmChoice algorithms = effectiveAlgorithms(policy);
    const int level = SSL_CTX_get_security_level(&context);
    const ProtocolSet reachable = reachableProtocols(context, policy.protocols);
    std::vector<ServerOffer> offers;
    for (const Certificate &certificate : certificates) {
        ServerOffer offer{.protocols = policy.protocols,
                          .unreachable = {},
                          .ciphers = cipherOffers(context, policy.protocols, certificate.keyType()),
                          .groups = groupNumbersOf(algorithms.groups, level),
                          .signatureAlgorithms = usableSignatures(certificate, algorithms.signatureAlgorithms, level),
                          .keyType = certificate.keyType(),
                          .keyBits = certificate.keyBits(),
                          .keyCurve = curveOf(certificate),
                          .keyMaySign = (X509_get_key_usage(certificate.handle()) & KU_DIGITAL_SIGNATURE) != 0,
                          .securityLevel = level,
                          .takesTls13WithAnyKey = false,
                          .alpn = policy.alpn,
                          .serverNames = {}};
        ProtocolSet reached = reachable;
        const bool isEdwards = certificate.keyType().startsWith(u"ED");
        if (!offer.keyMaySign && isEdwards && policy.protocols.contains(Protocol::Tls1_2))
            reached.insert(Protocol::Tls1_2); // it was OpenSSL's client that refused the key's usage there
        offer.unreachable = policy.protocols.without(reached);
        offers.push_back(std::move(offer));
    }
    ERR_clear_error();
    return offers;
}

} // namespace sealport
