#include "model/text/certificate_text.h"

#include "model/text/formatting.h"
#include "model/text/object_words.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace sealport {

namespace {

/// The words for extensions and attributes that people meet; the others are called by their ASN.1 names.
QString objectLabel(const Detail &detail)
{
    static constexpr std::array<std::pair<const char *, const char *>, 33> labels{{
        {"2.5.29.14", QT_TRANSLATE_NOOP("CertificateDetails", "Subject key identifier")},
        {"2.5.29.35", QT_TRANSLATE_NOOP("CertificateDetails", "Authority key identifier")},
        {"2.5.29.15", QT_TRANSLATE_NOOP("CertificateDetails", "Key usage")},
        {"2.5.29.37", QT_TRANSLATE_NOOP("CertificateDetails", "Extended key usage")},
        {"2.5.29.19", QT_TRANSLATE_NOOP("CertificateDetails", "Basic constraints")},
        {"2.5.29.17", QT_TRANSLATE_NOOP("CertificateDetails", "Subject alternative names")},
        {"2.5.29.18", QT_TRANSLATE_NOOP("CertificateDetails", "Issuer alternative names")},
        {"2.5.29.30", QT_TRANSLATE_NOOP("CertificateDetails", "Name constraints")},
        {"2.5.29.32", QT_TRANSLATE_NOOP("CertificateDetails", "Certificate policies")},
        {"2.5.29.33", QT_TRANSLATE_NOOP("CertificateDetails", "Policy mappings")},
        {"2.5.29.36", QT_TRANSLATE_NOOP("CertificateDetails", "Policy constraints")},
        {"2.5.29.54", QT_TRANSLATE_NOOP("CertificateDetails", "Inhibit any policy")},
        {"2.5.29.31", QT_TRANSLATE_NOOP("CertificateDetails", "Revocation lists (CRL distribution points)")},
        {"2.5.29.46", QT_TRANSLATE_NOOP("CertificateDetails", "Delta revocation lists (freshest CRL)")},
        {"2.5.29.20", QT_TRANSLATE_NOOP("CertificateDetails", "Number of the revocation list")},
        {"2.5.29.27", QT_TRANSLATE_NOOP("CertificateDetails", "Delta revocation list")},
        {"2.5.29.28", QT_TRANSLATE_NOOP("CertificateDetails", "Scope of the revocation list")},
        {"1.2.840.113549.1.9.7", QT_TRANSLATE_NOOP("CertificateDetails", "Challenge password")},
        {"1.2.840.113549.1.9.2", QT_TRANSLATE_NOOP("CertificateDetails", "Unstructured name")},
        {"1.3.6.1.4.1.311.13.2.3", QT_TRANSLATE_NOOP("CertificateDetails", "Microsoft operating system version")},
        {"1.3.6.1.5.5.7.1.1", QT_TRANSLATE_NOOP("CertificateDetails", "Authority information access")},
        {"1.3.6.1.5.5.7.1.11", QT_TRANSLATE_NOOP("CertificateDetails", "Subject information access")},
        {"1.3.6.1.4.1.11129.2.4.2",
         QT_TRANSLATE_NOOP("CertificateDetails", "Certificate Transparency (signed timestamps)")},
        {"1.3.6.1.4.1.11129.2.4.3",
         QT_TRANSLATE_NOOP("CertificateDetails", "Certificate Transparency (precertificate)")},
        {"1.3.6.1.5.5.7.1.24", QT_TRANSLATE_NOOP("CertificateDetails", "TLS features")},
        {"1.3.6.1.5.5.7.48.1.5",
         QT_TRANSLATE_NOOP("CertificateDetails", "OCSP: no revocation check of this certificate")},
        {"1.3.6.1.5.5.7.1.3", QT_TRANSLATE_NOOP("CertificateDetails", "Qualified certificate statements")},
        {"1.3.6.1.4.1.311.20.2", QT_TRANSLATE_NOOP("CertificateDetails", "Microsoft template name")},
        {"1.3.6.1.4.1.311.21.1", QT_TRANSLATE_NOOP("CertificateDetails", "Microsoft CA version")},
        {"1.3.6.1.4.1.311.21.7", QT_TRANSLATE_NOOP("CertificateDetails", "Microsoft certificate template")},
        {"1.3.6.1.4.1.311.21.10", QT_TRANSLATE_NOOP("CertificateDetails", "Microsoft application policies")},
        {"2.16.840.1.113730.1.1", QT_TRANSLATE_NOOP("CertificateDetails", "Netscape certificate type")},
        {"2.16.840.1.113730.1.13", QT_TRANSLATE_NOOP("CertificateDetails", "Netscape comment")},
    }};
    for (const auto &[object, label] : labels)
        if (detail.object == QLatin1String(object))
            return QCoreApplication::translate("CertificateDetails", label);
    return detail.name.isEmpty() ? detail.object : detail.name;
}

} // namespace

