#include "app/profiles_actions.h"

#include "app/profiles_handover.h"
#include "model/sockets/profile_files.h"
#include "model/sockets/profile_merge.h"
#include "model/sockets/profile_store.h"
#include "model/text/error_text.h"
#include "model/text/wlanguage_text.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

/// The context of this file's translatable texts.
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString outcomeName(Stored outcome)
{
    switch (outcome) {
    case Stored::Added:
        return QStringLiteral("added");
    case Stored::Replaced:
        return QStringLiteral("replaced");
    case Stored::WasThere:
        return QStringLiteral("already-there");
    }
    Q_UNREACHABLE();
}

QString noteOf(Stored outcome)
{
    switch (outcome) {
    case Stored::Added:
        return CommandLine::tr("Imported:");
    case Stored::Replaced:
        return CommandLine::tr("Replaced:");
    case Stored::WasThere:
        return CommandLine::tr("Was stored already:");
    }
    Q_UNREACHABLE();
}

/// As other programs have it; readFile() knows what /dev/stdin is.
QString inputFile(const QString &file)
{
    return file == u"-" ? QStringLiteral("/dev/stdin") : file;
}

/// What was read as its author may not have meant it.
void report(const std::vector<WLanguageNote> &notes, const QString &file, ProfilesOutput &output)
{
    QJsonArray texts;
    for (const QString &text : noteTexts(notes)) {
        output.warn(text);
        texts.append(text);
    }
    if (!notes.empty())
        output.object({{QStringLiteral("file"), file}, {QStringLiteral("notes"), texts}});
}

/// A name that was not understood shall replace nobody.
ImportedProfiles withFreeNames(ImportedProfiles imported, const std::vector<ServerProfile> &there)
{
    const auto isTaken = [&](const QString &name) {
        return std::ranges::count(there, name, &ServerProfile::name) > 0
               || std::ranges::count(imported.profiles, name, &ServerProfile::name) > 0;
    };
    for (const std::size_t place : imported.unnamed) {
        QString &name = imported.profiles[place].name;
        name = uniqueProfileName(std::exchange(name, QString()), isTaken);
    }
    return imported;
}

/// The servers of the file that are wanted, as far as they can be stored.
ImportedProfiles wantedProfiles(const ImportedProfiles &imported, const QStringList &names, ProfilesOutput &output)
{
    for (const QString &name : names)
        static_cast<void>(findProfile(imported.profiles, name, output));
    ImportedProfiles wanted;
    for (std::size_t place = 0; place < imported.profiles.size(); ++place) {
        const ServerProfile &profile = imported.profiles[place];
        if (!names.isEmpty() && !names.contains(profile.name))
            continue;
        const std::vector<Error> wrong = validate(profile);
        if (const auto name = std::ranges::find(wrong, ErrorCode::InvalidName, &Error::code); name != wrong.end()) {
            output.fail("name", profile.name, *name);
            continue;
        }
        for (const Error &error : wrong) // the window has such servers too, until somebody completes them
            output.warn(profile.name + QStringLiteral(": ") + describe(error));
        if (std::ranges::binary_search(imported.unnamed, place))
            wanted.unnamed.push_back(wanted.profiles.size());
        wanted.profiles.push_back(profile);
    }
    return wanted;
}

/// One that was stored, or why it was not.
struct ImportOutcome {
    ServerProfile profile;
    Result<Stored> stored;
};

Result<void> importAll(const std::vector<ServerProfile> &wanted, bool mayReplace, const DataFolder &folder,
                       std::vector<ServerProfile> &profiles, std::vector<ImportOutcome> &outcomes,
                       std::optional<Trash::Item> &trash)
{
    ProfilePlaces places(profiles);
    for (const ServerProfile &profile : wanted)
        outcomes.push_back({.profile = profile, .stored = places.put(profile, mayReplace)});
    const bool replacesSome = std::ranges::any_of(outcomes, [](const ImportOutcome &outcome) {
        return outcome.stored.has_value() && *outcome.stored == Stored::Replaced;
    });
    if (!replacesSome)
        return {};
    auto kept = keepProfiles(folder);
    if (!kept)
        return std::unexpected(kept.error());
    trash = std::move(*kept);
    return {};
}

} // namespace

