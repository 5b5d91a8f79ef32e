#include "model/sockets/store_editor.h"

#include <openssl/crypto.h>

#include <utility>

namespace sealport {

Result<StoredCertificate> makeCertificate(const CertificateOrder &order, const CertificateStore &store,
                                          const std::stop_token &stop)
{
    if (const auto refused = validate(order.spec); !refused.empty())
        return std::unexpected(refused.front());
    const auto key = PrivateKey::generate(order.key, stop);
    if (!key)
        return std::unexpected(key.error());
    std::optional<Identity> issuer;
    if (order.issuer) {
        auto identity = store.identity(*order.issuer);
        if (!identity)
            return std::unexpected(identity.error());
        issuer = std::move(*identity);
    }
    const auto certificate = issue(order.spec, *key, issuer ? &*issuer : nullptr);
    if (!certificate)
        return std::unexpected(certificate.error());
    return store.add(*certificate, *key);
}

StoreEditor::StoreEditor(CertificateStore store, Trash trash, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_trash(std::move(trash))
    , m_jobs([] { OPENSSL_thread_stop(); })
{
}

void StoreEditor::make(const CertificateOrder &order, QObject *context,
                       std::function<void(const Result<StoredCertificate> &)> done)
{
    m_jobs.runApart(
        [order, store = m_store](const std::stop_token &stop) { return makeCertificate(order, store, stop); }, context,
        std::move(done));
}

void StoreEditor::remove(std::vector<Certificate> certificates, QObject *context,
                         std::function<void(const Result<Trash::Item> &)> done)
{
    m_jobs.run([certificates = std::move(certificates), store = m_store,
                trash = m_trash] { return removeCertificates(certificates, store, trash); },
               context, std::move(done));
}

void StoreEditor::restore(const Trash::Item &item, QObject *context, std::function<void(const Result<void> &)> done)
{
    m_jobs.run([item, trash = m_trash] { return trash.restore(item); }, context, std::move(done));
}

} // namespace sealport
