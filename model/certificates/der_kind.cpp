#include "model/certificates/der_kind.h"

#include "model/certificates/der_reader.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/openssl_handle.h"

#include <openssl/ocsp.h>
#include <openssl/x509.h>

namespace sealport {

namespace {

using PublicKeyPtr = Handle<X509_PUBKEY, X509_PUBKEY_free>;
using OcspRequestPtr = Handle<OCSP_REQUEST, OCSP_REQUEST_free>;
using OcspResponsePtr = Handle<OCSP_RESPONSE, OCSP_RESPONSE_free>;

template <class Pointer, class Decode>
bool isWhole(Decode decode, std::span<const std::byte> der)
{
    const auto *in = reinterpret_cast<const unsigned char *>(der.data());
    const Pointer object(decode(nullptr, &in, static_cast<long>(der.size())));
    return object && in == reinterpret_cast<const unsigned char *>(der.data() + der.size());
}

/// Numbers alone: a modulus and its exponent (PKCS #1), or the parameters of DH and DSA keys, whose generators are 2
/// and 5.
QString kindOfNumbers(QByteArrayView der)
{
    constexpr int mostNumbers = 5; // of X9.42
    const auto whole = readDerElement(der);
    if (!whole || !whole->isUniversal(DerSequence))
        return {};
    int count = 0;
    QByteArrayView last;
    for (QByteArrayView rest = whole->content; !rest.isEmpty(); ++count) {
        const auto number = readDerElement(rest);
        if (!number || !number->isUniversal(DerInteger) || count == mostNumbers)
            return {};
        last = number->content;
        rest = rest.sliced(number->length());
    }
    const bool isGenerator = last == QByteArrayView("\x02") || last == QByteArrayView("\x05");
    if (count == 2 && !isGenerator)
        return QStringLiteral("public key");
    return count >= 2 ? QStringLiteral("key parameters") : QString();
}

} // namespace

QString otherDerKind(std::span<const std::byte> der)
{
    const IgnoreOpenSslErrors ignore;
    if (isWhole<PublicKeyPtr>(d2i_X509_PUBKEY, der))
        return QStringLiteral("public key");
    if (isWhole<OcspRequestPtr>(d2i_OCSP_REQUEST, der))
        return QStringLiteral("OCSP request");
    if (isWhole<OcspResponsePtr>(d2i_OCSP_RESPONSE, der))
        return QStringLiteral("OCSP response");
    return kindOfNumbers({reinterpret_cast<const char *>(der.data()), static_cast<qsizetype>(der.size())});
}

} // namespace sealport
