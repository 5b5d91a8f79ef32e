#include "app/certs_options.h"

#include "model/text/error_text.h"

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
        return wrong(
            QCoreApplication::translate("CommandLine", "Say what to do: list, show, find, create, import or export."));
    if (!action)
        return wrong(QCoreApplication::translate("CommandLine",
                                                 "certs does not know '%1': it knows list, show, find, create, "
                                                 "import and export.")
                         .arg(word));

    options.action = *action;
    QCommandLineParser parser;
    addFormat(parser);
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, {}});
    if (options.action != CertsOptions::Action::List && options.action != CertsOptions::Action::Create)
        parser.addOption({QStringLiteral("pass-file"), {}, QStringLiteral("FILE")});
    if (options.action == CertsOptions::Action::Export) {
        parser.addOption({QStringLiteral("as"), {}, QStringLiteral("FORMAT")});
        parser.addOption({QStringLiteral("out"), {}, QStringLiteral("FILE")});
        parser.addOption(QCommandLineOption(QStringLiteral("force")));
    }
    if (options.action == CertsOptions::Action::Find)
        parser.addOption({QStringLiteral("in"), {}, QStringLiteral("PATH")});
    if (options.action == CertsOptions::Action::Create)
        addCreateOptions(parser);
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

QString certsHelp()
{
    return QCoreApplication::translate(
        "CommandLine",
        "sealport certs list\n"
        "    The certificates of your store.\n"
        "sealport certs show THUMBPRINT|NAME|FILE|FOLDER…\n"
        "    Everything about certificates of the store, of files (PEM, DER, PKCS#7, PKCS#12, Java keystores) and of "
        "folders;\n"
        "    certificate requests and revocation lists in files, too.\n"
        "    --pass-file FILE   its first line is the pass phrase; - for standard input\n"
        "sealport certs find THUMBPRINT\n"
        "    The certificates that have this thumbprint, under any algorithm and in any form; or what is wrong with "
        "it.\n"
        "    --in FILE|FOLDER   look there instead of in the store and the system's roots; may be repeated\n"
        "    --pass-file FILE   as above\n"
        "sealport certs create NAME\n"
        "    Makes a key and a certificate and puts both into the store.\n"
        "    --san LIST         alternative names: "
        "localhost,127.0.0.1,IP:::1,email:me@example.org,URI:https://example.org/\n"
        "                       (default: NAME, where it is a host name or an address; an empty list means none)\n"
        "    --key KIND         ec:P-256 (default), ec:P-384, ec:P-521, rsa:2048 … rsa:8192, ed25519, ed448\n"
        "    --days N           how long it is valid (default: 397, an authority 3650)\n"
        "    --from DATE --to DATE   the same by dates: 2027-01-31 or 2027-01-31T12:00:00Z\n"
        "    --ca               a certificate authority, which may sign others\n"
        "    --issuer ID        sign with this certificate of the store: thumbprint or name (default: signs itself)\n"
        "    --out FOLDER       put both files there instead of into the store\n"
        "sealport certs import FILE…\n"
        "    Puts the certificates of files into the store, with their keys. A key may come in a file of its own, and "
        "later\n"
        "    than its certificate.\n"
        "    --pass-file FILE   as above\n"
        "sealport certs export THUMBPRINT|NAME --out FILE\n"
        "    Writes a certificate of the store, reads it back and compares; an existing file is left alone.\n"
        "    --as FORMAT        pem (default), chain, pem-key, der, p7b, p12, p12-legacy, pubkey, ssh\n"
        "                       chain, pem-key, p7b, p12: with its issuers; pem-key, p12: with its private key;\n"
        "                       p12: AES-256 and SHA-256; p12-legacy: triple DES and SHA-1, for old devices\n"
        "    --out FILE         - is standard output; a private key is not written to a terminal\n"
        "    --pass-file FILE   protects the private key (p12 needs it, pem-key may have it)\n"
        "    --force            overwrite FILE\n"
        "\n"
        "    --format text|json json: one object a line\n"
        "\n"
        "Exit code: 0 done, 1 something failed (the reason is on standard error), 2 the command line is wrong.\n");
}

} // namespace sealport
