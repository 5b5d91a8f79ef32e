#pragma once

#include "model/certificates/issuer.h"
#include "tests/certificates/fixture_files.h"

#include <utility>

namespace sealport::test {

/// What a test cannot go on without; it ends here with the reason, and not somewhere in what is not there.
template <class T>
T made(Result<T> result)
{
    if (!result)
        qFatal("not made: %s", qPrintable(errorName(result.error().code)));
    return std::move(*result);
}

inline const QDateTime issuedFrom(QDate(2026, 5, 1), QTime(12, 0), Qt::UTC);

inline CertificateSpec namedSpec(const QString &name, CertificateTemplate kind)
{
    CertificateSpec spec = specOf(kind);
    spec.commonName = name;
    spec.notBefore = issuedFrom;
    spec.notAfter = issuedFrom.addDays(100);
    return spec;
}

inline PrivateKey madeKey(const QString &kind = QStringLiteral("ec"))
{
    return made(PrivateKey::generate(made(KeyKind::parse(kind))));
}

/// A root that may revoke and issue.
inline Identity madeAuthority(const QString &name = QStringLiteral("Test root"))
{
    const PrivateKey key = madeKey();
    return {.certificate = made(issue(namedSpec(name, CertificateTemplate::RootCa), key)), .key = key, .chain = {}};
}

inline QByteArray asText(const Certificate &certificate)
{
    return openssl({QStringLiteral("x509"), QStringLiteral("-noout"), QStringLiteral("-text")}, certificate.pem());
}

} // namespace sealport::test
