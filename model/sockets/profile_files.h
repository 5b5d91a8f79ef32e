#pragma once

#include "model/base/error.h"
#include "model/base/file_safety.h"
#include "model/base/trash.h"
#include "model/sockets/profile_exchange.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace sealport {

// Files that hold server profiles for other programs, or from them. Blocking file I/O: job thread or terminal.

/// Of at most 16 MiB; `source` becomes the subject of what is wrong with its content. Errors: those of readFile().
[[nodiscard]] Result<ImportedProfiles> readProfileFile(const QString &file, const QString &source);

/// Errors: AlreadyExists where `existing` is to be kept, FileNotWritable. What is replaced is in the trash, and
/// returned; nothing is replaced where that cannot be.
[[nodiscard]] Result<std::optional<Trash::Item>> writeProfileFile(const QString &file, const QByteArray &content,
                                                                  ExistingFile existing, const Trash &trash);

} // namespace sealport
