#include "model/sockets/http_responder.h"

#include <utility>

namespace sealport {

namespace {

constexpr qsizetype mostWaiting = 64 << 10;

std::span<const std::byte> bytesOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

} // namespace

void HttpResponder::received(TlsSession &session, std::span<const std::byte> data)
{
    if (m_isAnswering)
        keep(data);
    else
        work(session, data);
}

/// Requests that find no place are not answered: the connection ends before their turn comes, and clients ask anew.
void HttpResponder::keep(std::span<const std::byte> data)
{
    if (m_isLast)
        return;
    if (static_cast<qsizetype>(data.size()) > mostWaiting - m_waiting.size())
        m_isLast = true;
    else
        m_waiting.append(reinterpret_cast<const char *>(data.data()), static_cast<qsizetype>(data.size()));
}

void HttpResponder::work(TlsSession &session, std::span<const std::byte> data)
{
    m_isWorking = true;
    while (!data.empty() && !m_isOver && !m_isAnswering && !session.hasEnded()) {
        switch (m_reader.read(data)) {
        case HttpRequestReader::Found::Nothing:
            break;
        case HttpRequestReader::Found::Continue:
            session.send(bytesOf("HTTP/1.1 100 Continue\r\n\r\n")); // RFC 9110 section 10.1.1
            break;
        case HttpRequestReader::Found::Request:
            m_isLast = m_reader.request().isLast() || !session.canTakeMore();
            m_isAnswering = true;
            answer(session, m_reader.request());
            break;
        case HttpRequestReader::Found::Refusal:
            refuse(session);
            break;
        }
    }
    m_isWorking = false;
    if (m_isAnswering)
        keep(data);
}

void HttpResponder::send(TlsSession &session, HttpAnswer answer, const QByteArray &content)
{
    answer.length = content.size();
    QByteArray octets = headOf(answer, m_isLast);
    if (m_reader.request().method != "HEAD")
        octets += content;
    session.send(bytesOf(octets));
    answered(session);
}

void HttpResponder::begin(TlsSession &session, const HttpAnswer &answer)
{
    session.send(bytesOf(headOf(answer, m_isLast)));
}

void HttpResponder::done(TlsSession &session)
{
    m_isAnswering = false;
    if (m_isLast)
        return breakOff(session);
    if (m_isWorking)
        return; // it goes on by itself
    const QByteArray waiting = std::exchange(m_waiting, {});
    work(session, bytesOf(waiting));
}

void HttpResponder::breakOff(TlsSession &session)
{
    m_isOver = true;
    m_isAnswering = false;
    session.close();
}

void HttpResponder::refuse(TlsSession &session)
{
    m_isLast = m_isAnswering = true; // whenever the answer is done: what the refused request leaves is never read
    send(session, {.status = m_reader.refusal(), .contentType = "text/plain", .fields = {}},
         "This server answers HTTP requests.\n");
}

} // namespace sealport
