#include "ui/further_settings.h"

#include "ui/algorithm_form.h"
#include "ui/client_certificate_form.h"
#include "ui/further_certificates_form.h"
#include "ui/limits_form.h"
#include "ui/session_form.h"

#include <QShortcut>
#include <QStackedWidget>
#include <QStringBuilder>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace sealport {

FurtherSettings::FurtherSettings(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_certificates(new FurtherCertificatesForm(this))
    , m_algorithms(new AlgorithmForm(this))
    , m_clients(new ClientCertificateForm(this))
    , m_sessions(new SessionForm(this))
    , m_limits(new LimitsForm(this))
    , m_pages(new QStackedWidget(this))
{
    m_tabs->setObjectName(QStringLiteral("furtherSettings"));
    m_tabs->setAccessibleName(tr("Further settings"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    m_tabs->setUsesScrollButtons(false); // all of them are in sight, shortened where there is no room
    m_tabs->setElideMode(Qt::ElideRight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    column->addWidget(m_pages);
    addPage(Certificates, tr("Certificates"), m_certificates);
    addPage(Algorithms, tr("Algorithms"), m_algorithms);
    addPage(Clients, tr("Clients"), m_clients);
    addPage(Sessions, tr("Sessions"), m_sessions);
    addPage(Connections, tr("Connections"), m_limits);
    setProfile({});

    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_certificates, &FurtherCertificatesForm::changed, this, &FurtherSettings::changed);
    connect(m_algorithms, &AlgorithmForm::changed, this, &FurtherSettings::changed);
    connect(m_clients, &ClientCertificateForm::changed, this, &FurtherSettings::judgeLists);
    connect(m_clients, &ClientCertificateForm::changed, this, &FurtherSettings::changed);
    connect(m_sessions, &SessionForm::changed, this, &FurtherSettings::changed);
    connect(m_limits, &LimitsForm::changed, this, &FurtherSettings::changed);
    connect(this, &FurtherSettings::changed, this, &FurtherSettings::updateMarks);
    for (const auto &[key, step] : {std::pair(Qt::Key_PageDown, 1), std::pair(Qt::Key_PageUp, -1)}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step] { stepPage(step); });
    }
}

void FurtherSettings::addPage(Page page, const QString &title, QWidget *form)
{
    m_titles.at(page) = title;
    m_tabs->addTab(title);
    auto *box = new QWidget(m_pages); // its form keeps its height, and stands above
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(form);
    column->addStretch(1);
    m_pages->addWidget(box);
}

void FurtherSettings::stepPage(int step)
{
    const bool isInside = !m_tabs->hasFocus();
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + PageCount) % PageCount);
    if (isInside)
        m_tabs->setFocus(Qt::OtherFocusReason); // what had the focus is hidden
}

void FurtherSettings::fill(ServerProfile &profile) const
{
    const FurtherCertificatesForm::Settings certificates = m_certificates->settings();
    profile.furtherCertificates = certificates.further;
    profile.namedCertificates = certificates.named;
    profile.refusesOtherNames = certificates.refusesOtherNames;
    profile.tls.chain = certificates.chain;
    profile.tls.ocsp = certificates.ocsp;
    const AlgorithmForm::Settings algorithms = m_algorithms->settings();
    profile.tls.algorithms = algorithms.lists;
    profile.tls.dhParameters = algorithms.dhParameters;
    const ClientCertificateForm::Settings clients = m_clients->settings();
    profile.tls.clientCertificates = clients.mode;
    profile.tls.clientAuthorities = clients.authorities;
    profile.tls.sharedSecrets = clients.sharedSecrets;
    profile.tls.alpn = clients.alpn;
    profile.tls.requiresAlpn = clients.requiresAlpn;
    const SessionForm::Settings sessions = m_sessions->settings();
    profile.tls.resumption = sessions.resumption;
    profile.tls.renegotiation = sessions.renegotiation;
    profile.tls.largestRecord = sessions.largestRecord;
    profile.tls.earlyData = sessions.earlyData;
    profile.tls.keyLog = sessions.keyLog;
    profile.tls.capture = sessions.capture;
    profile.tls.capturesSecrets = sessions.capturesSecrets;
    profile.opening = m_limits->opening();
    profile.limits = m_limits->limits();
}

