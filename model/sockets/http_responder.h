#pragma once

#include "model/sockets/responder.h"

#include <QByteArray>

#include <cstdint>
#include <optional>

namespace sealport {

/// Answers HTTP/1.x requests with a page that says what was negotiated (RFC 9112). Requests are read as a stream: only
/// one line of at most 8 KiB is kept at a time, and a client that asks faster than it reads is told to come back. A
/// request without Host is answered: who tries by hand leaves it out.
class HttpResponder final : public Responder {
public:
    void received(TlsSession &session, std::span<const std::byte> data) override;

private:
    enum class Part { RequestLine, Headers, Body, Done };
    void lineComplete(TlsSession &session);
    void headerField(const QByteArray &line);
    void headersComplete(TlsSession &session);
    void answer(TlsSession &session);
    void refuse(TlsSession &session, const char *status);
    const QByteArray &page(const TlsSession &session);

    /// What matters of the request being read.
    struct Request {
        QByteArray method{};
        bool isHttp10 = false;
        std::optional<std::uint64_t> length{}; ///< of its body, where it says one
        bool isCoded = false;                  ///< its body ends where only a reader of its Transfer-Encoding can tell
        bool isFaulty = false;                 ///< where it ends cannot be told at all
        bool asksToStay = false;               ///< by its version, or in words
        bool asksToClose = false;
        bool wantsJson = false;
        bool awaitsContinue = false; ///< the client sends its body only when told to
    };

    Part m_part = Part::RequestLine;
    QByteArray m_line; ///< the line being read
    Request m_request;
    std::uint64_t m_bodyLeft = 0;
    QByteArray m_htmlPage; ///< made at the first request for it: nothing in it changes
    QByteArray m_jsonPage;
};

} // namespace sealport
