#pragma once

#include "model/tls/tls_preset.h"

#include <QToolButton>

namespace sealport {

/// Settings that have a name, in a menu; the one that is set at the moment is marked. GUI thread.
class PresetButton final : public QToolButton {
    Q_OBJECT
public:
    explicit PresetButton(QWidget *parent);

    /// What is set at the moment.
    void showSettings(const TlsPresetSettings &settings) { m_shown = settings; }

Q_SIGNALS:
    void chosen(sealport::TlsPreset preset); ///< by the user

private:
    void markCurrent();

    TlsPresetSettings m_shown;
};

} // namespace sealport
