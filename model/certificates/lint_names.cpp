#include "model/certificates/lint.h"

namespace sealport {

QString lintRuleName(LintRule rule)
{
    switch (rule) { // no default: a new rule without a name does not compile
    case LintRule::NoAlternativeName:
        return QStringLiteral("no-alternative-name");
    case LintRule::EmptyAlternativeNames:
        return QStringLiteral("empty-alternative-names");
    case LintRule::NoUsableName:
        return QStringLiteral("no-usable-name");
    case LintRule::CommonNameNotAmongNames:
        return QStringLiteral("common-name-not-among-names");
    case LintRule::CommonNameIsAddress:
        return QStringLiteral("common-name-is-address");
    case LintRule::CommonNameTooLong:
        return QStringLiteral("common-name-too-long");
    case LintRule::NameWithSpace:
        return QStringLiteral("name-with-space");
    case LintRule::NameWithUnderscore:
        return QStringLiteral("name-with-underscore");
    case LintRule::NameNotAscii:
        return QStringLiteral("name-not-ascii");
    case LintRule::NameIsUri:
        return QStringLiteral("name-is-uri");
    case LintRule::NameIsAddress:
        return QStringLiteral("name-is-address");
    case LintRule::NameMalformed:
        return QStringLiteral("name-malformed");
    case LintRule::NameEmpty:
        return QStringLiteral("name-empty");
    case LintRule::WildcardNotLeftmost:
        return QStringLiteral("wildcard-not-leftmost");
    case LintRule::WildcardPartial:
        return QStringLiteral("wildcard-partial");
    case LintRule::WildcardTooWide:
        return QStringLiteral("wildcard-too-wide");
    case LintRule::InternalName:
        return QStringLiteral("internal-name");
    case LintRule::InternalAddress:
        return QStringLiteral("internal-address");
    case LintRule::AddressMalformed:
        return QStringLiteral("address-malformed");
    case LintRule::NoSubject:
        return QStringLiteral("no-subject");
    case LintRule::NoSubjectAndNamesNotCritical:
        return QStringLiteral("no-subject-and-names-not-critical");
    case LintRule::NoIssuer:
        return QStringLiteral("no-issuer");
    case LintRule::NameConstraintViolated:
        return QStringLiteral("name-constraint-violated");
    case LintRule::ValidityReversed:
        return QStringLiteral("validity-reversed");
    case LintRule::DateUnreadable:
        return QStringLiteral("date-unreadable");
    case LintRule::NotYetValid:
        return QStringLiteral("not-yet-valid");
    case LintRule::Expired:
        return QStringLiteral("expired");
    case LintRule::ExpiresSoon:
        return QStringLiteral("expires-soon");
    case LintRule::ValidTooLong:
        return QStringLiteral("valid-too-long");
    case LintRule::ValidTooLongForApple:
        return QStringLiteral("valid-too-long-for-apple");
    case LintRule::TimeEncodedWrongly:
        return QStringLiteral("time-encoded-wrongly");
    case LintRule::GeneralizedTimeBefore2050:
        return QStringLiteral("generalized-time-before2050");
    case LintRule::UtcTimeOfLastCentury:
        return QStringLiteral("utc-time-of-last-century");
    case LintRule::SerialZero:
        return QStringLiteral("serial-zero");
    case LintRule::SerialNegative:
        return QStringLiteral("serial-negative");
    case LintRule::SerialTooLong:
        return QStringLiteral("serial-too-long");
    case LintRule::SerialShort:
        return QStringLiteral("serial-short");
    case LintRule::ExtensionsInOldVersion:
        return QStringLiteral("extensions-in-old-version");
    case LintRule::OldVersion:
        return QStringLiteral("old-version");
    case LintRule::SignatureAlgorithmsDiffer:
        return QStringLiteral("signature-algorithms-differ");
    case LintRule::DuplicateExtension:
        return QStringLiteral("duplicate-extension");
    case LintRule::UnknownCriticalExtension:
        return QStringLiteral("unknown-critical-extension");
    case LintRule::ExtensionUnreadable:
        return QStringLiteral("extension-unreadable");
    case LintRule::WeakSignature:
        return QStringLiteral("weak-signature");
    case LintRule::ShortRsaKey:
        return QStringLiteral("short-rsa-key");
    case LintRule::UnevenRsaKey:
        return QStringLiteral("uneven-rsa-key");
    case LintRule::BadRsaExponent:
        return QStringLiteral("bad-rsa-exponent");
    case LintRule::SmallRsaExponent:
        return QStringLiteral("small-rsa-exponent");
    case LintRule::DsaKey:
        return QStringLiteral("dsa-key");
    case LintRule::WeakCurve:
        return QStringLiteral("weak-curve");
    case LintRule::UnusualCurve:
        return QStringLiteral("unusual-curve");
    case LintRule::ExplicitCurve:
        return QStringLiteral("explicit-curve");
    case LintRule::RsaPssKey:
        return QStringLiteral("rsa-pss-key");
    case LintRule::SelfSignatureWrong:
        return QStringLiteral("self-signature-wrong");
    case LintRule::EdwardsKey:
        return QStringLiteral("edwards-key");
    case LintRule::KeyUnreadable:
        return QStringLiteral("key-unreadable");
    case LintRule::NoExtendedKeyUsage:
        return QStringLiteral("no-extended-key-usage");
    case LintRule::MissingServerAuth:
        return QStringLiteral("missing-server-auth");
    case LintRule::ClientAuthOnly:
        return QStringLiteral("client-auth-only");
    case LintRule::AnyPurposeAllowed:
        return QStringLiteral("any-purpose-allowed");
    case LintRule::KeyUsageLacksSignature:
        return QStringLiteral("key-usage-lacks-signature");
    case LintRule::KeyEnciphermentForCurve:
        return QStringLiteral("key-encipherment-for-curve");
    case LintRule::AuthorityNotServer:
        return QStringLiteral("authority-not-server");
    case LintRule::AuthorityWithHostNames:
        return QStringLiteral("authority-with-host-names");
    case LintRule::KeyCertSignWithoutAuthority:
        return QStringLiteral("key-cert-sign-without-authority");
    case LintRule::AuthorityWithoutKeyCertSign:
        return QStringLiteral("authority-without-key-cert-sign");
    case LintRule::AuthorityWithoutKeyUsage:
        return QStringLiteral("authority-without-key-usage");
    case LintRule::AuthorityConstraintsNotCritical:
        return QStringLiteral("authority-constraints-not-critical");
    case LintRule::PathLengthWithoutAuthority:
        return QStringLiteral("path-length-without-authority");
    case LintRule::NameConstraintsWithoutAuthority:
        return QStringLiteral("name-constraints-without-authority");
    case LintRule::NoSubjectKeyIdentifier:
        return QStringLiteral("no-subject-key-identifier");
    case LintRule::NoAuthorityKeyIdentifier:
        return QStringLiteral("no-authority-key-identifier");
    case LintRule::SelfSignedLeaf:
        return QStringLiteral("self-signed-leaf");
    case LintRule::NoRevocationInformation:
        return QStringLiteral("no-revocation-information");
    case LintRule::MustStaple:
        return QStringLiteral("must-staple");
    }
    Q_UNREACHABLE();
}

QString lintSeverityName(LintSeverity severity)
{
    switch (severity) {
    case LintSeverity::Error:
        return QStringLiteral("error");
    case LintSeverity::Warning:
        return QStringLiteral("warning");
    case LintSeverity::Notice:
        return QStringLiteral("notice");
    }
    Q_UNREACHABLE();
}

} // namespace sealport
