#include "app/certs_option_readers.h"
#include "model/text/error_text.h"

#include <QCoreApplication>

#include <array>

namespace sealport {

namespace {

using Action = CertsOptions::Action;

constexpr int mostDays = 3'000'000; // the year 9999 is not further away than that

void addValues(QCommandLineParser &parser, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        parser.addOption({QString::fromLatin1(name), {}, QStringLiteral("VALUE")});
}

std::expected<int, UsageError> wholeNumber(const QString &option, const QString &value, int least, int most)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (!isNumber || value != value.trimmed() || number < least || number > most)
        return refuse(option, value,
                      QCoreApplication::translate("CommandLine", "a whole number from %1 to %2").arg(least).arg(most));
    return number;
}

/// What is not given stays invalid.
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
    } else if (parser.isSet(days)) {
        const auto count = wholeNumber(QStringLiteral("--days"), parser.value(days), 1, mostDays);
        if (!count)
            return std::unexpected(count.error());
        options.notAfter = endAfter(options.notBefore, *count);
    }
    return {};
}

Outcome readTemplate(const QCommandLineParser &parser, CertsOptions &options)
{
    const QString name = parser.value(QStringLiteral("template"));
    const auto kind = certificateTemplateNamed(name);
    if (!parser.isSet(QStringLiteral("template"))) {
        options.spec.isCa = parser.isSet(QStringLiteral("ca"));
        return {};
    }
    if (parser.isSet(QStringLiteral("ca")))
        return wrong(QCoreApplication::translate("CommandLine", "--ca and --template exclude each other."));
    if (!kind)
        return refuse(QStringLiteral("--template"), name,
                      QStringLiteral("root-ca, intermediate, server, client, server-client"));
    if (kind == CertificateTemplate::IntermediateCa && options.issuer.isEmpty() && !options.isRequest)
        return wrong(QCoreApplication::translate(
            "CommandLine", "An intermediate authority is signed by another one: name it with --issuer."));
    if (kind == CertificateTemplate::RootCa && !options.issuer.isEmpty())
        return wrong(QCoreApplication::translate(
            "CommandLine", "A root signs itself: leave --issuer out, or use --template intermediate."));
    options.spec = specOf(*kind);
    return {};
}

Outcome readExtensions(const QCommandLineParser &parser, CertsOptions &options)
{
    if (const Outcome read = readTemplate(parser, options); !read)
        return read;
    if (parser.isSet(QStringLiteral("path-length"))) {
        constexpr int longestPath = 255;
        const auto length =
            wholeNumber(QStringLiteral("--path-length"), parser.value(QStringLiteral("path-length")), 0, longestPath);
        if (!length)
            return std::unexpected(length.error());
        options.spec.pathLength = *length;
    }
    options.spec.revocationListUrl = parser.value(QStringLiteral("crl"));
    options.spec.ocspUrl = parser.value(QStringLiteral("ocsp"));
    options.spec.issuerUrl = parser.value(QStringLiteral("ca-issuers"));
    return {};
}

Outcome readIssuer(const QCommandLineParser &parser, CertsOptions &options)
{
    options.issuer = parser.value(QStringLiteral("issuer"));
    if (parser.isSet(QStringLiteral("issuer")) && options.issuer.trimmed().isEmpty())
        return refuse(QStringLiteral("--issuer"), options.issuer,
                      QCoreApplication::translate("CommandLine", "a thumbprint or a name"));
    return {};
}

Outcome readIssuerPassphraseFile(const QCommandLineParser &parser, CertsOptions &options)
{
    return readFileOption(parser, QStringLiteral("issuer-pass-file"), options.issuerPassphraseFile);
}

Outcome readPlaces(const QCommandLineParser &parser, CertsOptions &options)
{
    options.folder = parser.value(QStringLiteral("out"));
    if (parser.isSet(QStringLiteral("out")) && options.folder.isEmpty())
        return refuse(QStringLiteral("--out"), options.folder,
                      QCoreApplication::translate("CommandLine", "the path of a folder"));
    return readIssuer(parser, options);
}

Outcome readRequest(const QCommandLineParser &parser, CertsOptions &options)
{
    options.isRequest = parser.isSet(QStringLiteral("request"));
    for (const char *name : {"issuer", "issuer-pass-file", "days", "from", "to", "crl", "ocsp", "ca-issuers"})
        if (options.isRequest && parser.isSet(QString::fromLatin1(name)))
            return wrong(
                QCoreApplication::translate(
                    "CommandLine", "--request and --%1 exclude each other: who signs the request decides that.")
                    .arg(QString::fromLatin1(name)));
    return {};
}

void readAlternativeNames(const QCommandLineParser &parser, CertsOptions &options)
{
    if (!parser.isSet(QStringLiteral("san")))
        return;
    options.alternatives.emplace();
    for (const QString &list : parser.values(QStringLiteral("san")))
        for (const QString &name : list.split(u',', Qt::SkipEmptyParts))
            options.alternatives->append(name.trimmed());
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
    if (const Outcome read = readIssuerPassphraseFile(parser, options); !read)
        return read;
    if (const Outcome read = readRequest(parser, options); !read)
        return read;
    if (const Outcome read = readPlaces(parser, options); !read)
        return read;
    if (const Outcome read = readExtensions(parser, options); !read)
        return read;
    readAlternativeNames(parser, options);
    if (parser.isSet(QStringLiteral("subject"))) {
        const auto fields = parseSubjectFields(parser.value(QStringLiteral("subject")));
        if (!fields)
            return wrong(describe(fields.error()));
        options.spec.subjectFields = *fields;
    }
    if (parser.isSet(QStringLiteral("key"))) {
        const auto kind = KeyKind::parse(parser.value(QStringLiteral("key")));
        if (!kind)
            return wrong(describe(kind.error()));
        options.key = *kind;
    }
    return readValidity(parser, now, options);
}

