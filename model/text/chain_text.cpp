#include "model/text/chain_text.h"

#include "model/text/formatting.h"

#include <QCoreApplication>

namespace sealport {

namespace {

QString moment(const QString &isoDate)
{
    return exactDate(QDateTime::fromString(isoDate, Qt::ISODate));
}

QString otherHosts(const ChainFinding &finding)
{
    constexpr int shown = 5;
    const QStringList names = finding.values.mid(1);
    if (names.isEmpty())
        return QCoreApplication::translate("Chain", "no name at all");
    return spokenList(names, shown, 0);
}

} // namespace

QString describe(const ChainFinding &finding, const QString &name)
{
    const auto value = [&finding](qsizetype at) { return finding.values.value(at); };
    switch (finding.fault) { // no default: a new fault without a sentence does not compile
    case ChainFault::Expired:
        return QCoreApplication::translate("Chain", "“%1” expired on %2.").arg(name, moment(value(0)));
    case ChainFault::NotYetValid:
        return QCoreApplication::translate("Chain", "“%1” becomes valid on %2.").arg(name, moment(value(0)));
    case ChainFault::BadDate:
        return QCoreApplication::translate("Chain", "“%1” has a date that cannot be read.").arg(name);
    case ChainFault::UntrustedRoot:
        return QCoreApplication::translate("Chain", "“%1” is not among the trusted authorities.").arg(name);
    case ChainFault::SelfSignedLeaf:
        return QCoreApplication::translate("Chain", "“%1” signed itself: nobody vouches for it.").arg(name);
    case ChainFault::IssuerMissing:
        return QCoreApplication::translate("Chain", "The issuer of “%1” is not here: %2.").arg(name, value(0));
    case ChainFault::NotAnAuthority:
        return QCoreApplication::translate("Chain", "“%1” is no certificate authority, so what it signs is not valid.")
            .arg(name);
    case ChainFault::MayNotSign:
        return QCoreApplication::translate(
                   "Chain", "The key of “%1” may not sign certificates (its key usage lacks keyCertSign).")
            .arg(name);
    case ChainFault::PathTooLong:
        return QCoreApplication::translate(
                   "Chain", "There are more authorities below “%1” or one of its issuers than its path length allows.")
            .arg(name);
    case ChainFault::NameNotPermitted:
        return QCoreApplication::translate("Chain",
                                           "The names of “%1” are outside the name constraints of one of its issuers.")
            .arg(name);
    case ChainFault::BadSignature:
        return QCoreApplication::translate("Chain", "The signature on “%1” was not made by its issuer's key: it was "
                                                    "changed, or the issuer is another one of the same name.")
            .arg(name);
    case ChainFault::SignatureUnknown:
        return QCoreApplication::translate("Chain",
                                           "The signature on “%1” is of a kind that cannot be checked here (%2).")
            .arg(name, value(0));
    case ChainFault::WeakKey:
        return QCoreApplication::translate("Chain", "The key of “%1” is too weak: %2, %3 bits.")
            .arg(name, value(0), value(1));
    case ChainFault::WeakSignature:
        return QCoreApplication::translate("Chain", "The signature on “%1” is too weak: %2.").arg(name, value(0));
    case ChainFault::WrongPurpose:
        if (value(0) == u"client")
            return QCoreApplication::translate(
                       "Chain", "“%1” is not made for TLS clients (extended key usage, key usage or Netscape type).")
                .arg(name);
        return QCoreApplication::translate(
                   "Chain", "“%1” is not made for TLS servers (extended key usage, key usage or Netscape type).")
            .arg(name);
    case ChainFault::UnknownCritical:
        return QCoreApplication::translate(
                   "Chain", "“%1” has a critical extension that is not understood here, so it must be refused.")
            .arg(name);
    case ChainFault::InvalidExtension:
        return QCoreApplication::translate("Chain", "“%1” has an extension that cannot be read or contradicts another.")
            .arg(name);
    case ChainFault::HostMismatch:
        return QCoreApplication::translate("Chain", "“%1” is not for %2; it is for: %3.")
            .arg(name, value(0), otherHosts(finding));
    case ChainFault::Revoked:
        return QCoreApplication::translate("Chain", "“%1” was revoked by its issuer.").arg(name);
    case ChainFault::RevocationListUnusable:
        return QCoreApplication::translate("Chain", "The revocation list for “%1” is of no use: %2.")
            .arg(name, value(0));
    case ChainFault::Other:
        return QCoreApplication::translate("Chain", "“%1” was refused: %2.").arg(name, value(0));
    }
    Q_UNREACHABLE();
}

QString advice(const ChainFinding &finding)
{
    switch (finding.fault) { // no default: a new fault without advice does not compile
    case ChainFault::Expired:
        return QCoreApplication::translate("Chain", "Renew it, or look at another time.");
    case ChainFault::NotYetValid:
        return QCoreApplication::translate("Chain", "Wait until then, or set the clock right.");
    case ChainFault::BadDate:
        return QCoreApplication::translate("Chain", "Have it issued again with right dates.");
    case ChainFault::UntrustedRoot:
        return QCoreApplication::translate("Chain", "Add it to the trusted ones if you know where it comes from.");
    case ChainFault::SelfSignedLeaf:
        return QCoreApplication::translate("Chain",
                                           "Trust it itself, or have it signed by an authority that clients trust.");
    case ChainFault::IssuerMissing:
        return QCoreApplication::translate(
            "Chain", "Add the intermediate certificates (the chain file), and the root to the trusted ones.");
    case ChainFault::NotAnAuthority:
        return QCoreApplication::translate("Chain", "Sign with an authority (basic constraints CA:TRUE).");
    case ChainFault::MayNotSign:
        return QCoreApplication::translate("Chain", "Have the authority issued again with keyCertSign.");
    case ChainFault::PathTooLong:
        return QCoreApplication::translate(
            "Chain",
            "Issue from an authority higher up, or have the authority issued again with a longer path length.");
    case ChainFault::NameNotPermitted:
        return QCoreApplication::translate("Chain", "Use names that the authority may sign, or another authority.");
    case ChainFault::BadSignature:
        return QCoreApplication::translate("Chain",
                                           "Fetch the certificate and its issuer again from where they come from.");
    case ChainFault::SignatureUnknown:
        return QCoreApplication::translate("Chain",
                                           "Have it signed with a usual algorithm, such as ECDSA or RSA with SHA-256.");
    case ChainFault::WeakKey:
        return QCoreApplication::translate("Chain", "Make a new key: RSA of 2048 bits or more, or EC P-256.");
    case ChainFault::WeakSignature:
        return QCoreApplication::translate("Chain", "Have it signed again with SHA-256 or better.");
    case ChainFault::WrongPurpose:
        return QCoreApplication::translate("Chain", "Have it issued for this purpose, or ask about another one.");
    case ChainFault::UnknownCritical:
        return QCoreApplication::translate("Chain", "Have it issued without, or with the extension not critical.");
    case ChainFault::InvalidExtension:
        return QCoreApplication::translate("Chain", "Have it issued again with right extensions.");
    case ChainFault::HostMismatch:
        return QCoreApplication::translate(
            "Chain", "Connect by one of its names, or have it issued with this one among its alternative names.");
    case ChainFault::Revoked:
        return QCoreApplication::translate("Chain", "Do not use it any more; have another one issued.");
    case ChainFault::RevocationListUnusable:
        return QCoreApplication::translate("Chain", "Fetch a fresh revocation list.");
    case ChainFault::Other:
        return QCoreApplication::translate("Chain", "Look at its details.");
    }
    Q_UNREACHABLE();
}

QString summary(const ChainValidation &validation)
{
    const ChainLink &root = validation.path.front();
    if (validation.isValid())
        return QCoreApplication::translate("Chain", "Valid: “%1” vouches for it.").arg(root.certificate.name());
    const ChainLink *worst = nullptr;
    for (const ChainLink &link : validation.path)
        if (!link.findings.empty() && (!worst || isWorse(link.findings.front().fault, worst->findings.front().fault)))
            worst = &link;
    return QCoreApplication::translate("Chain", "Not valid: %1")
        .arg(describe(worst->findings.front(), worst->certificate.name()));
}

} // namespace sealport
