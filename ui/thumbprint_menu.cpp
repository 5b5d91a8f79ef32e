#include "ui/thumbprint_menu.h"

#include "model/certificates/thumbprint.h"
#include "model/text/thumbprint_text.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>
#include <QStringBuilder>

#include <array>

namespace sealport {
namespace {

struct ThumbprintMenu {
    Q_DECLARE_TR_FUNCTIONS(ThumbprintMenu)
};

void offer(QMenu &menu, const QString &text, const QString &copied)
{
    QObject::connect(menu.addAction(text), &QAction::triggered, &menu,
                     [copied] { QGuiApplication::clipboard()->setText(copied); });
}

} // namespace

void addThumbprintForms(QMenu &menu, const QByteArray &octets)
{
    for (const auto &[form, text] :
         {std::pair{ThumbprintFormat::Windows, ThumbprintMenu::tr("Windows, WinDev (9d a4 84 …)")},
          std::pair{ThumbprintFormat::DotNet, ThumbprintMenu::tr(".NET, PowerShell (9DA484…)")},
          std::pair{ThumbprintFormat::OpenSsl, ThumbprintMenu::tr("OpenSSL (9D:A4:84:…)")},
          std::pair{ThumbprintFormat::Base64, ThumbprintMenu::tr("Base64")}})
        offer(menu, text, formatThumbprint(octets, form));
}

void addThumbprints(QMenu &menu, const Certificate &certificate)
{
    for (const ThumbprintAlgorithm algorithm :
         {ThumbprintAlgorithm::Sha1, ThumbprintAlgorithm::Sha256, ThumbprintAlgorithm::Sha384,
          ThumbprintAlgorithm::Sha512, ThumbprintAlgorithm::Md5})
        addThumbprintForms(*menu.addMenu(thumbprintAlgorithmLabel(algorithm)), certificate.thumbprint(algorithm));
    const QByteArray pin = certificate.publicKeySha256();
    QMenu &keyMenu = *menu.addMenu(ThumbprintMenu::tr("SHA-256 of the public key"));
    offer(keyMenu, ThumbprintMenu::tr("curl --pinnedpubkey (sha256//…)"),
          QStringLiteral("sha256//") % formatThumbprint(pin, ThumbprintFormat::Base64));
    addThumbprintForms(keyMenu, pin);
}

} // namespace sealport
