#pragma once

namespace sealport {

/// Whether a window can be opened: Qt ends the process when it cannot, so this is asked before there is a QApplication.
/// A platform named by QT_QPA_PLATFORM is believed.
[[nodiscard]] bool isDisplayReachable();

} // namespace sealport
