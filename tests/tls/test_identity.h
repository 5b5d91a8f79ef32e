#pragma once

#include "model/certificates/identity.h"
#include "model/certificates/issuer.h"

#include <openssl/evp.h>
#include <openssl/x509v3.h>

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

/// A self-signed certificate for a key that the program itself does not make; takes `key` over.
inline Identity identityOf(EVP_PKEY *key)
{
    const PrivateKey owned{PkeyPtr(key)};
    return {.certificate = issue(specOf(QStringLiteral("unusual")), owned).value(), .key = owned, .chain = {}};
}

/// The same certificate with another value of an extension, as openssl.cnf writes it, or with one more.
inline Identity withExtension(const Identity &identity, int nid, const char *value)
{
    X509Ptr changed(X509_dup(identity.certificate.handle()));
    X509_EXTENSION_free(X509_delete_ext(changed.get(), X509_get_ext_by_NID(changed.get(), nid, -1)));
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value);
    X509_add_ext(changed.get(), extension, -1);
    X509_EXTENSION_free(extension);
    X509_sign(changed.get(), identity.key.handle(), EVP_sha256());
    return {.certificate = Certificate::fromX509(std::move(changed)), .key = identity.key, .chain = {}};
}

} // namespace sealport::test
