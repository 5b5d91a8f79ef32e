#include "model/text/lint_text.h"

#include <QCoreApplication>

namespace sealport {

namespace {

/// What clients do, which is the same for many rules.
enum class Clients : std::uint8_t {
    All,
    Strict,
    Some,
    NoMatch,
    NameIgnored,
    Browsers,
    Apple,
    Firefox,
    None,
    Later,
    OwnAuthority,
    Trust,
    Staple
};

QString clientsText(Clients clients)
{
    switch (clients) {
    case Clients::All:
        return QCoreApplication::translate("Lint", "Clients refuse it.");
    case Clients::Strict:
        return QCoreApplication::translate(
            "Lint", "Strict clients refuse it (Go, Rust, Java, GnuTLS, Firefox); others overlook it.");
    case Clients::Some:
        return QCoreApplication::translate("Lint", "Some clients refuse it.");
    case Clients::NoMatch:
        return QCoreApplication::translate("Lint", "Clients refuse it for this name.");
    case Clients::NameIgnored:
        return QCoreApplication::translate("Lint", "Clients of today ignore the common name.");
    case Clients::Browsers:
        return QCoreApplication::translate(
            "Lint", "Browsers refuse it, from a public authority at least; OpenSSL and most programs accept it.");
    case Clients::Apple:
        return QCoreApplication::translate("Lint", "Apple's systems refuse it; most others accept it.");
    case Clients::Firefox:
        return QCoreApplication::translate("Lint",
                                           "Firefox refuses it as a server's certificate; most others accept it.");
    case Clients::None:
        return QCoreApplication::translate("Lint", "Clients accept it.");
    case Clients::Later:
        return QCoreApplication::translate("Lint", "Clients accept it until then.");
    case Clients::OwnAuthority:
        return QCoreApplication::translate("Lint", "Clients that trust your authority accept it.");
    case Clients::Trust:
        return QCoreApplication::translate("Lint", "Clients refuse it unless they are told to trust it itself.");
    case Clients::Staple:
        return QCoreApplication::translate(
            "Lint", "Firefox refuses the connection when there is no stapled answer; most others do not look.");
    }
    Q_UNREACHABLE();
}

LintReason because(const QString &reason, const char *source, Clients clients)
{
    return {.reason = reason, .source = QString::fromLatin1(source), .clients = clientsText(clients)};
}

} // namespace

LintReason reasonFor(LintRule rule)
{
    const auto said = [](const char *text) { return QCoreApplication::translate("Lint", text); };
    switch (rule) { // no default: a new rule without a reason does not compile
    case LintRule::NoAlternativeName:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Clients compare the host with the alternative names alone; the "
                                                      "common name has not counted for years.")),
                       "RFC 6125 section 6.4.4, CA/Browser Forum baseline 7.1.2.7.12", Clients::All);
    case LintRule::EmptyAlternativeNames:
        return because(said(QT_TRANSLATE_NOOP("Lint", "The list must hold at least one name.")),
                       "RFC 5280 section 4.2.1.6", Clients::All);
    case LintRule::CommonNameNotAmongNames:
        return because(said(QT_TRANSLATE_NOOP(
                           "Lint", "Whoever reads the common name expects the certificate to be valid for it.")),
                       "CA/Browser Forum baseline 7.1.4.3", Clients::NameIgnored);
    case LintRule::CommonNameIsAddress:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Addresses belong into alternative names of their own kind.")),
                       "CA/Browser Forum baseline 7.1.4.3", Clients::NameIgnored);
    case LintRule::CommonNameTooLong:
        return because(said(QT_TRANSLATE_NOOP("Lint", "The upper bound is part of the definition of the name.")),
                       "RFC 5280 appendix A.1", Clients::Strict);
    case LintRule::NameWithSpace:
        return because(said(QT_TRANSLATE_NOOP("Lint", "No host name holds one.")),
                       "RFC 5280 section 4.2.1.6, RFC 1034 section 3.5", Clients::NoMatch);
    case LintRule::NameWithUnderscore:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Host names consist of letters, digits and hyphens.")),
                       "CA/Browser Forum baseline 7.1.2.7.12, RFC 1034 section 3.5", Clients::Some);
    case LintRule::NameNotAscii:
        return because(said(QT_TRANSLATE_NOOP("Lint", "International names are written as A-labels (xn--…).")),
                       "RFC 5280 section 7.2", Clients::NoMatch);
    case LintRule::NameIsUri:
        return because(said(QT_TRANSLATE_NOOP("Lint", "The name must be the host alone.")), "RFC 5280 section 4.2.1.6",
                       Clients::NoMatch);
    case LintRule::NameIsAddress:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Addresses are compared with names of the kind “IP” alone.")),
                       "RFC 5280 section 4.2.1.6, RFC 6125 section 1.7.2", Clients::NoMatch);
    case LintRule::NameMalformed:
        return because(
            said(QT_TRANSLATE_NOOP("Lint", "Labels have 1 to 63 letters, digits and hyphens, the whole at most 253.")),
            "RFC 5280 section 4.2.1.6, RFC 1034 section 3.5", Clients::NoMatch);
    case LintRule::NameEmpty:
        return because(said(QT_TRANSLATE_NOOP("Lint", "A name must say something.")), "RFC 5280 section 4.2.1.6",
                       Clients::Strict);
    case LintRule::WildcardNotLeftmost:
        return because(said(QT_TRANSLATE_NOOP("Lint", "A wildcard stands for the leftmost label alone.")),
                       "RFC 6125 section 6.4.3", Clients::NoMatch);
    case LintRule::WildcardPartial:
        return because(
            said(QT_TRANSLATE_NOOP(
                "Lint", "Public authorities may not issue such names, and clients have stopped to accept them.")),
            "RFC 6125 section 7.2, CA/Browser Forum baseline 1.6.1", Clients::NoMatch);
    case LintRule::WildcardTooWide:
        return because(said(QT_TRANSLATE_NOOP("Lint", "It would be valid for the hosts of everybody.")),
                       "CA/Browser Forum baseline 3.2.2.6", Clients::NoMatch);
    case LintRule::InternalName:
    case LintRule::InternalAddress:
        return because(
            said(QT_TRANSLATE_NOOP(
                "Lint",
                "No public authority may vouch for it; only clients that trust an authority of your own accept it.")),
            "CA/Browser Forum baseline 4.2.2", Clients::OwnAuthority);
    case LintRule::AddressMalformed:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Addresses are held as 4 or 16 bytes.")),
                       "RFC 5280 section 4.2.1.6", Clients::Strict);
    case LintRule::NoSubject:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Certificates find their issuer by its name.")),
                       "RFC 5280 section 4.1.2.6", Clients::All);
    case LintRule::NoSubjectAndNamesNotCritical:
        return because(
            said(QT_TRANSLATE_NOOP(
                "Lint", "Without a subject the alternative names are all there is, so they must be critical.")),
            "RFC 5280 section 4.1.2.6", Clients::Strict);
    case LintRule::NoIssuer:
        return because(said(QT_TRANSLATE_NOOP("Lint", "The issuer is found by its name, which must not be empty.")),
                       "RFC 5280 section 4.1.2.4", Clients::All);
    case LintRule::NameConstraintViolated:
        return because(
            said(QT_TRANSLATE_NOOP("Lint", "The authority may sign only the names that its own certificate allows.")),
            "RFC 5280 section 4.2.1.10", Clients::All);
    case LintRule::ValidityReversed:
        return because(said(QT_TRANSLATE_NOOP("Lint", "There is no moment at which it is valid.")),
                       "RFC 5280 section 4.1.2.5", Clients::All);
    case LintRule::DateUnreadable:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Nobody can tell when it is valid.")), "RFC 5280 section 4.1.2.5",
                       Clients::All);
    case LintRule::NotYetValid:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Until then it is refused; a wrong clock makes this too.")),
                       "RFC 5280 section 4.1.2.5", Clients::All);
    case LintRule::Expired:
        return because(said(QT_TRANSLATE_NOOP("Lint", "After that day it is refused.")), "RFC 5280 section 4.1.2.5",
                       Clients::All);
    case LintRule::ExpiresSoon:
        return because(said(QT_TRANSLATE_NOOP("Lint", "After that day it is refused.")), "RFC 5280 section 4.1.2.5",
                       Clients::Later);
    case LintRule::ValidTooLong:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Public authorities must not issue for longer.")),
                       "CA/Browser Forum baseline 6.3.2, ballot SC-081", Clients::Browsers);
    case LintRule::ValidTooLongForApple:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Apple's systems refuse it whoever signed it.")), "Apple 103769",
                       Clients::Apple);
    case LintRule::TimeEncodedWrongly:
        return because(
            said(QT_TRANSLATE_NOOP("Lint", "Times are written to the second, in UTC, with Z and without fractions.")),
            "RFC 5280 section 4.1.2.5.1", Clients::Strict);
    case LintRule::GeneralizedTimeBefore2050:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Times through 2049 must be UTCTime.")),
                       "RFC 5280 section 4.1.2.5", Clients::Strict);
    case LintRule::UtcTimeOfLastCentury:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Years from 2050 on must be GeneralizedTime.")),
                       "RFC 5280 section 4.1.2.5", Clients::All);
    case LintRule::SerialZero:
        return because(said(QT_TRANSLATE_NOOP("Lint", "It must be positive.")),
                       "RFC 5280 section 4.1.2.2, CA/Browser Forum baseline 7.1", Clients::Some);
    case LintRule::SerialNegative:
        return because(said(QT_TRANSLATE_NOOP("Lint", "It must be positive.")), "RFC 5280 section 4.1.2.2",
                       Clients::Some);
    case LintRule::SerialTooLong:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Programs keep 20 bytes for it.")), "RFC 5280 section 4.1.2.2",
                       Clients::Some);
    case LintRule::SerialShort:
        return because(
            said(QT_TRANSLATE_NOOP(
                "Lint", "Public authorities take at least 64 random bits, so that nobody can foresee them.")),
            "CA/Browser Forum baseline 7.1", Clients::None);
    case LintRule::ExtensionsInOldVersion:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Extensions exist in version 3 alone.")),
                       "RFC 5280 section 4.1.2.1", Clients::Strict);
    case LintRule::OldVersion:
        return because(
            said(QT_TRANSLATE_NOOP("Lint", "Without extensions it cannot say which hosts or purposes it is for.")),
            "RFC 5280 section 4.1.2.1", Clients::Some);
    case LintRule::SignatureAlgorithmsDiffer:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Both must be the same, or the one outside could be changed.")),
                       "RFC 5280 section 4.1.1.2", Clients::All);
    case LintRule::DuplicateExtension:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Each extension may stand there once.")), "RFC 5280 section 4.2",
                       Clients::Strict);
    case LintRule::UnknownCriticalExtension:
        return because(said(QT_TRANSLATE_NOOP(
                           "Lint", "Whoever does not understand a critical extension must refuse the certificate.")),
                       "RFC 5280 section 4.2", Clients::All);
    case LintRule::ExtensionUnreadable:
        return because(said(QT_TRANSLATE_NOOP("Lint", "What it says cannot be known.")), "RFC 5280 section 4.2",
                       Clients::Strict);
    case LintRule::WeakSignature:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Others can make a certificate with the same signature.")),
                       "CA/Browser Forum baseline 7.1.3.2, RFC 9155", Clients::All);
    case LintRule::ShortRsaKey:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Shorter keys can be broken.")),
                       "CA/Browser Forum baseline 6.1.5", Clients::All);
    case LintRule::UnevenRsaKey:
        return because(said(QT_TRANSLATE_NOOP("Lint", "The size must be a multiple of 8.")),
                       "CA/Browser Forum baseline 6.1.5", Clients::Some);
    case LintRule::BadRsaExponent:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Such a key protects nothing.")),
                       "CA/Browser Forum baseline 6.1.6, RFC 8017 section 3.1", Clients::All);
    case LintRule::SmallRsaExponent:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Small exponents help attackers where padding is done wrong.")),
                       "CA/Browser Forum baseline 6.1.6", Clients::Some);
    case LintRule::DsaKey:
        return because(said(QT_TRANSLATE_NOOP("Lint", "TLS 1.3 has no DSA, and clients have dropped it.")),
                       "RFC 8446 section 4.2.3", Clients::All);
    case LintRule::WeakCurve:
        return because(said(QT_TRANSLATE_NOOP("Lint", "It can be broken too soon.")), "CA/Browser Forum baseline 6.1.5",
                       Clients::All);
    case LintRule::UnusualCurve:
        return because(said(QT_TRANSLATE_NOOP("Lint", "They know P-256, P-384 and in part P-521.")),
                       "CA/Browser Forum baseline 6.1.5", Clients::Browsers);
    case LintRule::ExplicitCurve:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Curves of one's own have been used to forge certificates "
                                                      "(CVE-2020-0601), so they must be named.")),
                       "RFC 5480 section 2.1.1", Clients::All);
    case LintRule::RsaPssKey:
        return because(said(QT_TRANSLATE_NOOP("Lint", "The baseline allows rsaEncryption alone for RSA keys.")),
                       "CA/Browser Forum baseline 7.1.3.1.1", Clients::Browsers);
    case LintRule::SelfSignatureWrong:
        return because(said(QT_TRANSLATE_NOOP("Lint", "It is damaged or forged, or an older key of the same authority "
                                                      "signed it.")),
                       "RFC 5280 section 6.1", Clients::Some);
    case LintRule::EdwardsKey:
        return because(
            said(QT_TRANSLATE_NOOP(
                "Lint", "OpenSSL and GnuTLS take them with TLS 1.2 and 1.3; the baseline does not allow them yet.")),
            "CA/Browser Forum baseline 6.1.5, RFC 8410", Clients::Browsers);
    case LintRule::KeyUnreadable:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Nobody can use it.")), "RFC 5280 section 4.1.2.7", Clients::All);
    case LintRule::NoExtendedKeyUsage:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Public server certificates must name serverAuth.")),
                       "CA/Browser Forum baseline 7.1.2.7.10", Clients::Apple);
    case LintRule::MissingServerAuth:
    case LintRule::ClientAuthOnly:
        return because(
            said(QT_TRANSLATE_NOOP("Lint", "A certificate may be used only for the purposes that it names.")),
            "RFC 5280 section 4.2.1.12", Clients::All);
    case LintRule::AnyPurposeAllowed:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Public server certificates must not.")),
                       "CA/Browser Forum baseline 7.1.2.7.10", Clients::Some);
    case LintRule::KeyUsageLacksSignature:
        return because(
            said(QT_TRANSLATE_NOOP(
                "Lint", "TLS 1.3, and all of TLS with a key that is not RSA, proves the key by a signature.")),
            "RFC 8446 section 4.4.2.2, RFC 5280 section 4.2.1.3", Clients::All);
    case LintRule::KeyEnciphermentForCurve:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Only RSA keys encrypt other keys.")), "RFC 8813 section 3",
                       Clients::None);
    case LintRule::AuthorityWithHostNames:
        return because(said(QT_TRANSLATE_NOOP("Lint", "A server's certificate should not be able to sign others.")),
                       "CA/Browser Forum baseline 7.1.2.7.8", Clients::Firefox);
    case LintRule::KeyCertSignWithoutAuthority:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Both must say the same.")), "RFC 5280 section 4.2.1.9",
                       Clients::Strict);
    case LintRule::AuthorityWithoutKeyCertSign:
        return because(said(QT_TRANSLATE_NOOP("Lint", "What it signs is refused.")), "RFC 5280 section 4.2.1.3",
                       Clients::All);
    case LintRule::AuthorityWithoutKeyUsage:
        return because(said(QT_TRANSLATE_NOOP("Lint", "An authority must say that it signs certificates.")),
                       "RFC 5280 section 4.2.1.3", Clients::None);
    case LintRule::AuthorityConstraintsNotCritical:
        return because(said(QT_TRANSLATE_NOOP("Lint", "They must be critical, so that nobody overlooks them.")),
                       "RFC 5280 section 4.2.1.9", Clients::None);
    case LintRule::PathLengthWithoutAuthority:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Only an authority has certificates below it.")),
                       "RFC 5280 section 4.2.1.9", Clients::Strict);
    case LintRule::NameConstraintsWithoutAuthority:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Only an authority has certificates below it.")),
                       "RFC 5280 section 4.2.1.10", Clients::Strict);
    case LintRule::NoSubjectKeyIdentifier:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Chains are found by it where names are not enough.")),
                       "RFC 5280 section 4.2.1.2", Clients::None);
    case LintRule::NoAuthorityKeyIdentifier:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Chains are found by it where names are not enough.")),
                       "RFC 5280 section 4.2.1.1", Clients::None);
    case LintRule::SelfSignedLeaf:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Nobody vouches for it.")), "RFC 5280 section 3.2",
                       Clients::Trust);
    case LintRule::NoRevocationInformation:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Public authorities name a revocation list or an OCSP server.")),
                       "CA/Browser Forum baseline 7.1.2.7.7", Clients::None);
    case LintRule::MustStaple:
        return because(
            said(QT_TRANSLATE_NOOP("Lint", "A server that does not send one is refused by clients that know this.")),
            "RFC 7633 section 4.2.3", Clients::Staple);
    }
    Q_UNREACHABLE();
}

} // namespace sealport
