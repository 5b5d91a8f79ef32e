#include "model/tls/context_settings.h"

#include "model/certificates/openssl_error.h"
#include "model/tls/client_certificate_check.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sealport {

namespace {

constexpr long contextModes =
    SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS;
constexpr long resumableSessions = 1024; ///< each costs some kilobytes

constexpr std::array<std::pair<Protocol, std::uint64_t>, 5> versionOptions{{
    {Protocol::Ssl3, SSL_OP_NO_SSLv3},
    {Protocol::Tls1_0, SSL_OP_NO_TLSv1},
    {Protocol::Tls1_1, SSL_OP_NO_TLSv1_1},
    {Protocol::Tls1_2, SSL_OP_NO_TLSv1_2},
    {Protocol::Tls1_3, SSL_OP_NO_TLSv1_3},
}};

/// Bounds first, then the holes between them: any subset becomes exactly that set.
Result<void> setVersions(SSL_CTX &context, ProtocolSet protocols)
{
    if (protocols.isEmpty())
        return std::unexpected(Error{.code = ErrorCode::NoProtocol, .subject = {}, .values = {}, .causes = {}});
    const std::vector<Protocol> sorted = protocols.toVector();
    for (const Protocol protocol : sorted)
        if (!availableProtocols().contains(protocol))
            return std::unexpected(Error{.code = ErrorCode::ProtocolUnavailable,
                                         .subject = protocolLabel(protocol),
                                         .values = {openSslVersion()},
                                         .causes = {}});
    std::uint64_t holes = 0;
    for (const auto &[protocol, option] : versionOptions)
        if (!protocols.contains(protocol))
            holes |= option;
    SSL_CTX_clear_options(&context, SSL_OP_NO_SSL_MASK);
    SSL_CTX_set_options(&context, holes);
    if (SSL_CTX_set_min_proto_version(&context, wireVersion(sorted.front())) != 1
        || SSL_CTX_set_max_proto_version(&context, wireVersion(sorted.back())) != 1)
        return std::unexpected(takeOpenSslError(ErrorCode::Internal, QStringLiteral("setting the protocols")));
    return {};
}

Error refusedList(const char *which, const QString &list)
{
    Error error = takeOpenSslError(ErrorCode::BadCipherString, list);
    error.values = {QLatin1String(which)};
    return error;
}

/// In the server's order a client that prefers ChaCha20 gets it before others. A list that the user wrote is taken as
/// he wrote it.
void setOrder(SSL_CTX &context, const AlgorithmChoice &given)
{
    const bool hasOwnLists = !given.ciphers.trimmed().isEmpty() || !given.cipherSuites.trimmed().isEmpty();
    SSL_CTX_clear_options(&context, SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    if (given.prefersServerOrder)
        SSL_CTX_set_options(&context, SSL_OP_CIPHER_SERVER_PREFERENCE | (hasOwnLists ? 0 : SSL_OP_PRIORITIZE_CHACHA));
}

/// The level first: a list of ciphers may say another one (@SECLEVEL), and that counts.
Result<void> setAlgorithms(SSL_CTX &context, const AlgorithmChoice &choice)
{
    SSL_CTX_set_security_level(&context, *choice.securityLevel);
    if (SSL_CTX_set_cipher_list(&context, choice.ciphers.toLatin1().constData()) != 1)
        return std::unexpected(refusedList("ciphers", choice.ciphers));
    if (SSL_CTX_set_ciphersuites(&context, choice.cipherSuites.toLatin1().constData()) != 1)
        return std::unexpected(refusedList("cipherSuites", choice.cipherSuites));
    if (SSL_CTX_set1_groups_list(&context, choice.groups.toLatin1().constData()) != 1)
        return std::unexpected(refusedList("groups", choice.groups));
    if (SSL_CTX_set1_sigalgs_list(&context, choice.signatureAlgorithms.toLatin1().constData()) != 1)
        return std::unexpected(refusedList("signatureAlgorithms", choice.signatureAlgorithms));
    return {};
}

Result<void> setDh(SSL_CTX &context, const DhRule &rule)
{
    SSL_CTX_set_dh_auto(&context, rule.kind == DhRule::Kind::Automatic ? 1 : 0);
    if (rule.kind != DhRule::Kind::Own)
        return {};
    const BioPtr memory(BIO_new_mem_buf(rule.parameters.constData(), static_cast<int>(rule.parameters.size())));
    PkeyPtr parameters(memory ? PEM_read_bio_Parameters(memory.get(), nullptr) : nullptr);
    // OpenSSL takes parameters of any kind here, and fails at the first client that they are for.
    const bool isOfDh = parameters && (EVP_PKEY_is_a(parameters.get(), "DH") || EVP_PKEY_is_a(parameters.get(), "DHX"));
    if (!isOfDh || SSL_CTX_set0_tmp_dh_pkey(&context, parameters.get()) != 1)
        return std::unexpected(takeOpenSslError(ErrorCode::BadDhParameters, rule.file));
    parameters.release(); // the context's now
    return {};
}

/// For TLS 1.2 and 1.3 alike: OpenSSL makes a session of it for the latter (SSL_CTX_set_psk_server_callback).
unsigned int findSharedSecret(SSL *connection, const char *identity, unsigned char *key, unsigned int room)
{
    const auto *policy = static_cast<const TlsPolicy *>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(connection)));
    const SecretBytes *secret = identity ? policy->sharedSecrets->of(identity) : nullptr;
    if (!secret || secret->bytes().size() > room)
        return 0;
    std::ranges::copy(secret->bytes(), reinterpret_cast<std::byte *>(key));
    return static_cast<unsigned int>(secret->bytes().size());
}

