#pragma once

#include "model/tls/protocol.h"

#include <QWidget>

#include <array>

class QCheckBox;

namespace sealport {

/// The six protocol check boxes. What this machine's OpenSSL cannot do is shown, disabled, with the
/// reason. GUI thread.
class ProtocolBoxes final : public QWidget {
    Q_OBJECT
public:
    explicit ProtocolBoxes(ProtocolSet available, QWidget *parent = nullptr);

    [[nodiscard]] ProtocolSet protocols() const;
    void setProtocols(ProtocolSet protocols); ///< without changed()

Q_SIGNALS:
    void changed(); ///< by the user

private:
    void updateAvailability();

    std::array<QCheckBox *, std::size(allProtocols)> m_boxes{};
    ProtocolSet m_available;
};

} // namespace sealport
