#include "ui/client_certificate_form.h"

#include "model/sockets/tls_settings.h"
#include "model/text/error_text.h"
#include "ui/field_note.h"
#include "ui/file_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace sealport {
namespace {

QString writtenList(const QStringList &names)
{
    return names.join(QStringLiteral(", "));
}

} // namespace

ClientCertificateForm::ClientCertificateForm(QWidget *parent)
    : QWidget(parent)
    , m_mode(new QComboBox(this))
    , m_authorities(new FileField(QStringLiteral("clientAuthorities"), tr("Authorities of the clients"),
                                  FileField::Purpose::Reading, this))
    , m_authoritiesNote(new FieldNote(m_authorities->editor(), this))
    , m_sharedSecrets(
          new FileField(QStringLiteral("sharedSecrets"), tr("Shared keys (PSK)"), FileField::Purpose::Reading, this))
    , m_alpn(new QLineEdit(this))
    , m_alpnNote(new FieldNote(m_alpn, this))
    , m_requiresAlpn(new QCheckBox(tr("re&quired"), this))
{
    buildCertificateFields();
    buildAlpnFields();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setColumnStretch(1, 1);
    const auto labelFor = [this](const QString &text, QWidget *field) {
        auto *label = new QLabel(text, this);
        label->setBuddy(field);
        return label;
    };
    grid->addWidget(labelFor(tr("Clients &must show"), m_mode), 0, 0);
    grid->addWidget(m_mode, 0, 1, 1, 2, Qt::AlignLeft);
    grid->addWidget(labelFor(tr("Si&gned by (CA file)"), m_authorities->editor()), 1, 0);
    grid->addWidget(m_authorities, 1, 1, 1, 2);
    grid->addWidget(m_authoritiesNote, 2, 1, 1, 2);
    grid->addWidget(labelFor(tr("Shared &keys (PSK)"), m_sharedSecrets->editor()), 3, 0);
    grid->addWidget(m_sharedSecrets, 3, 1, 1, 2);
    grid->addWidget(labelFor(tr("Appl&ication protocols"), m_alpn), 4, 0);
    grid->addWidget(m_alpn, 4, 1);
    grid->addWidget(m_requiresAlpn, 4, 2);
    grid->addWidget(m_alpnNote, 5, 1, 1, 2);

    connect(m_mode, &QComboBox::currentIndexChanged, this, &ClientCertificateForm::changed);
    connect(m_authorities, &FileField::changed, this, &ClientCertificateForm::changed);
    connect(m_sharedSecrets, &FileField::changed, this, &ClientCertificateForm::changed);
    connect(m_alpn, &QLineEdit::textChanged, this, &ClientCertificateForm::changed);
    connect(m_requiresAlpn, &QCheckBox::toggled, this, &ClientCertificateForm::changed);
    connect(this, &ClientCertificateForm::changed, this, &ClientCertificateForm::updateNotes);
    updateNotes();
}

void ClientCertificateForm::buildCertificateFields()
{
    using enum ClientCertificateMode;
    m_mode->setObjectName(QStringLiteral("clientCertificates"));
    m_mode->setAccessibleName(tr("Client certificates"));
    const auto add = [this](const QString &text, ClientCertificateMode mode, const QString &toolTip) {
        m_mode->addItem(text, static_cast<int>(mode));
        m_mode->setItemData(m_mode->count() - 1, toolTip, Qt::ToolTipRole);
    };
    add(tr("nothing: they are not asked"), DoNotAsk, tr("No certificate is asked for"));
    add(tr("a trusted certificate or none"), Ask,
        tr("One that cannot be trusted is refused (GSKit: GSK_CLIENT_AUTH_FULL)"));
    add(tr("a trusted certificate"), Require, tr("Without one there is no connection"));
    add(tr("any or none; what is wrong is reported"), Report,
        tr("Nobody is refused for it (GSKit: GSK_CLIENT_AUTH_PASSTHRU)"));
    m_authorities->editor()->setToolTip(tr("Certificates of the authorities (CA) from which those of the clients must "
                                           "come: PEM, DER or PKCS #7"));
    m_authoritiesNote->setObjectName(QStringLiteral("clientAuthoritiesNote"));
    m_sharedSecrets->editor()->setPlaceholderText(tr("none"));
    m_sharedSecrets->editor()->setToolTip(tr("For clients that show a shared key (PSK) instead of looking at the "
                                             "certificate: lines of identity:key, the key in hexadecimal digits"));
}

