#include "model/sockets/http_request.h"

#include <QList>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

namespace sealport {

namespace {

constexpr qsizetype longestLine = 8192;
constexpr qsizetype largestHead = 65536;

bool isToken(const QByteArray &text)
{
    static constexpr std::string_view others = "!#$%&'*+-.^_`|~"; // RFC 9110 section 5.6.2
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
               || others.find(c) != std::string_view::npos;
    });
}

bool isHttp1(const QByteArray &version)
{
    return version.size() == 8 && version.startsWith("HTTP/1.") && version[7] >= '0' && version[7] <= '9';
}

QList<QByteArray> listOf(const QByteArray &value, char separator = ',')
{
    QList<QByteArray> members = value.split(separator);
    for (QByteArray &member : members)
        member = member.trimmed();
    return members;
}

/// Of a body; nothing when it is no number (RFC 9112 section 6.3).
std::optional<std::uint64_t> lengthOf(const QByteArray &value)
{
    bool isNumber = std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
    const std::uint64_t length = isNumber ? value.toULongLong(&isNumber) : 0;
    return isNumber ? std::optional(length) : std::nullopt;
}

/// In thousandths (RFC 9110 section 12.4.2); what cannot be read counts as full preference.
int preferenceIn(const QList<QByteArray> &parameters)
{
    for (const QByteArray &parameter : parameters) {
        bool isNumber = parameter.startsWith("q=");
        const double quality = isNumber ? parameter.mid(2).toDouble(&isNumber) : 1;
        if (isNumber && quality >= 0 && quality <= 1)
            return static_cast<int>(quality * 1000);
    }
    return 1000;
}

void readAccept(const QByteArray &value, HttpRequest &request)
{
    for (const QByteArray &member : listOf(value)) {
        const QList<QByteArray> parts = listOf(member, ';');
        if (parts.front() == "application/json")
            request.jsonPreference = std::max(request.jsonPreference, preferenceIn(parts.mid(1)));
        else if (parts.front() == "text/html")
            request.htmlPreference = std::max(request.htmlPreference, preferenceIn(parts.mid(1)));
    }
}

} // namespace

HttpRequestReader::Found HttpRequestReader::read(std::span<const std::byte> &data)
{
    while (m_part != Part::Refused && !data.empty()) {
        if (m_part == Part::Body) {
            if (const Found found = passBody(data); found != Found::Nothing)
                return found;
            continue;
        }
        const char *const start = reinterpret_cast<const char *>(data.data());
        const auto *newline = static_cast<const char *>(std::memchr(start, '\n', data.size()));
        const auto size = newline ? newline - start : static_cast<std::ptrdiff_t>(data.size());
        m_headSize += size + (newline ? 1 : 0);
        if (size > longestLine - m_line.size() || m_headSize > largestHead)
            return tooLong();
        m_line.append(start, size);
        data = data.subspan(static_cast<std::size_t>(size) + (newline ? 1 : 0));
        if (const Found found = newline ? lineComplete() : Found::Nothing; found != Found::Nothing)
            return found;
    }
    return m_part == Part::Refused ? Found::Refusal : Found::Nothing;
}

HttpRequestReader::Found HttpRequestReader::tooLong()
{
    if (m_part == Part::Headers)
        return refuse("431 Request Header Fields Too Large");
    m_request = {}; // nothing is known of it
    if (m_headSize > largestHead)
        return refuse("400 Bad Request"); // empty lines without end
    return refuse("414 URI Too Long");    // RFC 9112 section 3
}

HttpRequestReader::Found HttpRequestReader::passBody(std::span<const std::byte> &data)
{
    const auto passed = std::min<std::uint64_t>(m_bodyLeft, data.size());
    data = data.subspan(static_cast<std::size_t>(passed));
    m_bodyLeft -= passed;
    return m_bodyLeft == 0 ? complete() : Found::Nothing;
}

HttpRequestReader::Found HttpRequestReader::lineComplete()
{
    if (m_line.endsWith('\r'))
        m_line.chop(1);
    const QByteArray line = std::exchange(m_line, {});
    if (m_part == Part::RequestLine)
        return line.isEmpty() ? Found::Nothing // RFC 9112 section 2.2: empty lines before it are ignored
                              : requestLine(line);
    if (line.isEmpty())
        return headersComplete();
    headerField(line);
    return Found::Nothing;
}

HttpRequestReader::Found HttpRequestReader::requestLine(const QByteArray &line)
{
    m_request = {};
    m_length.reset();
    m_isFaulty = false;
    const QList<QByteArray> words = line.split(' ');
    if (words.size() != 3 || !isToken(words[0]) || !isHttp1(words[2]))
        return refuse("400 Bad Request");
    m_request.method = words[0];
    m_request.target = words[1];
    m_request.isHttp10 = words[2] == "HTTP/1.0";
    m_request.asksToStay = !m_request.isHttp10;
    if (m_request.method == "CONNECT")
        return refuse("501 Not Implemented"); // a 200 would promise a tunnel
    m_part = Part::Headers;
    return Found::Nothing;
}

void HttpRequestReader::headerField(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.left(std::max<qsizetype>(colon, 0)).toLower();
    const QByteArray given = line.mid(colon + 1).trimmed();
    const QByteArray value = given.toLower();
    m_isFaulty |= !isToken(name); // RFC 9112 section 5: no space before the colon, no folded lines
    if (name == "connection") {
        const QList<QByteArray> options = listOf(value);
        m_request.asksToClose |= options.contains("close");
        m_request.asksToStay |= options.contains("keep-alive");
    } else if (name == "content-length") {
        const std::optional<std::uint64_t> length = lengthOf(value);
        m_isFaulty |= !length || length != m_length.value_or(*length);
        m_length = length;
    } else if (name == "transfer-encoding") {
        m_request.isCoded = true;
    } else if (name == "expect") {
        m_request.isBodyWanted = value == "100-continue";
    } else if (name == "accept") {
        readAccept(value, m_request);
    } else if (name == "if-modified-since") {
        m_request.ifModifiedSince = given;
    }
}

HttpRequestReader::Found HttpRequestReader::headersComplete()
{
    if (m_isFaulty)
        return refuse("400 Bad Request"); // RFC 9112 section 6.3
    m_bodyLeft = m_request.isCoded ? 0 : m_length.value_or(0);
    if (m_bodyLeft == 0)
        return complete();
    m_part = Part::Body;
    return m_request.isBodyWanted && !m_request.isHttp10 ? Found::Continue : Found::Nothing;
}

HttpRequestReader::Found HttpRequestReader::complete()
{
    m_part = Part::RequestLine;
    m_headSize = 0;
    return Found::Request;
}

HttpRequestReader::Found HttpRequestReader::refuse(const char *status)
{
    m_part = Part::Refused;
    m_line.clear();
    m_refusal = status;
    return Found::Refusal;
}

} // namespace sealport
