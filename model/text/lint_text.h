#pragma once

#include "model/certificates/lint.h"

#include <QString>

namespace sealport {

/// What is wrong, in one sentence with the values.
[[nodiscard]] QString describe(const LintFinding &finding);

/// Why it is, where that is written, and what clients of today do about it.
struct LintReason {
    QString reason;
    QString source; ///< "RFC 5280 section 4.2.1.6"; in no language
    QString clients;
};
[[nodiscard]] LintReason reasonFor(const LintFinding &finding);

[[nodiscard]] QString severityText(LintSeverity severity);

/// "Used as a server certificate: yes.", or the reason why not, in one line.
[[nodiscard]] QString describe(const ServerUse &use);

} // namespace sealport
