#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate_store.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace sealport {

class JsonReader;

/// Which certificate, as a user says it: one of the store or of a token, or one straight from disk. A plain value;
/// nothing is looked up.
struct CertificateReference {
    IdentifyBy by = IdentifyBy::Name;
    QString id{};   ///< thumbprint, name or application id; or a pkcs11: URI
    QString file{}; ///< instead of `id`: straight from disk
    QString keyFile{};
    QString chainFile{};

    [[nodiscard]] bool isEmpty() const { return id.trimmed().isEmpty() && file.isEmpty(); }
    friend bool operator==(const CertificateReference &, const CertificateReference &) = default;
};

/// What is wrong with it alone. Errors: InvalidTokenUri, PinInTokenUri.
[[nodiscard]] std::vector<Error> validate(const CertificateReference &reference);

/// Adds its members to an object, without the PIN that somebody may have typed into a URI.
void writeTo(QJsonObject &object, const CertificateReference &reference);
void readFrom(JsonReader &reader, CertificateReference &reference);

} // namespace sealport
