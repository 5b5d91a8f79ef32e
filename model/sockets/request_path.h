#pragma once

#include <QByteArray>
#include <QList>

#include <cstdint>
#include <expected>

namespace sealport {

/// The path that an HTTP request names, taken apart and decoded: names of files and folders as the system knows them,
/// none of them empty, "." or "..", none with a slash or a NUL in it.
struct RequestPath {
    QList<QByteArray> parts{};
    bool namesFolder = false; ///< ends with a slash

    /// "a/b", fit to be opened relative to a folder; "." for the folder itself.
    [[nodiscard]] QByteArray relative() const;
    /// "/a/b/", percent-encoded: the same path as a link, always beginning with exactly one slash.
    [[nodiscard]] QByteArray folderLink() const;
};

enum class PathFault : std::uint8_t {
    Malformed, ///< no path, or an escape that is none, or decodes to what no name can hold
    Leaves,    ///< has ".." in it
};

/// `target` is that of the request line (RFC 9112 section 3.2): "/a%20b?c", "https://host/a". Query and fragment are
/// left out. Pure; hostile input.
[[nodiscard]] std::expected<RequestPath, PathFault> parseRequestPath(const QByteArray &target);

/// One name for a link: everything but letters, digits, "-", ".", "_" and "~" as %XX (RFC 3986 section 2.3).
[[nodiscard]] QByteArray encodedName(const QByteArray &name);

} // namespace sealport
