#pragma once

#include "model/sockets/responder.h"

#include <QByteArray>

#include <cstdint>

namespace sealport {

/// Answers HTTP/1.x requests with a page that says what was negotiated (RFC 9112). Requests are read as a stream: only
/// the request line and the few header fields that matter are kept, so a header of any length costs no memory.
class HttpResponder final : public Responder {
public:
    void received(TlsSession &session, std::span<const std::byte> data) override;

private:
    enum class Part { RequestLine, Headers, Body };
    void lineComplete(TlsSession &session);
    void headerField(const QByteArray &line);
    void headersComplete(TlsSession &session);
    void answer(TlsSession &session);
    void refuse(TlsSession &session, const char *status);

    Part m_part = Part::RequestLine;
    QByteArray m_line; ///< the line being read, cut at a length nobody needs
    QByteArray m_method;
    std::uint64_t m_bodyLeft = 0;
    bool m_isLineCut = false;
    bool m_isKeptAlive = false;
    bool m_wantsJson = false;
    bool m_awaitsContinue = false; ///< the client sends its body only when told to
};

} // namespace sealport