void FurtherSettings::setProfile(const ServerProfile &profile)
{
    m_certificates->setSettings({.further = profile.furtherCertificates,
                                 .named = profile.namedCertificates,
                                 .refusesOtherNames = profile.refusesOtherNames,
                                 .chain = profile.tls.chain,
                                 .ocsp = profile.tls.ocsp});
    m_protocols = profile.protocols;
    m_algorithms->setSettings({.lists = profile.tls.algorithms, .dhParameters = profile.tls.dhParameters});
    m_clients->setSettings({.mode = profile.tls.clientCertificates,
                            .authorities = profile.tls.clientAuthorities,
                            .sharedSecrets = profile.tls.sharedSecrets,
                            .alpn = profile.tls.alpn,
                            .requiresAlpn = profile.tls.requiresAlpn});
    m_sessions->setSettings({.resumption = profile.tls.resumption,
                             .renegotiation = profile.tls.renegotiation,
                             .largestRecord = profile.tls.largestRecord,
                             .earlyData = profile.tls.earlyData,
                             .keyLog = profile.tls.keyLog,
                             .capture = profile.tls.capture,
                             .capturesSecrets = profile.tls.capturesSecrets});
    m_limits->setOpening(profile.opening);
    m_limits->setLimits(profile.limits);
    judgeLists();
    updateMarks();
}

Opening FurtherSettings::opening() const
{
    return m_limits->opening();
}

void FurtherSettings::setCertificates(const std::vector<StoredCertificate> &certificates)
{
    m_certificates->setCertificates(certificates);
}

void FurtherSettings::setProtocols(ProtocolSet protocols)
{
    m_protocols = protocols;
    judgeLists();
}

void FurtherSettings::setByApplication(bool isByApplication)
{
    m_clients->setOwnTrust(isByApplication);
}

void FurtherSettings::judgeLists()
{
    m_algorithms->setContext(m_protocols, !m_clients->settings().sharedSecrets.isEmpty());
}

AlgorithmChoice FurtherSettings::algorithms() const
{
    return m_algorithms->lists();
}

void FurtherSettings::setAlgorithms(const AlgorithmChoice &algorithms)
{
    m_algorithms->setLists(algorithms);
    updateMarks();
}

void FurtherSettings::chooseMissingCertificate()
{
    m_tabs->setCurrentIndex(Certificates);
    m_certificates->chooseMissing();
}

void FurtherSettings::closePicker()
{
    m_algorithms->closePicker();
}

bool FurtherSettings::differs(Page page) const
{
    switch (page) {
    case Certificates:
        return m_certificates->settings() != FurtherCertificatesForm::Settings();
    case Algorithms:
        return m_algorithms->settings() != AlgorithmForm::Settings();
    case Clients:
        return m_clients->settings() != ClientCertificateForm::Settings();
    case Sessions:
        return m_sessions->settings() != SessionForm::Settings();
    case Connections:
        return m_limits->opening() != Opening() || m_limits->limits() != ServerLimits();
    case PageCount:
        break;
    }
    return false;
}

QStringList FurtherSettings::differingPages() const
{
    QStringList titles;
    for (int i = 0; i < PageCount; ++i)
        if (differs(static_cast<Page>(i)))
            titles.append(m_titles.at(static_cast<std::size_t>(i)));
    return titles;
}

void FurtherSettings::updateMarks()
{
    for (int i = 0; i < PageCount; ++i) {
        const QString &title = m_titles.at(static_cast<std::size_t>(i));
        const bool isMarked = differs(static_cast<Page>(i));
        const QString spoken = isMarked ? tr("%1, changed").arg(title) : title;
        m_tabs->setTabText(i, isMarked ? title % QStringLiteral(" •") : title);
        m_tabs->setAccessibleTabName(i, spoken);
        m_tabs->setTabToolTip(i, isMarked ? tr("Differs from what a new server has") : QString());
    }
}

} // namespace sealport
