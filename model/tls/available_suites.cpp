#include "model/tls/available_algorithms.h"
#include "model/tls/scratch_context.h"

#include <openssl/err.h>
#include <openssl/objects.h>

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <utility>

namespace sealport {

namespace {

using Named = std::pair<int, const char *>;

QString nameOf(std::span<const Named> names, int nid)
{
    const auto found = std::ranges::find(names, nid, &Named::first);
    const char *name = found != names.end() ? found->second : OBJ_nid2sn(nid);
    return QString::fromLatin1(name ? name : "");
}

QString keyExchangeOf(const SSL_CIPHER &cipher)
{
    static constexpr std::array<Named, 10> names{{{NID_kx_any, "any"},
                                                  {NID_kx_rsa, "RSA"},
                                                  {NID_kx_ecdhe, "ECDHE"},
                                                  {NID_kx_dhe, "DHE"},
                                                  {NID_kx_ecdhe_psk, "ECDHE-PSK"},
                                                  {NID_kx_dhe_psk, "DHE-PSK"},
                                                  {NID_kx_rsa_psk, "RSA-PSK"},
                                                  {NID_kx_psk, "PSK"},
                                                  {NID_kx_srp, "SRP"},
                                                  {NID_kx_gost, "GOST"}}};
    return nameOf(names, SSL_CIPHER_get_kx_nid(&cipher));
}

QString authenticationOf(const SSL_CIPHER &cipher)
{
    static constexpr std::array<Named, 9> names{{{NID_auth_any, "any"},
                                                 {NID_auth_rsa, "RSA"},
                                                 {NID_auth_ecdsa, "ECDSA"},
                                                 {NID_auth_dss, "DSA"},
                                                 {NID_auth_psk, "PSK"},
                                                 {NID_auth_srp, "SRP"},
                                                 {NID_auth_gost01, "GOST"},
                                                 {NID_auth_gost12, "GOST"},
                                                 {NID_auth_null, "none"}}};
    return nameOf(names, SSL_CIPHER_get_auth_nid(&cipher));
}

/// Both kinds of CCM have the same NID; only the name tells the short tag.
bool hasShortTag(const SSL_CIPHER &cipher)
{
    const QByteArray name = SSL_CIPHER_get_name(&cipher);
    return name.contains("CCM8") || name.contains("CCM_8");
}

QString encryptionOf(const SSL_CIPHER &cipher)
{
    static constexpr std::array<Named, 20> names{{{NID_undef, "none"},
                                                  {NID_aes_128_cbc, "AES-128-CBC"},
                                                  {NID_aes_256_cbc, "AES-256-CBC"},
                                                  {NID_aes_128_gcm, "AES-128-GCM"},
                                                  {NID_aes_256_gcm, "AES-256-GCM"},
                                                  {NID_aes_128_ccm, "AES-128-CCM"},
                                                  {NID_aes_256_ccm, "AES-256-CCM"},
                                                  {NID_aria_128_gcm, "ARIA-128-GCM"},
                                                  {NID_aria_256_gcm, "ARIA-256-GCM"},
                                                  {NID_camellia_128_cbc, "CAMELLIA-128-CBC"},
                                                  {NID_camellia_256_cbc, "CAMELLIA-256-CBC"},
                                                  {NID_chacha20_poly1305, "CHACHA20-POLY1305"},
                                                  {NID_des_cbc, "DES-CBC"},
                                                  {NID_des_ede3_cbc, "3DES-CBC"},
                                                  {NID_idea_cbc, "IDEA-CBC"},
                                                  {NID_seed_cbc, "SEED-CBC"},
                                                  {NID_rc2_cbc, "RC2-CBC"},
                                                  {NID_rc4, "RC4"},
                                                  {NID_gost89_cnt, "GOST89-CNT"},
                                                  {NID_gost89_cnt_12, "GOST89-CNT"}}};
    const QString name = nameOf(names, SSL_CIPHER_get_cipher_nid(&cipher));
    return hasShortTag(cipher) ? name + QLatin1Char('8') : name;
}

SuiteWeakness weaknessOf(const SSL_CIPHER &cipher)
{
    const int encryption = SSL_CIPHER_get_cipher_nid(&cipher);
    if (encryption == NID_undef)
        return SuiteWeakness::NoEncryption;
    if (SSL_CIPHER_get_auth_nid(&cipher) == NID_auth_null)
        return SuiteWeakness::NoAuthentication;
    if (encryption == NID_rc4)
        return SuiteWeakness::BrokenCipher;
    constexpr int fewestBits = 112;
    if (SSL_CIPHER_get_bits(&cipher, nullptr) < fewestBits)
        return SuiteWeakness::ShortKey;
    constexpr std::array smallBlocks{NID_des_ede3_cbc, NID_idea_cbc, NID_rc2_cbc, NID_gost89_cnt, NID_gost89_cnt_12};
    if (std::ranges::find(smallBlocks, encryption) != smallBlocks.end())
        return SuiteWeakness::SmallBlock;
    if (hasShortTag(cipher))
        return SuiteWeakness::ShortTag;
    return SSL_CIPHER_get_digest_nid(&cipher) == NID_md5 ? SuiteWeakness::Md5 : SuiteWeakness::None;
}

bool isForwardSecret(const SSL_CIPHER &cipher)
{
    constexpr std::array exchanges{NID_kx_any, NID_kx_ecdhe, NID_kx_dhe, NID_kx_ecdhe_psk, NID_kx_dhe_psk, NID_kx_srp};
    return std::ranges::find(exchanges, SSL_CIPHER_get_kx_nid(&cipher)) != exchanges.end();
}

bool needsSharedSecret(const SSL_CIPHER &cipher)
{
    constexpr std::array exchanges{NID_kx_psk, NID_kx_dhe_psk, NID_kx_ecdhe_psk, NID_kx_rsa_psk, NID_kx_srp};
    return std::ranges::find(exchanges, SSL_CIPHER_get_kx_nid(&cipher)) != exchanges.end();
}

ProtocolSet protocolsOf(const SSL_CIPHER &cipher)
{
    const QByteArray oldest = SSL_CIPHER_get_version(&cipher);
    ProtocolSet named{Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2};
    if (oldest == "TLSv1.3")
        named = {Protocol::Tls1_3};
    else if (oldest == "TLSv1.2")
        named = {Protocol::Tls1_2};
    else if (oldest == "SSLv3")
        named.insert(Protocol::Ssl3);
    return named.without(named.without(availableProtocols()));
}

/// SSL_get1_supported_ciphers() sees one version at a time rightly; with a hole in the versions it does not.
std::vector<std::uint16_t> numbersAllowed(SSL_CTX &context, Protocol version, int securityLevel)
{
    std::vector<std::uint16_t> numbers;
    const SslPtr ssl(SSL_new(&context));
    if (!ssl || SSL_set_min_proto_version(ssl.get(), wireVersion(version)) != 1
        || SSL_set_max_proto_version(ssl.get(), wireVersion(version)) != 1)
        return numbers;
    SSL_set_security_level(ssl.get(), securityLevel);
    STACK_OF(SSL_CIPHER) *ciphers = SSL_get1_supported_ciphers(ssl.get());
    for (int i = 0; i < sk_SSL_CIPHER_num(ciphers); ++i)
        numbers.push_back(SSL_CIPHER_get_protocol_id(sk_SSL_CIPHER_value(ciphers, i)));
    sk_SSL_CIPHER_free(ciphers);
    return numbers;
}

using Allowed = std::map<std::pair<Protocol, int>, std::vector<std::uint16_t>>; ///< by version and security level

Allowed askForAllowed()
{
    Allowed allowed;
    const SslContextPtr context = scratchContext();
    for (const Protocol version : availableProtocols().toVector())
        for (int level = 0; context && level <= highestSecurityLevel; ++level)
            allowed[{version, level}] = numbersAllowed(*context, version, level);
    ERR_clear_error();
    return allowed;
}

const Allowed &allowedSuites()
{
    static const Allowed allowed = askForAllowed();
    return allowed;
}

int highestLevelOf(std::uint16_t suite)
{
    int highest = 0;
    for (const auto &[key, numbers] : allowedSuites())
        if (std::ranges::find(numbers, suite) != numbers.end())
            highest = std::max(highest, key.second);
    return highest;
}

AvailableSuite describeSuite(const SSL_CIPHER &cipher)
{
    return {.number = SSL_CIPHER_get_protocol_id(&cipher),
            .name = QString::fromLatin1(SSL_CIPHER_get_name(&cipher)),
            .ianaName = QString::fromLatin1(SSL_CIPHER_standard_name(&cipher)),
            .protocols = protocolsOf(cipher),
            .keyExchange = keyExchangeOf(cipher),
            .authentication = authenticationOf(cipher),
            .encryption = encryptionOf(cipher),
            .highestLevel = highestLevelOf(SSL_CIPHER_get_protocol_id(&cipher)),
            .isForwardSecret = isForwardSecret(cipher),
            .isAead = SSL_CIPHER_is_aead(&cipher) == 1,
            .needsSharedSecret = needsSharedSecret(cipher),
            .weakness = weaknessOf(cipher)};
}

/// Of TLS 1.3 the strong and quick ones first; the rest stays as OpenSSL has it.
std::size_t rank(const AvailableSuite &suite)
{
    constexpr std::array<std::uint16_t, 3> preferred{0x1302, 0x1303, 0x1301};
    const auto place = std::ranges::find(preferred, suite.number) - preferred.begin();
    return static_cast<std::size_t>(place) + (suite.protocols.contains(Protocol::Tls1_3) ? 0 : 1);
}

std::vector<AvailableSuite> askForSuites()
{
    std::vector<AvailableSuite> suites;
    const SslContextPtr context = scratchContext();
    if (!context)
        return suites;
    const STACK_OF(SSL_CIPHER) *ciphers = SSL_CTX_get_ciphers(context.get());
    for (int i = 0; i < sk_SSL_CIPHER_num(ciphers); ++i)
        suites.push_back(describeSuite(*sk_SSL_CIPHER_value(ciphers, i)));
    std::ranges::stable_sort(suites, {}, rank);
    ERR_clear_error();
    return suites;
}

} // namespace

const std::vector<AvailableSuite> &availableSuites()
{
    static const std::vector<AvailableSuite> suites = askForSuites();
    return suites;
}

std::vector<std::uint16_t> suitesAllowed(Protocol version, int securityLevel)
{
    const auto found = allowedSuites().find({version, securityLevel});
    return found != allowedSuites().end() ? found->second : std::vector<std::uint16_t>();
}

} // namespace sealport
