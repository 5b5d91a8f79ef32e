#include "app/serve_options.h"

#include "app/describing_option.h"

#include "model/text/error_text.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <vector>

namespace sealport {

namespace {

/// The context of this file's translatable texts.
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

std::expected<double, UsageError> secondsOf(const QString &option, const QString &value)
{
    bool isNumber = false;
    const double seconds = value.toDouble(&isNumber);
    if (!isNumber || value != value.trimmed() || !(seconds >= 0) || seconds > 2'147'483)
        return std::unexpected(refuseOption(option, value, CommandLine::tr("a number of seconds")).error());
    return seconds;
}

std::chrono::milliseconds toMilliseconds(double seconds)
{
    const std::chrono::milliseconds rounded(std::llround(seconds * 1000));
    return seconds > 0 ? std::max(rounded, std::chrono::milliseconds(1)) : rounded; // 0 means something else
}

std::vector<DescribingOption> basicOptions()
{
    return {
        {"port", "N", QT_TRANSLATE_NOOP("CommandLine", "Port, 5000 to 65000; 0 lets the system choose (default 5043)."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             const auto port = wholeNumber(QStringLiteral("--port"), value, 0, 65535);
             if (!port)
                 return std::unexpected(port.error());
             profile.port = static_cast<quint16>(*port);
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.port = from.port; }},
        {"any-port", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Allow every port from 1 to 65535."),
         [](ServerProfile &profile, const QString &) -> OptionOutcome {
             profile.anyPort = true;
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.anyPort = from.anyPort; }},
        {"cert", "ID",
         QT_TRANSLATE_NOOP("CommandLine", "Certificate of the store: thumbprint, name or application id, see --by."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             return readWord(QStringLiteral("--cert"), value,
                             CommandLine::tr("a thumbprint, a name or an application id"), profile.certificate.id);
         },
         [](const ServerProfile &from, ServerProfile &to) {
             to.certificate = {.by = from.certificate.by, .id = from.certificate.id};
         }},
        {"by", "hash|name|app",
         QT_TRANSLATE_NOOP("CommandLine", "What --cert is (default: name; a full thumbprint is recognised by itself)."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             if (value == u"hash")
                 profile.certificate.by = IdentifyBy::Thumbprint;
             else if (value == u"name")
                 profile.certificate.by = IdentifyBy::Name;
             else if (value == u"app")
                 profile.certificate.by = IdentifyBy::Application;
             else
                 return refuseOption(QStringLiteral("--by"), value, QStringLiteral("hash, name, app"));
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.certificate.by = from.certificate.by; }},
        {"cert-file", QT_TRANSLATE_NOOP("CommandLine", "FILE"),
         QT_TRANSLATE_NOOP(
             "CommandLine",
             "Certificate straight from a PEM, DER or PKCS#12 file, an NSS database, or a token (pkcs11: URI)."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             return readWord(QStringLiteral("--cert-file"), value, CommandLine::tr("the path of a file"),
                             profile.certificate.file);
         },
         [](const ServerProfile &from, ServerProfile &to) {
             const CertificateReference &given = from.certificate;
             to.certificate.file = given.file;
             to.certificate.keyFile = given.keyFile;
             to.certificate.chainFile = given.chainFile;
         }},
        {"key-file", QT_TRANSLATE_NOOP("CommandLine", "FILE"),
         QT_TRANSLATE_NOOP("CommandLine", "Its private key, when it is not in the same file."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             return readWord(QStringLiteral("--key-file"), value, CommandLine::tr("the path of a file"),
                             profile.certificate.keyFile);
         },
         [](const ServerProfile &from, ServerProfile &to) { to.certificate.keyFile = from.certificate.keyFile; }},
        {"chain-file", QT_TRANSLATE_NOOP("CommandLine", "FILE"),
         QT_TRANSLATE_NOOP("CommandLine", "The issuers' certificates, sent after it."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             return readWord(QStringLiteral("--chain-file"), value, CommandLine::tr("the path of a file"),
                             profile.certificate.chainFile);
         },
         [](const ServerProfile &from, ServerProfile &to) { to.certificate.chainFile = from.certificate.chainFile; }},
        {"plain", nullptr, QT_TRANSLATE_NOOP("CommandLine", "No TLS: plain TCP, and no certificate."),
         [](ServerProfile &profile, const QString &) -> OptionOutcome {
             profile.opening = Opening::plain();
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.opening = from.opening; }},
        {"starttls", QT_TRANSLATE_NOOP("CommandLine", "PROTOCOL"),
         QT_TRANSLATE_NOOP("CommandLine",
                           "Begin in smtp, imap, pop3, ftp, ldap or postgres, and with TLS when the client asks; "
                           "inside TLS the protocol goes on, unless --reply says otherwise."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             const std::optional<PlainProtocol> protocol = plainProtocolOf(value.toLower());
             if (!protocol)
                 return refuseOption(QStringLiteral("--starttls"), value,
                                     QStringLiteral("smtp, imap, pop3, ftp, ldap, postgres"));
             profile.opening = Opening::startTls(*protocol);
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.opening = from.opening; }},
        {"protocols", QT_TRANSLATE_NOOP("CommandLine", "LIST"),
         QT_TRANSLATE_NOOP("CommandLine", "ssl2,ssl3,tls1,tls1.1,tls1.2,tls1.3, or modern = tls1.2,tls1.3 (default "
                                          "tls1,tls1.1,tls1.2, as SocketCréeSSL)."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             if (value.split(u',').contains(QString()))
                 return refuseOption(QStringLiteral("--protocols"), value,
                                     QStringLiteral("ssl2, ssl3, tls1, tls1.1, tls1.2, tls1.3, modern"));
             const Result<ProtocolSet> protocols = parseProtocols(value);
             if (!protocols)
                 return std::unexpected(UsageError{describe(protocols.error())});
             profile.protocols = *protocols;
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.protocols = from.protocols; }},
        {"address", "A", QT_TRANSLATE_NOOP("CommandLine", "IP address or host name to listen on (default 127.0.0.1)."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             profile.address = value;
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.address = from.address; }},
        {"unique-address", nullptr,
         QT_TRANSLATE_NOOP("CommandLine", "Do not share the address with another server (SocketAdresseUnique)."),
         [](ServerProfile &profile, const QString &) -> OptionOutcome {
             profile.addressUse = AddressUse::Unique;
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.addressUse = from.addressUse; }},
        {"reply", QT_TRANSLATE_NOOP("CommandLine", "MODE"),
         QT_TRANSLATE_NOOP(
             "CommandLine",
             "echo (default), discard, http, page, text:STRING, file:PATH (a file or a folder over HTTP), "
             "dialogue:FILE (a script) or protocol (default with --starttls)."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             const Result<ReplySpec> reply = ReplySpec::parse(value);
             if (!reply)
                 return std::unexpected(UsageError{describe(reply.error())});
             profile.reply = *reply;
             QString &path = profile.reply.path;
             if (path.startsWith(u"~/")) // behind a colon the shell leaves it as it is
                 path.replace(0, 1, QDir::homePath());
             if (!path.isEmpty()) // one that is stored must be found from everywhere
                 path = QFileInfo(path).absoluteFilePath();
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.reply = from.reply; }},
        {"handshake-timeout", QT_TRANSLATE_NOOP("CommandLine", "SECONDS"),
         QT_TRANSLATE_NOOP("CommandLine",
                           "Time for a handshake, and for what is said before --starttls: 0.1 to 3600 (default 10), "
                           "or 0 for ever."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             const auto seconds = secondsOf(QStringLiteral("--handshake-timeout"), value);
             if (!seconds)
                 return std::unexpected(seconds.error());
             profile.limits.handshakeTimeout = toMilliseconds(*seconds);
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) {
             to.limits.handshakeTimeout = from.limits.handshakeTimeout;
         }},
        {"idle-timeout", QT_TRANSLATE_NOOP("CommandLine", "SECONDS"),
         QT_TRANSLATE_NOOP("CommandLine",
                           "Close a connection without traffic: 0.1 to 86400, or 0 for never (default)."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             const auto seconds = secondsOf(QStringLiteral("--idle-timeout"), value);
             if (!seconds)
                 return std::unexpected(seconds.error());
             profile.limits.idleTimeout = toMilliseconds(*seconds);
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.limits.idleTimeout = from.limits.idleTimeout; }},
        {"max-connections", "N", QT_TRANSLATE_NOOP("CommandLine", "Most connections at a time (default 10000)."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             const auto number = wholeNumber(QStringLiteral("--max-connections"), value, 1, 100'000);
             if (!number)
                 return std::unexpected(number.error());
             profile.limits.maxConnections = static_cast<int>(*number);
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.limits.maxConnections = from.limits.maxConnections; }},
    };
}

const std::vector<DescribingOption> &describingOptions()
{
    static const std::vector<DescribingOption> options = [] {
        std::vector<DescribingOption> all = basicOptions();
        all.insert(all.end(), tlsOptions().begin(), tlsOptions().end());
        return all;
    }();
    return options;
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        CommandLine::tr("Runs a stored server, or one that the options describe, until Ctrl+C."));
    parser.addPositionalArgument(QStringLiteral("name"),
                                 CommandLine::tr("Name of a stored server; the first one when nothing is said."),
                                 QStringLiteral("[NAME]"));
    for (const DescribingOption &option : describingOptions()) {
        QCommandLineOption added(QString::fromLatin1(option.name), CommandLine::tr(option.help));
        if (option.valueName)
            added.setValueName(CommandLine::tr(option.valueName));
        parser.addOption(added);
    }
    parser.addOption({QStringLiteral("pass-file"),
                      CommandLine::tr("Its first line is the pass phrase or PIN of the key; - for standard input."),
                      CommandLine::tr("FILE")});
    parser.addOption(
        {QStringLiteral("for"), CommandLine::tr("Stop after so many seconds."), CommandLine::tr("SECONDS")});
    parser.addOption(
        {QStringLiteral("count"), CommandLine::tr("Stop after so many connections have ended."), QStringLiteral("N")});
    parser.addOption({QStringLiteral("format"), CommandLine::tr("text (default), or json: one object a line."),
                      QStringLiteral("text|json")});
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, CommandLine::tr("Shows this help.")});
}

