#include "model/certificates/chain_fault.h"

namespace sealport {

namespace {

ChainFinding found(ChainFault fault, const QStringList &values = {})
{
    return {.fault = fault, .values = values};
}

QString utc(const QDateTime &time)
{
    return time.toString(Qt::ISODate);
}

QString reason(int complaint)
{
    return QString::fromLatin1(X509_verify_cert_error_string(complaint));
}

} // namespace

std::optional<ChainFinding> chainFinding(int complaint, const Certificate &certificate, bool isLeaf,
                                         const ChainQuestion &question)
{
    switch (complaint) {
    case X509_V_OK:
    case X509_V_ERR_UNABLE_TO_GET_CRL: // none was given for this issuer
        return std::nullopt;
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return found(ChainFault::Expired, {utc(certificate.notAfter())});
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return found(ChainFault::NotYetValid, {utc(certificate.notBefore())});
    case X509_V_ERR_ERROR_IN_CERT_NOT_BEFORE_FIELD:
    case X509_V_ERR_ERROR_IN_CERT_NOT_AFTER_FIELD:
        return found(ChainFault::BadDate);
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return found(ChainFault::SelfSignedLeaf);
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_UNTRUSTED:
    case X509_V_ERR_CERT_REJECTED:
        return found(isLeaf && certificate.isSelfIssued() ? ChainFault::SelfSignedLeaf : ChainFault::UntrustedRoot);
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_CHAIN_TOO_LONG:
        return found(ChainFault::IssuerMissing, {certificate.issuer()});
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_INVALID_NON_CA:
    case X509_V_ERR_NO_ISSUER_PUBLIC_KEY:
        return found(ChainFault::NotAnAuthority);
    case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
        return found(ChainFault::MayNotSign);
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
        return found(ChainFault::PathTooLong);
    case X509_V_ERR_PERMITTED_VIOLATION:
    case X509_V_ERR_EXCLUDED_VIOLATION:
    case X509_V_ERR_SUBTREE_MINMAX:
    case X509_V_ERR_UNSUPPORTED_CONSTRAINT_TYPE:
    case X509_V_ERR_UNSUPPORTED_CONSTRAINT_SYNTAX:
    case X509_V_ERR_UNSUPPORTED_NAME_SYNTAX:
        return found(ChainFault::NameNotPermitted);
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_UNABLE_TO_DECRYPT_CERT_SIGNATURE:
    case X509_V_ERR_SIGNATURE_ALGORITHM_INCONSISTENCY:
    case X509_V_ERR_SIGNATURE_ALGORITHM_MISMATCH:
        return found(ChainFault::BadSignature);
    case X509_V_ERR_UNSUPPORTED_SIGNATURE_ALGORITHM:
        return found(ChainFault::SignatureUnknown, {certificate.signatureAlgorithm()});
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
        return found(ChainFault::WeakKey, {certificate.keyType(), QString::number(certificate.keyBits())});
    case X509_V_ERR_CA_MD_TOO_WEAK:
        return found(ChainFault::WeakSignature, {certificate.signatureAlgorithm()});
    case X509_V_ERR_INVALID_PURPOSE:
        return found(ChainFault::WrongPurpose, {chainPurposeName(question.purpose)});
    case X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION:
        return found(ChainFault::UnknownCritical);
    case X509_V_ERR_INVALID_EXTENSION:
    case X509_V_ERR_INVALID_POLICY_EXTENSION:
    case X509_V_ERR_AKID_ISSUER_SERIAL_MISMATCH:
        return found(ChainFault::InvalidExtension);
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return found(ChainFault::HostMismatch, QStringList{question.host} + certificate.subjectAltNames().mid(0, 50));
    case X509_V_ERR_CERT_REVOKED:
        return found(ChainFault::Revoked);
    case X509_V_ERR_UNABLE_TO_DECRYPT_CRL_SIGNATURE:
    case X509_V_ERR_CRL_SIGNATURE_FAILURE:
    case X509_V_ERR_CRL_NOT_YET_VALID:
    case X509_V_ERR_CRL_HAS_EXPIRED:
    case X509_V_ERR_ERROR_IN_CRL_LAST_UPDATE_FIELD:
    case X509_V_ERR_ERROR_IN_CRL_NEXT_UPDATE_FIELD:
    case X509_V_ERR_UNABLE_TO_GET_CRL_ISSUER:
    case X509_V_ERR_KEYUSAGE_NO_CRL_SIGN:
    case X509_V_ERR_UNHANDLED_CRITICAL_CRL_EXTENSION:
    case X509_V_ERR_DIFFERENT_CRL_SCOPE:
    case X509_V_ERR_CRL_PATH_VALIDATION_ERROR:
        return found(ChainFault::RevocationListUnusable, {reason(complaint)});
    default:
        return found(ChainFault::Other, {reason(complaint)});
    }
}

QString chainPurposeName(ChainPurpose purpose)
{
    switch (purpose) {
    case ChainPurpose::TlsServer:
        return QStringLiteral("server");
    case ChainPurpose::TlsClient:
        return QStringLiteral("client");
    case ChainPurpose::Authority:
        return QStringLiteral("authority");
    case ChainPurpose::Any:
        return QStringLiteral("any");
    }
    Q_UNREACHABLE();
}

int gskCode(ChainFault fault)
{
    switch (fault) {
    case ChainFault::Expired:
        return 107; // GSK_KEYFILE_CERT_EXPIRED
    case ChainFault::SelfSignedLeaf:
        return 417; // GSK_ERROR_SELF_SIGNED
    case ChainFault::UntrustedRoot:
    case ChainFault::IssuerMissing:
        return 6000; // GSK_OS400_ERROR_NOT_TRUSTED_ROOT
    case ChainFault::BadDate:
    case ChainFault::BadSignature:
    case ChainFault::NotAnAuthority:
    case ChainFault::InvalidExtension:
        return 414; // GSK_ERROR_BAD_CERT
    case ChainFault::SignatureUnknown:
        return 405; // GSK_ERROR_UNSUPPORTED_CERTIFICATE_TYPE
    default:
        return 0;
    }
}

QString chainFaultName(ChainFault fault)
{
    switch (fault) { // no default: a new fault without a name does not compile
    case ChainFault::Expired:
        return QStringLiteral("expired");
    case ChainFault::NotYetValid:
        return QStringLiteral("not-yet-valid");
    case ChainFault::BadDate:
        return QStringLiteral("bad-date");
    case ChainFault::UntrustedRoot:
        return QStringLiteral("untrusted-root");
    case ChainFault::SelfSignedLeaf:
        return QStringLiteral("self-signed");
    case ChainFault::IssuerMissing:
        return QStringLiteral("issuer-missing");
    case ChainFault::NotAnAuthority:
        return QStringLiteral("not-an-authority");
    case ChainFault::MayNotSign:
        return QStringLiteral("may-not-sign");
    case ChainFault::PathTooLong:
        return QStringLiteral("path-too-long");
    case ChainFault::NameNotPermitted:
        return QStringLiteral("name-not-permitted");
    case ChainFault::BadSignature:
        return QStringLiteral("bad-signature");
    case ChainFault::SignatureUnknown:
        return QStringLiteral("signature-unknown");
    case ChainFault::WeakKey:
        return QStringLiteral("weak-key");
    case ChainFault::WeakSignature:
        return QStringLiteral("weak-signature");
    case ChainFault::WrongPurpose:
        return QStringLiteral("wrong-purpose");
    case ChainFault::UnknownCritical:
        return QStringLiteral("unknown-critical-extension");
    case ChainFault::InvalidExtension:
        return QStringLiteral("invalid-extension");
    case ChainFault::HostMismatch:
        return QStringLiteral("host-mismatch");
    case ChainFault::Revoked:
        return QStringLiteral("revoked");
    case ChainFault::RevocationListUnusable:
        return QStringLiteral("revocation-list-unusable");
    case ChainFault::Other:
        return QStringLiteral("other");
    }
    Q_UNREACHABLE();
}

} // namespace sealport
