#include "ui/unlock_bar.h"

#include "model/certificates/certificate_file.h"
#include "model/certificates/display_text.h"
#include "model/certificates/key_protection.h"
#include "model/sockets/application_certificates.h"
#include "model/sockets/applications.h"
#include "model/text/error_text.h"
#include "ui/icons.h"
#include "ui/secret_field.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace sealport {
namespace {

/// Where the keyring has the pass phrase of the server's key; empty where that is not a key of the store.
QString nameOf(const ServerProfile &profile, const Workspace &workspace)
{
    if (!profile.certificate.file.isEmpty())
        return {};
    const auto found = certificateOf(profile, workspace.certificates(), workspace.applications().list());
    return found ? keyringName(found->certificate) : QString();
}

} // namespace

UnlockBar::UnlockBar(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_reason(new QLabel(this))
    , m_passphrase(new SecretField(QStringLiteral("keyPassphrase"), this))
    , m_remember(new QCheckBox(tr("Remember it in the keyring of this desktop"), this))
{
    setFrameShape(QFrame::StyledPanel);
    m_reason->setObjectName(QStringLiteral("unlockReason"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_passphrase->setAccessibleName(tr("Pass phrase of the key"));
    m_passphrase->setPlaceholderText(tr("Pass phrase"));
    m_remember->setObjectName(QStringLiteral("rememberPassphrase"));
    auto *start = new QPushButton(themedIcon(QStringLiteral("start")), tr("Unlock and start"), this);
    start->setObjectName(QStringLiteral("unlockAndStart"));
    start->setAutoDefault(true);

    auto *row = new QHBoxLayout;
    row->addWidget(m_passphrase, 1);
    row->addWidget(start);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_reason);
    column->addLayout(row);
    column->addWidget(m_remember);
    hide();

    m_patience.setSingleShot(true);
    m_patience.setInterval(std::chrono::seconds(1));
    connect(&m_patience, &QTimer::timeout, this, &UnlockBar::appear);
    connect(start, &QPushButton::clicked, this, &UnlockBar::submit);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &UnlockBar::submit);
    connect(&m_workspace, &Workspace::serverChanged, this, &UnlockBar::followAttempt);
}

bool UnlockBar::showFor(const ServerEntry *server)
{
    const bool isWanted =
        server && server->state == ServerState::Stopped && server->error && isAboutPassphrase(*server->error);
    if (!isWanted)
        stopAsking();
    else if (m_asking != server->id)
        ask(*server);
    return isWanted;
}

void UnlockBar::stopAsking()
{
    m_asking.reset();
    m_patience.stop();
    m_passphrase->clear();
    hide();
}

void UnlockBar::ask(const ServerEntry &server)
{
    stopAsking();
    m_asking = server.id;
    m_name = nameOf(server.profile, m_workspace);
    m_remember->setChecked(false);
    m_remember->hide();
    const bool isPin = isAboutPin(*server.error);
    m_passphrase->setPlaceholderText(isPin ? tr("PIN") : tr("Pass phrase"));
    if (isPin) { // never remembered: a wrong one locks the token
        m_name.clear();
        m_reason->setText(describe(*server.error));
    } else {
        m_reason->setText(tr("Start needs the pass phrase that protects %1.")
                              .arg(displayText(QFileInfo(server.error->subject).fileName())));
    }
    const auto attempt = std::exchange(m_attempt, std::nullopt);
    const bool isOurs = attempt && attempt->server == server.id;
    if (isOurs && attempt->isRemembered)
        m_reason->setText(tr("The pass phrase that was remembered does not open the key any more. The keyring was told "
                             "to forget it; type the new one."));
    else if (isOurs)
        m_reason->setText(describe(*server.error));
    if (isOurs) { // the keyring has been asked before
        m_remember->setVisible(!attempt->name.isEmpty());
        m_remember->setChecked(attempt->mustBeRemembered);
        return appear();
    }
    m_workspace.setPassphrase(server.id, nullptr); // of a key that it had before
    if (!m_keyring || m_name.isEmpty())
        return appear();
    m_patience.start();
    m_keyring->read(m_name, this, [this, id = server.id](const Result<std::shared_ptr<const SecretBytes>> &found) {
        answer(id, found);
    });
}

void UnlockBar::answer(ServerId server, const Result<std::shared_ptr<const SecretBytes>> &found)
{
    if (m_asking != server)
        return;
    if (found && *found && m_passphrase->text().isEmpty())
        return start({.server = server, .name = m_name, .passphrase = *found, .isRemembered = true});
    m_remember->setVisible(found.has_value());
    if (!found && found.error().code == ErrorCode::KeyringRefused)
        m_reason->setText(describe(found.error()));
    appear();
}

void UnlockBar::appear()
{
    m_patience.stop();
    if (!m_asking || isVisible())
        return;
    show();
    m_passphrase->setFocus(Qt::OtherFocusReason);
}

void UnlockBar::submit()
{
    if (!m_asking || m_passphrase->text().isEmpty())
        return;
    const bool canBeRemembered = m_remember->isVisibleTo(this);
    start({.server = *m_asking,
           .name = canBeRemembered ? m_name : QString(),
           .passphrase = m_passphrase->secret(),
           .mustBeRemembered = canBeRemembered && m_remember->isChecked()});
}

void UnlockBar::start(Attempt attempt)
{
    m_workspace.setPassphrase(attempt.server, attempt.passphrase);
    m_attempt = std::move(attempt);
    Q_EMIT startRequested();
}

void UnlockBar::followAttempt(ServerId id)
{
    const ServerEntry *server = m_workspace.server(id);
    if (!m_attempt || m_attempt->server != id || !server)
        return;
    const auto sayFailure = [this](const Result<void> &done) {
        if (!done)
            Q_EMIT said(describe(done.error()));
    };
    if (server->state == ServerState::Listening) {
        const auto attempt = std::exchange(m_attempt, std::nullopt);
        if (m_keyring && attempt->mustBeRemembered)
            m_keyring->write(attempt->name, attempt->passphrase, this, sayFailure);
    } else if (server->state == ServerState::Stopped && server->error && isAboutPassphrase(*server->error) && m_keyring
               && m_attempt->isRemembered) {
        m_keyring->forget(m_attempt->name, this, sayFailure);
    }
}

} // namespace sealport
