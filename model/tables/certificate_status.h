#pragma once

#include "model/certificates/revoked_certificates.h"

#include <QDateTime>

#include <cstdint>

namespace sealport {

/// What dates are told by.
struct Calendar {
    QDateTime now = QDateTime::currentDateTimeUtc();
    int soonDays = 30; ///< a certificate that has no more than these is marked
};

enum class CertificateStatus : std::uint8_t { Valid, ExpiresSoon, Expired, NotYetValid, OnHold, Revoked };
[[nodiscard]] CertificateStatus certificateStatus(const Certificate &certificate, const Calendar &calendar,
                                                  RevocationState revocation = RevocationState::NotRevoked);

/// Where now is in a time of validity.
struct ValiditySpan {
    double share = 0; ///< of that time which has passed: 0 until it begins, 1 when it is over
    CertificateStatus status = CertificateStatus::Valid; ///< as the dates alone tell
    friend bool operator==(const ValiditySpan &, const ValiditySpan &) = default;
};
[[nodiscard]] ValiditySpan validitySpan(const QDateTime &from, const QDateTime &until, const Calendar &calendar);

} // namespace sealport
