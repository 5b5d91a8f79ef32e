#pragma once

#include "model/sockets/preflight.h"

#include <optional>
#include <vector>

namespace sealport {

/// The checks of a pre-flight while it is made: every fault finds its check by what it is. For one thread.
class CheckList {
public:
    void add(const Warning &warning, const std::optional<Mend> &mend = {});
    void add(const Error &error, const std::optional<Mend> &mend = {});
    void add(CheckCode code, const Error &error, const std::optional<Mend> &mend = {});
    void add(CheckCode code, const ListFinding &finding, const std::optional<Mend> &mend = {});
    /// The key opens only with a pass phrase, or a PIN, for which Start asks.
    void addLocked(const Error &error);
    /// Nothing was found, unless something was.
    void pass(CheckCode code, const QStringList &values = {});

    [[nodiscard]] bool has(CheckCode code) const;
    /// The first with an error of this code; null: there is none.
    [[nodiscard]] Check *find(ErrorCode code);
    [[nodiscard]] std::vector<Check> take(); ///< in the order of CheckCode

private:
    std::vector<Check> m_checks;
};

[[nodiscard]] CheckCode checkOf(ErrorCode code);
[[nodiscard]] CheckCode checkOf(WarningCode code);

} // namespace sealport
