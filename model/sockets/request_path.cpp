#include "model/sockets/request_path.h"

#include <algorithm>
#include <optional>

namespace sealport {

namespace {

int hexDigit(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    const char lower = static_cast<char>(character | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Nothing when an escape is cut short or has other digits: QByteArray's own decoder passes over those.
std::optional<QByteArray> decoded(const QByteArray &part)
{
    QByteArray name;
    name.reserve(part.size());
    for (qsizetype i = 0; i < part.size(); ++i) {
        if (part[i] != '%') {
            name += part[i];
            continue;
        }
        const int high = i + 2 < part.size() ? hexDigit(part[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(part[i + 2]) : -1;
        if (low < 0)
            return std::nullopt;
        name += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return name;
}

/// What follows the host in "https://host/a"; the target itself in all other cases.
QByteArray withoutAuthority(const QByteArray &target)
{
    const QByteArray start = target.left(8).toLower();
    const qsizetype host = start.startsWith("http://") ? 7 : start == "https://" ? 8 : 0;
    if (host == 0)
        return target;
    const auto *end = std::find_if(target.begin() + host, target.end(),
                                   [](char character) { return character == '/' || character == '?'; });
    const QByteArray rest = target.mid(end - target.begin());
    return rest.startsWith('/') ? rest : '/' + rest;
}

} // namespace

std::expected<RequestPath, PathFault> parseRequestPath(const QByteArray &target)
{
    const QByteArray local = withoutAuthority(target);
    if (!local.startsWith('/'))
        return std::unexpected(PathFault::Malformed);
    const auto *end =
        std::find_if(local.begin(), local.end(), [](char character) { return character == '?' || character == '#'; });
    RequestPath path;
    for (const QByteArray &part : local.left(end - local.begin()).split('/')) {
        const std::optional<QByteArray> name = decoded(part);
        if (!name || name->contains('\0') || name->contains('/'))
            return std::unexpected(PathFault::Malformed);
        if (*name == "..")
            return std::unexpected(PathFault::Leaves);
        path.namesFolder = name->isEmpty() || *name == ".";
        if (!path.namesFolder)
            path.parts.append(*name);
    }
    return path;
}

QByteArray RequestPath::relative() const
{
    return parts.isEmpty() ? QByteArray(".") : parts.join('/');
}

QByteArray RequestPath::folderLink() const
{
    QByteArray link = "/";
    for (const QByteArray &part : parts)
        link += encodedName(part) + '/';
    return link;
}

QByteArray encodedName(const QByteArray &name)
{
    return name.toPercentEncoding();
}

} // namespace sealport
