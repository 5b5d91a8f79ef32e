#pragma once

#include <QProcess>

namespace sealport::test {

/// Makes Qt start the child with fork(), which the thread sanitizer follows; without a modifier it takes a system call
/// of its own, after which the sanitizer's runtime ends the child.
inline void startLikeEverybody(QProcess &process)
{
    process.setChildProcessModifier([] {});
}

} // namespace sealport::test
