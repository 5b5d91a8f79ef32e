#include "model/sockets/store_editor.h"

#include "model/certificates/key_protection.h"
#include "model/certificates/request_files.h"

#include <openssl/crypto.h>

#include <QFileInfo>

#include <utility>

namespace sealport {

namespace {

/// Runs a job that ends early when it is asked to, or when the runner ends.
template <class Job, class Done>
std::stop_source runStoppable(JobRunner &jobs, Job job, QObject *context, Done done)
{
    std::stop_source cancel;
    jobs.runApart(
        [job = std::move(job), cancel](const std::stop_token &ended) mutable {
            const std::stop_callback passOn(ended, [&cancel] { cancel.request_stop(); });
            return job(cancel.get_token());
        },
        context, std::move(done));
    return cancel;
}

} // namespace

StoreEditor::StoreEditor(CertificateStore store, Trash trash, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_trash(std::move(trash))
    , m_jobs([] { OPENSSL_thread_stop(); })
{
}

std::stop_source StoreEditor::make(const CertificateOrder &order, QObject *context,
                                   std::function<void(const Result<StoredCertificate> &)> done)
{
    const auto job = [order, store = m_store](const std::stop_token &stop) {
        return makeCertificate(order, store, stop);
    };
    return runStoppable(m_jobs, job, context, std::move(done));
}

std::stop_source StoreEditor::request(const CertificateOrder &order, QObject *context,
                                      std::function<void(const Result<StoredRequest> &)> done)
{
    const auto job = [order, store = m_store](const std::stop_token &stop) {
        return makeCertificateRequest(order, store, stop);
    };
    return runStoppable(m_jobs, job, context, std::move(done));
}

void StoreEditor::renew(const RenewalOrder &order, QObject *context,
                        std::function<void(const Result<StoredCertificate> &)> done)
{
    m_jobs.run([order, store = m_store] { return renewCertificate(order, store); }, context, std::move(done));
}

void StoreEditor::revoke(const RevocationOrder &order, const StoredCertificate &authority,
                         std::shared_ptr<const SecretBytes> passphrase, QObject *context,
                         std::function<void(const Result<Revocation> &)> done)
{
    const auto job = [order, authority, passphrase = std::move(passphrase), store = m_store, trash = m_trash] {
        return revokeCertificates(order, authority, passphrase.get(), store, trash);
    };
    m_jobs.run(job, context, std::move(done));
}

void StoreEditor::takeBack(const Revocation &revocation, QObject *context,
                           std::function<void(const Result<void> &)> done)
{
    m_jobs.run([revocation, trash = m_trash] { return takeBackRevocation(revocation, trash); }, context,
               std::move(done));
}

void StoreEditor::sign(const SigningOrder &order, QObject *context,
                       std::function<void(const Result<RequestAnswer> &)> done)
{
    m_jobs.run([order, store = m_store] { return answerRequest(order, store); }, context, std::move(done));
}

void StoreEditor::findSigner(const StoredCertificate &stored, QObject *context,
                             std::function<void(const Result<StoredCertificate> &)> done)
{
    m_jobs.run([stored, store = m_store] { return signerInStore(stored, store); }, context, std::move(done));
}

void StoreEditor::readRequest(const QString &file, QObject *context,
                              std::function<void(const Result<CertificateRequest> &)> done)
{
    m_jobs.run([file] { return sealport::readRequest(file); }, context, std::move(done));
}

void StoreEditor::remove(StoreRemoval removal, QObject *context, std::function<void(const Result<Trash::Item> &)> done)
{
    m_jobs.run([removal = std::move(removal), store = m_store,
                trash = m_trash] { return takeFromStore(removal, store, trash); },
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
            Identity identity{.certificate = stored.certificate, .key = {}, .chain = store.chainOf(stored)};
            const bool isOurs = stored.isKeyLocked || source->kind() == SourceKind::MyCertificates;
            if (holdsPrivateKey(order.format) && isOurs) {
                const auto opened = store.identity(stored, order.keyPassphrase.get());
                if (!opened)
                    return std::unexpected(opened.error());
                identity.key = opened->key;
            } else if (holdsPrivateKey(order.format)) {
                identity.key = source->key(stored);
            }
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

std::stop_source StoreEditor::findFile(const QString &file, QObject *context, std::function<void(bool)> done)
{
    return m_jobs.runApart([file](const std::stop_token & /*stop*/) { return QFileInfo(file).isFile(); }, context,
                           std::move(done));
}

void StoreEditor::protectKey(const StoredCertificate &stored, std::shared_ptr<const SecretBytes> current,
                             std::shared_ptr<const SecretBytes> wanted, QObject *context,
                             std::function<void(const Result<QStringList> &)> done)
{
    m_jobs.run([stored, current = std::move(current), wanted = std::move(wanted),
                store = m_store] { return sealport::protectKey(store, stored, current.get(), wanted.get()); },
               context, std::move(done));
}

void StoreEditor::restore(const Trash::Item &item, QObject *context, std::function<void(const Result<void> &)> done)
{
    m_jobs.run([item, trash = m_trash] { return trash.restore(item); }, context, std::move(done));
}

} // namespace sealport
