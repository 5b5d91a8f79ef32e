#pragma once

#include "model/certificates/certificate.h"

#include <QDateTime>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace sealport {

/// What may be wrong with a certificate. The comment says what `values` hold.
enum class LintRule : std::uint8_t {
    // names
    NoAlternativeName,
    EmptyAlternativeNames,
    NoUsableName,
    CommonNameNotAmongNames, ///< values: the common name
    CommonNameIsAddress,     ///< values: the common name
    CommonNameTooLong,       ///< values: its length
    NameWithSpace,           ///< values: the name; the same for those that follow
    NameWithUnderscore,
    NameNotAscii,
    NameIsUri,
    NameIsAddress,
    NameMalformed,
    NameEmpty,
    WildcardNotLeftmost,
    WildcardPartial,
    WildcardTooWide,
    InternalName,
    InternalAddress,
    AddressMalformed, ///< values: its length in octets
    NoSubject,
    NoSubjectAndNamesNotCritical,
    NoIssuer,
    NameConstraintViolated, ///< values: the issuer's name

    // validity
    ValidityReversed,
    DateUnreadable,
    NotYetValid,               ///< values: notBefore (ISO 8601)
    Expired,                   ///< values: notAfter
    ExpiresSoon,               ///< values: notAfter, days left
    ValidTooLong,              ///< values: days, most days allowed, since when (ISO 8601)
    ValidTooLongForApple,      ///< values: days
    TimeEncodedWrongly,        ///< values: the time as it stands there
    GeneralizedTimeBefore2050, ///< values: the time as it stands there
    UtcTimeOfLastCentury,      ///< values: the time as it stands there

    // serial number and form
    SerialZero,
    SerialNegative,
    SerialTooLong,             ///< values: octets
    SerialShort,               ///< values: octets
    ExtensionsInOldVersion,    ///< values: version
    OldVersion,                ///< values: version
    SignatureAlgorithmsDiffer, ///< values: inside, outside
    DuplicateExtension,        ///< values: its number
    UnknownCriticalExtension,  ///< values: its number
    ExtensionUnreadable,
    SelfSignatureWrong,

    // signature and key
    WeakSignature,    ///< values: the algorithm
    ShortRsaKey,      ///< values: bits
    UnevenRsaKey,     ///< values: bits
    BadRsaExponent,   ///< values: the exponent
    SmallRsaExponent, ///< values: the exponent
    DsaKey,
    WeakCurve,    ///< values: the curve
    UnusualCurve, ///< values: the curve
    ExplicitCurve,
    EdwardsKey, ///< values: the key's type
    RsaPssKey,
    KeyUnreadable,

    // usage
    NoExtendedKeyUsage,
    MissingServerAuth,
    ClientAuthOnly,
    AnyPurposeAllowed,
    KeyUsageLacksSignature, ///< values: the key's type
    KeyEnciphermentForCurve,

    // authorities and the way to them
    AuthorityNotServer, ///< no finding of its own: the reason of ServerUse
    AuthorityWithHostNames,
    KeyCertSignWithoutAuthority,
    AuthorityWithoutKeyCertSign,
    AuthorityWithoutKeyUsage,
    AuthorityConstraintsNotCritical,
    PathLengthWithoutAuthority,
    NameConstraintsWithoutAuthority,
    NoSubjectKeyIdentifier,
    NoAuthorityKeyIdentifier,
    SelfSignedLeaf,
    NoRevocationInformation,
    MustStaple,
};

enum class LintSeverity : std::uint8_t {
    Error,   ///< clients refuse it, or the rules forbid it
    Warning, ///< some clients refuse it, or will
    Notice,
};

struct LintFinding {
    LintRule rule{};
    LintSeverity severity = LintSeverity::Notice;
    QStringList values{};
    friend bool operator==(const LintFinding &, const LintFinding &) = default;
};

struct LintQuestion {
    QDateTime now{};                    ///< invalid: nothing is said about being expired or not
    std::vector<Certificate> issuers{}; ///< of its chain, for their name constraints
};

/// Everything that is wrong or unusual, errors first. Pure. Rules about hosts and servers are not applied to
/// authorities, nor to what names only other purposes. Sources: RFC 5280, RFC 6125, CA/Browser Forum baseline
/// requirements.
[[nodiscard]] std::vector<LintFinding> lint(const Certificate &certificate, const LintQuestion &question);

/// What clients of today do about a finding: measured with OpenSSL 3.0, Python 3.13, GnuTLS 3.7, NSS 3.87 (certutil),
/// Java 17 and Node 20 where these are named, else what their vendors document.
enum class ClientConduct : std::uint8_t {
    Refused,
    RefusedByMost,
    RefusedByOpenSsl,
    CommonNameInstead, ///< some take that
    CurveNotOffered,
    RefusedByStrict, ///< those that ask OpenSSL to be strict
    RefusedByStrictAndJava,
    RefusedBySomeStrict,
    RefusedBySome,
    NoMatch, ///< of this name
    CommonNameIgnored,
    RefusedByBrowsers,
    RefusedByApple,
    RefusedByFirefox,
    Accepted,
    AcceptedUntilThen,
    AcceptedFromOwnAuthority,
    RefusedBelow, ///< what it signs
    RefusedUnlessTrusted,
    StapleWanted,
};
[[nodiscard]] ClientConduct conductOf(const LintFinding &finding);

/// Whether clients accept it from a TLS server that they trust it for, and what decides.
struct ServerUse {
    enum class Answer : std::uint8_t { Yes, YesBut, No };
    Answer answer = Answer::Yes;
    std::optional<LintFinding> reason{}; ///< none: Yes
};
[[nodiscard]] ServerUse usedAsServer(const Certificate &certificate, const LintQuestion &question);
[[nodiscard]] ServerUse serverUseOf(const Certificate &certificate, const std::vector<LintFinding> &findings);

/// The longest validity of a server certificate of a public authority, in days, for one issued at `notBefore`
/// (CA/Browser Forum baseline 6.3.2, ballot SC-081), and since when that limit is in force.
struct ValidityLimit {
    int days = 0;
    QDate since{};
};
[[nodiscard]] ValidityLimit longestValidity(const QDate &notBefore);

/// Stable lower-case name for JSON, for example "no-alternative-name".
[[nodiscard]] QString lintRuleName(LintRule rule);
[[nodiscard]] QString lintSeverityName(LintSeverity severity); ///< "error", "warning", "notice"

} // namespace sealport
