#include "app/apps_options.h"

#include "app/action_table.h"
#include "app/certs_option_readers.h"

#include "model/certificates/thumbprint.h"
#include "model/text/error_text.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace sealport {

namespace {

using Action = AppsOptions::Action;

using Row = ActionRow<Action>;
constexpr auto rows = std::to_array<Row>({
    Row{Action::List, "list",
        QT_TRANSLATE_NOOP("CommandLine", "sealport apps list\n"
                                         "    The application definitions, as the Digital Certificate Manager of "
                                         "IBM i has them.\n")},
    Row{Action::Show, "show",
        QT_TRANSLATE_NOOP("CommandLine", "sealport apps show ID\n"
                                         "    One of them: its certificates, whom it trusts, and the servers that "
                                         "name it.\n")},
    Row{Action::Define, "define",
        QT_TRANSLATE_NOOP("CommandLine",
                          "sealport apps define ID --type server|client\n"
                          "    Makes an application definition, or changes the description of one. ID: 1 to 100 "
                          "characters, first A to Z,\n"
                          "    then A to Z, 0 to 9, period and underscore: ACME_ORDERS_SERVER.\n"
                          "    --type TYPE        who uses it; this never changes\n"
                          "    --description TEXT what people look for\n")},
    Row{Action::Assign, "assign",
        QT_TRANSLATE_NOOP("CommandLine",
                          "sealport apps assign ID THUMBPRINT|NAME…\n"
                          "    Gives the application certificates of your store, one to four, instead of those "
                          "that it has. The first one of each\n"
                          "    kind of key is presented, by every server that names the application, from its next "
                          "start.\n"
                          "    --add              beside those that it has\n")},
    Row{Action::Unassign, "unassign",
        QT_TRANSLATE_NOOP("CommandLine",
                          "sealport apps unassign ID [THUMBPRINT|NAME…]\n"
                          "    Takes certificates from the application, or all of them. They stay in your store.\n")},
    Row{Action::Trust, "trust",
        QT_TRANSLATE_NOOP("CommandLine",
                          "sealport apps trust ID --ca FILE… | --system | --none\n"
                          "    Whom the application trusts, where it asks for certificates.\n"
                          "    --ca FILE          the authorities of this file, or one of your store, and no "
                          "others; may be repeated\n"
                          "    --system           the authorities that the system trusts (as at first)\n"
                          "    --none             nobody: an empty list\n"
                          "    --pass-file FILE   its first line is the pass phrase; - for standard input\n")},
    Row{Action::Remove, "remove",
        QT_TRANSLATE_NOOP("CommandLine",
                          "sealport apps remove ID\n"
                          "    Removes the definition. Its certificates stay in your store; a server that names it "
                          "does not start any more.\n")},
});

void addOptionsOf(Action action, QCommandLineParser &parser)
{
    const auto addValues = [&parser](std::initializer_list<const char *> names) {
        for (const char *name : names)
            parser.addOption({QString::fromLatin1(name), {}, QStringLiteral("VALUE")});
    };
    addValues({"format"});
    if (action == Action::Define)
        addValues({"type", "description"});
    if (action == Action::Assign)
        parser.addOption(QCommandLineOption(QStringLiteral("add")));
    if (action == Action::Trust) {
        addValues({"ca", "pass-file"});
        parser.addOptions({QCommandLineOption(QStringLiteral("system")), QCommandLineOption(QStringLiteral("none"))});
    }
}

Outcome readFormat(const QCommandLineParser &parser, AppsOptions &options)
{
    const QString format = parser.value(QStringLiteral("format"));
    if (parser.isSet(QStringLiteral("format")) && format != u"text" && format != u"json")
        return refuse(QStringLiteral("--format"), format, QStringLiteral("text, json"));
    options.format = format == u"json" ? OutputFormat::Json : OutputFormat::Text;
    return {};
}

Outcome readDefine(const QCommandLineParser &parser, AppsOptions &options)
{
    const auto type = applicationTypeNamed(parser.value(QStringLiteral("type")));
    if (!parser.isSet(QStringLiteral("type")))
        return wrong(QCoreApplication::translate("CommandLine", "apps define needs --type: server or client."));
    if (!type)
        return refuse(QStringLiteral("--type"), parser.value(QStringLiteral("type")), QStringLiteral("server, client"));
    options.type = *type;
    if (parser.isSet(QStringLiteral("description")))
        options.description = parser.value(QStringLiteral("description"));
    ApplicationDefinition wanted;
    wanted.id = options.id;
    wanted.description = options.description.value_or(QString());
    const std::vector<Error> refused = validate(wanted);
    return refused.empty() ? Outcome() : wrong(describe(refused.front()));
}

Outcome readTrust(const QCommandLineParser &parser, const QStringList &words, AppsOptions &options)
{
    const bool hasAuthorities = parser.isSet(QStringLiteral("ca"));
    const bool isSystem = parser.isSet(QStringLiteral("system"));
    const bool isNobody = parser.isSet(QStringLiteral("none"));
    if (int{hasAuthorities} + int{isSystem} + int{isNobody} != 1)
        return wrong(
            QCoreApplication::translate("CommandLine", "apps trust needs one of these: --ca, --system or --none."));
    if (!hasAuthorities && !words.isEmpty())
        return wrong(QCoreApplication::translate("CommandLine", "'%1' is one word too many.").arg(words.first()));
    options.authorities = parser.values(QStringLiteral("ca")) + words;
    if (options.authorities.contains(QString()))
        return refuse(QStringLiteral("--ca"), QString(),
                      QCoreApplication::translate("CommandLine", "the path of a file"));
    options.authorities.replaceInStrings(QRegularExpression(QStringLiteral("^-$")), QStringLiteral("/dev/stdin"));
    options.trust = hasAuthorities ? AppsOptions::Trust::Authorities
                    : isNobody     ? AppsOptions::Trust::Nobody
                                   : AppsOptions::Trust::System;
    return readFileOption(parser, QStringLiteral("pass-file"), options.passphraseFile);
}

/// Nobody quotes a thumbprint that Windows shows as pairs of digits.
QStringList joinedPairs(const QStringList &words)
{
    const bool arePairs = std::ranges::all_of(words, [](const QString &word) { return word.size() == 2; });
    const QString joined = words.join(u' ');
    return words.size() > 1 && arePairs && parseThumbprint(joined) ? QStringList{joined} : words;
}

Outcome readAction(const QCommandLineParser &parser, AppsOptions &options)
{
    QStringList words = parser.positionalArguments();
    if (options.action != Action::List) {
        if (words.isEmpty())
            return wrong(
                QCoreApplication::translate("CommandLine", "It needs the ID of an application: ACME_ORDERS_SERVER."));
        options.id = words.takeFirst();
    }
    switch (options.action) {
    case Action::Assign:
        options.certificates = joinedPairs(words);
        options.isFurther = parser.isSet(QStringLiteral("add"));
        if (words.isEmpty())
            return wrong(QCoreApplication::translate(
                "CommandLine", "apps assign needs the thumbprint or name of a certificate of the store."));
        return {};
    case Action::Unassign:
        options.certificates = joinedPairs(words);
        return {};
    case Action::Trust:
        return readTrust(parser, words, options);
    default:
        if (!words.isEmpty())
            return wrong(QCoreApplication::translate("CommandLine", "'%1' is one word too many.").arg(words.first()));
        return options.action == Action::Define ? readDefine(parser, options) : Outcome();
    }
}

} // namespace

