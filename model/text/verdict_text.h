#pragma once

#include "model/diagnosis/verdict.h"
#include "model/sockets/connection_record.h"
#include "model/sockets/workspace.h"

#include <QString>

namespace sealport {

/// Why the connection ended, in one or two plain sentences that name the values that differ.
/// "The client offers only TLS 1.0; this server allows TLS 1.2 and TLS 1.3."
[[nodiscard]] QString sentence(const Verdict &verdict);

/// What to do about it: "Allow TLS 1.0 on this server, or update the client." Empty when nothing needs doing.
[[nodiscard]] QString advice(const Verdict &verdict);

/// One line of a verdict's evidence as people read it: "client cipher suites: A B" has a label in their language and
/// the values as the standards name them. The label is empty where there is none; an unknown one stays in the value.
struct EvidenceText {
    QString label;
    QString value;
};
[[nodiscard]] EvidenceText evidenceText(const QString &line);

/// Two or three words for a table cell: "No common protocol".
[[nodiscard]] QString verdictTitle(VerdictCode code);

[[nodiscard]] QString stateLabel(ConnectionState state); ///< "secured", "failed"
[[nodiscard]] QString stateLabel(ServerState state);     ///< "listening", "stopped"

} // namespace sealport
