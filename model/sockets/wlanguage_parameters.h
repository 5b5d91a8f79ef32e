#pragma once

#include "model/sockets/wlanguage_call.h"
#include "model/sockets/wlanguage_lexer.h"
#include "model/sockets/wlanguage_values.h"

#include <QString>
#include <QStringView>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace sealport::wlanguage {

/// One parameter of a call: its value, and the code that it stands for.
struct Parameter {
    std::optional<Value> value{}; ///< nothing: not understood
    QString code{};
    int line = 0;
};

struct CallParameters {
    std::vector<Parameter> given;
    int line = 0; ///< of the call
    bool isClosed = true;

    /// Null where the call ends before.
    [[nodiscard]] const Parameter *at(WLanguageParameter which) const;
};

/// The parameters of the call whose parenthesis opens at `at`, which then stands behind it.
[[nodiscard]] CallParameters readParameters(QStringView text, std::span<const Token> tokens, std::size_t &at,
                                            const Variables &variables);

/// The code from one word to another, on one line and not longer than somebody would read.
[[nodiscard]] QString codeBetween(QStringView text, const Token &first, const Token &last);

/// What the parameters say, with the names that stand in comments above the call for what they leave open.
struct CallMeaning {
    ServerProfile profile;
    std::vector<WLanguageNote> notes;
    int line = 0;
    bool hasName = true; ///< false: the profile has the usual one
};
[[nodiscard]] CallMeaning meaningOf(const CallParameters &parameters, const QStringList &settings);

} // namespace sealport::wlanguage