std::expected<AppsOptions, UsageError> parseAppsOptions(const QStringList &arguments)
{
    AppsOptions options;
    const QString word = arguments.value(0);
    const auto action = actionNamed(rows, word);
    if (!action && (word == u"--help" || word == u"-h" || word == u"help"))
        return options;
    if (!action && word.isEmpty())
        return wrong(QCoreApplication::translate("CommandLine", "Say what to do: %1.").arg(actionWords(rows)));
    if (!action)
        return wrong(QCoreApplication::translate("CommandLine", "apps does not know '%1': it knows %2.")
                         .arg(word, actionWords(rows)));
    QCommandLineParser parser;
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, {}});
    addOptionsOf(*action, parser);
    if (!parser.parse(arguments)) // the action stands where it expects the program's name
        return wrong(parser.errorText());
    if (parser.isSet(QStringLiteral("help"))) {
        options.subject = action;
        return options;
    }
    options.action = *action;
    if (const Outcome read = readFormat(parser, options); !read)
        return std::unexpected(read.error());
    if (const Outcome read = readAction(parser, options); !read)
        return std::unexpected(read.error());
    return options;
}

QString appsHelp(const std::optional<AppsOptions::Action> &action)
{
    return helpOf(rows, action,
                  QT_TRANSLATE_NOOP("CommandLine",
                                    "    --format text|json json: one object a line\n"
                                    "    --help             this text\n"
                                    "\n"
                                    "Exit code: 0 done, 1 something failed (the reason is on standard error), "
                                    "2 the command line is wrong.\n"));
}

} // namespace sealport
