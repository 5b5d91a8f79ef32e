#include "app/profiles_output.h"

#include "model/certificates/display_text.h"
#include "model/sockets/profile_exchange.h"
#include "model/text/error_text.h"
#include "model/text/formatting.h"
#include "model/text/gsk_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QStringBuilder>

namespace sealport {

namespace {

/// The context of this file's translatable texts.
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString placeText(const ServerProfile &profile)
{
    const QString address = profile.address.contains(u':') ? QString(u'[' % profile.address % u']') : profile.address;
    if (profile.port == 0)
        return CommandLine::tr("%1, at a port that the system chooses").arg(address);
    return address % u':' % QString::number(profile.port);
}

QString certificateText(const CertificateReference &certificate)
{
    if (!certificate.file.isEmpty())
        return certificate.file;
    switch (certificate.by) {
    case IdentifyBy::Thumbprint:
        return CommandLine::tr("%1 (by its thumbprint)").arg(certificate.id);
    case IdentifyBy::Name:
        return CommandLine::tr("%1 (by its name)").arg(certificate.id);
    case IdentifyBy::Application:
        return CommandLine::tr("%1 (by its application id)").arg(certificate.id);
    }
    Q_UNREACHABLE();
}

/// As a shell must read it.
QString shellWord(const QString &word)
{
    static const QRegularExpression plain(QStringLiteral("^[\\w./:@%+=,][\\w./:@%+=,-]*$"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    if (plain.match(word).hasMatch())
        return word;
    return u'\'' % QString(word).replace(u'\'', QStringLiteral("'\\''")) % u'\'';
}

/// What the lines of a short listing say already.
bool isShownAlways(const QString &key)
{
    static const QStringList keys{QStringLiteral("name"),           QStringLiteral("port"),
                                  QStringLiteral("protocols"),      QStringLiteral("address"),
                                  QStringLiteral("certificate"),    QStringLiteral("identifyBy"),
                                  QStringLiteral("certificateFile")};
    return keys.contains(key);
}

QString settingName(const QString &key)
{
    if (key == u"keyFile")
        return CommandLine::tr("key");
    if (key == u"chainFile")
        return CommandLine::tr("chain");
    if (key == u"reply")
        return CommandLine::tr("reply");
    if (key == u"addressUse")
        return CommandLine::tr("address use");
    return key; // as in the file
}

QString settingText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray list = asJsonLine({{QStringLiteral("v"), value}});
    return QString::fromLatin1(list.mid(5, list.size() - 6));
}

} // namespace

void ProfilesOutput::field(const QString &label, const QString &value)
{
    if (!isJson() && !value.isEmpty())
        m_out << "    " << label.leftJustified(12) << ' ' << displayText(value) << '\n';
}

void ProfilesOutput::line(const QString &line)
{
    if (!isJson())
        m_out << line << Qt::endl;
}

void ProfilesOutput::object(const QJsonObject &object)
{
    if (isJson())
        m_out << asJsonLine(object) << Qt::endl;
}

void ProfilesOutput::content(const QByteArray &utf8)
{
    m_out << QString::fromUtf8(utf8) << Qt::flush;
}

void ProfilesOutput::profile(const ServerProfile &profile, Detail detail, const QString &note,
                             const QString &memberName, const QJsonObject &member)
{
    QJsonObject json = toJson(profile);
    if (!memberName.isEmpty())
        json.insert(memberName, member);
    object(json);
    if (isJson())
        return;
    if (!note.isEmpty())
        m_out << note << '\n';
    m_out << displayText(profile.name) << '\n';
    field(CommandLine::tr("listens on"), placeText(profile));
    field(CommandLine::tr("protocols"),
          profile.protocols.isEmpty() ? CommandLine::tr("none") : protocolList(profile.protocols));
    field(CommandLine::tr("certificate"), certificateText(profile.certificate));
    if (detail != Detail::Short)
        settings(profile);
    if (detail == Detail::Full)
        for (const Error &error : validate(profile))
            field(CommandLine::tr("problem"), describe(error));
    m_out << Qt::flush;
}

/// Whatever else is not as in a new server.
void ProfilesOutput::settings(const ServerProfile &profile)
{
    const QJsonObject usual = toJson(ServerProfile{});
    const QJsonObject settings = toJson(profile);
    for (auto setting = settings.begin(); setting != settings.end(); ++setting)
        if (!isShownAlways(setting.key()) && usual.value(setting.key()) != setting.value())
            field(settingName(setting.key()), settingText(setting.value()));
}

void ProfilesOutput::kept(const Trash::Item &item, const QStringList &names, Loss loss)
{
    QStringList words{QStringLiteral("sealport profiles import")};
    if (loss == Loss::Replaced)
        words.append(QStringLiteral("--replace"));
    words.append(shellWord(Trash::keptFile(item, 0)));
    for (const QString &name : names)
        words.append(shellWord(name));
    field(CommandLine::tr("trash"), item.folder);
    line(CommandLine::tr("The trash keeps the servers as they were for %1 days. To put back what is gone: %2")
             .arg(Trash::days)
             .arg(displayText(words.join(u' '))));
}

void ProfilesOutput::fail(const char *kind, const QString &subject, const Error &error, const QString &option)
{
    m_hasFailed = true;
    const QString sentence = describe(error);
    if (m_said.contains(sentence))
        return;
    m_said.insert(sentence);
    const int gsk = gskCode(error);
    object({{QLatin1String(kind), subject},
            {QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), errorName(error.code)},
                                                  {QStringLiteral("gsk"), gsk != 0 ? QJsonValue(gsk) : QJsonValue()},
                                                  {QStringLiteral("sentence"), sentence}}}});
    warn(isJson() || option.isEmpty() ? sentence : QString(sentence % u' ' % option));
}

void ProfilesOutput::fail(const char *kind, const QString &subject, const QString &code, const QString &sentence)
{
    m_hasFailed = true;
    object({{QLatin1String(kind), subject},
            {QStringLiteral("error"),
             QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("sentence"), sentence}}}});
    warn(sentence);
}

void ProfilesOutput::warn(const QString &sentence)
{
    m_err << "sealport: " << displayText(sentence) << Qt::endl;
}

void ProfilesOutput::refuse(const QString &sentence)
{
    warn(sentence % u' ' % CommandLine::tr("See sealport profiles --help."));
    m_isUsageWrong = true;
}

QJsonObject trashJson(const Trash::Item &item)
{
    return {{QStringLiteral("id"), QFileInfo(item.folder).fileName()},
            {QStringLiteral("folder"), item.folder},
            {QStringLiteral("files"), QJsonArray::fromStringList(item.origins)}};
}

} // namespace sealport
