#pragma once

#include "model/base/error.h"
#include "model/certificates/openssl_handle.h"

#include <QByteArray>
#include <QString>

namespace sealport {

/// The line of an authorized_keys file (RFC 4253 section 6.6, RFC 5656 section 3.1, RFC 8709 section 4): RSA, the NIST
/// curves P-256, P-384 and P-521, Ed25519. `comment` stands at its end. Errors: UnsupportedAlgorithm (values: the key
/// type or curve, then "ssh").
[[nodiscard]] Result<QByteArray> openSshPublicKey(const EVP_PKEY &key, const QString &comment);

/// The key of such a line. Errors: MalformedKey, UnsupportedAlgorithm (values: the type that the line names).
[[nodiscard]] Result<PkeyPtr> parseOpenSshPublicKey(const QByteArray &line);

} // namespace sealport
