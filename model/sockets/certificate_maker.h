#pragma once

#include "model/base/error.h"
#include "model/base/job_runner.h"
#include "model/certificates/certificate_store.h"
#include "model/certificates/issuer.h"
#include "model/certificates/private_key.h"

#include <QObject>

#include <functional>
#include <optional>
#include <stop_token>

namespace sealport {

/// A certificate that the user asked for.
struct CertificateRequest {
    CertificateSpec spec;
    KeyKind key;
    std::optional<StoredCertificate> issuer; ///< must have its key; none: signs itself
};

/// Makes a key and a certificate and puts both into the store. Blocks (an RSA key takes seconds, up to minutes; it ends
/// early when `stop` is requested): job thread only.
/// Errors: those of validate(), PrivateKey::generate(), CertificateStore::identity(), issue() and
/// CertificateStore::add().
Result<StoredCertificate> makeCertificate(const CertificateRequest &request, const CertificateStore &store,
                                          const std::stop_token &stop = {});

/// Runs makeCertificate() in a thread for each request; at the end they are told to stop. Lives in the GUI thread.
class CertificateMaker final : public QObject {
    Q_OBJECT
public:
    explicit CertificateMaker(CertificateStore store, QObject *parent = nullptr);

    /// `done` runs in the GUI thread, and only while `context` lives.
    void make(const CertificateRequest &request, QObject *context,
              std::function<void(const Result<StoredCertificate> &)> done);

private:
    CertificateStore m_store;
    JobRunner m_jobs;
};

} // namespace sealport
