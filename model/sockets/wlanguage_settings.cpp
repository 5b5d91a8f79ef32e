#include "model/sockets/wlanguage_settings.h"

#include "model/certificates/display_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace sealport::wlanguage {

namespace {

constexpr qsizetype mostSettings = 100; ///< above one call

bool isOfCall(const QString &name)
{
    return name == u"name" || name == u"port";
}

/// ASCII on one line: no editor ends the comment early, and no encoding changes it.
QString encoded(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    QString text;
    for (const QChar character : QString::fromUtf8(list.mid(1, list.size() - 2))) {
        if (character >= u' ' && character <= u'~')
            text.append(character);
        else
            text.append(QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0')));
    }
    return text;
}

/// Undefined where the text is none.
QJsonValue decoded(QStringView text)
{
    const QJsonDocument list = QJsonDocument::fromJson(QByteArray("[" + text.toUtf8() + "]"));
    return list.array().size() == 1 ? list.array().first() : QJsonValue(QJsonValue::Undefined);
}

} // namespace

void CommentSettings::add(const QString &setting)
{
    const qsizetype equals = setting.indexOf(u'=');
    const QString name = setting.left(std::max(equals, qsizetype{0})).trimmed();
    const QJsonValue value =
        equals < 0 ? QJsonValue(QJsonValue::Undefined) : decoded(QStringView(setting).sliced(equals + 1));
    if (m_values.size() + m_broken.size() >= mostSettings)
        return;
    if (name.isEmpty() || value.isUndefined() || isOfCall(name))
        m_broken.append(displayText(setting.left(100)));
    else
        m_values.insert(name, value);
}

void CommentSettings::applyTo(CallMeaning &meaning) const
{
    using Code = WLanguageNote::Code;
    const auto note = [&meaning](Code code, const QStringList &values) {
        if (!values.isEmpty())
            meaning.notes.push_back({.code = code, .line = meaning.line, .parameter = {}, .values = values});
    };
    QStringList used;
    QStringList unusable = m_broken;
    for (auto setting = m_values.begin(); setting != m_values.end(); ++setting) {
        QJsonObject object = toJson(meaning.profile);
        object.insert(setting.key(), setting.value());
        const Result<ServerProfile> changed = profileFromJson(object);
        const bool isKnown = changed && !changed->ofLaterVersions.contains(setting.key())
                             && toJson(*changed).value(setting.key()) == setting.value();
        if (isKnown)
            meaning.profile = *changed;
        (isKnown ? used : unusable).append(setting.key());
    }
    note(Code::SettingsRead, used);
    note(Code::SettingsNotRead, unusable);
}

QJsonObject settingsBeside(const ServerProfile &profile, const ServerProfile &expressible)
{
    const QJsonObject wanted = toJson(profile);
    const QJsonObject said = toJson(expressible);
    QJsonObject settings;
    for (auto setting = wanted.begin(); setting != wanted.end(); ++setting) {
        const bool isKnown = !isOfCall(setting.key()) && !profile.ofLaterVersions.contains(setting.key());
        if (isKnown && said.value(setting.key()) != setting.value())
            settings.insert(setting.key(), setting.value());
    }
    return settings;
}

QStringList settingComments(const QJsonObject &settings)
{
    QStringList comments;
    for (auto setting = settings.begin(); setting != settings.end(); ++setting)
        comments.append(QStringLiteral("// sealport: %1 = %2").arg(setting.key(), encoded(setting.value())));
    return comments;
}

} // namespace sealport::wlanguage
