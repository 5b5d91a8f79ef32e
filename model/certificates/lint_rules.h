#pragma once

#include "model/certificates/lint.h"
#include "model/certificates/openssl_handle.h"

namespace sealport {

/// What the rules look at, read once, and what they found.
class LintSubject {
public:
    LintSubject(const Certificate &certificate, const LintQuestion &question);

    const Certificate &certificate;
    const LintQuestion &question;
    X509 *x509;
    std::uint32_t flags;    ///< EXFLAG_…, X509_get_extension_flags(3)
    std::uint32_t usage;    ///< KU_…, all ones where there is no key usage
    std::uint32_t purposes; ///< XKU_…, all ones where there is no extended key usage
    bool isAuthority;
    bool hasKeyUsage;
    bool hasPurposes;
    bool isForServers; ///< no authority, and nothing that names other purposes alone
    bool isSelfSigned;

    void error(LintRule rule, const QStringList &values = {});
    /// An error that clients put up with in a root: nobody reads more of it than its name and its key.
    void flaw(LintRule rule, const QStringList &values = {});
    void warning(LintRule rule, const QStringList &values = {});
    void notice(LintRule rule, const QStringList &values = {});
    [[nodiscard]] std::vector<LintFinding> takeFindings();

    [[nodiscard]] bool has(int nid) const { return X509_get_ext_by_NID(x509, nid, -1) >= 0; }
    [[nodiscard]] bool isCritical(int nid) const;

private:
    void add(LintRule rule, LintSeverity severity, const QStringList &values);
    std::vector<LintFinding> m_findings;
};

void lintNames(LintSubject &subject);
void lintValidity(LintSubject &subject);
void lintForm(LintSubject &subject);
void lintKey(LintSubject &subject);
void lintUsage(LintSubject &subject);

} // namespace sealport