QString detailLabel(const Detail &detail)
{
    switch (detail.field) { // no default: a new field without a label does not compile
    case DetailField::Version:
        return QCoreApplication::translate("CertificateDetails", "Version");
    case DetailField::SerialNumber:
        return QCoreApplication::translate("CertificateDetails", "Serial number");
    case DetailField::SignatureAlgorithm:
        return QCoreApplication::translate("CertificateDetails", "Signature algorithm");
    case DetailField::OuterSignatureAlgorithm:
        return QCoreApplication::translate("CertificateDetails", "Signature algorithm outside (differs)");
    case DetailField::HashAlgorithm:
        return QCoreApplication::translate("CertificateDetails", "Hash");
    case DetailField::MaskGeneration:
        return QCoreApplication::translate("CertificateDetails", "Mask generation");
    case DetailField::SaltLength:
        return QCoreApplication::translate("CertificateDetails", "Length of the salt in bytes");
    case DetailField::TrailerField:
        return QCoreApplication::translate("CertificateDetails", "Trailer field");
    case DetailField::Issuer:
        return QCoreApplication::translate("CertificateDetails", "Issuer");
    case DetailField::Subject:
        return QCoreApplication::translate("CertificateDetails", "Subject");
    case DetailField::NameEntry:
        return objectWords(detail.object, detail.name);
    case DetailField::NotBefore:
        return QCoreApplication::translate("CertificateDetails", "Valid from");
    case DetailField::NotAfter:
        return QCoreApplication::translate("CertificateDetails", "Valid until");
    case DetailField::ThisUpdate:
        return QCoreApplication::translate("CertificateDetails", "Issued on");
    case DetailField::NextUpdate:
        return QCoreApplication::translate("CertificateDetails", "Next list by");
    case DetailField::RevokedCount:
        return QCoreApplication::translate("CertificateDetails", "Revoked certificates");
    case DetailField::PublicKey:
        return QCoreApplication::translate("CertificateDetails", "Public key");
    case DetailField::KeySize:
        return QCoreApplication::translate("CertificateDetails", "Size in bits");
    case DetailField::Modulus:
        return QCoreApplication::translate("CertificateDetails", "Modulus");
    case DetailField::Exponent:
        return QCoreApplication::translate("CertificateDetails", "Exponent");
    case DetailField::Curve:
        return QCoreApplication::translate("CertificateDetails", "Curve");
    case DetailField::Point:
        return QCoreApplication::translate("CertificateDetails", "Point");
    case DetailField::KeyValue:
        return QCoreApplication::translate("CertificateDetails", "Value");
    case DetailField::PublicKeyPin:
        return QCoreApplication::translate("CertificateDetails", "Public-key pin");
    case DetailField::Sha1Thumbprint:
        return QCoreApplication::translate("CertificateDetails", "SHA-1 thumbprint");
    case DetailField::Sha256Thumbprint:
        return QCoreApplication::translate("CertificateDetails", "SHA-256 thumbprint");
    case DetailField::Sha384Thumbprint:
        return QCoreApplication::translate("CertificateDetails", "SHA-384 thumbprint");
    case DetailField::Sha512Thumbprint:
        return QCoreApplication::translate("CertificateDetails", "SHA-512 thumbprint");
    case DetailField::Md5Thumbprint:
        return QCoreApplication::translate("CertificateDetails", "MD5 thumbprint");
    case DetailField::SignatureValue:
        return QCoreApplication::translate("CertificateDetails", "Signature");
    case DetailField::Extension:
        return objectLabel(detail);
    case DetailField::KeyIdentifier:
        return QCoreApplication::translate("CertificateDetails", "Key identifier");
    case DetailField::IssuerName:
        return QCoreApplication::translate("CertificateDetails", "Issuer's name");
    case DetailField::IssuerSerial:
        return QCoreApplication::translate("CertificateDetails", "Serial number of the issuer's certificate");
    case DetailField::Usage:
        return QCoreApplication::translate("CertificateDetails", "The key may be used for");
    case DetailField::Purpose:
        return QCoreApplication::translate("CertificateDetails", "Purpose");
    case DetailField::IsAuthority:
        return QCoreApplication::translate("CertificateDetails", "Is a certificate authority");
    case DetailField::PathLength:
        return QCoreApplication::translate("CertificateDetails", "Authorities allowed below it");
    case DetailField::AlternativeName:
        return QCoreApplication::translate("CertificateDetails", "Name");
    case DetailField::Permitted:
        return QCoreApplication::translate("CertificateDetails", "Permitted");
    case DetailField::Excluded:
        return QCoreApplication::translate("CertificateDetails", "Excluded");
    case DetailField::Policy:
        return QCoreApplication::translate("CertificateDetails", "Policy");
    case DetailField::PolicyStatement:
        return QCoreApplication::translate("CertificateDetails", "Practice statement (CPS)");
    case DetailField::PolicyNotice:
        return QCoreApplication::translate("CertificateDetails", "Notice");
    case DetailField::NoticeReference:
        return QCoreApplication::translate("CertificateDetails", "Notice of");
    case DetailField::PolicyQualifier:
        return QCoreApplication::translate("CertificateDetails", "Qualifier");
    case DetailField::PolicyMapping:
        return QCoreApplication::translate("CertificateDetails", "Equal policies");
    case DetailField::RequireExplicitPolicy:
        return QCoreApplication::translate("CertificateDetails", "Certificates before a policy is required");
    case DetailField::InhibitPolicyMapping:
        return QCoreApplication::translate("CertificateDetails", "Certificates before mapping is forbidden");
    case DetailField::InhibitAnyPolicy:
        return QCoreApplication::translate("CertificateDetails", "Certificates before “any policy” is forbidden");
    case DetailField::DistributionPoint:
        return QCoreApplication::translate("CertificateDetails", "Revocation list");
    case DetailField::Location:
        return QCoreApplication::translate("CertificateDetails", "Location");
    case DetailField::RevocationReasons:
        return QCoreApplication::translate("CertificateDetails", "For these reasons alone");
    case DetailField::RevocationIssuer:
        return QCoreApplication::translate("CertificateDetails", "Issued by");
    case DetailField::ListNumber:
        return QCoreApplication::translate("CertificateDetails", "Number of the list");
    case DetailField::BaseNumber:
        return QCoreApplication::translate("CertificateDetails", "Adds to the list number");
    case DetailField::Covers:
        return QCoreApplication::translate("CertificateDetails", "Speaks only of");
    case DetailField::AccessMethod:
        return objectWords(detail.object, detail.name);
    case DetailField::SignedTimestamp:
        return QCoreApplication::translate("CertificateDetails", "Entry in a log");
    case DetailField::LogIdentifier:
        return QCoreApplication::translate("CertificateDetails", "Log");
    case DetailField::Timestamp:
        return QCoreApplication::translate("CertificateDetails", "Logged");
    case DetailField::Feature:
        return QCoreApplication::translate("CertificateDetails", "Required of the server");
    case DetailField::Text:
        return QCoreApplication::translate("CertificateDetails", "Text");
    case DetailField::NetscapeType:
        return QCoreApplication::translate("CertificateDetails", "Kind of certificate");
    case DetailField::Template:
        return QCoreApplication::translate("CertificateDetails", "Template");
    case DetailField::MajorVersion:
        return QCoreApplication::translate("CertificateDetails", "Major version");
    case DetailField::MinorVersion:
        return QCoreApplication::translate("CertificateDetails", "Minor version");
    case DetailField::AuthorityVersion:
        return QCoreApplication::translate("CertificateDetails", "Version");
    case DetailField::Attribute:
        return objectLabel(detail);
    case DetailField::Statement:
        return objectWords(detail.object, detail.name);
    case DetailField::Present:
        return {};
    case DetailField::RawContent:
        return QCoreApplication::translate("CertificateDetails", "Content");
    case DetailField::Undecodable:
        return QCoreApplication::translate("CertificateDetails", "Cannot be decoded; its octets");
    case DetailField::LeftOut:
        return QCoreApplication::translate("CertificateDetails", "Left out here");
    }
    Q_UNREACHABLE();
}

