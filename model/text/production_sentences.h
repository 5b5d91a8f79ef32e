#pragma once

#include "model/sockets/production_export.h"

#include <QString>

namespace sealport {

// The sentences of describe(), kind by kind; empty for a note of another kind. `target` is its name.

[[nodiscard]] QString algorithmSentence(const NotExpressed &note, const QString &target);
[[nodiscard]] QString certificateSentence(const NotExpressed &note, ExportTarget program);
[[nodiscard]] QString handshakeSentence(const NotExpressed &note, const QString &target);
[[nodiscard]] QString socketSentence(const NotExpressed &note, const QString &target);

} // namespace sealport
