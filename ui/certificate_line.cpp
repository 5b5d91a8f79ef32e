#include "ui/certificate_line.h"

#include "model/certificates/display_text.h"
#include "model/certificates/thumbprint.h"
#include "ui/certificate_menu.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>

#include <utility>

namespace sealport {
namespace {

QString shownText(const CertificateReference &reference)
{
    return reference.file.isEmpty() ? reference.id : reference.file;
}

} // namespace

CertificateLine::CertificateLine(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_id(new QLineEdit(this))
    , m_menu(new QMenu(this))
{
    m_kind->setObjectName(QStringLiteral("identifyBy"));
    m_kind->setAccessibleName(tr("How the certificate is named"));
    m_id->setObjectName(QStringLiteral("furtherCertificateId"));
    m_id->setAccessibleName(tr("Further certificate"));
    m_id->setMaxLength(4096);
    m_id->setMinimumWidth(80);
    auto *button = new QPushButton(tr("Choose…"), this);
    button->setObjectName(QStringLiteral("chooseFurtherCertificate"));
    button->setAccessibleName(tr("Choose further certificate"));
    button->setMenu(m_menu);
    offerKinds();

    button->setToolTip(tr("Choose from your certificates (Alt+Down)"));
    auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Down), m_id);
    shortcut->setContext(Qt::WidgetShortcut);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_kind);
    row->addWidget(m_id, 1);
    row->addWidget(button);
    setFocusProxy(m_id);

    connect(m_kind, &QComboBox::currentIndexChanged, this, &CertificateLine::changed);
    connect(m_id, &QLineEdit::textChanged, this, &CertificateLine::changed);
    connect(m_id, &QLineEdit::editingFinished, this, &CertificateLine::tidyThumbprint);
    connect(shortcut, &QShortcut::activated, button, &QPushButton::showMenu);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        fillCertificateMenu(*m_menu, m_certificates, [this](const Certificate &certificate) { choose(certificate); });
    });
}

void CertificateLine::openMenu()
{
    m_menu->popup(m_id->mapToGlobal(m_id->rect().bottomLeft()));
}

CertificateLine::Kind CertificateLine::kindOf(const CertificateReference &reference)
{
    if (!reference.file.isEmpty())
        return Kind::File;
    switch (reference.by) {
    case IdentifyBy::Thumbprint:
        return Kind::Thumbprint;
    case IdentifyBy::Name:
        return Kind::Name;
    case IdentifyBy::Application:
        return Kind::Application;
    }
    Q_UNREACHABLE();
}

CertificateLine::Kind CertificateLine::kind() const
{
    return static_cast<Kind>(m_kind->currentData().toInt());
}

/// Applications and files are offered only where a profile has them already.
void CertificateLine::offerKinds()
{
    const QSignalBlocker quiet(m_kind);
    m_kind->clear();
    m_kind->addItem(tr("by name"), static_cast<int>(Kind::Name));
    m_kind->addItem(tr("by thumbprint"), static_cast<int>(Kind::Thumbprint));
    const Kind given = kindOf(m_given);
    if (given == Kind::Application)
        m_kind->addItem(tr("by application"), static_cast<int>(given));
    if (given == Kind::File)
        m_kind->addItem(tr("from a file"), static_cast<int>(given));
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(given)));
}

CertificateReference CertificateLine::reference() const
{
    const QString text = m_id->text().trimmed();
    if (text == shownText(m_given).trimmed() && kind() == kindOf(m_given))
        return m_given;
    CertificateReference reference;
    switch (kind()) {
    case Kind::File:
        reference = m_given; // another file with the same key beside it
        reference.file = text;
        return reference;
    case Kind::Name:
        reference.by = IdentifyBy::Name;
        break;
    case Kind::Thumbprint:
        reference.by = IdentifyBy::Thumbprint;
        break;
    case Kind::Application:
        reference.by = IdentifyBy::Application;
        break;
    }
    reference.id = text;
    return reference;
}

void CertificateLine::setReference(const CertificateReference &reference)
{
    if (reference == this->reference())
        return;
    const QSignalBlocker quiet(this);
    m_given = reference;
    offerKinds();
    m_id->setText(shownText(reference));
    m_id->setCursorPosition(0);
}

void CertificateLine::setCertificates(std::vector<StoredCertificate> certificates)
{
    m_certificates = std::move(certificates);
}

QString CertificateLine::labelOf(const CertificateReference &reference)
{
    if (reference.isEmpty())
        return tr("not chosen yet");
    const QString text = reference.file.isEmpty() ? reference.id : QFileInfo(reference.file).fileName();
    return displayText(text);
}

/// The thumbprint where the user names certificates so, else the name.
void CertificateLine::choose(const Certificate &certificate)
{
    const bool isByThumbprint = kind() == Kind::Thumbprint;
    setReference(
        {.by = isByThumbprint ? IdentifyBy::Thumbprint : IdentifyBy::Name,
         .id = isByThumbprint ? formatThumbprint(certificate.sha1(), ThumbprintFormat::Windows) : certificate.name()});
    Q_EMIT changed();
}

void CertificateLine::tidyThumbprint()
{
    if (kind() != Kind::Thumbprint)
        return;
    // What was pasted may hold invisible characters; what is kept must not.
    if (const auto thumbprint = parseThumbprint(m_id->text()))
        m_id->setText(formatThumbprint(thumbprint->octets, ThumbprintFormat::Windows));
}

} // namespace sealport
