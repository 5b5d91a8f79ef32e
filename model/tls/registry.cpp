#include "model/tls/registry.h"

#include "model/tls/registry_tables.h"

#include <QLatin1StringView>
#include <QStringBuilder>

#include <algorithm>

namespace sealport {
namespace {

QString hexadecimal(std::uint16_t value, int digits)
{
    return QStringLiteral("0x%1").arg(value, digits, 16, QLatin1Char('0'));
}

/// The registered name, or a null string.
QString find(std::span<const RegistryEntry> table, std::uint16_t value)
{
    const auto entry = std::ranges::lower_bound(table, value, {}, &RegistryEntry::value);
    if (entry == table.end() || entry->value != value)
        return {};
    return QString::fromLatin1(entry->name);
}

QString nameOf(std::span<const RegistryEntry> table, std::uint16_t value)
{
    if (const QString name = find(table, value); !name.isNull())
        return name;
    return (isGrease(value) ? QStringLiteral("GREASE (") : QStringLiteral("unknown (")) % hexadecimal(value, 4)
           % QLatin1Char(')');
}

} // namespace

QString versionName(std::uint16_t version)
{
    constexpr int draftPrefix = 0x7f; // RFC 8446 drafts, section 4.2.1.1: 0x7f00 and the draft's number
    if ((version >> 8) == draftPrefix)
        return QStringLiteral("TLSv1.3 (draft %1)").arg(version & 0xff);
    return nameOf(versionTable(), version);
}

QString cipherSuiteName(std::uint16_t suite)
{
    return nameOf(cipherSuiteTable(), suite);
}

QString groupName(std::uint16_t group)
{
    return nameOf(groupTable(), group);
}

QString signatureAlgorithmName(std::uint16_t scheme)
{
    return nameOf(signatureAlgorithmTable(), scheme);
}

QString extensionName(std::uint16_t extension)
{
    return nameOf(extensionTable(), extension);
}

QString alertName(std::uint8_t alert)
{
    if (const QString name = find(alertTable(), alert); !name.isNull())
        return name;
    return QStringLiteral("unknown (") % hexadecimal(alert, 2) % QLatin1Char(')');
}

} // namespace sealport
