#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate.h"
#include "model/certificates/identity.h"
#include "model/certificates/private_key.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace sealport {

/// Everything a certificate will say. A plain value: dialogs edit it, tests compare it.
/// Nothing is checked before validate().
struct CertificateSpec {
    QString commonName{};
    QStringList alternativeNames{}; ///< "localhost", "DNS:…", "127.0.0.1", "IP:::1", "email:…", "URI:…"
    QDateTime notBefore{};
    QDateTime notAfter{};
    bool isCa = false;

    friend bool operator==(const CertificateSpec &, const CertificateSpec &) = default;
};

/// The fields that would be refused, one Error each (InvalidName, InvalidAlternativeName, InvalidValidity);
/// empty means issue() can succeed.
[[nodiscard]] std::vector<Error> validate(const CertificateSpec &spec);

/// A version 3 certificate for `key`, signed by `issuer`, or by `key` itself when `issuer` is null.
/// Pure: no clock, no I/O. Random serial of 127 bits (CA/Browser Forum baseline 7.1). A leaf gets serverAuth and
/// clientAuth. Errors: those of validate(), KeyMismatch (issuer's), Internal.
Result<Certificate> issue(const CertificateSpec &spec, const PrivateKey &key, const Identity *issuer = nullptr);

} // namespace sealport
