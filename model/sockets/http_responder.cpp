#include "model/sockets/http_responder.h"

#include "model/tls/registry.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstring>

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
               "<body><h1>The TLS handshake succeeded</h1>\n<table>\n%1</table>\n</body></html>\n")
        .arg(rows)
        .toUtf8();
}

void sendAll(TlsSession &session, const QByteArray &bytes)
{
    session.send(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

bool isToken(const QByteArray &text)
{
    static constexpr std::string_view others = "!#$%&'*+-.^_`|~"; // RFC 9110 section 5.6.2
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
               || others.find(c) != std::string_view::npos;
    });
}

} // namespace

void HttpResponder::received(TlsSession &session, std::span<const std::byte> data)
{
    const char *at = reinterpret_cast<const char *>(data.data());
    const char *const end = at + data.size();
    while (at != end && !session.hasEnded()) {
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
        const auto room = longestLine - m_line.size();
        m_line.append(at, std::min<qsizetype>(stop - at, room));
        m_isLineCut |= stop - at > room;
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
    const bool isCut = std::exchange(m_isLineCut, false);
    if (m_part == Part::Headers) {
        if (line.isEmpty())
            headersComplete(session);
        else if (!isCut)
            headerField(line);
        return;
    }
    if (line.isEmpty())
        return; // RFC 9112 section 2.2: empty lines before the request line are ignored
    const QList<QByteArray> words = line.split(' ');
    if (!isCut && (words.size() != 3 || !isToken(words[0]) || !words[2].startsWith("HTTP/1.")))
        return refuse(session, "400 Bad Request");
    m_method = words[0];
    m_isKeptAlive = words.back() != "HTTP/1.0" && !isCut;
    m_wantsJson = false;
    m_bodyLeft = 0;
    m_part = Part::Headers;
}

void HttpResponder::headerField(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.left(colon).toLower();
    const QByteArray value = line.mid(colon + 1).trimmed().toLower();
    if (name == "connection")
        m_isKeptAlive = value.contains("keep-alive") || (m_isKeptAlive && !value.contains("close"));
    else if (name == "content-length")
        m_bodyLeft = value.toULongLong();
    else if (name == "transfer-encoding")
        m_isKeptAlive = false; // the body is not taken apart: it ends with the connection
    else if (name == "expect")
        m_awaitsContinue = value == "100-continue";
    else if (name == "accept")
        m_wantsJson = value.contains("application/json");
}

void HttpResponder::headersComplete(TlsSession &session)
{
    if (std::exchange(m_awaitsContinue, false) && m_bodyLeft > 0)
        sendAll(session, "HTTP/1.1 100 Continue\r\n\r\n"); // RFC 9110 section 10.1.1
    if (m_bodyLeft > 0)
        m_part = Part::Body;
    else
        answer(session);
}

void HttpResponder::answer(TlsSession &session)
{
    m_part = Part::RequestLine;
    const QByteArray page = m_wantsJson ? jsonPage(session) : htmlPage(session);
    QByteArray response = "HTTP/1.1 200 OK\r\nContent-Type: ";
    response += m_wantsJson ? "application/json" : "text/html; charset=utf-8";
    response += "\r\nContent-Length: " + QByteArray::number(page.size());
    response += "\r\nCache-Control: no-store\r\nConnection: ";
    response += m_isKeptAlive ? "keep-alive\r\n\r\n" : "close\r\n\r\n";
    if (m_method != "HEAD")
        response += page;
    sendAll(session, response);
    if (!m_isKeptAlive)
        session.close();
}

void HttpResponder::refuse(TlsSession &session, const char *status)
{
    sendAll(session,
            QByteArray("HTTP/1.1 ") + status
                + "\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\nThis server answers HTTP requests.\n");
    session.close();
}

} // namespace sealport