void setRenegotiation(SSL_CTX &context, Renegotiation renegotiation)
{
    SSL_CTX_clear_options(&context, SSL_OP_ALLOW_CLIENT_RENEGOTIATION | SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION);
    if (renegotiation != Renegotiation::Refused)
        SSL_CTX_set_options(&context, SSL_OP_ALLOW_CLIENT_RENEGOTIATION);
    if (renegotiation == Renegotiation::Unsafe)
        SSL_CTX_set_options(&context, SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION);
}

/// OpenSSL's protection against replays wants tickets that stand for sessions in its own memory
/// (SSL_read_early_data, "REPLAY PROTECTION"). Without tickets there is no early data, and no need of them.
void setEarlyData(SSL_CTX &context, int octets, const ResumptionRule &rule)
{
    constexpr std::uint32_t alwaysSkipped = SSL3_RT_MAX_PLAIN_LENGTH; ///< of what is rejected; OpenSSL's default
    const auto most = static_cast<std::uint32_t>(octets);
    SSL_CTX_clear_options(&context, SSL_OP_NO_ANTI_REPLAY);
    SSL_CTX_set_max_early_data(&context, most);
    SSL_CTX_set_recv_max_early_data(&context, std::max(most, alwaysSkipped));
    if (octets > 0 && rule.tickets > 0)
        SSL_CTX_set_session_cache_mode(&context, SSL_SESS_CACHE_SERVER);
}

void setResumption(SSL_CTX &context, const ResumptionRule &rule)
{
    SSL_CTX_set_num_tickets(&context, static_cast<std::size_t>(rule.tickets));
    rule.tickets > 0 ? SSL_CTX_clear_options(&context, SSL_OP_NO_TICKET)
                     : SSL_CTX_set_options(&context, SSL_OP_NO_TICKET);
    SSL_CTX_set_session_cache_mode(&context, rule.keepsSessions ? SSL_SESS_CACHE_SERVER : SSL_SESS_CACHE_OFF);
    SSL_CTX_sess_set_cache_size(&context, resumableSessions);
}

QString orOwn(const QString &list, const QString &own)
{
    return list.trimmed().isEmpty() ? own : list;
}

} // namespace

int securityLevelFor(ProtocolSet protocols)
{
    const bool legacy = protocols.contains(Protocol::Ssl3) || protocols.contains(Protocol::Tls1_0)
                        || protocols.contains(Protocol::Tls1_1);
    return legacy ? 0 : 2;
}

