#include "app/serve_command.h"

#include "model/text/error_text.h"
#include "model/text/warning_text.h"

#include <algorithm>

namespace sealport {

ServeCommand::ServeCommand(ServeOptions options, std::shared_ptr<const SecretBytes> passphrase, Workspace &workspace,
                           TerminalView &view, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_passphrase(std::move(passphrase))
    , m_workspace(workspace)
    , m_view(view)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ServeCommand::stop);
    connect(&m_signals, &UnixSignals::stopRequested, this, &ServeCommand::stop);
    connect(&m_signals, &UnixSignals::rereadRequested, this, [this] {
        if (const auto applied = m_workspace.applyChanges(m_server); !applied)
            m_view.error(describe(applied.error()));
    });
    connect(&m_workspace, &Workspace::opened, this, &ServeCommand::workspaceOpened);
    connect(&m_workspace, &Workspace::serverChanged, this, &ServeCommand::serverChanged);
    connect(&m_workspace, &Workspace::connectionsArrived, this, &ServeCommand::connectionsArrived);
}

void ServeCommand::run()
{
    m_workspace.open();
}

std::expected<ServerId, ServeCommand::Refusal> ServeCommand::chooseServer()
{
    constexpr int wrongUsage = 2;
    const auto cannotStart = [this](ErrorCode code, const QString &name) {
        constexpr int failed = 1;
        const Error error{.code = code, .subject = name, .values = {}, .causes = {}};
        m_view.failed(name, error);
        return std::unexpected(Refusal{describe(error), failed});
    };
    const std::vector<ServerEntry> &servers = m_workspace.servers();
    const ServerEntry *stored = m_workspace.serverNamed(m_options.name);
    const bool isKnown = m_options.name.isEmpty() ? m_options.describesServer || !servers.empty()
                                                  : stored != nullptr || m_options.describesCertificate;
    if (!isKnown)
        return cannotStart(ErrorCode::ProfileNotFound, m_options.name);
    if (!m_options.describesServer) {
        const ServerEntry &entry = stored != nullptr ? *stored : servers.front();
        if (entry.profile.reply.mode == ReplyMode::ByHand)
            return cannotStart(ErrorCode::ReplyNeedsWindow, entry.profile.name);
        return entry.id;
    }
    ServerProfile base;
    base.name = m_options.name.isEmpty() ? QStringLiteral("sSocketSSL") : m_options.name;
    if (stored != nullptr) {
        base = stored->profile;
    } else if (!servers.empty()) {
        base.certificate = servers.front().profile.certificate;
    }
    const auto wrongOptions = [](const QString &sentence) {
        return std::unexpected(Refusal{
            sentence + u' ' + QCoreApplication::translate("CommandLine", "See sealport serve --help."), wrongUsage});
    };
    if (const auto wrong = wrongWith(base, m_options))
        return wrongOptions(wrong->text);
    ServerProfile profile = withOverrides(base, m_options);
    if (profile.reply.mode == ReplyMode::ByHand && m_options.given.contains(QStringLiteral("reply")))
        return wrongOptions(
            describe({.code = ErrorCode::ReplyNeedsWindow, .subject = profile.name, .values = {}, .causes = {}}));
    if (profile.reply.mode == ReplyMode::ByHand)
        return cannotStart(ErrorCode::ReplyNeedsWindow, profile.name);
    return m_workspace.addTemporaryServer(std::move(profile));
}

void ServeCommand::workspaceOpened()
{
    bool hasSpoken = false;
    for (const Error &problem : m_workspace.problems()) {
        if (problem.code == ErrorCode::PassphraseNeeded && m_passphrase)
            continue;
        m_view.error(describe(problem));
        hasSpoken = true;
    }
    if (m_workspace.servers().empty() && hasSpoken && !m_options.describesCertificate)
        return finish(1); // they have just said why there is nothing to run
    const auto chosen = chooseServer();
    if (!chosen) {
        m_view.error(chosen.error().sentence);
        return finish(chosen.error().exitCode);
    }
    m_server = *chosen;
    m_workspace.setPassphrase(m_server, m_passphrase);
    if (m_isStopping)
        return reportStopped(*m_workspace.server(m_server));
    m_workspace.start(m_server);
}

void ServeCommand::serverChanged(ServerId id)
{
    const ServerEntry *entry = m_workspace.server(id);
    if (id != m_server || entry == nullptr || m_isFinished)
        return;
    sayWhatIsLacking(*entry);
    if (entry->state == ServerState::Listening && !m_isListening) {
        m_isListening = true;
        m_generation = entry->generation;
        m_view.listening(*entry);
        if (!m_view.isReadable())
            return stop();
        if (m_options.stopAfter.count() > 0)
            m_timer.start(m_options.stopAfter);
    } else if (entry->state == ServerState::Listening) {
        sayIfChanged(*entry);
    } else if (entry->state == ServerState::Stopped && entry->error && !m_isStopping) {
        const bool isSaid = std::ranges::find(m_workspace.problems(), *entry->error) != m_workspace.problems().end();
        if (!isSaid || (m_passphrase && entry->error->code == ErrorCode::PassphraseNeeded))
            m_view.error(describe(*entry->error));
        if (entry->error->code == ErrorCode::PassphraseNeeded || entry->error->code == ErrorCode::PinNeeded)
            m_view.error(tr("Name a file whose first line it is with --pass-file."));
        m_view.failed(entry->profile.name, *entry->error);
        finish(1);
    } else if (entry->state == ServerState::Stopped) {
        reportStopped(*entry);
    }
}

void ServeCommand::sayIfChanged(const ServerEntry &entry)
{
    const bool isNew = std::exchange(m_generation, entry.generation) != entry.generation;
    const bool isRefused = std::exchange(m_changeError, entry.changeError) != entry.changeError && entry.changeError;
    if (isNew || isRefused)
        m_view.changed(entry);
}

void ServeCommand::sayWhatIsLacking(const ServerEntry &entry)
{
    for (const Warning &warning : entry.warnings) {
        if (warning.code != WarningCode::CaptureIncomplete && warning.code != WarningCode::KeyLogIncomplete)
            continue;
        const QString sentence = describe(warning);
        if (m_lacking.contains(sentence))
            continue;
        m_lacking.append(sentence);
        m_view.error(sentence);
    }
}

void ServeCommand::connectionsArrived(const std::vector<ConnectionRecord> &records)
{
    m_view.connections(records);
    m_ended += static_cast<std::uint64_t>(
        std::ranges::count_if(records, [](const ConnectionRecord &record) { return hasEnded(record.state); }));
    const bool isCountReached = m_options.stopAfterCount > 0 && m_ended >= m_options.stopAfterCount;
    if (isCountReached || !m_view.isReadable())
        stop();
}

void ServeCommand::stop()
{
    m_isStopping = true;
    m_workspace.stop(m_server); // nothing, where it is not known yet: workspaceOpened() sees to that
}

void ServeCommand::reportStopped(const ServerEntry &entry)
{
    m_signals.ignoreFromNowOn(); // the last line is the truth: no signal takes it back
    m_view.stopped(entry);
    if (m_view.isReadable())
        return finish(0);
    m_view.error(tr("The output could not be written, so the server was stopped."));
    finish(1);
}

void ServeCommand::finish(int exitCode)
{
    if (std::exchange(m_isFinished, true))
        return;
    Q_EMIT done(exitCode);
}

} // namespace sealport
