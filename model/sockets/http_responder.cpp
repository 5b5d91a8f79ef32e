#include "model/sockets/http_responder.h"

#include "model/tls/registry.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string_view>

namespace sealport {

namespace {

constexpr qsizetype longestLine = 8192;

struct Fact {
    const char *key;
    QString value;
};

std::vector<Fact> negotiatedFacts(const TlsSession &session)
{
    const Ending &evidence = session.evidence();
    std::vector<Fact> facts{{"peer", session.peer().toString()}};
    if (!evidence.negotiated)
        return facts;
    const Negotiated &agreed = *evidence.negotiated;
    facts.push_back({"protocol", protocolName(agreed.protocol)});
    facts.push_back({"cipher", cipherSuiteName(agreed.cipherSuite)});
    if (agreed.group != 0)
        facts.push_back({"group", groupName(agreed.group)});
    if (agreed.signature != 0)
        facts.push_back({"signature", signatureAlgorithmName(agreed.signature)});
    if (const auto hello = parseClientHello(
            std::as_bytes(std::span(evidence.hello.constData(), static_cast<std::size_t>(evidence.hello.size()))));
        hello && !hello->serverName.isEmpty())
        facts.push_back({"serverName", QString::fromLatin1(hello->serverName)});
    facts.push_back({"resumed", agreed.resumed ? QStringLiteral("yes") : QStringLiteral("no")});
    facts.push_back({"certificate", session.context().certificate().subject()});
    facts.push_back({"certificateSha1", QString::fromLatin1(session.context().certificate().sha1().toHex())});
    return facts;
}

QByteArray jsonPage(const TlsSession &session)
{
    QJsonObject object;
    for (const auto &[key, value] : negotiatedFacts(session))
        object.insert(QLatin1String(key), value);
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

QByteArray htmlPage(const TlsSession &session)
{
    QString rows;
    for (const auto &[key, value] : negotiatedFacts(session))
        rows += QStringLiteral("<tr><th>%1</th><td>%2</td></tr>\n").arg(QLatin1String(key), value.toHtmlEscaped());
    return QStringLiteral(
               "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Sealport</title>\n"
               "<meta name=\"color-scheme\" content=\"light dark\">\n"
               "<style>body{font:16px/1.5 sans-serif;margin:3em auto;max-width:44em;padding:0 1em}"
               "th{text-align:left;padding-right:2em;font-weight:600}td{font-family:monospace}</style></head>\n"
               "<body><h1>%1</h1>\n<table>\n%2</table>\n</body></html>\n")
        .arg(session.evidence().negotiated ? QLatin1String("The TLS handshake succeeded")
                                           : QLatin1String("This connection is not encrypted"),
             rows)
        .toUtf8();
}

void sendAll(TlsSession &session, const QByteArray &bytes)
{
    session.send(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

/// RFC 9110 section 6.6.1: whoever has a clock says the time.
QByteArray dateField()
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc(), QStringLiteral("'Date: 'ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
        .toLatin1();
}

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

QList<QByteArray> listOf(const QByteArray &value)
{
    QList<QByteArray> members = value.split(',');
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

} // namespace

void HttpResponder::received(TlsSession &session, std::span<const std::byte> data)
{
    const char *at = reinterpret_cast<const char *>(data.data());
    const char *const end = at + data.size();
    while (at != end && m_part != Part::Done && !session.hasEnded()) {
        if (m_part == Part::Body) {
            const auto skipped = std::min<std::uint64_t>(m_bodyLeft, static_cast<std::uint64_t>(end - at));
            at += skipped;
            m_bodyLeft -= skipped;
            if (m_bodyLeft == 0)
                answer(session);
            continue;
        }
        const auto *newline = static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        const char *stop = newline ? newline : end;
        if (stop - at > longestLine - m_line.size())
            return refuse(session, m_part == Part::RequestLine ? "414 URI Too Long" // RFC 9112 section 3
                                                               : "431 Request Header Fields Too Large");
        m_line.append(at, stop - at);
        at = newline ? newline + 1 : end;
        if (newline)
            lineComplete(session);
    }
}

void HttpResponder::lineComplete(TlsSession &session)
{
    if (m_line.endsWith('\r'))
        m_line.chop(1);
    const QByteArray line = std::exchange(m_line, {});
    if (m_part == Part::Headers)
        return line.isEmpty() ? headersComplete(session) : headerField(line);
    if (line.isEmpty())
        return; // RFC 9112 section 2.2: empty lines before the request line are ignored
    const QList<QByteArray> words = line.split(' ');
    if (words.size() != 3 || !isToken(words[0]) || !isHttp1(words[2]))
        return refuse(session, "400 Bad Request");
    if (words[0] == "CONNECT")
        return refuse(session, "501 Not Implemented"); // a 200 would promise a tunnel
    m_request = {.method = words[0], .isHttp10 = words[2] == "HTTP/1.0"};
    m_request.asksToStay = !m_request.isHttp10;
    m_part = Part::Headers;
}

void HttpResponder::headerField(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.left(std::max<qsizetype>(colon, 0)).toLower();
    const QByteArray value = line.mid(colon + 1).trimmed().toLower();
    m_request.isFaulty |= !isToken(name); // RFC 9112 section 5: no space before the colon, no folded lines
    if (name == "connection") {
        const QList<QByteArray> options = listOf(value);
        m_request.asksToClose |= options.contains("close");
        m_request.asksToStay |= options.contains("keep-alive");
    } else if (name == "content-length") {
        const std::optional<std::uint64_t> length = lengthOf(value);
        m_request.isFaulty |= !length || length != m_request.length.value_or(*length);
        m_request.length = length;
    } else if (name == "transfer-encoding") {
        m_request.isCoded = true;
    } else if (name == "expect") {
        m_request.awaitsContinue = value == "100-continue";
    } else if (name == "accept") {
        m_request.wantsJson = value.contains("application/json");
    }
}

void HttpResponder::headersComplete(TlsSession &session)
{
    if (m_request.isFaulty)
        return refuse(session, "400 Bad Request"); // RFC 9112 section 6.3
    m_bodyLeft = m_request.isCoded ? 0 : m_request.length.value_or(0);
    if (m_bodyLeft == 0)
        return answer(session);
    if (m_request.awaitsContinue && !m_request.isHttp10)
        sendAll(session, "HTTP/1.1 100 Continue\r\n\r\n"); // RFC 9110 section 10.1.1
    m_part = Part::Body;
}

/// Built once: a client may ask a thousand times in one go.
const QByteArray &HttpResponder::page(const TlsSession &session)
{
    QByteArray &page = m_request.wantsJson ? m_jsonPage : m_htmlPage;
    if (page.isEmpty())
        page = m_request.wantsJson ? jsonPage(session) : htmlPage(session);
    return page;
}

void HttpResponder::answer(TlsSession &session)
{
    // RFC 9112 section 9.3: close goes before keep-alive. What is not taken apart ends with the connection.
    const bool isLast = m_request.asksToClose || !m_request.asksToStay || m_request.isCoded || !session.canTakeMore();
    const QByteArray &content = page(session);
    QByteArray response = "HTTP/1.1 200 OK\r\nContent-Type: ";
    response += m_request.wantsJson ? "application/json" : "text/html; charset=utf-8";
    response += "\r\nContent-Length: " + QByteArray::number(content.size());
    response += "\r\n" + dateField() + "\r\nCache-Control: no-store\r\nConnection: ";
    response += isLast ? "close\r\n\r\n" : "keep-alive\r\n\r\n";
    if (m_request.method != "HEAD")
        response += content;
    sendAll(session, response);
    m_part = isLast ? Part::Done : Part::RequestLine;
    if (isLast)
        session.close();
}

void HttpResponder::refuse(TlsSession &session, const char *status)
{
    static constexpr char content[] = "This server answers HTTP requests.\n";
    QByteArray response = QByteArray("HTTP/1.1 ") + status
                          + "\r\nContent-Type: text/plain\r\nContent-Length: " + QByteArray::number(sizeof content - 1)
                          + "\r\n" + dateField() + "\r\nConnection: close\r\n\r\n";
    if (m_part == Part::RequestLine || m_request.method != "HEAD")
        response += content;
    sendAll(session, response);
    m_part = Part::Done;
    session.close();
}

} // namespace sealport