OptionOutcome applyRunOptions(const QCommandLineParser &parser, ServeOptions &options)
{
    if (parser.isSet(QStringLiteral("for"))) {
        const auto seconds = secondsOf(QStringLiteral("--for"), parser.value(QStringLiteral("for")));
        if (!seconds)
            return std::unexpected(seconds.error());
        options.stopAfter = std::max(toMilliseconds(*seconds), std::chrono::milliseconds(1)); // 0: at once
    }
    if (parser.isSet(QStringLiteral("count"))) {
        const auto number =
            wholeNumber(QStringLiteral("--count"), parser.value(QStringLiteral("count")), 1, 1'000'000'000);
        if (!number)
            return std::unexpected(number.error());
        options.stopAfterCount = *number;
    }
    const QString format =
        parser.isSet(QStringLiteral("format")) ? parser.value(QStringLiteral("format")) : QStringLiteral("text");
    if (format != u"text" && format != u"json")
        return refuseOption(QStringLiteral("--format"), format, QStringLiteral("text, json"));
    options.format = format == u"json" ? OutputFormat::Json : OutputFormat::Text;
    return {};
}

/// True for what has no meaning without TLS. What is plain can be captured too.
bool isAboutTls(const QString &option)
{
    static const QStringList basic{QStringLiteral("cert"),       QStringLiteral("by"),
                                   QStringLiteral("cert-file"),  QStringLiteral("key-file"),
                                   QStringLiteral("chain-file"), QStringLiteral("protocols")};
    if (option.contains(QLatin1String("capture")))
        return false;
    return basic.contains(option) || std::ranges::any_of(tlsOptions(), [&option](const DescribingOption &one) {
               return option == QLatin1String(one.name);
           });
}

} // namespace

