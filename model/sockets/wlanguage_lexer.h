#pragma once

#include <QString>
#include <QStringView>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sealport::wlanguage {

/// A word of WLanguage. A view into the text that it was found in.
struct Token {
    enum class Kind : std::uint8_t {
        Name, ///< with what is joined to it: Socket.Option
        Number,
        Text,
        Symbol, ///< one character, or +=
        LineEnd,
        Setting, ///< what follows `sealport:` in a comment
    };
    /// How a text stands in the code.
    enum Trait : std::uint8_t {
        Plain = 0,
        Typographic = 1, ///< between quotation marks that WLanguage does not know
        Multiline = 2,
        Unfinished = 4,
        Interpolated = 8, ///< holds [%…%], which WLanguage fills in
    };
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    Kind kind = Kind::Symbol;
    std::uint8_t traits = Plain;
    char16_t quote = 0; ///< of a text: doubled, it stands for itself; 0: not so
    int line = 1;
    QStringView text{};         ///< of a text: between its quotation marks
    qsizetype begin = 0;        ///< offset, quotation marks included
    qsizetype end = 0;          ///< behind it
    std::size_t partner = none; ///< of a parenthesis: the index of the other one

    [[nodiscard]] bool isSymbol(QStringView symbol) const { return kind == Kind::Symbol && text == symbol; }
    /// What a text says.
    [[nodiscard]] QString content() const;
};

struct Lexed {
    std::vector<Token> tokens;
    int unfinishedComment = 0; ///< the line where it begins; 0: there is none
};

/// The words of `text`, which must outlive them. A line that ends with `...` goes on in the next one.
[[nodiscard]] Lexed lex(QStringView text);

/// As WLanguage compares names: without regard to case, and here to accents either.
[[nodiscard]] QString folded(QStringView name);

} // namespace sealport::wlanguage
