#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace sealport {

// Application definitions as the Digital Certificate Manager (DCM) of IBM i has them. Pure. Source of the rules: the
// page of the API that registers an application (QSYRGAP), and DCM's page about assigning certificates.

enum class ApplicationType : std::uint8_t { Server, Client };
[[nodiscard]] QString applicationTypeName(ApplicationType type); ///< "server", for files and the command line
[[nodiscard]] std::optional<ApplicationType> applicationTypeNamed(const QString &name);

/// A certificate of the store that an application has. It may be gone from there: its name tells which one it was.
struct AssignedCertificate {
    QByteArray sha256{}; ///< raw octets
    QString name{};

    static AssignedCertificate of(const Certificate &certificate) { return {certificate.sha256(), certificate.name()}; }
    friend bool operator==(const AssignedCertificate &, const AssignedCertificate &) = default;
};

/// What stands between programs and certificates: programs name the id, the user gives it certificates, and when these
/// change, every program that names it follows.
struct ApplicationDefinition {
    static constexpr std::size_t mostCertificates = 4;

    QString id{};
    QString description{};                           ///< what people look for
    ApplicationType type = ApplicationType::Server;  ///< never changes once it is made
    std::vector<AssignedCertificate> certificates{}; ///< the first one of each kind of key is presented
    /// The authorities that vouch for clients; absent: the system's; empty: nobody is trusted.
    std::optional<std::vector<Certificate>> trusted{};
    QJsonObject further{}; ///< what else its file says, and keeps

    friend bool operator==(const ApplicationDefinition &, const ApplicationDefinition &) = default;
};

/// 1 to 100 characters, first A to Z, then A to Z, 0 to 9, period and underscore; QIBM… is IBM's own. Errors:
/// InvalidApplicationId.
Result<void> checkApplicationId(const QString &id);

/// What IBM advises beyond that, so that ids stay apart and related ones together.
enum class ApplicationIdAdvice : std::uint8_t {
    None,
    NameCompany, ///< a single part: the company's name should come first, and an underscore after it
    EmptyPart,   ///< two underscores in a row, or one at an end
};
[[nodiscard]] ApplicationIdAdvice adviceOn(const QString &applicationId);

/// The fields that would be refused, one Error each (InvalidApplicationId, InvalidApplication).
[[nodiscard]] std::vector<Error> validate(const ApplicationDefinition &application);

/// These instead of those before, each once. Errors: TooManyCertificates.
Result<void> assign(ApplicationDefinition &application, const std::vector<AssignedCertificate> &certificates);
/// These after those that it has. Errors: TooManyCertificates.
Result<void> assignFurther(ApplicationDefinition &application, const std::vector<AssignedCertificate> &certificates);
/// Errors: CertificateNotAssigned.
Result<void> unassign(ApplicationDefinition &application, const AssignedCertificate &certificate);
/// After a renewal: `fresh` in the place of `old`. False where it does not have `old`.
bool reassign(ApplicationDefinition &application, const Certificate &old, const Certificate &fresh);
/// See ApplicationDefinition::trusted; each once. Errors: NotAnAuthority.
Result<void> setTrusted(ApplicationDefinition &application, const std::optional<std::vector<Certificate>> &authorities);

[[nodiscard]] bool isAssigned(const ApplicationDefinition &application, const Certificate &certificate);
/// Whether a server that was started with the one would be the same with the other.
[[nodiscard]] bool isSameForServers(const ApplicationDefinition &a, const ApplicationDefinition &b);

[[nodiscard]] QJsonObject toJson(const ApplicationDefinition &application);
/// Unknown keys go to `further`. Errors: InvalidApplicationId, InvalidApplication.
Result<ApplicationDefinition> applicationFromJson(const QJsonObject &object);

} // namespace sealport
