#include "ui/server_history.h"

#include "model/certificates/display_text.h"
#include "model/sockets/workspace.h"
#include "model/text/error_text.h"
#include "ui/message_bar.h"

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

constexpr std::size_t mostSteps = 100;

} // namespace

ServerHistory::ServerHistory(Workspace &workspace, MessageBar &bar, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_bar(bar)
{
}

void ServerHistory::push(Step step)
{
    if (m_steps.size() >= mostSteps)
        m_steps.erase(m_steps.begin());
    m_steps.push_back(std::move(step));
}

void ServerHistory::noteEdit(ServerId server, const ServerProfile &before, const QObject *field)
{
    if (!m_steps.empty() && field && m_steps.back().field == field && m_steps.back().server == server)
        return; // its beginning is known
    push({.text = tr("The server %1 was changed.").arg(displayText(before.name)),
          .server = server,
          .field = field,
          .undo = [this, before](ServerId id) {
              if (const auto stored = m_workspace.updateServer(id, before); !stored)
                  m_bar.showMessage(MessageBar::Level::Error, describe(stored.error()));
              return id;
          }});
}

void ServerHistory::remove(ServerId server)
{
    const auto &all = m_workspace.servers();
    const auto entry = std::ranges::find(all, server, &ServerEntry::id);
    if (entry == all.end())
        return;
    const QString name = displayText(entry->profile.name);
    push({.text = entry->state == ServerState::Stopped ? tr("The server %1 was removed.").arg(name)
                                                       : tr("The server %1 was stopped and removed.").arg(name),
          .server = server,
          .undo = [this, profile = entry->profile, isStored = entry->isStored,
                   place = static_cast<std::size_t>(entry - all.begin())](ServerId) {
              const ServerId id = isStored ? m_workspace.addServer(profile) : m_workspace.addTemporaryServer(profile);
              m_workspace.moveServer(id, place);
              return id;
          }});
    m_workspace.removeServer(server);
    m_bar.showMessage(MessageBar::Level::Information, m_steps.back().text, tr("Undo"), [this] { undo(); });
}

/// A server that is back has another id, and its earlier steps are still its own.
void ServerHistory::follow(ServerId former, ServerId now)
{
    for (Step &step : m_steps)
        if (step.server == former)
            step.server = now;
}

void ServerHistory::undo()
{
    if (m_steps.empty())
        return;
    const Step step = std::move(m_steps.back());
    m_steps.pop_back();
    m_bar.clear();
    const ServerId id = step.undo(step.server);
    follow(step.server, id);
    if (m_bar.text().isEmpty()) { // nothing kept it from being done
        const QString done = tr("Undone: %1").arg(step.text);
        if (m_steps.empty())
            m_bar.showMessage(MessageBar::Level::Information, done);
        else
            m_bar.showMessage(MessageBar::Level::Information,
                              done + u'\n' + tr("Before that: %1").arg(m_steps.back().text), tr("Undo"),
                              [this] { undo(); });
    }
    Q_EMIT restored(id);
}

} // namespace sealport
