#include "model/tls/cipher_names.h"

#include "model/tls/available_algorithms.h"
#include "model/tls/registry_tables.h"
#include "model/tls/scratch_context.h"

#include <openssl/err.h>

#include <QSet>

#include <algorithm>
#include <array>

namespace sealport {

namespace {

/// ciphers(1) of OpenSSL 1.0.2 to 3.x: what stands for several suites.
constexpr auto aliases = std::to_array<const char *>({"ALL",
                                                      "COMPLEMENTOFALL",
                                                      "COMPLEMENTOFDEFAULT",
                                                      "HIGH",
                                                      "MEDIUM",
                                                      "LOW",
                                                      "EXP",
                                                      "EXPORT",
                                                      "EXPORT40",
                                                      "EXPORT56",
                                                      "FIPS",
                                                      "eNULL",
                                                      "NULL",
                                                      "aNULL",
                                                      "kRSA",
                                                      "aRSA",
                                                      "RSA",
                                                      "kDHr",
                                                      "kDHd",
                                                      "kDH",
                                                      "kDHE",
                                                      "kEDH",
                                                      "DH",
                                                      "DHE",
                                                      "EDH",
                                                      "ADH",
                                                      "kECDHr",
                                                      "kECDHe",
                                                      "kECDH",
                                                      "kEECDH",
                                                      "kECDHE",
                                                      "ECDH",
                                                      "ECDHE",
                                                      "EECDH",
                                                      "AECDH",
                                                      "aDSS",
                                                      "DSS",
                                                      "aDH",
                                                      "aECDH",
                                                      "aECDSA",
                                                      "ECDSA",
                                                      "kFZA",
                                                      "aFZA",
                                                      "eFZA",
                                                      "FZA",
                                                      "SSLv2",
                                                      "SSLv3",
                                                      "TLSv1",
                                                      "TLSv1.0",
                                                      "TLSv1.2",
                                                      "DTLSv1",
                                                      "DTLSv1.0",
                                                      "DTLSv1.2",
                                                      "AES128",
                                                      "AES256",
                                                      "AES",
                                                      "AESGCM",
                                                      "AESCCM",
                                                      "AESCCM8",
                                                      "ARIA128",
                                                      "ARIA256",
                                                      "ARIA",
                                                      "ARIAGCM",
                                                      "CAMELLIA128",
                                                      "CAMELLIA256",
                                                      "CAMELLIA",
                                                      "CHACHA20",
                                                      "3DES",
                                                      "DES",
                                                      "RC4",
                                                      "RC2",
                                                      "IDEA",
                                                      "SEED",
                                                      "CBC",
                                                      "MD5",
                                                      "SHA1",
                                                      "SHA",
                                                      "SHA256",
                                                      "SHA384",
                                                      "aGOST",
                                                      "aGOST01",
                                                      "aGOST94",
                                                      "aGOST12",
                                                      "kGOST",
                                                      "kGOST18",
                                                      "GOST",
                                                      "GOST89",
                                                      "GOST94",
                                                      "GOST12",
                                                      "GOST89MAC",
                                                      "GOST2012",
                                                      "PSK",
                                                      "kPSK",
                                                      "kECDHEPSK",
                                                      "kDHEPSK",
                                                      "kRSAPSK",
                                                      "aPSK",
                                                      "SRP",
                                                      "kSRP",
                                                      "aSRP",
                                                      "KRB5",
                                                      "kKRB5",
                                                      "aKRB5"});

/// What names of suites of older OpenSSLs are put together from, and what makes them old: static Diffie-Hellman apart,
/// one of the first words is in each.
constexpr auto removedWords =
    std::to_array<const char *>({"EXP", "EXP1024", "KRB5", "RC4", "RC2", "DES", "3DES", "CBC3", "IDEA", "SEED"});
constexpr auto otherWords = std::to_array<const char *>(
    {"40",    "56",     "64",     "DH",    "DHE",    "EDH",    "ADH", "ECDH",        "ECDHE",
     "AECDH", "RSA",    "DSS",    "ECDSA", "PSK",    "SRP",    "CBC", "EDE",         "MD5",
     "SHA",   "SHA256", "SHA384", "NULL",  "AES128", "AES256", "GCM", "CAMELLIA128", "CAMELLIA256"});

bool isAmong(const auto &words, QStringView word)
{
    return std::ranges::any_of(words, [word](const char *known) { return word == QLatin1String(known); });
}

bool isSuiteOfOlderOpenSsl(QStringView name)
{
    const auto words = name.split(u'-');
    const bool isOfWords = std::ranges::all_of(
        words, [](QStringView word) { return isAmong(removedWords, word) || isAmong(otherWords, word); });
    const bool hasRemoved = std::ranges::any_of(words, [](QStringView word) { return isAmong(removedWords, word); });
    const bool isStatic = words.size() > 3 && (words.first() == u"ECDH" || words.first() == u"DH");
    return words.size() > 1 && isOfWords && (hasRemoved || isStatic);
}

/// The suites of this OpenSSL's source for TLS 1.2 and older, also those that no provider can serve.
QSet<QString> askForSuiteNames()
{
    QSet<QString> names;
    const SslContextPtr context = scratchContext();
    const SslPtr ssl(context ? SSL_new(context.get()) : nullptr);
    for (const RegistryEntry &entry : cipherSuiteTable()) {
        const unsigned char number[2] = {static_cast<unsigned char>(entry.value >> 8),
                                         static_cast<unsigned char>(entry.value & 0xff)};
        const SSL_CIPHER *cipher = ssl ? SSL_CIPHER_find(ssl.get(), number) : nullptr;
        if (cipher != nullptr && QByteArray(SSL_CIPHER_get_version(cipher)) != "TLSv1.3")
            names.insert(QString::fromLatin1(SSL_CIPHER_get_name(cipher)));
    }
    ERR_clear_error();
    return names;
}

QStringList askForUsableNames()
{
    QStringList names;
    for (const AvailableSuite &suite : availableSuites())
        if (!isTls13Suite(suite.name))
            names.append(suite.name);
    const CipherSelector selector;
    for (const char *alias : aliases)
        if (const QString name = QString::fromLatin1(alias); !selector.suitesOf(name).empty())
            names.append(name);
    return names;
}

} // namespace

CipherSelector::CipherSelector()
    : m_context(scratchContext())
{
}

std::vector<std::uint16_t> CipherSelector::suitesOf(QStringView element) const
{
    std::vector<std::uint16_t> numbers;
    if (!takes(
            QString(u':' + element.toString()))) // the colon: DEFAULT and SUITEB128 are something else at a beginning
        return numbers;
    const STACK_OF(SSL_CIPHER) *ciphers = SSL_CTX_get_ciphers(m_context.get());
    for (int i = 0; i < sk_SSL_CIPHER_num(ciphers); ++i) {
        const SSL_CIPHER *cipher = sk_SSL_CIPHER_value(ciphers, i);
        if (QByteArray(SSL_CIPHER_get_version(cipher)) != "TLSv1.3")
            numbers.push_back(SSL_CIPHER_get_protocol_id(cipher));
    }
    std::ranges::sort(numbers);
    return numbers;
}

bool CipherSelector::passesOverRest(QStringView element) const
{
    // To exclude all leaves an empty list, which is an error, unless "!ALL" is passed over. ALL is without eNULL.
    return takes(QString(u"ALL:" + element.toString() + u"!ALL:!COMPLEMENTOFALL"));
}

bool CipherSelector::takes(QStringView list) const
{
    const bool isTaken = m_context && SSL_CTX_set_cipher_list(m_context.get(), list.toLatin1().constData()) == 1;
    ERR_clear_error();
    return isTaken;
}

const QStringList &usableCipherNames()
{
    static const QStringList names = askForUsableNames();
    return names;
}

bool isCipherName(QStringView name)
{
    static const QSet<QString> suites = askForSuiteNames();
    return isAmong(aliases, name) || suites.contains(name.toString()) || isSuiteOfOlderOpenSsl(name);
}

bool isTls13Suite(QStringView name)
{
    // Each of TLS 1.3 is registered without the "WITH" between key exchange and cipher, and so are the signalling
    // values.
    return std::ranges::any_of(cipherSuiteTable(), [name](const RegistryEntry &entry) {
        return name == QLatin1String(entry.name) && !name.contains(u"_WITH_") && !name.endsWith(u"SCSV");
    });
}

QString olderSuiteNamed(QStringView ianaName)
{
    const QByteArray name = OPENSSL_cipher_name(ianaName.toLatin1().constData());
    return name == "(NONE)" || name.startsWith("TLS_") ? QString() : QString::fromLatin1(name);
}

} // namespace sealport
