#include "model/text/formatting.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace sealport {

namespace {

QString decimal(double number, int places)
{
    return QLocale().toString(number, 'f', places);
}

/// Three units of time at most are told apart: a number and its word. The singular has a text of its own, so that
/// English reads right without a translation file.
enum class Unit { Minute, Hour, Day, Month, Year };

QString later(Unit unit, int n)
{
    const auto said = [n](const char *text) { return QCoreApplication::translate("Formatting", text, nullptr, n); };
    switch (unit) {
    case Unit::Minute:
        return n == 1 ? said(QT_TRANSLATE_NOOP("Formatting", "in a minute"))
                      : said(QT_TRANSLATE_N_NOOP("Formatting", "in %n minutes"));
    case Unit::Hour:
        return n == 1 ? said(QT_TRANSLATE_NOOP("Formatting", "in an hour"))
                      : said(QT_TRANSLATE_N_NOOP("Formatting", "in %n hours"));
    case Unit::Day:
        return n == 1 ? said(QT_TRANSLATE_NOOP("Formatting", "in a day"))
                      : said(QT_TRANSLATE_N_NOOP("Formatting", "in %n days"));
    case Unit::Month:
        return n == 1 ? said(QT_TRANSLATE_NOOP("Formatting", "in a month"))
                      : said(QT_TRANSLATE_N_NOOP("Formatting", "in %n months"));
    case Unit::Year:
        return n == 1 ? said(QT_TRANSLATE_NOOP("Formatting", "in a year"))
                      : said(QT_TRANSLATE_N_NOOP("Formatting", "in %n years"));
    }
    Q_UNREACHABLE();
}

QString earlier(Unit unit, int n)
{
    const auto said = [n](const char *text) { return QCoreApplication::translate("Formatting", text, nullptr, n); };
    switch (unit) {
    case Unit::Minute:
        return n == 1 ? said(QT_TRANSLATE_NOOP("Formatting", "a minute ago"))
                      : said(QT_TRANSLATE_N_NOOP("Formatting", "%n minutes ago"));
    case Unit::Hour:
        return n == 1 ? said(QT_TRANSLATE_NOOP("Formatting", "an hour ago"))
                      : said(QT_TRANSLATE_N_NOOP("Formatting", "%n hours ago"));
    case Unit::Day:
        return n == 1 ? said(QT_TRANSLATE_NOOP("Formatting", "a day ago"))
                      : said(QT_TRANSLATE_N_NOOP("Formatting", "%n days ago"));
    case Unit::Month:
        return n == 1 ? said(QT_TRANSLATE_NOOP("Formatting", "a month ago"))
                      : said(QT_TRANSLATE_N_NOOP("Formatting", "%n months ago"));
    case Unit::Year:
        return n == 1 ? said(QT_TRANSLATE_NOOP("Formatting", "a year ago"))
                      : said(QT_TRANSLATE_N_NOOP("Formatting", "%n years ago"));
    }
    Q_UNREACHABLE();
}

} // namespace

QString byteSize(std::uint64_t bytes)
{
    if (bytes < 1024)
        return QCoreApplication::translate("Formatting", "%1 B")
            .arg(QLocale().toString(static_cast<qulonglong>(bytes)));
    const std::array<QString, 4> units{
        QCoreApplication::translate("Formatting", "%1 KB"), QCoreApplication::translate("Formatting", "%1 MB"),
        QCoreApplication::translate("Formatting", "%1 GB"), QCoreApplication::translate("Formatting", "%1 TB")};
    double size = static_cast<double>(bytes) / 1024;
    std::size_t unit = 0;
    while (size >= 1023.95 && unit + 1 < units.size()) { // what would be shown as 1024.0 belongs to the next unit
        size /= 1024;
        ++unit;
    }
    return units.at(unit).arg(decimal(size, size < 99.95 ? 1 : 0));
}

