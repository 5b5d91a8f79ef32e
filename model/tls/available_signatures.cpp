#include "model/tls/available_algorithms.h"
#include "model/tls/registry.h"
#include "model/tls/registry_tables.h"
#include "model/tls/scratch_context.h"

#include <openssl/err.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace sealport {

namespace {

/// OpenSSL's own order (ssl/t1_lib.c, tls12_sigalgs) without DSA; what is not here comes after.
constexpr std::array<std::uint16_t, 18> preferred{0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0809,
                                                  0x080a, 0x080b, 0x0804, 0x0805, 0x0806, 0x0401,
                                                  0x0501, 0x0601, 0x0303, 0x0301, 0x0203, 0x0201};

/// Every name that may be one: IANA's, and the pairs of SSL_CTX_set1_sigalgs_list(3).
QStringList candidates()
{
    QStringList names{QStringLiteral("rsa_pkcs1_sha224")}; // OpenSSL's alone
    for (const RegistryEntry &entry : signatureAlgorithmTable())
        names.append(QString::fromLatin1(entry.name));
    for (const char *key : {"RSA", "RSA-PSS", "PSS", "ECDSA", "DSA"})
        for (const char *hash : {"SHA256", "SHA384", "SHA512", "SHA224", "SHA1", "MD5"})
            names.append(QLatin1String(key) + QLatin1Char('+') + QLatin1String(hash));
    return names;
}

bool isHashAndKey(std::uint16_t number)
{
    return (number >> 8) <= 0x06; // RFC 5246 section 7.4.1.4.1; what TLS 1.3 added begins with 0x07
}

ProtocolSet protocolsOf(std::uint16_t number)
{
    constexpr std::uint16_t firstBrainpool = 0x081a; // RFC 8734: for TLS 1.3 alone
    const bool isEcdsa = number == 0x0403 || number == 0x0503 || number == 0x0603;
    ProtocolSet protocols;
    if (!isHashAndKey(number) || isEcdsa) // RFC 8446 section 4.2.3
        protocols.insert(Protocol::Tls1_3);
    if (number < firstBrainpool)
        protocols.insert(Protocol::Tls1_2);
    return protocols;
}

void findLevels(SSL_CTX &context, std::vector<AvailableSignatureAlgorithm> &algorithms)
{
    QStringList names;
    for (const AvailableSignatureAlgorithm &algorithm : algorithms)
        names.append(algorithm.name);
    if (SSL_CTX_set1_sigalgs_list(&context, names.join(u':').toLatin1().constData()) != 1)
        return;
    for (int level = 1; level <= highestSecurityLevel; ++level) {
        const auto hello = helloOf(context, level);
        for (AvailableSignatureAlgorithm &algorithm : algorithms)
            if (hello
                && std::ranges::find(hello->signatureAlgorithms, algorithm.number) != hello->signatureAlgorithms.end())
                algorithm.highestLevel = level;
    }
}

auto rank(const AvailableSignatureAlgorithm &algorithm)
{
    return std::tuple(std::ranges::find(preferred, algorithm.number) - preferred.begin(), -int(algorithm.number));
}

void takeSpelling(SSL_CTX &context, const QString &spelling, std::vector<AvailableSignatureAlgorithm> &algorithms)
{
    if (SSL_CTX_set1_sigalgs_list(&context, spelling.toLatin1().constData()) != 1)
        return;
    const auto hello = helloOf(context, 0);
    if (!hello || hello->signatureAlgorithms.size() != 1)
        return;
    const std::uint16_t number = hello->signatureAlgorithms.front();
    auto algorithm = std::ranges::find(algorithms, number, &AvailableSignatureAlgorithm::number);
    if (algorithm == algorithms.end())
        algorithm = algorithms.insert(
            algorithm, {.number = number, .keyType = keyTypeOfSignature(number), .protocols = protocolsOf(number)});
    algorithm->spellings.append(spelling);
}

std::vector<AvailableSignatureAlgorithm> askForSignatures()
{
    std::vector<AvailableSignatureAlgorithm> algorithms;
    const SslContextPtr context = scratchContext();
    if (!context)
        return algorithms;
    for (const QString &spelling : candidates())
        takeSpelling(*context, spelling, algorithms);
    for (AvailableSignatureAlgorithm &algorithm : algorithms) {
        const qsizetype registered = algorithm.spellings.indexOf(signatureAlgorithmName(algorithm.number));
        if (registered > 0)
            algorithm.spellings.move(registered, 0);
        algorithm.name = algorithm.spellings.first();
    }
    std::ranges::sort(algorithms, {}, rank);
    findLevels(*context, algorithms);
    ERR_clear_error();
    return algorithms;
}

} // namespace

const std::vector<AvailableSignatureAlgorithm> &availableSignatureAlgorithms()
{
    static const std::vector<AvailableSignatureAlgorithm> algorithms = askForSignatures();
    return algorithms;
}

QString keyTypeOfSignature(std::uint16_t number)
{
    constexpr std::array<const char *, 4> keysOfTls12{"", "RSA", "DSA", "EC"}; // RFC 5246 section 7.4.1.4.1
    if (isHashAndKey(number))
        return (number >> 8) >= 1 && (number & 0xff) < keysOfTls12.size()
                   ? QString::fromLatin1(keysOfTls12[number & 0xff])
                   : QString();
    if (number >= 0x0804 && number <= 0x0806)
        return QStringLiteral("RSA");
    if (number == 0x0807)
        return QStringLiteral("ED25519");
    if (number == 0x0808)
        return QStringLiteral("ED448");
    if (number >= 0x0809 && number <= 0x080b)
        return QStringLiteral("RSA-PSS");
    return number >= 0x081a && number <= 0x081c ? QStringLiteral("EC") : QString();
}

} // namespace sealport
