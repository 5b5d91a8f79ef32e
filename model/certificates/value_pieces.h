#pragma once

#include <QString>

#include <vector>

namespace sealport {

/// A part of a value that stands beside another one.
struct ValuePiece {
    QString text;
    bool isSame = true; ///< the other value has it too
    friend bool operator==(const ValuePiece &, const ValuePiece &) = default;
};

/// Octets as hex digits, with or without separators, enough of them to be told from a number or a word. Of a long value
/// that was cut, its beginning.
[[nodiscard]] bool isHexText(const QString &text);

struct PiecesOfBoth {
    std::vector<ValuePiece> left{};
    std::vector<ValuePiece> right{};
};

/// Where two values differ: octet by octet in hex, else word by word. What stands in front of the first difference and
/// after the last one is the same; between them, words are compared one by one where both have as many. Put together
/// again, the pieces are the values. Pure.
[[nodiscard]] PiecesOfBoth differingPieces(const QString &left, const QString &right);

} // namespace sealport
