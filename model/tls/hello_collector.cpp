#include "model/tls/client_hello.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <utility>

namespace sealport {
namespace {

constexpr std::size_t evidenceSize = 64;          // more than any opening needs to be told apart
constexpr std::size_t recordLimit = 16384 + 2048; // RFC 5246 section 6.2.3, the laxest of all versions
constexpr int emptyRecordLimit = 32;              // as OpenSSL (MAX_EMPTY_RECORDS)
constexpr qsizetype messageHeaderSize = 4;
constexpr std::uint8_t handshakeRecord = 22;
constexpr std::uint8_t clientHelloType = 1;
constexpr std::size_t ssl2HeaderSize = 2;

/// What an opening turns out to be, or where to go on reading.
enum class Opening { Undecided, Tls, Ssl2, TlsOther, Http, ProxyProtocol, Ssh, Unknown };

constexpr bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// `yes` once all of `form` is there, Undecided while it may come, Unknown when it cannot.
Opening matchWhole(std::string_view octets, std::string_view form, Opening yes)
{
    if (octets.starts_with(form))
        return yes;
    return form.starts_with(octets) ? Opening::Undecided : Opening::Unknown;
}

/// IANA "HTTP Method Registry" and SSDP's M-SEARCH. A space after one of them is enough to tell HTTP.
// clang-format off
constexpr auto registeredMethods = std::to_array<std::string_view>({
    "ACL", "BASELINE-CONTROL", "BIND", "CHECKIN", "CHECKOUT", "CONNECT", "COPY", "DELETE", "GET", "HEAD", "LABEL",
    "LINK", "LOCK", "M-SEARCH", "MERGE", "MKACTIVITY", "MKCALENDAR", "MKCOL", "MKREDIRECTREF", "MKWORKSPACE", "MOVE",
    "OPTIONS", "ORDERPATCH", "PATCH", "POST", "PRI", "PROPFIND", "PROPPATCH", "PUT", "QUERY", "REBIND", "REPORT",
    "SEARCH", "TRACE", "UNBIND", "UNCHECKOUT", "UNLINK", "UNLOCK", "UPDATE", "UPDATEREDIRECTREF", "VERSION-CONTROL",
});
// clang-format on
static_assert(std::ranges::is_sorted(registeredMethods), "binary search");

/// The request target tells for a method that is not registered: origin form, asterisk form, or an absolute URL.
Opening matchTarget(std::string_view target)
{
    if (target.empty())
        return Opening::Undecided;
    if (target.front() == '/' || target.front() == '*')
        return Opening::Http;
    return matchWhole(target, "http", Opening::Http);
}

/// Text that begins with a capital letter: an HTTP request line, a PROXY line or an SSH banner.
Opening matchText(std::string_view octets)
{
    constexpr std::size_t longestMethod = 32;
    const auto end = std::ranges::find_if_not(octets, [](char c) { return isUpper(c) || c == '-'; });
    const std::string_view token(octets.begin(), end);
    if (token.starts_with("SSH-"))
        return Opening::Ssh;
    if (token.size() > longestMethod)
        return Opening::Unknown;

    const bool hasHyphen = token.find('-') != std::string_view::npos; // only a registered method may
    if (hasHyphen && std::ranges::none_of(registeredMethods, [&](auto method) { return method.starts_with(token); }))
        return Opening::Unknown;
    if (end == octets.end())
        return Opening::Undecided;
    if (*end != ' ')
        return Opening::Unknown;
    if (token == "PROXY")
        return Opening::ProxyProtocol;
    if (std::ranges::binary_search(registeredMethods, token))
        return Opening::Http;
    if (hasHyphen)
        return Opening::Unknown;
    return matchTarget(octets.substr(token.size() + 1));
}

Opening matchSsl2(std::string_view octets)
{
    const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(octets[i]); };
    constexpr int smallest = 9; // the fixed part of a CLIENT-HELLO
    if ((at(0) & 0x80) == 0)
        return Opening::Unknown;
    if (octets.size() > 1 && ((at(0) & 0x7f) << 8 | at(1)) < smallest)
        return Opening::Unknown;
    if (octets.size() > 2 && at(2) != clientHelloType)
        return Opening::Unknown;
    if (octets.size() > 3 && at(3) != 0x00 && at(3) != 0x03)
        return Opening::Unknown;
    if (octets.size() > 4)
        return at(3) == 0x03 || at(4) == 0x02 ? Opening::Ssl2 : Opening::Unknown;
    return Opening::Undecided;
}

Opening matchTls(std::string_view octets)
{
    if (octets.size() < 2)
        return Opening::Undecided;
    if (octets[1] != 0x03)
        return Opening::Unknown;
    return octets[0] == handshakeRecord ? Opening::Tls : Opening::TlsOther;
}

/// A record of a type that TLS does not have is still TLS, and gets an alert, when a version of it follows.
bool hasRecordVersion(std::string_view octets)
{
    return octets.size() > 2 && octets[1] == 0x03 && octets[2] >= 0x01 && octets[2] <= 0x04;
}
bool mayHaveRecordVersion(std::string_view octets)
{
    return octets.size() == 1 || (octets.size() == 2 && octets[1] == 0x03);
}

/// Every rule looks at the octets in their order, so that a longer opening never changes what a shorter one settled.
Opening matchOpening(std::string_view octets)
{
    const auto first = static_cast<std::uint8_t>(octets.front());
    if (first >= 20 && first <= 24) // change_cipher_spec, alert, handshake, application_data, heartbeat
        return matchTls(octets);
    if (const Opening ssl2 = matchSsl2(octets); ssl2 != Opening::Unknown)
        return ssl2;
    if (hasRecordVersion(octets))
        return Opening::TlsOther;
    if (mayHaveRecordVersion(octets))
        return Opening::Undecided;
    if (isUpper(octets.front()))
        return matchText(octets);
    constexpr std::string_view proxyVersion2("\r\n\r\n\0\r\nQUIT\n", 12);
    return matchWhole(octets, proxyVersion2, Opening::ProxyProtocol);
}

} // namespace

