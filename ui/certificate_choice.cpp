#include "ui/certificate_choice.h"

#include "model/certificates/thumbprint.h"
#include "ui/certificate_menu.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sealport {

CertificateChoice::CertificateChoice(QWidget *parent)
    : QWidget(parent)
    , m_modes(new QWidget(this))
    , m_byThumbprint(new QRadioButton(tr("by t&humbprint"), m_modes))
    , m_byName(new QRadioButton(tr("&by name"), m_modes))
    , m_byApplication(new QRadioButton(tr("by application"), m_modes))
    , m_id(new QLineEdit(this))
    , m_choose(new QPushButton(tr("&Choose…"), this))
    , m_menu(new QMenu(this))
{
    m_byThumbprint->setObjectName(QStringLiteral("byThumbprint"));
    m_byThumbprint->setToolTip(
        tr("SHA-1 as Windows shows it, or SHA-256; spaces and colons do not matter (HashCertificat)"));
    m_byName->setObjectName(QStringLiteral("byName"));
    m_byName->setToolTip(tr("The common name or an alternative name (NomCertificat)"));
    m_byApplication->setObjectName(QStringLiteral("byApplication"));
    m_byApplication->setToolTip(
        tr("The ID of an application definition, as on IBM i: the server follows when other certificates are assigned "
           "to it"));

    m_id->setObjectName(QStringLiteral("certificateId"));
    m_id->setAccessibleName(tr("Certificate"));
    m_id->setMaxLength(4096);
    m_choose->setObjectName(QStringLiteral("chooseCertificate"));
    m_choose->setAccessibleName(tr("Choose certificate"));
    m_choose->setMenu(m_menu);

    auto *modes = new QHBoxLayout(m_modes);
    modes->setContentsMargins(0, 0, 0, 0);
    modes->addWidget(m_byThumbprint);
    modes->addWidget(m_byName);
    modes->addWidget(m_byApplication);
    modes->addStretch(1);
    auto *field = new QHBoxLayout;
    field->addWidget(m_id, 1);
    field->addWidget(m_choose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_modes);
    column->addLayout(field);

    for (const QRadioButton *mode : {m_byThumbprint, m_byName, m_byApplication})
        connect(mode, &QRadioButton::toggled, this, &CertificateChoice::followMode);
    connect(m_id, &QLineEdit::textChanged, this, &CertificateChoice::changed);
    connect(m_id, &QLineEdit::editingFinished, this, &CertificateChoice::tidyThumbprint);
    connect(m_menu, &QMenu::aboutToShow, this, &CertificateChoice::fillMenu);
}

IdentifyBy CertificateChoice::identifyBy() const
{
    if (m_byApplication->isChecked())
        return IdentifyBy::Application;
    return m_byThumbprint->isChecked() ? IdentifyBy::Thumbprint : IdentifyBy::Name;
}

/// Each way has its own text: the thumbprint is no application, and is there again when one comes back to it.
void CertificateChoice::followMode()
{
    const IdentifyBy now = identifyBy();
    if (now == m_shownBy)
        return;
    const IdentifyBy before = std::exchange(m_shownBy, now);
    m_kept[before] = id();
    const QString kept = m_kept[now];
    {
        const QSignalBlocker quiet(m_id); // said once, below
        m_id->setText(kept.isEmpty() ? sameCertificate(before, id(), now) : kept);
        m_id->setCursorPosition(0);
    }
    Q_EMIT changed();
}

/// What it is called the other way; empty where that is not known for sure.
QString CertificateChoice::sameCertificate(IdentifyBy from, const QString &id, IdentifyBy to) const
{
    if (from == IdentifyBy::Application || to == IdentifyBy::Application)
        return {};
    const auto thumbprint = parseThumbprint(id);
    const auto isMeant = [&](const StoredCertificate &stored) {
        const Certificate &certificate = stored.certificate;
        if (from == IdentifyBy::Name)
            return certificate.name().compare(id, Qt::CaseInsensitive) == 0;
        return thumbprint && (thumbprint->octets == certificate.sha1() || thumbprint->octets == certificate.sha256());
    };
    const auto found = std::ranges::find_if(m_certificates, isMeant);
    if (found == m_certificates.end() || std::ranges::count_if(m_certificates, isMeant) > 1)
        return {};
    return to == IdentifyBy::Name ? found->certificate.name()
                                  : formatThumbprint(found->certificate.sha1(), ThumbprintFormat::Windows);
}

void CertificateChoice::forgetOthers()
{
    m_kept.clear();
}

QString CertificateChoice::id() const
{
    return m_id->text().trimmed();
}

void CertificateChoice::setChoice(IdentifyBy by, const QString &newId)
{
    const QSignalBlocker quiet(this);
    m_byThumbprint->setChecked(by == IdentifyBy::Thumbprint);
    m_byName->setChecked(by == IdentifyBy::Name);
    m_byApplication->setChecked(by == IdentifyBy::Application);
    if (newId != id()) {
        m_id->setText(newId);
        m_id->setCursorPosition(0);
    }
}

void CertificateChoice::setCertificates(std::vector<StoredCertificate> certificates)
{
    m_certificates = std::move(certificates);
}

void CertificateChoice::setApplications(std::vector<ApplicationDefinition> applications)
{
    m_applications = std::move(applications);
}

void CertificateChoice::useThumbprintOf(const Certificate &certificate)
{
    setChoice(IdentifyBy::Thumbprint, formatThumbprint(certificate.sha1(), ThumbprintFormat::Windows));
    Q_EMIT changed();
}

void CertificateChoice::useUri(const QString &uri)
{
    setChoice(IdentifyBy::Name, uri);
    Q_EMIT changed();
}

void CertificateChoice::choose(const Certificate &certificate)
{
    if (identifyBy() == IdentifyBy::Thumbprint) {
        useThumbprintOf(certificate);
        return;
    }
    setChoice(IdentifyBy::Name, certificate.name());
    Q_EMIT changed();
}

void CertificateChoice::fillMenu()
{
    if (identifyBy() == IdentifyBy::Application)
        addApplications();
    else
        fillCertificateMenu(*m_menu, m_certificates, [this](const Certificate &certificate) { choose(certificate); });
}

void CertificateChoice::addApplications()
{
    m_menu->clear();
    for (const ApplicationDefinition &application : m_applications) {
        if (application.type != ApplicationType::Server)
            continue;
        QString text = application.description.isEmpty()
                           ? application.id
                           : tr("%1 – %2", "application id – description").arg(application.id, application.description);
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        connect(m_menu->addAction(text), &QAction::triggered, this, [this, id = application.id] {
            setChoice(IdentifyBy::Application, id);
            Q_EMIT changed();
        });
    }
    if (m_menu->isEmpty())
        m_menu->addAction(tr("No application for servers is defined yet"))->setEnabled(false);
    m_menu->addSeparator();
    m_menu->addAction(tr("Applications…"), this, [this] { Q_EMIT applicationsRequested(id()); });
}

void CertificateChoice::tidyThumbprint()
{
    if (identifyBy() != IdentifyBy::Thumbprint)
        return;
    // What was pasted may hold invisible characters; what is kept must not.
    if (const auto thumbprint = parseThumbprint(m_id->text()))
        m_id->setText(formatThumbprint(thumbprint->octets, ThumbprintFormat::Windows));
}

} // namespace sealport
