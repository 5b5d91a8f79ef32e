#include "model/base/error.h"

namespace sealport {

int gskCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NoCertificate:
        return 403; // GSK_ERROR_NO_CERTIFICATE
    case ErrorCode::NoPrivateKey:
        return 428; // GSK_ERROR_NO_PRIVATE_KEY
    case ErrorCode::CertificateNotFound:
    case ErrorCode::CertificateAmbiguous:
        return 407; // GSK_ERROR_BAD_KEYFILE_LABEL
    case ErrorCode::WrongPassphrase:
        return 408; // GSK_ERROR_BAD_KEYFILE_PASSWORD
    case ErrorCode::NoCertificateInFile:
    case ErrorCode::EmptyFile:
    case ErrorCode::FileNotFound:
        return 202; // GSK_KEYRING_OPEN_ERROR
    case ErrorCode::MalformedCertificate:
        return 414; // GSK_ERROR_BAD_CERT
    case ErrorCode::BadCipherString:
        return 402; // GSK_ERROR_NO_CIPHERS
    case ErrorCode::FileNotReadable:
        return 6003; // GSK_OS400_ERROR_NO_ACCESS
    case ErrorCode::NoClientAuthority:
        return 6005; // GSK_OS400_ERROR_NO_CERTIFICATE_AUTHORITIES
    case ErrorCode::ApplicationNotRegistered:
        return 6002; // GSK_OS400_ERROR_NOT_REGISTERED
    default:
        return 0;
    }
}

