#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <expected>

namespace sealport {

/// Why a text is no octets in hexadecimal.
struct HexFault {
    enum class Kind : std::uint8_t {
        NoDigit,   ///< `character` is none
        HalfOctet, ///< a digit stands alone where two make an octet
    };
    Kind kind{};
    qsizetype position = 0; ///< 1-based, in QString's characters
    QString character{};    ///< what stands there

    friend bool operator==(const HexFault &, const HexFault &) = default;
};

/// "0d 0a", "0D0A", "0x0d, 0x0a", "0d:0a": two digits an octet, blanks, line ends, ":", ",", "-" and "0x" between
/// octets. A text without digits is no octets. Pure.
[[nodiscard]] std::expected<QByteArray, HexFault> parseHexOctets(QStringView text);

} // namespace sealport
