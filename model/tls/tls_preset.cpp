#include "model/tls/tls_preset.h"

#include "model/tls/available_algorithms.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace sealport {

namespace {

constexpr std::array<const char *, 5> presetNames{"socketcreessl", "modern", "intermediate", "old", "everything"};

// Mozilla's "Server Side TLS" 5.7.
constexpr const char *mozillaSuites = "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256";
constexpr const char *mozillaGroups = "X25519:prime256v1:secp384r1";
constexpr const char *intermediateCiphers =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
    "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305:"
    "DHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES256-GCM-SHA384:DHE-RSA-CHACHA20-POLY1305";
constexpr const char *oldCiphersAfterIntermediate =
    ":ECDHE-ECDSA-AES128-SHA256:ECDHE-RSA-AES128-SHA256:ECDHE-ECDSA-AES128-SHA:ECDHE-RSA-AES128-SHA:"
    "ECDHE-ECDSA-AES256-SHA384:ECDHE-RSA-AES256-SHA384:ECDHE-ECDSA-AES256-SHA:ECDHE-RSA-AES256-SHA:"
    "DHE-RSA-AES128-SHA256:DHE-RSA-AES256-SHA256:AES128-GCM-SHA256:AES256-GCM-SHA384:AES128-SHA256:AES256-SHA256:"
    "AES128-SHA:AES256-SHA:DES-CBC3-SHA";

TlsPresetSettings mozilla(ProtocolSet protocols, const QString &ciphers, bool prefersServerOrder)
{
    return {.protocols = protocols,
            .algorithms = {.ciphers = ciphers,
                           .cipherSuites = QString::fromLatin1(mozillaSuites),
                           .groups = QString::fromLatin1(mozillaGroups),
                           .prefersServerOrder = prefersServerOrder}};
}

QString joined(const auto &algorithms, const auto &isWanted)
{
    QStringList list;
    for (const auto &algorithm : algorithms)
        if (isWanted(algorithm))
            list.append(algorithm.name);
    return list.join(u':');
}

TlsPresetSettings everything()
{
    const auto isAny = [](const auto &) { return true; };
    const auto isOfTls13 = [](const AvailableSuite &suite) { return suite.protocols.contains(Protocol::Tls1_3); };
    return {.protocols = availableProtocols(),
            .algorithms = {.ciphers = QStringLiteral("ALL:COMPLEMENTOFALL"),
                           .cipherSuites = joined(availableSuites(), isOfTls13),
                           .groups = joined(availableGroups(), isAny),
                           .signatureAlgorithms = joined(availableSignatureAlgorithms(), isAny),
                           .securityLevel = 0}};
}

/// A list of which nothing is here stays: empty it would stand for another, and so it is refused with its reason.
QString withoutMissing(const QString &list, const auto &isAvailable)
{
    QStringList names = list.split(u':', Qt::SkipEmptyParts);
    names.removeIf([&isAvailable](const QString &name) { return !isAvailable(name); });
    return names.isEmpty() ? list : names.join(u':');
}

bool isSuite(const QString &name)
{
    return std::ranges::find(availableSuites(), name, &AvailableSuite::name) != availableSuites().end();
}

bool isGroup(const QString &name)
{
    return std::ranges::any_of(availableGroups(),
                               [&name](const AvailableGroup &group) { return group.spellings.contains(name); });
}

} // namespace

TlsPresetSettings publishedSettings(TlsPreset preset)
{
    const QString intermediate = QString::fromLatin1(intermediateCiphers);
    switch (preset) {
    case TlsPreset::SocketCreeSsl:
        return {.protocols = socketCreeSslProtocols};
    case TlsPreset::Modern:
        return mozilla({Protocol::Tls1_3}, {}, false);
    case TlsPreset::Intermediate:
        return mozilla({Protocol::Tls1_2, Protocol::Tls1_3}, intermediate, false);
    case TlsPreset::Old:
        return mozilla({Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2, Protocol::Tls1_3},
                       intermediate + QLatin1String(oldCiphersAfterIntermediate), true);
    case TlsPreset::Everything:
        return everything();
    }
    Q_UNREACHABLE();
}

TlsPresetSettings settingsOf(TlsPreset preset)
{
    TlsPresetSettings settings = publishedSettings(preset);
    settings.protocols = settings.protocols.without(settings.protocols.without(availableProtocols()));
    if (preset == TlsPreset::Everything)
        return settings;
    AlgorithmChoice &algorithms = settings.algorithms;
    algorithms.ciphers = withoutMissing(algorithms.ciphers, isSuite);
    algorithms.cipherSuites = withoutMissing(algorithms.cipherSuites, isSuite);
    algorithms.groups = withoutMissing(algorithms.groups, isGroup);
    return settings;
}

std::optional<TlsPreset> presetOf(ProtocolSet protocols, const AlgorithmChoice &algorithms)
{
    const TlsPresetSettings settings{.protocols = protocols, .algorithms = algorithms};
    for (const TlsPreset preset : allTlsPresets)
        if (settings == settingsOf(preset) || settings == publishedSettings(preset))
            return preset;
    return std::nullopt;
}

QString tlsPresetName(TlsPreset preset)
{
    return QLatin1String(presetNames[static_cast<std::size_t>(preset)]);
}

std::optional<TlsPreset> parseTlsPreset(QStringView name)
{
    const QString wanted = name.trimmed().toString().toLower();
    for (const TlsPreset preset : allTlsPresets)
        if (wanted == tlsPresetName(preset))
            return preset;
    return std::nullopt;
}

} // namespace sealport
