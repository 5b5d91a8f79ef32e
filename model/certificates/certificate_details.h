#pragma once

#include "model/certificates/certificate.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace sealport {

class CertificateRequest;
class RevocationList;

/// What a row of the details says; model/text names it.
enum class DetailField : std::uint8_t {
    Version,
    SerialNumber,
    SignatureAlgorithm,      ///< inside, as signed
    OuterSignatureAlgorithm, ///< only where it differs from the one inside
    HashAlgorithm,
    MaskGeneration,
    SaltLength,
    TrailerField,
    Issuer,
    Subject,
    NameEntry, ///< called by its object
    NotBefore,
    NotAfter,
    ThisUpdate,
    NextUpdate,   ///< empty: the list does not say
    RevokedCount, ///< how many certificates the list revokes
    PublicKey,    ///< value: its type
    KeySize,      ///< bits
    Modulus,
    Exponent,
    Curve,
    Point,
    KeyValue, ///< of Ed25519 and all other kinds, as it stands there
    PublicKeyPin,
    Sha1Thumbprint,
    Sha256Thumbprint,
    Sha384Thumbprint,
    Sha512Thumbprint,
    Md5Thumbprint,
    SignatureValue,
    Attribute, ///< of a request; called by its object

    Extension, ///< called by its object, which model/text knows better for the usual ones
    KeyIdentifier,
    IssuerName,
    IssuerSerial,
    Usage,
    Purpose,
    IsAuthority,
    PathLength,
    AlternativeName,
    Permitted,
    Excluded,
    Policy,
    PolicyStatement, ///< the address of a certification practice statement (CPS)
    PolicyNotice,
    NoticeReference,
    PolicyQualifier, ///< of another kind
    PolicyMapping,
    RequireExplicitPolicy,
    InhibitPolicyMapping,
    InhibitAnyPolicy,
    DistributionPoint,
    Location,
    RevocationReasons,
    RevocationIssuer,
    ListNumber,   ///< of a revocation list
    BaseNumber,   ///< of the list to which a delta list adds
    Covers,       ///< the only certificates that a list speaks of
    AccessMethod, ///< called by its object
    SignedTimestamp,
    LogIdentifier,
    Timestamp,
    Feature,
    Text,
    NetscapeType,
    Template,
    MajorVersion,
    MinorVersion,
    AuthorityVersion,
    Statement, ///< called by its object
    Present,   ///< the extension says all by being there
    RawContent,
    Undecodable, ///< value: the content in hex
    LeftOut,     ///< value: how many rows more there are
};

/// A word that a certificate says without saying it in text; model/text writes it.
enum class DetailTerm : std::uint8_t {
    Yes,
    No,
    DigitalSignature,
    NonRepudiation,
    KeyEncipherment,
    DataEncipherment,
    KeyAgreement,
    KeyCertSign,
    CrlSign,
    EncipherOnly,
    DecipherOnly,
    TlsServer,
    TlsClient,
    CodeSigning,
    EmailProtection,
    TimeStamping,
    OcspSigning,
    AnyPurpose,
    SignsCertificates, ///< of the short list alone
    IpsecEndSystem,
    SmartCardLogon,
    DocumentSigning,
    PrecertificateSigning,
    SslClient,
    SslServer,
    Smime,
    ObjectSigning,
    Reserved,
    SslAuthority,
    SmimeAuthority,
    ObjectSigningAuthority,
    KeyCompromise,
    AuthorityCompromise,
    AffiliationChanged,
    Superseded,
    CessationOfOperation,
    CertificateHold,
    PrivilegeWithdrawn,
    AttributeAuthorityCompromise,
    MustStaple,
    MustStapleAll, ///< status_request_v2, RFC 6961
    Unlimited,
    NotStated,
    EndCertificates,
    AuthorityCertificates,
    AttributeCertificates,
    CertificatesOfOthers, ///< an indirect list
};

/// One row of the details, with the rows under it.
struct Detail {
    DetailField field = DetailField::Version;
    QString object{};              ///< dotted number of what the row is about, where it is about an object
    QString name{};                ///< its name in the world of ASN.1; empty: nobody knows it
    QString value{};               ///< fit to be shown, in no language; dates are "2026-11-21 10:00:00 UTC"
    std::vector<DetailTerm> terms; ///< the value, where it is words
    bool isCritical = false;       ///< extensions
    std::vector<Detail> parts;

    friend bool operator==(const Detail &, const Detail &) = default;
};

/// Every field and every extension of a certificate, in the order in which it holds them. Pure. Bounded: long values
/// are cut, long lists end in LeftOut, and an extension whose content is not what its object says is Undecodable.
[[nodiscard]] std::vector<Detail> detailsOf(const Certificate &certificate);
/// The same of a request, the extensions it asks for among them, and of a revocation list without its entries.
[[nodiscard]] std::vector<Detail> detailsOf(const CertificateRequest &request);
[[nodiscard]] std::vector<Detail> detailsOf(const RevocationList &list);

/// The extended key usages by the names that standards give them ("serverAuth"), or their numbers; none: it names none.
[[nodiscard]] QStringList purposeNames(const Certificate &certificate);

/// The curve of its key: "P-256" where NIST has named it, else OpenSSL's name; empty where there is none, or none that
/// has a name.
[[nodiscard]] QString curveOf(const Certificate &certificate);
[[nodiscard]] QString curveOf(const CertificateRequest &request);

/// What it may be used for, in few words for a column: the extended key usages, AnyPurpose where it names none, and
/// SignsCertificates for an authority.
[[nodiscard]] std::vector<DetailTerm> purposesOf(const Certificate &certificate);
/// Whether it is among them, for the common ones and quickly: nothing is decoded.
[[nodiscard]] bool hasPurpose(const Certificate &certificate, DetailTerm purpose);

} // namespace sealport
