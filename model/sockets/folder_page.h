#pragma once

#include "model/sockets/served_files.h"

#include <QByteArray>

namespace sealport {

/// The page of a folder: a link for each entry, its size and when it was changed. In English; names are escaped.
[[nodiscard]] QByteArray folderPage(const ServedFolder &folder);

/// Of a file by its name, where that says nothing by its beginning: "text/html; charset=utf-8". The charset is named
/// only where the beginning is UTF-8.
[[nodiscard]] QByteArray contentTypeOf(const QByteArray &name, const QByteArray &beginning);

} // namespace sealport