QString shortDuration(double milliseconds)
{
    const double value = std::max(0.0, milliseconds);
    if (value < 9.95)
        return QCoreApplication::translate("Formatting", "%1 ms").arg(decimal(value, 1));
    if (value < 999.5)
        return QCoreApplication::translate("Formatting", "%1 ms").arg(decimal(value, 0));
    if (value < 59'950)
        return QCoreApplication::translate("Formatting", "%1 s").arg(decimal(value / 1000, 1));
    const auto seconds = static_cast<qlonglong>(std::llround(value / 1000));
    const auto padded = [](qlonglong number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    if (seconds < 3600)
        return QCoreApplication::translate("Formatting", "%1 min %2 s")
            .arg(QString::number(seconds / 60), padded(seconds % 60));
    if (seconds < 86'400)
        return QCoreApplication::translate("Formatting", "%1 h %2 min")
            .arg(QString::number(seconds / 3600), padded(seconds % 3600 / 60));
    return QCoreApplication::translate("Formatting", "%1 d %2 h")
        .arg(QString::number(seconds / 86'400), padded(seconds % 86'400 / 3600));
}

QString spokenDuration(std::int64_t milliseconds)
{
    if (milliseconds % 1000 != 0 && milliseconds < 60'000) {
        const int places = milliseconds % 100 == 0 ? 1 : 3;
        return QCoreApplication::translate("Formatting", "%1 seconds")
            .arg(decimal(static_cast<double>(milliseconds) / 1000, places));
    }
    const auto seconds = static_cast<int>(std::min<std::int64_t>(milliseconds / 1000, 1'000'000'000));
    const int minutes = seconds / 60; // lupdate finds a count only where it is a plain name
    const int hours = seconds / 3600;
    if (seconds == 1)
        return QCoreApplication::translate("Formatting", "1 second");
    if (seconds < 120 || seconds % 60 != 0)
        return QCoreApplication::translate("Formatting", "%n seconds", nullptr, seconds);
    if (seconds < 7200 || seconds % 3600 != 0)
        return QCoreApplication::translate("Formatting", "%n minutes", nullptr, minutes);
    return QCoreApplication::translate("Formatting", "%n hours", nullptr, hours);
}

QString wholeNumber(std::uint64_t number)
{
    return QLocale().toString(static_cast<qulonglong>(number));
}

QString relativeDate(const QDateTime &then, const QDateTime &now)
{
    const qint64 seconds = now.secsTo(then);
    const qint64 distance = std::abs(seconds);
    const auto tell = [seconds](Unit unit, qint64 n) {
        return seconds > 0 ? later(unit, static_cast<int>(n)) : earlier(unit, static_cast<int>(n));
    };
    if (distance < 60)
        return QCoreApplication::translate("Formatting", "now");
    if (distance < 3600)
        return tell(Unit::Minute, distance / 60);
    if (distance < 2 * 86'400)
        return distance < 86'400 ? tell(Unit::Hour, distance / 3600) : tell(Unit::Day, 1);
    const qint64 days = distance / 86'400;
    if (days < 120) // "in 89 days" says more than "in 2 months"
        return tell(Unit::Day, days);
    if (days < 730)
        return tell(Unit::Month, days * 12 / 365);
    return tell(Unit::Year, days * 4 / 1461);
}

QString exactDate(const QDateTime &then)
{
    const QDateTime local = then.toLocalTime();
    return local.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss ")) + local.timeZoneAbbreviation();
}

QString spokenList(const QStringList &items)
{
    if (items.size() < 2)
        return items.join(QString());
    const QString first = items.mid(0, items.size() - 1).join(QCoreApplication::translate("Formatting", ", "));
    return QCoreApplication::translate("Formatting", "%1 and %2").arg(first, items.last());
}

QString spokenList(const QStringList &items, int shown, int leftOut)
{
    const int hidden = leftOut + static_cast<int>(std::max<qsizetype>(0, items.size() - shown));
    if (hidden == 0)
        return spokenList(items);
    const QString first = items.mid(0, shown).join(QCoreApplication::translate("Formatting", ", "));
    return QCoreApplication::translate("Formatting", "%1 and %n more", nullptr, hidden).arg(first);
}

QString nameList(const QStringList &names)
{
    QStringList parts;
    for (const QString &name : names)
        parts.append(name.contains(u',') ? QString(u'“' + name + u'”') : name);
    return parts.join(QStringLiteral(", "));
}

QString protocolList(ProtocolSet protocols)
{
    QStringList labels;
    for (const Protocol protocol : protocols.toVector())
        labels.append(protocolLabel(protocol));
    return spokenList(labels);
}

} // namespace sealport
