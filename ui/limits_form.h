#pragma once

#include "model/sockets/server_profile.h"

#include <QWidget>

class QDoubleSpinBox;
class QSpinBox;

namespace sealport {

/// What a server tolerates, as four fields. GUI thread.
class LimitsForm final : public QWidget {
    Q_OBJECT
public:
    explicit LimitsForm(QWidget *parent = nullptr);

    [[nodiscard]] ServerLimits limits() const;
    void setLimits(const ServerLimits &limits); ///< without changed()

Q_SIGNALS:
    void changed(); ///< by the user

private:
    QDoubleSpinBox *m_handshake; ///< seconds
    QDoubleSpinBox *m_idle;      ///< seconds
    QSpinBox *m_connections;
    QSpinBox *m_held; ///< KiB
    ServerLimits m_given;
};

} // namespace sealport
