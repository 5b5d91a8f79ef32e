#pragma once

#include "model/sockets/production_export.h"

#include <QTest>

#include <algorithm>

namespace sealport::test {

/// A server whose every setting has a value that can be lost, and the files that it needs.
inline ServerProfile exportableProfile()
{
    ServerProfile profile;
    profile.name = QStringLiteral("shop");
    profile.certificate.id = QStringLiteral("localhost");
    profile.protocols = modernProtocols;
    profile.tls.alpn = {QStringLiteral("h2"), QStringLiteral("http/1.1")};
    return profile;
}

inline ExportedIdentity exportableIdentity(const QString &name)
{
    return {.certificate = QStringLiteral("/etc/ssl/%1.pem").arg(name),
            .key = QStringLiteral("/etc/ssl/%1.key").arg(name),
            .chain = {},
            .names = {name + QStringLiteral(".test")},
            .isKeyProtected = false};
}

inline void addFurther(ServerProfile &profile, ExportFiles &files, const QString &name)
{
    profile.furtherCertificates.push_back({.by = IdentifyBy::Name, .id = name});
    files.furtherCertificates.push_back(exportableIdentity(name));
}

inline void addNamed(ServerProfile &profile, ExportFiles &files, const QString &name, const QStringList &names = {})
{
    profile.namedCertificates.push_back({.names = names, .certificate = {.by = IdentifyBy::Name, .id = name}});
    files.namedCertificates.push_back(exportableIdentity(name));
}

inline ExportFiles exportableFiles()
{
    ExportFiles files;
    files.certificate = exportableIdentity(QStringLiteral("main"));
    return files;
}

inline bool hasNote(const ProductionConfig &config, ExportNote code)
{
    return std::ranges::find(config.notExpressed, code, &NotExpressed::code) != config.notExpressed.end();
}

inline QStringList valuesOf(const ProductionConfig &config, ExportNote code)
{
    const auto note = std::ranges::find(config.notExpressed, code, &NotExpressed::code);
    return note == config.notExpressed.end() ? QStringList() : note->values;
}

/// The names of the notes, for messages.
inline QString noteNames(const ProductionConfig &config)
{
    QStringList names;
    for (const NotExpressed &note : config.notExpressed)
        names += exportNoteName(note.code) + u'(' + note.values.join(u',') + u')';
    return names.join(u' ');
}

} // namespace sealport::test
