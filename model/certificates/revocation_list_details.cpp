// What a revocation list says of itself (RFC 5280 section 5.1).

#include "model/certificates/certificate_details.h"

#include "model/certificates/detail_rows.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/revocation_list.h"
#include "model/certificates/thumbprint.h"

namespace sealport {

std::vector<Detail> detailsOf(const RevocationList &list)
{
    const IgnoreOpenSslErrors ignore; // what cannot be decoded says so in its row
    X509_CRL *handle = list.handle();
    std::vector<Detail> rows;
    rows.push_back(detail(DetailField::Version, QString::number(X509_CRL_get_version(handle) + 1)));
    const X509_ALGOR *algorithm = nullptr;
    const ASN1_BIT_STRING *signature = nullptr;
    X509_CRL_get0_signature(handle, &signature, &algorithm);
    rows.push_back(algorithmDetail(DetailField::SignatureAlgorithm, *algorithm));
    rows.push_back(nameDetail(DetailField::Issuer, X509_CRL_get_issuer(handle)));
    rows.push_back(detail(DetailField::ThisUpdate, momentText(X509_CRL_get0_lastUpdate(handle))));
    if (const ASN1_TIME *next = X509_CRL_get0_nextUpdate(handle))
        rows.push_back(detail(DetailField::NextUpdate, momentText(next)));
    else
        rows.push_back(detail(DetailField::NextUpdate, DetailTerm::NotStated));
    rows.push_back(detail(DetailField::RevokedCount, QString::number(list.count())));
    addRows(rows, X509_CRL_get_ext_count(handle),
            [handle](int i) { return extensionDetail(*X509_CRL_get_ext(handle, i)); });
    rows.push_back(detail(DetailField::SignatureValue, hexOf(signature)));
    rows.push_back(detail(DetailField::Sha256Thumbprint, formatThumbprint(list.sha256(), ThumbprintFormat::OpenSsl)));
    return rows;
}

} // namespace sealport
