#pragma once

#include "model/certificates/openssl_handle.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <type_traits>

namespace sealport {

// What certificates, requests and revocation lists are made of, as text fit to be shown (see displayText()).

/// As `openssl x509 -nameopt RFC2253,utf8,-esc_msb` prints it; a string that is not what its type claims, octet by
/// octet.
[[nodiscard]] QString nameText(const X509_NAME *name);
[[nodiscard]] QString lastCommonName(const X509_NAME *name); ///< empty: there is none
[[nodiscard]] QString stringText(const ASN1_STRING *string);
/// OpenSSL's long name, or the dotted number of what it does not know.
[[nodiscard]] QString objectName(const ASN1_OBJECT *object);
/// Lower-case hex without separators, at least one octet; with a minus where it is negative.
[[nodiscard]] QString serialHex(const ASN1_INTEGER *serial);
[[nodiscard]] QDateTime utcTime(const ASN1_TIME *time); ///< invalid: not a date
/// "DNS:localhost", "IP:127.0.0.1", "email:…", "URI:…", others as OpenSSL prints them.
[[nodiscard]] QString generalNameText(GENERAL_NAME &name);
[[nodiscard]] QStringList generalNameTexts(GENERAL_NAMES &names);
/// What an object is called in a list: the last common name of `subject`, else the first alternative name without its
/// prefix, else `subjectText`.
[[nodiscard]] QString shownName(const X509_NAME *subject, const QStringList &alternativeNames,
                                const QString &subjectText);
/// "RSA", "RSA-PSS", "EC", "ED25519", "ED448", "DSA", or OpenSSL's name, also of a key that it cannot read.
[[nodiscard]] QString keyTypeName(X509_PUBKEY &publicKey);

/// What one of OpenSSL's i2d functions writes; empty where it cannot.
template <class T>
[[nodiscard]] QByteArray encodedDer(int (*encode)(T *, unsigned char **), std::type_identity_t<T> *object)
{
    QByteArray der(std::max(0, encode(object, nullptr)), Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(der.data());
    encode(object, &out);
    return der;
}

} // namespace sealport
