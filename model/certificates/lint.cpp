#include "model/certificates/lint.h"

#include "model/certificates/lint_rules.h"
#include "model/certificates/openssl_error.h"

#include <algorithm>

namespace sealport {

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

} // namespace sealport
