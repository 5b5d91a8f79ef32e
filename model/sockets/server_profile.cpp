#include "model/sockets/server_profile.h"

#include "model/certificates/pkcs11_uri.h"

#include <QJsonArray>

#include <algorithm>
#include <initializer_list>
#include <limits>

namespace sealport {

namespace {

using namespace std::chrono_literals;

constexpr quint16 lowestPort = 5000; ///< SocketCréeSSL: 5000 to 65000 (doc.windev.com 1000017041)
constexpr quint16 highestPort = 65000;
constexpr qsizetype longestText = 65536;

Error fieldError(ErrorCode code, const QString &subject, const QStringList &values = {})
{
    return Error{.code = code, .subject = subject, .values = values, .causes = {}};
}

Error rangeError(const char *field, const QString &lowest, const QString &highest)
{
    return fieldError(ErrorCode::InvalidProfile, QLatin1String(field), {QLatin1String(field), lowest, highest});
}

bool isTimeInRange(std::chrono::milliseconds time, std::chrono::milliseconds longest)
{
    return time == 0ms || (time >= 100ms && time <= longest);
}

template <class Enum>
struct EnumName {
    Enum value;
    const char *name;
};
constexpr EnumName<IdentifyBy> identifyNames[] = {
    {IdentifyBy::Thumbprint, "hash"}, {IdentifyBy::Name, "name"}, {IdentifyBy::Application, "app"}};
constexpr EnumName<AddressUse> addressUseNames[] = {{AddressUse::Shared, "shared"}, {AddressUse::Unique, "unique"}};

template <class Enum, std::size_t size>
QString nameOf(const EnumName<Enum> (&names)[size], Enum value)
{
    for (const EnumName<Enum> &entry : names)
        if (entry.value == value)
            return QLatin1String(entry.name);
    return {};
}

template <class Enum, std::size_t size>
bool readEnum(const QJsonObject &object, const QString &key, const EnumName<Enum> (&names)[size], Enum &value)
{
    if (!object.contains(key))
        return true;
    for (const EnumName<Enum> &entry : names) {
        if (object[key].toString() == QLatin1String(entry.name)) {
            value = entry.value;
            return true;
        }
    }
    return false;
}

/// A URI with a PIN is refused; it must not have been stored by then.
QString withoutPin(const QString &place)
{
    if (!isPkcs11Uri(place))
        return place;
    const auto uri = Pkcs11Uri::parse(place);
    return uri || uri.error().code != ErrorCode::PinInTokenUri ? place : uri.error().subject;
}

bool readString(const QJsonObject &object, const QString &key, QString &value)
{
    if (!object.contains(key))
        return true;
    value = object[key].toString();
    return object[key].isString();
}

/// Whole numbers only, and only those that fit; a double would round in silence.
bool readInteger(const QJsonObject &object, const QString &key, std::int64_t lowest, std::int64_t highest,
                 std::int64_t &value)
{
    if (!object.contains(key))
        return true;
    constexpr qint64 notANumber = std::numeric_limits<qint64>::min();
    const qint64 number = object[key].toInteger(notANumber);
    value = number;
    return number >= lowest && number <= highest;
}

} // namespace

Result<ReplySpec> ReplySpec::parse(const QString &option)
{
    if (option == u"echo")
        return ReplySpec{.mode = ReplyMode::Echo};
    if (option == u"discard")
        return ReplySpec{.mode = ReplyMode::Discard};
    if (option == u"http" || option == u"page")
        return ReplySpec{.mode = ReplyMode::Http};
    if (option.startsWith(u"text:"))
        return ReplySpec{.mode = ReplyMode::Text, .text = option.mid(5)};
    return std::unexpected(fieldError(ErrorCode::InvalidOption, QStringLiteral("--reply"),
                                      {option, QStringLiteral("echo, discard, http, page, text:STRING")}));
}

QString ReplySpec::toOption() const
{
    switch (mode) {
    case ReplyMode::Echo:
        return QStringLiteral("echo");
    case ReplyMode::Discard:
        return QStringLiteral("discard");
    case ReplyMode::Http:
        return QStringLiteral("http");
    case ReplyMode::Text:
        return QStringLiteral("text:") + text;
    }
    Q_UNREACHABLE();
}

std::vector<Error> validate(const ServerProfile &profile)
{
    std::vector<Error> refused;
    if (profile.name.trimmed().isEmpty() || profile.name.size() > 100)
        refused.push_back(fieldError(ErrorCode::InvalidName, profile.name));
    if (!profile.anyPort && profile.port != 0 && (profile.port < lowestPort || profile.port > highestPort))
        refused.push_back(fieldError(ErrorCode::InvalidPort, QString::number(profile.port),
                                     {QString::number(lowestPort), QString::number(highestPort)}));
    if (profile.certificate.trimmed().isEmpty() && profile.certificateFile.isEmpty())
        refused.push_back(fieldError(ErrorCode::NoCertificate, profile.name));
    for (const QString &place : {profile.certificate, profile.certificateFile, profile.keyFile}) {
        if (const auto uri = isPkcs11Uri(place) ? Pkcs11Uri::parse(place) : Pkcs11Uri(); !uri)
            refused.push_back(uri.error());
    }
    if (profile.protocols.isEmpty())
        refused.push_back(fieldError(ErrorCode::NoProtocol, profile.name));
    if (profile.address.trimmed().isEmpty())
        refused.push_back(fieldError(ErrorCode::AddressNotFound, profile.address));
    if (!isTimeInRange(profile.limits.handshakeTimeout, 1h))
        refused.push_back(rangeError("handshakeTimeout", QStringLiteral("0.1 s"), QStringLiteral("3600 s")));
    if (!isTimeInRange(profile.limits.idleTimeout, 24h))
        refused.push_back(rangeError("idleTimeout", QStringLiteral("0.1 s"), QStringLiteral("86400 s")));
    if (profile.limits.maxConnections < 1 || profile.limits.maxConnections > 100'000)
        refused.push_back(rangeError("maxConnections", QStringLiteral("1"), QStringLiteral("100000")));
    if (profile.limits.maxHeldBytes < (64 << 10) || profile.limits.maxHeldBytes > (64 << 20))
        refused.push_back(rangeError("maxHeldBytes", QStringLiteral("65536"), QStringLiteral("67108864")));
    if (profile.reply.text.size() > longestText)
        refused.push_back(fieldError(
            ErrorCode::InvalidProfile, QStringLiteral("reply"),
            {QStringLiteral("reply"), QString::number(profile.reply.text.size()), QString::number(longestText)}));
    return refused;
}

QJsonObject toJson(const ServerProfile &profile)
{
    QJsonArray protocols;
    for (const Protocol protocol : profile.protocols.toVector())
        protocols.append(protocolOption(protocol));
    QJsonObject object{
        {QStringLiteral("name"), profile.name},
        {QStringLiteral("port"), profile.port},
        {QStringLiteral("anyPort"), profile.anyPort},
        {QStringLiteral("identifyBy"), nameOf(identifyNames, profile.identifyBy)},
        {QStringLiteral("certificate"), withoutPin(profile.certificate)},
        {QStringLiteral("protocols"), protocols},
        {QStringLiteral("address"), profile.address},
        {QStringLiteral("addressUse"), nameOf(addressUseNames, profile.addressUse)},
        {QStringLiteral("reply"), profile.reply.toOption()},
        {QStringLiteral("handshakeTimeoutMs"), static_cast<qint64>(profile.limits.handshakeTimeout.count())},
        {QStringLiteral("idleTimeoutMs"), static_cast<qint64>(profile.limits.idleTimeout.count())},
        {QStringLiteral("maxConnections"), profile.limits.maxConnections},
        {QStringLiteral("maxHeldBytes"), static_cast<qint64>(profile.limits.maxHeldBytes)},
    };
    const std::initializer_list<std::pair<QString, QString>> files{
        {QStringLiteral("certificateFile"), withoutPin(profile.certificateFile)},
        {QStringLiteral("keyFile"), withoutPin(profile.keyFile)},
        {QStringLiteral("chainFile"), profile.chainFile}};
    for (const auto &[key, file] : files)
        if (!file.isEmpty())
            object.insert(key, file);
    return object;
}

Result<ServerProfile> profileFromJson(const QJsonObject &object)
{
    ServerProfile profile;
    const auto refused = [&profile](const char *field) {
        return std::unexpected(fieldError(ErrorCode::InvalidProfile, profile.name, {QLatin1String(field)}));
    };
    if (!readString(object, QStringLiteral("name"), profile.name) || profile.name.isEmpty())
        return refused("name");
    std::int64_t number = profile.port;
    if (!readInteger(object, QStringLiteral("port"), 0, 65535, number))
        return refused("port");
    profile.port = static_cast<quint16>(number);
    const QJsonValue anyPort = object.value(QStringLiteral("anyPort"));
    if (!anyPort.isUndefined() && !anyPort.isBool())
        return refused("anyPort");
    profile.anyPort = anyPort.toBool(profile.anyPort);
    if (!readEnum(object, QStringLiteral("identifyBy"), identifyNames, profile.identifyBy))
        return refused("identifyBy");
    if (!readString(object, QStringLiteral("certificate"), profile.certificate))
        return refused("certificate");
    if (!readString(object, QStringLiteral("certificateFile"), profile.certificateFile))
        return refused("certificateFile");
    if (!readString(object, QStringLiteral("keyFile"), profile.keyFile))
        return refused("keyFile");
    if (!readString(object, QStringLiteral("chainFile"), profile.chainFile))
        return refused("chainFile");
    if (object.contains(QStringLiteral("protocols"))) {
        QStringList words;
        const QJsonArray listed = object[QStringLiteral("protocols")].toArray();
        if (!object[QStringLiteral("protocols")].isArray()
            || !std::ranges::all_of(listed, [](const QJsonValue &word) { return word.isString(); }))
            return refused("protocols");
        for (const QJsonValue &word : listed)
            words.append(word.toString());
        const Result<ProtocolSet> protocols = parseProtocols(words.join(u','));
        if (!protocols && protocols.error().code != ErrorCode::NoProtocol)
            return refused("protocols");
        profile.protocols =
            protocols.value_or(ProtocolSet{}); // every box unticked is a state that the form can be left in
    }
    if (!readString(object, QStringLiteral("address"), profile.address))
        return refused("address");
    if (!readEnum(object, QStringLiteral("addressUse"), addressUseNames, profile.addressUse))
        return refused("addressUse");
    if (object.contains(QStringLiteral("reply"))) {
        const Result<ReplySpec> reply = ReplySpec::parse(object[QStringLiteral("reply")].toString());
        if (!reply)
            return refused("reply");
        profile.reply = *reply;
    }
    constexpr std::int64_t anyNumber = std::numeric_limits<int>::max();
    number = profile.limits.handshakeTimeout.count();
    if (!readInteger(object, QStringLiteral("handshakeTimeoutMs"), 0, anyNumber, number))
        return refused("handshakeTimeoutMs");
    profile.limits.handshakeTimeout = std::chrono::milliseconds(number);
    number = profile.limits.idleTimeout.count();
    if (!readInteger(object, QStringLiteral("idleTimeoutMs"), 0, anyNumber, number))
        return refused("idleTimeoutMs");
    profile.limits.idleTimeout = std::chrono::milliseconds(number);
    number = profile.limits.maxConnections;
    if (!readInteger(object, QStringLiteral("maxConnections"), 0, anyNumber, number))
        return refused("maxConnections");
    profile.limits.maxConnections = static_cast<int>(number);
    if (!readInteger(object, QStringLiteral("maxHeldBytes"), 0, anyNumber, profile.limits.maxHeldBytes))
        return refused("maxHeldBytes");
    return profile;
}

} // namespace sealport
