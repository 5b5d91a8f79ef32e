#include "model/text/issuing_error_text.h"

#include <QCoreApplication>

namespace sealport {

QString issuingError(ErrorCode code, const QString &subject, const QStringList &values)
{
    switch (code) {
    case ErrorCode::InvalidSubjectField:
        return QCoreApplication::translate(
                   "Error", "'%1' cannot stand in the subject. Write for example O=Example,C=FR: C (two letters), ST, "
                            "L, O, OU or emailAddress, each with a value that is not too long.")
            .arg(subject);
    case ErrorCode::InvalidPathLength:
        return QCoreApplication::translate("Error",
                                           "The path length '%1' cannot be used: only an authority has one, from 0 to "
                                           "255. Correct it, or leave it out.")
            .arg(subject);
    case ErrorCode::InvalidUrl:
        return QCoreApplication::translate(
                   "Error", "'%1' is no address that clients can fetch. Write for example http://example.org/ca.crl.")
            .arg(subject);
    case ErrorCode::RequestNotSigned:
        return QCoreApplication::translate(
                   "Error", "The request for '%1' is not signed by its own key, so nobody has shown to hold that key. "
                            "Have it made again.")
            .arg(subject);
    case ErrorCode::IssuerNotFound:
        return QCoreApplication::translate(
                   "Error", "'%1' was issued by '%2', which is not in the store with its private key. Import that "
                            "authority with its key.")
            .arg(subject, values.value(0));
    case ErrorCode::NotIssuedBy:
        return QCoreApplication::translate(
                   "Error", "'%1' was not issued by '%2', so only another authority can revoke it. Name that one.")
            .arg(subject, values.value(0));
    case ErrorCode::RevokesItself:
        return QCoreApplication::translate(
                   "Error", "'%1' signed itself, so no revocation list can say anything of it. Take it out of the "
                            "places that trust it.")
            .arg(subject);
    case ErrorCode::ChangedMeanwhile:
        if (values.value(0) == u"application")
            return QCoreApplication::translate("Error",
                                               "%1 has been changed since by something else, so nothing was undone.")
                .arg(subject);
        return QCoreApplication::translate("Error",
                                           "%1 has been changed since by something else, so nothing was undone. What "
                                           "it was before is in the trash.")
            .arg(subject);
    case ErrorCode::AlreadyRevoked:
        return QCoreApplication::translate(
                   "Error", "'%1' is revoked for good, so it can neither be put on hold nor taken off it. Nothing was "
                            "changed.")
            .arg(subject);
    case ErrorCode::NotOnHold:
        return QCoreApplication::translate("Error", "'%1' is not revoked, so no hold can be lifted. Nothing was "
                                                    "changed.")
            .arg(subject);
    case ErrorCode::NotAnAuthority:
        return QCoreApplication::translate("Error", "'%1' is no certificate authority. Choose one: nothing else can "
                                                    "issue, revoke or be trusted to.")
            .arg(subject);
    case ErrorCode::TrustNotChanged:
        return QCoreApplication::translate("Error", "Whom %1 trusts could not be changed.").arg(subject);
    case ErrorCode::AdministratorNeeded:
        return QCoreApplication::translate(
                   "Error", "Only the administrator may change %1. Run the same command with sudo and --data-dir, or "
                            "install pkexec.")
            .arg(subject);
    case ErrorCode::ProgramMissing:
        return QCoreApplication::translate("Error", "The program %1 is needed for that. Install the package %2.")
            .arg(subject, values.value(0));
    case ErrorCode::NoTrustStore:
        if (subject == QStringLiteral("nss"))
            return QCoreApplication::translate(
                "Error", "No NSS database was found in your home folder. Start Firefox or Chromium once.");
        return QCoreApplication::translate("Error", "This system has no folder for authorities that Sealport knows.");
    case ErrorCode::EmptyPassphrase:
        return QCoreApplication::translate("Error",
                                           "An empty pass phrase would not protect the key of '%1'. Give one of at "
                                           "least one character.")
            .arg(subject);
    case ErrorCode::PassphrasesDiffer:
        return QCoreApplication::translate("Error", "The two pass phrases are not the same. Type the same one twice.");
    case ErrorCode::KeyringUnavailable:
        return QCoreApplication::translate(
            "Error", "The keyring of this desktop does not answer. The pass phrase is asked for again next time.");
    case ErrorCode::KeyringRefused:
        return QCoreApplication::translate(
            "Error", "The keyring of this desktop stayed locked. The pass phrase is asked for again next time.");
    default:
        return {};
    }
}

} // namespace sealport