AlgorithmChoice effectiveAlgorithms(const TlsPolicy &policy)
{
    AlgorithmChoice choice = policy.algorithms;
    if (!choice.securityLevel)
        choice.securityLevel = securityLevelFor(policy.protocols);
    choice.ciphers = orOwn(choice.ciphers, QStringLiteral("DEFAULT"));
    // A shared secret goes with SHA-256 alone (RFC 8446 section 4.2.11), and the suite is chosen before it is looked
    // for.
    choice.cipherSuites =
        orOwn(choice.cipherSuites,
              policy.sharedSecrets
                  ? QStringLiteral("TLS_AES_128_GCM_SHA256:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_256_GCM_SHA384")
                  : QStringLiteral("TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256"));
    choice.groups = orOwn(choice.groups, QStringLiteral("X25519:P-256:X448:P-521:P-384:ffdhe2048:ffdhe3072:ffdhe4096:"
                                                        "ffdhe6144:ffdhe8192"));
    // OpenSSL's own order of preference (ssl/t1_lib.c, tls12_sigalgs); SHA-1 is refused above level 0 anyway.
    const QString modern =
        QStringLiteral("ecdsa_secp256r1_sha256:ecdsa_secp384r1_sha384:ecdsa_secp521r1_sha512:ed25519:ed448:"
                       "rsa_pss_pss_sha256:rsa_pss_pss_sha384:rsa_pss_pss_sha512:rsa_pss_rsae_sha256:"
                       "rsa_pss_rsae_sha384:rsa_pss_rsae_sha512:RSA+SHA256:RSA+SHA384:RSA+SHA512:ECDSA+SHA224:"
                       "RSA+SHA224");
    choice.signatureAlgorithms =
        orOwn(choice.signatureAlgorithms,
              *choice.securityLevel > 0 ? modern : modern + QLatin1String(":ECDSA+SHA1:RSA+SHA1"));
    return choice;
}

Result<void> applyPolicy(SSL_CTX &context, const TlsPolicy &policy)
{
    if (const auto set = setVersions(context, policy.protocols); !set)
        return set;
    if (const auto set = setAlgorithms(context, effectiveAlgorithms(policy)); !set)
        return set;
    setOrder(context, policy.algorithms);
    SSL_CTX_set_options(&context, SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_mode(&context, contextModes);
    SSL_CTX_set_read_ahead(&context, 1); // one read() for a whole flight instead of two for each record
    SSL_CTX_set_verify(&context, SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_max_send_fragment(&context, policy.largestRecord);
    if (const auto set = setDh(context, policy.dh); !set)
        return set;
    SSL_CTX_set_app_data(&context, const_cast<TlsPolicy *>(&policy)); // NOLINT: OpenSSL's; read alone
    if (policy.sharedSecrets)
        SSL_CTX_set_psk_server_callback(&context, findSharedSecret);
    setRenegotiation(context, policy.renegotiation);
    setResumption(context, policy.resumption);
    setEarlyData(context, policy.earlyData, policy.resumption);
    return {};
}

Result<void> applyClientRule(SSL_CTX &context, const ClientCertificateRule &rule)
{
    using Mode = ClientCertificateMode;
    if (rule.mode == Mode::DoNotAsk)
        return {};
    const auto failed = [] {
        return std::unexpected(
            takeOpenSslError(ErrorCode::Internal, QStringLiteral("setting the clients' authorities")));
    };
    X509_STORE *store = X509_STORE_new(); // nobody is trusted but those who are named
    if (store == nullptr)
        return failed();
    SSL_CTX_set_cert_store(&context, store);
    X509_STORE_set_flags(store, X509_V_FLAG_PARTIAL_CHAIN);
    for (const Certificate &authority : rule.authorities) {
        if (X509_STORE_add_cert(store, authority.handle()) != 1
            || SSL_CTX_add_client_CA(&context, authority.handle()) != 1)
            return failed();
    }
    const int mode = SSL_VERIFY_PEER | (rule.mode == Mode::Require ? SSL_VERIFY_FAIL_IF_NO_PEER_CERT : 0);
    SSL_CTX_set_verify(&context, mode, judgeClientCertificate);
    return {};
}

} // namespace sealport
