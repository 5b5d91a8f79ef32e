#pragma once

#include <QHash>
#include <QIcon>
#include <QString>

namespace sealport {

/// The icons of one model, each loaded when it is first drawn. GUI thread.
class TableIcons {
public:
    /// ":/icons/<name>.svg"; a null icon for an empty name.
    [[nodiscard]] QIcon icon(const QString &name) const;

private:
    mutable QHash<QString, QIcon> m_icons;
};

/// A tool tip that Qt cannot take for rich text, whatever a peer or a file put into it, and that wraps long lines.
[[nodiscard]] QString plainToolTip(const QString &text);
/// The same for the title of a window, where Qt takes "[*]" for a place of its own.
[[nodiscard]] QString plainTitle(const QString &text);

} // namespace sealport
