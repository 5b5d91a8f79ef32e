#include "app/certs_options.h"

#include "app/certs_option_readers.h"

#include "model/certificates/alternative_name.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

namespace sealport {

namespace {

void addFormat(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("format"),
                      QCoreApplication::translate("CommandLine", "text (default), or json: one object a line."),
                      QStringLiteral("text|json")});
}

Outcome readFormat(const QCommandLineParser &parser, CertsOptions &options)
{
    const QString format =
        parser.isSet(QStringLiteral("format")) ? parser.value(QStringLiteral("format")) : QStringLiteral("text");
    if (format != u"text" && format != u"json")
        return refuse(QStringLiteral("--format"), format, QStringLiteral("text, json"));
    options.format = format == u"json" ? OutputFormat::Json : OutputFormat::Text;
    return {};
}

QString formatNames()
{
    QStringList names;
    for (const ExportFormat format : allExportFormats)
        names.append(exportFormatName(format));
    return names.join(QStringLiteral(", "));
}

Outcome readExport(const QCommandLineParser &parser, const QStringList &words, CertsOptions &options)
{
    if (words.isEmpty())
        return wrong(
            QCoreApplication::translate("CommandLine", "certs export needs the thumbprint or name of a certificate."));
    options.id = words.join(u' '); // nobody quotes what Windows shows with spaces
    const QString as = parser.isSet(QStringLiteral("as")) ? parser.value(QStringLiteral("as")) : QStringLiteral("pem");
    const auto format = exportFormatNamed(as);
    if (!format)
        return refuse(QStringLiteral("--as"), as, formatNames());
    options.exportFormat = *format;
    options.outputFile = parser.value(QStringLiteral("out"));
    if (options.outputFile.isEmpty())
        return wrong(QCoreApplication::translate(
            "CommandLine", "certs export needs --out: the path of a file, or - for standard output."));
    options.mayOverwrite = parser.isSet(QStringLiteral("force"));
    return readPassphraseFile(parser, options);
}

Outcome readPurpose(const QCommandLineParser &parser, CertsOptions &options)
{
    const QString purpose = parser.value(QStringLiteral("purpose"));
    if (!parser.isSet(QStringLiteral("purpose")))
        return {};
    QStringList names;
    for (const ChainPurpose known :
         {ChainPurpose::TlsServer, ChainPurpose::TlsClient, ChainPurpose::Authority, ChainPurpose::Any}) {
        names.append(chainPurposeName(known));
        if (purpose == names.last())
            options.purpose = known;
    }
    if (!names.contains(purpose))
        return refuse(QStringLiteral("--purpose"), purpose, names.join(QStringLiteral(", ")));
    return {};
}

/// What a certificate can be compared with: no wildcard, no port, no address of a page.
bool isHost(const QString &text)
{
    const auto name = parseAlternativeName(text.endsWith(u'.') ? text.chopped(1) : text);
    const bool isKind = name && (name->kind == AlternativeName::Kind::Dns || name->kind == AlternativeName::Kind::Ip);
    return isKind && !text.contains(u'*') && !text.startsWith(u'.');
}

Outcome readVerify(const QCommandLineParser &parser, const QStringList &words, const QDateTime &now,
                   CertsOptions &options)
{
    if (words.size() != 1)
        return wrong(
            QCoreApplication::translate("CommandLine", "certs verify needs one thumbprint, one name or one file."));
    options.items = words;
    options.time = now;
    options.host = parser.value(QStringLiteral("host"));
    options.roots = parser.values(QStringLiteral("root"));
    options.chains = parser.values(QStringLiteral("chain"));
    if (parser.isSet(QStringLiteral("host")) && !isHost(options.host))
        return refuse(QStringLiteral("--host"), options.host,
                      QCoreApplication::translate("CommandLine", "a host name or an IP address"));
    for (const auto &[option, paths] :
         {std::pair{QStringLiteral("--root"), options.roots}, std::pair{QStringLiteral("--chain"), options.chains}})
        if (paths.contains(QString()))
            return refuse(option, QString(),
                          QCoreApplication::translate("CommandLine", "the path of a file or folder"));
    if (parser.isSet(QStringLiteral("time"))) {
        const auto moment = momentOf(QStringLiteral("--time"), parser.value(QStringLiteral("time")), QTime(12, 0));
        if (!moment)
            return std::unexpected(moment.error());
        options.time = *moment;
    }
    if (const Outcome read = readPurpose(parser, options); !read)
        return read;
    return readPassphraseFile(parser, options);
}

