#include "app/certs_command.h"

#include "app/certs_actions.h"

#include <QCoreApplication>

namespace sealport {

int runCertsCommand(const QStringList &arguments, const DataFolder &folder, QTextStream &out, QTextStream &err)
{
    const auto options = parseCertsOptions(arguments, QDateTime::currentDateTimeUtc());
    if (!options) {
        constexpr int wrongUsage = 2;
        err << "sealport: " << options.error().text << ' '
            << QCoreApplication::translate("CommandLine", "See sealport certs --help.") << Qt::endl;
        return wrongUsage;
    }
    CertsOutput output(*options, out, err);
    switch (options->action) {
    case CertsOptions::Action::Help:
        out << certsHelp(options->subject);
        break;
    case CertsOptions::Action::List:
        listCertificates(*options, folder, output);
        break;
    case CertsOptions::Action::Show:
        showCertificates(*options, folder, output);
        break;
    case CertsOptions::Action::Find:
        findThumbprint(*options, folder, output);
        break;
    case CertsOptions::Action::Create:
        createCertificate(*options, folder, output);
        break;
    case CertsOptions::Action::Sign:
        signCertificateRequest(*options, folder, output);
        break;
    case CertsOptions::Action::Renew:
        renewInStore(*options, folder, output);
        break;
    case CertsOptions::Action::Revoke:
        revokeInStore(*options, folder, output);
        break;
    case CertsOptions::Action::Trust:
        trustAuthorities(*options, folder, output);
        break;
    case CertsOptions::Action::Protect:
        protectInStore(*options, folder, output);
        break;
    case CertsOptions::Action::Import:
        importCertificates(*options, folder, output);
        break;
    case CertsOptions::Action::Export:
        exportFromStore(*options, folder, output);
        break;
    case CertsOptions::Action::Remove:
        removeFromStore(*options, folder, output);
        break;
    case CertsOptions::Action::Restore:
        restoreFromTrash(*options, folder, output);
        break;
    case CertsOptions::Action::Lint:
        lintCertificates(*options, folder, output);
        break;
    case CertsOptions::Action::Verify:
        verifyCertificate(*options, folder, output);
        break;
    case CertsOptions::Action::Compare:
        compareTwo(*options, folder, output);
        break;
    }
    out.flush();
    return output.exitCode();
}

} // namespace sealport
