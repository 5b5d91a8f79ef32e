#include "model/certificates/ocsp_response.h"

#include "model/certificates/openssl_error.h"
#include "model/certificates/openssl_handle.h"
#include "model/certificates/renewal.h"
#include "model/certificates/x509_values.h"

#include <openssl/ocsp.h>

#include <array>

namespace sealport {

namespace {

using ResponsePtr = Handle<OCSP_RESPONSE, OCSP_RESPONSE_free>;
using BasicResponsePtr = Handle<OCSP_BASICRESP, OCSP_BASICRESP_free>;
using CertificateIdPtr = Handle<OCSP_CERTID, OCSP_CERTID_free>;
using TimePtr = Handle<ASN1_TIME, ASN1_TIME_free>;

constexpr std::array statusNumbers{V_OCSP_CERTSTATUS_GOOD, V_OCSP_CERTSTATUS_REVOKED, V_OCSP_CERTSTATUS_UNKNOWN};

TimePtr timeOf(const QDateTime &time)
{
    return TimePtr(time.isValid() ? ASN1_TIME_set(nullptr, static_cast<time_t>(time.toSecsSinceEpoch())) : nullptr);
}

Error failed(const Certificate &certificate)
{
    return takeOpenSslError(ErrorCode::Internal, certificate.name());
}

Error about(ErrorCode code, const Certificate &certificate, const QStringList &values = {})
{
    return {.code = code, .subject = certificate.name(), .values = values, .causes = {}};
}

} // namespace

Result<QByteArray> makeOcspResponse(const Certificate &certificate, const Identity &issuer, const OcspAnswer &answer)
{
    if (!isIssuedBy(certificate, issuer.certificate))
        return std::unexpected(about(ErrorCode::NotIssuedBy, certificate, {issuer.certificate.name()}));
    if (!issuer.key.matches(issuer.certificate))
        return std::unexpected(about(ErrorCode::KeyMismatch, issuer.certificate));
    const BasicResponsePtr basic(OCSP_BASICRESP_new());
    const CertificateIdPtr id(OCSP_cert_to_id(nullptr, certificate.handle(), issuer.certificate.handle()));
    const TimePtr thisUpdate = timeOf(answer.thisUpdate);
    const TimePtr nextUpdate = timeOf(answer.nextUpdate);
    const TimePtr revoked = answer.status == OcspStatus::Revoked ? timeOf(answer.thisUpdate) : TimePtr();
    const int status = statusNumbers[static_cast<std::size_t>(answer.status)];
    const QString type = issuer.certificate.keyType();
    const EVP_MD *digest = type.startsWith(u"ED") ? nullptr : EVP_sha256(); // EdDSA brings its own
    if (!basic || !id || !thisUpdate
        || OCSP_basic_add1_status(basic.get(), id.get(), status, OCSP_REVOKED_STATUS_UNSPECIFIED, revoked.get(),
                                  thisUpdate.get(), nextUpdate.get())
               == nullptr
        || OCSP_basic_sign(basic.get(), issuer.certificate.handle(), issuer.key.handle(), digest, nullptr, OCSP_NOCERTS)
               != 1)
        return std::unexpected(failed(certificate));
    const ResponsePtr response(OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic.get()));
    if (!response)
        return std::unexpected(failed(certificate));
    return encodedDer(i2d_OCSP_RESPONSE, response.get());
}

bool isOcspResponse(std::span<const std::byte> der)
{
    const IgnoreOpenSslErrors ignore;
    const auto *in = reinterpret_cast<const unsigned char *>(der.data());
    return ResponsePtr(d2i_OCSP_RESPONSE(nullptr, &in, static_cast<long>(der.size()))) != nullptr;
}

Result<OcspAnswer> readOcspResponse(std::span<const std::byte> der, const Certificate &certificate,
                                    const Certificate &issuer)
{
    const IgnoreOpenSslErrors ignore;
    const auto *in = reinterpret_cast<const unsigned char *>(der.data());
    const ResponsePtr response(d2i_OCSP_RESPONSE(nullptr, &in, static_cast<long>(der.size())));
    const BasicResponsePtr basic(response ? OCSP_response_get1_basic(response.get()) : nullptr);
    if (!basic)
        return std::unexpected(about(ErrorCode::MalformedContainer, certificate));
    const CertificateIdPtr id(OCSP_cert_to_id(nullptr, certificate.handle(), issuer.handle()));
    int status = V_OCSP_CERTSTATUS_UNKNOWN;
    ASN1_GENERALIZEDTIME *thisUpdate = nullptr;
    ASN1_GENERALIZEDTIME *nextUpdate = nullptr;
    if (!id || OCSP_resp_find_status(basic.get(), id.get(), &status, nullptr, nullptr, &thisUpdate, &nextUpdate) != 1)
        return std::unexpected(about(ErrorCode::NotIssuedBy, certificate, {issuer.name()}));
    return OcspAnswer{.status = status == V_OCSP_CERTSTATUS_GOOD      ? OcspStatus::Good
                                : status == V_OCSP_CERTSTATUS_REVOKED ? OcspStatus::Revoked
                                                                      : OcspStatus::Unknown,
                      .thisUpdate = thisUpdate ? utcTime(thisUpdate) : QDateTime(),
                      .nextUpdate = nextUpdate ? utcTime(nextUpdate) : QDateTime()};
}

} // namespace sealport
