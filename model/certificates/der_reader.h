#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <expected>

namespace sealport {

/// Why octets are not an element of DER (X.690).
enum class DerFault : std::uint8_t {
    Truncated,        ///< they end inside the header, or before the content does
    BadTag,           ///< a tag number of more than 28 bits
    BadLength,        ///< a length of more than four octets
    IndefiniteLength, ///< allowed in BER alone
};

/// One element: where it lies is the reader's business, what it holds is borrowed from what was read.
struct DerElement {
    enum class Class : std::uint8_t { Universal, Application, Context, Private };
    Class tagClass = Class::Universal;
    bool isConstructed = false;
    std::uint32_t tag = 0;
    qsizetype headerLength = 0;
    QByteArrayView content;

    [[nodiscard]] qsizetype length() const { return headerLength + content.size(); }
    [[nodiscard]] bool isUniversal(std::uint32_t number) const { return tagClass == Class::Universal && tag == number; }
};

/// Tag numbers of the universal class (X.680 section 8.4).
enum DerTag : std::uint32_t {
    DerBoolean = 1,
    DerInteger = 2,
    DerBitString = 3,
    DerOctetString = 4,
    DerNull = 5,
    DerObjectIdentifier = 6,
    DerEnumerated = 10,
    DerUtf8String = 12,
    DerSequence = 16,
    DerSet = 17,
    DerNumericString = 18,
    DerPrintableString = 19,
    DerT61String = 20,
    DerIa5String = 22,
    DerUtcTime = 23,
    DerGeneralizedTime = 24,
    DerVisibleString = 26,
    DerGeneralString = 27,
    DerUniversalString = 28,
    DerBmpString = 30,
};

/// The element at the start of `bytes`; what follows it is the caller's. Looks at the header alone.
[[nodiscard]] std::expected<DerElement, DerFault> readDerElement(QByteArrayView bytes);

/// Whether `bytes` are whole elements, one behind the other and inside each other, at most `depth` deep.
[[nodiscard]] bool isWholeDer(QByteArrayView bytes, int depth);

} // namespace sealport
