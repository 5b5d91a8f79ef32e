#include "model/certificates/certificate_details.h"

#include "model/certificates/certificate_request.h"
#include "model/certificates/detail_rows.h"
#include "model/certificates/object_names.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/thumbprint.h"
#include "model/certificates/x509_values.h"

#include <openssl/ec.h>

#include <algorithm>
#include <array>
#include <utility>

namespace sealport {

namespace {

using PurposesPtr = Handle<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free>;

PurposesPtr extendedUsagesOf(const Certificate &certificate)
{
    return PurposesPtr(
        static_cast<EXTENDED_KEY_USAGE *>(X509_get_ext_d2i(certificate.handle(), NID_ext_key_usage, nullptr, nullptr)));
}

QString curveOf(const EVP_PKEY *key)
{
    const IgnoreOpenSslErrors ignore; // most keys have none
    std::array<char, 80> group{};
    if (!key || EVP_PKEY_get_base_id(key) != EVP_PKEY_EC
        || EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr) != 1)
        return {};
    const char *spoken = EC_curve_nid2nist(OBJ_txt2nid(group.data())); // P-256 of prime256v1
    return QString::fromLatin1(spoken ? spoken : group.data());
}

std::vector<ExtensionReading (*)(int, X509_EXTENSION &, std::vector<Detail> &)> readers()
{
    return {readStandardExtension, readListExtension, readPolicyExtension, readOtherExtension};
}

} // namespace

Detail extensionDetail(X509_EXTENSION &extension)
{
    const ASN1_OBJECT *object = X509_EXTENSION_get_object(&extension);
    Detail row = detail(DetailField::Extension, object);
    row.isCritical = X509_EXTENSION_get_critical(&extension) != 0;
    ExtensionReading reading = ExtensionReading::NotMine;
    for (const auto read : readers()) {
        if (reading == ExtensionReading::NotMine)
            reading = read(OBJ_obj2nid(object), extension, row.parts);
    }
    const QString content = hexOf(X509_EXTENSION_get_data(&extension));
    if (reading == ExtensionReading::Damaged)
        row.parts = {detail(DetailField::Undecodable, content)};
    if (reading == ExtensionReading::NotMine)
        row.parts = {detail(DetailField::RawContent, content)};
    return row;
}

std::vector<Detail> detailsOf(const Certificate &certificate)
{
    const IgnoreOpenSslErrors ignore; // what cannot be decoded says so in its row
    X509 *x509 = certificate.handle();
    std::vector<Detail> rows;
    rows.push_back(detail(DetailField::Version, QString::number(X509_get_version(x509) + 1)));
    rows.push_back(detail(DetailField::SerialNumber, certificate.serial()));

    const X509_ALGOR *outer = nullptr;
    const ASN1_BIT_STRING *signature = nullptr;
    X509_get0_signature(&signature, &outer, x509);
    const X509_ALGOR *inner = X509_get0_tbs_sigalg(x509);
    rows.push_back(algorithmDetail(DetailField::SignatureAlgorithm, *inner));
    if (X509_ALGOR_cmp(inner, outer) != 0)
        rows.push_back(algorithmDetail(DetailField::OuterSignatureAlgorithm, *outer));

    rows.push_back(nameDetail(DetailField::Issuer, X509_get_issuer_name(x509)));
    rows.push_back(detail(DetailField::NotBefore, momentText(X509_get0_notBefore(x509))));
    rows.push_back(detail(DetailField::NotAfter, momentText(X509_get0_notAfter(x509))));
    rows.push_back(nameDetail(DetailField::Subject, X509_get_subject_name(x509)));
    rows.push_back(publicKeyDetail(*X509_get_X509_PUBKEY(x509)));
    addRows(rows, X509_get_ext_count(x509), [x509](int i) { return extensionDetail(*X509_get_ext(x509, i)); });

    rows.push_back(detail(DetailField::SignatureValue, hexOf(signature)));
    rows.push_back(
        detail(DetailField::Sha1Thumbprint, formatThumbprint(certificate.sha1(), ThumbprintFormat::Windows)));
    for (const auto &[field, algorithm] : {std::pair{DetailField::Sha256Thumbprint, ThumbprintAlgorithm::Sha256},
                                           std::pair{DetailField::Sha384Thumbprint, ThumbprintAlgorithm::Sha384},
                                           std::pair{DetailField::Sha512Thumbprint, ThumbprintAlgorithm::Sha512},
                                           std::pair{DetailField::Md5Thumbprint, ThumbprintAlgorithm::Md5}})
        rows.push_back(detail(field, formatThumbprint(certificate.thumbprint(algorithm), ThumbprintFormat::OpenSsl)));
    rows.push_back(
        detail(DetailField::PublicKeyPin,
               QStringLiteral("sha256//") % formatThumbprint(certificate.publicKeySha256(), ThumbprintFormat::Base64)));
    return rows;
}

QStringList purposeNames(const Certificate &certificate)
{
    const IgnoreOpenSslErrors ignore;
    QStringList names;
    const PurposesPtr purposes = extendedUsagesOf(certificate);
    for (int i = 0; purposes && i < std::min(mostDetailRows, sk_ASN1_OBJECT_num(purposes.get())); ++i) {
        const ASN1_OBJECT *purpose = sk_ASN1_OBJECT_value(purposes.get(), i);
        const int nid = OBJ_obj2nid(purpose);
        names.append(nid == NID_undef ? dottedNumber(purpose) : QString::fromLatin1(OBJ_nid2sn(nid)));
    }
    return names;
}

QString curveOf(const Certificate &certificate)
{
    return curveOf(X509_get0_pubkey(certificate.handle()));
}

QString curveOf(const CertificateRequest &request)
{
    return curveOf(X509_REQ_get0_pubkey(request.handle()));
}

std::vector<DetailTerm> purposesOf(const Certificate &certificate)
{
    const IgnoreOpenSslErrors ignore;
    std::vector<DetailTerm> terms;
    if (certificate.isCa())
        terms.push_back(DetailTerm::SignsCertificates);
    const PurposesPtr purposes = extendedUsagesOf(certificate);
    for (int i = 0; purposes && i < sk_ASN1_OBJECT_num(purposes.get()); ++i) {
        const auto term = purposeTerm(sk_ASN1_OBJECT_value(purposes.get(), i));
        if (term && std::ranges::find(terms, *term) == terms.end())
            terms.push_back(*term);
    }
    if (!purposes && !certificate.isCa())
        terms.push_back(DetailTerm::AnyPurpose);
    return terms;
}

bool hasPurpose(const Certificate &certificate, DetailTerm purpose)
{
    const std::uint32_t usages = certificate.extendedKeyUsage();
    const bool isLimited = usages != UINT32_MAX;
    const auto includes = [&](std::uint32_t usage) { return isLimited && (usages & usage) != 0; };
    switch (purpose) {
    case DetailTerm::SignsCertificates:
        return certificate.isCa();
    case DetailTerm::AnyPurpose:
        return isLimited ? includes(XKU_ANYEKU) : !certificate.isCa();
    case DetailTerm::TlsServer:
        return includes(XKU_SSL_SERVER);
    case DetailTerm::TlsClient:
        return includes(XKU_SSL_CLIENT);
    case DetailTerm::CodeSigning:
        return includes(XKU_CODE_SIGN);
    case DetailTerm::EmailProtection:
        return includes(XKU_SMIME);
    case DetailTerm::TimeStamping:
        return includes(XKU_TIMESTAMP);
    case DetailTerm::OcspSigning:
        return includes(XKU_OCSP_SIGN);
    default:
        return false;
    }
}

} // namespace sealport
