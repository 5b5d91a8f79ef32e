#pragma once

#include "model/base/error.h"
#include "model/sockets/server_profile.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace sealport {

enum class OutputFormat { Text, Json };

/// What `sealport serve` was asked to do.
struct ServeOptions {
    QString name{};               ///< stored profile, or the name of the described server; empty when none was given
    ServerProfile described{};    ///< the options, on top of their documented defaults
    bool describesServer = false; ///< any option that describes a server was given
    bool describesCertificate = false;      ///< --cert or --cert-file was given, or --plain, which needs none
    QString passphraseFile{};               ///< --pass-file; "-" for standard input, empty when not given
    QStringList given{};                    ///< names of the describing options, for overrides of a stored profile
    std::chrono::milliseconds stopAfter{0}; ///< --for; 0: never
    std::uint64_t stopAfterCount = 0;       ///< --count; 0: never
    OutputFormat format = OutputFormat::Text;
    bool isHelpWanted = false;
};

/// Why a command line is wrong, in the user's language.
struct UsageError {
    QString text;
};

/// `arguments` are those after "serve".
[[nodiscard]] std::expected<ServeOptions, UsageError> parseServeOptions(const QStringList &arguments);
[[nodiscard]] QString serveHelp();

/// What is wrong with `stored` only since `options` were put on top of it, options about TLS for a plain server
/// included.
[[nodiscard]] std::optional<UsageError> wrongWith(const ServerProfile &stored, const ServeOptions &options);

/// `stored` with everything that was given on the command line on top of it.
[[nodiscard]] ServerProfile withOverrides(const ServerProfile &stored, const ServeOptions &options);

} // namespace sealport
