#pragma once

#include "app/serve_options.h"

#include <functional>
#include <vector>

namespace sealport {

using OptionOutcome = std::expected<void, UsageError>;

/// One option that describes a server: how it is written, what it says, what it changes. Those that may be repeated are
/// applied once for each value.
struct DescribingOption {
    const char *name;
    const char *valueName; ///< null: a switch
    const char *help;
    std::function<OptionOutcome(ServerProfile &, const QString &value)> apply;
    std::function<void(const ServerProfile &from, ServerProfile &to)> carry;
};

/// Those about TLS beyond the certificate and the protocols.
[[nodiscard]] const std::vector<DescribingOption> &tlsOptions();

[[nodiscard]] OptionOutcome refuseOption(const QString &option, const QString &value, const QString &allowed);
[[nodiscard]] std::expected<std::uint64_t, UsageError> wholeNumber(const QString &option, const QString &value,
                                                                   std::uint64_t lowest, std::uint64_t highest);
/// For options that take any word but none.
[[nodiscard]] OptionOutcome readWord(const QString &option, const QString &value, const QString &allowed,
                                     QString &word);

} // namespace sealport
