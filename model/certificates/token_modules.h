#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace sealport {

/// The PKCS#11 modules that this system is configured to use (pkcs11.conf(5)), without those that are trust stores or
/// meant for certain programs alone. Reads small files; loads nothing.
[[nodiscard]] QStringList configuredTokenModules();
/// The same, of these folders, earlier ones first where two configure the same; relative modules are in `modules`.
[[nodiscard]] QStringList configuredTokenModules(const QStringList &folders, const QString &modules);

/// The folder of the NSS database (cert9.db, as Firefox and Chromium have it) that `path` is: the folder itself or one
/// of its files, also with "sql:" before it. Empty where it is none.
[[nodiscard]] QString nssDatabaseAt(const QString &path);
/// Those of this user's Firefox, Thunderbird and Chromium.
[[nodiscard]] QStringList knownNssDatabases();
/// The same, below this home folder.
[[nodiscard]] QStringList nssDatabasesBelow(const QString &home);

/// A library to load and what it is told at its start (pReserved of C_Initialize).
struct TokenModuleAddress {
    QString path{};
    QByteArray arguments{};
    QString database{}; ///< the NSS database that the arguments name

    [[nodiscard]] static TokenModuleAddress of(const QString &module);
    /// NSS's own soft token, which opens this database and never writes to it.
    [[nodiscard]] static TokenModuleAddress ofNssDatabase(const QString &folder);
};

} // namespace sealport
