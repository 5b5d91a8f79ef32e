#pragma once

#include "model/sockets/server_profile.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace sealport {

/// How the connections of a server begin, and what it tolerates. GUI thread.
class LimitsForm final : public QWidget {
    Q_OBJECT
public:
    explicit LimitsForm(QWidget *parent = nullptr);

    [[nodiscard]] ServerLimits limits() const;
    void setLimits(const ServerLimits &limits); ///< without changed()
    [[nodiscard]] Opening opening() const;
    void setOpening(const Opening &opening); ///< without changed()

Q_SIGNALS:
    void changed(); ///< by the user

private:
    QComboBox *m_opening;
    QDoubleSpinBox *m_handshake; ///< seconds
    QDoubleSpinBox *m_idle;      ///< seconds
    QSpinBox *m_connections;
    QSpinBox *m_held; ///< KiB
    ServerLimits m_given;
};

} // namespace sealport
