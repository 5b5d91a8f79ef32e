#include "ui/secret_field.h"

#include "ui/secret_text.h"

namespace sealport {

SecretField::SecretField(const QString &objectName, QWidget *parent)
    : QLineEdit(parent)
{
    setObjectName(objectName);
    setEchoMode(QLineEdit::Password);
}

std::shared_ptr<const SecretBytes> SecretField::secret() const
{
    return text().isEmpty() ? nullptr : std::make_shared<const SecretBytes>(secretOf(text()));
}

} // namespace sealport
