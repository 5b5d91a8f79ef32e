#pragma once

#include "model/certificates/private_key.h"

#include <QComboBox>

namespace sealport {

/// The kinds of keys that can be made, the usual one first. GUI thread.
class KeyChoice final : public QComboBox {
    Q_OBJECT
public:
    explicit KeyChoice(QWidget *parent);
    [[nodiscard]] KeyKind kind() const;
};

} // namespace sealport
