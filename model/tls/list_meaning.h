#pragma once

#include "model/tls/algorithm_choice.h"
#include "model/tls/algorithm_lists.h"
#include "model/tls/protocol.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sealport {

/// What the lists of a server mean together: one of them may set the security level by which all are judged. Some
/// milliseconds each; any thread.

/// The text of one of them.
[[nodiscard]] QString textOf(AlgorithmList list, const AlgorithmChoice &algorithms);
void setTextOf(AlgorithmList list, AlgorithmChoice &algorithms, const QString &text);

/// The security level that counts: @SECLEVEL in the cipher list, else what is chosen, else what the protocols need.
[[nodiscard]] int securityLevelOf(ProtocolSet protocols, const AlgorithmChoice &algorithms);

/// What somebody should know about one of the lists, with everything else that is set (algorithm_lists.h).
[[nodiscard]] std::vector<ListFinding> findingsOf(AlgorithmList list, ProtocolSet protocols,
                                                  const AlgorithmChoice &algorithms);

/// The list as the finding suggests it; nothing when it suggests nothing for this list.
[[nodiscard]] std::optional<QString> corrected(const QString &list, const ListFinding &finding);

/// What a list comes to, name by name and in its order, whatever the security level: the names are those of
/// available_algorithms.h. An empty list stands for Sealport's own. Empty when OpenSSL refuses it. Suites that need a
/// shared secret are left out.
[[nodiscard]] QStringList namesMeant(AlgorithmList list, ProtocolSet protocols, const AlgorithmChoice &algorithms);

} // namespace sealport
