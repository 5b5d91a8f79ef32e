#pragma once

#include "model/sockets/connection_record.h"

#include <QByteArray>
#include <QString>

namespace sealport {

/// What ConnectionModel shows of one record, column by column. Pure functions of the record.

/// What everybody wants to see comes first: it must be in sight in a small window too.
enum class ConnectionColumn {
    Time,
    Server,
    Peer,
    State,
    Protocol,
    Verdict,
    Name,
    Cipher,
    Group,
    Alpn,
    Resumed,
    Handshake,
    BytesIn,
    BytesOut,
    Duration,
    Generation,
};
inline constexpr int connectionColumnCount = static_cast<int>(ConnectionColumn::Generation) + 1;

[[nodiscard]] QString connectionHeader(ConnectionColumn column);
[[nodiscard]] bool isNumeric(ConnectionColumn column);

/// Names from the network come escaped; "–" where there is nothing to show.
[[nodiscard]] QString cellText(const ConnectionRecord &record, ConnectionColumn column);
/// What a cell does not show, as plain text; empty for none.
[[nodiscard]] QString cellToolTip(const ConnectionRecord &record, ConnectionColumn column);
[[nodiscard]] QString connectionIconName(const ConnectionRecord &record);

/// Below, equal or above zero, by the true values; quick, for sorting a whole history.
[[nodiscard]] int compareCells(const ConnectionRecord &a, const ConnectionRecord &b, ConnectionColumn column);

/// All cells of a row in lower case, UTF-8, one a line: what the text filter looks through.
[[nodiscard]] QByteArray searchTextOf(const ConnectionRecord &record);

} // namespace sealport
