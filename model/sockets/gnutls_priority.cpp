#include "model/sockets/gnutls_priority.h"

#include "model/tls/available_algorithms.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace sealport {

namespace {

using Number = std::uint16_t;
using Word = std::pair<Number, const char *>;
using Pair = std::pair<std::u16string_view, const char *>;

constexpr std::array<Word, 10> groups{{{0x0017, "SECP256R1"},
                                       {0x0018, "SECP384R1"},
                                       {0x0019, "SECP521R1"},
                                       {0x001d, "X25519"},
                                       {0x001e, "X448"},
                                       {0x0100, "FFDHE2048"},
                                       {0x0101, "FFDHE3072"},
                                       {0x0102, "FFDHE4096"},
                                       {0x0103, "FFDHE6144"},
                                       {0x0104, "FFDHE8192"}}};
/// The curve of an ECDSA signature counts from TLS 1.3 on: two names for one number.
constexpr std::array<Word, 25> signatures{{{0x0403, "ECDSA-SHA256"},        {0x0403, "ECDSA-SECP256R1-SHA256"},
                                           {0x0503, "ECDSA-SHA384"},        {0x0503, "ECDSA-SECP384R1-SHA384"},
                                           {0x0603, "ECDSA-SHA512"},        {0x0603, "ECDSA-SECP521R1-SHA512"},
                                           {0x0807, "EdDSA-Ed25519"},       {0x0808, "EdDSA-Ed448"},
                                           {0x0804, "RSA-PSS-RSAE-SHA256"}, {0x0805, "RSA-PSS-RSAE-SHA384"},
                                           {0x0806, "RSA-PSS-RSAE-SHA512"}, {0x0809, "RSA-PSS-SHA256"},
                                           {0x080a, "RSA-PSS-SHA384"},      {0x080b, "RSA-PSS-SHA512"},
                                           {0x0401, "RSA-SHA256"},          {0x0501, "RSA-SHA384"},
                                           {0x0601, "RSA-SHA512"},          {0x0301, "RSA-SHA224"},
                                           {0x0303, "ECDSA-SHA224"},        {0x0201, "RSA-SHA1"},
                                           {0x0203, "ECDSA-SHA1"},          {0x0202, "DSA-SHA1"},
                                           {0x0302, "DSA-SHA224"},          {0x0402, "DSA-SHA256"},
                                           {0x0502, "DSA-SHA384"}}};
constexpr std::array<Pair, 7> exchanges{{{u"ECDHE RSA", "ECDHE-RSA"},
                                         {u"ECDHE ECDSA", "ECDHE-ECDSA"},
                                         {u"DHE RSA", "DHE-RSA"},
                                         {u"DHE DSA", "DHE-DSS"},
                                         {u"RSA RSA", "RSA"},
                                         {u"DHE none", "ANON-DH"},
                                         {u"ECDHE none", "ANON-ECDH"}}};
constexpr std::array<Pair, 14> ciphers{{{u"AES-256-GCM", "AES-256-GCM"},
                                        {u"AES-128-GCM", "AES-128-GCM"},
                                        {u"CHACHA20-POLY1305", "CHACHA20-POLY1305"},
                                        {u"AES-256-CCM", "AES-256-CCM"},
                                        {u"AES-128-CCM", "AES-128-CCM"},
                                        {u"AES-256-CCM8", "AES-256-CCM-8"},
                                        {u"AES-128-CCM8", "AES-128-CCM-8"},
                                        {u"AES-256-CBC", "AES-256-CBC"},
                                        {u"AES-128-CBC", "AES-128-CBC"},
                                        {u"CAMELLIA-256-CBC", "CAMELLIA-256-CBC"},
                                        {u"CAMELLIA-128-CBC", "CAMELLIA-128-CBC"},
                                        {u"3DES-CBC", "3DES-CBC"},
                                        {u"RC4", "ARCFOUR-128"},
                                        {u"none", "NULL"}}};

/// A suite in GnuTLS's words. TLS 1.3 has no key exchange in it.
struct Parts {
    QString exchange{};
    QString cipher{};
    QString mac{};
};

template <std::size_t Size>
QString translated(QStringView text, const std::array<Pair, Size> &pairs)
{
    const auto found =
        std::ranges::find_if(pairs, [text](const Pair &pair) { return text == QStringView(pair.first); });
    return found == pairs.end() ? QString() : QString(QLatin1String(found->second));
}

/// From the end of IANA's name.
QString macOf(const AvailableSuite &suite)
{
    if (suite.isAead)
        return QStringLiteral("AEAD");
    const QString hash = suite.ianaName.section(u'_', -1);
    return hash == u"SHA" ? QStringLiteral("SHA1") : hash;
}

std::optional<Parts> partsOf(const AvailableSuite &suite)
{
    const bool isOfTls13 = suite.protocols.contains(Protocol::Tls1_3);
    const Parts parts{.exchange = translated(QString(suite.keyExchange + u' ' + suite.authentication), exchanges),
                      .cipher = translated(suite.encryption, ciphers),
                      .mac = macOf(suite)};
    if (parts.cipher.isEmpty() || (parts.exchange.isEmpty() && !isOfTls13))
        return std::nullopt;
    return parts;
}

bool isPossible(const AvailableSuite &suite, ProtocolSet protocols)
{
    return suite.protocols.without(suite.protocols.without(protocols)) != ProtocolSet();
}

/// What stands in a priority string, in the order in which it was first needed.
struct Lists {
    QStringList exchanges{};
    QStringList ciphers{};
    QStringList macs{};

