#pragma once

namespace sealport {

/// Whether a window can be opened, found by trying in a process of its own: Qt ends the process when it cannot. Waits
/// for a display that does not answer, but only a few seconds. To be asked before there are threads or a
/// QCoreApplication.
[[nodiscard]] bool isDisplayReachable();

} // namespace sealport
