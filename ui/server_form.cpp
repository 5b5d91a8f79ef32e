#include "ui/server_form.h"

#include "model/text/formatting.h"
#include "ui/address_box.h"
#include "ui/certificate_choice.h"
#include "ui/field_note.h"
#include "ui/further_settings.h"
#include "ui/preset_button.h"
#include "ui/protocol_boxes.h"
#include "ui/reply_fields.h"
#include "ui/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QToolButton>

#include <limits>
#include <utility>

namespace sealport {

ServerForm::ServerForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_anyPort(new QCheckBox(tr("an&y port"), this))
    , m_address(new AddressBox(this))
    , m_resolved(new FieldNote(m_address->lineEdit(), this))
    , m_shared(new QRadioButton(tr("shar&ed"), this))
    , m_unique(new QRadioButton(tr("&unique"), this))
    , m_certificate(new CertificateChoice(this))
    , m_protocols(new ProtocolBoxes(availableProtocols(), this))
    , m_presets(new PresetButton(this))
    , m_reply(new ReplyFields(this))
    , m_more(new QToolButton(this))
    , m_moreSummary(new QLabel(this))
    , m_further(new FurtherSettings(this))
{
    m_name->setObjectName(QStringLiteral("serverName"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(200);
    m_port->setObjectName(QStringLiteral("port"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setRange(0, 999'999); // what is typed stays, and is judged: 99999 must not become 9999
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_port->setToolTip(tr("5000 to 65000 as in SocketCréeSSL; 0: any free port, shown once it listens"));
    m_anyPort->setObjectName(QStringLiteral("anyPort"));
    m_anyPort->setAccessibleName(tr("Any port"));
    m_anyPort->setToolTip(tr("Allow 1 to 65535 instead of 5000 to 65000"));
    m_address->setObjectName(QStringLiteral("address"));
    m_address->setAccessibleName(tr("Address"));
    m_address->lineEdit()->setAccessibleName(tr("Address")); // AT-SPI knows an editable combo box by its text alone
    m_address->setToolTip(tr("The address of this machine on which the server listens"));
    m_resolved->setObjectName(QStringLiteral("resolved"));
    buildRows();
    connectFields();

    new WheelGuard(*this);
}

void ServerForm::buildRows()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4); // in the smallest window every row counts
    int row = 0;
    const auto addRow = [&](const QString &text, QWidget *buddy, QWidget *field) {
        auto *label = new QLabel(text, this);
        label->setBuddy(buddy);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
        ++row;
    };
    const auto rowOf = [this](std::initializer_list<std::pair<QWidget *, int>> widgets) {
        auto *box = new QWidget(this);
        auto *line = new QHBoxLayout(box);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(10);
        for (const auto &[widget, stretch] : widgets)
            line->addWidget(widget, stretch);
        return box;
    };

    auto *portLabel = new QLabel(tr("&Port"), this);
    portLabel->setBuddy(m_port);
    addRow(tr("&Name"), m_name, rowOf({{m_name, 1}, {portLabel, 0}, {m_port, 0}, {m_anyPort, 0}}));
    addRow(tr("&Address"), m_address, rowOf({{m_address, 1}, {buildAddressUse(), 0}}));
    grid->addWidget(m_resolved, row, 1);
    ++row;

    auto *certificateLabel = new QLabel(tr("Certi&ficate"), this);
    certificateLabel->setBuddy(m_certificate->idField());
    grid->addWidget(certificateLabel, row, 0, Qt::AlignTop);
    grid->addWidget(m_certificate, row, 1);
    ++row;
    certificateLabel->setMinimumHeight(m_certificate->modeRow()->sizeHint().height());

    grid->addWidget(new QLabel(tr("Protocols"), this), row, 0);
    grid->addWidget(buildProtocols(), row, 1);
    ++row;
    auto *replyLabel = new QLabel(tr("Rep&ly"), this);
    replyLabel->setBuddy(m_reply->kindField());
    replyLabel->setMinimumHeight(m_reply->kindField()->sizeHint().height());
    grid->addWidget(replyLabel, row, 0, Qt::AlignTop);
    grid->addWidget(m_reply, row, 1);
    ++row;

    buildMore(*grid, row);
    grid->setRowStretch(row + 2, 1);
}

QWidget *ServerForm::buildProtocols()
{
    auto *box = new QWidget(this);
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(10);
    line->addWidget(m_protocols);
    line->addWidget(m_presets);
    line->addStretch(1);
    return box;
}

void ServerForm::buildMore(QGridLayout &grid, int row)
{
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setText(tr("M&ore"));
    m_more->setAccessibleName(tr("More settings"));
    m_more->setToolTip(tr("Further certificates, algorithms, client certificates, sessions, STARTTLS, time-outs"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_moreSummary->setObjectName(QStringLiteral("moreSummary"));
    m_moreSummary->setWordWrap(true);
    grid.addWidget(m_more, row, 0, Qt::AlignLeft | Qt::AlignTop);
    grid.addWidget(m_moreSummary, row, 1);
    grid.addWidget(m_further, row + 1, 0, 1, 2);
    setMoreShown(false);
}

QWidget *ServerForm::buildAddressUse()
{
    auto *box = new QWidget(this);
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    auto *group = new QButtonGroup(box);
    group->addButton(m_shared);
    group->addButton(m_unique);
#ifdef Q_OS_WIN
    const QString shared = tr("Another program may listen on the same address and port (SO_REUSEADDR).");
    const QString unique =
        tr("Start fails when the port is in use (SO_EXCLUSIVEADDRUSE), as with SocketAdresseUnique.");
#else
    const QString shared = tr("On Linux: other servers of the same user that share it too may listen on the same port "
                              "(SO_REUSEPORT); connections are spread over them.");
    const QString unique = tr("On Linux: Start fails when somebody listens on the port, as with SocketAdresseUnique; "
                              "connections that are still closing do not matter.");
#endif
    m_shared->setObjectName(QStringLiteral("sharedAddress"));
    m_shared->setAccessibleName(tr("Address use: shared"));
    m_shared->setToolTip(shared);
    m_shared->setAccessibleDescription(shared);
    m_unique->setObjectName(QStringLiteral("uniqueAddress"));
    m_unique->setAccessibleName(tr("Address use: unique"));
    m_unique->setToolTip(unique);
    m_unique->setAccessibleDescription(unique);
    line->addWidget(new QLabel(tr("Use"), box));
    line->addWidget(m_shared);
    line->addWidget(m_unique);
    return box;
}

void ServerForm::connectFields()
{
    connect(m_name, &QLineEdit::textChanged, this, &ServerForm::noteEdit);
    connect(m_port, &QSpinBox::valueChanged, this, &ServerForm::noteEdit);
    connect(m_anyPort, &QCheckBox::toggled, this, &ServerForm::noteEdit);
    connect(m_address, &AddressBox::changed, this, &ServerForm::noteEdit);
    connect(m_address, &AddressBox::changed, m_resolved, &FieldNote::clear);
    connect(m_unique, &QRadioButton::toggled, this, &ServerForm::noteEdit);
    connect(m_certificate, &CertificateChoice::changed, this, &ServerForm::noteEdit);
    connect(m_certificate, &CertificateChoice::applicationsRequested, this, &ServerForm::applicationsRequested);
    connect(m_protocols, &ProtocolBoxes::changed, this, [this] {
        m_further->setProtocols(m_protocols->protocols());
        noteEdit();
    });
    connect(m_presets, &PresetButton::chosen, this, &ServerForm::usePreset);
    connect(m_reply, &ReplyFields::changed, this, &ServerForm::noteEdit);
    connect(m_further, &FurtherSettings::changed, this, [this] {
        noteOpening();
        noteEdit();
    });
    connect(m_more, &QToolButton::toggled, this, &ServerForm::setMoreShown);
    connect(m_more, &QToolButton::clicked, this, [this](bool isOpen) {
        if (isOpen)
            Q_EMIT moreOpened(m_further);
    });
}

void ServerForm::noteEdit()
{
    if (m_loading)
        return;
    updateMore();
    Q_EMIT edited();
}

/// Who chooses STARTTLS sees at once that the protocol goes on inside TLS, and may still choose another reply.
void ServerForm::noteOpening()
{
    if (m_loading || m_opening == m_further->opening())
        return;
    m_opening = m_further->opening();
    ServerProfile shown{.opening = m_opening, .reply = m_reply->reply()};
    followOpening(shown);
    m_reply->setReply(shown.reply, false);
}

TlsPresetSettings ServerForm::shownSettings() const
{
    return {.protocols = m_protocols->protocols(), .algorithms = m_further->algorithms()};
}

void ServerForm::usePreset(TlsPreset preset)
{
    const TlsPresetSettings before = shownSettings();
    useSettings(settingsOf(preset));
    const bool isOwn = before.algorithms != AlgorithmChoice() && !presetOf(before.protocols, before.algorithms);
    if (isOwn)
        Q_EMIT listsReplaced(before);
}

void ServerForm::useSettings(const TlsPresetSettings &settings)
{
    m_protocols->setProtocols(settings.protocols);
    m_further->setProtocols(settings.protocols);
    m_further->setAlgorithms(settings.algorithms);
    noteEdit();
}

/// What is hidden and different must not be overlooked.
void ServerForm::updateMore()
{
    const QStringList pages = m_further->differingPages();
    m_moreSummary->setText(pages.isEmpty() ? QString() : tr("Changed: %1").arg(spokenList(pages)));
    m_moreSummary->setVisible(!isMoreShown() && !pages.isEmpty());
    m_more->setAccessibleDescription(m_moreSummary->text());
    m_presets->showSettings(shownSettings());
    m_further->setByApplication(m_certificate->identifyBy() == IdentifyBy::Application);
    const bool needsTls = m_further->opening().mayBecomeTls();
    for (QWidget *field : std::initializer_list<QWidget *>{m_certificate, m_protocols, m_presets})
        field->setEnabled(needsTls);
}

ServerProfile ServerForm::profile() const
{
    ServerProfile profile = m_given;
    profile.name = m_name->text().trimmed();
    profile.port = quint16(m_port->value());
    profile.anyPort = m_anyPort->isChecked();
    profile.address = m_address->address();
    profile.addressUse = m_unique->isChecked() ? AddressUse::Unique : AddressUse::Shared;
    if (m_certificate->id() != m_given.certificate.id)
        profile.certificate = {}; // a certificate of the store replaces one straight from disk
    profile.certificate.by = m_certificate->identifyBy();
    profile.certificate.id = m_certificate->id();
    profile.protocols = m_protocols->protocols();
    profile.reply = m_reply->reply();
    m_further->fill(profile);
    return profile;
}

std::optional<Error> ServerForm::fault() const
{
    const PortRange range = portRange(m_anyPort->isChecked());
    if (m_port->value() <= std::numeric_limits<quint16>::max())
        return std::nullopt;
    return Error{.code = ErrorCode::InvalidPort,
                 .subject = QString::number(m_port->value()),
                 .values = {QString::number(range.lowest), QString::number(range.highest)},
                 .causes = {}};
}

void ServerForm::setProfile(const ServerProfile &profile)
{
    const QScopedValueRollback loading(m_loading, true);
    const bool isAnother = profile.name != m_given.name;
    if (isAnother)
        m_further->closePicker(); // it would write into another server
    m_given = profile;
    if (m_name->text().trimmed() != profile.name)
        m_name->setText(profile.name);
    m_port->setValue(profile.port);
    m_anyPort->setChecked(profile.anyPort);
    if (m_address->address() != profile.address)
        m_resolved->clear();
    m_address->setAddress(profile.address);
    m_shared->setChecked(profile.addressUse == AddressUse::Shared);
    m_unique->setChecked(profile.addressUse == AddressUse::Unique);
    m_certificate->setChoice(profile.certificate.by, profile.certificate.id);
    if (isAnother)
        m_certificate->forgetOthers();
    m_protocols->setProtocols(profile.protocols);
    m_reply->setReply(profile.reply, isAnother);
    m_further->setProfile(profile);
    m_opening = profile.opening;
    updateMore();
}

void ServerForm::setCertificates(std::vector<StoredCertificate> certificates)
{
    m_further->setCertificates(certificates);
    m_certificate->setCertificates(std::move(certificates));
}

void ServerForm::setApplications(std::vector<ApplicationDefinition> applications)
{
    m_certificate->setApplications(std::move(applications));
}

void ServerForm::useThumbprintOf(const Certificate &certificate)
{
    m_certificate->useThumbprintOf(certificate);
}

void ServerForm::useCertificateAt(const QString &uri)
{
    m_certificate->useUri(uri);
}

void ServerForm::showResolved(const QString &addresses)
{
    m_resolved->showNote(FieldNote::Level::Information, addresses);
}

void ServerForm::chooseMissingCertificate()
{
    setMoreShown(true);
    Q_EMIT moreOpened(m_further);
    m_further->chooseMissingCertificate();
}

void ServerForm::editName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

bool ServerForm::isMoreShown() const
{
    return m_more->isChecked();
}

void ServerForm::setMoreShown(bool shown)
{
    m_more->setChecked(shown);
    m_more->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    m_further->setVisible(shown);
    updateMore();
}

void ServerForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept();
        Q_EMIT enterPressed();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace sealport
