#include "model/certificates/lint.h"

#include "model/certificates/openssl_handle.h"

#include <openssl/x509v3.h>

#include <algorithm>

namespace sealport {

namespace {

/// What a finding means for a server: nothing, that some clients refuse it, or that the ordinary ones of today do.
enum class Effect : std::uint8_t { None, Hinders, Forbids };

Effect effectOf(const LintFinding &finding)
{
    switch (conductOf(finding)) {
    case ClientConduct::Refused:
    case ClientConduct::RefusedByMost:
    case ClientConduct::RefusedByOpenSsl:
    case ClientConduct::CommonNameInstead:
    case ClientConduct::CurveNotOffered:
        return Effect::Forbids;
    case ClientConduct::StapleWanted:
        return Effect::Hinders;
    case ClientConduct::RefusedBelow:
        return Effect::None;
    default:
        return finding.severity == LintSeverity::Notice ? Effect::None : Effect::Hinders;
    }
}

bool isForHost(const QString &alternativeName)
{
    return alternativeName.startsWith(QLatin1String("DNS:")) || alternativeName.startsWith(QLatin1String("IP:"));
}

/// Whether an authority is for hosts too, as what `openssl req -x509` makes by default is: most clients take it then.
bool mayServe(const Certificate &authority)
{
    constexpr std::uint32_t usages = KU_DIGITAL_SIGNATURE | KU_KEY_ENCIPHERMENT | KU_KEY_AGREEMENT;
    constexpr std::uint32_t purposes = XKU_SSL_SERVER | XKU_SGC;
    // All ones where there is no such extension.
    return std::ranges::any_of(authority.subjectAltNames(), isForHost)
           && (X509_get_key_usage(authority.handle()) & usages) != 0
           && (X509_get_extended_key_usage(authority.handle()) & purposes) != 0;
}

} // namespace

ClientConduct conductOf(const LintFinding &finding)
{
    const bool isError = finding.severity == LintSeverity::Error;
    switch (finding.rule) { // no default: a new rule without an answer does not compile
    case LintRule::NoSubject:
    case LintRule::NoIssuer:
    case LintRule::NameConstraintViolated:
    case LintRule::ValidityReversed:
    case LintRule::DateUnreadable:
    case LintRule::NotYetValid:
    case LintRule::Expired:
    case LintRule::UtcTimeOfLastCentury:
    case LintRule::SignatureAlgorithmsDiffer:
    case LintRule::UnknownCriticalExtension:
    case LintRule::BadRsaExponent:
    case LintRule::DsaKey:
    case LintRule::KeyUnreadable:
    case LintRule::MissingServerAuth:
    case LintRule::ClientAuthOnly:
        return ClientConduct::Refused;
    case LintRule::NoUsableName:
    case LintRule::DuplicateExtension:
    case LintRule::WeakSignature: // Java takes SHA-1 from authorities of one's own
    case LintRule::WeakCurve:
    case LintRule::ExplicitCurve: // GnuTLS takes both
    case LintRule::AuthorityNotServer:
        return ClientConduct::RefusedByMost;
    case LintRule::TimeEncodedWrongly:
    case LintRule::ExtensionUnreadable:
    case LintRule::ShortRsaKey:
        return ClientConduct::RefusedByOpenSsl;
    case LintRule::AnyPurposeAllowed: // an error where nothing else is allowed
        return isError ? ClientConduct::RefusedByOpenSsl : ClientConduct::RefusedBySome;
    case LintRule::KeyUsageLacksSignature: // RSA: TLS 1.2 may do without
        return isError ? ClientConduct::RefusedByMost : ClientConduct::RefusedBySome;
    case LintRule::NoAlternativeName:
    case LintRule::EmptyAlternativeNames:
        return ClientConduct::CommonNameInstead;
    case LintRule::UnusualCurve: // an authority's need not be offered
        return isError ? ClientConduct::CurveNotOffered : ClientConduct::RefusedByBrowsers;
    case LintRule::KeyCertSignWithoutAuthority:
    case LintRule::PathLengthWithoutAuthority:
    case LintRule::AuthorityWithoutKeyUsage:
    case LintRule::AuthorityConstraintsNotCritical:
    case LintRule::NoAuthorityKeyIdentifier:
        return ClientConduct::RefusedByStrict;
    case LintRule::NoSubjectKeyIdentifier: // a notice where it is no authority
        return finding.severity == LintSeverity::Notice ? ClientConduct::Accepted : ClientConduct::RefusedByStrict;
    case LintRule::NoSubjectAndNamesNotCritical:
    case LintRule::ExtensionsInOldVersion:
        return ClientConduct::RefusedByStrictAndJava;
    case LintRule::CommonNameTooLong:
    case LintRule::NameEmpty:
    case LintRule::AddressMalformed:
    case LintRule::GeneralizedTimeBefore2050:
    case LintRule::NameConstraintsWithoutAuthority:
        return ClientConduct::RefusedBySomeStrict;
    case LintRule::NameWithUnderscore:
    case LintRule::SerialZero:
    case LintRule::SerialNegative:
    case LintRule::SerialTooLong:
    case LintRule::OldVersion:
    case LintRule::UnevenRsaKey:
    case LintRule::SmallRsaExponent:
    case LintRule::SelfSignatureWrong:
        return ClientConduct::RefusedBySome;
    case LintRule::NameWithSpace:
    case LintRule::NameNotAscii:
    case LintRule::NameIsUri:
    case LintRule::NameIsAddress:
    case LintRule::NameMalformed:
    case LintRule::WildcardNotLeftmost:
    case LintRule::WildcardPartial:
    case LintRule::WildcardTooWide:
        return ClientConduct::NoMatch;
    case LintRule::CommonNameNotAmongNames:
    case LintRule::CommonNameIsAddress:
        return ClientConduct::CommonNameIgnored;
    case LintRule::ValidTooLong:
    case LintRule::RsaPssKey:
    case LintRule::EdwardsKey:
        return ClientConduct::RefusedByBrowsers;
    case LintRule::ValidTooLongForApple:
    case LintRule::NoExtendedKeyUsage:
        return ClientConduct::RefusedByApple;
    case LintRule::AuthorityWithHostNames:
        return ClientConduct::RefusedByFirefox;
    case LintRule::SerialShort:
    case LintRule::KeyEnciphermentForCurve:
    case LintRule::NoRevocationInformation:
        return ClientConduct::Accepted;
    case LintRule::ExpiresSoon:
        return ClientConduct::AcceptedUntilThen;
    case LintRule::InternalName:
    case LintRule::InternalAddress:
        return ClientConduct::AcceptedFromOwnAuthority;
    case LintRule::AuthorityWithoutKeyCertSign:
        return ClientConduct::RefusedBelow;
    case LintRule::SelfSignedLeaf:
        return ClientConduct::RefusedUnlessTrusted;
    case LintRule::MustStaple:
        return ClientConduct::StapleWanted;
    }
    Q_UNREACHABLE();
}

ServerUse serverUseOf(const Certificate &certificate, const std::vector<LintFinding> &findings)
{
    if (certificate.isCa() && !mayServe(certificate)) // more than all else that may be wrong with it
        return {.answer = ServerUse::Answer::No,
                .reason = LintFinding{.rule = LintRule::AuthorityNotServer, .severity = LintSeverity::Error}};
    const auto with = [&findings](Effect effect) { return std::ranges::find(findings, effect, effectOf); };
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
