#include "model/certificates/lint.h"

#include "model/certificates/lint_rules.h"
#include "model/certificates/openssl_error.h"

#include <algorithm>

namespace sealport {

namespace {

/// What a finding means for a server: nothing, that some clients refuse it, or that hardly any accepts it.
enum class Effect : std::uint8_t { None, Hinders, Forbids };

Effect effectOf(const LintFinding &finding)
{
    switch (finding.rule) {
    case LintRule::NoAlternativeName:
    case LintRule::EmptyAlternativeNames:
    case LintRule::NameConstraintViolated:
    case LintRule::ValidityReversed:
    case LintRule::DateUnreadable:
    case LintRule::NotYetValid:
    case LintRule::Expired:
    case LintRule::MissingServerAuth:
    case LintRule::ClientAuthOnly:
    case LintRule::KeyUsageLacksSignature:
    case LintRule::KeyUnreadable:
    case LintRule::ExplicitCurve:
    case LintRule::DsaKey:
    case LintRule::UnknownCriticalExtension:
    case LintRule::ExtensionUnreadable:
    case LintRule::SignatureAlgorithmsDiffer:
        return finding.severity == LintSeverity::Warning ? Effect::Hinders : Effect::Forbids;
    case LintRule::SelfSignedLeaf:
    case LintRule::AuthorityWithHostNames:
    case LintRule::MustStaple:
    case LintRule::EdwardsKey:
        return Effect::Hinders;
    default:
        return finding.severity == LintSeverity::Notice ? Effect::None : Effect::Hinders;
    }
}

} // namespace

LintSubject::LintSubject(const Certificate &theCertificate, const LintQuestion &theQuestion)
    : certificate(theCertificate)
    , question(theQuestion)
    , x509(theCertificate.handle())
    , flags(X509_get_extension_flags(x509))
    , usage(X509_get_key_usage(x509))
    , purposes(X509_get_extended_key_usage(x509))
    , isAuthority(theCertificate.isCa())
    , hasKeyUsage((flags & EXFLAG_KUSAGE) != 0)
    , hasPurposes((flags & EXFLAG_XKUSAGE) != 0)
    , isForServers(!isAuthority && (!hasPurposes || (purposes & (XKU_SSL_SERVER | XKU_ANYEKU | XKU_SGC)) != 0))
    , isSelfSigned((flags & EXFLAG_SS) != 0)
{
}

void LintSubject::add(LintRule rule, LintSeverity severity, const QStringList &values)
{
    constexpr std::ptrdiff_t most = 20; // of one rule: a hostile certificate may hold a million bad names
    LintFinding finding{.rule = rule, .severity = severity, .values = values};
    if (std::ranges::count(m_findings, rule, &LintFinding::rule) < most
        && std::ranges::find(m_findings, finding) == m_findings.end())
        m_findings.push_back(std::move(finding));
}

void LintSubject::error(LintRule rule, const QStringList &values)
{
    add(rule, LintSeverity::Error, values);
}

void LintSubject::flaw(LintRule rule, const QStringList &values)
{
    add(rule, isAuthority && isSelfSigned ? LintSeverity::Warning : LintSeverity::Error, values);
}

void LintSubject::warning(LintRule rule, const QStringList &values)
{
    add(rule, LintSeverity::Warning, values);
}

void LintSubject::notice(LintRule rule, const QStringList &values)
{
    add(rule, LintSeverity::Notice, values);
}

std::vector<LintFinding> LintSubject::takeFindings()
{
    std::ranges::stable_sort(m_findings, {}, &LintFinding::severity);
    return std::move(m_findings);
}

bool LintSubject::isCritical(int nid) const
{
    const int at = X509_get_ext_by_NID(x509, nid, -1);
    return at >= 0 && X509_EXTENSION_get_critical(X509_get_ext(x509, at)) != 0;
}

std::vector<LintFinding> lint(const Certificate &certificate, const LintQuestion &question)
{
    const IgnoreOpenSslErrors ignore; // what cannot be read is a finding
    LintSubject subject(certificate, question);
    lintNames(subject);
    lintValidity(subject);
    lintUsage(subject);
    lintKey(subject);
    lintForm(subject);
    return subject.takeFindings();
}

ServerUse serverUseOf(const Certificate &certificate, const std::vector<LintFinding> &findings)
{
    const auto with = [&findings](Effect effect) { return std::ranges::find(findings, effect, effectOf); };
    const bool isOnlyAuthority = certificate.isCa() && certificate.subjectAltNames().isEmpty();
    if (isOnlyAuthority)
        return {.answer = ServerUse::Answer::No,
                .reason = LintFinding{.rule = LintRule::NoAlternativeName, .severity = LintSeverity::Error}};
    if (const auto reason = with(Effect::Forbids); reason != findings.end())
        return {.answer = ServerUse::Answer::No, .reason = *reason};
    if (const auto reason = with(Effect::Hinders); reason != findings.end())
        return {.answer = ServerUse::Answer::YesBut, .reason = *reason};
    return {};
}

ServerUse usedAsServer(const Certificate &certificate, const LintQuestion &question)
{
    return serverUseOf(certificate, lint(certificate, question));
}

} // namespace sealport
