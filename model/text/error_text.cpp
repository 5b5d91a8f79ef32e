#include "model/text/error_text.h"

#include "model/certificates/display_text.h"
#include "model/text/application_text.h"
#include "model/text/file_error_text.h"
#include "model/text/formatting.h"
#include "model/text/gsk_text.h"
#include "model/text/issuing_error_text.h"
#include "model/text/listen_text.h"
#include "model/text/profile_error_text.h"
#include "model/text/tls_error_text.h"
#include "model/text/token_error_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace sealport {

namespace {

/// For texts that are marked where they stand.
QString translated(const char *text)
{
    return QCoreApplication::translate("Error", text);
}

/// The parts of an error, fit to be shown.
struct Parts {
    explicit Parts(const Error &error)
        : subject(displayText(error.subject))
        , cause(displayText(error.causes.value(0)))
    {
        for (const QString &value : error.values)
            values.append(displayText(value));
    }
    QString value(qsizetype at) const { return values.value(at); }

    QString subject;
    QStringList values;
    QString cause; ///< what the system said, untranslated
};

/// Those that fit best first; empty where GSKit has none. Where no key is at hand, IBM i tells the one or the other.
QList<int> gskCodes(const Error &error)
{
    if (error.code == ErrorCode::NoPrivateKey || error.code == ErrorCode::NoPrivateKeyInFile)
        return {403, 428};
    const int gsk = gskCode(error);
    return gsk != 0 ? QList<int>{gsk} : QList<int>{};
}

QString withCause(const QString &sentence, const Parts &error)
{
    return error.cause.isEmpty() ? sentence : sentence % QStringLiteral(" [") % error.cause % u']';
}

QString likelyMistake(const Parts &error)
{
    // "de" is a word in Romance languages: a sample thumbprint of the documentation of SocketCreateSSL was translated.
    static const QRegularExpression foreignWord(QStringLiteral("\\bof\\b"), QRegularExpression::CaseInsensitiveOption);
    const QString character = error.value(1).toLower();
    if (character == u'o' && foreignWord.match(error.subject).hasMatch())
        return QCoreApplication::translate("Error", "Did you mean 'de'? Translation programs make 'of' of it.");
    if (character == u'o')
        return QCoreApplication::translate("Error", "Did you mean the digit 0?");
    if (character == u'l' || character == u'i')
        return QCoreApplication::translate("Error", "Did you mean the digit 1?");
    return QCoreApplication::translate("Error", "Copy it again, or choose the certificate from the list.");
}

QString notAThumbprint(const Parts &error)
{
    if (error.values.size() < 2)
        return QCoreApplication::translate(
            "Error", "This is no thumbprint: it must consist of hexadecimal digits. Copy it again, or choose the "
                     "certificate from the "
                     "list.");
    return QCoreApplication::translate("Error",
                                       "'%1' is no thumbprint: character %2 is '%3', which is no hexadecimal digit. %4")
        .arg(error.subject, error.value(0), error.value(1), likelyMistake(error));
}

/// For server names, or where there are none, for a key of another type.
QString missingFurtherCertificate(const QString &names)
{
    return names.isEmpty() ? QCoreApplication::translate(
                                 "Error", "An extra certificate is not chosen yet. Choose it, or remove its row.")
                           : QCoreApplication::translate("Error", "The extra certificate for %1 is not chosen yet. "
                                                                  "Choose it, or remove its row.")
                                 .arg(displayText(names));
}

QString sentence(ErrorCode code, const Parts &error)
{
    const QString &subject = error.subject;
    const auto about = [&subject](const char *text) { return translated(text).arg(subject); };
    const auto with = [&](const char *text) { return translated(text).arg(subject, error.value(0)); };
    const auto damaged = [&](const char *text) -> QString {
        const QString line = error.value(0);
        if (line.isEmpty())
            return about(text);
        return about(text) + u' ' + QCoreApplication::translate("Error", "It begins in line %1.").arg(line);
    };
    switch (code) { // no default: a new code without a sentence does not compile
    case ErrorCode::FileNotFound:
        return about(QT_TRANSLATE_NOOP("Error", "%1 does not exist. Check the path."));
    case ErrorCode::FileNotReadable:
        return withCause(
            about(QT_TRANSLATE_NOOP("Error", "%1 cannot be read. Check that it is a file and that you may read it.")),
            error);
    case ErrorCode::FileNotWritable:
        return withCause(
            about(QT_TRANSLATE_NOOP("Error", "%1 cannot be written. Check the folder, your rights in it, and the free "
                                             "space.")),
            error);
    case ErrorCode::FileTooLarge:
        return QCoreApplication::translate(
                   "Error", "%1 is larger than %2, so it is no certificate file and was not read. Choose another one.")
            .arg(subject, byteSize(error.value(0).toULongLong()));
    case ErrorCode::EmptyFile:
        return about(QT_TRANSLATE_NOOP("Error", "%1 is empty: nothing was written into it. Export or copy it again."));
    case ErrorCode::NoCertificateInFile:
        return notACertificateFile(error.subject, error.values);
    case ErrorCode::NoPrivateKeyInFile:
        return about(QT_TRANSLATE_NOOP(
            "Error", "%1 holds no private key. Choose the file that was made with the certificate request; "
                     "it begins with BEGIN PRIVATE KEY."));
    case ErrorCode::NoRequestInFile:
        return notARequestFile(error.subject, error.values);
    case ErrorCode::NotReadInStore:
        return about(QT_TRANSLATE_NOOP("Error", "%1 lies among your certificates, where only PEM is read. Open it and "
                                                "import what it holds."));
    case ErrorCode::MalformedCertificate:
        return damaged(
            QT_TRANSLATE_NOOP("Error", "The certificate in %1 is damaged or cut short. Export or copy it again."));
    case ErrorCode::MalformedKey:
        if (error.value(1) == u"shared-secret")
            return sharedSecretError(subject, error.values);
        return damaged(
            QT_TRANSLATE_NOOP("Error", "The private key in %1 is damaged or cut short. Export or copy it again."));
    case ErrorCode::MalformedPem:
        return with(QT_TRANSLATE_NOOP(
            "Error", "The PEM text in %1 is wrong in line %2: a character that is not Base64, or BEGIN "
                     "without END. Copy it again as a whole."));
    case ErrorCode::MalformedRequest:
        return damaged(QT_TRANSLATE_NOOP(
            "Error", "The certificate request in %1 is damaged or cut short. Export or copy it again."));
    case ErrorCode::MalformedRevocationList:
        return damaged(QT_TRANSLATE_NOOP(
            "Error", "The certificate revocation list in %1 is damaged or cut short. Export or copy it again."));
    case ErrorCode::MalformedContainer:
        return damaged(
            QT_TRANSLATE_NOOP("Error", "The container in %1 is damaged or cut short. Export or copy it again."));
    case ErrorCode::TruncatedFile:
        return truncatedFile(error.subject, error.values);
    case ErrorCode::PassphraseNeeded:
        return about(
            QT_TRANSLATE_NOOP("Error", "%1 is protected by a pass phrase and none was given. Give the pass phrase."));
    case ErrorCode::WrongPassphrase:
        return wrongPassphrase(subject, error.values);
    case ErrorCode::WrongPassphraseOrDamaged:
        return wrongPassphraseOrDamaged(subject, error.values);
    case ErrorCode::UnsupportedAlgorithm:
        return unsupportedAlgorithm(subject, error.values);
    case ErrorCode::SecretKeyPassedOver:
        return about(QT_TRANSLATE_NOOP(
            "Error", "%1 also holds a secret key, which belongs to no certificate. It was passed over."));
    case ErrorCode::DamagedStore:
        return withCause(
            error.value(0).isEmpty() || error.value(0) == subject
                ? about(QT_TRANSLATE_NOOP("Error", "%1 could not be read, and could not be moved aside either. Repair "
                                                   "or remove it: until then no change is saved in it."))
                : with(QT_TRANSLATE_NOOP("Error", "%1 could not be read. It was kept as %2, and a new one was begun.")),
            error);

    case ErrorCode::NewerStore:
        return with(QT_TRANSLATE_NOOP(
            "Error", "%1 was written by a newer Sealport (version %2 of the file). It is left as it is, and no change "
                     "is saved in it. Use that Sealport, or move the file away."));

    case ErrorCode::NotAThumbprint:
        return notAThumbprint(error);
    case ErrorCode::ThumbprintLength:
        return with(QT_TRANSLATE_NOOP(
            "Error", "'%1' has %2 hexadecimal digits; a thumbprint has 40 (SHA-1) or 64 (SHA-256), more "
                     "rarely 32, 96 or 128. Copy it again as a whole."));
    case ErrorCode::CertificateNotFound:
        if (error.values.size() == 2)
            return applicationError(code, subject, error.values);
        return about(QT_TRANSLATE_NOOP(
            "Error", "No certificate is known as '%1'. Check the spelling, or choose one from the list."));
    case ErrorCode::CertificateAmbiguous:
        return about(QT_TRANSLATE_NOOP("Error", "Several certificates are known as '%1'. Name one by its thumbprint."));
    case ErrorCode::NoCertificate:
        if (error.value(0) == u"application")
            return applicationError(code, subject, error.values);
        if (error.value(0) == u"key" || error.value(0) == u"names")
            return missingFurtherCertificate(error.value(1));
        return subject.isEmpty()
                   ? QCoreApplication::translate(
                         "Error",
                         "No certificate is chosen, and a TLS server cannot do without. Choose one, or create one.")
                   : about(QT_TRANSLATE_NOOP(
                         "Error",
                         "The server '%1' has no certificate, and TLS cannot do without. Choose one, or create "
                         "one."));
    case ErrorCode::NoPrivateKey:
        if (error.value(0) == u"renewal")
            return about(QT_TRANSLATE_NOOP(
                "Error", "'%1' signed itself and is here without its private key, which must sign the renewed one too. "
                         "Import the key."));
        return about(QT_TRANSLATE_NOOP(
            "Error", "The certificate '%1' is here without its private key, and a server must have both. "
                     "Import the key too, or choose another certificate."));
    case ErrorCode::KeyMismatch:
        return about(QT_TRANSLATE_NOOP(
            "Error", "The private key does not belong to the certificate '%1'. Choose the key that the "
                     "certificate was requested with."));
    case ErrorCode::ChainMismatch:
        return with(QT_TRANSLATE_NOOP("Error", "None of the certificates in %1 issued '%2'. Choose the file of its "
                                               "issuer (CA), or leave the chain out."));
    case ErrorCode::KeyTooWeak:
        return keyTooWeak(subject, error.values);
    case ErrorCode::CertificateUnusable:
        return QCoreApplication::translate(
                   "Error", "The key of '%1' (%2) does not work with %3, so every client would fail. Choose other "
                            "protocols, or a certificate with an RSA or EC P-256 key.")
            .arg(subject, error.values.value(0), spokenList(error.values.mid(1)));
    case ErrorCode::KeyUsageForbidsSigning:
        return QCoreApplication::translate(
                   "Error", "The certificate '%1' does not allow its key to sign (its key usage lacks "
                            "digitalSignature), and %2 cannot do without. Choose a certificate made for servers.")
            .arg(subject, spokenList(error.values.mid(1)));

    case ErrorCode::ApplicationNotRegistered:
    case ErrorCode::InvalidApplicationId:
    case ErrorCode::InvalidApplication:
    case ErrorCode::ApplicationTypeFixed:
    case ErrorCode::ApplicationNotForServers:
    case ErrorCode::TooManyCertificates:
    case ErrorCode::CertificateNotAssigned:
        return applicationError(code, subject, error.values);

    case ErrorCode::InvalidName:
        return subject.isEmpty()
                   ? QCoreApplication::translate("Error", "A name is missing. Give one of 1 to 64 characters.")
                   : about(QT_TRANSLATE_NOOP(
                         "Error",
                         "'%1' cannot be a name: it is too long, or holds characters that cannot be seen. Give "
                         "one of 1 to 64 visible characters."));
    case ErrorCode::InvalidAlternativeName:
        return about(QT_TRANSLATE_NOOP("Error",
                                       "'%1' is no host name, IP address, mailbox or URI. Write for example localhost, "
                                       "*.example.org, 127.0.0.1, email:me@example.org or URI:https://example.org/."));
    case ErrorCode::InvalidValidity:
        return about(QT_TRANSLATE_NOOP(
            "Error", "The validity of '%1' must end after it begins, and lie between the years 1950 and "
                     "9999. Correct the dates."));
    case ErrorCode::InvalidKeyKind:
        return about(QT_TRANSLATE_NOOP("Error",
                                       "'%1' is no kind of key that can be made. Use rsa:2048 to rsa:8192, ec:P-256, "
                                       "ec:P-384, ec:P-521, ed25519 or ed448."));
    case ErrorCode::InvalidSubjectField:
    case ErrorCode::InvalidPathLength:
    case ErrorCode::InvalidUrl:
    case ErrorCode::RequestNotSigned:
    case ErrorCode::IssuerNotFound:
    case ErrorCode::NotIssuedBy:
    case ErrorCode::RevokesItself:
    case ErrorCode::ChangedMeanwhile:
    case ErrorCode::AlreadyRevoked:
    case ErrorCode::NotOnHold:
    case ErrorCode::AdministratorNeeded:
    case ErrorCode::ProgramMissing:
    case ErrorCode::NoTrustStore:
    case ErrorCode::NotAnAuthority:
    case ErrorCode::EmptyPassphrase:
    case ErrorCode::PassphrasesDiffer:
    case ErrorCode::KeyringUnavailable:
    case ErrorCode::KeyringRefused:
        return issuingError(code, subject, error.values);
    case ErrorCode::TrustNotChanged:
        return withCause(issuingError(code, subject, error.values), error);
    case ErrorCode::AlreadyExists:
        if (error.value(0) == u"restore")
            return about(QT_TRANSLATE_NOOP("Error", "Something stands at %1 again, so nothing was put back."));
        if (error.value(0) == u"capture")
            return about(QT_TRANSLATE_NOOP(
                "Error", "'%1' is no capture of Sealport's, and stays as it is. Choose another name."));
        if (error.value(0) == u"capture-written")
            return about(QT_TRANSLATE_NOOP("Error",
                                           "Another program writes its capture into '%1' at this moment. Choose "
                                           "another name, or stop that one first."));
        if (error.value(0) == u"captures")
            return QCoreApplication::translate(
                       "Error", "'%1' holds a capture, and all names that older ones get are taken, '%1~' to '%1~%2'. "
                                "Move or delete some of them, or choose another name.")
                .arg(subject, error.value(1));
        if (error.value(0) == u"key-log")
            return about(QT_TRANSLATE_NOOP("Error", "'%1' is no key log, and stays as it is. Choose another name."));
        return about(QT_TRANSLATE_NOOP("Error", "'%1' exists already. Choose another name."));
    case ErrorCode::ExportNeedsPassphrase:
        return about(QT_TRANSLATE_NOOP(
            "Error", "The private key of '%1' is not written into PKCS #12 without a pass phrase. Give one."));
    case ErrorCode::ExportDiffers:
        return withCause(
            about(QT_TRANSLATE_NOOP("Error", "What was written to %1 does not read back as it should, so it was not "
                                             "kept. Try another place or another format.")),
            error);
    case ErrorCode::KeyWithoutCertificate:
        return keyWithoutCertificate(error.subject, error.values);

    case ErrorCode::InvalidTokenUri:
    case ErrorCode::PinInTokenUri:
    case ErrorCode::TokenModuleBusy:
    case ErrorCode::TokenNotFound:
    case ErrorCode::TokenAmbiguous:
    case ErrorCode::PinNeeded:
    case ErrorCode::WrongPin:
    case ErrorCode::PinLocked:
    case ErrorCode::KeyStaysOnToken:
        return tokenError(code, subject, error.values);
    case ErrorCode::TokenModuleNotLoaded:
    case ErrorCode::TokenFailed:
    case ErrorCode::TokenKeyUnusable:
        return withCause(tokenError(code, subject, error.values), error);

    case ErrorCode::ProtocolUnavailable:
        return with(QT_TRANSLATE_NOOP("Error", "%1 is not available: %2 does not offer it. Leave it out."));
    case ErrorCode::NoProtocol:
        return QCoreApplication::translate(
            "Error", "No protocol is chosen, so nobody could connect. Choose at least one; TLS 1.2 and TLS 1.3 fit "
                     "clients of today.");
    case ErrorCode::BadCipherString:
    case ErrorCode::SameKeyType:
    case ErrorCode::NoClientAuthority:
    case ErrorCode::BadDhParameters:
        return withCause(tlsSettingError(code, subject, error.values), error);
    case ErrorCode::InvalidPort:
    case ErrorCode::AddressNotLocal:
    case ErrorCode::PortInUse:
    case ErrorCode::PortNotPermitted:
        return listenError(code, subject, error.values);
    case ErrorCode::AddressNotFound:
    case ErrorCode::ListenFailed:
        return withCause(listenError(code, subject, error.values), error);
    case ErrorCode::OutOfDescriptors:
        return QCoreApplication::translate(
            "Error",
            "The system allows this program no more open files and connections. Close some, or raise the limit "
            "(ulimit -n).");
    case ErrorCode::RestartNeeded:
        return restartNeeded(subject, error.values);
    case ErrorCode::ProfileNotFound:
        return noSuchProfile(subject);
    case ErrorCode::ReplyNeedsWindow:
        return replyNeedsWindow(subject);
    case ErrorCode::InvalidProfile:
        return withCause(invalidProfile(subject, error.values), error);
    case ErrorCode::InvalidOption:
        return QCoreApplication::translate("Error", "%1 does not understand '%2'. Allowed: %3.")
            .arg(subject, error.value(0), error.value(1));

    case ErrorCode::Internal:
        return withCause(
            about(QT_TRANSLATE_NOOP("Error", "Something unexpected went wrong (%1). Try again; if it stays, report it "
                                             "with the details.")),
            error);
    }
    Q_UNREACHABLE();
}

} // namespace

QString describe(const Error &error)
{
    const Parts parts(error);
    QString text = sentence(error.code, parts);
    QStringList numbers;
    for (const int gsk : gskCodes(error))
        numbers.append(gskText(gsk));
    if (!numbers.isEmpty())
        text += QStringLiteral(" (") % numbers.join(QStringLiteral("; ")) % u')';
    if (error.code == ErrorCode::CertificateAmbiguous || error.code == ErrorCode::TokenAmbiguous)
        text += QStringLiteral("\n  ") % parts.values.join(QStringLiteral("\n  "));
    return text;
}

} // namespace sealport
