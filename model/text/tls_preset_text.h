#pragma once

#include "model/tls/tls_preset.h"

#include <QString>

namespace sealport {

/// "Intermediate"; for a choice among presets.
[[nodiscard]] QString tlsPresetLabel(TlsPreset preset);
/// Whom it is for, in one or two sentences.
[[nodiscard]] QString tlsPresetHint(TlsPreset preset);

} // namespace sealport
