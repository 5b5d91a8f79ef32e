#pragma once

#include <QString>
#include <QStringList>

namespace sealport {

// Parts of describe() in error_text.h; all arguments are fit to be shown.

/// NoCertificateInFile; `kinds` is what the file holds instead.
[[nodiscard]] QString notACertificateFile(const QString &file, const QStringList &kinds);
/// NoRequestInFile, with its values.
[[nodiscard]] QString notARequestFile(const QString &file, const QStringList &count);
/// KeyWithoutCertificate; `place` is "store" where the file lies there.
[[nodiscard]] QString keyWithoutCertificate(const QString &file, const QStringList &place);
/// WrongPassphrase; `alias` is that of the key that it does not open, where the file around it opens.
[[nodiscard]] QString wrongPassphrase(const QString &file, const QStringList &alias);
/// WrongPassphraseOrDamaged; `part` is "key" where that alone opens, "content" where all
/// but the checksum does.
[[nodiscard]] QString wrongPassphraseOrDamaged(const QString &file, const QStringList &part);
/// UnsupportedAlgorithm; the second of `values` tells its kinds apart.
[[nodiscard]] QString unsupportedAlgorithm(const QString &file, const QStringList &values);
/// TruncatedFile, with its values.
[[nodiscard]] QString truncatedFile(const QString &file, const QStringList &sizes);

} // namespace sealport
