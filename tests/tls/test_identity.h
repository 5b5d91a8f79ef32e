#pragma once

#include "model/certificates/identity.h"
#include "model/certificates/issuer.h"

#include <QDateTime>
#include <QString>

namespace sealport::test {

inline CertificateSpec specOf(const QString &name, bool isCa = false)
{
    return {.commonName = name,
            .alternativeNames =
                isCa ? QStringList{} : QStringList{QStringLiteral("DNS:localhost"), QStringLiteral("IP:127.0.0.1")},
            .notBefore = QDateTime::currentDateTimeUtc().addDays(-1),
            .notAfter = QDateTime::currentDateTimeUtc().addDays(60),
            .isCa = isCa};
}

/// A certificate of this name with a new key, signed by `issuer` or by itself. `kind` as KeyKind::parse() reads it.
inline Identity makeIdentity(const QString &kind = QStringLiteral("ec:P-256"), const Identity *issuer = nullptr,
                             const QString &name = QStringLiteral("localhost"), bool isCa = false)
{
    const PrivateKey key = PrivateKey::generate(KeyKind::parse(kind).value()).value();
    return {.certificate = issue(specOf(name, isCa), key, issuer).value(), .key = key, .chain = {}};
}

} // namespace sealport::test
