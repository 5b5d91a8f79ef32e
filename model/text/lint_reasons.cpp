#include "model/text/lint_text.h"

#include <QCoreApplication>

namespace sealport {

namespace {

QString clientsText(ClientConduct conduct)
{
    switch (conduct) {
    case ClientConduct::Refused:
        return QCoreApplication::translate("Lint", "Clients refuse it.");
    case ClientConduct::RefusedByMost:
        return QCoreApplication::translate("Lint", "Most clients refuse it.");
    case ClientConduct::RefusedByOpenSsl:
        return QCoreApplication::translate("Lint",
                                           "OpenSSL and the programs that use it refuse it; some others accept it.");
    case ClientConduct::CommonNameInstead:
        return QCoreApplication::translate(
            "Lint", "Browsers refuse it; OpenSSL, GnuTLS and Java still take the common name instead.");
    case ClientConduct::CurveNotOffered:
        return QCoreApplication::translate(
            "Lint", "Clients do not offer this curve unless they are told to, so no connection comes about.");
    case ClientConduct::RefusedByStrict:
        return QCoreApplication::translate(
            "Lint", "Strict clients refuse it, as Python 3.13 and later; most others accept it.");
    case ClientConduct::RefusedByStrictAndJava:
        return QCoreApplication::translate(
            "Lint", "Java and strict clients, as Python 3.13 and later, refuse it; OpenSSL accepts it.");
    case ClientConduct::RefusedBySomeStrict:
        return QCoreApplication::translate("Lint", "Some strict clients refuse it.");
    case ClientConduct::RefusedBySome:
        return QCoreApplication::translate("Lint", "Some clients refuse it.");
    case ClientConduct::NoMatch:
        return QCoreApplication::translate("Lint", "Most clients refuse it for this name.");
    case ClientConduct::CommonNameIgnored:
        return QCoreApplication::translate(
            "Lint", "Clients of today ignore the common name where there are alternative names.");
    case ClientConduct::RefusedByBrowsers:
        return QCoreApplication::translate(
            "Lint", "Browsers refuse it, from a public authority at least; OpenSSL and most programs accept it.");
    case ClientConduct::RefusedByApple:
        return QCoreApplication::translate("Lint", "Apple's systems refuse it; most others accept it.");
    case ClientConduct::RefusedByFirefox:
        return QCoreApplication::translate("Lint",
                                           "Firefox refuses it as a server's certificate; most others accept it.");
    case ClientConduct::Accepted:
        return QCoreApplication::translate("Lint", "Clients accept it.");
    case ClientConduct::AcceptedUntilThen:
        return QCoreApplication::translate("Lint", "Clients accept it until then.");
    case ClientConduct::AcceptedFromOwnAuthority:
        return QCoreApplication::translate("Lint", "Clients that trust your authority accept it.");
    case ClientConduct::RefusedBelow:
        return QCoreApplication::translate("Lint", "Clients refuse what it signs.");
    case ClientConduct::RefusedUnlessTrusted:
        return QCoreApplication::translate("Lint", "Clients refuse it unless they are told to trust it itself.");
    case ClientConduct::StapleWanted:
        return QCoreApplication::translate(
            "Lint", "Firefox refuses the connection when there is no stapled answer; most others do not look.");
    }
    Q_UNREACHABLE();
}

struct Ground {
    QString reason;
    const char *source;
};

Ground because(const QString &reason, const char *source)
{
    return {.reason = reason, .source = source};
}

/// Why it is, and where that is written.
Ground groundOf(LintRule rule)
{
    const auto said = [](const char *text) { return QCoreApplication::translate("Lint", text); };
    switch (rule) { // no default: a new rule without a reason does not compile
    case LintRule::NoAlternativeName:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Browsers compare the host with the alternative names alone; the "
                                                      "common name has not counted for years.")),
                       "RFC 6125 section 6.4.4, CA/Browser Forum baseline 7.1.2.7.12");
    case LintRule::EmptyAlternativeNames:
        return because(said(QT_TRANSLATE_NOOP("Lint", "The list must hold at least one name.")),
                       "RFC 5280 section 4.2.1.6");
    case LintRule::NoUsableName:
        return because(said(QT_TRANSLATE_NOOP("Lint", "No host can have one of these names.")),
                       "RFC 6125 section 6.4, RFC 5280 section 4.2.1.6");
    case LintRule::CommonNameNotAmongNames:
        return because(said(QT_TRANSLATE_NOOP(
                           "Lint", "Whoever reads the common name expects the certificate to be valid for it.")),
                       "CA/Browser Forum baseline 7.1.4.3");
    case LintRule::CommonNameIsAddress:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Addresses belong into alternative names of their own kind.")),
                       "CA/Browser Forum baseline 7.1.4.3");
    case LintRule::CommonNameTooLong:
        return because(said(QT_TRANSLATE_NOOP("Lint", "The upper bound is part of the definition of the name.")),
                       "RFC 5280 appendix A.1");
    case LintRule::NameWithSpace:
        return because(said(QT_TRANSLATE_NOOP("Lint", "No host name holds one.")),
                       "RFC 5280 section 4.2.1.6, RFC 1034 section 3.5");
    case LintRule::NameWithUnderscore:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Host names consist of letters, digits and hyphens.")),
                       "CA/Browser Forum baseline 7.1.2.7.12, RFC 1034 section 3.5");
    case LintRule::NameNotAscii:
        return because(said(QT_TRANSLATE_NOOP("Lint", "International names are written as A-labels (xn--…).")),
                       "RFC 5280 section 7.2");
    case LintRule::NameIsUri:
        return because(said(QT_TRANSLATE_NOOP("Lint", "The name must be the host alone.")), "RFC 5280 section 4.2.1.6");
    case LintRule::NameIsAddress:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Addresses are compared with names of the kind “IP” alone.")),
                       "RFC 5280 section 4.2.1.6, RFC 6125 section 1.7.2");
    case LintRule::NameMalformed:
        return because(
            said(QT_TRANSLATE_NOOP("Lint", "Labels have 1 to 63 letters, digits and hyphens, the whole at most 253.")),
            "RFC 5280 section 4.2.1.6, RFC 1034 section 3.5");
    case LintRule::NameEmpty:
        return because(said(QT_TRANSLATE_NOOP("Lint", "A name must say something.")), "RFC 5280 section 4.2.1.6");
    case LintRule::WildcardNotLeftmost:
        return because(said(QT_TRANSLATE_NOOP("Lint", "A wildcard stands for the leftmost label alone.")),
                       "RFC 6125 section 6.4.3");
    case LintRule::WildcardPartial:
        return because(
            said(QT_TRANSLATE_NOOP(
                "Lint", "Public authorities may not issue such names, and clients have stopped to accept them.")),
            "RFC 6125 section 7.2, CA/Browser Forum baseline 1.6.1");
    case LintRule::WildcardTooWide:
        return because(
            said(QT_TRANSLATE_NOOP(
                "Lint", "Below a top-level name, or a public suffix such as co.uk, anybody may register a name.")),
            "CA/Browser Forum baseline 3.2.2.6, Public Suffix List");
    case LintRule::InternalName:
    case LintRule::InternalAddress:
        return because(
            said(QT_TRANSLATE_NOOP(
                "Lint",
                "No public authority may vouch for it; only clients that trust an authority of your own accept it.")),
            "CA/Browser Forum baseline 4.2.2");
    case LintRule::AddressMalformed:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Addresses are held as 4 or 16 bytes.")),
                       "RFC 5280 section 4.2.1.6");
    case LintRule::NoSubject:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Certificates find their issuer by its name.")),
                       "RFC 5280 section 4.1.2.6");
    case LintRule::NoSubjectAndNamesNotCritical:
        return because(
            said(QT_TRANSLATE_NOOP(
                "Lint", "Without a subject the alternative names are all there is, so they must be critical.")),
            "RFC 5280 section 4.1.2.6");
    case LintRule::NoIssuer:
        return because(said(QT_TRANSLATE_NOOP("Lint", "The issuer is found by its name, which must not be empty.")),
                       "RFC 5280 section 4.1.2.4");
    case LintRule::NameConstraintViolated:
        return because(
            said(QT_TRANSLATE_NOOP("Lint", "The authority may sign only the names that its own certificate allows.")),
            "RFC 5280 section 4.2.1.10");
    case LintRule::ValidityReversed:
        return because(said(QT_TRANSLATE_NOOP("Lint", "There is no moment at which it is valid.")),
                       "RFC 5280 section 4.1.2.5");
    case LintRule::DateUnreadable:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Nobody can tell when it is valid.")),
                       "RFC 5280 section 4.1.2.5");
    case LintRule::NotYetValid:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Until then it is refused; a wrong clock makes this too.")),
                       "RFC 5280 section 4.1.2.5");
    case LintRule::Expired:
        return because(said(QT_TRANSLATE_NOOP("Lint", "After that day it is refused.")), "RFC 5280 section 4.1.2.5");
    case LintRule::ExpiresSoon:
        return because(said(QT_TRANSLATE_NOOP("Lint", "After that day it is refused.")), "RFC 5280 section 4.1.2.5");
    case LintRule::ValidTooLong:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Public authorities must not issue for longer.")),
                       "CA/Browser Forum baseline 6.3.2, ballot SC-081");
    case LintRule::ValidTooLongForApple:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Apple's systems refuse it whoever signed it.")), "Apple 103769");
    case LintRule::TimeEncodedWrongly:
        return because(
            said(QT_TRANSLATE_NOOP("Lint", "Times are written to the second, in UTC, with Z and without fractions.")),
            "RFC 5280 section 4.1.2.5.1");
    case LintRule::GeneralizedTimeBefore2050:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Times through 2049 must be UTCTime.")),
                       "RFC 5280 section 4.1.2.5");
    case LintRule::UtcTimeOfLastCentury:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Years from 2050 on must be GeneralizedTime.")),
                       "RFC 5280 section 4.1.2.5");
    case LintRule::SerialZero:
        return because(said(QT_TRANSLATE_NOOP("Lint", "It must be positive.")),
                       "RFC 5280 section 4.1.2.2, CA/Browser Forum baseline 7.1");
    case LintRule::SerialNegative:
        return because(said(QT_TRANSLATE_NOOP("Lint", "It must be positive.")), "RFC 5280 section 4.1.2.2");
    case LintRule::SerialTooLong:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Programs keep 20 bytes for it.")), "RFC 5280 section 4.1.2.2");
    case LintRule::SerialShort:
        return because(
            said(QT_TRANSLATE_NOOP(
                "Lint", "Public authorities take at least 64 random bits, so that nobody can foresee them.")),
            "CA/Browser Forum baseline 7.1");
    case LintRule::ExtensionsInOldVersion:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Extensions exist in version 3 alone.")),
                       "RFC 5280 section 4.1.2.1");
    case LintRule::OldVersion:
        return because(
            said(QT_TRANSLATE_NOOP("Lint", "Without extensions it cannot say which hosts or purposes it is for.")),
            "RFC 5280 section 4.1.2.1");
    case LintRule::SignatureAlgorithmsDiffer:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Both must be the same, or the one outside could be changed.")),
                       "RFC 5280 section 4.1.1.2");
    case LintRule::DuplicateExtension:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Each extension may stand there once.")), "RFC 5280 section 4.2");
    case LintRule::UnknownCriticalExtension:
        return because(said(QT_TRANSLATE_NOOP(
                           "Lint", "Whoever does not understand a critical extension must refuse the certificate.")),
                       "RFC 5280 section 4.2");
    case LintRule::ExtensionUnreadable:
        return because(said(QT_TRANSLATE_NOOP("Lint", "What it says cannot be known.")), "RFC 5280 section 4.2");
    case LintRule::WeakSignature:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Others can make a certificate with the same signature.")),
                       "CA/Browser Forum baseline 7.1.3.2, RFC 9155");
    case LintRule::ShortRsaKey:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Shorter keys can be broken.")),
                       "CA/Browser Forum baseline 6.1.5");
    case LintRule::UnevenRsaKey:
        return because(said(QT_TRANSLATE_NOOP("Lint", "The size must be a multiple of 8.")),
                       "CA/Browser Forum baseline 6.1.5");
    case LintRule::BadRsaExponent:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Such a key protects nothing.")),
                       "CA/Browser Forum baseline 6.1.6, RFC 8017 section 3.1");
    case LintRule::SmallRsaExponent:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Small exponents help attackers where padding is done wrong.")),
                       "CA/Browser Forum baseline 6.1.6");
    case LintRule::DsaKey:
        return because(said(QT_TRANSLATE_NOOP("Lint", "TLS 1.3 has no DSA, and clients have dropped it.")),
                       "RFC 8446 section 4.2.3");
    case LintRule::WeakCurve:
        return because(said(QT_TRANSLATE_NOOP("Lint", "It can be broken too soon.")),
                       "CA/Browser Forum baseline 6.1.5");
    case LintRule::UnusualCurve:
        return because(said(QT_TRANSLATE_NOOP("Lint", "They know P-256, P-384 and in part P-521.")),
                       "CA/Browser Forum baseline 6.1.5");
    case LintRule::ExplicitCurve:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Curves of one's own have been used to forge certificates "
                                                      "(CVE-2020-0601), so they must be named.")),
                       "RFC 5480 section 2.1.1");
    case LintRule::RsaPssKey:
        return because(said(QT_TRANSLATE_NOOP("Lint", "The baseline allows rsaEncryption alone for RSA keys.")),
                       "CA/Browser Forum baseline 7.1.3.1.1");
    case LintRule::SelfSignatureWrong:
        return because(said(QT_TRANSLATE_NOOP("Lint", "It is damaged or forged, or an older key of the same authority "
                                                      "signed it.")),
                       "RFC 5280 section 6.1");
    case LintRule::EdwardsKey:
        return because(
            said(QT_TRANSLATE_NOOP(
                "Lint", "OpenSSL and GnuTLS take them with TLS 1.2 and 1.3; the baseline does not allow them yet.")),
            "CA/Browser Forum baseline 6.1.5, RFC 8410");
    case LintRule::KeyUnreadable:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Nobody can use it.")), "RFC 5280 section 4.1.2.7");
    case LintRule::NoExtendedKeyUsage:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Public server certificates must name serverAuth.")),
                       "CA/Browser Forum baseline 7.1.2.7.10");
    case LintRule::MissingServerAuth:
    case LintRule::ClientAuthOnly:
        return because(
            said(QT_TRANSLATE_NOOP("Lint", "A certificate may be used only for the purposes that it names.")),
            "RFC 5280 section 4.2.1.12");
    case LintRule::AnyPurposeAllowed:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Public server certificates must not.")),
                       "CA/Browser Forum baseline 7.1.2.7.10");
    case LintRule::KeyUsageLacksSignature:
        return because(
            said(QT_TRANSLATE_NOOP(
                "Lint", "TLS 1.3, and all of TLS with a key that is not RSA, proves the key by a signature.")),
            "RFC 8446 section 4.4.2.2, RFC 5280 section 4.2.1.3");
    case LintRule::KeyEnciphermentForCurve:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Only RSA keys encrypt other keys.")), "RFC 8813 section 3");
    case LintRule::AuthorityNotServer:
        return because(said(QT_TRANSLATE_NOOP("Lint", "An authority signs certificates; a server has one of its own.")),
                       "CA/Browser Forum baseline 7.1.2.7.8, RFC 5280 section 4.2.1.3");
    case LintRule::AuthorityWithHostNames:
        return because(said(QT_TRANSLATE_NOOP("Lint", "A server's certificate should not be able to sign others.")),
                       "CA/Browser Forum baseline 7.1.2.7.8");
    case LintRule::KeyCertSignWithoutAuthority:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Both must say the same.")), "RFC 5280 section 4.2.1.9");
    case LintRule::AuthorityWithoutKeyCertSign:
        return because(said(QT_TRANSLATE_NOOP("Lint", "What it signs is refused.")), "RFC 5280 section 4.2.1.3");
    case LintRule::AuthorityWithoutKeyUsage:
        return because(said(QT_TRANSLATE_NOOP("Lint", "An authority must say that it signs certificates.")),
                       "RFC 5280 section 4.2.1.3");
    case LintRule::AuthorityConstraintsNotCritical:
        return because(said(QT_TRANSLATE_NOOP("Lint", "They must be critical, so that nobody overlooks them.")),
                       "RFC 5280 section 4.2.1.9");
    case LintRule::PathLengthWithoutAuthority:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Only an authority has certificates below it.")),
                       "RFC 5280 section 4.2.1.9");
    case LintRule::NameConstraintsWithoutAuthority:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Only an authority has certificates below it.")),
                       "RFC 5280 section 4.2.1.10");
    case LintRule::NoSubjectKeyIdentifier:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Chains are found by it where names are not enough.")),
                       "RFC 5280 section 4.2.1.2");
    case LintRule::NoAuthorityKeyIdentifier:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Chains are found by it where names are not enough.")),
                       "RFC 5280 section 4.2.1.1");
    case LintRule::SelfSignedLeaf:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Nobody vouches for it.")), "RFC 5280 section 3.2");
    case LintRule::NoRevocationInformation:
        return because(said(QT_TRANSLATE_NOOP("Lint", "Public authorities name a revocation list or an OCSP server.")),
                       "CA/Browser Forum baseline 7.1.2.7.7");
    case LintRule::MustStaple:
        return because(
            said(QT_TRANSLATE_NOOP("Lint", "A server that does not send one is refused by clients that know this.")),
            "RFC 7633 section 4.2.3");
    }
    Q_UNREACHABLE();
}

} // namespace

LintReason reasonFor(const LintFinding &finding)
{
    const Ground ground = groundOf(finding.rule);
    return {.reason = ground.reason,
            .source = QString::fromLatin1(ground.source),
            .clients = clientsText(conductOf(finding))};
}

} // namespace sealport
