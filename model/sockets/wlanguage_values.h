#pragma once

#include "model/sockets/wlanguage_lexer.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace sealport::wlanguage {

/// What an expression comes to, as far as the text tells.
struct Value {
    enum class Kind : std::uint8_t {
        Text,
        Number,
        Names,   ///< constants or variables without a value here, combined with + or |
        Unknown, ///< more than this understands; `names` are in it
    };
    Kind kind = Kind::Unknown;
    QString text{};
    std::uint64_t number = 0;
    QStringList names{};
    std::uint8_t traits = Token::Plain; ///< of all texts that are in it
};

/// What + and | make of two values: texts are put together, constants combined.
[[nodiscard]] Value added(Value left, const Value &right);

using Variables = QHash<QString, Value>;

/// A variable's name as a key: WLanguage does not tell A from a.
[[nodiscard]] QString variableKey(QStringView name);

/// The value of the expression that begins at `at`, which then stands behind it; nothing, and anywhere, where there is
/// none. A line may end behind an operator, and in front of one.
[[nodiscard]] std::optional<Value> evaluate(std::span<const Token> tokens, std::size_t &at, const Variables &variables);

} // namespace sealport::wlanguage
