#include "model/certificates/lint_rules.h"

#include "model/certificates/x509_values.h"

#include <algorithm>
#include <array>

namespace sealport {

namespace {

constexpr qint64 secondsADay = 86'400;

void lintLength(LintSubject &subject)
{
    constexpr int appleLimit = 825; // support.apple.com/103769: also of authorities that the user trusts
    const QDateTime from = subject.certificate.notBefore();
    // The last second counts (RFC 5280 section 4.1.2.5).
    const qint64 seconds = from.secsTo(subject.certificate.notAfter()) + 1;
    const ValidityLimit limit = longestValidity(from.date());
    const QString days = QString::number((seconds + secondsADay - 1) / secondsADay);
    if (seconds > limit.days * secondsADay)
        subject.warning(LintRule::ValidTooLong, {days, QString::number(limit.days), limit.since.toString(Qt::ISODate)});
    if (seconds > appleLimit * secondsADay && from.date() >= QDate(2019, 7, 1))
        subject.warning(LintRule::ValidTooLongForApple, {days});
}

void lintNow(LintSubject &subject)
{
    constexpr qint64 soon = 30;
    const QDateTime from = subject.certificate.notBefore();
    const QDateTime to = subject.certificate.notAfter();
    const QDateTime now = subject.question.now;
    if (now > to)
        subject.error(LintRule::Expired, {to.toString(Qt::ISODate)});
    else if (now < from)
        subject.error(LintRule::NotYetValid, {from.toString(Qt::ISODate)});
    // What lives for weeks only is renewed in the last third of its life.
    else if (now.secsTo(to) < std::min(soon * secondsADay, from.secsTo(to) / 3))
        subject.warning(LintRule::ExpiresSoon,
                        {to.toString(Qt::ISODate), QString::number(now.secsTo(to) / secondsADay)});
}

/// RFC 5280 section 4.1.2.5: UTCTime through 2049, GeneralizedTime from then on, both to the second and in UTC.
void lintEncoding(LintSubject &subject, const ASN1_TIME *time)
{
    const QByteArray text(reinterpret_cast<const char *>(ASN1_STRING_get0_data(time)), ASN1_STRING_length(time));
    const bool isUtcTime = ASN1_STRING_type(time) == V_ASN1_UTCTIME;
    const qsizetype digits = isUtcTime ? 12 : 14;
    const bool isPlain = text.size() == digits + 1 && text.endsWith('Z')
                         && std::all_of(text.begin(), text.end() - 1, [](char c) { return c >= '0' && c <= '9'; });
    const QStringList values{stringText(time)};
    if (!isPlain)
        return subject.flaw(LintRule::TimeEncodedWrongly, values);
    if (isUtcTime && text.left(2) >= "50" && text.left(2) < "70")
        subject.flaw(LintRule::UtcTimeOfLastCentury, values);
    if (!isUtcTime && text.left(4) < "2050")
        subject.flaw(LintRule::GeneralizedTimeBefore2050, values);
}

} // namespace

ValidityLimit longestValidity(const QDate &notBefore)
{
    // Baseline 6.3.2; the last three by ballot SC-081.
    static const std::array<ValidityLimit, 6> limits{{{47, QDate(2029, 3, 15)},
                                                      {100, QDate(2027, 3, 15)},
                                                      {200, QDate(2026, 3, 15)},
                                                      {398, QDate(2020, 9, 1)},
                                                      {825, QDate(2018, 3, 1)},
                                                      {1187, QDate(2015, 4, 1)}}}; // 39 months
    for (const ValidityLimit &limit : limits)
        if (notBefore >= limit.since)
            return limit;
    return {.days = 1827, .since = QDate(2012, 7, 1)}; // 60 months
}

void lintValidity(LintSubject &subject)
{
    lintEncoding(subject, X509_get0_notBefore(subject.x509));
    lintEncoding(subject, X509_get0_notAfter(subject.x509));
    const QDateTime from = subject.certificate.notBefore();
    const QDateTime to = subject.certificate.notAfter();
    if (!from.isValid() || !to.isValid())
        return subject.error(LintRule::DateUnreadable);
    if (to < from)
        return subject.error(LintRule::ValidityReversed);
    if (subject.question.now.isValid())
        lintNow(subject);
    if (subject.isForServers)
        lintLength(subject);
}

} // namespace sealport
