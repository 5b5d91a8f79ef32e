#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace sealport {

/// What matters of one HTTP/1.x request (RFC 9112). All texts are the client's: hostile.
struct HttpRequest {
    QByteArray method{};
    QByteArray target{}; ///< as sent: "/a%20b?c=d", "https://host/a", "*"
    QByteArray ifModifiedSince{};
    bool isHttp10 = false;
    bool asksToStay = false; ///< by its version, or in words
    bool asksToClose = false;
    bool isCoded = false;      ///< its body ends where only a reader of its Transfer-Encoding can tell
    int jsonPreference = -1;   ///< of application/json in Accept, in thousandths; -1: not named
    int htmlPreference = -1;   ///< of text/html
    bool isBodyWanted = false; ///< the client sends its body only when told to continue (RFC 9110 section 10.1.1)

    /// Nothing can follow on this connection. RFC 9112 section 9.3: close goes before keep-alive. What is not taken
    /// apart ends with the connection.
    [[nodiscard]] bool isLast() const { return asksToClose || !asksToStay || isCoded; }
    /// Named, allowed, and not less welcome than HTML: browsers never name it for a page.
    [[nodiscard]] bool wantsJson() const { return jsonPreference > 0 && jsonPreference >= htmlPreference; }
};

/// Takes HTTP requests off a stream of octets, one after the other; bodies are passed over. At most one line of 8 KiB
/// is kept at a time, however the stream is cut, and a head of more than 64 KiB is refused. A request without Host is
/// one too: who tries by hand leaves it out. Pure: no sockets, no clocks.
class HttpRequestReader {
public:
    enum class Found : std::uint8_t {
        Nothing,  ///< `data` is used up
        Continue, ///< the client waits for "100 Continue" with its body; read on
        Request,  ///< request() is complete, its body included
        Refusal,  ///< refusal() says why; nothing more can be read
    };
    /// Takes octets off the front of `data` until something is found.
    [[nodiscard]] Found read(std::span<const std::byte> &data);

    /// Of the newest request; after a refusal as far as it was understood.
    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    /// "414 URI Too Long"; null when nothing was refused.
    [[nodiscard]] const char *refusal() const { return m_refusal; }

private:
    enum class Part : std::uint8_t { RequestLine, Headers, Body, Refused };
    Found lineComplete();
    Found tooLong();
    Found requestLine(const QByteArray &line);
    Found headersComplete();
    Found passBody(std::span<const std::byte> &data);
    Found complete();
    Found refuse(const char *status);
    void headerField(const QByteArray &line);

    Part m_part = Part::RequestLine;
    QByteArray m_line;        ///< the line being read
    qsizetype m_headSize = 0; ///< octets since the last request, line ends and the empty lines in front included
    HttpRequest m_request;
    std::optional<std::uint64_t> m_length; ///< of its body, where it says one
    std::uint64_t m_bodyLeft = 0;
    bool m_isFaulty = false; ///< where the request ends cannot be told at all
    const char *m_refusal = nullptr;
};

} // namespace sealport
