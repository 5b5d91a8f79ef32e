#include "app/certs_option_readers.h"

#include <QCoreApplication>

namespace sealport {

std::unexpected<UsageError> refuse(const QString &option, const QString &value, const QString &allowed)
{
    return std::unexpected(UsageError{
        QCoreApplication::translate("CommandLine", "%1 does not take '%2': it takes %3.").arg(option, value, allowed)});
}

std::unexpected<UsageError> wrong(const QString &text)
{
    return std::unexpected(UsageError{text});
}

std::expected<QDateTime, UsageError> momentOf(const QString &option, const QString &value, QTime ofDay)
{
    const bool isDay = !value.contains(u'T');
    QDateTime moment;
    if (isDay)
        moment = QDateTime(QDate::fromString(value, Qt::ISODate), ofDay, Qt::UTC);
    else
        moment = QDateTime::fromString(value, Qt::ISODate);
    if (!moment.isValid())
        return refuse(option, value,
                      QCoreApplication::translate("CommandLine", "a date such as 2027-01-31 or 2027-01-31T12:00:00Z"));
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeSpec(Qt::UTC);
    return moment.toUTC();
}

Outcome readFileOption(const QCommandLineParser &parser, const QString &name, QString &file)
{
    file = parser.value(name);
    if (parser.isSet(name) && file.isEmpty())
        return refuse(QStringLiteral("--") % name, file,
                      QCoreApplication::translate("CommandLine", "the path of a file"));
    return {};
}

Outcome readPassphraseFile(const QCommandLineParser &parser, CertsOptions &options)
{
    return readFileOption(parser, QStringLiteral("pass-file"), options.passphraseFile);
}

Outcome readNewPassphraseFile(const QCommandLineParser &parser, CertsOptions &options)
{
    return readFileOption(parser, QStringLiteral("new-pass-file"), options.newPassphraseFile);
}

} // namespace sealport
