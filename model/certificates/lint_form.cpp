#include "model/certificates/lint_rules.h"

#include "model/certificates/object_names.h"
#include "model/certificates/x509_values.h"

#include <QSet>

namespace sealport {

namespace {

void lintSerial(LintSubject &subject)
{
    constexpr int longest = 20; // RFC 5280 section 4.1.2.2
    constexpr int entropy = 8;  // baseline 7.1: 64 bits from a random generator
    const ASN1_INTEGER *serial = X509_get0_serialNumber(subject.x509);
    const unsigned char *octets = ASN1_STRING_get0_data(serial);
    const int size = ASN1_STRING_length(serial);
    if (ASN1_STRING_type(serial) == V_ASN1_NEG_INTEGER)
        return subject.flaw(LintRule::SerialNegative);
    if (size == 0 || (size == 1 && octets[0] == 0))
        return subject.flaw(LintRule::SerialZero);
    const int encoded = size + ((octets[0] & 0x80) != 0 ? 1 : 0); // a zero in front says that it is not negative
    if (encoded > longest)
        subject.flaw(LintRule::SerialTooLong, {QString::number(encoded)});
    if (size < entropy && !subject.isAuthority && !subject.isSelfSigned)
        subject.notice(LintRule::SerialShort, {QString::number(size)});
}

void lintExtensions(LintSubject &subject)
{
    QSet<QString> seen;
    for (int i = 0; i < X509_get_ext_count(subject.x509); ++i) {
        X509_EXTENSION *extension = X509_get_ext(subject.x509, i);
        const ASN1_OBJECT *object = X509_EXTENSION_get_object(extension);
        const QString number = dottedNumber(object);
        if (seen.contains(number))
            subject.error(LintRule::DuplicateExtension, {objectText(object)});
        seen.insert(number);
        if (X509_EXTENSION_get_critical(extension) != 0 && X509_supported_extension(extension) == 0)
            subject.error(LintRule::UnknownCriticalExtension, {objectText(object)});
    }
}

void lintVersion(LintSubject &subject)
{
    const long version = X509_get_version(subject.x509) + 1;
    if (version == 3)
        return;
    const QStringList values{QString::number(version)};
    if (X509_get_ext_count(subject.x509) > 0)
        subject.error(LintRule::ExtensionsInOldVersion, values);
    else
        subject.warning(LintRule::OldVersion, values);
}

/// True also where this OpenSSL cannot tell.
bool isSignedByItself(const LintSubject &subject)
{
    int hash = NID_undef;
    EVP_PKEY *key = X509_get0_pubkey(subject.x509);
    if (!key || X509_get_signature_info(subject.x509, &hash, nullptr, nullptr, nullptr) != 1)
        return true;
    return X509_verify(subject.x509, key) != 0; // below 0: the algorithm is not allowed or not known here
}

} // namespace

void lintForm(LintSubject &subject)
{
    lintVersion(subject);
    lintSerial(subject);
    lintExtensions(subject);
    // Two of the same make it invalid too, which has been said.
    if ((subject.flags & EXFLAG_INVALID) != 0)
        subject.error(LintRule::ExtensionUnreadable);
    const X509_ALGOR *outer = nullptr;
    X509_get0_signature(nullptr, &outer, subject.x509);
    const X509_ALGOR *inner = X509_get0_tbs_sigalg(subject.x509);
    if (X509_ALGOR_cmp(inner, outer) != 0)
        return subject.error(LintRule::SignatureAlgorithmsDiffer,
                             {objectName(inner->algorithm), objectName(outer->algorithm)});
    if (subject.isSelfSigned && !isSignedByItself(subject))
        subject.warning(LintRule::SelfSignatureWrong);
}

} // namespace sealport
