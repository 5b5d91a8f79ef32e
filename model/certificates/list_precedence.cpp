#include "model/certificates/list_precedence.h"

#include "model/certificates/openssl_error.h"

#include <openssl/x509v3.h>

namespace sealport {

namespace {

using IntegerPtr = Handle<ASN1_INTEGER, ASN1_INTEGER_free>;
using ScopePtr = Handle<ISSUING_DIST_POINT, ISSUING_DIST_POINT_free>;

} // namespace

bool speaksForItself(const RevocationList &list)
{
    const IgnoreOpenSslErrors ignore; // what cannot be read is an answer
    if (X509_CRL_get_ext_by_NID(list.handle(), NID_delta_crl, -1) >= 0)
        return false;
    if (X509_CRL_get_ext_by_NID(list.handle(), NID_issuing_distribution_point, -1) < 0)
        return true;
    const ScopePtr scope(static_cast<ISSUING_DIST_POINT *>(
        X509_CRL_get_ext_d2i(list.handle(), NID_issuing_distribution_point, nullptr, nullptr)));
    return scope && scope->indirectCRL <= 0 && !scope->onlysomereasons;
}

QByteArray scopeOf(const RevocationList &list)
{
    const int at = X509_CRL_get_ext_by_NID(list.handle(), NID_issuing_distribution_point, -1);
    if (at < 0)
        return {};
    const ASN1_OCTET_STRING *octets = X509_EXTENSION_get_data(X509_CRL_get_ext(list.handle(), at));
    return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(octets)), ASN1_STRING_length(octets));
}

bool speaksForAll(const RevocationList &list)
{
    return speaksForItself(list) && scopeOf(list).isEmpty();
}

bool isPreferred(const RevocationList &a, const RevocationList &b, const QDateTime &now)
{
    const bool isFutureA = now < a.thisUpdate();
    const bool isFutureB = now < b.thisUpdate();
    if (isFutureA != isFutureB)
        return isFutureB;
    if (a.thisUpdate() != b.thisUpdate())
        return b.thisUpdate() < a.thisUpdate();
    const BigNumberPtr numberA = numberOf(a);
    const BigNumberPtr numberB = numberOf(b);
    if (!numberA || !numberB)
        return numberA && !numberB;
    return BN_cmp(numberB.get(), numberA.get()) < 0;
}

BigNumberPtr numberOf(const RevocationList &list)
{
    const IgnoreOpenSslErrors ignore; // one that cannot be read is none
    const IntegerPtr number(
        static_cast<ASN1_INTEGER *>(X509_CRL_get_ext_d2i(list.handle(), NID_crl_number, nullptr, nullptr)));
    return BigNumberPtr(number ? ASN1_INTEGER_to_BN(number.get(), nullptr) : nullptr);
}

} // namespace sealport
