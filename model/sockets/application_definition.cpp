#include "model/sockets/application_definition.h"

#include <algorithm>

namespace sealport {

namespace {

constexpr qsizetype longestId = 100;
constexpr qsizetype longestDescription = 1000;

Error applicationError(ErrorCode code, const QString &id, const QStringList &values = {})
{
    return {.code = code, .subject = id.left(2 * longestId), .values = values, .causes = {}};
}

bool isCapital(char32_t character)
{
    return character >= U'A' && character <= U'Z';
}

bool mayFollow(char32_t character)
{
    return isCapital(character) || (character >= U'0' && character <= U'9') || character == U'.' || character == U'_';
}

bool hasCertificate(const std::vector<AssignedCertificate> &certificates, const QByteArray &sha256)
{
    return std::ranges::find(certificates, sha256, &AssignedCertificate::sha256) != certificates.end();
}

} // namespace

QString applicationTypeName(ApplicationType type)
{
    return type == ApplicationType::Server ? QStringLiteral("server") : QStringLiteral("client");
}

std::optional<ApplicationType> applicationTypeNamed(const QString &name)
{
    for (const ApplicationType type : {ApplicationType::Server, ApplicationType::Client})
        if (name == applicationTypeName(type))
            return type;
    return std::nullopt;
}

Result<void> checkApplicationId(const QString &id)
{
    const QList<uint> characters = id.toUcs4();
    if (characters.isEmpty() || characters.size() > longestId)
        return std::unexpected(applicationError(ErrorCode::InvalidApplicationId, id,
                                                {QStringLiteral("length"), QString::number(characters.size())}));
    for (qsizetype at = 0; at < characters.size(); ++at) {
        const char32_t character = characters.at(at);
        if (at == 0 ? !isCapital(character) : !mayFollow(character))
            return std::unexpected(applicationError(
                ErrorCode::InvalidApplicationId, id,
                {QStringLiteral("character"), QString::number(at + 1), QString::fromUcs4(&character, 1)}));
    }
    if (id.startsWith(u"QIBM"))
        return std::unexpected(applicationError(ErrorCode::InvalidApplicationId, id, {QStringLiteral("reserved")}));
    return {};
}

ApplicationIdAdvice adviceOn(const QString &applicationId)
{
    const QStringList parts = applicationId.split(u'_');
    if (parts.size() == 1)
        return ApplicationIdAdvice::NameCompany;
    return parts.contains(QString()) ? ApplicationIdAdvice::EmptyPart : ApplicationIdAdvice::None;
}

std::vector<Error> validate(const ApplicationDefinition &application)
{
    std::vector<Error> refused;
    if (const auto checked = checkApplicationId(application.id); !checked)
        refused.push_back(checked.error());
    if (application.description.size() > longestDescription)
        refused.push_back(
            applicationError(ErrorCode::InvalidApplication, application.id,
                             {QStringLiteral("description"), QString::number(application.description.size()),
                              QString::number(longestDescription)}));
    return refused;
}

Result<void> assign(ApplicationDefinition &application, const std::vector<AssignedCertificate> &certificates)
{
    std::vector<AssignedCertificate> wanted;
    for (const AssignedCertificate &certificate : certificates)
        if (!hasCertificate(wanted, certificate.sha256))
            wanted.push_back(certificate);
    if (wanted.size() > ApplicationDefinition::mostCertificates)
        return std::unexpected(applicationError(
            ErrorCode::TooManyCertificates, application.id,
            {QString::number(wanted.size()), QString::number(ApplicationDefinition::mostCertificates)}));
    application.certificates = std::move(wanted);
    return {};
}

Result<void> assignFurther(ApplicationDefinition &application, const std::vector<AssignedCertificate> &certificates)
{
    std::vector<AssignedCertificate> all = application.certificates;
    all.insert(all.end(), certificates.begin(), certificates.end());
    return assign(application, all);
}

Result<void> unassign(ApplicationDefinition &application, const AssignedCertificate &certificate)
{
    const auto isIt = [&certificate](const AssignedCertificate &one) { return one.sha256 == certificate.sha256; };
    if (std::erase_if(application.certificates, isIt) == 0)
        return std::unexpected(applicationError(ErrorCode::CertificateNotAssigned, application.id, {certificate.name}));
    return {};
}

bool reassign(ApplicationDefinition &application, const Certificate &old, const Certificate &fresh)
{
    const auto place = std::ranges::find(application.certificates, old.sha256(), &AssignedCertificate::sha256);
    if (place == application.certificates.end())
        return false;
    if (hasCertificate(application.certificates, fresh.sha256()))
        application.certificates.erase(place);
    else
        *place = AssignedCertificate::of(fresh);
    return true;
}

Result<void> setTrusted(ApplicationDefinition &application, const std::optional<std::vector<Certificate>> &authorities)
{
    std::vector<Certificate> once;
    for (const Certificate &authority : authorities.value_or(std::vector<Certificate>())) {
        if (!authority.isCa())
            return std::unexpected(
                Error{.code = ErrorCode::NotAnAuthority, .subject = authority.name(), .values = {}, .causes = {}});
        if (std::ranges::find(once, authority) == once.end())
            once.push_back(authority);
    }
    application.trusted = authorities ? std::optional(std::move(once)) : std::nullopt;
    return {};
}

bool isAssigned(const ApplicationDefinition &application, const Certificate &certificate)
{
    return hasCertificate(application.certificates, certificate.sha256());
}

bool isSameForServers(const ApplicationDefinition &a, const ApplicationDefinition &b)
{
    return a.trusted == b.trusted
           && std::ranges::equal(a.certificates, b.certificates, {}, &AssignedCertificate::sha256,
                                 &AssignedCertificate::sha256);
}

} // namespace sealport
