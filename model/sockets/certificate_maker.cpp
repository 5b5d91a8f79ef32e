#include "model/sockets/certificate_maker.h"

#include <openssl/crypto.h>

#include <utility>

namespace sealport {

Result<StoredCertificate> makeCertificate(const CertificateRequest &request, const CertificateStore &store,
                                          const std::stop_token &stop)
{
    if (const auto refused = validate(request.spec); !refused.empty())
        return std::unexpected(refused.front());
    const auto key = PrivateKey::generate(request.key, stop);
    if (!key)
        return std::unexpected(key.error());
    std::optional<Identity> issuer;
    if (request.issuer) {
        auto identity = store.identity(*request.issuer);
        if (!identity)
            return std::unexpected(identity.error());
        issuer = std::move(*identity);
    }
    const auto certificate = issue(request.spec, *key, issuer ? &*issuer : nullptr);
    if (!certificate)
        return std::unexpected(certificate.error());
    return store.add(*certificate, *key);
}

CertificateMaker::CertificateMaker(CertificateStore store, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_jobs([] { OPENSSL_thread_stop(); })
{
}

void CertificateMaker::make(const CertificateRequest &request, QObject *context,
                            std::function<void(const Result<StoredCertificate> &)> done)
{
    m_jobs.runApart(
        [request, store = m_store](const std::stop_token &stop) { return makeCertificate(request, store, stop); },
        context, std::move(done));
}

} // namespace sealport
