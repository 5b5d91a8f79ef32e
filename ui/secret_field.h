#pragma once

#include "model/base/secret_bytes.h"

#include <QLineEdit>

#include <memory>

namespace sealport {

/// A field for a pass phrase, which it does not show. GUI thread.
class SecretField final : public QLineEdit {
    Q_OBJECT
public:
    /// `objectName` is what tests find it by.
    SecretField(const QString &objectName, QWidget *parent);

    /// As secretOf(); null while nothing is typed.
    [[nodiscard]] std::shared_ptr<const SecretBytes> secret() const;
};

} // namespace sealport
