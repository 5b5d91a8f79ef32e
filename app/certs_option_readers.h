#pragma once

#include "app/certs_options.h"

#include <QCommandLineParser>
#include <QDateTime>

namespace sealport {

// What reading the options of the different actions has in common.

using Outcome = std::expected<void, UsageError>;

[[nodiscard]] std::unexpected<UsageError> refuse(const QString &option, const QString &value, const QString &allowed);
[[nodiscard]] std::unexpected<UsageError> wrong(const QString &text);
/// A day (then `ofDay` counts) or a moment in ISO 8601; UTC where it names no zone.
[[nodiscard]] std::expected<QDateTime, UsageError> momentOf(const QString &option, const QString &value, QTime ofDay);
/// The path of a file; empty where the option was not given.
[[nodiscard]] Outcome readFileOption(const QCommandLineParser &parser, const QString &name, QString &file);
[[nodiscard]] Outcome readPassphraseFile(const QCommandLineParser &parser, CertsOptions &options);
[[nodiscard]] Outcome readNewPassphraseFile(const QCommandLineParser &parser, CertsOptions &options);

/// create, sign, renew and revoke.
[[nodiscard]] bool makes(CertsOptions::Action action);
void addMakingOptions(CertsOptions::Action action, QCommandLineParser &parser);
[[nodiscard]] Outcome readMaking(const QCommandLineParser &parser, const QStringList &words, const QDateTime &now,
                                 CertsOptions &options);

} // namespace sealport
