// What the user can do with a server: the commands of ServerPanel.
#include "ui/server_panel.h"

#include "model/certificates/pkcs11_uri.h"
#include "model/tables/server_model.h"
#include "ui/applications_window.h"
#include "ui/hint_table.h"
#include "ui/icons.h"
#include "ui/message_bar.h"
#include "ui/server_form.h"
#include "ui/server_history.h"
#include "ui/table_layout.h"

#include <QMenu>

#include <algorithm>

namespace sealport {
namespace {

/// What a new server presents: the newest that can be presented and is no CA, named so that it means no other one.
void proposeCertificate(ServerProfile &profile, const std::vector<StoredCertificate> &certificates)
{
    const StoredCertificate *best = nullptr;
    for (const StoredCertificate &stored : certificates) {
        if (stored.hasKey && !stored.certificate.isCa()
            && (!best || stored.certificate.notBefore() > best->certificate.notBefore()))
            best = &stored;
    }
    if (!best)
        return;
    const auto sameName = [best](const StoredCertificate &stored) {
        return stored.certificate.name().compare(best->certificate.name(), Qt::CaseInsensitive) == 0;
    };
    const bool unique = std::ranges::count_if(certificates, sameName) == 1;
    profile.certificate.by = unique ? IdentifyBy::Name : IdentifyBy::Thumbprint;
    profile.certificate.id =
        unique ? best->certificate.name() : formatThumbprint(best->certificate.sha1(), ThumbprintFormat::Windows);
}

} // namespace

void ServerPanel::addServer()
{
    flush();
    ServerProfile profile;
    profile.name = QStringLiteral("sSocketSSL");
    profile.port = freePortFrom(profile.port, 65'535); // from SocketCréeSSL's example on
    proposeCertificate(profile, m_workspace.certificates());
    const ServerId id = m_workspace.addServer(profile);
    selectServer(id);
    m_form->editName();
}

void ServerPanel::startCurrent()
{
    flush();
    const auto *server = currentEntry();
    if (server && !m_dirty && server->state == ServerState::Stopped)
        m_workspace.start(server->id);
}

void ServerPanel::use(const Mend &mend)
{
    if (mend.kind == Mend::Kind::ChooseFurther)
        return m_form->chooseMissingCertificate();
    flush();
    const auto *server = currentEntry();
    if (!server || m_dirty)
        return;
    const ServerProfile before = server->profile;
    const bool isStartWanted = mend.kind == Mend::Kind::UsePort && server->error && server->applied == before;
    if (m_workspace.updateServer(server->id, mended(before, mend))) // the name stays, so it works
        m_history->noteEdit(server->id, before);
    if (isStartWanted) // it has just failed for that
        startCurrent();
}

void ServerPanel::showApplications(const QString &id)
{
    if (!m_applications)
        m_applications = new ApplicationsWindow(m_workspace, this);
    if (!id.isEmpty())
        m_applications->showApplication(id);
    m_applications->show();
    m_applications->raise();
    m_applications->activateWindow();
}

void ServerPanel::stopCurrent()
{
    if (m_current)
        m_workspace.stop(*m_current);
}

void ServerPanel::restartCurrent()
{
    flush();
    if (m_current && !m_dirty)
        m_workspace.restart(*m_current);
}

void ServerPanel::toggle(ServerId id)
{
    const auto *server = m_workspace.server(id);
    if (!server)
        return;
    flush();
    if (server->state == ServerState::Stopped)
        m_workspace.start(id);
    else
        m_workspace.stop(id);
}

void ServerPanel::removeCurrent()
{
    flush();
    const auto *server = currentEntry();
    if (!server)
        return;
    m_history->remove(server->id);
}

bool ServerPanel::undo()
{
    flush();
    if (m_refused) { // what was typed last: it stands nowhere but in its field
        m_dirty = false;
        m_refused.reset();
        showCurrent();
        return true;
    }
    const bool isThere = !m_history->isEmpty();
    m_history->undo();
    return isThere;
}

void ServerPanel::offerLists(const TlsPresetSettings &before)
{
    const auto *server = currentEntry();
    if (!server)
        return;
    m_undo->showMessage(MessageBar::Level::Information,
                        tr("The preset has replaced the algorithms of %1.").arg(server->profile.name), tr("Undo"),
                        [this, id = server->id, before] {
                            if (m_workspace.server(id) == nullptr)
                                return;
                            selectServer(id);
                            m_form->useSettings(before);
                        });
}

void ServerPanel::useCertificate(const StoredCertificate &certificate)
{
    if (!m_current)
        return;
    if (isPkcs11Uri(certificate.file))
        m_form->useCertificateAt(certificate.file);
    else
        m_form->useThumbprintOf(certificate.certificate);
}

void ServerPanel::allowProtocols(ServerId id, ProtocolSet protocols)
{
    flush();
    const auto *server = m_workspace.server(id);
    if (!server)
        return;
    ServerProfile profile = server->profile;
    for (const Protocol protocol : protocols.toVector())
        profile.protocols.insert(protocol);
    if (const ServerProfile before = server->profile; profile != before) {
        if (!m_workspace.updateServer(id, profile))
            return;
        m_history->noteEdit(id, before);
    }
    const auto *updated = m_workspace.server(id);
    if (updated && updated->state == ServerState::Listening) {
        if (!m_workspace.applyChanges(id)) // something else waits for a restart
            m_workspace.restart(id);
    } else if (updated && updated->state == ServerState::Stopped)
        m_workspace.start(id);
}

void ServerPanel::showContextMenu(const QPoint &position)
{
    const auto *server = currentEntry();
    const bool stopped = server && server->state == ServerState::Stopped;
    const bool listening = server && server->state == ServerState::Listening;
    const auto icon = [](const char *name) { return themedIcon(QString::fromLatin1(name)); };
    QMenu menu(this);
    menu.addAction(icon("start"), tr("Start server"), this, &ServerPanel::startCurrent)->setEnabled(stopped);
    menu.addAction(icon("stop"), tr("Stop server"), this, &ServerPanel::stopCurrent)->setEnabled(listening);
    menu.addAction(icon("start"), tr("Restart server"), this, &ServerPanel::restartCurrent)->setEnabled(listening);
    menu.addSeparator();
    menu.addAction(icon("copy"), tr("Copy row"), m_table, &HintTable::copySelection)->setEnabled(server);
    menu.addSeparator();
    menu.addAction(icon("new-server"), tr("New server"), this, &ServerPanel::addServer);
    fillProfileMenu(*menu.addMenu(tr("Stored server")));
    menu.addAction(icon("clear"), tr("Remove server"), this, &ServerPanel::removeCurrent)->setEnabled(server);
    menu.addSeparator();
    m_layout->fillMenu(*menu.addMenu(tr("Columns")));
    menu.exec(m_table->viewport()->mapToGlobal(position));
}

} // namespace sealport
