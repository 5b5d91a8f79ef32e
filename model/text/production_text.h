#pragma once

#include "model/sockets/production_export.h"

#include <QString>

namespace sealport {

/// One sentence: what the target cannot do or does otherwise, and what to do about it. Any thread.
[[nodiscard]] QString describe(const NotExpressed &note, ExportTarget target);

/// The configuration with every note as a comment below its heading, so that whoever takes it over reads them too.
[[nodiscard]] QString annotated(const ProductionConfig &config, ExportTarget target);

} // namespace sealport
