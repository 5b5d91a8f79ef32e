#include "model/text/token_error_text.h"

#include <QCoreApplication>

namespace sealport {

namespace {

QString invalidUri(const QString &uri, const QString &attribute)
{
    if (attribute.isEmpty())
        return QCoreApplication::translate("Error",
                                           "'%1' is no PKCS#11 URI. Write for example pkcs11:token=Card;object=server.")
            .arg(uri);
    return QCoreApplication::translate(
               "Error", "'%1' in the PKCS#11 URI %2 cannot be used here. Allowed: model, manufacturer, serial, token, "
                        "object, id and type, then module-path behind a question mark; each once.")
        .arg(attribute, uri);
}

} // namespace

QString tokenError(ErrorCode code, const QString &subject, const QStringList &values)
{
    const QString value = values.value(0);
    const QString label = value.isEmpty() ? subject : value;
    switch (code) {
    case ErrorCode::InvalidTokenUri:
        return invalidUri(subject, value);
    case ErrorCode::PinInTokenUri:
        return QCoreApplication::translate(
            "Error", "A PIN does not belong into a URI, where it would be stored and everybody could read it. Leave it "
                     "out; it is asked for, or comes from --pass-file.");
    case ErrorCode::TokenModuleNotLoaded:
        return QCoreApplication::translate(
                   "Error", "%1 cannot be used as a PKCS#11 module. Check that it is one, that it is meant for this "
                            "system, and that it is set up.")
            .arg(subject);
    case ErrorCode::TokenModuleBusy:
        return QCoreApplication::translate(
                   "Error", "NSS opens one database at a time, and a server uses a key of %2. Stop that server, then "
                            "open %1 again.")
            .arg(subject, value);
    case ErrorCode::TokenNotFound:
        return QCoreApplication::translate(
                   "Error", "No token fits %1. Put the card or key in, and check the reader and the spelling.")
            .arg(subject);
    case ErrorCode::TokenAmbiguous:
        return QCoreApplication::translate(
                   "Error", "Several tokens fit %1, and a PIN must not be tried on the wrong one. Name one by its "
                            "serial number:")
            .arg(subject);
    case ErrorCode::TokenFailed:
        return QCoreApplication::translate(
                   "Error", "The token %1 did not do what it was asked for. Take it out and put it in again.")
            .arg(subject);
    case ErrorCode::PinNeeded:
        return QCoreApplication::translate(
                   "Error", "The token '%1' keeps its private keys behind a PIN, and none was given. Give the PIN.")
            .arg(label);
    case ErrorCode::WrongPin:
        return QCoreApplication::translate(
                   "Error", "The PIN is not the one of the token '%1'. It was tried once; after a few wrong ones a "
                            "token locks itself. Check it, then give it again.")
            .arg(label);
    case ErrorCode::PinLocked:
        return QCoreApplication::translate(
                   "Error", "The PIN of the token '%1' is locked after too many wrong ones. Unlock it with its PUK, in "
                            "the program that came with it.")
            .arg(label);
    case ErrorCode::TokenKeyUnusable:
        return QCoreApplication::translate(
                   "Error", "A private key on the token %1 does not sign as TLS needs it (RSA with PKCS #1 and PSS, or "
                            "ECDSA). Choose another key.")
            .arg(subject);
    case ErrorCode::KeyStaysOnToken:
        return subject.isEmpty()
                   ? QCoreApplication::translate(
                         "Error",
                         "The private key stays on its token: it can sign there, and cannot be written to a file.")
                   : QCoreApplication::translate("Error",
                                                 "The private key of '%1' stays on its token: it can sign there, and "
                                                 "cannot be written to a file. Export the certificate without it.")
                         .arg(subject);
    default:
        Q_UNREACHABLE();
    }
}

} // namespace sealport
