#include "model/sockets/certificate_reference.h"

#include "model/base/json_reader.h"
#include "model/certificates/pkcs11_uri.h"

#include <initializer_list>
#include <utility>

namespace sealport {

namespace {

constexpr JsonName<IdentifyBy> identifyNames[] = {
    {IdentifyBy::Thumbprint, "hash"}, {IdentifyBy::Name, "name"}, {IdentifyBy::Application, "app"}};

/// A URI with a PIN is refused; it must not have been stored by then.
QString withoutPin(const QString &place)
{
    if (!isPkcs11Uri(place))
        return place;
    const auto uri = Pkcs11Uri::parse(place);
    return uri || uri.error().code != ErrorCode::PinInTokenUri ? place : uri.error().subject;
}

} // namespace

std::vector<Error> validate(const CertificateReference &reference)
{
    std::vector<Error> refused;
    for (const QString &place : {reference.id, reference.file, reference.keyFile}) {
        if (const auto uri = isPkcs11Uri(place) ? Pkcs11Uri::parse(place) : Pkcs11Uri(); !uri)
            refused.push_back(uri.error());
    }
    return refused;
}

void writeTo(QJsonObject &object, const CertificateReference &reference)
{
    object.insert(QStringLiteral("identifyBy"), jsonName(identifyNames, reference.by));
    object.insert(QStringLiteral("certificate"), withoutPin(reference.id));
    const std::initializer_list<std::pair<QString, QString>> files{
        {QStringLiteral("certificateFile"), withoutPin(reference.file)},
        {QStringLiteral("keyFile"), withoutPin(reference.keyFile)},
        {QStringLiteral("chainFile"), reference.chainFile}};
    for (const auto &[key, file] : files)
        if (!file.isEmpty())
            object.insert(key, file);
}

void readFrom(JsonReader &reader, CertificateReference &reference)
{
    reader.read(QStringLiteral("identifyBy"), identifyNames, reference.by);
    reader.read(QStringLiteral("certificate"), reference.id);
    reader.read(QStringLiteral("certificateFile"), reference.file);
    reader.read(QStringLiteral("keyFile"), reference.keyFile);
    reader.read(QStringLiteral("chainFile"), reference.chainFile);
}

} // namespace sealport
