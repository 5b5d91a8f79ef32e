#include "model/tls/server_context.h"

#include "model/certificates/openssl_error.h"
#include "model/tls/memory_handshake.h"
#include "model/tls/registry.h"

#include <openssl/err.h>
#include <openssl/sslerr.h>

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <utility>

namespace sealport {

namespace {

// Said in full, so that a distribution's openssl.cnf cannot change what a ticked box means.
constexpr const char *tls13Suites = "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256";
constexpr const char *groupList = "X25519:P-256:X448:P-521:P-384:ffdhe2048:ffdhe3072:ffdhe4096:ffdhe6144:ffdhe8192";
constexpr std::array<std::uint16_t, 10> groupNumbers{0x001d, 0x0017, 0x001e, 0x0019, 0x0018,
                                                     0x0100, 0x0101, 0x0102, 0x0103, 0x0104};

struct SignatureScheme {
    std::uint16_t number;
    const char *openSslName; ///< for SSL_CTX_set1_sigalgs_list
    const char *keyType;     ///< Certificate::keyType()
    bool isWeak;             ///< SHA-1: refused above security level 0
    int fewestBits;          ///< of an RSA key, for the hash and its padding (RFC 8017 sections 9.1.1 and 9.2)
};

// OpenSSL's own order of preference (ssl/t1_lib.c, tls12_sigalgs).
constexpr std::array<SignatureScheme, 18> signatureSchemes{{
    {0x0403, "ecdsa_secp256r1_sha256", "EC", false, 0},
    {0x0503, "ecdsa_secp384r1_sha384", "EC", false, 0},
    {0x0603, "ecdsa_secp521r1_sha512", "EC", false, 0},
    {0x0807, "ed25519", "ED25519", false, 0},
    {0x0808, "ed448", "ED448", false, 0},
    {0x0809, "rsa_pss_pss_sha256", "RSA-PSS", false, 522},
    {0x080a, "rsa_pss_pss_sha384", "RSA-PSS", false, 778},
    {0x080b, "rsa_pss_pss_sha512", "RSA-PSS", false, 1034},
    {0x0804, "rsa_pss_rsae_sha256", "RSA", false, 522},
    {0x0805, "rsa_pss_rsae_sha384", "RSA", false, 778},
    {0x0806, "rsa_pss_rsae_sha512", "RSA", false, 1034},
    {0x0401, "RSA+SHA256", "RSA", false, 489},
    {0x0501, "RSA+SHA384", "RSA", false, 617},
    {0x0601, "RSA+SHA512", "RSA", false, 745},
    {0x0303, "ECDSA+SHA224", "EC", false, 0},
    {0x0301, "RSA+SHA224", "RSA", false, 457},
    {0x0203, "ECDSA+SHA1", "EC", true, 0},
    {0x0201, "RSA+SHA1", "RSA", true, 361},
}};

constexpr long contextModes =
    SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS;
constexpr long resumableSessions = 1024; ///< TLS 1.2 clients without tickets; each costs some kilobytes

Error contextError(ErrorCode code, const QString &subject, const QStringList &values = {})
{
    Error error = takeOpenSslError(code, subject);
    error.values = values;
    return error;
}

struct FreeCipherStack {
    void operator()(STACK_OF(SSL_CIPHER) * stack) const noexcept
    {
        sk_SSL_CIPHER_free(stack);
    } // a macro: no function to name
};
using CipherStackPtr = std::unique_ptr<STACK_OF(SSL_CIPHER), FreeCipherStack>;

constexpr std::array<std::pair<Protocol, std::uint64_t>, 5> versionOptions{{
    {Protocol::Ssl3, SSL_OP_NO_SSLv3},
    {Protocol::Tls1_0, SSL_OP_NO_TLSv1},
    {Protocol::Tls1_1, SSL_OP_NO_TLSv1_1},
    {Protocol::Tls1_2, SSL_OP_NO_TLSv1_2},
    {Protocol::Tls1_3, SSL_OP_NO_TLSv1_3},
}};

/// Bounds first, then the holes between them: any subset becomes exactly that set.
bool setVersions(SSL_CTX &context, ProtocolSet protocols)
{
    const std::vector<Protocol> sorted = protocols.toVector();
    std::uint64_t holes = 0;
    for (const auto &[protocol, option] : versionOptions)
        if (!protocols.contains(protocol))
            holes |= option;
    SSL_CTX_clear_options(&context, SSL_OP_NO_SSL_MASK);
    SSL_CTX_set_options(&context, holes);
    return SSL_CTX_set_min_proto_version(&context, wireVersion(sorted.front())) == 1
           && SSL_CTX_set_max_proto_version(&context, wireVersion(sorted.back())) == 1;
}

QByteArray signatureList(int securityLevel)
{
    QByteArray list;
    for (const SignatureScheme &scheme : signatureSchemes) {
        if (scheme.isWeak && securityLevel > 0)
            continue;
        if (!list.isEmpty())
            list += ':';
        list += scheme.openSslName;
    }
    return list;
}

bool setAlgorithms(SSL_CTX &context, int securityLevel)
{
    SSL_CTX_set_security_level(&context, securityLevel);
    return SSL_CTX_set_cipher_list(&context, "DEFAULT") == 1 && SSL_CTX_set_ciphersuites(&context, tls13Suites) == 1
           && SSL_CTX_set1_groups_list(&context, groupList) == 1
           && SSL_CTX_set1_sigalgs_list(&context, signatureList(securityLevel).constData()) == 1
           && SSL_CTX_set_dh_auto(&context, 1) == 1;
}

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

std::vector<std::uint16_t> usableSignatures(const Certificate &certificate, int securityLevel)
{
    std::vector<std::uint16_t> numbers;
    for (const SignatureScheme &scheme : signatureSchemes)
        if (certificate.keyType() == QLatin1String(scheme.keyType) && (!scheme.isWeak || securityLevel == 0)
            && certificate.keyBits() >= scheme.fewestBits)
            numbers.push_back(scheme.number);
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

Result<void> useIdentity(SSL_CTX &context, const Identity &identity, int securityLevel)
{
    const Certificate &certificate = identity.certificate;
    if (identity.key.isNull())
        return std::unexpected(contextError(ErrorCode::NoPrivateKey, certificate.name()));
    if (!identity.key.matches(certificate))
        return std::unexpected(contextError(ErrorCode::KeyMismatch, certificate.name()));
    const auto tooWeak = [&] {
        return contextError(
            ErrorCode::KeyTooWeak, certificate.name(),
            {certificate.keyType(), QString::number(certificate.keyBits()), QString::number(securityLevel)});
    };
    if (SSL_CTX_use_certificate(&context, certificate.handle()) != 1) {
        const int reason = ERR_GET_REASON(ERR_peek_last_error());
        const bool weak =
            reason == SSL_R_EE_KEY_TOO_SMALL || reason == SSL_R_CA_KEY_TOO_SMALL || reason == SSL_R_CA_MD_TOO_WEAK;
        return std::unexpected(weak ? tooWeak() : contextError(ErrorCode::MalformedCertificate, certificate.name()));
    }
    if (SSL_CTX_use_PrivateKey(&context, identity.key.handle()) != 1 || SSL_CTX_check_private_key(&context) != 1)
        return std::unexpected(contextError(ErrorCode::KeyMismatch, certificate.name()));
    for (const Certificate &issuer : identity.chain)
        if (SSL_CTX_add1_chain_cert(&context, issuer.handle()) != 1)
            return std::unexpected(
                contextError(ErrorCode::KeyTooWeak, issuer.name(),
                             {issuer.keyType(), QString::number(issuer.keyBits()), QString::number(securityLevel)}));
    // Without it OpenSSL would search a trust store for the rest of the chain.
    SSL_CTX_set_mode(&context, SSL_MODE_NO_AUTO_CHAIN);
    return {};
}

} // namespace

QString ServerOffer::keyName() const
{
    if (keyCurve != 0)
        return keyType + QLatin1Char(' ') + groupName(keyCurve);
    return keyType.startsWith(u"ED") ? keyType : keyType + QLatin1Char(' ') + QString::number(keyBits);
}

int securityLevelFor(ProtocolSet protocols)
{
    const bool legacy = protocols.contains(Protocol::Ssl3) || protocols.contains(Protocol::Tls1_0)
                        || protocols.contains(Protocol::Tls1_1);
    return legacy ? 0 : 2;
}

ServerContext::ServerContext(SslContextPtr context, ServerOffer offer, Certificate certificate)
    : m_context(std::move(context))
    , m_offer(std::move(offer))
    , m_certificate(std::move(certificate))
{
}

Result<std::shared_ptr<const ServerContext>> ServerContext::make(const TlsPolicy &policy, const Identity &identity)
{
    if (policy.protocols.isEmpty())
        return std::unexpected(Error{.code = ErrorCode::NoProtocol, .subject = {}, .values = {}, .causes = {}});
    for (const Protocol protocol : policy.protocols.toVector())
        if (!availableProtocols().contains(protocol))
            return std::unexpected(Error{.code = ErrorCode::ProtocolUnavailable,
                                         .subject = protocolLabel(protocol),
                                         .values = {openSslVersion()},
                                         .causes = {}});

    SslContextPtr context(SSL_CTX_new(TLS_server_method()));
    const int level = securityLevelFor(policy.protocols);
    if (!context || !setVersions(*context, policy.protocols))
        return std::unexpected(contextError(ErrorCode::Internal, QStringLiteral("setting the protocols")));
    if (!setAlgorithms(*context, level))
        return std::unexpected(contextError(ErrorCode::BadCipherString, QStringLiteral("DEFAULT")));

    SSL_CTX_set_options(context.get(),
                        SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_mode(context.get(), contextModes);
    SSL_CTX_set_read_ahead(context.get(), 1); // one read() for a whole flight instead of two for each record
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_SERVER);
    SSL_CTX_sess_set_cache_size(context.get(), resumableSessions);
    const QByteArray sessionContext = identity.certificate.sha256().left(SSL_MAX_SID_CTX_LENGTH);
    SSL_CTX_set_session_id_context(context.get(), reinterpret_cast<const unsigned char *>(sessionContext.constData()),
                                   static_cast<unsigned int>(sessionContext.size()));

    if (const auto used = useIdentity(*context, identity, level); !used)
        return std::unexpected(used.error());
    const Certificate &certificate = identity.certificate;
    ServerOffer offer{.protocols = policy.protocols,
                      .unreachable = {},
                      .ciphers = cipherOffers(*context, policy.protocols, certificate.keyType()),
                      .groups = {groupNumbers.begin(), groupNumbers.end()},
                      .signatureAlgorithms = usableSignatures(certificate, level),
                      .keyType = certificate.keyType(),
                      .keyBits = certificate.keyBits(),
                      .keyCurve = curveOf(certificate),
                      .keyMaySign = (X509_get_key_usage(certificate.handle()) & KU_DIGITAL_SIGNATURE) != 0,
                      .securityLevel = level};
    ProtocolSet reachable = reachableProtocols(*context, policy.protocols);
    const bool isEdwards = certificate.keyType().startsWith(u"ED");
    if (!offer.keyMaySign && isEdwards && policy.protocols.contains(Protocol::Tls1_2))
        reachable.insert(Protocol::Tls1_2); // it was OpenSSL's client that refused the key's usage there
    offer.unreachable = policy.protocols.without(reachable);
    if (reachable.isEmpty()) {
        const auto isForbidden = [&offer](Protocol version) { return offer.usageForbids(version); };
        const bool isUsageToBlame = std::ranges::all_of(policy.protocols.toVector(), isForbidden);
        return std::unexpected(
            Error{.code = isUsageToBlame ? ErrorCode::KeyUsageForbidsSigning : ErrorCode::CertificateUnusable,
                  .subject = certificate.name(),
                  .values = QStringList{offer.keyName()} + protocolLabels(policy.protocols),
                  .causes = {}});
    }
    ERR_clear_error();
    return std::shared_ptr<const ServerContext>(
        new ServerContext(std::move(context), std::move(offer), identity.certificate));
}

Result<SslPtr> ServerContext::newConnection() const
{
    SslPtr connection(SSL_new(m_context.get()));
    if (!connection)
        return std::unexpected(takeOpenSslError(ErrorCode::Internal, QStringLiteral("SSL_new")));
    SSL_set_accept_state(connection.get());
    return connection;
}

} // namespace sealport