void ClientCertificateForm::buildAlpnFields()
{
    m_alpn->setObjectName(QStringLiteral("alpn"));
    m_alpn->setAccessibleName(tr("Application protocols"));
    m_alpn->setMinimumWidth(80);
    m_alpn->setPlaceholderText(tr("none: not answered"));
    m_alpn->setToolTip(tr("ALPN, in order of preference, with commas between: h2, http/1.1"));
    m_alpnNote->setObjectName(QStringLiteral("alpnNote"));
    m_requiresAlpn->setObjectName(QStringLiteral("requiresAlpn"));
    m_requiresAlpn->setAccessibleName(tr("Application protocol required"));
    m_requiresAlpn->setToolTip(
        tr("Clients that offer other protocols alone are refused (no_application_protocol); else "
           "they are let in without one"));
}

ClientCertificateForm::Settings ClientCertificateForm::settings() const
{
    return {.mode = static_cast<ClientCertificateMode>(m_mode->currentData().toInt()),
            .authorities = m_authorities->path(),
            .sharedSecrets = m_sharedSecrets->path(),
            .alpn = alpn(),
            .requiresAlpn = m_requiresAlpn->isChecked()};
}

void ClientCertificateForm::setSettings(const Settings &settings)
{
    const QSignalBlocker quiet(this);
    m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(settings.mode)));
    m_authorities->setPath(settings.authorities);
    m_sharedSecrets->setPath(settings.sharedSecrets);
    if (alpn() != settings.alpn) {
        m_givenAlpn = settings.alpn;
        m_alpn->setText(writtenList(settings.alpn));
        m_alpn->setCursorPosition(0);
    }
    m_requiresAlpn->setChecked(settings.requiresAlpn);
    updateNotes();
}

/// A name of the profile may hold what separates names here: it stays as it is until the text is changed.
QStringList ClientCertificateForm::alpn() const
{
    if (m_alpn->text() == writtenList(m_givenAlpn))
        return m_givenAlpn;
    QStringList names;
    for (const QString &part : m_alpn->text().split(u','))
        if (const QString name = part.trimmed(); !name.isEmpty())
            names.append(name);
    return names;
}

void ClientCertificateForm::updateNotes()
{
    const Settings shown = settings();
    m_authorities->setEnabled(shown.mode != ClientCertificateMode::DoNotAsk);
    m_requiresAlpn->setEnabled(!shown.alpn.isEmpty() || shown.requiresAlpn);
    showWhoIsTrusted(shown);
    TlsSettings settings;
    settings.alpn = shown.alpn;
    const std::vector<Error> wrongAlpn = validate(settings);
    m_alpnNote->showNote(FieldNote::Level::Error, wrongAlpn.empty() ? QString() : describe(wrongAlpn.front()));
}

void ClientCertificateForm::showWhoIsTrusted(const Settings &shown)
{
    const bool isNobody =
        shown.mode != ClientCertificateMode::DoNotAsk && shown.authorities.isEmpty() && !m_hasOwnTrust;
    if (!isNobody)
        m_authoritiesNote->clear();
    else if (shown.mode == ClientCertificateMode::Report)
        m_authoritiesNote->showNote(FieldNote::Level::Information,
                                    tr("Nobody is trusted: every certificate of a client is reported as untrusted."));
    else
        m_authoritiesNote->showNote(
            FieldNote::Level::Error,
            describe(Error{.code = ErrorCode::NoClientAuthority, .subject = {}, .values = {}, .causes = {}}));
}

void ClientCertificateForm::setOwnTrust(bool hasOwnTrust)
{
    m_hasOwnTrust = hasOwnTrust;
    m_authorities->editor()->setPlaceholderText(hasOwnTrust ? tr("those that the application trusts") : QString());
    updateNotes();
}

} // namespace sealport
