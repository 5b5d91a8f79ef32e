#include "model/diagnosis/refused_by_rule.h"

#include "model/diagnosis/client_certificate.h"
#include "model/diagnosis/printable.h"

#include <openssl/sslerr.h>
#include <openssl/x509_vfy.h>

#include <algorithm>

namespace sealport {

namespace {

constexpr std::uint8_t unrecognizedName = 112; ///< RFC 6066 section 3
constexpr std::uint8_t noApplicationProtocol = 120; ///< RFC 7301 section 3.2
constexpr int mostValues = 8;

bool isSent(const Ending &ending, std::uint8_t alert)
{
    return ending.alertSent && ending.alertSent->code == alert;
}

void setValues(QStringList &values, int &more, const QStringList &all)
{
    values = all.mid(0, mostValues);
    more = static_cast<int>(all.size() - values.size());
}

void explainName(Verdict &verdict, const ClientHello &hello, const ServerOffer &offer)
{
    verdict.code = VerdictCode::UnknownServerName;
    verdict.detail = printable(hello.serverName);
    setValues(verdict.serverValues, verdict.serverValuesMore, offer.serverNames);
    verdict.evidence += QLatin1String("server name asked for: ") + verdict.detail;
    verdict.evidence += QLatin1String("names of this server's certificates: ") + verdict.serverValues.join(u' ');
}

void explainAlpn(Verdict &verdict, const ClientHello &hello, const ServerOffer &offer)
{
    verdict.code = VerdictCode::NoCommonAlpn;
    QStringList offered;
    for (const QByteArray &protocol : hello.alpn)
        offered.append(printable(protocol));
    setValues(verdict.clientValues, verdict.clientValuesMore, offered);
    setValues(verdict.serverValues, verdict.serverValuesMore, offer.alpn);
    verdict.evidence += QLatin1String("client: ") + verdict.clientValues.join(u' ');
    verdict.evidence += QLatin1String("server: ") + verdict.serverValues.join(u' ');
}

struct VerifyRefusal {
    int error;
    VerdictCode code;
    VerdictReason reason;
    int gsk;
};
constexpr VerifyRefusal verifyRefusals[] = {
    {X509_V_ERR_CERT_HAS_EXPIRED, VerdictCode::ClientCertificateExpired, VerdictReason::None, 107},
    {X509_V_ERR_CERT_NOT_YET_VALID, VerdictCode::ClientCertificateExpired, VerdictReason::ClientCertificateNotYetValid,
     107}, // GSK_KEYFILE_CERT_EXPIRED
    {X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, VerdictCode::ClientCertificateUntrusted,
     VerdictReason::ClientCertificateSelfSigned, 417}, // GSK_ERROR_SELF_SIGNED
    {X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN, VerdictCode::ClientCertificateUntrusted, VerdictReason::None, 6000},
    {X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, VerdictCode::ClientCertificateUntrusted, VerdictReason::None, 6000},
    {X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, VerdictCode::ClientCertificateUntrusted, VerdictReason::None, 6000},
    {X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, VerdictCode::ClientCertificateUntrusted, VerdictReason::None, 6000},
    {X509_V_ERR_CERT_UNTRUSTED, VerdictCode::ClientCertificateUntrusted, VerdictReason::None,
     6000}, // GSK_OS400_ERROR_NOT_TRUSTED_ROOT
    {X509_V_ERR_INVALID_PURPOSE, VerdictCode::ClientCertificateRefused, VerdictReason::ClientCertificateNotForClients,
     414}, // GSK_ERROR_BAD_CERT
};

void explainUnverified(Verdict &verdict, const ClientCertificate &shown)
{
    const auto known = std::ranges::find(verifyRefusals, shown.verifyResult, &VerifyRefusal::error);
    verdict.code = VerdictCode::ClientCertificateRefused;
    verdict.gsk = 414;
    if (known != std::end(verifyRefusals)) {
        verdict.code = known->code;
        verdict.reason = known->reason;
        verdict.gsk = known->gsk;
    }
    const auto told = shownCertificate(shown);
    if (!told)
        return;
    const Certificate &certificate = told->certificate;
    verdict.clientValues = {printable(certificate.name())};
    verdict.detail = verdict.code == VerdictCode::ClientCertificateUntrusted ? printable(certificate.issuer())
                                                                             : told->problem;
    verdict.evidence += QLatin1String("client certificate: ") + printable(certificate.subject());
    verdict.evidence += QLatin1String("issued by: ") + printable(certificate.issuer());
    verdict.evidence += QStringLiteral("verification: %1 (%2)").arg(told->problem).arg(shown.verifyResult);
}

} // namespace

bool explainRefusalByRule(Verdict &verdict, const Ending &ending, const ClientHello *hello, const ServerOffer *offer)
{
    if (ending.reason == SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE) {
        verdict.code = VerdictCode::ClientCertificateMissing;
        verdict.gsk = 403; // GSK_ERROR_NO_CERTIFICATE
        return true;
    }
    if (ending.reason == SSL_R_CERTIFICATE_VERIFY_FAILED && ending.clientCertificate) {
        explainUnverified(verdict, *ending.clientCertificate);
        return true;
    }
    if (hello == nullptr || offer == nullptr)
        return false;
    if (isSent(ending, unrecognizedName)) {
        explainName(verdict, *hello, *offer);
        return true;
    }
    if (isSent(ending, noApplicationProtocol)) {
        explainAlpn(verdict, *hello, *offer);
        return true;
    }
    return false;
}

} // namespace sealport
