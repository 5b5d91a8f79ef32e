#pragma once

#include <QByteArray>
#include <QString>

namespace sealport {

/// Bytes of a peer made safe to show: printable ASCII stays, everything else and the backslash read `\x1b`.
/// At most `limit` characters, the last one "…" when something was cut. No control or directional character gets
/// through.
[[nodiscard]] QString printable(const QByteArray &octets, qsizetype limit = 256);
/// The same for text (UTF-8) that a peer may have influenced.
[[nodiscard]] QString printable(const QString &text, qsizetype limit = 256);

/// "47 45 54 20 | GET ": the first `count` octets in hex and as printable text.
[[nodiscard]] QString octetsAsEvidence(const QByteArray &octets, qsizetype count = 16);

} // namespace sealport