OptionOutcome refuseOption(const QString &option, const QString &value, const QString &allowed)
{
    return std::unexpected(
        UsageError{CommandLine::tr("%1 does not take '%2': it takes %3.").arg(option, value, allowed)});
}

std::expected<std::uint64_t, UsageError> wholeNumber(const QString &option, const QString &value, std::uint64_t lowest,
                                                     std::uint64_t highest)
{
    bool isNumber = false;
    const std::uint64_t number = value.toULongLong(&isNumber);
    if (!isNumber || value != value.trimmed() || number < lowest || number > highest)
        return std::unexpected(
            refuseOption(option, value, CommandLine::tr("a whole number from %1 to %2").arg(lowest).arg(highest))
                .error());
    return number;
}

OptionOutcome readWord(const QString &option, const QString &value, const QString &allowed, QString &word)
{
    if (value.trimmed().isEmpty())
        return refuseOption(option, value, allowed);
    word = value;
    return {};
}

std::expected<ServeOptions, UsageError> parseServeOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QStringList{QStringLiteral("sealport serve")} + arguments))
        return std::unexpected(UsageError{parser.errorText()});
    ServeOptions options;
    options.isHelpWanted = parser.isSet(QStringLiteral("help"));
    if (parser.positionalArguments().size() > 1)
        return std::unexpected(UsageError{CommandLine::tr("Only one server at a time: '%1' is one too many.")
                                              .arg(parser.positionalArguments().at(1))});
    options.name = parser.positionalArguments().value(0);
    if (options.name.isEmpty() && !parser.positionalArguments().isEmpty())
        return std::unexpected(UsageError{CommandLine::tr("The name of the server is empty.")});
    for (const DescribingOption &option : describingOptions()) {
        const QString name = QString::fromLatin1(option.name);
        if (!parser.isSet(name))
            continue;
        options.given.append(name);
        const QStringList values = option.valueName ? parser.values(name) : QStringList(QString());
        for (const QString &value : values)
            if (const OptionOutcome applied = option.apply(options.described, value); !applied)
                return std::unexpected(applied.error());
    }
    if (parser.isSet(QStringLiteral("pass-file"))) {
        const OptionOutcome read = readWord(QStringLiteral("--pass-file"), parser.value(QStringLiteral("pass-file")),
                                            CommandLine::tr("the path of a file"), options.passphraseFile);
        if (!read)
            return std::unexpected(read.error());
    }
    options.describesServer = !options.given.isEmpty();
    const bool isPlain = options.given.contains(QStringLiteral("plain"));
    options.describesCertificate = isPlain || options.given.contains(QStringLiteral("cert"))
                                   || options.given.contains(QStringLiteral("cert-file"));
    const bool hasFileParts =
        options.given.contains(QStringLiteral("key-file")) || options.given.contains(QStringLiteral("chain-file"));
    if (hasFileParts && !options.given.contains(QStringLiteral("cert-file")))
        return std::unexpected(UsageError{CommandLine::tr("--key-file and --chain-file need --cert-file.")});
    if (options.given.contains(QStringLiteral("cert")) && options.given.contains(QStringLiteral("cert-file")))
        return std::unexpected(UsageError{CommandLine::tr("--cert and --cert-file exclude each other.")});
    if (isPlain && options.given.contains(QStringLiteral("starttls")))
        return std::unexpected(UsageError{CommandLine::tr("--plain and --starttls exclude each other.")});
    if (options.given.contains(QStringLiteral("by")) && !options.given.contains(QStringLiteral("cert")))
        return std::unexpected(UsageError{CommandLine::tr("--by says what --cert is: it needs --cert.")});
    if (const OptionOutcome run = applyRunOptions(parser, options); !run)
        return std::unexpected(run.error());
    if (!options.name.isEmpty())
        return options; // what was stored under that name decides too: see wrongWith()
    if (const auto wrong = wrongWith(ServerProfile{}, options))
        return std::unexpected(*wrong);
    return options;
}

