#pragma once

#include "model/base/secret_bytes.h"

#include <QString>

namespace sealport {

/// What somebody typed or pasted, as UTF-8 that is cleansed after use. Of the field's own copy nobody can say as much.
[[nodiscard]] SecretBytes secretOf(const QString &text);

} // namespace sealport
