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
                                                {.name = "nginx", .write = nullptr},
                                                {.name = "apache", .write = nullptr},
                                                {.name = "haproxy", .write = nullptr},
                                                {.name = "caddy", .write = nullptr},
                                                {.name = "stunnel", .write = nullptr},
                                                {.name = "openssl", .write = nullptr},
                                                {.name = "gnutls", .write = nullptr}}};

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
        if (format.write != nullptr)
            names.append(QLatin1String(format.name));
    return names;
}

} // namespace sealport
