#pragma once

#include "model/base/error.h"
#include "model/base/job_runner.h"
#include "model/certificates/certificate_import.h"
#include "model/certificates/certificate_removal.h"
#include "model/certificates/certificate_source.h"
#include "model/certificates/certificate_store.h"
#include "model/certificates/certificate_writer.h"
#include "model/sockets/certificate_orders.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace sealport {

/// A file that the user asked for.
struct ExportOrder {
    QString file;
    ExportFormat format = ExportFormat::Pem;
    std::shared_ptr<const SecretBytes> passphrase;      ///< protects what is written; null: none
    std::shared_ptr<const SecretBytes> keyPassphrase{}; ///< opens a key of the store that is locked
};

/// Changes the user's store off the GUI thread. What takes long is told to stop at the end. Lives in the GUI thread;
/// all `done` run there, and only while their `context` lives.
class StoreEditor final : public QObject {
    Q_OBJECT
public:
    StoreEditor(CertificateStore store, Trash trash, QObject *parent = nullptr);

    /// As makeCertificate(). Whoever requests a stop is told what came of it: an error, or the certificate when it was
    /// too late.
    std::stop_source make(const CertificateOrder &order, QObject *context,
                          std::function<void(const Result<StoredCertificate> &)> done);
    /// As makeCertificateRequest().
    std::stop_source request(const CertificateOrder &order, QObject *context,
                             std::function<void(const Result<StoredRequest> &)> done);
    void renew(const RenewalOrder &order, QObject *context,
               std::function<void(const Result<StoredCertificate> &)> done);
    /// As revokeCertificates(); takeBack() undoes it.
    void revoke(const RevocationOrder &order, const StoredCertificate &authority,
                std::shared_ptr<const SecretBytes> passphrase, QObject *context,
                std::function<void(const Result<Revocation> &)> done);
    /// As takeBackRevocation().
    void takeBack(const Revocation &revocation, QObject *context, std::function<void(const Result<void> &)> done);
    /// As answerRequest().
    void sign(const SigningOrder &order, QObject *context, std::function<void(const Result<RequestAnswer> &)> done);
    /// As signerInStore().
    void findSigner(const StoredCertificate &stored, QObject *context,
                    std::function<void(const Result<StoredCertificate> &)> done);
    /// The request in a file, as readRequest().
    void readRequest(const QString &file, QObject *context,
                     std::function<void(const Result<CertificateRequest> &)> done);
    /// As takeFromStore(); restore() undoes it.
    void remove(StoreRemoval removal, QObject *context, std::function<void(const Result<Trash::Item> &)> done);
    /// Copies certificates of `source` into the store, with their keys.
    void import(std::shared_ptr<const CertificateSource> source, std::vector<StoredCertificate> certificates,
                QObject *context, std::function<void(const ImportResult &)> done);
    /// As exportCertificate(), with the issuers that the store holds; what stands in the file's place is kept in the
    /// trash first, and comes with the result.
    void exportTo(const ExportOrder &order, const StoredCertificate &stored,
                  std::shared_ptr<const CertificateSource> source, QObject *context,
                  std::function<void(const Result<std::optional<Trash::Item>> &)> done);
    /// Whether an ordinary file stands there that exportTo() would replace. The answer may take long, for example where
    /// a disk is mounted first; none comes after a stop.
    std::stop_source findFile(const QString &file, QObject *context, std::function<void(bool isThere)> done);
    /// As sealport::protectKey(). Null: no pass phrase.
    void protectKey(const StoredCertificate &stored, std::shared_ptr<const SecretBytes> current,
                    std::shared_ptr<const SecretBytes> wanted, QObject *context,
                    std::function<void(const Result<QStringList> &)> done);
    void restore(const Trash::Item &item, QObject *context, std::function<void(const Result<void> &)> done);

private:
    CertificateStore m_store;
    Trash m_trash;
    JobRunner m_jobs;
};

} // namespace sealport
