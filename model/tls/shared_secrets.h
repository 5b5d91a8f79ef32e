#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>

namespace sealport {

/// Keys that clients and server know beforehand (PSK, RFC 4279, RFC 8446 section 2.2), by the identity that a client
/// names. Immutable once read, safe in any thread.
class SharedSecrets {
public:
    /// A file of lines "identity:key", the key in hexadecimal digits, as gnutls-serv reads it; empty lines and those
    /// that begin with "#" do not count. Blocking. Errors: the file errors, MalformedKey (values: the line, or 0,
    /// "shared-secret", what is wrong: "form", "identity-length", "key-length", "odd", "digits", or "none": no key at
    /// all).
    static Result<std::shared_ptr<const SharedSecrets>> read(const QString &file);

    /// Null: nobody is known by it.
    [[nodiscard]] const SecretBytes *of(const QByteArray &identity) const;

private:
    QHash<QByteArray, std::shared_ptr<const SecretBytes>> m_keys;
};

} // namespace sealport
