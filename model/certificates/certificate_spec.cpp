#include "model/certificates/certificate_spec.h"

#include "model/certificates/alternative_name.h"
#include "model/certificates/display_text.h"
#include "model/certificates/lint.h"

#include <QStringBuilder>
#include <QUrl>

#include <algorithm>

namespace sealport {

namespace {

Error refused(ErrorCode code, const QString &subject, const QStringList &values = {})
{
    return Error{.code = code, .subject = displayText(subject.left(300)), .values = values, .causes = {}};
}

bool isValidCommonName(const QString &name)
{
    constexpr qsizetype longest = 64; // ub-common-name, in characters: RFC 5280 appendix A.1
    return !name.trimmed().isEmpty() && name.isValidUtf16() && name.toUcs4().size() <= longest
           && displayText(name) == name;
}

bool isValidDate(const QDateTime &time)
{
    // RFC 5280 section 4.1.2.5: UTCTime begins in 1950, GeneralizedTime has four digits for the year.
    return time.isValid() && time.toUTC().date().year() >= 1950 && time.toUTC().date().year() <= 9999;
}

/// What RFC 5280 sections 4.2.1.13 and 4.2.2.1 let stand there: an absolute URI that can be fetched.
bool isFetchable(const QString &text)
{
    constexpr qsizetype longest = 2000;
    if (text.size() > longest || !parseAlternativeName(QStringLiteral("URI:") % text) || text != text.trimmed())
        return false;
    const QUrl url(text, QUrl::StrictMode);
    static const QStringList schemes{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("ldap")};
    return schemes.contains(url.scheme()) && !url.host().isEmpty();
}

void addNameErrors(const CertificateSpec &spec, std::vector<Error> &errors)
{
    if (!isValidCommonName(spec.commonName))
        errors.push_back(refused(ErrorCode::InvalidName, spec.commonName));
    for (const SubjectField &field : spec.subjectFields)
        if (!isValid(field))
            errors.push_back(refused(ErrorCode::InvalidSubjectField, field.type % u'=' % field.value));
    for (const QString &name : spec.alternativeNames) {
        if (!parseAlternativeName(name))
            errors.push_back(refused(ErrorCode::InvalidAlternativeName, name));
    }
}

void addValidityErrors(const CertificateSpec &spec, std::vector<Error> &errors)
{
    if (!isValidDate(spec.notBefore) || !isValidDate(spec.notAfter) || spec.notAfter <= spec.notBefore)
        errors.push_back(refused(ErrorCode::InvalidValidity, spec.commonName));
}

void addExtensionErrors(const CertificateSpec &spec, std::vector<Error> &errors)
{
    constexpr int longestPath = 255;
    if (spec.pathLength && (!spec.isCa || *spec.pathLength < 0 || *spec.pathLength > longestPath))
        errors.push_back(refused(ErrorCode::InvalidPathLength, QString::number(*spec.pathLength)));
    for (const auto &[field, url] :
         {std::pair{QStringLiteral("crl"), spec.revocationListUrl}, std::pair{QStringLiteral("ocsp"), spec.ocspUrl},
          std::pair{QStringLiteral("ca-issuers"), spec.issuerUrl}})
        if (!url.isEmpty() && !isFetchable(url))
            errors.push_back(refused(ErrorCode::InvalidUrl, url, {field}));
}

} // namespace

std::vector<KeyPurpose> CertificateSpec::effectivePurposes() const
{
    if (purposes)
        return *purposes;
    return isCa ? std::vector<KeyPurpose>{} : std::vector{KeyPurpose::ServerAuth, KeyPurpose::ClientAuth};
}

CertificateSpec specOf(CertificateTemplate kind)
{
    CertificateSpec spec;
    switch (kind) {
    case CertificateTemplate::RootCa:
        spec.isCa = true;
        return spec;
    case CertificateTemplate::IntermediateCa:
        spec.isCa = true;
        spec.pathLength = 0;
        return spec;
    case CertificateTemplate::Server:
        spec.purposes = std::vector{KeyPurpose::ServerAuth};
        return spec;
    case CertificateTemplate::Client:
        spec.purposes = std::vector{KeyPurpose::ClientAuth};
        return spec;
    case CertificateTemplate::ServerAndClient:
        return spec;
    }
    Q_UNREACHABLE();
}

QString certificateTemplateName(CertificateTemplate kind)
{
    switch (kind) {
    case CertificateTemplate::RootCa:
        return QStringLiteral("root-ca");
    case CertificateTemplate::IntermediateCa:
        return QStringLiteral("intermediate");
    case CertificateTemplate::Server:
        return QStringLiteral("server");
    case CertificateTemplate::Client:
        return QStringLiteral("client");
    case CertificateTemplate::ServerAndClient:
        return QStringLiteral("server-client");
    }
    Q_UNREACHABLE();
}

std::optional<CertificateTemplate> certificateTemplateNamed(const QString &name)
{
    for (const CertificateTemplate kind : allCertificateTemplates)
        if (certificateTemplateName(kind) == name)
            return kind;
    return std::nullopt;
}

QStringList usualAlternativeNames(const CertificateSpec &spec)
{
    if (spec.isCa)
        return {};
    const std::vector<KeyPurpose> purposes = spec.effectivePurposes();
    if (std::ranges::find(purposes, KeyPurpose::ServerAuth) == purposes.end()) {
        const QString mailbox = QStringLiteral("email:") % spec.commonName;
        return parseAlternativeName(mailbox) ? QStringList{mailbox} : QStringList();
    }
    return parseAlternativeName(spec.commonName) ? QStringList{spec.commonName} : QStringList();
}

std::vector<Error> validate(const CertificateSpec &spec)
{
    std::vector<Error> errors;
    addNameErrors(spec, errors);
    addValidityErrors(spec, errors);
    addExtensionErrors(spec, errors);
    return errors;
}

std::vector<Error> validateRequest(const CertificateSpec &spec)
{
    std::vector<Error> errors;
    addNameErrors(spec, errors);
    addExtensionErrors(spec, errors);
    return errors;
}

std::vector<Error> validateTerms(const CertificateSpec &spec)
{
    std::vector<Error> errors;
    addValidityErrors(spec, errors);
    addExtensionErrors(spec, errors);
    return errors;
}

QDateTime usualEnd(const QDateTime &notBefore, bool isCa)
{
    constexpr int authorityDays = 3650;
    return endAfter(notBefore, isCa ? authorityDays : longestValidity(notBefore.toUTC().date()).days);
}

QDateTime endAfter(const QDateTime &notBefore, int days)
{
    return notBefore.addDays(days).addSecs(-1);
}

} // namespace sealport
