#pragma once

#include "model/certificates/thumbprint_doctor.h"

#include <QString>
#include <QStringList>

namespace sealport {

/// "SHA-1", "SHA-256", "MD5".
[[nodiscard]] QString thumbprintAlgorithmLabel(ThumbprintAlgorithm algorithm);

/// What was left out of the text, what in it is no digit, and what its length says: one sentence each, in the order in
/// which a reader needs them; empty where there is nothing to say.
[[nodiscard]] QStringList readingNotes(const ThumbprintReading &reading);

/// What a finding means, about the certificate called `name`: "'localhost' has this SHA-1 thumbprint."
[[nodiscard]] QString describe(const ThumbprintFinding &finding, const QString &name);

/// For a text that means none of the certificates: that it is so, and what to do.
[[nodiscard]] QString nothingFound(const ThumbprintReading &reading);

} // namespace sealport