void importProfiles(const ProfilesOptions &options, const DataFolder &folder, ProfilesOutput &output)
{
    const auto read = readProfileFile(inputFile(options.file), options.file);
    if (!read)
        return output.fail("file", options.file, read.error());
    for (const Error &problem : read->problems)
        output.fail("file", options.file, problem);
    report(read->notes, options.file, output);
    if (read->profiles.empty())
        return;
    const ImportedProfiles imported = withFreeNames(*read, openProfiles(folder, output));
    const ImportedProfiles wanted = wantedProfiles(imported, options.names, output);
    if (wanted.profiles.empty())
        return;

    std::vector<ImportOutcome> outcomes;
    std::optional<Trash::Item> trash;
    const auto changed = changeProfiles(folder.profiles(), [&](std::vector<ServerProfile> &profiles) {
        const ImportedProfiles named = withFreeNames(wanted, profiles); // somebody else may have taken a name meanwhile
        return importAll(named.profiles, options.mayReplace, folder, profiles, outcomes, trash);
    });
    if (!changed)
        return output.fail("file", folder.profiles(), changed.error());
    QStringList replaced;
    for (const ImportOutcome &outcome : outcomes) {
        if (!outcome.stored) {
            output.fail("name", outcome.profile.name, outcome.stored.error(),
                        CommandLine::tr("Or replace it with --replace."));
            continue;
        }
        if (*outcome.stored == Stored::Replaced)
            replaced.append(outcome.profile.name);
        if (outcome.profile.autoStart && *outcome.stored != Stored::WasThere)
            output.warn(CommandLine::tr(
                            "The server %1 starts with the window: switch that off in its menu if you do not want it.")
                            .arg(outcome.profile.name));
        output.profile(outcome.profile, ProfilesOutput::Detail::Settings, noteOf(*outcome.stored),
                       QStringLiteral("import"),
                       QJsonObject{{QStringLiteral("outcome"), outcomeName(*outcome.stored)}});
    }
    if (trash)
        output.kept(*trash, replaced, ProfilesOutput::Loss::Replaced);
}

void exportProfile(const ProfilesOptions &options, const DataFolder &folder, ProfilesOutput &output)
{
    const std::vector<ServerProfile> profiles = openProfiles(folder, output);
    const ServerProfile *profile = findProfile(profiles, options.names.value(0), output);
    if (profile == nullptr)
        return;
    HandedOver handedOver;
    if (options.exportFormat->target) {
        auto made = handOver(*profile, options, folder, output);
        if (!made)
            return;
        handedOver = std::move(*made);
    }
    const QByteArray content =
        options.exportFormat->target ? handedOver.text : options.exportFormat->write(*profile, options.dialect);
    if (options.file.isEmpty() || options.file == u"-")
        return output.content(content);
    const auto written = writeProfileFile(
        options.file, content, options.mayOverwrite ? ExistingFile::Replace : ExistingFile::Keep, folder.trash());
    if (!written)
        return output.fail("file", options.file, written.error(),
                           written.error().code == ErrorCode::AlreadyExists
                               ? CommandLine::tr("Or overwrite it with --force; the trash keeps what was there.")
                               : QString());
    const std::optional<Trash::Item> &before = *written;
    QJsonObject object{{QStringLiteral("name"), profile->name},
                       {QStringLiteral("format"), QLatin1StringView(options.exportFormat->name)},
                       {QStringLiteral("file"), options.file}};
    if (before)
        object.insert(QStringLiteral("trash"), trashJson(*before));
    if (options.exportFormat->target)
        addTo(object, handedOver);
    output.object(object);
    output.line(CommandLine::tr("Exported:"));
    output.field(CommandLine::tr("written to"), options.file);
    output.field(CommandLine::tr("before it"), before ? before->folder : QString());
    show(handedOver, output);
}

} // namespace sealport
