#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace sealport {

/// The heading of a part of the window; with a buddy its mnemonic goes there. Owned by `parent`.
[[nodiscard]] QLabel *makePanelTitle(const QString &text, QWidget *buddy, QWidget *parent);

} // namespace sealport
