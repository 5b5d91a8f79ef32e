#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <expected>

namespace sealport {

/// What went wrong, as the program sees it. Never shown to a user as is:
/// model/text owns the translated sentence for every code.
/// The comment says what `subject` and `values` hold.
enum class ErrorCode : std::uint16_t {
    // files and formats; subject = file
    FileNotFound,
    FileNotReadable,
    FileNotWritable,
    FileTooLarge, ///< values: size cap in bytes
    EmptyFile,
    NoCertificateInFile, ///< values: what was found instead ("private key", "certificate request", …), if anything
    NoPrivateKeyInFile,
    NoRequestInFile,      ///< values: how many there are, where they are several
    NotReadInStore,       ///< it lies in the store's folder, which reads PEM only
    MalformedCertificate, ///< values: the line where it begins, in PEM that holds several; so the Malformed… below
    MalformedKey,
    MalformedPem, ///< values: line number
    MalformedRequest,
    MalformedRevocationList,
    MalformedContainer, ///< PKCS#7, PKCS#12, Java keystore
    TruncatedFile, ///< values: the octets that it announces and those that are there; or the line of PEM without END
    PassphraseNeeded,
    WrongPassphrase,
    WrongPassphraseOrDamaged, ///< nothing in the file can tell the one from the other
    UnsupportedAlgorithm,     ///< values: the algorithm's name
    SecretKeyPassedOver,      ///< of a Java keystore: it belongs to no certificate
    DamagedStore,             ///< file of servers or applications, not to be parsed; values: where it was kept aside
    NewerStore,               ///< the same of a later Sealport, left alone; values: its version

    // thumbprints and identification; subject = what was asked for
    NotAThumbprint,       ///< values: position (1-based) and character, if any
    ThumbprintLength,     ///< values: number of hex digits found
    CertificateNotFound,  ///< GSK 407; values, of one that an application has: the application, its SHA-256
    CertificateAmbiguous, ///< values: the candidates, one a string
    NoCertificate,        ///< none configured, GSK 403; values: "application" where the subject is one
    NoPrivateKey,         ///< GSK 428
    KeyMismatch,          ///< the key does not belong to the certificate
    SameKeyType,         ///< two certificates of a server have keys of one type; values: the type, the other one's name
    NoClientAuthority,   ///< clients' certificates are to be verified, and nobody is trusted: GSK 6005
    ChainMismatch,       ///< subject: chain file, of which nothing belongs to the chain of the certificate in values
    KeyTooWeak,          ///< values: key type and bits, security level
    CertificateUnusable, ///< no ticked protocol can use its key; values: key type, then the protocols' labels
    KeyUsageForbidsSigning, ///< the same, because of the certificate's key usage

    // application definitions; subject = application id
    ApplicationNotRegistered, ///< GSK 6002
    InvalidApplicationId, ///< values: "length" and what it is; "character", its position (1-based) and it; "reserved"
    InvalidApplication,   ///< values: field; then, of one that is too long, its length and the longest
    ApplicationTypeFixed, ///< values: the type that it has
    ApplicationNotForServers, ///< it was made for clients
    TooManyCertificates,      ///< values: how many there would be, the most
    CertificateNotAssigned,   ///< values: the certificate

    // making certificates; subject = field or name
    InvalidName,
    InvalidAlternativeName,
    InvalidValidity,
    InvalidKeyKind,
    InvalidSubjectField, ///< subject: "O=…"
    InvalidPathLength,
    InvalidUrl,       ///< values: "crl", "ocsp" or "ca-issuers"
    RequestNotSigned, ///< the request is not signed by its own key
    IssuerNotFound,   ///< the store lacks who issued the certificate, or its key; values: the issuer's name
    NotIssuedBy,      ///< values: the authority's name
    RevokesItself,    ///< a self-signed certificate: nobody stands above it
    ChangedMeanwhile, ///< a file that was to be put back as it was before; subject: the file
    AlreadyRevoked,   ///< for good: it cannot be put on hold any more, nor taken off it
    NotOnHold,        ///< it is not revoked at all
    NotAnAuthority,
    AlreadyExists,

    // trusting authorities; subject = folder of the list of the trusted
    TrustNotChanged,     ///< causes: what the program that changes it said
    AdministratorNeeded, ///< it is the system's
    ProgramMissing,      ///< subject: program; values: the package that has it
    NoTrustStore,        ///< there is no such list; subject: "system" or "nss"

    // exporting and importing; subject = file or name
    ExportNeedsPassphrase, ///< PKCS#12 is never written without one
    ExportDiffers,         ///< what was written does not read back as what was meant; causes: what differs
    KeyWithoutCertificate, ///< the private key of a file fits none of the certificates

    // tokens (PKCS#11) and NSS databases; subject = URI of the token, unless it says more
    InvalidTokenUri, ///< values: the attribute that is wrong or not supported
    PinInTokenUri,
    TokenModuleNotLoaded, ///< subject: the module's path; causes: why
    TokenModuleBusy,      ///< subject: NSS database; values: the one that is in use
    TokenNotFound,
    TokenAmbiguous,   ///< values: the tokens that it fits
    TokenFailed,      ///< causes: what it said
    PinNeeded,        ///< values: the token's label
    WrongPin,         ///< values: the token's label
    PinLocked,        ///< values: the token's label
    TokenKeyUnusable, ///< it cannot sign as TLS asks for; causes: what it said
    KeyStaysOnToken,  ///< subject: name of the certificate

    // pass phrases of keys; subject = the certificate's name
    EmptyPassphrase,
    PassphrasesDiffer,  ///< a new one, typed twice
    KeyringUnavailable, ///< subject: empty; causes: what the desktop's keyring says
    KeyringRefused,     ///< the same; the user or the desktop said no, or it stays locked

    // servers; subject = server name, address, port or option
    ProtocolUnavailable, ///< subject: protocol name; values: why
    NoProtocol,
    BadCipherString,  ///< values: which list
    BadDhParameters,  ///< subject: file
    InvalidPort,      ///< values: lowest, highest
    AddressNotFound,  ///< host name does not resolve
    AddressNotLocal,  ///< address is not on this machine; values: of a host name, what it leads to
    PortInUse,        ///< subject: address:port; values: a free port or nothing, then toValues() of its holders
    PortNotPermitted, ///< privileged port
    OutOfDescriptors,
    ListenFailed,  ///< any other system error; causes: its text
    RestartNeeded, ///< a running server cannot take a change over; values: fields of its profile
    ProfileNotFound,
    ReplyNeedsWindow, ///< the server replies by hand, and nobody sees it here
    InvalidProfile, ///< values: field name; then lowest and highest value, or length and longest; "file": none is in it
    InvalidOption,  ///< subject: option; values: given value, what is allowed

    Internal, ///< subject: what was being done; causes say which call
};

struct [[nodiscard]] Error {
    ErrorCode code{};
    QString subject{};    ///< file, port or field the error is about
    QStringList values{}; ///< see ErrorCode
    QStringList causes{}; ///< untranslated details, innermost last (log, "Details…")

    friend bool operator==(const Error &, const Error &) = default;
};

template <class T>
using Result = std::expected<T, Error>;

/// The GSKit number that IBM i users look for, 0 where GSKit has none.
/// Source: GSKit return codes, gsk_secure_soc_init and gsk_environment_init pages.
[[nodiscard]] int gskCode(ErrorCode code);

/// Stable lower-case name for JSON and logs, for example "port-in-use".
[[nodiscard]] QString errorName(ErrorCode code);

} // namespace sealport
