#include "model/diagnosis/offer_match.h"

#include "model/tls/registry.h"

#include <algorithm>
#include <functional>

namespace sealport {

namespace {

constexpr std::uint16_t emptyRenegotiationInfoScsv = 0x00ff; // RFC 5746 section 3.3
constexpr std::uint16_t fallbackScsv = 0x5600;               // RFC 7507

bool contains(const std::vector<std::uint16_t> &numbers, std::uint16_t number)
{
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

std::vector<std::uint16_t> withoutGrease(const std::vector<std::uint16_t> &numbers)
{
    std::vector<std::uint16_t> kept;
    std::copy_if(numbers.begin(), numbers.end(), std::back_inserter(kept),
                 [](std::uint16_t number) { return !isGrease(number); });
    return kept;
}

void findShared(OfferedNumbers &numbers)
{
    std::vector<std::uint16_t> client = numbers.client; // sorted: a hello may list thousands
    std::sort(client.begin(), client.end());
    for (const std::uint16_t number : numbers.server) {
        if (std::binary_search(client.begin(), client.end(), number))
            numbers.shared.push_back(number);
    }
}

/// RFC 8446 section 4.2.3 has no signature for other curves, and none for DSA.
bool isKeyOfTls13(const ServerOffer &offer)
{
    constexpr std::uint16_t secp256r1 = 0x0017;
    constexpr std::uint16_t secp521r1 = 0x0019;
    if (offer.keyType == u"EC")
        return offer.keyCurve >= secp256r1 && offer.keyCurve <= secp521r1;
    return offer.keyType != u"DSA";
}

void compareVersions(OfferMatch &match, const ClientHello &hello, const ServerOffer &offer)
{
    match.versionsListed = !hello.supportedVersions.empty();
    match.clientVersions =
        match.versionsListed ? withoutGrease(hello.supportedVersions) : std::vector<std::uint16_t>{hello.legacyVersion};
    std::sort(match.clientVersions.begin(), match.clientVersions.end(), std::greater<>{});
    match.clientVersions.erase(std::unique(match.clientVersions.begin(), match.clientVersions.end()),
                               match.clientVersions.end());

    for (const Protocol protocol : offer.protocols.toVector()) {
        if (protocol == Protocol::Ssl2)
            continue;
        // Without the list the client names its maximum, and a server may answer with anything older, TLS 1.3 excepted
        // (RFC 8446 section 4.2.1).
        const std::uint16_t version = wireVersion(protocol);
        const bool offered = match.versionsListed ? contains(match.clientVersions, version)
                                                  : protocol != Protocol::Tls1_3 && version <= hello.legacyVersion;
        // Oldest first, so the newest stays. OpenSSL passes over TLS 1.3 without a key for it (is_tls13_capable()).
        const bool isTaken = protocol != Protocol::Tls1_3 || offer.takesTls13WithAnyKey || isKeyOfTls13(offer);
        if (offered && (!match.version || isTaken))
            match.version = protocol;
    }
    match.keyServesVersion = !match.version || keyWorksWith(offer, *match.version);
}

void compareSuites(OfferMatch &match, const ClientHello &hello, const ServerOffer &offer)
{
    const Protocol version = *match.version;
    for (const std::uint16_t suite : hello.cipherSuites) {
        const bool forTls13 = suite >= 0x1301 && suite <= 0x1305;
        if (!isGrease(suite) && suite != emptyRenegotiationInfoScsv && suite != fallbackScsv
            && forTls13 == (version == Protocol::Tls1_3))
            match.suites.client.push_back(suite);
    }

    OfferedNumbers others;
    others.client = match.suites.client;
    bool groupFreeSuite = false;
    for (const CipherOffer &cipher : offer.ciphers) {
        if (version < cipher.oldest || version > cipher.newest)
            continue;
        (cipher.fitsCertificate ? match.suites : others).server.push_back(cipher.id);
        if (cipher.fitsCertificate && !cipher.needsGroup && contains(match.suites.client, cipher.id))
            groupFreeSuite = true;
    }
    findShared(match.suites);
    findShared(others);
    match.otherKeySuites = std::move(others.shared);
    match.groupNeeded = !match.suites.shared.empty() && !groupFreeSuite;
}

/// TLS 1.3 signs the handshake with none of the PKCS #1 v1.5, SHA-1 and SHA-224 schemes that a client may still list
/// for certificates (RFC 8446 section 4.2.3).
bool signsTls13(std::uint16_t scheme)
{
    const unsigned high = scheme >> 8;
    const unsigned low = scheme & 0xff;
    if (high >= 0x08)
        return true;                    // RSA-PSS, EdDSA, Brainpool and what came later
    return high >= 0x04 && low == 0x03; // ECDSA with SHA-256 and better
}

/// In TLS 1.3 each ECDSA scheme belongs to one curve (RFC 8446 section 4.2.3).
bool isOfCurve(std::uint16_t scheme, std::uint16_t keyCurve)
{
    switch (scheme) {
    case 0x0403:
        return keyCurve == 0x0017;
    case 0x0503:
        return keyCurve == 0x0018;
    case 0x0603:
        return keyCurve == 0x0019;
    default:
        return true;
    }
}

void compareSignatures(OfferMatch &match, const ClientHello &hello, const ServerOffer &offer)
{
    const Protocol version = *match.version;
    match.signatureNeeded = version >= Protocol::Tls1_2;
    if (!match.signatureNeeded)
        return;
    match.signatures.client = withoutGrease(hello.signatureAlgorithms);
    if (match.signatures.client.empty() && version == Protocol::Tls1_2)
        match.signatures.client = {0x0201, 0x0203}; // what silence means: SHA-1 (RFC 5246 section 7.4.1.4.1)
    match.signatures.server = offer.signatureAlgorithms;
    if (version == Protocol::Tls1_3)
        std::erase_if(match.signatures.server, [&offer](std::uint16_t scheme) {
            return !signsTls13(scheme) || !isOfCurve(scheme, offer.keyCurve);
        });
    findShared(match.signatures);
}

} // namespace

OfferMatch compareOffers(const ClientHello &hello, const ServerOffer &offer)
{
    OfferMatch match;
    compareVersions(match, hello, offer);
    if (!match.version || !match.keyServesVersion)
        return match;
    compareSuites(match, hello, offer);
    match.groups.client = withoutGrease(hello.groups);
    match.groups.server = offer.groups;
    findShared(match.groups);
    if (*match.version == Protocol::Tls1_3)
        match.groupNeeded = true;
    else
        match.certificateCurve = offer.keyCurve;
    compareSignatures(match, hello, offer);
    return match;
}

Mismatch firstMismatch(const OfferMatch &match)
{
    if (!match.version)
        return Mismatch::Version;
    if (!match.keyServesVersion)
        return Mismatch::KeyForVersion;
    if (match.suites.shared.empty())
        return match.otherKeySuites.empty() ? Mismatch::Suite : Mismatch::SuiteForOtherKey;
    if (match.groupNeeded && match.groups.shared.empty())
        return Mismatch::Group;
    // A client that names no group at all takes any curve (RFC 8422 section 4).
    if (match.certificateCurve != 0 && !match.groups.client.empty()
        && !contains(match.groups.client, match.certificateCurve))
        return Mismatch::CertificateCurve;
    if (match.signatureNeeded && match.signatures.shared.empty())
        return Mismatch::Signature;
    return Mismatch::None;
}

const ServerOffer &nearestOffer(const ClientHello &hello, const std::vector<ServerOffer> &offers)
{
    // The order of Mismatch is that in which a server decides, but for None, which is behind all of them.
    const auto distance = [&hello](const ServerOffer &offer) {
        const Mismatch mismatch = firstMismatch(compareOffers(hello, offer));
        return mismatch == Mismatch::None ? 0 : static_cast<int>(Mismatch::Signature) + 1 - static_cast<int>(mismatch);
    };
    return *std::min_element(offers.begin(), offers.end(), [&distance](const ServerOffer &a, const ServerOffer &b) {
        return distance(a) < distance(b);
    });
}

bool keyWorksWith(const ServerOffer &offer, Protocol version)
{
    const bool isEdwards = offer.keyType == u"ED25519" || offer.keyType == u"ED448";
    if (offer.unreachable.contains(version))
        return false;
    if (version == Protocol::Tls1_3)
        return isKeyOfTls13(offer);
    if (offer.usageForbids(version))
        return false;
    return version == Protocol::Tls1_2 || !(isEdwards || offer.keyType == u"RSA-PSS"); // RFC 8422 section 5.10
}

std::optional<Protocol> protocolOfWireVersion(std::uint16_t version)
{
    for (const Protocol protocol : allProtocols) {
        if (wireVersion(protocol) == version)
            return protocol;
    }
    return std::nullopt;
}

std::optional<Protocol> newestTlsVersion(const OfferMatch &match)
{
    for (const std::uint16_t version : match.clientVersions) {
        const std::optional<Protocol> protocol = protocolOfWireVersion(version);
        if (protocol && *protocol >= Protocol::Tls1_0 && (match.versionsListed || *protocol != Protocol::Tls1_3))
            return protocol;
        if (!match.versionsListed && version > wireVersion(Protocol::Tls1_2))
            return Protocol::Tls1_2; // a maximum beyond TLS 1.2 can mean no more than 1.2 here
    }
    return std::nullopt;
}

} // namespace sealport
