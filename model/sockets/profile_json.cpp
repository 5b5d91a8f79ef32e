// Server profiles as they stand in files.

#include "model/base/json_reader.h"
#include "model/sockets/server_profile.h"

#include <QJsonArray>

namespace sealport {

namespace {

constexpr JsonName<AddressUse> addressUseNames[] = {{AddressUse::Shared, "shared"}, {AddressUse::Unique, "unique"}};

void readProtocols(JsonReader &reader, ProtocolSet &set)
{
    const QString key = QStringLiteral("protocols");
    QStringList words;
    for (const Protocol protocol : set.toVector())
        words.append(protocolOption(protocol));
    reader.read(key, words);
    const Result<ProtocolSet> protocols = parseProtocols(words.join(u','));
    if (!protocols && protocols.error().code != ErrorCode::NoProtocol)
        return reader.refuse(key);
    set = protocols.value_or(ProtocolSet{}); // every box unticked is a state that the form can be left in
}

void readOpening(JsonReader &reader, Opening &opening)
{
    const QString key = QStringLiteral("opening");
    QString word = opening.toWord();
    reader.read(key, word);
    if (const std::optional<Opening> read = Opening::parse(word))
        opening = *read;
    else
        reader.refuse(key);
}

void readReply(JsonReader &reader, const Opening &opening, ReplySpec &reply)
{
    const QString key = QStringLiteral("reply");
    QString option = ReplySpec{.mode = usualReply(opening)}.toOption();
    reader.read(key, option);
    if (const Result<ReplySpec> read = ReplySpec::parse(option))
        reply = *read;
    else
        reader.refuse(key);
}

void readLimits(JsonReader &reader, ServerLimits &limits)
{
    reader.read(QStringLiteral("handshakeTimeoutMs"), limits.handshakeTimeout);
    reader.read(QStringLiteral("idleTimeoutMs"), limits.idleTimeout);
    reader.read(QStringLiteral("maxConnections"), limits.maxConnections);
    reader.read(QStringLiteral("maxHeldBytes"), limits.maxHeldBytes, 0, std::numeric_limits<int>::max());
}

QJsonArray certificatesToJson(const ServerProfile &profile)
{
    QJsonArray array;
    for (const CertificateReference &reference : profile.furtherCertificates) {
        QJsonObject object;
        writeTo(object, reference);
        array.append(object);
    }
    return array;
}

QJsonArray namedToJson(const ServerProfile &profile)
{
    QJsonArray array;
    for (const NamedCertificate &named : profile.namedCertificates) {
        QJsonObject object{{QStringLiteral("names"), QJsonArray::fromStringList(named.names)}};
        writeTo(object, named.certificate);
        array.append(object);
    }
    return array;
}

void readCertificates(JsonReader &reader, ServerProfile &profile)
{
    readFrom(reader, profile.certificate);
    reader.readEach(QStringLiteral("furtherCertificates"),
                    [&profile](JsonReader &one) { readFrom(one, profile.furtherCertificates.emplace_back()); });
    reader.readEach(QStringLiteral("namedCertificates"), [&profile](JsonReader &one) {
        NamedCertificate &named = profile.namedCertificates.emplace_back();
        one.read(QStringLiteral("names"), named.names);
        readFrom(one, named.certificate);
    });
    reader.read(QStringLiteral("refusesOtherNames"), profile.refusesOtherNames);
}

} // namespace

QJsonObject toJson(const ServerProfile &profile)
{
    QJsonArray protocols;
    for (const Protocol protocol : profile.protocols.toVector())
        protocols.append(protocolOption(protocol));
    QJsonObject object = profile.ofLaterVersions;
    const std::initializer_list<std::pair<QString, QJsonValue>> members{
        {QStringLiteral("name"), profile.name},
        {QStringLiteral("port"), profile.port},
        {QStringLiteral("anyPort"), profile.anyPort},
        {QStringLiteral("protocols"), protocols},
        {QStringLiteral("address"), profile.address},
        {QStringLiteral("addressUse"), jsonName(addressUseNames, profile.addressUse)},
        {QStringLiteral("reply"), profile.reply.toOption()},
        {QStringLiteral("handshakeTimeoutMs"), static_cast<qint64>(profile.limits.handshakeTimeout.count())},
        {QStringLiteral("idleTimeoutMs"), static_cast<qint64>(profile.limits.idleTimeout.count())},
        {QStringLiteral("maxConnections"), profile.limits.maxConnections},
        {QStringLiteral("maxHeldBytes"), static_cast<qint64>(profile.limits.maxHeldBytes)},
    };
    for (const auto &[key, value] : members)
        object.insert(key, value);
    writeTo(object, profile.certificate);
    // What is not used is not written: the file is read by people.
    if (profile.opening != Opening{})
        object.insert(QStringLiteral("opening"), profile.opening.toWord());
    if (!profile.furtherCertificates.empty())
        object.insert(QStringLiteral("furtherCertificates"), certificatesToJson(profile));
    if (!profile.namedCertificates.empty())
        object.insert(QStringLiteral("namedCertificates"), namedToJson(profile));
    if (profile.refusesOtherNames)
        object.insert(QStringLiteral("refusesOtherNames"), true);
    if (const QJsonObject tls = toJson(profile.tls); !tls.isEmpty())
        object.insert(QStringLiteral("tls"), tls);
    if (profile.autoStart)
        object.insert(QStringLiteral("autoStart"), true);
    return object;
}

Result<ServerProfile> profileFromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    ServerProfile profile;
    reader.read(QStringLiteral("name"), profile.name);
    if (profile.name.isEmpty())
        reader.refuse(QStringLiteral("name"));
    reader.read(QStringLiteral("port"), profile.port);
    reader.read(QStringLiteral("anyPort"), profile.anyPort);
    readCertificates(reader, profile);
    readOpening(reader, profile.opening);
    readProtocols(reader, profile.protocols);
    reader.read(QStringLiteral("address"), profile.address);
    reader.read(QStringLiteral("addressUse"), addressUseNames, profile.addressUse);
    readReply(reader, profile.opening, profile.reply);
    readLimits(reader, profile.limits);
    reader.readObject(QStringLiteral("tls"), [&profile](JsonReader &tls) { readFrom(tls, profile.tls); });
    reader.read(QStringLiteral("autoStart"), profile.autoStart);
    if (!reader.firstWrong().isEmpty())
        return std::unexpected(Error{
            .code = ErrorCode::InvalidProfile, .subject = profile.name, .values = {reader.firstWrong()}, .causes = {}});
    profile.ofLaterVersions = reader.unread();
    return profile;
}

} // namespace sealport
