// Application definitions as their file holds them.

#include "model/sockets/application_definition.h"

#include <QJsonArray>

#include <span>

namespace sealport {

namespace {

constexpr QLatin1StringView idKey("id");
constexpr QLatin1StringView descriptionKey("description");
constexpr QLatin1StringView typeKey("type");
constexpr QLatin1StringView certificatesKey("certificates");
constexpr QLatin1StringView trustedKey("trusted");
constexpr QLatin1StringView sha256Key("sha256");
constexpr QLatin1StringView nameKey("name");
constexpr QLatin1StringView derKey("der");

constexpr qsizetype sha256Octets = 32;

std::optional<AssignedCertificate> assignedFromJson(const QJsonValue &value)
{
    const QString digits = value[sha256Key].toString();
    AssignedCertificate certificate{.sha256 = QByteArray::fromHex(digits.toLatin1()),
                                    .name = value[nameKey].toString()};
    const bool isHex = QString::fromLatin1(certificate.sha256.toHex()) == digits.toLower();
    return isHex && certificate.sha256.size() == sha256Octets ? std::optional(certificate) : std::nullopt;
}

std::optional<Certificate> authorityFromJson(const QJsonValue &value)
{
    const QByteArray der = QByteArray::fromBase64(value[derKey].toString().toLatin1());
    const auto certificate =
        Certificate::fromDer(std::as_bytes(std::span(der.constData(), static_cast<std::size_t>(der.size()))));
    return certificate ? std::optional(*certificate) : std::nullopt;
}

/// False where one of them is none.
template <class Item>
bool readAll(const QJsonValue &list, std::optional<Item> (*read)(const QJsonValue &), std::vector<Item> &items)
{
    const QJsonArray values = list.toArray();
    for (const auto &value : values) {
        std::optional<Item> item = read(value);
        if (!item)
            return false;
        items.push_back(std::move(*item));
    }
    return list.isArray();
}

} // namespace

QJsonObject toJson(const ApplicationDefinition &application)
{
    QJsonArray certificates;
    for (const AssignedCertificate &certificate : application.certificates)
        certificates.append(
            QJsonObject{{sha256Key, QString::fromLatin1(certificate.sha256.toHex())}, {nameKey, certificate.name}});
    QJsonObject object = application.further;
    object.insert(idKey, application.id);
    object.insert(descriptionKey, application.description);
    object.insert(typeKey, applicationTypeName(application.type));
    object.insert(certificatesKey, certificates);
    if (application.trusted) {
        QJsonArray authorities;
        for (const Certificate &authority : *application.trusted)
            authorities.append(
                QJsonObject{{nameKey, authority.name()}, {derKey, QString::fromLatin1(authority.der().toBase64())}});
        object.insert(trustedKey, authorities);
    }
    return object;
}

Result<ApplicationDefinition> applicationFromJson(const QJsonObject &object)
{
    ApplicationDefinition application;
    application.id = object[idKey].toString();
    const auto refused = [&application](QLatin1StringView field) {
        return std::unexpected(
            Error{.code = ErrorCode::InvalidApplication, .subject = application.id, .values = {field}, .causes = {}});
    };
    if (const auto checked = checkApplicationId(application.id); !checked)
        return std::unexpected(checked.error());
    application.description = object[descriptionKey].toString();
    if (object.contains(descriptionKey) && !object[descriptionKey].isString())
        return refused(descriptionKey);
    const auto type = applicationTypeNamed(object[typeKey].toString());
    if (!type)
        return refused(typeKey);
    application.type = *type;
    if (object.contains(certificatesKey)) {
        std::vector<AssignedCertificate> certificates;
        if (!readAll(object[certificatesKey], assignedFromJson, certificates) || !assign(application, certificates))
            return refused(certificatesKey);
    }
    if (object.contains(trustedKey)) {
        std::vector<Certificate> authorities;
        if (!readAll(object[trustedKey], authorityFromJson, authorities) || !setTrusted(application, authorities))
            return refused(trustedKey);
    }
    application.further = object;
    for (const QLatin1StringView key : {idKey, descriptionKey, typeKey, certificatesKey, trustedKey})
        application.further.remove(key);
    return application;
}

} // namespace sealport
