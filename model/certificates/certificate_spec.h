#pragma once

#include "model/base/error.h"
#include "model/certificates/subject_field.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace sealport {

/// What a certificate may be used for (extended key usage, RFC 5280 section 4.2.1.12).
enum class KeyPurpose : std::uint8_t {
    ServerAuth,
    ClientAuth,
    CodeSigning,
    EmailProtection,
    TimeStamping,
    OcspSigning,
};

/// Everything a certificate will say. A plain value: dialogs edit it, tests compare it.
/// Nothing is checked before validate().
struct CertificateSpec {
    QString commonName{};
    QStringList alternativeNames{}; ///< "localhost", "DNS:…", "127.0.0.1", "IP:::1", "email:…", "URI:…"
    QDateTime notBefore{};
    QDateTime notAfter{};
    bool isCa = false;
    std::vector<SubjectField> subjectFields{}; ///< in the order in which they stand before the common name
    /// Absent: what is usual, which is serverAuth and clientAuth, and none for an authority. Empty: none.
    std::optional<std::vector<KeyPurpose>> purposes{};
    std::optional<int> pathLength{}; ///< authorities below this one; absent: any number
    QString revocationListUrl{};     ///< where clients fetch the issuer's list; empty: not said, as those that follow
    QString ocspUrl{};
    QString issuerUrl{}; ///< where clients fetch the issuer's certificate

    /// Those that the certificate will say.
    [[nodiscard]] std::vector<KeyPurpose> effectivePurposes() const;

    friend bool operator==(const CertificateSpec &, const CertificateSpec &) = default;
};

/// Where a specification begins. What has no issuer signs itself, whatever it began as.
enum class CertificateTemplate : std::uint8_t {
    RootCa,
    IntermediateCa, ///< signs leaves, no further authorities
    Server,
    Client,
    ServerAndClient,
};
inline constexpr std::array allCertificateTemplates{CertificateTemplate::RootCa, CertificateTemplate::IntermediateCa,
                                                    CertificateTemplate::Server, CertificateTemplate::Client,
                                                    CertificateTemplate::ServerAndClient};
/// Without names and dates.
[[nodiscard]] CertificateSpec specOf(CertificateTemplate kind);
/// Stable names: root-ca, intermediate, server, client, server-client.
[[nodiscard]] QString certificateTemplateName(CertificateTemplate kind);
[[nodiscard]] std::optional<CertificateTemplate> certificateTemplateNamed(const QString &name);

/// What clients compare: a name of a server that is a host name or an address, of a client that is a mailbox, is an
/// alternative name too. Authorities have none.
[[nodiscard]] QStringList usualAlternativeNames(const CertificateSpec &spec);

/// The fields that would be refused, one Error each (InvalidName, InvalidSubjectField, InvalidAlternativeName,
/// InvalidValidity, InvalidPathLength; InvalidUrl, whose values name the field: "crl", "ocsp", "ca-issuers"); empty
/// means issue() can succeed.
[[nodiscard]] std::vector<Error> validate(const CertificateSpec &spec);
/// The same of a request, which says nothing about dates.
[[nodiscard]] std::vector<Error> validateRequest(const CertificateSpec &spec);
/// The same of what an issuer adds to the names that a request brings.
[[nodiscard]] std::vector<Error> validateTerms(const CertificateSpec &spec);

/// Until when a certificate lives that nobody gave an end: an authority ten years, anything else as long as browsers
/// take from a public authority on that day (longestValidity()). Its last second counts (RFC 5280 section 4.1.2.5).
[[nodiscard]] QDateTime usualEnd(const QDateTime &notBefore, bool isCa);
/// The last second of a validity of so many days.
[[nodiscard]] QDateTime endAfter(const QDateTime &notBefore, int days);

} // namespace sealport
