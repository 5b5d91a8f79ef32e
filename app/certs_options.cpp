#include "app/certs_options.h"

#include "model/text/error_text.h"

#include "model/certificates/alternative_name.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace sealport {

namespace {

using Outcome = std::expected<void, UsageError>;

constexpr int leafDays = 397; // CA/Browser Forum baseline 6.3.2: less than 398 days
constexpr int authorityDays = 3650;
constexpr int mostDays = 3'000'000; // the year 9999 is not further away than that

std::unexpected<UsageError> refuse(const QString &option, const QString &value, const QString &allowed)
{
    return std::unexpected(UsageError{
        QCoreApplication::translate("CommandLine", "%1 does not take '%2': it takes %3.").arg(option, value, allowed)});
}

std::unexpected<UsageError> wrong(const QString &text)
{
    return std::unexpected(UsageError{text});
}

/// A day (its first second, or its last) or a moment in ISO 8601; UTC where it names no zone.
std::expected<QDateTime, UsageError> momentOf(const QString &option, const QString &value, QTime ofDay)
{
    const bool isDay = !value.contains(u'T');
    QDateTime moment;
    if (isDay)
        moment = QDateTime(QDate::fromString(value, Qt::ISODate), ofDay, Qt::UTC);
    else
        moment = QDateTime::fromString(value, Qt::ISODate);
    if (!moment.isValid())
        return refuse(option, value,
                      QCoreApplication::translate("CommandLine", "a date such as 2027-01-31 or 2027-01-31T12:00:00Z"));
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeSpec(Qt::UTC);
    return moment.toUTC();
}

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

Outcome readValidity(const QCommandLineParser &parser, const QDateTime &now, CertsOptions &options)
{
    const QString days = QStringLiteral("days");
    const QString from = QStringLiteral("from");
    const QString to = QStringLiteral("to");
    if (parser.isSet(days) && parser.isSet(to))
        return wrong(QCoreApplication::translate("CommandLine", "--days and --to exclude each other."));
    options.notBefore = now;
    if (parser.isSet(from)) {
        const auto moment = momentOf(QStringLiteral("--from"), parser.value(from), QTime(0, 0));
        if (!moment)
            return std::unexpected(moment.error());
        options.notBefore = *moment;
    }
    if (parser.isSet(to)) {
        const auto moment = momentOf(QStringLiteral("--to"), parser.value(to), QTime(23, 59, 59));
        if (!moment)
            return std::unexpected(moment.error());
        options.notAfter = *moment;
        return {};
    }
    int count = options.isCa ? authorityDays : leafDays;
    if (parser.isSet(days)) {
        bool isNumber = false;
        count = parser.value(days).toInt(&isNumber);
        if (!isNumber || parser.value(days) != parser.value(days).trimmed() || count < 1 || count > mostDays)
            return refuse(
                QStringLiteral("--days"), parser.value(days),
                QCoreApplication::translate("CommandLine", "a whole number from %1 to %2").arg(1).arg(mostDays));
    }
    options.notAfter = options.notBefore.addDays(count);
    return {};
}

Outcome readCreate(const QCommandLineParser &parser, const QStringList &words, const QDateTime &now,
                   CertsOptions &options)
{
    if (words.isEmpty())
        return wrong(QCoreApplication::translate("CommandLine", "certs create needs the name of the certificate."));
    if (words.size() > 1)
        return wrong(QCoreApplication::translate("CommandLine", "Only one certificate at a time: '%1' is one too many.")
                         .arg(words.at(1)));
    options.name = words.first();
    options.isCa = parser.isSet(QStringLiteral("ca"));
    options.issuer = parser.value(QStringLiteral("issuer"));
    options.folder = parser.value(QStringLiteral("out"));
    if (parser.isSet(QStringLiteral("issuer")) && options.issuer.trimmed().isEmpty())
        return refuse(QStringLiteral("--issuer"), options.issuer,
                      QCoreApplication::translate("CommandLine", "a thumbprint or a name"));
    if (parser.isSet(QStringLiteral("out")) && options.folder.isEmpty())
        return refuse(QStringLiteral("--out"), options.folder,
                      QCoreApplication::translate("CommandLine", "the path of a folder"));
    if (parser.isSet(QStringLiteral("san"))) {
        options.alternatives.emplace();
        for (const QString &list : parser.values(QStringLiteral("san"))) {
            for (const QString &name : list.split(u',', Qt::SkipEmptyParts))
                options.alternatives->append(name.trimmed());
        }
    }
    if (parser.isSet(QStringLiteral("key"))) {
        const auto kind = KeyKind::parse(parser.value(QStringLiteral("key")));
        if (!kind)
            return wrong(describe(kind.error()));
        options.key = *kind;
    }
    return readValidity(parser, now, options);
}

void addCreateOptions(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("san"), {}, QStringLiteral("LIST")});
    parser.addOption({QStringLiteral("key"), {}, QStringLiteral("KIND")});
    parser.addOption({QStringLiteral("days"), {}, QStringLiteral("N")});
    parser.addOption({QStringLiteral("from"), {}, QStringLiteral("DATE")});
    parser.addOption({QStringLiteral("to"), {}, QStringLiteral("DATE")});
    parser.addOption({QStringLiteral("issuer"), {}, QStringLiteral("ID")});
    parser.addOption({QStringLiteral("out"), {}, QStringLiteral("FOLDER")});
    parser.addOption(QCommandLineOption(QStringLiteral("ca")));
}

