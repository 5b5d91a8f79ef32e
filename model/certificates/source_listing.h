#pragma once

#include "model/certificates/certificate_source.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace sealport {

/// One row of a source: a certificate, a request for one, a list of revoked ones, or what could not be read and why.
struct ListedItem {
    std::variant<Certificate, CertificateRequest, RevocationList, Error> object;
    bool hasKey = false;
    QString file{};
    bool isKeyLocked = false; ///< see StoredCertificate
    QByteArray searchText{};  ///< everything by which a person may look for it, lower case, UTF-8

    [[nodiscard]] const Certificate *certificate() const { return std::get_if<Certificate>(&object); }
    [[nodiscard]] const CertificateRequest *request() const { return std::get_if<CertificateRequest>(&object); }
    [[nodiscard]] const RevocationList *revocationList() const { return std::get_if<RevocationList>(&object); }
    [[nodiscard]] const Error *problem() const { return std::get_if<Error>(&object); }
    /// Only of a certificate.
    [[nodiscard]] StoredCertificate stored() const
    {
        return {std::get<Certificate>(object), hasKey, file, isKeyLocked};
    }
};

/// What a source holds, made for tables in a job thread: whoever shows it has nothing left to compute.
struct SourceListing {
    std::vector<ListedItem> items;
    QStringList watchedPaths; ///< see CertificateSource::watchedPaths()
    bool isWhole = true;      ///< false: it was cancelled
};

/// `found` is what `source` has listed.
[[nodiscard]] SourceListing listingOf(FoundCertificates found, const CertificateSource &source);

} // namespace sealport
