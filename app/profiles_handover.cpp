#include "app/profiles_handover.h"

#include "model/sockets/export_source.h"
#include "model/text/production_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace sealport {

namespace {

/// The context of this file's translatable texts.
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString folderOfMadeFiles(const ProfilesOptions &options)
{
    if (options.file.isEmpty() || options.file == u"-")
        return QDir::currentPath();
    return QFileInfo(options.file).absolutePath();
}

} // namespace

std::optional<HandedOver> handOver(const ServerProfile &profile, const ProfilesOptions &options,
                                   const DataFolder &folder, ProfilesOutput &output)
{
    const ExportTarget target = *options.exportFormat->target;
    const auto source = exportSourceOf(profile, CertificateStore(folder.certificates()), folder.applications(),
                                       folderOfMadeFiles(options));
    if (!source) {
        output.fail("name", profile.name, source.error());
        return std::nullopt;
    }
    auto config = productionConfig(target, source->profile, source->files);
    if (!config) {
        output.fail("name", profile.name, config.error());
        return std::nullopt;
    }
    if (config->text.isEmpty()) {
        const NotExpressed &reason = config->notExpressed.back();
        output.fail("name", profile.name, exportNoteName(reason.code), describe(reason, target));
        return std::nullopt;
    }
    QByteArray text = annotated(*config, target).toUtf8();
    return HandedOver{.target = target, .config = std::move(*config), .text = std::move(text)};
}

void addTo(QJsonObject &object, const HandedOver &handedOver)
{
    QJsonArray notes;
    for (const NotExpressed &note : handedOver.config.notExpressed)
        notes.append(QJsonObject{{QStringLiteral("code"), exportNoteName(note.code)},
                                 {QStringLiteral("values"), QJsonArray::fromStringList(note.values)},
                                 {QStringLiteral("sentence"), describe(note, handedOver.target)}});
    QJsonArray files;
    for (const FileToMake &file : handedOver.config.filesToMake)
        files.append(QJsonObject{{QStringLiteral("file"), file.file}, {QStringLiteral("command"), file.command}});
    object.insert(QStringLiteral("notExpressed"), notes);
    object.insert(QStringLiteral("filesToMake"), files);
}

void show(const HandedOver &handedOver, ProfilesOutput &output)
{
    if (!handedOver.config.notExpressed.empty())
        output.line(CommandLine::tr("What it does otherwise, and what it needs (also in its comments):"));
    for (const NotExpressed &note : handedOver.config.notExpressed)
        output.line(QStringLiteral("    - ") + describe(note, handedOver.target));
    if (!handedOver.config.filesToMake.empty())
        output.line(CommandLine::tr("It needs files that are made like this, before it starts:"));
    for (const FileToMake &file : handedOver.config.filesToMake)
        output.line(QStringLiteral("    ") + file.command);
}

} // namespace sealport
