#include "ui/status_summary.h"

#include "model/sockets/workspace.h"
#include "model/text/formatting.h"
#include "ui/sparkline.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>
#include <chrono>

namespace sealport {

StatusSummary::StatusSummary(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_text(new QLabel(this))
    , m_curve(new Sparkline(this))
{
    m_text->setObjectName(QStringLiteral("summary"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(12);
    row->addWidget(m_text);
    row->addWidget(m_curve);
    row->addStretch(1);

    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &StatusSummary::tick);
    connect(&m_workspace, &Workspace::countsChanged, this, &StatusSummary::noteCounts);
    connect(&m_workspace, &Workspace::serverChanged, this, &StatusSummary::updateText);
    connect(&m_workspace, &Workspace::serverRemoved, this, &StatusSummary::updateText);
    connect(&m_workspace, &Workspace::opened, this, &StatusSummary::updateText);
    m_lastSecured = secured();
    m_curve->hide(); // until there is something to see
    updateText();
}

std::uint64_t StatusSummary::secured() const
{
    std::uint64_t sum = 0;
    for (const ServerEntry &server : m_workspace.servers())
        sum += server.counts.secured;
    return sum;
}

void StatusSummary::noteCounts()
{
    updateText();
    if (!m_clock.isActive())
        m_clock.start();
}

void StatusSummary::tick()
{
    const std::uint64_t now = secured();
    m_rate = now >= m_lastSecured ? now - m_lastSecured : 0; // a restart begins to count anew
    m_lastSecured = now;
    m_curve->append(double(m_rate));
    updateText();
    m_curve->setVisible(!m_curve->isFlat());
    if (m_curve->isFlat())
        m_clock.stop();
}

void StatusSummary::updateText()
{
    const auto &servers = m_workspace.servers();
    std::uint64_t live = 0;
    std::uint64_t failed = 0;
    for (const ServerEntry &server : servers) {
        live += server.counts.live;
        failed += server.counts.failed;
    }
    const auto listening = std::ranges::count(servers, ServerState::Listening, &ServerEntry::state);
    m_text->setText(
        tr("%1 · %2 live · %3 failed · %4 handshakes/s")
            .arg(listening == 1 ? tr("1 server listening") : tr("%n servers listening", nullptr, int(listening)))
            .arg(wholeNumber(live))
            .arg(wholeNumber(failed))
            .arg(wholeNumber(m_rate)));
}

} // namespace sealport
