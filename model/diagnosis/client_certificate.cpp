#include "model/diagnosis/client_certificate.h"

#include <openssl/x509_vfy.h>

#include <span>

namespace sealport {

std::optional<ShownCertificate> shownCertificate(const ClientCertificate &shown)
{
    if (shown.chain.empty())
        return std::nullopt;
    const QByteArray &der = shown.chain.front();
    const auto certificate =
        Certificate::fromDer(std::as_bytes(std::span(der.constData(), static_cast<std::size_t>(der.size()))));
    if (!certificate)
        return std::nullopt;
    const bool isVerified = shown.verifyResult == X509_V_OK;
    return ShownCertificate{
        .certificate = *certificate,
        .isVerified = isVerified,
        .problem = isVerified ? QString() : QString::fromLatin1(X509_verify_cert_error_string(shown.verifyResult))};
}

} // namespace sealport
