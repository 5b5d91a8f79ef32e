#pragma once

#include "model/certificates/certificate_source.h"

#include <QString>

namespace sealport {

/// What a kind of sources is called.
[[nodiscard]] QString sourceKindText(SourceKind kind);
/// What one source is called, short: of a file its name alone. Fit to be shown.
[[nodiscard]] QString sourceTitle(const CertificateSource &source);

} // namespace sealport
