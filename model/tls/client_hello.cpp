#include "model/tls/client_hello.h"

#include <algorithm>
#include <optional>

namespace sealport {
namespace {

constexpr auto toOctet = [](std::byte value) { return std::to_integer<std::uint8_t>(value); };

constexpr std::uint16_t number16At(std::span<const std::byte> octets, std::size_t i)
{
    return static_cast<std::uint16_t>((std::to_integer<unsigned>(octets[i]) << 8)
                                      | std::to_integer<unsigned>(octets[i + 1]));
}

/// Takes big-endian numbers and length-prefixed vectors off the front of some octets. The first one that does not
/// fit is stored as the fault that all readers of a message share; from then on every reader is at its end.
class Reader {
public:
    Reader(std::span<const std::byte> octets, std::size_t offset, std::optional<HelloFault> &fault)
        : m_octets(octets)
        , m_offset(offset)
        , m_fault(fault)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_octets.empty() || m_fault.has_value(); }
    [[nodiscard]] std::size_t size() const { return m_octets.size(); }

    void fail(const char *reason)
    {
        if (!m_fault)
            m_fault = HelloFault{.offset = m_offset, .reason = reason};
    }

    std::span<const std::byte> octets(std::size_t count, const char *reason)
    {
        if (m_fault || count > m_octets.size()) {
            fail(reason);
            return {};
        }
        const auto taken = m_octets.first(count);
        m_octets = m_octets.subspan(count);
        m_offset += count;
        return taken;
    }

    std::size_t number(std::size_t width, const char *reason)
    {
        std::size_t value = 0;
        for (const std::byte octet : octets(width, reason))
            value = (value << 8) | std::to_integer<std::size_t>(octet);
        return value;
    }
    std::uint16_t number16(const char *reason) { return static_cast<std::uint16_t>(number(2, reason)); }

    /// A vector whose length takes `width` octets.
    Reader vector(std::size_t width, const char *reason)
    {
        const std::size_t length = number(width, reason);
        const std::size_t start = m_offset;
        return {octets(length, reason), start, m_fault};
    }

    /// The same where it has to be all there is, and not empty.
    Reader wholeVector(std::size_t width, const char *reason)
    {
        Reader content = vector(width, reason);
        if (!m_octets.empty() || content.m_octets.empty())
            fail(reason);
        return content;
    }

    std::vector<std::uint8_t> restAsOctets()
    {
        std::vector<std::uint8_t> values(m_octets.size());
        std::ranges::transform(m_octets, values.begin(), toOctet);
        return values;
    }

    QByteArray restAsBytes() const
    {
        return {reinterpret_cast<const char *>(m_octets.data()), static_cast<qsizetype>(m_octets.size())};
    }

    /// All the rest as 2-octet numbers.
    std::vector<std::uint16_t> restAsNumbers(const char *reason)
    {
        if (m_fault || m_octets.size() % 2 != 0) {
            fail(reason);
            return {};
        }
        std::vector<std::uint16_t> values(m_octets.size() / 2);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = number16At(m_octets, 2 * i);
        return values;
    }

private:
    std::span<const std::byte> m_octets;
    std::size_t m_offset;
    std::optional<HelloFault> &m_fault;
};

enum Extension : std::uint16_t { // RFC 8446 section 4.2, RFC 8422 section 5.1, RFC 7301, RFC 6066
    ServerName = 0,
    SupportedGroups = 10,
    PointFormats = 11,
    SignatureAlgorithms = 13,
    Alpn = 16,
    SupportedVersions = 43,
    KeyShare = 51,
};

QByteArray firstHostName(Reader data)
{
    constexpr std::size_t hostName = 0;
    QByteArray name;
    bool found = false;
    for (Reader list = data.wholeVector(2, "server_name list"); !list.atEnd();) {
        const std::size_t type = list.number(1, "server_name type");
        const Reader entry = list.vector(2, "server_name entry");
        if (type == hostName && !found) {
            name = entry.restAsBytes();
            found = true;
        }
    }
    return name;
}

std::vector<QByteArray> protocolNames(Reader data)
{
    std::vector<QByteArray> names;
    for (Reader list = data.wholeVector(2, "ALPN protocol list"); !list.atEnd();) {
        const Reader name = list.vector(1, "ALPN protocol name");
        if (name.size() == 0)
            list.fail("empty ALPN protocol name");
        else
            names.push_back(name.restAsBytes());
    }
    return names;
}

std::vector<std::uint16_t> sharedGroups(Reader data)
{
    std::vector<std::uint16_t> groups;
    Reader shares = data.vector(2, "key_share list"); // empty is allowed: the client asks for a HelloRetryRequest
    if (!data.atEnd())
        data.fail("octets after the key_share list");
    while (!shares.atEnd()) {
        groups.push_back(shares.number16("key_share group"));
        if (shares.vector(2, "key_share entry").size() == 0)
            shares.fail("empty key_share entry");
    }
    return groups;
}

std::vector<std::uint16_t> numberList(Reader data, std::size_t lengthWidth, const char *reason)
{
    return data.wholeVector(lengthWidth, reason).restAsNumbers(reason);
}

void readExtension(ClientHello &hello, std::uint16_t type, Reader data)
{
    switch (type) {
    case ServerName:
        hello.serverName = firstHostName(data);
        break;
    case SupportedGroups:
        hello.groups = numberList(data, 2, "supported_groups list");
        break;
    case PointFormats:
        hello.pointFormats = data.wholeVector(1, "ec_point_formats list").restAsOctets();
        break;
    case SignatureAlgorithms:
        hello.signatureAlgorithms = numberList(data, 2, "signature_algorithms list");
        break;
    case Alpn:
        hello.alpn = protocolNames(data);
        break;
    case SupportedVersions:
        hello.supportedVersions = numberList(data, 1, "supported_versions list");
        break;
    case KeyShare:
        hello.keyShareGroups = sharedGroups(data);
        break;
    default: // kept by type alone
        break;
    }
}

void readExtensions(ClientHello &hello, Reader list)
{
    hello.extensions.reserve(std::min<std::size_t>(list.size() / 4, 32)); // an honest client has no more
    std::uint64_t seen = 0;                                               // all types that are read are below 64
    while (!list.atEnd()) {
        const std::uint16_t type = list.number16("extension type");
        const Reader data = list.vector(2, "extension length");
        hello.extensions.push_back(type);
        if (type >= 64)
            continue;
        const std::uint64_t bit = std::uint64_t{1} << type;
        if ((seen & bit) == 0)
            readExtension(hello, type, data);
        seen |= bit;
    }
}

constexpr std::size_t helloType = 1; // client_hello of TLS and CLIENT-HELLO of SSL 2.0 alike

} // namespace

