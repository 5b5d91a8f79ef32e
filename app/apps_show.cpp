#include "app/apps_actions.h"

#include "app/error_json.h"
#include "model/certificates/display_text.h"
#include "model/certificates/thumbprint.h"
#include "model/sockets/application_certificates.h"
#include "model/sockets/certificate_use.h"
#include "model/sockets/profile_store.h"
#include "model/text/application_text.h"
#include "model/text/error_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace sealport {

namespace {

struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString trustName(const ApplicationDefinition &application)
{
    if (!application.trusted)
        return QStringLiteral("system");
    return application.trusted->empty() ? QStringLiteral("none") : QStringLiteral("list");
}

QString hex(const QByteArray &octets)
{
    return formatThumbprint(octets, ThumbprintFormat::Plain);
}

JsonLine applicationJson(const ApplicationDefinition &application, const ApplicationSurroundings &around)
{
    std::vector<JsonLine> certificates;
    for (const AssignedCertificate &assigned : application.certificates) {
        const StoredCertificate *stored = findStored(assigned, around.certificates);
        JsonLine one;
        one.text("name", assigned.name)
            .text("sha256", hex(assigned.sha256))
            .boolean("inStore", stored != nullptr)
            .boolean("hasKey", stored != nullptr && stored->hasKey)
            .textOrNull("notAfter",
                        stored != nullptr ? stored->certificate.notAfter().toUTC().toString(Qt::ISODate) : QString());
        certificates.push_back(std::move(one));
    }
    std::vector<JsonLine> trusted;
    for (const Certificate &authority : application.trusted.value_or(std::vector<Certificate>())) {
        JsonLine one;
        trusted.push_back(one.text("subject", authority.subject()).text("sha256", hex(authority.sha256())));
    }
    JsonLine line;
    return line.text("id", application.id)
        .text("type", applicationTypeName(application.type))
        .text("description", application.description)
        .objects("certificates", certificates)
        .text("trust", trustName(application))
        .objects("trusted", trusted)
        .texts("servers", serversOf(application.id, around.servers));
}

QString certificateText(const AssignedCertificate &assigned, const StoredCertificate *stored)
{
    const QString name = displayText(assigned.name);
    if (stored == nullptr)
        return CommandLine::tr("%1, SHA-256 %2, not in your store any more").arg(name, hex(assigned.sha256));
    const QString end = stored->certificate.notAfter().date().toString(Qt::ISODate);
    const QString thumbprint = formatThumbprint(stored->certificate.sha1(), ThumbprintFormat::Windows);
    return (stored->hasKey ? CommandLine::tr("%1, SHA-1 %2, valid until %3")
                           : CommandLine::tr("%1, SHA-1 %2, valid until %3, without its private key"))
        .arg(name, thumbprint, end);
}

QString trustText(const ApplicationDefinition &application)
{
    if (!application.trusted)
        return CommandLine::tr("the authorities of the system");
    QStringList names;
    for (const Certificate &authority : *application.trusted)
        names.append(displayText(authority.name()));
    return names.isEmpty() ? CommandLine::tr("nobody") : names.join(QStringLiteral(", "));
}

} // namespace

ApplicationSurroundings surroundingsIn(const DataFolder &folder)
{
    return {.certificates = CertificateStore(folder.certificates()).list().certificates,
            .servers = readProfiles(folder.profiles()).profiles};
}

void printApplication(const ApplicationDefinition &application, const ApplicationSurroundings &around,
                      CertsOutput &output, const QString &note)
{
    if (output.isJson())
        return output.object(applicationJson(application, around));
    if (!note.isEmpty())
        output.lines({note});
    output.lines({application.id % QStringLiteral(" (") % applicationTypeLabel(application.type) % u')'});
    output.field(CommandLine::tr("description"), displayText(application.description));
    for (const AssignedCertificate &assigned : application.certificates)
        output.field(CommandLine::tr("certificate"),
                     certificateText(assigned, findStored(assigned, around.certificates)));
    if (application.certificates.empty())
        output.field(CommandLine::tr("certificate"), CommandLine::tr("none"));
    output.field(CommandLine::tr("trusts"), trustText(application));
    QStringList servers = serversOf(application.id, around.servers);
    std::ranges::transform(servers, servers.begin(), displayText);
    output.field(CommandLine::tr("servers"), servers.join(QStringLiteral(", ")));
    output.lines({});
}

void failAbout(const QString &application, const Error &error, CertsOutput &output)
{
    JsonLine line;
    output.object(line.text("application", application).object("error", errorObject(error)));
    output.warn(describe(error));
    output.setFailed();
}

void listApplications(const DataFolder &folder, CertsOutput &output)
{
    const ApplicationStore store = folder.applications();
    const ApplicationStore::Listing listing = store.list();
    const ApplicationSurroundings around = surroundingsIn(folder);
    for (const ApplicationDefinition &application : listing.applications)
        printApplication(application, around, output);
    for (const Error &problem : listing.problems) {
        if (problem.subject == store.file())
            output.fail(problem.subject, problem);
        else
            failAbout(problem.subject, problem, output);
    }
    if (listing.applications.empty() && listing.problems.empty() && !output.isJson())
        output.warn(CommandLine::tr(
            "No application is defined yet. Define one: sealport apps define ACME_ORDERS_SERVER --type server"));
}

void showApplication(const AppsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    const auto application = folder.applications().find(options.id);
    if (!application)
        return failAbout(options.id, application.error(), output);
    printApplication(*application, surroundingsIn(folder), output);
}

} // namespace sealport
