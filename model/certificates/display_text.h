#pragma once

#include <QString>

namespace sealport {

/// Nothing to see on the screen: zero-width, soft-hyphen and directional characters, fillers. Spaces and control
/// characters are not meant.
[[nodiscard]] bool isInvisible(char32_t character);

/// Makes text of strangers (certificates, clipboard, command line) fit to be shown: whatever is invisible, moves the
/// cursor or reorders its neighbours becomes `\` and two hex digits for each UTF-8 octet, as RFC 4514 section 2.4
/// writes them. All else stays as it is.
[[nodiscard]] QString displayText(const QString &text);

} // namespace sealport