std::expected<ClientHello, HelloFault> parseClientHello(std::span<const std::byte> message)
{
    std::optional<HelloFault> fault;
    ClientHello hello;

    Reader header(message, 0, fault);
    if (header.number(1, "message type") != helloType && !fault)
        fault = HelloFault{.offset = 0, .reason = "not a ClientHello"};
    Reader body = header.vector(3, "message length");
    if (!header.atEnd())
        header.fail("octets after the message");

    hello.legacyVersion = body.number16("version");
    std::ranges::transform(body.octets(hello.random.size(), "random"), hello.random.begin(), toOctet);
    Reader sessionId = body.vector(1, "session id");
    hello.sessionIdSize = sessionId.size();
    if (hello.sessionIdSize > 32)
        sessionId.fail("session id longer than 32 octets");

    Reader suites = body.vector(2, "cipher suites");
    if (suites.size() == 0)
        suites.fail("no cipher suites");
    hello.cipherSuites = suites.restAsNumbers("cipher suites of odd length");

    Reader compression = body.vector(1, "compression methods");
    if (compression.size() == 0)
        compression.fail("no compression methods");
    hello.compressionMethods = compression.restAsOctets();

    if (!body.atEnd()) { // before TLS 1.2 a hello may end here
        const Reader extensions = body.vector(2, "extensions");
        if (!body.atEnd())
            body.fail("octets after the extensions");
        readExtensions(hello, extensions);
    }

    if (fault)
        return std::unexpected(*fault);
    return hello;
}

std::expected<ClientHello, HelloFault> parseSsl2ClientHello(std::span<const std::byte> message)
{
    std::optional<HelloFault> fault;
    ClientHello hello;
    hello.ssl2Format = true;

    Reader body(message, 0, fault);
    if (body.number(1, "message type") != helloType && !fault)
        fault = HelloFault{.offset = 0, .reason = "not a CLIENT-HELLO"};
    hello.legacyVersion = body.number16("version");
    const std::size_t specsSize = body.number(2, "cipher specs length");
    hello.sessionIdSize = body.number(2, "session id length");
    const std::size_t challengeSize = body.number(2, "challenge length");
    if (specsSize == 0 || specsSize % 3 != 0)
        body.fail("cipher specs not a multiple of 3 octets");
    if (hello.sessionIdSize > 32)
        body.fail("session id longer than 32 octets");

    const auto specs = body.octets(specsSize, "cipher specs");
    body.octets(hello.sessionIdSize, "session id");
    const auto challenge = body.octets(challengeSize, "challenge");
    if (!body.atEnd())
        body.fail("octets after the challenge");
    if (fault)
        return std::unexpected(*fault);

    hello.cipherSuites.reserve(specs.size() / 3);
    for (std::size_t i = 0; i < specs.size(); i += 3) {
        if (specs[i] == std::byte{0}) // any other first octet is a cipher of SSL 2.0 alone
            hello.cipherSuites.push_back(number16At(specs, i + 1));
    }
    // RFC 5246 appendix E.2: the challenge is right-justified in the random, only its last 32 octets count.
    const auto last = challenge.last(std::min(challenge.size(), hello.random.size()));
    std::ranges::transform(last, hello.random.end() - static_cast<std::ptrdiff_t>(last.size()), toOctet);
    return hello;
}

} // namespace sealport
