#include "model/tables/certificate_status.h"

#include <algorithm>

namespace sealport {

namespace {

CertificateStatus statusByDates(const QDateTime &from, const QDateTime &until, const Calendar &calendar)
{
    if (until < calendar.now)
        return CertificateStatus::Expired;
    if (from > calendar.now)
        return CertificateStatus::NotYetValid;
    return until < calendar.now.addDays(calendar.soonDays) ? CertificateStatus::ExpiresSoon : CertificateStatus::Valid;
}

} // namespace

CertificateStatus certificateStatus(const Certificate &certificate, const Calendar &calendar,
                                    RevocationState revocation)
{
    switch (revocation) {
    case RevocationState::NotRevoked:
        return statusByDates(certificate.notBefore(), certificate.notAfter(), calendar);
    case RevocationState::OnHold:
        return CertificateStatus::OnHold;
    case RevocationState::Revoked:
        return CertificateStatus::Revoked;
    }
    Q_UNREACHABLE();
}

ValiditySpan validitySpan(const QDateTime &from, const QDateTime &until, const Calendar &calendar)
{
    const CertificateStatus status = statusByDates(from, until, calendar);
    if (status == CertificateStatus::Expired) // also one that would begin after its end
        return {.share = 1, .status = status};
    const auto whole = static_cast<double>(std::max(qint64{1}, from.secsTo(until)));
    return {.share = std::clamp(static_cast<double>(from.secsTo(calendar.now)) / whole, 0.0, 1.0), .status = status};
}

} // namespace sealport
