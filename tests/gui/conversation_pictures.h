#pragma once

#include <QDir>
#include <QString>

namespace sealport::test {

/// Of what the user does by hand: a client that waits, a conversation in which TLS began, messages of WinDev, and a
/// server that is handed over. False when something did not come about in time.
[[nodiscard]] bool takeConversationPictures(const QDir &folder, const QString &suffix);

} // namespace sealport::test
