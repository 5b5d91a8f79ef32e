#pragma once

#include "model/certificates/der_reader.h"
#include "tests/certificates/fixture_files.h"

#include <QFile>

namespace sealport::test {

/// What the PEM of a fixture holds, in DER.
inline QByteArray derOf(const QString &name)
{
    QFile file(fixture(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray pem = file.readAll();
    const qsizetype header = pem.indexOf("\n\n"); // "DEK-Info" stands before it
    const qsizetype start = header < 0 ? pem.indexOf('\n', pem.indexOf("-----BEGIN ")) : header;
    return QByteArray::fromBase64(pem.mid(start, pem.indexOf("-----END ", start) - start));
}

/// The EC P-256 key of a fixture, SEC 1 or PKCS#8, with one bit of its private half turned around.
inline QByteArray damagedEcKey(const QString &name)
{
    QByteArray der = derOf(name);
    const QByteArray before = QByteArray::fromHex("0201010420"); // version 1, OCTET STRING of 32
    const qsizetype at = der.indexOf(before) + before.size() + 20;
    der[at] = static_cast<char>(der.at(at) ^ 0x04);
    return der;
}

/// The numbers of RFC 8017 appendix A.1.2 in their order.
enum class RsaNumber {
    Version,
    Modulus,
    PublicExponent,
    PrivateExponent,
    Prime1,
    Prime2,
    Exponent1,
    Exponent2,
    Inverse
};

/// The RSA key of a fixture in PKCS#1 with one bit of a number turned around.
inline QByteArray damagedRsaKey(const QString &name, RsaNumber number)
{
    QByteArray der = derOf(name);
    QByteArrayView rest = readDerElement(der)->content;
    for (int i = 0; i < static_cast<int>(number); ++i)
        rest = rest.sliced(readDerElement(rest)->length());
    const qsizetype at = readDerElement(rest)->content.data() - der.constData() + 20;
    der[at] = static_cast<char>(der.at(at) ^ 0x04);
    return der;
}

} // namespace sealport::test