QString detailValue(const Detail &detail)
{
    if (detail.field == DetailField::Present)
        return QCoreApplication::translate("CertificateDetails", "yes; it has no content of its own");
    if (!detail.terms.empty())
        return spokenList(termTexts(detail.terms));
    if (detail.field == DetailField::LeftOut)
        return QCoreApplication::translate("CertificateDetails", "%n more", nullptr, detail.value.toInt());
    const bool isNamedByObject = detail.field == DetailField::Purpose || detail.field == DetailField::Policy
                                 || detail.field == DetailField::PolicyQualifier;
    if (!isNamedByObject)
        return detail.value;
    const QString words = objectWords(detail.object, detail.name);
    return words == detail.object ? words : words % QStringLiteral(" (") % detail.object % u')';
}

QString detailValueWithCriticality(const Detail &detail)
{
    const QString value = detailValue(detail);
    if (!detail.isCritical)
        return value;
    return value.isEmpty() ? QCoreApplication::translate("CertificateDetails", "critical")
                           : QCoreApplication::translate("CertificateDetails", "%1 (critical)").arg(value);
}

QString termText(DetailTerm term)
{
    switch (term) { // no default: a new term without a word does not compile
    case DetailTerm::Yes:
        return QCoreApplication::translate("CertificateDetails", "yes");
    case DetailTerm::No:
        return QCoreApplication::translate("CertificateDetails", "no");
    case DetailTerm::DigitalSignature:
        return QCoreApplication::translate("CertificateDetails", "digital signatures (digitalSignature)");
    case DetailTerm::NonRepudiation:
        return QCoreApplication::translate("CertificateDetails", "commitments to content (nonRepudiation)");
    case DetailTerm::KeyEncipherment:
        return QCoreApplication::translate("CertificateDetails", "encryption of keys (keyEncipherment)");
    case DetailTerm::DataEncipherment:
        return QCoreApplication::translate("CertificateDetails", "encryption of data (dataEncipherment)");
    case DetailTerm::KeyAgreement:
        return QCoreApplication::translate("CertificateDetails", "key agreement (keyAgreement)");
    case DetailTerm::KeyCertSign:
        return QCoreApplication::translate("CertificateDetails", "signing certificates (keyCertSign)");
    case DetailTerm::CrlSign:
        return QCoreApplication::translate("CertificateDetails", "signing revocation lists (cRLSign)");
    case DetailTerm::EncipherOnly:
        return QCoreApplication::translate("CertificateDetails", "encryption alone in key agreement (encipherOnly)");
    case DetailTerm::DecipherOnly:
        return QCoreApplication::translate("CertificateDetails", "decryption alone in key agreement (decipherOnly)");
    case DetailTerm::TlsServer:
        return QCoreApplication::translate("CertificateDetails", "TLS server");
    case DetailTerm::TlsClient:
        return QCoreApplication::translate("CertificateDetails", "TLS client");
    case DetailTerm::CodeSigning:
        return QCoreApplication::translate("CertificateDetails", "signs programs");
    case DetailTerm::EmailProtection:
        return QCoreApplication::translate("CertificateDetails", "e-mail (S/MIME)");
    case DetailTerm::TimeStamping:
        return QCoreApplication::translate("CertificateDetails", "time stamps");
    case DetailTerm::OcspSigning:
        return QCoreApplication::translate("CertificateDetails", "signs OCSP answers");
    case DetailTerm::AnyPurpose:
        return QCoreApplication::translate("CertificateDetails", "any purpose");
    case DetailTerm::SignsCertificates:
        return QCoreApplication::translate("CertificateDetails", "signs certificates");
    case DetailTerm::IpsecEndSystem:
        return QCoreApplication::translate("CertificateDetails", "IPsec");
    case DetailTerm::SmartCardLogon:
        return QCoreApplication::translate("CertificateDetails", "smart card logon");
    case DetailTerm::DocumentSigning:
        return QCoreApplication::translate("CertificateDetails", "signs documents");
    case DetailTerm::PrecertificateSigning:
        return QCoreApplication::translate("CertificateDetails", "signs precertificates");
    case DetailTerm::SslClient:
        return QCoreApplication::translate("CertificateDetails", "SSL client");
    case DetailTerm::SslServer:
        return QCoreApplication::translate("CertificateDetails", "SSL server");
    case DetailTerm::Smime:
        return QCoreApplication::translate("CertificateDetails", "S/MIME");
    case DetailTerm::ObjectSigning:
        return QCoreApplication::translate("CertificateDetails", "object signing");
    case DetailTerm::Reserved:
        return QCoreApplication::translate("CertificateDetails", "reserved");
    case DetailTerm::SslAuthority:
        return QCoreApplication::translate("CertificateDetails", "SSL authority");
    case DetailTerm::SmimeAuthority:
        return QCoreApplication::translate("CertificateDetails", "S/MIME authority");
    case DetailTerm::ObjectSigningAuthority:
        return QCoreApplication::translate("CertificateDetails", "object signing authority");
    case DetailTerm::KeyCompromise:
        return QCoreApplication::translate("CertificateDetails", "the key was disclosed");
    case DetailTerm::AuthorityCompromise:
        return QCoreApplication::translate("CertificateDetails", "the authority's key was disclosed");
    case DetailTerm::AffiliationChanged:
        return QCoreApplication::translate("CertificateDetails", "the owner's affiliation changed");
    case DetailTerm::Superseded:
        return QCoreApplication::translate("CertificateDetails", "replaced by another");
    case DetailTerm::CessationOfOperation:
        return QCoreApplication::translate("CertificateDetails", "no longer in operation");
    case DetailTerm::CertificateHold:
        return QCoreApplication::translate("CertificateDetails", "on hold");
    case DetailTerm::PrivilegeWithdrawn:
        return QCoreApplication::translate("CertificateDetails", "privilege withdrawn");
    case DetailTerm::AttributeAuthorityCompromise:
        return QCoreApplication::translate("CertificateDetails", "the attribute authority's key was disclosed");
    case DetailTerm::MustStaple:
        return QCoreApplication::translate("CertificateDetails", "a stapled OCSP answer (must-staple)");
    case DetailTerm::MustStapleAll:
        return QCoreApplication::translate("CertificateDetails", "stapled OCSP answers for the whole chain");
    case DetailTerm::Unlimited:
        return QCoreApplication::translate("CertificateDetails", "any number");
    case DetailTerm::NotStated:
        return QCoreApplication::translate("CertificateDetails", "not stated");
    case DetailTerm::EndCertificates:
        return QCoreApplication::translate("CertificateDetails", "certificates that are no authorities");
    case DetailTerm::AuthorityCertificates:
        return QCoreApplication::translate("CertificateDetails", "authorities");
    case DetailTerm::AttributeCertificates:
        return QCoreApplication::translate("CertificateDetails", "attribute certificates");
    case DetailTerm::CertificatesOfOthers:
        return QCoreApplication::translate("CertificateDetails", "certificates of other issuers (an indirect list)");
    }
    Q_UNREACHABLE();
}

