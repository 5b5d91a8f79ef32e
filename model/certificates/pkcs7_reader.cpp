#include "model/certificates/pkcs7_reader.h"

#include "model/certificates/openssl_error.h"
#include "model/certificates/x509_values.h"

#include <openssl/cms.h>
#include <openssl/pkcs7.h>

namespace sealport {

namespace {

/// OpenSSL declares the stacks' free functions inline, one name for each type.
void freeCertificates(STACK_OF(X509) * certificates)
{
    sk_X509_pop_free(certificates, X509_free);
}
void freeLists(STACK_OF(X509_CRL) * lists)
{
    sk_X509_CRL_pop_free(lists, X509_CRL_free);
}
using Pkcs7Ptr = Handle<PKCS7, PKCS7_free>;
using CmsPtr = Handle<CMS_ContentInfo, CMS_ContentInfo_free>;
using CertificatesPtr = Handle<STACK_OF(X509), freeCertificates>;
using ListsPtr = Handle<STACK_OF(X509_CRL), freeLists>;

void take(const STACK_OF(X509) * certificates, const STACK_OF(X509_CRL) * lists, const ASN1_OBJECT *kind,
          FileReading &reading)
{
    for (int i = 0; i < sk_X509_num(certificates); ++i)
        reading.contents.certificates.push_back(Certificate::fromX509(share(*sk_X509_value(certificates, i))));
    for (int i = 0; i < sk_X509_CRL_num(lists); ++i) {
        X509_CRL *list = sk_X509_CRL_value(lists, i);
        X509_CRL_up_ref(list);
        reading.contents.revocationLists.push_back(RevocationList::fromX509(RevocationListPtr(list)));
    }
    if (!reading.contents.isEmpty())
        return;
    const QString container = QStringLiteral("PKCS #7 container");
    const bool isSigned = OBJ_obj2nid(kind) == NID_pkcs7_signed;
    reading.otherKinds.append(isSigned ? container : container % u' ' % u'(' % objectName(kind) % u')');
}

} // namespace

std::optional<FileReading> readPkcs7(std::span<const std::byte> der)
{
    const IgnoreOpenSslErrors ignore;
    FileReading reading;
    const auto *const start = reinterpret_cast<const unsigned char *>(der.data());
    const auto size = static_cast<long>(der.size());

    const unsigned char *in = start;
    // Contents other than octets (Microsoft's signatures) are no CMS; what later versions added is no PKCS#7.
    if (const Pkcs7Ptr container(d2i_PKCS7(nullptr, &in, size)); container) {
        const STACK_OF(X509) *certificates = nullptr;
        const STACK_OF(X509_CRL) *lists = nullptr;
        if (PKCS7_type_is_signed(container.get()) && container->d.sign) {
            certificates = container->d.sign->cert;
            lists = container->d.sign->crl;
        } else if (PKCS7_type_is_signedAndEnveloped(container.get()) && container->d.signed_and_enveloped) {
            certificates = container->d.signed_and_enveloped->cert;
            lists = container->d.signed_and_enveloped->crl;
        }
        take(certificates, lists, container->type, reading);
        return reading;
    }
    in = start;
    if (const CmsPtr container(d2i_CMS_ContentInfo(nullptr, &in, size)); container) {
        const CertificatesPtr certificates(CMS_get1_certs(container.get()));
        const ListsPtr lists(CMS_get1_crls(container.get()));
        take(certificates.get(), lists.get(), CMS_get0_type(container.get()), reading);
        return reading;
    }
    return std::nullopt;
}

} // namespace sealport
