#include "ui/issuing_actions.h"

#include "model/certificates/display_text.h"
#include "model/sockets/applications.h"
#include "model/sockets/certificate_use.h"
#include "model/text/error_text.h"
#include "model/text/formatting.h"
#include "ui/message_bar.h"
#include "ui/renewal_dialog.h"
#include "ui/revocation_dialog.h"
#include "ui/signing_dialog.h"

#include <QFileDialog>
#include <QStringBuilder>

namespace sealport {
namespace {

QString shown(const Certificate &certificate)
{
    return displayText(certificate.name().left(100));
}

} // namespace

IssuingActions::IssuingActions(Workspace &workspace, StoreEditor &editor, MessageBar &message, QWidget &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_editor(editor)
    , m_message(message)
    , m_window(window)
{
}

void IssuingActions::announce(const StoredCertificate &made)
{
    m_workspace.reloadCertificates();
    Q_EMIT arrived(made.certificate);
    m_message.showMessage(MessageBar::Level::Information,
                          tr("%1 was made: %2.").arg(shown(made.certificate), made.file));
}

void IssuingActions::announce(const StoredRequest &made)
{
    m_workspace.reloadCertificates();
    Q_EMIT stored(made.file);
    m_message.showMessage(MessageBar::Level::Information,
                          tr("The request for %1 was written to %2. Its key waits beside it for the certificate.")
                              .arg(displayText(made.request.name().left(100)), made.file));
}

void IssuingActions::renew(const StoredCertificate &old)
{
    auto *dialog = new RenewalDialog(old, m_editor, &m_window);
    connect(dialog, &RenewalDialog::renewed, this,
            [this, old = old.certificate](const StoredCertificate &made) { renewed(old, made.certificate); });
    dialog->showSoon();
}

void IssuingActions::renewed(const Certificate &old, const Certificate &fresh)
{
    m_workspace.reloadCertificates();
    Q_EMIT arrived(fresh);
    const QString text = tr("%1 was renewed: valid until %2.").arg(shown(fresh), exactDate(fresh.notAfter()));
    const QStringList applications = applicationsUsing({old}, m_workspace.applications().list());
    if (applications.isEmpty())
        return m_message.showMessage(MessageBar::Level::Information, text);
    m_message.showMessage(MessageBar::Level::Warning,
                          text % u' ' % tr("The old one is still assigned to %1.").arg(spokenList(applications, 3, 0)),
                          tr("Assign the new one"), [this, old, fresh] { reassign(old, fresh); });
}

void IssuingActions::reassign(const Certificate &old, const Certificate &fresh)
{
    m_workspace.applications().reassign(old, fresh, this, [this, old, fresh](const Result<QStringList> &ids) {
        if (!ids)
            return m_message.showMessage(MessageBar::Level::Error, describe(ids.error()));
        if (ids->isEmpty())
            return m_message.showMessage(MessageBar::Level::Information,
                                         tr("No application has the old %1 any more.").arg(shown(old)));
        m_message.showMessage(
            MessageBar::Level::Information,
            tr("The new %1 is assigned to %2; servers that name it follow.").arg(shown(fresh), spokenList(*ids, 3, 0)),
            tr("Undo"), [this, old, fresh, ids = *ids] { takeBack(ids, old, fresh); });
    });
}

void IssuingActions::takeBack(const QStringList &applications, const Certificate &old, const Certificate &fresh)
{
    const auto change = [old, fresh](ApplicationDefinition &application) -> Result<void> {
        sealport::reassign(application, fresh, old);
        return {};
    };
    for (const QString &id : applications)
        m_workspace.applications().change(id, change, this, [this](const Result<ApplicationDefinition> &changed) {
            if (!changed)
                m_message.showMessage(MessageBar::Level::Error, describe(changed.error()));
        });
}

void IssuingActions::revoke(const StoredCertificate &stored, RevocationState state)
{
    auto *dialog = new RevocationDialog(stored, state, m_editor, &m_window);
    connect(
        dialog, &RevocationDialog::revoked, this,
        [this, certificate = stored.certificate](const Revocation &revocation) { revoked(certificate, revocation); });
    dialog->showSoon();
}

void IssuingActions::revoked(const Certificate &certificate, const Revocation &revocation)
{
    m_workspace.reloadCertificates();
    const QString file = revocation.written.file;
    QString text = isRevokedIn(revocation.written.list, certificate)
                       ? tr("%1 is revoked. The list was written to %2.").arg(shown(certificate), file)
                       : tr("%1 is on hold no more. The list was written to %2.").arg(shown(certificate), file);
    if (revocation.before) {
        Q_EMIT replaced(revocation);
        text += u' ' % tr("The list before is in the trash.");
    }
    m_message.showMessage(MessageBar::Level::Information, text, tr("Show the list"),
                          [this, file] { Q_EMIT stored(file); });
}

void IssuingActions::sign(const CertificateRequest &request)
{
    auto *dialog = new SigningDialog(request, m_workspace.certificates(), m_editor, &m_window);
    connect(dialog, &SigningDialog::answered, this, &IssuingActions::signedRequest);
    dialog->show();
}

void IssuingActions::signedRequest(const RequestAnswer &answer)
{
    m_workspace.reloadCertificates();
    Q_EMIT arrived(answer.stored.certificate);
    const QString text = tr("The request of %1 was signed.").arg(shown(answer.stored.certificate));
    if (answer.leftOut.isEmpty())
        return m_message.showMessage(MessageBar::Level::Information, text);
    m_message.showMessage(
        MessageBar::Level::Warning,
        text % u' '
            % tr("Not taken over from the request, or otherwise than it asks: %1.").arg(spokenList(answer.leftOut)));
}

void IssuingActions::signFile()
{
    auto *chooser = new QFileDialog(&m_window, tr("Sign a request"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Requests (*.csr *.p10 *.req *.pem *.der)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this, qOverload<const QString &>(&IssuingActions::signFile));
    chooser->open();
}

void IssuingActions::signFile(const QString &file)
{
    m_editor.readRequest(file, this, [this](const Result<CertificateRequest> &request) {
        if (request)
            sign(*request);
        else
            m_message.showMessage(MessageBar::Level::Error, describe(request.error()));
    });
}

} // namespace sealport
