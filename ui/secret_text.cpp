#include "ui/secret_text.h"

#include <QByteArray>

#include <cstddef>
#include <span>

namespace sealport {

SecretBytes secretOf(const QString &text)
{
    QByteArray octets = text.toUtf8();
    SecretBytes secret(std::as_bytes(std::span(octets.constData(), static_cast<std::size_t>(octets.size()))));
    octets.fill('\0');
    return secret;
}

} // namespace sealport