Outcome readSign(const QCommandLineParser &parser, const QStringList &words, const QDateTime &now,
                 CertsOptions &options)
{
    if (words.size() != 1)
        return wrong(QCoreApplication::translate("CommandLine", "certs sign needs one file of a certificate request."));
    options.name = words.first();
    if (const Outcome read = readPlaces(parser, options); !read)
        return read;
    if (options.issuer.isEmpty())
        return wrong(QCoreApplication::translate("CommandLine", "certs sign needs --issuer: who signs the request."));
    readAlternativeNames(parser, options);
    if (const Outcome read = readExtensions(parser, options); !read)
        return read;
    return readValidity(parser, now, options);
}

Outcome readRenew(const QCommandLineParser &parser, const QStringList &words, const QDateTime &now,
                  CertsOptions &options)
{
    if (words.isEmpty())
        return wrong(QCoreApplication::translate(
            "CommandLine", "certs renew needs the thumbprint or name of a certificate of the store."));
    options.name = words.join(u' '); // nobody quotes what Windows shows with spaces
    options.hasNewKey = parser.isSet(QStringLiteral("new-key"));
    options.isReassigned = parser.isSet(QStringLiteral("reassign"));
    if (const Outcome read = readIssuerPassphraseFile(parser, options); !read)
        return read;
    return readValidity(parser, now, options);
}

Outcome readRevoke(const QCommandLineParser &parser, const QStringList &words, const QDateTime &now,
                   CertsOptions &options)
{
    constexpr int usualDays = 30;
    options.items = words;
    if (const Outcome read = readIssuer(parser, options); !read)
        return read;
    if (words.isEmpty() && options.issuer.isEmpty())
        return wrong(QCoreApplication::translate(
            "CommandLine", "certs revoke needs a certificate of the store, or --issuer alone to renew its list."));
    const QString name = parser.value(QStringLiteral("reason"));
    options.liftsHold = parser.isSet(QStringLiteral("lift-hold"));
    if (options.liftsHold && words.isEmpty())
        return wrong(QCoreApplication::translate("CommandLine", "--lift-hold needs a certificate of the store."));
    if (options.liftsHold && parser.isSet(QStringLiteral("reason")))
        return wrong(QCoreApplication::translate("CommandLine", "--lift-hold and --reason exclude each other."));
    if (parser.isSet(QStringLiteral("reason"))) {
        const auto reason = revocationReasonNamed(name);
        if (!reason)
            return refuse(QStringLiteral("--reason"), name, revocationReasonNames().join(QStringLiteral(", ")));
        options.reason = *reason;
    }
    options.notBefore = now;
    options.notAfter = now.addDays(usualDays);
    if (parser.isSet(QStringLiteral("days"))) {
        const auto count = wholeNumber(QStringLiteral("--days"), parser.value(QStringLiteral("days")), 1, mostDays);
        if (!count)
            return std::unexpected(count.error());
        options.notAfter = now.addDays(*count);
    }
    return {};
}

} // namespace

bool makes(Action action)
{
    return action == Action::Create || action == Action::Sign || action == Action::Renew || action == Action::Revoke;
}

void addMakingOptions(Action action, QCommandLineParser &parser)
{
    if (action == Action::Create || action == Action::Sign)
        addValues(parser,
                  {"from", "to", "issuer", "out", "template", "path-length", "crl", "ocsp", "ca-issuers", "san"});
    if (action == Action::Create || action == Action::Sign)
        parser.addOption(QCommandLineOption(QStringLiteral("ca")));
    if (action == Action::Create) {
        addValues(parser, {"key", "subject"});
        parser.addOption(QCommandLineOption(QStringLiteral("request")));
    }
    if (action == Action::Renew) {
        addValues(parser, {"from", "to"});
        parser.addOptions(
            {QCommandLineOption(QStringLiteral("new-key")), QCommandLineOption(QStringLiteral("reassign"))});
    }
    if (action == Action::Create || action == Action::Renew)
        addValues(parser, {"issuer-pass-file"});
    if (action == Action::Revoke)
        addValues(parser, {"issuer", "reason"});
    if (action == Action::Revoke)
        parser.addOption(QCommandLineOption(QStringLiteral("lift-hold")));
    if (makes(action))
        addValues(parser, {"days"});
}

Outcome readMaking(const QCommandLineParser &parser, const QStringList &words, const QDateTime &now,
                   CertsOptions &options)
{
    if (const Outcome read = readPassphraseFile(parser, options); !read)
        return read;
    switch (options.action) {
    case Action::Create:
        return readCreate(parser, words, now, options);
    case Action::Sign:
        return readSign(parser, words, now, options);
    case Action::Renew:
        return readRenew(parser, words, now, options);
    default:
        return readRevoke(parser, words, now, options);
    }
}

} // namespace sealport