Outcome readProtect(const QCommandLineParser &parser, const QStringList &words, CertsOptions &options)
{
    if (words.isEmpty())
        return wrong(QCoreApplication::translate(
            "CommandLine", "certs protect needs the thumbprint or name of a certificate of the store."));
    options.name = words.join(u' '); // nobody quotes what Windows shows with spaces
    options.isUnprotecting = parser.isSet(QStringLiteral("remove"));
    if (options.isUnprotecting && parser.isSet(QStringLiteral("new-pass-file")))
        return wrong(QCoreApplication::translate("CommandLine", "--new-pass-file and --remove exclude each other."));
    if (const Outcome read = readNewPassphraseFile(parser, options); !read)
        return read;
    return readPassphraseFile(parser, options);
}

void addVerifyOptions(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("host"), {}, QStringLiteral("NAME")});
    parser.addOption({QStringLiteral("time"), {}, QStringLiteral("DATE")});
    parser.addOption({QStringLiteral("purpose"), {}, QStringLiteral("PURPOSE")});
    parser.addOption({QStringLiteral("root"), {}, QStringLiteral("PATH")});
    parser.addOption({QStringLiteral("chain"), {}, QStringLiteral("PATH")});
}

void addOptionsOf(CertsOptions::Action action, QCommandLineParser &parser)
{
    if (takesPassphraseFile(action))
        parser.addOption({QStringLiteral("pass-file"), {}, QStringLiteral("FILE")});
    if (action == CertsOptions::Action::List)
        parser.addOption({QStringLiteral("source"), {}, QStringLiteral("SOURCE")});
    if (action == CertsOptions::Action::Show)
        parser.addOptions({QCommandLineOption(QStringLiteral("details")), QCommandLineOption(QStringLiteral("asn1"))});
    if (action == CertsOptions::Action::Export) {
        parser.addOption({QStringLiteral("as"), {}, QStringLiteral("FORMAT")});
        parser.addOption({QStringLiteral("out"), {}, QStringLiteral("FILE")});
        parser.addOption(QCommandLineOption(QStringLiteral("force")));
    }
    if (action == CertsOptions::Action::Restore)
        parser.addOption(QCommandLineOption(QStringLiteral("force")));
    if (action == CertsOptions::Action::Trust)
        for (const char *name : {"system", "nss", "remove"})
            parser.addOption(QCommandLineOption(QString::fromLatin1(name)));
    if (action == CertsOptions::Action::Find)
        parser.addOption({QStringLiteral("in"), {}, QStringLiteral("PATH")});
    addMakingOptions(action, parser);
    if (action == CertsOptions::Action::Protect || action == CertsOptions::Action::Import)
        parser.addOption({QStringLiteral("new-pass-file"), {}, QStringLiteral("FILE")});
    if (action == CertsOptions::Action::Protect)
        parser.addOption(QCommandLineOption(QStringLiteral("remove")));
    if (action == CertsOptions::Action::Verify)
        addVerifyOptions(parser);
}

Outcome readList(const QCommandLineParser &parser, const QStringList &words, CertsOptions &options)
{
    if (!words.isEmpty())
        return wrong(QCoreApplication::translate("CommandLine", "certs list takes no '%1'; certs show does.")
                         .arg(words.first()));
    const QString source = parser.value(QStringLiteral("source"));
    if (parser.isSet(QStringLiteral("source")) && source != u"store" && source != u"files" && source != u"system"
        && source != u"all")
        return refuse(QStringLiteral("--source"), source, QStringLiteral("store, files, system, all"));
    options.hasStore = source != u"system" && source != u"files";
    options.hasFiles = source == u"files";
    options.hasSystem = source == u"system" || source == u"all";
    return {};
}

