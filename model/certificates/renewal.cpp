#include "model/certificates/renewal.h"

#include "model/certificates/certificate_details.h"
#include "model/certificates/certificate_extensions.h"
#include "model/certificates/certificate_signing.h"
#include "model/certificates/display_text.h"
#include "model/certificates/openssl_error.h"

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

Error refused(ErrorCode code, const Certificate &certificate, const QStringList &values = {})
{
    return Error{.code = code, .subject = displayText(certificate.name()), .values = values, .causes = {}};
}

bool belongsToOldAlone(int nid)
{
    return nid == NID_subject_key_identifier || nid == NID_authority_key_identifier || nid == NID_ct_precert_scts;
}

bool copyExtensions(const X509 &from, X509 &to)
{
    for (int i = 0; i < X509_get_ext_count(&from); ++i) {
        X509_EXTENSION *extension = X509_get_ext(&from, i);
        if (!belongsToOldAlone(OBJ_obj2nid(X509_EXTENSION_get_object(extension)))
            && X509_add_ext(&to, extension, -1) != 1)
            return false;
    }
    return true;
}

/// The name that children know an unchanged key by stays, even if it is not the usual hash.
bool copyKeyIdentifier(const X509 &from, X509 &to)
{
    const int at = X509_get_ext_by_NID(&from, NID_subject_key_identifier, -1);
    const int own = X509_get_ext_by_NID(&to, NID_subject_key_identifier, -1);
    if (at < 0 || own < 0)
        return true;
    X509_EXTENSION_free(X509_delete_ext(&to, own));
    return X509_add_ext(&to, X509_get_ext(&from, at), own) == 1;
}

/// Null: none, or one weaker than SHA-256.
const EVP_MD *strongDigestOf(const X509 &before)
{
    int digest = NID_undef;
    if (X509_get_signature_info(const_cast<X509 *>(&before), &digest, nullptr, nullptr, nullptr) != 1)
        return nullptr;
    const EVP_MD *same = EVP_get_digestbynid(digest);
    return same && EVP_MD_get_size(same) >= EVP_MD_get_size(EVP_sha256()) ? same : nullptr;
}

bool sign(X509 &certificate, EVP_PKEY &signer, const X509 &before)
{
    const EVP_MD *usual = signatureDigest(signer);
    if (usual) {
        const IgnoreOpenSslErrors ignore; // the key may be bound to another one
        const EVP_MD *same = strongDigestOf(before);
        if (same && X509_sign(&certificate, &signer, same) > 0)
            return true;
    }
    return X509_sign(&certificate, &signer, usual) > 0;
}

} // namespace

Result<Certificate> renew(const Certificate &old, const PrivateKey &key, const QDateTime &notBefore,
                          const QDateTime &notAfter, const Identity *issuer)
{
    if (const auto checked = checkValidity(notBefore, notAfter, old.name()); !checked)
        return std::unexpected(checked.error());
    if (key.isNull() && !issuer)
        return std::unexpected(refused(ErrorCode::NoPrivateKey, old, {QStringLiteral("renewal")}));
    if (const auto checked = checkIssuer(issuer); !checked)
        return std::unexpected(checked.error());

    EVP_PKEY &signer = issuer ? *issuer->key.handle() : *key.handle();
    const X509 &before = *old.handle();
    X509Ptr certificate(X509_new());
    const X509_NAME *issuerName = X509_get_subject_name(issuer ? issuer->certificate.handle() : old.handle());
    const bool isSameKey = key.isNull() || key.matches(old);
    EVP_PKEY *publicKey = isSameKey ? X509_get0_pubkey(&before) : key.handle();
    bool isBuilt =
        certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1 && setRandomSerial(*certificate)
        && X509_set_subject_name(certificate.get(), X509_get_subject_name(old.handle())) == 1
        && X509_set_issuer_name(certificate.get(), issuerName) == 1 && setValidity(*certificate, notBefore, notAfter)
        && X509_set_pubkey(certificate.get(), publicKey) == 1 && copyExtensions(before, *certificate);
    const X509 *named = isSameKey ? &before : certificate.get(); // who signs itself names its own key
    if (issuer)
        named = issuer->certificate.handle();
    isBuilt = isBuilt && addKeyIdentifiers(*certificate, *named);
    isBuilt = isBuilt && (!isSameKey || copyKeyIdentifier(before, *certificate));
    if (!isBuilt)
        return std::unexpected(takeOpenSslError(ErrorCode::Internal, QStringLiteral("building the certificate")));
    if (!sign(*certificate, signer, before))
        return std::unexpected(takeOpenSslError(ErrorCode::Internal, QStringLiteral("signing the certificate")));
    return Certificate::fromX509(std::move(certificate));
}

QDateTime renewedEnd(const Certificate &old, const QDateTime &notBefore)
{
    const qint64 seconds = old.notBefore().secsTo(old.notAfter());
    const QDateTime usual = usualEnd(notBefore, old.isCa());
    if (!old.notBefore().isValid() || !old.notAfter().isValid() || seconds <= 0)
        return usual;
    const QDateTime end = notBefore.addSecs(seconds);
    return old.isCa() ? end : std::min(end, usual);
}

Result<KeyKind> keyKindOf(const Certificate &certificate)
{
    constexpr int leastBits = 2048;
    const QString &type = certificate.keyType();
    if (type == u"RSA" || type == u"RSA-PSS")
        return KeyKind::parse(QStringLiteral("rsa:") % QString::number(std::max(leastBits, certificate.keyBits())));
    if (type == u"EC") {
        const QString curve = curveOf(certificate);
        return KeyKind::parse(curve.isEmpty() ? type : QString(QStringLiteral("ec:") % curve));
    }
    return KeyKind::parse(type);
}

bool isIssuedBy(const Certificate &certificate, const Certificate &issuer)
{
    const IgnoreOpenSslErrors ignore;
    EVP_PKEY *key = X509_get0_pubkey(issuer.handle());
    return key && X509_NAME_cmp(X509_get_issuer_name(certificate.handle()), X509_get_subject_name(issuer.handle())) == 0
           && X509_verify(certificate.handle(), key) == 1;
}

Result<StoredCertificate> storedIssuer(const Certificate &certificate, const CertificateStore &store)
{
    std::optional<StoredCertificate> found;
    for (const StoredCertificate &stored : store.list().certificates) {
        const bool isLater = !found || found->certificate.notAfter() < stored.certificate.notAfter();
        if (stored.hasKey && isLater && isIssuedBy(certificate, stored.certificate))
            found = stored;
    }
    if (!found)
        return std::unexpected(
            refused(ErrorCode::IssuerNotFound, certificate, {displayText(certificate.issuer().left(300))}));
    return *found;
}

Result<Identity> issuerInStore(const Certificate &certificate, const CertificateStore &store,
                               const SecretBytes *passphrase)
{
    const auto issuer = storedIssuer(certificate, store);
    if (!issuer)
        return std::unexpected(issuer.error());
    return store.identity(*issuer, passphrase);
}

} // namespace sealport
