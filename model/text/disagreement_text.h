#pragma once

#include "model/diagnosis/verdict.h"

#include <QString>

namespace sealport {

/// Parts of sentence(): what client and server have not in common. Each says less where the verdict holds less.
[[nodiscard]] QString differingVersions(const Verdict &verdict);
[[nodiscard]] QString versionsInTheHole(const Verdict &verdict);
[[nodiscard]] QString refusedVersion(const Verdict &verdict);
[[nodiscard]] QString ssl2Hello(const Verdict &verdict);
[[nodiscard]] QString noSuite(const Verdict &verdict);
[[nodiscard]] QString suitesNeedOtherCertificate(const Verdict &verdict);
[[nodiscard]] QString keyUnfit(const Verdict &verdict);
[[nodiscard]] QString keyMayNotSign(const Verdict &verdict);
[[nodiscard]] QString noGroup(const Verdict &verdict);
[[nodiscard]] QString curveNotOffered(const Verdict &verdict);
[[nodiscard]] QString noSignature(const Verdict &verdict);

} // namespace sealport
