#include "ui/validity_fields.h"

#include "model/certificates/certificate_spec.h"
#include "model/certificates/lint.h"
#include "ui/time_choice.h"

#include <QWidget>

#include <utility>

namespace sealport {
namespace {

enum Begin { Now, Yesterday, MonthAgo, YearAgo, Tomorrow, NextMonth };
enum End { Proposed, WithIssuer, Minute, Hour, Day, NinetyDays, Year, TenYears, HundredYears, Expired };

constexpr qint64 minute = 60;
constexpr qint64 hour = 3600;

TimeChoice::Usual fromNow(const QString &text, int days)
{
    return {.text = text, .time = [days](const QDateTime &now) { return now.addDays(days); }};
}

TimeChoice::Usual lasting(const QString &text, qint64 seconds)
{
    return {.text = text, .time = [seconds](const QDateTime &begin) { return begin.addSecs(seconds - 1); }};
}

TimeChoice::Usual lastingYears(const QString &text, int years)
{
    return {.text = text, .time = [years](const QDateTime &begin) { return begin.addYears(years).addSecs(-1); }};
}

TimeChoice::Usual longest(int days)
{
    return {.text = ValidityFields::tr("as long as browsers accept (%1 days)").arg(days),
            .time = [](const QDateTime &begin) { return usualEnd(begin, false); }};
}

TimeChoice::Usual withIssuer(const QDateTime &issuerEnd)
{
    return {.text = ValidityFields::tr("until its authority expires"),
            .time = [issuerEnd](const QDateTime &) { return issuerEnd; }};
}

} // namespace

ValidityFields::ValidityFields(QWidget *form)
    : QObject(form)
    , m_from(new TimeChoice(QStringLiteral("validFrom"),
                            {fromNow(tr("now"), 0), fromNow(tr("yesterday"), -1), fromNow(tr("30 days ago"), -30),
                             fromNow(tr("a year ago"), -365), fromNow(tr("tomorrow (not valid yet)"), 1),
                             fromNow(tr("in 30 days (not valid yet)"), 30)},
                            form))
    , m_until(new TimeChoice(QStringLiteral("validUntil"),
                             {longest(longestValidity(QDate::currentDate()).days),
                              withIssuer({}),
                              lasting(tr("1 minute"), minute),
                              lasting(tr("1 hour"), hour),
                              lasting(tr("1 day"), 24 * hour),
                              lasting(tr("90 days"), 90 * 24 * hour),
                              lastingYears(tr("1 year"), 1),
                              lastingYears(tr("10 years"), 10),
                              lastingYears(tr("100 years"), 100),
                              {.text = tr("yesterday (expired already)"),
                               .time = [](const QDateTime &) { return QDateTime::currentDateTimeUtc().addDays(-1); }}},
                             form))
{
    m_from->setName(tr("Valid from"));
    m_until->setName(tr("Valid until"));
    m_until->setAvailable(WithIssuer, false);
    connect(m_from, &TimeChoice::changed, this, [this] {
        propose(); // what is usual, counted from then, may be too long for the issuer
        Q_EMIT changed();
    });
    connect(m_until, &TimeChoice::changed, this, &ValidityFields::changed);
    connect(m_until, &TimeChoice::usualChosen, this, &ValidityFields::beginInThePast);
}

ValidityFields::Validity ValidityFields::validity(const QDateTime &now) const
{
    const QDateTime notBefore = m_from->time(now);
    return {.notBefore = notBefore, .notAfter = m_until->time(notBefore)};
}

void ValidityFields::update(const QDateTime &now)
{
    const QDateTime notBefore = m_from->time(now);
    m_from->setBase(now);
    if (!m_hasProposedEnd)
        m_until->setUsual(Proposed, longest(longestValidity(notBefore.toUTC().date()).days));
    m_until->setBase(notBefore);
}

void ValidityFields::setAuthority(bool isAuthority)
{
    m_isAuthority = isAuthority;
    propose();
}

void ValidityFields::setIssuerEnd(const QDateTime &end)
{
    m_issuerEnd = end;
    m_until->setUsual(WithIssuer, withIssuer(end));
    propose();
}

QString ValidityFields::remarkOn(const QDateTime &notAfter) const
{
    return m_issuerEnd.isValid() && notAfter > m_issuerEnd ? tr("Its authority expires earlier.") : QString();
}

void ValidityFields::propose()
{
    const QDateTime begin = m_from->time(QDateTime::currentDateTimeUtc());
    const bool canEndWithIssuer = m_issuerEnd.isValid() && m_issuerEnd > begin;
    m_until->setAvailable(WithIssuer, canEndWithIssuer);
    if (m_until->isTouched() && (m_until->chosen() != WithIssuer || canEndWithIssuer))
        return;
    const End usual = m_isAuthority && !m_hasProposedEnd ? TenYears : Proposed;
    const bool isTooLong = canEndWithIssuer && m_until->timeOf(usual, begin) > m_issuerEnd;
    m_until->choose(isTooLong ? WithIssuer : usual);
}

void ValidityFields::setProposedEnd(const QString &text, std::function<QDateTime(const QDateTime &)> end)
{
    m_hasProposedEnd = true;
    m_until->setUsual(Proposed, {.text = text, .time = std::move(end)});
    propose();
}

void ValidityFields::beginInThePast(int until)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (until == Expired && m_from->time(now) >= m_until->time(now))
        m_from->choose(MonthAgo);
}

} // namespace sealport
