#include "model/text/lint_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace sealport {

namespace {

QString day(const QString &isoDate)
{
    const QDateTime date = QDateTime::fromString(isoDate, Qt::ISODate);
    return date.isValid() ? QLocale().toString(date.toLocalTime().date(), QLocale::LongFormat) : isoDate;
}

} // namespace

QString describe(const LintFinding &finding)
{
    const auto value = [&finding](qsizetype at) { return finding.values.value(at); };
    switch (finding.rule) { // no default: a new rule without a sentence does not compile
    case LintRule::NoAlternativeName:
        return QCoreApplication::translate("Lint", "It has no alternative name for a host.");
    case LintRule::EmptyAlternativeNames:
        return QCoreApplication::translate("Lint", "Its list of alternative names is empty.");
    case LintRule::NoUsableName:
        return QCoreApplication::translate("Lint", "None of its alternative names can be that of a host.");
    case LintRule::CommonNameNotAmongNames:
        return QCoreApplication::translate("Lint", "The common name “%1” is not among the alternative names.")
            .arg(value(0));
    case LintRule::CommonNameIsAddress:
        return QCoreApplication::translate("Lint", "The common name is an IP address: %1.").arg(value(0));
    case LintRule::CommonNameTooLong:
        return QCoreApplication::translate("Lint", "The common name has %1 characters; 64 are allowed.").arg(value(0));
    case LintRule::NameWithSpace:
        return QCoreApplication::translate("Lint", "The name “%1” holds a space.").arg(value(0));
    case LintRule::NameWithUnderscore:
        return QCoreApplication::translate("Lint", "The name “%1” holds an underscore.").arg(value(0));
    case LintRule::NameNotAscii:
        return QCoreApplication::translate("Lint", "The name “%1” is not ASCII.").arg(value(0));
    case LintRule::NameIsUri:
        return QCoreApplication::translate("Lint", "“%1” is an address of a page, not a host name.").arg(value(0));
    case LintRule::NameIsAddress:
        return QCoreApplication::translate("Lint", "The IP address %1 stands among the host names.").arg(value(0));
    case LintRule::NameMalformed:
        return QCoreApplication::translate("Lint", "“%1” is no host name.").arg(value(0));
    case LintRule::NameEmpty:
        return QCoreApplication::translate("Lint", "An alternative name is empty.");
    case LintRule::WildcardNotLeftmost:
        return QCoreApplication::translate("Lint", "The wildcard of “%1” is not in the leftmost label.").arg(value(0));
    case LintRule::WildcardPartial:
        return QCoreApplication::translate("Lint", "The wildcard of “%1” is only a part of its label.").arg(value(0));
    case LintRule::WildcardTooWide:
        return QCoreApplication::translate("Lint", "The wildcard of “%1” stands for names of unrelated owners.")
            .arg(value(0));
    case LintRule::InternalName:
        return QCoreApplication::translate("Lint", "“%1” is a name for internal networks.").arg(value(0));
    case LintRule::InternalAddress:
        return QCoreApplication::translate("Lint", "%1 is an address of internal networks.").arg(value(0));
    case LintRule::AddressMalformed:
        return QCoreApplication::translate("Lint", "An IP address has %1 bytes instead of 4 or 16.").arg(value(0));
    case LintRule::NoSubject:
        return QCoreApplication::translate("Lint", "The authority has no subject.");
    case LintRule::NoSubjectAndNamesNotCritical:
        return QCoreApplication::translate("Lint", "It has no subject, and its alternative names are not critical.");
    case LintRule::NoIssuer:
        return QCoreApplication::translate("Lint", "It has no issuer.");
    case LintRule::NameConstraintViolated:
        return QCoreApplication::translate("Lint", "Its names are outside the name constraints of “%1”.").arg(value(0));
    case LintRule::ValidityReversed:
        return QCoreApplication::translate("Lint", "It ends before it begins.");
    case LintRule::DateUnreadable:
        return QCoreApplication::translate("Lint", "A date cannot be read.");
    case LintRule::NotYetValid:
        return QCoreApplication::translate("Lint", "It becomes valid on %1.").arg(day(value(0)));
    case LintRule::Expired:
        return QCoreApplication::translate("Lint", "It expired on %1.").arg(day(value(0)));
    case LintRule::ExpiresSoon:
        return QCoreApplication::translate("Lint", "It expires on %1.").arg(day(value(0)));
    case LintRule::ValidTooLong:
        return QCoreApplication::translate("Lint", "It is valid for %1 days; %2 are allowed since %3.")
            .arg(value(0), value(1), value(2));
    case LintRule::ValidTooLongForApple:
        return QCoreApplication::translate("Lint",
                                           "It is valid for %1 days; Apple allows 825, of your own authority too.")
            .arg(value(0));
    case LintRule::TimeEncodedWrongly:
        return QCoreApplication::translate("Lint", "A time is written in a form that is not allowed: %1.")
            .arg(value(0));
    case LintRule::GeneralizedTimeBefore2050:
        return QCoreApplication::translate("Lint", "A time before 2050 is written as GeneralizedTime: %1.")
            .arg(value(0));
    case LintRule::UtcTimeOfLastCentury:
        return QCoreApplication::translate("Lint",
                                           "A time is written with two digits for a year that reads as 19%2: %1.")
            .arg(value(0), value(0).left(2));
    case LintRule::SerialZero:
        return QCoreApplication::translate("Lint", "The serial number is zero.");
    case LintRule::SerialNegative:
        return QCoreApplication::translate("Lint", "The serial number is negative.");
    case LintRule::SerialTooLong:
        return QCoreApplication::translate("Lint", "The serial number has %1 bytes; 20 are allowed.").arg(value(0));
    case LintRule::SerialShort:
        return QCoreApplication::translate("Lint", "The serial number has only %1 bytes.").arg(value(0));
    case LintRule::ExtensionsInOldVersion:
        return QCoreApplication::translate("Lint", "It has extensions, but is of version %1.").arg(value(0));
    case LintRule::OldVersion:
        return QCoreApplication::translate("Lint", "It is of version %1, which has no extensions.").arg(value(0));
    case LintRule::SignatureAlgorithmsDiffer:
        return QCoreApplication::translate("Lint",
                                           "The signature algorithm inside (%1) differs from the one outside (%2).")
            .arg(value(0), value(1));
    case LintRule::DuplicateExtension:
        return QCoreApplication::translate("Lint", "The extension %1 stands there twice.").arg(value(0));
    case LintRule::UnknownCriticalExtension:
        return QCoreApplication::translate("Lint", "The critical extension %1 is not known here.").arg(value(0));
    case LintRule::ExtensionUnreadable:
        return QCoreApplication::translate("Lint", "An extension cannot be read, or contradicts another.");
    case LintRule::WeakSignature:
        return QCoreApplication::translate("Lint", "It is signed with %1, which is broken.").arg(value(0));
    case LintRule::ShortRsaKey:
        return QCoreApplication::translate("Lint", "The RSA key has %1 bits; 2048 are the least.").arg(value(0));
    case LintRule::UnevenRsaKey:
        return QCoreApplication::translate("Lint", "The RSA key has %1 bits, no multiple of 8.").arg(value(0));
    case LintRule::BadRsaExponent:
        return QCoreApplication::translate("Lint", "The RSA exponent is 1 or even.");
    case LintRule::SmallRsaExponent:
        return QCoreApplication::translate("Lint", "The RSA exponent is %1; 65537 is usual.").arg(value(0));
    case LintRule::DsaKey:
        return QCoreApplication::translate("Lint", "It has a DSA key.");
    case LintRule::WeakCurve:
        return QCoreApplication::translate("Lint", "The curve %1 is too small.").arg(value(0));
    case LintRule::UnusualCurve:
        return QCoreApplication::translate("Lint", "Browsers do not know the curve %1.").arg(value(0));
    case LintRule::ExplicitCurve:
        return QCoreApplication::translate("Lint", "Its key spells its curve out instead of naming it.");
    case LintRule::RsaPssKey:
        return QCoreApplication::translate("Lint", "Its RSA key is for PSS signatures alone.");
    case LintRule::SelfSignatureWrong:
        return QCoreApplication::translate("Lint", "It names itself as its issuer, but its own key did not sign it.");
    case LintRule::EdwardsKey:
        return QCoreApplication::translate("Lint", "Browsers do not know %1 keys in certificates.").arg(value(0));
    case LintRule::KeyUnreadable:
        return QCoreApplication::translate("Lint", "The public key cannot be read.");
    case LintRule::NoExtendedKeyUsage:
        return QCoreApplication::translate("Lint", "It names no purpose (no extended key usage).");
    case LintRule::MissingServerAuth:
        return QCoreApplication::translate("Lint",
                                           "It is not made for servers (its extended key usage lacks serverAuth).");
    case LintRule::ClientAuthOnly:
        return QCoreApplication::translate("Lint",
                                           "It is made for clients, not for servers (clientAuth without serverAuth).");
    case LintRule::AnyPurposeAllowed:
        return QCoreApplication::translate("Lint", "It allows any purpose (anyExtendedKeyUsage).");
    case LintRule::KeyUsageLacksSignature:
        return QCoreApplication::translate("Lint", "Its key (%1) may not sign (its key usage lacks digitalSignature).")
            .arg(value(0));
    case LintRule::KeyEnciphermentForCurve:
        return QCoreApplication::translate("Lint",
                                           "Its key usage has keyEncipherment, for which such a key is of no use.");
    case LintRule::AuthorityNotServer:
        return QCoreApplication::translate("Lint", "It is an authority, not a server's certificate.");
    case LintRule::AuthorityWithHostNames:
        return QCoreApplication::translate("Lint", "It is an authority and for hosts at once.");
    case LintRule::KeyCertSignWithoutAuthority:
        return QCoreApplication::translate("Lint",
                                           "Its key may sign certificates (keyCertSign), but it is no authority.");
    case LintRule::AuthorityWithoutKeyCertSign:
        return QCoreApplication::translate(
            "Lint", "It is an authority, but its key may not sign certificates (its key usage lacks keyCertSign).");
    case LintRule::AuthorityWithoutKeyUsage:
        return QCoreApplication::translate("Lint", "It is an authority without key usage.");
    case LintRule::AuthorityConstraintsNotCritical:
        return QCoreApplication::translate("Lint", "It is an authority, but its basic constraints are not critical.");
    case LintRule::PathLengthWithoutAuthority:
        return QCoreApplication::translate("Lint", "It has a path length, but is no authority.");
    case LintRule::NameConstraintsWithoutAuthority:
        return QCoreApplication::translate("Lint", "It has name constraints, but is no authority.");
    case LintRule::NoSubjectKeyIdentifier:
        return QCoreApplication::translate("Lint", "It has no subject key identifier.");
    case LintRule::NoAuthorityKeyIdentifier:
        return QCoreApplication::translate("Lint", "It has no authority key identifier.");
    case LintRule::SelfSignedLeaf:
        return QCoreApplication::translate("Lint", "It is signed by itself.");
    case LintRule::NoRevocationInformation:
        return QCoreApplication::translate("Lint", "It does not say where one learns that it was revoked.");
    case LintRule::MustStaple:
        return QCoreApplication::translate("Lint", "It requires a stapled OCSP answer (must-staple).");
    }
    Q_UNREACHABLE();
}

QString severityText(LintSeverity severity)
{
    switch (severity) {
    case LintSeverity::Error:
        return QCoreApplication::translate("Lint", "error");
    case LintSeverity::Warning:
        return QCoreApplication::translate("Lint", "warning");
    case LintSeverity::Notice:
        return QCoreApplication::translate("Lint", "notice");
    }
    Q_UNREACHABLE();
}

QString describe(const ServerUse &use)
{
    switch (use.answer) {
    case ServerUse::Answer::Yes:
        return QCoreApplication::translate("Lint", "Used as a server certificate: yes.");
    case ServerUse::Answer::YesBut:
        return QCoreApplication::translate("Lint", "Used as a server certificate: yes, but: %1")
            .arg(describe(*use.reason));
    case ServerUse::Answer::No:
        return QCoreApplication::translate("Lint", "Used as a server certificate: no. %1").arg(describe(*use.reason));
    }
    Q_UNREACHABLE();
}

} // namespace sealport
