#include "model/sockets/store_editor.h"

#include <openssl/crypto.h>

#include <QFileInfo>

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

void StoreEditor::import(std::shared_ptr<const CertificateSource> source, std::vector<StoredCertificate> certificates,
                         QObject *context, std::function<void(const ImportResult &)> done)
{
    m_jobs.run(
        [source = std::move(source), certificates = std::move(certificates), store = m_store] {
            std::vector<Certificate> copied;
            std::vector<PrivateKey> keys;
            for (const StoredCertificate &stored : certificates) {
                copied.push_back(stored.certificate);
                if (PrivateKey key = stored.hasKey ? source->key(stored) : PrivateKey(); !key.isNull())
                    keys.push_back(std::move(key));
            }
            return importCertificates(store, std::move(copied), std::move(keys));
        },
        context, std::move(done));
}

void StoreEditor::exportTo(const ExportOrder &order, const StoredCertificate &stored,
                           std::shared_ptr<const CertificateSource> source, QObject *context,
                           std::function<void(const Result<std::optional<Trash::Item>> &)> done)
{
    m_jobs.run(
        [order, stored, source = std::move(source), store = m_store,
         trash = m_trash]() -> Result<std::optional<Trash::Item>> {
            const Identity identity{.certificate = stored.certificate,
                                    .key = holdsPrivateKey(order.format) ? source->key(stored) : PrivateKey(),
                                    .chain = store.chainOf(stored)};
            std::optional<Trash::Item> before;
            if (QFileInfo(order.file).isFile()) {
                auto kept = trash.keep({order.file});
                if (!kept)
                    return std::unexpected(kept.error());
                before = std::move(*kept);
            }
            const auto written = exportCertificate(order.file, identity, order.format, order.passphrase.get(),
                                                   before ? ExistingFile::Replace : ExistingFile::Keep);
            if (!written)
                return std::unexpected(written.error());
            return before;
        },
        context, std::move(done));
}

void StoreEditor::restore(const Trash::Item &item, QObject *context, std::function<void(const Result<void> &)> done)
{
    m_jobs.run([item, trash = m_trash] { return trash.restore(item); }, context, std::move(done));
}

} // namespace sealport
