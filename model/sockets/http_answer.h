#pragma once

#include <QByteArray>
#include <QDateTime>

#include <cstdint>
#include <optional>

namespace sealport {

/// What stands above the content of an HTTP answer (RFC 9112).
struct HttpAnswer {
    const char *status = "200 OK";
    QByteArray contentType{};
    std::int64_t length = 0; ///< of the content, for HEAD that of GET
    QByteArray fields{};     ///< further ones, each ended by CR LF; nothing of a client may stand in them unescaped
};

/// The head of an answer up to its empty line, with the present time in it. `isLast`: the connection ends with it.
[[nodiscard]] QByteArray headOf(const HttpAnswer &answer, bool isLast);

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 section 5.6.7).
[[nodiscard]] QByteArray httpDate(const QDateTime &time);
/// The same, read; nothing when it is no such date. The two obsolete forms are not read: a field that is not
/// understood is ignored, which is always safe for If-Modified-Since.
[[nodiscard]] std::optional<QDateTime> parseHttpDate(const QByteArray &text);

/// A page in plain words for people, from the program's own text: a heading and one paragraph. Both are escaped.
[[nodiscard]] QByteArray htmlMessage(const QString &heading, const QString &paragraph);
/// A whole HTML page around `body`, which is HTML already.
[[nodiscard]] QByteArray htmlPage(const QString &title, const QString &body);

} // namespace sealport
