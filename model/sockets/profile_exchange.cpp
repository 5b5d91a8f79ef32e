#include "model/sockets/profile_exchange.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

constexpr std::size_t mostProblems = 1000; ///< nobody reads more

/// What Windows-1252 has and Latin-1 has not, as far as it stands in code: the rest are letters of names.
char16_t fromWindows(char octet)
{
    constexpr std::pair<char, char16_t> marks[] = {{'\x80', u'€'},      {'\x85', u'…'},      {'\x8c', u'Œ'},
                                                   {'\x91', u'\u2018'}, {'\x92', u'\u2019'}, {'\x93', u'\u201c'},
                                                   {'\x94', u'\u201d'}, {'\x96', u'–'},      {'\x97', u'—'},
                                                   {'\x9c', u'œ'},      {'\x9f', u'Ÿ'}};
    for (const auto &[windows, unicode] : marks)
        if (octet == windows)
            return unicode;
    return static_cast<unsigned char>(octet);
}

QString decoded(const QByteArray &octets)
{
    const auto encoding = QStringConverter::encodingForData(octets).value_or(QStringConverter::Utf8);
    QStringDecoder decoder(encoding);
    QString text = decoder(octets);
    if (!decoder.hasError())
        return text;
    text.clear();
    text.reserve(octets.size());
    for (const char octet : octets)
        text.append(fromWindows(octet));
    return text;
}

Error nothingIn(const QString &source, const QString &cause)
{
    return {.code = ErrorCode::InvalidProfile,
            .subject = source,
            .values = {QStringLiteral("file")},
            .causes = cause.isEmpty() ? QStringList() : QStringList(cause)};
}

QJsonArray profilesIn(const QJsonDocument &document)
{
    if (document.isArray())
        return document.array();
    const QJsonValue servers = document.object().value(QStringLiteral("servers"));
    return servers.isArray() ? servers.toArray() : QJsonArray{document.object()};
}

/// Many things have a name.
bool looksLikeProfile(const QJsonObject &object)
{
    const QStringList telling{QStringLiteral("port"), QStringLiteral("certificate"), QStringLiteral("certificateFile"),
                              QStringLiteral("protocols")};
    return object.contains(QStringLiteral("name"))
           && std::ranges::any_of(telling, [&object](const QString &key) { return object.contains(key); });
}

ImportedProfiles importJson(const QString &text, const QString &source)
{
    ImportedProfiles imported;
    QJsonParseError failure;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &failure);
    if (failure.error != QJsonParseError::NoError) {
        imported.problems.push_back(
            nothingIn(source, QStringLiteral("JSON: %1 at offset %2").arg(failure.errorString()).arg(failure.offset)));
        return imported;
    }
    bool isOneAProfile = false;
    for (const auto &entry : profilesIn(document)) {
        if (imported.problems.size() == mostProblems)
            break;
        const QJsonObject object = entry.toObject();
        isOneAProfile = isOneAProfile || looksLikeProfile(object);
        if (const auto profile = profileFromJson(object))
            imported.profiles.push_back(*profile);
        else
            imported.problems.push_back(profile.error());
    }
    if (!isOneAProfile) // any other JSON
        return {.profiles = {}, .problems = {nothingIn(source, {})}, .notes = {}, .unnamed = {}};
    return imported;
}

bool isPrintable(QChar character)
{
    const bool isLineBreak = character == QChar::LineSeparator || character == QChar::ParagraphSeparator;
    return (character.isPrint() && !isLineBreak) || character == u'\n';
}

/// Beyond its strings, JSON is ASCII.
template <class Predicate>
QString escaped(const QByteArray &json, Predicate staysAsItIs)
{
    QString text;
    for (const QChar character : QString::fromUtf8(json)) {
        if (staysAsItIs(character))
            text.append(character);
        else
            text.append(QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0')));
    }
    return text;
}

} // namespace

ImportedProfiles importProfiles(const QString &text, const QString &source)
{
    const QString begin = text.left(1000).trimmed();
    if (begin.startsWith(u'{') || begin.startsWith(u'['))
        return importJson(text, source);
    WLanguageReading reading = readWLanguageCall(text);
    ImportedProfiles imported{.profiles = std::move(reading.profiles),
                              .problems = {},
                              .notes = std::move(reading.notes),
                              .unnamed = std::move(reading.unnamed)};
    if (imported.profiles.empty())
        imported.problems.push_back(nothingIn(source, {}));
    if (imported.profiles.empty()) // which has just been said
        std::erase_if(imported.notes,
                      [](const WLanguageNote &note) { return note.code == WLanguageNote::Code::NoCall; });
    return imported;
}

ImportedProfiles importProfiles(const QByteArray &octets, const QString &source)
{
    return importProfiles(decoded(octets), source);
}

QByteArray profileAsJson(const ServerProfile &profile)
{
    return escaped(QJsonDocument(toJson(profile)).toJson(QJsonDocument::Indented), isPrintable).toUtf8();
}

QByteArray asJsonLine(const QJsonObject &object)
{
    const auto isPrintableAscii = [](QChar character) { return character >= u' ' && character <= u'~'; };
    return escaped(QJsonDocument(object).toJson(QJsonDocument::Compact), isPrintableAscii).toLatin1();
}

} // namespace sealport