FirstBytes HelloCollector::feed(std::span<const std::byte> bytes)
{
    if (isDone() || bytes.empty())
        return m_state;

    const auto before = static_cast<std::size_t>(m_first.size());
    if (before < evidenceSize)
        m_first.append(reinterpret_cast<const char *>(bytes.data()),
                       static_cast<qsizetype>(std::min(bytes.size(), evidenceSize - before)));

    if (m_form == Form::Unsettled) {
        switch (matchOpening({m_first.constData(), static_cast<std::size_t>(m_first.size())})) {
        case Opening::Undecided:
            return m_state;
        case Opening::Tls:
            m_form = Form::TlsRecords;
            break;
        case Opening::Ssl2:
            m_form = Form::Ssl2Record;
            break;
        case Opening::TlsOther:
            return m_state = FirstBytes::TlsOther;
        case Opening::Http:
            return m_state = FirstBytes::Http;
        case Opening::ProxyProtocol:
            return m_state = FirstBytes::ProxyProtocol;
        case Opening::Ssh:
            return m_state = FirstBytes::Ssh;
        case Opening::Unknown:
            return m_state = FirstBytes::Unknown;
        }
        take(std::as_bytes(std::span(m_first.constData(), before)));
    }
    take(bytes);
    return m_state;
}

void HelloCollector::take(std::span<const std::byte> bytes)
{
    m_state = m_form == Form::TlsRecords ? takeTlsRecords(bytes) : takeSsl2Record(bytes);
    if (m_state == FirstBytes::TlsHello || m_state == FirstBytes::Ssl2Hello)
        m_message = std::move(m_pending);
    if (isDone())
        m_pending = {};
}

FirstBytes HelloCollector::takeTlsRecords(std::span<const std::byte> bytes)
{
    FirstBytes verdict = FirstBytes::Undecided;
    while (!bytes.empty() && verdict == FirstBytes::Undecided)
        verdict = m_recordLeft == 0 ? takeRecordHeader(bytes) : takeFragment(bytes);
    return verdict;
}

FirstBytes HelloCollector::takeRecordHeader(std::span<const std::byte> &bytes)
{
    const std::size_t count = std::min(bytes.size(), m_header.size() - m_headerSize);
    std::memcpy(m_header.data() + m_headerSize, bytes.data(), count);
    m_headerSize = static_cast<std::uint8_t>(m_headerSize + count);
    bytes = bytes.subspan(count);

    if (m_header[0] != handshakeRecord || (m_headerSize > 1 && m_header[1] != 0x03))
        return FirstBytes::TlsOther;
    if (m_headerSize < m_header.size())
        return FirstBytes::Undecided;

    m_headerSize = 0;
    m_recordLeft = static_cast<std::uint16_t>((m_header[3] << 8) | m_header[4]);
    m_emptyRecords = m_recordLeft == 0 ? m_emptyRecords + 1 : 0;
    return m_recordLeft > recordLimit || m_emptyRecords > emptyRecordLimit ? FirstBytes::TlsOther
                                                                           : FirstBytes::Undecided;
}

FirstBytes HelloCollector::takeFragment(std::span<const std::byte> &bytes)
{
    const std::size_t count = std::min<std::size_t>(bytes.size(), m_recordLeft);
    m_pending.append(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(count));
    m_recordLeft = static_cast<std::uint16_t>(m_recordLeft - count);
    bytes = bytes.subspan(count);

    const auto at = [this](qsizetype i) { return static_cast<std::uint8_t>(m_pending.at(i)); };
    if (at(0) != clientHelloType)
        return FirstBytes::TlsOther;
    if (m_pending.size() < messageHeaderSize)
        return FirstBytes::Undecided;
    const qsizetype bodySize = at(1) << 16 | at(2) << 8 | at(3);
    if (bodySize > qsizetype{sizeLimit})
        return FirstBytes::TlsOther;
    const qsizetype messageSize = messageHeaderSize + bodySize;
    if (m_pending.size() < messageSize)
        return FirstBytes::Undecided;
    m_pending.truncate(messageSize); // the record may hold more messages
    return FirstBytes::TlsHello;
}

FirstBytes HelloCollector::takeSsl2Record(std::span<const std::byte> bytes)
{
    if (m_headerSize < ssl2HeaderSize) {
        const std::size_t count = std::min<std::size_t>(bytes.size(), ssl2HeaderSize - m_headerSize);
        std::memcpy(m_header.data() + m_headerSize, bytes.data(), count);
        m_headerSize = static_cast<std::uint8_t>(m_headerSize + count);
        bytes = bytes.subspan(count);
        if (m_headerSize < ssl2HeaderSize)
            return FirstBytes::Undecided;
        m_recordLeft = static_cast<std::uint16_t>((m_header[0] & 0x7f) << 8 | m_header[1]);
    }
    const std::size_t count = std::min<std::size_t>(bytes.size(), m_recordLeft);
    m_pending.append(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(count));
    m_recordLeft = static_cast<std::uint16_t>(m_recordLeft - count);
    return m_recordLeft == 0 ? FirstBytes::Ssl2Hello : FirstBytes::Undecided;
}

} // namespace sealport
