#pragma once

#include "model/base/error.h"
#include "model/base/job_runner.h"
#include "model/certificates/certificate_removal.h"
#include "model/certificates/certificate_store.h"
#include "model/certificates/issuer.h"
#include "model/certificates/private_key.h"

#include <QObject>

#include <functional>
#include <optional>
#include <stop_token>

namespace sealport {

/// A certificate that the user asked for.
struct CertificateOrder {
    CertificateSpec spec;
    KeyKind key;
    std::optional<StoredCertificate> issuer; ///< must have its key; none: signs itself
};

/// Makes a key and a certificate and puts both into the store. Blocks (an RSA key takes seconds, up to minutes; it ends
/// early when `stop` is requested): job thread only.
/// Errors: those of validate(), PrivateKey::generate(), CertificateStore::identity(), issue() and
/// CertificateStore::add().
Result<StoredCertificate> makeCertificate(const CertificateOrder &order, const CertificateStore &store,
                                          const std::stop_token &stop = {});

/// Changes the user's store off the GUI thread. What takes long is told to stop at the end. Lives in the GUI thread;
/// all `done` run there, and only while their `context` lives.
class StoreEditor final : public QObject {
    Q_OBJECT
public:
    StoreEditor(CertificateStore store, Trash trash, QObject *parent = nullptr);

    /// As makeCertificate().
    void make(const CertificateOrder &order, QObject *context,
              std::function<void(const Result<StoredCertificate> &)> done);
    /// As removeCertificates(); restore() undoes it.
    void remove(std::vector<Certificate> certificates, QObject *context,
                std::function<void(const Result<Trash::Item> &)> done);
    void restore(const Trash::Item &item, QObject *context, std::function<void(const Result<void> &)> done);

private:
    CertificateStore m_store;
    Trash m_trash;
    JobRunner m_jobs;
};

} // namespace sealport
