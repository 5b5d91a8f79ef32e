#include "ui/certificate_menu.h"

#include "ui/certificate_choice.h"
#include "ui/icons.h"

#include <QLocale>
#include <QMenu>

namespace sealport {

void fillCertificateMenu(QMenu &menu, const std::vector<StoredCertificate> &certificates,
                         const std::function<void(const Certificate &)> &choose)
{
    menu.clear();
    for (const StoredCertificate &stored : certificates) {
        if (!stored.hasKey)
            continue; // a server cannot present it
        const QString thumbprint = formatThumbprint(stored.certificate.sha1(), ThumbprintFormat::Windows);
        const QString until =
            QLocale().toString(stored.certificate.notAfter().toLocalTime().date(), QLocale::ShortFormat);
        QString text = CertificateChoice::tr("%1 (%2 …, until %3)", "certificate name (thumbprint, date)")
                           .arg(stored.certificate.name(), thumbprint.left(11), until);
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        auto *action = menu.addAction(
            themedIcon(stored.certificate.isCa() ? QStringLiteral("ca") : QStringLiteral("certificate")), text);
        QObject::connect(action, &QAction::triggered, action,
                         [choose, certificate = stored.certificate] { choose(certificate); });
    }
    if (menu.isEmpty())
        menu.addAction(CertificateChoice::tr("No certificate with a private key. Make one with New certificate."))
            ->setEnabled(false);
}

} // namespace sealport