    void add(const Parts &parts)
    {
        if (!parts.exchange.isEmpty())
            exchanges.append(parts.exchange);
        ciphers.append(parts.cipher);
        macs.append(parts.mac);
        for (QStringList *list : {&exchanges, &ciphers, &macs})
            list->removeDuplicates();
    }
    [[nodiscard]] bool mean(const Parts &parts) const
    {
        return (parts.exchange.isEmpty() || exchanges.contains(parts.exchange)) && ciphers.contains(parts.cipher)
               && macs.contains(parts.mac);
    }
};

QStringList wordsFor(const std::vector<Number> &numbers, std::span<const Word> known, std::vector<Number> &missing)
{
    QStringList words;
    for (const Number number : numbers) {
        const qsizetype before = words.size();
        for (const Word &word : known)
            if (word.first == number)
                words.append(QLatin1String(word.second));
        if (words.size() == before)
            missing.push_back(number);
    }
    return words;
}

void append(QStringList &text, const char *prefix, const QStringList &words)
{
    for (const QString &word : words)
        text.append(QLatin1String(prefix) + word);
}

/// The suites that the protocols can use, and those of them that GnuTLS has.
Lists takeSuites(GnuTlsPriority &priority, const std::vector<Number> &chosen, ProtocolSet protocols)
{
    Lists lists;
    for (const Number number : chosen) {
        const auto suite = std::ranges::find(availableSuites(), number, &AvailableSuite::number);
        if (suite == availableSuites().end() || !isPossible(*suite, protocols))
            continue;
        if (const auto parts = partsOf(*suite))
            lists.add(*parts);
        else
            priority.missing.push_back(number);
    }
    for (const AvailableSuite &suite : availableSuites()) {
        const auto parts = partsOf(suite);
        const bool isChosen = std::ranges::find(chosen, suite.number) != chosen.end();
        if (!isChosen && !suite.needsSharedSecret && parts && isPossible(suite, protocols) && lists.mean(*parts))
            priority.added.push_back(suite.number);
    }
    return lists;
}

} // namespace

GnuTlsPriority gnuTlsPriority(const ExpandedAlgorithms &algorithms, ProtocolSet protocols, const QStringList &special)
{
    GnuTlsPriority priority;
    std::vector<Number> chosen = algorithms.cipherSuites;
    chosen.insert(chosen.end(), algorithms.ciphers.begin(), algorithms.ciphers.end());
    const Lists lists = takeSuites(priority, chosen, protocols);
    const QStringList groupWords = wordsFor(algorithms.groups, groups, priority.missingGroups);
    const QStringList signatureWords = wordsFor(algorithms.signatureAlgorithms, signatures, priority.missingSignatures);
    if (lists.ciphers.isEmpty())
        return priority;
    QStringList text{QStringLiteral("NONE")};
    append(text, "+VERS-", protocolLabels(protocols).replaceInStrings(QStringLiteral(" "), QString()));
    append(text, "+", lists.ciphers + lists.macs + lists.exchanges);
    text.append(QStringLiteral("+COMP-NULL"));
    append(text, "+GROUP-", groupWords);
    append(text, "+SIGN-", signatureWords);
    text += special;
    priority.text = text.join(u':');
    return priority;
}

} // namespace sealport
