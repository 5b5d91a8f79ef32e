#pragma once

#include "model/base/error.h"
#include "model/base/job_runner.h"
#include "model/certificates/certificate_store.h"
#include "model/certificates/issuer.h"
#include "model/certificates/private_key.h"

#include <QObject>

#include <functional>
#include <optional>

namespace sealport {

/// A certificate that the user asked for.
struct CertificateRequest {
    CertificateSpec spec;
    KeyKind key;
    std::optional<StoredCertificate> issuer; ///< must have its key; none: signs itself
};

/// Makes a key and a certificate and puts both into the store. Blocks (an RSA key takes seconds): job thread only.
/// Errors: those of validate(), PrivateKey::generate(), CertificateStore::identity(), issue() and
/// CertificateStore::add().
Result<StoredCertificate> makeCertificate(const CertificateRequest &request, const CertificateStore &store);

/// Runs makeCertificate() in a thread of its own, one request after the other. Lives in the GUI thread.
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
