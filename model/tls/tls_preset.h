#pragma once

#include "model/tls/algorithm_choice.h"
#include "model/tls/protocol.h"

#include <QString>
#include <QStringView>

#include <cstdint>
#include <optional>

namespace sealport {

/// Settings that have a name. Modern, Intermediate and Old are those of Mozilla's "Server Side TLS", version 5.7
/// (https://ssl-config.mozilla.org/guidelines/5.7.json); unlike `--protocols modern`, Modern is TLS 1.3 alone.
enum class TlsPreset : std::uint8_t {
    SocketCreeSsl, ///< what SocketCréeSSL does when nothing is said, with Sealport's own lists
    Modern,
    Intermediate,
    Old,
    Everything, ///< whatever the OpenSSL that runs here can do, suites without encryption or authentication included
};

inline constexpr TlsPreset allTlsPresets[] = {TlsPreset::SocketCreeSsl, TlsPreset::Modern, TlsPreset::Intermediate,
                                              TlsPreset::Old, TlsPreset::Everything};

struct TlsPresetSettings {
    ProtocolSet protocols{};
    AlgorithmChoice algorithms{};

    friend bool operator==(const TlsPresetSettings &, const TlsPresetSettings &) = default;
};

/// As its authors wrote it. Everything has no author: it is what is here.
[[nodiscard]] TlsPresetSettings publishedSettings(TlsPreset preset);
/// The part of it that the OpenSSL that runs here has; no check of algorithm_lists.h finds fault with it. Some
/// milliseconds at the first call; any thread.
[[nodiscard]] TlsPresetSettings settingsOf(TlsPreset preset);
/// The preset that these settings are, as published or as it is here; nothing for settings of somebody's own.
[[nodiscard]] std::optional<TlsPreset> presetOf(ProtocolSet protocols, const AlgorithmChoice &algorithms);

[[nodiscard]] QString tlsPresetName(TlsPreset preset); ///< "intermediate": command line and profile file
[[nodiscard]] std::optional<TlsPreset> parseTlsPreset(QStringView name); ///< case and spaces around do not matter

} // namespace sealport
