#include "model/sockets/certificate_orders.h"

#include "model/base/file_safety.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/issuer.h"
#include "model/certificates/renewal.h"
#include "model/certificates/request_files.h"
#include "model/certificates/request_signing.h"

#include <QFileInfo>

#include <utility>

namespace sealport {

namespace {

Error stopped(const QString &name)
{
    return Error{.code = ErrorCode::Internal, .subject = name, .values = {}, .causes = {QStringLiteral("stopped")}};
}

} // namespace

Result<StoredCertificate> makeCertificate(const CertificateOrder &order, const CertificateStore &store,
                                          const std::stop_token &stop)
{
    if (const auto refused = validate(order.spec); !refused.empty())
        return std::unexpected(refused.front());
    std::optional<Identity> issuer;
    if (order.issuer) { // first: a wrong pass phrase is told at once
        auto identity = store.identity(*order.issuer, order.issuerPassphrase.get());
        if (!identity)
            return std::unexpected(identity.error());
        issuer = std::move(*identity);
    }
    const auto key = PrivateKey::generate(order.key, stop);
    if (!key)
        return std::unexpected(key.error());
    const auto certificate = issue(order.spec, *key, issuer ? &*issuer : nullptr);
    if (!certificate)
        return std::unexpected(certificate.error());
    if (stop.stop_requested())
        return std::unexpected(stopped(order.spec.commonName));
    return store.add(*certificate, *key, order.passphrase.get());
}

Result<StoredRequest> makeCertificateRequest(const CertificateOrder &order, const CertificateStore &store,
                                             const std::stop_token &stop)
{
    if (const auto refused = validateRequest(order.spec); !refused.empty())
        return std::unexpected(refused.front());
    const auto key = PrivateKey::generate(order.key, stop);
    if (!key)
        return std::unexpected(key.error());
    const auto request = makeRequest(order.spec, *key);
    if (!request)
        return std::unexpected(request.error());
    if (stop.stop_requested())
        return std::unexpected(stopped(order.spec.commonName));
    auto file = addRequest(store, *request, *key, order.passphrase.get());
    if (!file)
        return std::unexpected(file.error());
    return StoredRequest{.request = *request, .file = std::move(*file)};
}

Result<StoredCertificate> renewCertificate(const RenewalOrder &order, const CertificateStore &store)
{
    const Certificate &old = order.old.certificate;
    std::optional<Identity> issuer;
    if (!isIssuedBy(old, old)) {
        auto found = issuerInStore(old, store, order.issuerPassphrase.get());
        if (!found)
            return std::unexpected(found.error());
        issuer = std::move(*found);
    }
    PrivateKey key;
    // What protects a new key is what protects the old one.
    if (order.hasNewKey ? order.old.isKeyLocked : order.old.hasKey) {
        const auto own = store.identity(order.old, order.passphrase.get());
        if (!own)
            return std::unexpected(own.error());
        key = own->key;
    }
    if (order.hasNewKey) {
        const auto kind = keyKindOf(old);
        const auto made = kind ? PrivateKey::generate(*kind) : std::unexpected(kind.error());
        if (!made)
            return std::unexpected(made.error());
        key = *made;
    }
    const auto renewed = renew(old, key, order.notBefore, order.notAfter, issuer ? &*issuer : nullptr);
    if (!renewed)
        return std::unexpected(renewed.error());
    if (key.isNull())
        return store.add(*renewed);
    return store.add(*renewed, key, order.old.isKeyLocked ? order.passphrase.get() : nullptr);
}

Result<Revocation> revokeCertificates(const RevocationOrder &order, const StoredCertificate &authority,
                                      const SecretBytes *passphrase, const CertificateStore &store, const Trash &trash)
{
    const auto issuer = store.identity(authority, passphrase);
    if (!issuer)
        return std::unexpected(issuer.error());
    std::optional<Trash::Item> before;
    const auto keep = [&](const QString &file) -> Result<void> {
        auto kept = trash.keep({file});
        if (!kept)
            return std::unexpected(kept.error());
        before = std::move(*kept);
        return {};
    };
    auto written = revoke(order, *issuer, authority.file, store, keep);
    if (!written)
        return std::unexpected(written.error());
    return Revocation{.written = std::move(*written), .before = std::move(before)};
}

Result<void> takeBackRevocation(const Revocation &revocation, const Trash &trash)
{
    const QString &file = revocation.written.file;
    const FolderLock alone(QFileInfo(file).path()); // between the look at it and the change
    const FileReading now = readCertificateFileLeniently(file);
    const std::vector<RevocationList> &lists = now.contents.revocationLists;
    if (!revocation.before || lists.size() != 1 || !(lists.front() == revocation.written.list))
        return std::unexpected(Error{.code = ErrorCode::ChangedMeanwhile, .subject = file, .values = {}, .causes = {}});
    return trash.restore(*revocation.before);
}

Result<RequestAnswer> answerRequest(const SigningOrder &order, const CertificateStore &store)
{
    const auto issuer = store.identity(order.issuer, order.issuerPassphrase.get());
    if (!issuer)
        return std::unexpected(issuer.error());
    const auto certificate = signRequest(order.request, order.terms, *issuer);
    if (!certificate)
        return std::unexpected(certificate.error());
    auto added = addAnswer(store, *certificate);
    if (!added)
        return std::unexpected(added.error());
    return RequestAnswer{.stored = std::move(*added), .leftOut = refusedExtensions(order.request, *certificate)};
}

Result<StoredCertificate> signerInStore(const StoredCertificate &stored, const CertificateStore &store)
{
    const bool isSelfSigned = isIssuedBy(stored.certificate, stored.certificate);
    return isSelfSigned ? stored : storedIssuer(stored.certificate, store);
}

} // namespace sealport
