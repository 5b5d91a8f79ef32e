#include "model/certificates/pkcs11_uri.h"
#include "model/certificates/thumbprint.h"
#include "model/sockets/wlanguage_call.h"
#include "model/sockets/wlanguage_names.h"
#include "model/sockets/wlanguage_settings.h"

namespace sealport {

namespace {

using namespace wlanguage;

/// As it is stored, which is without a PIN.
ServerProfile withoutPin(ServerProfile profile)
{
    const QString name = std::exchange(profile.name, QStringLiteral("name")); // none is no profile
    Identifier identifier = identifierOf(profile);
    if (const auto stored = profileFromJson(toJson(profile)))
        profile = *stored;
    else if (isPkcs11Uri(identifier.text))
        setIdentifier(profile, {.by = identifier.by, .text = {}});
    profile.name = name;
    return profile;
}

/// As certmgr.msc shows it; what is no thumbprint stays as it was typed.
ServerProfile withGroupedThumbprint(ServerProfile profile)
{
    Identifier identifier = identifierOf(profile);
    const auto thumbprint = parseThumbprint(identifier.text);
    if (identifier.by != IdentifyBy::Thumbprint || !thumbprint)
        return profile;
    identifier.text = formatThumbprint(thumbprint->octets, ThumbprintFormat::Windows);
    setIdentifier(profile, identifier);
    return profile;
}

/// A string of WLanguage. What cannot be seen in an editor, or means something in a string, stands outside of it.
QString quoted(const QString &text, WLanguageDialect dialect)
{
    QStringList parts;
    QString part;
    const auto endPart = [&] {
        if (!part.isEmpty())
            parts.append(u'"' + part + u'"');
        part.clear();
    };
    for (const char32_t character : text.toUcs4()) {
        if (!QChar::isPrint(character) || character == QChar::LineSeparator || character == QChar::ParagraphSeparator) {
            endPart();
            parts.append(QStringLiteral("%1(%2)").arg(characterFunction(dialect)).arg(std::uint32_t{character}));
            continue;
        }
        if (character == U'%' && part.endsWith(u'['))
            endPart();
        part += QString::fromUcs4(&character, 1);
        if (character == U'"')
            part += u'"';
    }
    endPart();
    return parts.isEmpty() ? QStringLiteral("\"\"") : parts.join(QStringLiteral(" + "));
}

/// Empty where they are what SocketCréeSSL takes by itself, and nothing has to follow them.
QString optionsOf(const ServerProfile &profile, bool isAddressGiven, WLanguageDialect dialect)
{
    const bool isByHash = identifierOf(profile).by == IdentifyBy::Thumbprint;
    if (!isByHash && profile.protocols == socketCreeSslProtocols && !isAddressGiven)
        return {};
    QStringList names{nameOf(isByHash ? IdentifyBy::Thumbprint : IdentifyBy::Name, dialect)};
    for (const Protocol protocol : profile.protocols.toVector())
        names.append(nameOf(protocol, dialect));
    return names.join(QStringLiteral(" + "));
}

QString callOf(const ServerProfile &profile, WLanguageDialect dialect)
{
    const bool isAddressGiven = !profile.address.isEmpty() && profile.address != u"0.0.0.0";
    const QString options = optionsOf(profile, isAddressGiven, dialect);
    QString call;
    if (profile.addressUse == AddressUse::Unique)
        call += QStringLiteral("Socket.Option = %1\n").arg(uniqueAddress(dialect));
    call += socketCreeSsl(dialect) + u'(' + quoted(profile.name, dialect) + QStringLiteral(", ")
            + QString::number(profile.port) + QStringLiteral(", ") + quoted(identifierOf(profile).text, dialect);
    if (!options.isEmpty())
        call += QStringLiteral(", ...\n\t") + options;
    if (isAddressGiven)
        call += QStringLiteral(", ") + quoted(profile.address, dialect);
    return call + QStringLiteral(")\n");
}

/// The call itself tells what it does not say.
QJsonObject unsaid(const ServerProfile &profile, const QString &call)
{
    const WLanguageReading reading = readWLanguageCall(call);
    return settingsBeside(profile, reading.profiles.empty() ? ServerProfile{} : reading.profiles.front());
}

QStringList comments(const ServerProfile &profile, const QString &call, WLanguageDialect dialect)
{
    const bool isFrench = dialect == WLanguageDialect::French;
    QStringList lines;
    const auto thumbprint = parseThumbprint(identifierOf(profile).text);
    if (identifierOf(profile).by == IdentifyBy::Thumbprint && thumbprint
        && thumbprint->algorithm != ThumbprintAlgorithm::Sha1)
        lines.append((isFrench ? QStringLiteral("// SocketCréeSSL attend une empreinte SHA-1 de 40 chiffres : "
                                                "celle-ci en a %1.")
                               : QStringLiteral("// SocketCreateSSL takes a SHA-1 thumbprint of 40 digits: this one "
                                                "has %1."))
                         .arg(thumbprint->octets.size() * 2));
    const QStringList settings = settingComments(unsaid(profile, call));
    if (!settings.isEmpty())
        lines.append(isFrench ? QStringLiteral("// Sans équivalent dans SocketCréeSSL ; Sealport relit ces lignes :")
                              : QStringLiteral("// Not in SocketCreateSSL; Sealport reads these lines back:"));
    return lines + settings;
}

ServerProfile asShown(const ServerProfile &profile)
{
    return withGroupedThumbprint(withoutPin(profile));
}

} // namespace

QStringList settingsBesideWLanguageCall(const ServerProfile &profile)
{
    const ServerProfile shown = asShown(profile);
    return unsaid(shown, callOf(shown, WLanguageDialect::English)).keys();
}

QString wLanguageCall(const ServerProfile &profile, WLanguageDialect dialect)
{
    const ServerProfile shown = asShown(profile);
    const QString call = callOf(shown, dialect);
    QString text;
    for (const QString &comment : comments(shown, call, dialect))
        text += comment + u'\n';
    return text + call;
}

} // namespace sealport