std::optional<CertsOptions::Action> actionOf(const QString &word)
{
    if (word == u"lint")
        return CertsOptions::Action::Lint;
    if (word == u"verify")
        return CertsOptions::Action::Verify;
    if (word == u"compare")
        return CertsOptions::Action::Compare;
    if (word == u"list")
        return CertsOptions::Action::List;
    if (word == u"show")
        return CertsOptions::Action::Show;
    if (word == u"find")
        return CertsOptions::Action::Find;
    if (word == u"create")
        return CertsOptions::Action::Create;
    if (word == u"import")
        return CertsOptions::Action::Import;
    if (word == u"export")
        return CertsOptions::Action::Export;
    if (word == u"remove")
        return CertsOptions::Action::Remove;
    return std::nullopt;
}

Outcome readPassphraseFile(const QCommandLineParser &parser, CertsOptions &options)
{
    options.passphraseFile = parser.value(QStringLiteral("pass-file"));
    if (parser.isSet(QStringLiteral("pass-file")) && options.passphraseFile.isEmpty())
        return refuse(QStringLiteral("--pass-file"), options.passphraseFile,
                      QCoreApplication::translate("CommandLine", "the path of a file"));
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
    if (purpose == u"client")
        options.purpose = ChainPurpose::TlsClient;
    else if (purpose == u"any")
        options.purpose = ChainPurpose::Any;
    else if (purpose != u"server" && parser.isSet(QStringLiteral("purpose")))
        return refuse(QStringLiteral("--purpose"), purpose, QStringLiteral("server, client, any"));
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
    if (action != CertsOptions::Action::List && action != CertsOptions::Action::Create
        && action != CertsOptions::Action::Remove)
        parser.addOption({QStringLiteral("pass-file"), {}, QStringLiteral("FILE")});
    if (action == CertsOptions::Action::Show)
        parser.addOptions({QCommandLineOption(QStringLiteral("details")), QCommandLineOption(QStringLiteral("asn1"))});
    if (action == CertsOptions::Action::Export) {
        parser.addOption({QStringLiteral("as"), {}, QStringLiteral("FORMAT")});
        parser.addOption({QStringLiteral("out"), {}, QStringLiteral("FILE")});
        parser.addOption(QCommandLineOption(QStringLiteral("force")));
    }
    if (action == CertsOptions::Action::Find)
        parser.addOption({QStringLiteral("in"), {}, QStringLiteral("PATH")});
    if (action == CertsOptions::Action::Create)
        addCreateOptions(parser);
    if (action == CertsOptions::Action::Verify)
        addVerifyOptions(parser);
}

Outcome readAction(const QCommandLineParser &parser, const QDateTime &now, CertsOptions &options)
{
    const QStringList words = parser.positionalArguments();
    switch (options.action) {
    case CertsOptions::Action::Help:
        return {};
    case CertsOptions::Action::List:
        if (!words.isEmpty())
            return wrong(QCoreApplication::translate("CommandLine", "certs list takes no '%1'; certs show does.")
                             .arg(words.first()));
        return {};
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
        return readCreate(parser, words, now, options);
    case CertsOptions::Action::Import:
        if (words.isEmpty())
            return wrong(QCoreApplication::translate("CommandLine", "certs import needs a file."));
        options.files = words;
        return readPassphraseFile(parser, options);
    case CertsOptions::Action::Remove:
        if (words.isEmpty())
            return wrong(QCoreApplication::translate(
                "CommandLine", "certs remove needs the thumbprint or name of a certificate of the store."));
        options.items = words;
        return {};
    case CertsOptions::Action::Export:
        return readExport(parser, words, options);
    }
    Q_UNREACHABLE();
}

} // namespace

std::expected<CertsOptions, UsageError> parseCertsOptions(const QStringList &arguments, const QDateTime &now)
{
    CertsOptions options;
    const QString word = arguments.value(0);
    const auto action = actionOf(word);
    if (!action && (word == u"--help" || word == u"-h" || word == u"help"))
        return options;
    if (!action && word.isEmpty())
        return wrong(QCoreApplication::translate(
            "CommandLine",
            "Say what to do: list, show, find, create, import, export, remove, lint, verify or compare."));
    if (!action)
        return wrong(QCoreApplication::translate("CommandLine",
                                                 "certs does not know '%1': it knows list, show, find, create, "
                                                 "import, export, remove, lint, verify and compare.")
                         .arg(word));

    options.action = *action;
    QCommandLineParser parser;
    addFormat(parser);
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, {}});
    addOptionsOf(options.action, parser);
    if (!parser.parse(arguments)) // the action stands where it expects the program's name
        return wrong(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        return CertsOptions{};
    if (const Outcome read = readFormat(parser, options); !read)
        return std::unexpected(read.error());
    if (const Outcome read = readAction(parser, now, options); !read)
        return std::unexpected(read.error());
    return options;
}

} // namespace sealport
