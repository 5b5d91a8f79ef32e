#include "ui/key_choice.h"

namespace sealport {

KeyChoice::KeyChoice(QWidget *parent)
    : QComboBox(parent)
{
    setObjectName(QStringLiteral("keyKind"));
    addItem(tr("EC P-256 (fast, fits nearly every client)"), QStringLiteral("ec:P-256"));
    addItem(tr("EC P-384"), QStringLiteral("ec:P-384"));
    addItem(tr("EC P-521 (not in all browsers)"), QStringLiteral("ec:P-521"));
    addItem(tr("RSA 2048 (for old clients)"), QStringLiteral("rsa:2048"));
    addItem(tr("RSA 3072"), QStringLiteral("rsa:3072"));
    addItem(tr("RSA 4096 (takes a moment)"), QStringLiteral("rsa:4096"));
    addItem(tr("Ed25519 (new clients only)"), QStringLiteral("ed25519"));
    addItem(tr("Ed448 (new clients only)"), QStringLiteral("ed448"));
}

KeyKind KeyChoice::kind() const
{
    return KeyKind::parse(currentData().toString()).value_or(KeyKind());
}

} // namespace sealport