QStringList termTexts(const std::vector<DetailTerm> &terms)
{
    QStringList texts;
    for (const DetailTerm term : terms)
        texts.append(termText(term));
    return texts;
}

QString describe(const Asn1Stop &stop)
{
    const auto at = [&stop](const QString &sentence) { return sentence.arg(stop.offset); };
    switch (stop.reason) {
    case Asn1Stop::Reason::Truncated:
        return at(
            QCoreApplication::translate("CertificateDetails", "The element at byte %1 is longer than what is there."));
    case Asn1Stop::Reason::BadTag:
        return at(
            QCoreApplication::translate("CertificateDetails", "The tag at byte %1 is longer than any known one."));
    case Asn1Stop::Reason::BadLength:
        return at(
            QCoreApplication::translate("CertificateDetails", "The length at byte %1 is longer than any certificate."));
    case Asn1Stop::Reason::IndefiniteLength:
        return at(QCoreApplication::translate("CertificateDetails",
                                              "The element at byte %1 has no length of its own, which DER forbids."));
    case Asn1Stop::Reason::TooDeep:
        return at(QCoreApplication::translate("CertificateDetails",
                                              "The element at byte %1 is nested too deep to be shown."));
    case Asn1Stop::Reason::TooLarge:
        return at(QCoreApplication::translate("CertificateDetails",
                                              "From byte %1 on there are more elements than are shown."));
    }
    Q_UNREACHABLE();
}

QString describe(Kinship kinship)
{
    switch (kinship) {
    case Kinship::Identical:
        return QCoreApplication::translate("CertificateDetails", "Both are the same certificate.");
    case Kinship::Renewed:
        return QCoreApplication::translate("CertificateDetails", "Same subject, key and issuer, as after a renewal.");
    case Kinship::Reissued:
        return QCoreApplication::translate("CertificateDetails", "Same subject and key, signed by different issuers.");
    case Kinship::Rekeyed:
        return QCoreApplication::translate("CertificateDetails", "Same subject, different keys.");
    case Kinship::SameKey:
        return QCoreApplication::translate("CertificateDetails", "Same key, different subjects.");
    case Kinship::Different:
        return QCoreApplication::translate("CertificateDetails", "Different subjects and keys.");
    }
    Q_UNREACHABLE();
}

} // namespace sealport
