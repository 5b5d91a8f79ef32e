#include "model/sockets/profile_formats.h"

#include "model/sockets/profile_exchange.h"

#include <algorithm>
#include <array>

namespace sealport {

namespace {

QByteArray asJson(const ServerProfile &profile, WLanguageDialect /*dialect*/)
{
    return profileAsJson(profile);
}

QByteArray asWLanguage(const ServerProfile &profile, WLanguageDialect dialect)
{
    return wLanguageCall(profile, dialect).toUtf8();
}

constexpr std::array<ProfileFormat, 9> formats{{{.name = "json", .write = asJson},
                                                {.name = "wlanguage", .write = asWLanguage},
                                                {.name = "nginx", .target = ExportTarget::Nginx},
                                                {.name = "apache", .target = ExportTarget::Apache},
                                                {.name = "haproxy", .target = ExportTarget::HAProxy},
                                                {.name = "caddy", .target = ExportTarget::Caddy},
                                                {.name = "stunnel", .target = ExportTarget::Stunnel},
                                                {.name = "openssl", .target = ExportTarget::OpenSslServer},
                                                {.name = "gnutls", .target = ExportTarget::GnuTlsServer}}};

} // namespace

std::span<const ProfileFormat> profileFormats()
{
    return formats;
}

const ProfileFormat *profileFormatNamed(const QString &name)
{
    const auto found = std::ranges::find_if(
        formats, [&name](const ProfileFormat &format) { return name == QLatin1StringView(format.name); });
    return found == formats.end() ? nullptr : &*found;
}

QStringList profileFormatNames()
{
    QStringList names;
    for (const ProfileFormat &format : formats)
        names.append(QLatin1String(format.name));
    return names;
}

} // namespace sealport
