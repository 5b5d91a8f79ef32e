#include "model/text/application_text.h"

#include "model/certificates/display_text.h"
#include "model/certificates/thumbprint.h"
#include "model/sockets/application_certificates.h"

#include <QCoreApplication>

namespace sealport {

namespace {

/// What may have been meant: ids are written in capitals, with underscores between their parts.
QString correction(const QString &id)
{
    QString wanted = id.trimmed().toUpper();
    wanted.replace(u' ', u'_').replace(u'-', u'_');
    return wanted != id && checkApplicationId(wanted)
               ? QCoreApplication::translate("Error", "Did you mean %1?").arg(wanted)
               : QCoreApplication::translate("Error", "Correct it.");
}

QString invalidId(const QString &id, const QStringList &values)
{
    const QString kind = values.value(0);
    if (id.isEmpty())
        return QCoreApplication::translate("Error",
                                           "An application ID is missing. Write for example ACME_ORDERS_SERVER: "
                                           "capital letters, digits, periods and underscores.");
    if (kind == u"length")
        return QCoreApplication::translate(
                   "Error", "The application ID '%1' has %2 characters, and 100 is the most. Shorten it.")
            .arg(id, values.value(1));
    if (kind == u"reserved")
        return QCoreApplication::translate("Error", "'%1' cannot be an application ID: those that begin with QIBM are "
                                                    "IBM's own. Begin with the name of your company.")
            .arg(id);
    if (kind == u"character" && values.value(1) == u"1")
        return QCoreApplication::translate("Error",
                                           "'%1' cannot be an application ID: its first character is '%2', and "
                                           "must be a letter from A to Z. %3")
            .arg(id, values.value(2), correction(id));
    if (kind == u"character")
        return QCoreApplication::translate("Error", "'%1' cannot be an application ID: character %2 is '%3', and after "
                                                    "the first only A to Z, 0 to 9, the period and the underscore may "
                                                    "stand. %4")
            .arg(id, values.value(1), values.value(2), correction(id));
    return QCoreApplication::translate("Error", "'%1' cannot be an application ID. %2").arg(id, correction(id));
}

QString invalidApplication(const QString &id, const QStringList &values)
{
    if (values.value(0) == u"description" && values.size() >= 3)
        return QCoreApplication::translate(
                   "Error",
                   "The description of the application '%1' has %2 characters, and %3 is the most. Shorten it.")
            .arg(id, values.value(1), values.value(2));
    if (values.value(0) == u"id")
        return QCoreApplication::translate(
                   "Error", "The application '%1' stands several times in the file of the applications. The first one "
                            "counts; a copy of the file was kept.")
            .arg(id);
    return QCoreApplication::translate("Error",
                                       "The application '%1' has a value for %2 that cannot be used, so it was left "
                                       "out. A copy of its file was kept: correct it there.")
        .arg(id, values.value(0));
}

/// Of a namesake: "localhost (9d a4 84 fc …)".
QString withThumbprint(const StoredCertificate &stored)
{
    constexpr int shown = 11;
    return displayText(stored.certificate.name()) % QStringLiteral(" (")
           % formatThumbprint(stored.certificate.sha1(), ThumbprintFormat::Windows).left(shown) % QStringLiteral(" …)");
}

} // namespace

QString applicationError(ErrorCode code, const QString &subject, const QStringList &values)
{
    switch (code) {
    case ErrorCode::ApplicationNotRegistered:
        return QCoreApplication::translate(
                   "Error", "No application definition has the ID '%1'. Check the spelling, or define it.")
            .arg(subject);
    case ErrorCode::InvalidApplicationId:
        return invalidId(subject, values);
    case ErrorCode::InvalidApplication:
        return invalidApplication(subject, values);
    case ErrorCode::ApplicationTypeFixed:
        return (values.value(0) == applicationTypeName(ApplicationType::Client)
                    ? QCoreApplication::translate("Error",
                                                  "The application '%1' is one for clients, and that never changes. "
                                                  "Choose another ID, or remove it first.")
                    : QCoreApplication::translate("Error",
                                                  "The application '%1' is one for servers, and that never changes. "
                                                  "Choose another ID, or remove it first."))
            .arg(subject);
    case ErrorCode::ApplicationNotForServers:
        return QCoreApplication::translate("Error", "The application '%1' is one for clients, so no server can use it. "
                                                    "Name an application for servers.")
            .arg(subject);
    case ErrorCode::TooManyCertificates:
        return QCoreApplication::translate(
                   "Error", "The application '%1' would have %2 certificates, and %3 is the most. Leave some out.")
            .arg(subject, values.value(0), values.value(1));
    case ErrorCode::CertificateNotAssigned:
        return QCoreApplication::translate("Error", "The certificate '%2' is not assigned to the application '%1'. "
                                                    "Name one of those that are.")
            .arg(subject, values.value(0));
    case ErrorCode::NoCertificate:
        return QCoreApplication::translate("Error", "No certificate is assigned to the application '%1', and a server "
                                                    "cannot do without. Assign one.")
            .arg(subject);
    case ErrorCode::CertificateNotFound:
        return QCoreApplication::translate(
                   "Error", "The certificate '%1', which is assigned to the application '%2', is not among your "
                            "certificates any more (SHA-256 %3). Import it, or assign another one.")
            .arg(subject, values.value(0), values.value(1));
    default:
        return {};
    }
}

QString describe(ApplicationIdAdvice advice)
{
    switch (advice) {
    case ApplicationIdAdvice::None:
        return {};
    case ApplicationIdAdvice::NameCompany:
        return QCoreApplication::translate("Error",
                                           "An application ID that begins with the name of your company and an "
                                           "underscore will not meet another of the same name: ACME_ORDERS_SERVER.");
    case ApplicationIdAdvice::EmptyPart:
        return QCoreApplication::translate(
            "Error", "Underscores separate the parts of an application ID, and one of these parts is empty.");
    }
    Q_UNREACHABLE();
}

QString describeAssignment(const ApplicationDefinition &application, const AssignedCertificate &further,
                           const std::vector<StoredCertificate> &known)
{
    const QString name = displayText(further.name);
    if (application.type != ApplicationType::Server)
        return QCoreApplication::translate("Applications", "%1 has the certificate %2 now.").arg(application.id, name);
    const StoredCertificate *stored = findStored(further, known);
    for (const AssignedCertificate &assigned : application.certificates) {
        const StoredCertificate *first = findStored(assigned, known);
        if (first && stored && first->certificate.keyType() == stored->certificate.keyType())
            return QCoreApplication::translate(
                       "Applications",
                       "%1 has the certificate %2 now, but its servers go on with %3, which has a key of "
                       "the same kind and comes first. Unassign that one to change over.")
                .arg(application.id, name,
                     assigned.name == further.name ? withThumbprint(*first) : displayText(assigned.name));
    }
    return QCoreApplication::translate("Applications", "%1 has the certificate %2 now; servers that name it follow.")
        .arg(application.id, name);
}

QString applicationTypeLabel(ApplicationType type)
{
    return type == ApplicationType::Server ? QCoreApplication::translate("Error", "server")
                                           : QCoreApplication::translate("Error", "client");
}

} // namespace sealport
