#include "model/certificates/lint_rules.h"

#include <algorithm>

namespace sealport {

namespace {

using ConstraintsPtr = Handle<BASIC_CONSTRAINTS, BASIC_CONSTRAINTS_free>;
using FeaturesPtr = Handle<TLS_FEATURE, TLS_FEATURE_free>;

void lintPurposes(LintSubject &subject)
{
    if (subject.isAuthority)
        return;
    if (!subject.hasPurposes)
        return subject.warning(LintRule::NoExtendedKeyUsage);
    const bool namesServers = (subject.purposes & (XKU_SSL_SERVER | XKU_SGC)) != 0;
    if ((subject.purposes & XKU_ANYEKU) != 0)
        return namesServers ? subject.warning(LintRule::AnyPurposeAllowed) : subject.error(LintRule::AnyPurposeAllowed);
    if (subject.isForServers)
        return;
    if ((subject.purposes & XKU_SSL_CLIENT) != 0)
        subject.notice(LintRule::ClientAuthOnly);
    else
        subject.notice(LintRule::MissingServerAuth);
}

void lintKeyUsage(LintSubject &subject)
{
    if (!subject.hasKeyUsage || subject.isAuthority)
        return;
    const bool isRsa = subject.certificate.keyType() == QLatin1String("RSA");
    if ((subject.usage & KU_DIGITAL_SIGNATURE) == 0 && subject.isForServers) {
        // With RSA, TLS 1.2 may still exchange keys by encryption; TLS 1.3 and all other keys need signatures.
        if (isRsa)
            subject.warning(LintRule::KeyUsageLacksSignature, {subject.certificate.keyType()});
        else
            subject.error(LintRule::KeyUsageLacksSignature, {subject.certificate.keyType()});
    }
    if ((subject.usage & KU_KEY_ENCIPHERMENT) != 0 && !isRsa)
        subject.notice(LintRule::KeyEnciphermentForCurve);
    if ((subject.usage & KU_KEY_CERT_SIGN) != 0)
        subject.error(LintRule::KeyCertSignWithoutAuthority);
}

void lintAuthority(LintSubject &subject)
{
    const bool hasHosts = std::ranges::any_of(subject.certificate.subjectAltNames(), [](const QString &name) {
        return name.startsWith(QLatin1String("DNS:")) || name.startsWith(QLatin1String("IP:"));
    });
    const bool isPurposeServer = subject.hasPurposes && (subject.purposes & XKU_SSL_SERVER) != 0;
    if (hasHosts || (isPurposeServer && subject.isSelfSigned))
        subject.warning(LintRule::AuthorityWithHostNames);
    if (!subject.hasKeyUsage)
        subject.warning(LintRule::AuthorityWithoutKeyUsage);
    else if ((subject.usage & KU_KEY_CERT_SIGN) == 0)
        subject.error(LintRule::AuthorityWithoutKeyCertSign);
    if (subject.has(NID_basic_constraints) && !subject.isCritical(NID_basic_constraints))
        subject.warning(LintRule::AuthorityConstraintsNotCritical);
}

void lintLeaf(LintSubject &subject)
{
    const ConstraintsPtr constraints(
        static_cast<BASIC_CONSTRAINTS *>(X509_get_ext_d2i(subject.x509, NID_basic_constraints, nullptr, nullptr)));
    if (constraints && constraints->ca == 0 && constraints->pathlen)
        subject.error(LintRule::PathLengthWithoutAuthority);
    if (subject.has(NID_name_constraints))
        subject.error(LintRule::NameConstraintsWithoutAuthority);
    if (subject.isSelfSigned)
        subject.warning(LintRule::SelfSignedLeaf);
    else if (!subject.has(NID_info_access) && !subject.has(NID_crl_distribution_points))
        subject.notice(LintRule::NoRevocationInformation);
    const FeaturesPtr features(
        static_cast<TLS_FEATURE *>(X509_get_ext_d2i(subject.x509, NID_tlsfeature, nullptr, nullptr)));
    constexpr long statusRequest = 5; // RFC 7633
    for (int i = 0; features && i < sk_ASN1_INTEGER_num(features.get()); ++i)
        if (ASN1_INTEGER_get(sk_ASN1_INTEGER_value(features.get(), i)) == statusRequest)
            subject.notice(LintRule::MustStaple);
}

} // namespace

void lintUsage(LintSubject &subject)
{
    lintPurposes(subject);
    lintKeyUsage(subject);
    if (subject.isAuthority)
        lintAuthority(subject);
    else
        lintLeaf(subject);
    if (!subject.has(NID_subject_key_identifier)) {
        if (subject.isAuthority)
            subject.warning(LintRule::NoSubjectKeyIdentifier);
        else
            subject.notice(LintRule::NoSubjectKeyIdentifier);
    }
    if (!subject.has(NID_authority_key_identifier) && !subject.isSelfSigned)
        subject.warning(LintRule::NoAuthorityKeyIdentifier);
}

} // namespace sealport