QString errorName(ErrorCode code)
{
    switch (code) { // no default: a new code without a name does not compile
    case ErrorCode::FileNotFound:
        return QStringLiteral("file-not-found");
    case ErrorCode::FileNotReadable:
        return QStringLiteral("file-not-readable");
    case ErrorCode::FileNotWritable:
        return QStringLiteral("file-not-writable");
    case ErrorCode::FileTooLarge:
        return QStringLiteral("file-too-large");
    case ErrorCode::EmptyFile:
        return QStringLiteral("empty-file");
    case ErrorCode::NoCertificateInFile:
        return QStringLiteral("no-certificate-in-file");
    case ErrorCode::NoPrivateKeyInFile:
        return QStringLiteral("no-private-key-in-file");
    case ErrorCode::NoRequestInFile:
        return QStringLiteral("no-request-in-file");
    case ErrorCode::NotReadInStore:
        return QStringLiteral("not-read-in-store");
    case ErrorCode::MalformedCertificate:
        return QStringLiteral("malformed-certificate");
    case ErrorCode::MalformedKey:
        return QStringLiteral("malformed-key");
    case ErrorCode::MalformedPem:
        return QStringLiteral("malformed-pem");
    case ErrorCode::MalformedRequest:
        return QStringLiteral("malformed-request");
    case ErrorCode::MalformedRevocationList:
        return QStringLiteral("malformed-revocation-list");
    case ErrorCode::MalformedContainer:
        return QStringLiteral("malformed-container");
    case ErrorCode::TruncatedFile:
        return QStringLiteral("truncated-file");
    case ErrorCode::PassphraseNeeded:
        return QStringLiteral("passphrase-needed");
    case ErrorCode::WrongPassphrase:
        return QStringLiteral("wrong-password");
    case ErrorCode::WrongPassphraseOrDamaged:
        return QStringLiteral("wrong-password-or-damaged");
    case ErrorCode::UnsupportedAlgorithm:
        return QStringLiteral("unsupported-algorithm");
    case ErrorCode::SecretKeyPassedOver:
        return QStringLiteral("secret-key-passed-over");
    case ErrorCode::DamagedStore:
        return QStringLiteral("damaged-store");
    case ErrorCode::NewerStore:
        return QStringLiteral("newer-store");
    case ErrorCode::NotAThumbprint:
        return QStringLiteral("not-a-thumbprint");
    case ErrorCode::ThumbprintLength:
        return QStringLiteral("thumbprint-length");
    case ErrorCode::CertificateNotFound:
        return QStringLiteral("certificate-not-found");
    case ErrorCode::CertificateAmbiguous:
        return QStringLiteral("certificate-ambiguous");
    case ErrorCode::NoCertificate:
        return QStringLiteral("no-certificate");
    case ErrorCode::NoPrivateKey:
        return QStringLiteral("no-private-key");
    case ErrorCode::KeyMismatch:
        return QStringLiteral("key-mismatch");
    case ErrorCode::SameKeyType:
        return QStringLiteral("same-key-type");
    case ErrorCode::NoClientAuthority:
        return QStringLiteral("no-client-authority");
    case ErrorCode::ChainMismatch:
        return QStringLiteral("chain-mismatch");
    case ErrorCode::KeyTooWeak:
        return QStringLiteral("key-too-weak");
    case ErrorCode::CertificateUnusable:
        return QStringLiteral("certificate-unusable");
    case ErrorCode::KeyUsageForbidsSigning:
        return QStringLiteral("key-usage-forbids-signing");
    case ErrorCode::ApplicationNotRegistered:
        return QStringLiteral("application-not-registered");
    case ErrorCode::InvalidApplicationId:
        return QStringLiteral("invalid-application-id");
    case ErrorCode::InvalidApplication:
        return QStringLiteral("invalid-application");
    case ErrorCode::ApplicationTypeFixed:
        return QStringLiteral("application-type-fixed");
    case ErrorCode::ApplicationNotForServers:
        return QStringLiteral("application-not-for-servers");
    case ErrorCode::TooManyCertificates:
        return QStringLiteral("too-many-certificates");
    case ErrorCode::CertificateNotAssigned:
        return QStringLiteral("certificate-not-assigned");
    case ErrorCode::InvalidName:
        return QStringLiteral("invalid-name");
    case ErrorCode::InvalidAlternativeName:
        return QStringLiteral("invalid-alternative-name");
    case ErrorCode::InvalidValidity:
        return QStringLiteral("invalid-validity");
    case ErrorCode::InvalidKeyKind:
        return QStringLiteral("invalid-key-kind");
    case ErrorCode::InvalidSubjectField:
        return QStringLiteral("invalid-subject-field");
    case ErrorCode::InvalidPathLength:
        return QStringLiteral("invalid-path-length");
    case ErrorCode::InvalidUrl:
        return QStringLiteral("invalid-url");
    case ErrorCode::RequestNotSigned:
        return QStringLiteral("request-not-signed");
    case ErrorCode::IssuerNotFound:
        return QStringLiteral("issuer-not-found");
    case ErrorCode::NotIssuedBy:
        return QStringLiteral("not-issued-by");
    case ErrorCode::RevokesItself:
        return QStringLiteral("revokes-itself");
    case ErrorCode::ChangedMeanwhile:
        return QStringLiteral("changed-meanwhile");
    case ErrorCode::AlreadyRevoked:
        return QStringLiteral("already-revoked");
    case ErrorCode::NotOnHold:
        return QStringLiteral("not-on-hold");
    case ErrorCode::NotAnAuthority:
        return QStringLiteral("not-an-authority");
    case ErrorCode::TrustNotChanged:
        return QStringLiteral("trust-not-changed");
    case ErrorCode::AdministratorNeeded:
        return QStringLiteral("administrator-needed");
    case ErrorCode::ProgramMissing:
        return QStringLiteral("program-missing");
    case ErrorCode::NoTrustStore:
        return QStringLiteral("no-trust-store");
    case ErrorCode::AlreadyExists:
        return QStringLiteral("already-exists");
    case ErrorCode::ExportNeedsPassphrase:
        return QStringLiteral("export-needs-password");
    case ErrorCode::ExportDiffers:
        return QStringLiteral("export-differs");
    case ErrorCode::KeyWithoutCertificate:
        return QStringLiteral("key-without-certificate");
    case ErrorCode::InvalidTokenUri:
        return QStringLiteral("invalid-token-uri");
    case ErrorCode::PinInTokenUri:
        return QStringLiteral("pin-in-token-uri");
    case ErrorCode::TokenModuleNotLoaded:
        return QStringLiteral("token-module-not-loaded");
    case ErrorCode::TokenModuleBusy:
        return QStringLiteral("token-module-busy");
    case ErrorCode::TokenNotFound:
        return QStringLiteral("token-not-found");
    case ErrorCode::TokenAmbiguous:
        return QStringLiteral("token-ambiguous");
    case ErrorCode::TokenFailed:
        return QStringLiteral("token-failed");
    case ErrorCode::PinNeeded:
        return QStringLiteral("pin-needed");
    case ErrorCode::WrongPin:
        return QStringLiteral("wrong-pin");
    case ErrorCode::PinLocked:
        return QStringLiteral("pin-locked");
    case ErrorCode::TokenKeyUnusable:
        return QStringLiteral("token-key-unusable");
    case ErrorCode::KeyStaysOnToken:
        return QStringLiteral("key-stays-on-token");
    case ErrorCode::PassphrasesDiffer:
        return QStringLiteral("passphrases-differ");
    case ErrorCode::EmptyPassphrase:
        return QStringLiteral("empty-password");
    case ErrorCode::KeyringUnavailable:
        return QStringLiteral("keyring-unavailable");
    case ErrorCode::KeyringRefused:
        return QStringLiteral("keyring-refused");
    case ErrorCode::ProtocolUnavailable:
        return QStringLiteral("protocol-unavailable");
    case ErrorCode::NoProtocol:
        return QStringLiteral("no-protocol");
    case ErrorCode::BadCipherString:
        return QStringLiteral("bad-cipher-string");
    case ErrorCode::BadDhParameters:
        return QStringLiteral("bad-dh-parameters");
    case ErrorCode::InvalidPort:
        return QStringLiteral("invalid-port");
    case ErrorCode::AddressNotFound:
        return QStringLiteral("address-not-found");
    case ErrorCode::AddressNotLocal:
        return QStringLiteral("address-not-local");
    case ErrorCode::PortInUse:
        return QStringLiteral("port-in-use");
    case ErrorCode::PortNotPermitted:
        return QStringLiteral("port-not-permitted");
    case ErrorCode::OutOfDescriptors:
        return QStringLiteral("out-of-descriptors");
    case ErrorCode::ListenFailed:
        return QStringLiteral("listen-failed");
    case ErrorCode::RestartNeeded:
        return QStringLiteral("restart-needed");
    case ErrorCode::ProfileNotFound:
        return QStringLiteral("profile-not-found");
    case ErrorCode::ReplyNeedsWindow:
        return QStringLiteral("reply-needs-window");
    case ErrorCode::InvalidProfile:
        return QStringLiteral("invalid-profile");
    case ErrorCode::InvalidOption:
        return QStringLiteral("invalid-option");
    case ErrorCode::Internal:
        return QStringLiteral("internal");
    }
    Q_UNREACHABLE();
}

} // namespace sealport
