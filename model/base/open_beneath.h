#pragma once

#include "model/base/file_descriptor.h"

#include <QByteArray>

namespace sealport {

/// Opens what lies beneath a folder and nothing else, whatever `..`, a symbolic link or somebody who moves folders
/// about says: the system itself refuses to leave it (openat2(2) with RESOLVE_BENEATH). Where it has no such call, as
/// openWithoutLinks(). `root` is a descriptor of the folder, `relative` "a/b" or ".", `flags` those of open(2).
/// Empty on failure; errno says why: EXDEV or ELOOP for what leads out.
[[nodiscard]] FileDescriptor openBeneath(int root, const QByteArray &relative, int flags);

/// The same for every system: one name after the other, no symbolic link and no ".." among them.
[[nodiscard]] FileDescriptor openWithoutLinks(int root, const QByteArray &relative, int flags);

} // namespace sealport