Outcome readAction(const QCommandLineParser &parser, const QDateTime &now, CertsOptions &options)
{
    const QStringList words = parser.positionalArguments();
    switch (options.action) {
    case CertsOptions::Action::Help:
        return {};
    case CertsOptions::Action::List:
        return readList(parser, words, options);
    case CertsOptions::Action::Show:
        if (words.isEmpty())
            return wrong(QCoreApplication::translate("CommandLine",
                                                     "certs show needs a thumbprint, a name, a file or a folder."));
        options.items = words;
        options.hasDetails = parser.isSet(QStringLiteral("details"));
        options.hasAsn1 = parser.isSet(QStringLiteral("asn1"));
        return readPassphraseFile(parser, options);
    case CertsOptions::Action::Lint:
        if (words.isEmpty())
            return wrong(QCoreApplication::translate("CommandLine",
                                                     "certs lint needs a thumbprint, a name, a file or a folder."));
        options.items = words;
        return readPassphraseFile(parser, options);
    case CertsOptions::Action::Verify:
        return readVerify(parser, words, now, options);
    case CertsOptions::Action::Compare:
        if (words.size() != 2)
            return wrong(QCoreApplication::translate("CommandLine", "certs compare needs two certificates."));
        options.items = words;
        return readPassphraseFile(parser, options);
    case CertsOptions::Action::Find:
        if (words.isEmpty())
            return wrong(QCoreApplication::translate("CommandLine", "certs find needs a thumbprint."));
        options.thumbprint = words.join(u' '); // nobody quotes what Windows shows with spaces
        options.places = parser.values(QStringLiteral("in"));
        if (options.places.contains(QString()))
            return refuse(QStringLiteral("--in"), QString(),
                          QCoreApplication::translate("CommandLine", "the path of a file or folder"));
        return readPassphraseFile(parser, options);
    case CertsOptions::Action::Create:
    case CertsOptions::Action::Sign:
    case CertsOptions::Action::Renew:
    case CertsOptions::Action::Revoke:
        return readMaking(parser, words, now, options);
    case CertsOptions::Action::Trust:
        if (words.isEmpty())
            return wrong(QCoreApplication::translate(
                "CommandLine", "certs trust needs the thumbprint, name or file of an authority."));
        options.items = words;
        options.hasSystem = parser.isSet(QStringLiteral("system"));
        options.hasNss = parser.isSet(QStringLiteral("nss"));
        options.isRemoval = parser.isSet(QStringLiteral("remove"));
        if (options.isRemoval && !options.hasSystem && !options.hasNss)
            return wrong(QCoreApplication::translate("CommandLine", "--remove needs --system, --nss or both."));
        return readPassphraseFile(parser, options);
    case CertsOptions::Action::Protect:
        return readProtect(parser, words, options);
    case CertsOptions::Action::Import:
        if (words.isEmpty())
            return wrong(QCoreApplication::translate("CommandLine", "certs import needs a file."));
        options.files = words;
        if (const Outcome read = readNewPassphraseFile(parser, options); !read)
            return read;
        return readPassphraseFile(parser, options);
    case CertsOptions::Action::Remove:
        if (words.isEmpty())
            return wrong(QCoreApplication::translate(
                "CommandLine", "certs remove needs the thumbprint or name of a certificate of the store."));
        options.items = words;
        return {};
    case CertsOptions::Action::Restore:
        if (words.size() > 1)
            return wrong(QCoreApplication::translate("CommandLine", "Only one at a time: '%1' is one too many.")
                             .arg(words.at(1)));
        options.id = words.value(0);
        options.mayOverwrite = parser.isSet(QStringLiteral("force"));
        return {};
    case CertsOptions::Action::Export:
        return readExport(parser, words, options);
    }
    Q_UNREACHABLE();
}

/// As other programs have it; readFile() knows what /dev/stdin is. One file can come from there, after the pass
/// phrases.
Outcome nameStandardInput(CertsOptions &options)
{
    const QString input = QStringLiteral("/dev/stdin");
    qsizetype uses = 0;
    for (QStringList *files : {&options.items, &options.places, &options.files, &options.roots, &options.chains}) {
        files->replaceInStrings(QRegularExpression(QStringLiteral("^-$")), input);
        uses += files->count(input);
    }
    if (options.action == CertsOptions::Action::Sign && options.name == u"-")
        options.name = input;
    if (uses > 1)
        return wrong(QCoreApplication::translate("CommandLine",
                                                 "Only one file can come from standard input (-). Name the others."));
    return {};
}

} // namespace

bool takesPassphraseFile(CertsOptions::Action action)
{
    using Action = CertsOptions::Action;
    return action != Action::List && action != Action::Remove && action != Action::Restore;
}

std::expected<CertsOptions, UsageError> parseCertsOptions(const QStringList &arguments, const QDateTime &now)
{
    CertsOptions options;
    const QString word = arguments.value(0);
    const auto action = certsActionNamed(word);
    if (!action && (word == u"--help" || word == u"-h" || word == u"help"))
        return options;
    if (!action && word.isEmpty())
        return wrong(QCoreApplication::translate("CommandLine", "Say what to do: %1.").arg(certsActionNames()));
    if (!action)
        return wrong(QCoreApplication::translate("CommandLine", "certs does not know '%1': it knows %2.")
                         .arg(word, certsActionNames()));

    options.action = *action;
    QCommandLineParser parser;
    addFormat(parser);
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, {}});
    addOptionsOf(options.action, parser);
    if (!parser.parse(arguments)) // the action stands where it expects the program's name
        return wrong(parser.errorText());
    if (parser.isSet(QStringLiteral("help"))) {
        CertsOptions help;
        help.subject = options.action;
        return help;
    }
    if (const Outcome read = readFormat(parser, options); !read)
        return std::unexpected(read.error());
    if (const Outcome read = readAction(parser, now, options); !read)
        return std::unexpected(read.error());
    if (const Outcome named = nameStandardInput(options); !named)
        return std::unexpected(named.error());
    return options;
}

} // namespace sealport
