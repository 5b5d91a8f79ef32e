#pragma once

#include "model/tls/protocol.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace sealport {

/// Values as people read them, in the language and number format of the default QLocale. Any thread.

[[nodiscard]] QString byteSize(std::uint64_t bytes);      ///< "512 B", "1.5 KB" (1024 B)
[[nodiscard]] QString shortDuration(double milliseconds); ///< for columns: "1.9 ms", "12.3 s", "3 min 05 s"
[[nodiscard]] QString
spokenDuration(std::int64_t milliseconds);               ///< for sentences: "10 seconds", "0.5 seconds", "2 minutes"
[[nodiscard]] QString wholeNumber(std::uint64_t number); ///< "10,000"

/// "in 89 days", "9 years ago", "in 3 hours"; never more exact than its unit. "now" within a minute.
[[nodiscard]] QString relativeDate(const QDateTime &then, const QDateTime &now);
/// For tooltips: local time to the second, with its zone.
[[nodiscard]] QString exactDate(const QDateTime &then);

/// "TLS 1.0", "TLS 1.0 and TLS 1.2", "TLS 1.0, TLS 1.1 and TLS 1.2".
[[nodiscard]] QString spokenList(const QStringList &items);
/// Names that strangers chose, between commas: one that holds a comma itself stands in quotation marks.
[[nodiscard]] QString nameList(const QStringList &names);
/// The same as spokenList(), cut to `shown` items: "A, B, C and 14 more". `leftOut` counts items that `items` does not
/// hold.
[[nodiscard]] QString spokenList(const QStringList &items, int shown, int leftOut);
[[nodiscard]] QString protocolList(ProtocolSet protocols);

} // namespace sealport
