#include "model/certificates/token_modules.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>

#include <array>

namespace sealport {

namespace {

constexpr qint64 largestConfiguration = 64 << 10;
constexpr auto program = "sealport";

/// Of a file of "name: value" lines; empty where the file does not have it.
QString valueOf(const QStringList &lines, QLatin1String name)
{
    for (const QString &line : lines) {
        if (line.section(u':', 0, 0).trimmed() == name)
            return line.section(u':', 1).trimmed();
    }
    return {};
}

bool names(const QString &programs)
{
    const QStringList words = programs.simplified().replace(u',', u' ').split(u' ', Qt::SkipEmptyParts);
    return words.contains(QLatin1String(program));
}

/// The library that a configuration file wants loaded; empty where it is not for us.
QString moduleOf(const QString &file, const QString &modules)
{
    QFile configuration(file);
    if (!configuration.open(QIODevice::ReadOnly))
        return {};
    const QStringList lines = QString::fromUtf8(configuration.read(largestConfiguration)).split(u'\n');
    const QString module = valueOf(lines, QLatin1String("module"));
    const QString enabled = valueOf(lines, QLatin1String("enable-in"));
    const bool isTrustStore = valueOf(lines, QLatin1String("trust-policy")) == u"yes"; // among the system roots already
    const bool isForOthers =
        (!enabled.isEmpty() && !names(enabled)) || names(valueOf(lines, QLatin1String("disable-in")));
    if (module.isEmpty() || isTrustStore || isForOthers)
        return {};
    const QString path = QDir::isAbsolutePath(module) ? module : modules % u'/' % module;
    return QFileInfo(path).isFile() ? QFileInfo(path).canonicalFilePath() : QString();
}

bool isSqlite(const QString &path)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly)
           && file.read(16) == QByteArray("SQLite format 3\0", 16);
}

QString nssModule()
{
    const QString libraries = QLibraryInfo::path(QLibraryInfo::LibrariesPath);
    const QStringList folders{libraries, libraries + QStringLiteral("/nss"), QStringLiteral("/usr/lib64"),
                              QStringLiteral("/usr/lib"), QStringLiteral("/usr/lib/nss")};
    for (const QString &folder : folders) {
        const QFileInfo library(folder + QStringLiteral("/libsoftokn3.so"));
        if (library.isFile())
            return library.canonicalFilePath();
    }
    return QStringLiteral("libsoftokn3.so"); // wherever the loader finds it
}

} // namespace

QStringList configuredTokenModules()
{
    const QString modules = QLibraryInfo::path(QLibraryInfo::LibrariesPath) + QStringLiteral("/pkcs11");
    return configuredTokenModules({QDir::homePath() + QStringLiteral("/.config/pkcs11/modules"),
                                   QStringLiteral("/etc/pkcs11/modules"), QStringLiteral("/usr/share/p11-kit/modules")},
                                  modules);
}

QStringList configuredTokenModules(const QStringList &folders, const QString &modules)
{
    QStringList seen;
    QStringList paths;
    for (const QString &folder : folders) {
        const QDir directory(folder);
        for (const QString &name : directory.entryList({QStringLiteral("*.module")}, QDir::Files, QDir::Name)) {
            if (seen.contains(name))
                continue;
            seen.append(name);
            const QString path = moduleOf(directory.filePath(name), modules);
            if (!path.isEmpty() && !paths.contains(path))
                paths.append(path);
        }
    }
    return paths;
}

QString nssDatabaseAt(const QString &path)
{
    const QFileInfo info(path.startsWith(u"sql:") ? path.mid(4) : path); // as NSS's own programs name one
    const bool isPart = info.fileName() == u"cert9.db" || info.fileName() == u"key4.db";
    const QString folder = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    if (!info.isDir() && !isPart)
        return {};
    return isSqlite(folder + QStringLiteral("/cert9.db")) ? QDir::cleanPath(folder) : QString();
}

QStringList knownNssDatabases()
{
    return nssDatabasesBelow(QDir::homePath());
}

QStringList nssDatabasesBelow(const QString &home)
{
    QStringList folders{home + QStringLiteral("/.pki/nssdb"),
                        home + QStringLiteral("/snap/chromium/current/.pki/nssdb"),
                        home + QStringLiteral("/.var/app/org.chromium.Chromium/.pki/nssdb")};
    for (const char *profiles : {"/.mozilla/firefox", "/snap/firefox/common/.mozilla/firefox",
                                 "/.var/app/org.mozilla.firefox/.mozilla/firefox", "/.thunderbird"}) {
        const QDir directory(home + QLatin1String(profiles));
        for (const QString &name : directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
            folders.append(directory.filePath(name));
    }
    QStringList databases;
    for (const QString &folder : folders) {
        if (const QString database = nssDatabaseAt(folder); !database.isEmpty())
            databases.append(database);
    }
    return databases;
}

TokenModuleAddress TokenModuleAddress::of(const QString &module)
{
    const QString canonical = QFileInfo(module).canonicalFilePath();
    return {.path = canonical.isEmpty() ? module : canonical};
}

TokenModuleAddress TokenModuleAddress::ofNssDatabase(const QString &folder)
{
    QByteArray path = QFile::encodeName(folder);
    path.replace("\\", "\\\\").replace("'", "\\'"); // NSSUTIL_Quote()
    return {.path = nssModule(),
            .arguments = "configdir='sql:" + path + "' certPrefix='' keyPrefix='' secmod='secmod.db' flags=readOnly",
            .database = folder};
}

} // namespace sealport