QString serveHelp()
{
    QCommandLineParser parser;
    addOptions(parser);
    const QString text = parser.helpText();
    return CommandLine::tr("Usage: sealport serve [NAME] [options]") + text.mid(text.indexOf(u'\n'));
}

std::optional<UsageError> wrongWith(const ServerProfile &stored, const ServeOptions &options)
{
    const ServerProfile profile = withOverrides(stored, options);
    const auto useless = std::ranges::find_if(options.given, isAboutTls);
    if (!profile.opening.mayBecomeTls() && useless != options.given.end())
        return UsageError{CommandLine::tr("--%1 is about TLS, and this server is plain: it does without TLS. Leave the "
                                          "option out, or use --starttls.")
                              .arg(*useless)};
    if (options.given.contains(QStringLiteral("no-capture-secrets")) && profile.tls.capture.isEmpty())
        return UsageError{CommandLine::tr("--no-capture-secrets says what a capture holds: it needs --capture.")};
    const std::vector<Error> before = validate(stored);
    for (const Error &error : validate(profile))
        if (std::ranges::find(before, error) == before.end())
            return UsageError{describe(error)};
    return std::nullopt;
}

ServerProfile withOverrides(const ServerProfile &stored, const ServeOptions &options)
{
    ServerProfile profile = stored;
    for (const DescribingOption &option : describingOptions())
        if (options.given.contains(QString::fromLatin1(option.name)))
            option.carry(options.described, profile);
    const bool isOpeningGiven =
        options.given.contains(QStringLiteral("starttls")) || options.given.contains(QStringLiteral("plain"));
    if (isOpeningGiven && !options.given.contains(QStringLiteral("reply")))
        followOpening(profile);
    return profile;
}

} // namespace sealport
