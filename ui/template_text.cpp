#include "ui/template_text.h"

#include <QCoreApplication>

namespace sealport {

QString templateText(CertificateTemplate kind)
{
    switch (kind) {
    case CertificateTemplate::RootCa:
        return QCoreApplication::translate("CertificateTemplate", "Root CA");
    case CertificateTemplate::IntermediateCa:
        return QCoreApplication::translate("CertificateTemplate", "Intermediate CA");
    case CertificateTemplate::Server:
        return QCoreApplication::translate("CertificateTemplate", "Server");
    case CertificateTemplate::Client:
        return QCoreApplication::translate("CertificateTemplate", "Client");
    case CertificateTemplate::ServerAndClient:
        return QCoreApplication::translate("CertificateTemplate", "Server and client");
    }
    Q_UNREACHABLE();
}

} // namespace sealport
