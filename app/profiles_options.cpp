#include "app/profiles_options.h"

#include "app/certs_option_readers.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <utility>

namespace sealport {

namespace {

/// The context of this file's translatable texts.
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

using Action = ProfilesOptions::Action;

void addOptionsOf(Action action, QCommandLineParser &parser)
{
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, {}});
    parser.addOption({QStringLiteral("format"), {}, QStringLiteral("text|json")});
    if (action == Action::Import)
        parser.addOption({QStringLiteral("replace"), {}});
    if (action != Action::Export)
        return;
    parser.addOption({QStringLiteral("as"), {}, QStringLiteral("FORMAT")});
    parser.addOption({QStringLiteral("language"), {}, QStringLiteral("fr|en")});
    parser.addOption({QStringLiteral("out"), {}, QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("force"), {}});
}

Outcome readFormat(const QCommandLineParser &parser, ProfilesOptions &options)
{
    const QString format =
        parser.isSet(QStringLiteral("format")) ? parser.value(QStringLiteral("format")) : QStringLiteral("text");
    if (format != u"text" && format != u"json")
        return refuse(QStringLiteral("--format"), format, QStringLiteral("text, json"));
    options.format = format == u"json" ? OutputFormat::Json : OutputFormat::Text;
    return {};
}

Outcome readExportFormat(const QCommandLineParser &parser, ProfilesOptions &options)
{
    const QString name = parser.value(QStringLiteral("as"));
    const QString known = profileFormatNames().join(QStringLiteral(", "));
    options.exportFormat = profileFormatNamed(name);
    if (!parser.isSet(QStringLiteral("as")))
        return wrong(CommandLine::tr("profiles export needs --as: %1.").arg(known));
    if (options.exportFormat == nullptr)
        return refuse(QStringLiteral("--as"), name, known);
    return {};
}

Outcome readExport(const QCommandLineParser &parser, const QStringList &words, ProfilesOptions &options)
{
    if (words.isEmpty())
        return wrong(CommandLine::tr("profiles export needs the name of a server."));
    if (words.size() > 1)
        return wrong(CommandLine::tr("Only one server at a time: '%1' is one too many.").arg(words.at(1)));
    options.names = words;
    if (const Outcome read = readExportFormat(parser, options); !read)
        return read;
    const QString language = parser.value(QStringLiteral("language"));
    if (parser.isSet(QStringLiteral("language")) && language != u"fr" && language != u"en")
        return refuse(QStringLiteral("--language"), language, QStringLiteral("fr, en"));
    if (!language.isEmpty())
        options.dialect = language == u"fr" ? WLanguageDialect::French : WLanguageDialect::English;
    options.mayOverwrite = parser.isSet(QStringLiteral("force"));
    return readFileOption(parser, QStringLiteral("out"), options.file);
}

Outcome readAction(const QCommandLineParser &parser, ProfilesOptions &options)
{
    const QStringList words = parser.positionalArguments();
    if (words.contains(QString()))
        return wrong(CommandLine::tr("The name of the server is empty."));
    switch (options.action) {
    case Action::Help:
    case Action::Add:
        return {};
    case Action::List:
        if (!words.isEmpty())
            return wrong(CommandLine::tr("profiles list takes no name: '%1' is one too many.").arg(words.first()));
        return {};
    case Action::Show:
        if (words.isEmpty())
            return wrong(CommandLine::tr("profiles show needs the name of a server."));
        options.names = words;
        return {};
    case Action::Remove:
        if (words.isEmpty())
            return wrong(CommandLine::tr("profiles remove needs the name of a server."));
        options.names = words;
        options.names.removeDuplicates();
        return {};
    case Action::Import:
        if (words.isEmpty())
            return wrong(CommandLine::tr("profiles import needs a file, or - for standard input."));
        options.file = words.first();
        options.names = words.mid(1);
        options.mayReplace = parser.isSet(QStringLiteral("replace"));
        return {};
    case Action::Export:
        return readExport(parser, words, options);
    }
    Q_UNREACHABLE();
}

/// The options of `serve` describe the server; those that only run one have nothing to say here.
Outcome readAdd(QStringList words, ProfilesOptions &options)
{
    options.mayReplace = words.removeAll(QStringLiteral("--replace")) > 0;
    options.autoStart = words.removeAll(QStringLiteral("--auto-start")) > 0;
    const auto described = parseServeOptions(words);
    if (!described)
        return std::unexpected(described.error());
    options.described = *described;
    options.format = described->format;
    if (described->isHelpWanted) {
        options.subject = std::exchange(options.action, Action::Help);
        return {};
    }
    if (described->name.isEmpty())
        return wrong(CommandLine::tr("profiles add needs a name for the server."));
    if (described->stopAfter.count() != 0 || described->stopAfterCount != 0)
        return wrong(CommandLine::tr("--for and --count belong to sealport serve: they are not stored."));
    if (!described->passphraseFile.isEmpty())
        return wrong(CommandLine::tr("--pass-file belongs to sealport serve: pass phrases are not stored."));
    return {};
}

} // namespace

std::expected<ProfilesOptions, UsageError> parseProfilesOptions(const QStringList &arguments, bool isFrench)
{
    ProfilesOptions options;
    if (isFrench)
        options.dialect = WLanguageDialect::French;
    const QString word = arguments.value(0);
    const auto action = profilesActionNamed(word);
    if (!action && (word == u"--help" || word == u"-h" || word == u"help"))
        return options;
    if (!action && word.isEmpty())
        return wrong(CommandLine::tr("Say what to do: %1.").arg(profilesActionNames()));
    if (!action)
        return wrong(CommandLine::tr("profiles does not know '%1': it knows %2.").arg(word, profilesActionNames()));

    options.action = *action;
    if (options.action == Action::Add) {
        const Outcome read = readAdd(arguments.mid(1), options);
        return read ? std::expected<ProfilesOptions, UsageError>(options) : std::unexpected(read.error());
    }
    QCommandLineParser parser;
    addOptionsOf(options.action, parser);
    if (!parser.parse(arguments)) // the action stands where it expects the program's name
        return wrong(parser.errorText());
    if (parser.isSet(QStringLiteral("help"))) {
        options.subject = std::exchange(options.action, Action::Help);
        return options;
    }
    if (const Outcome read = readFormat(parser, options); !read)
        return std::unexpected(read.error());
    if (const Outcome read = readAction(parser, options); !read)
        return std::unexpected(read.error());
    return options;
}

} // namespace sealport
