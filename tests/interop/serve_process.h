#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QStringList>

#include <chrono>
#include <csignal>
#include <functional>

namespace sealport::test {

/// A `sealport serve` of its own, as its user sees it: a command line, lines of JSON, an exit code.
/// Waits turn the event loop of the thread that made it. Killed, if it still runs, when it goes.
/// SEALPORT_SERVE_COMMAND in the environment names another program, words apart by spaces, that takes serve's options.
class ServeProcess {
public:
    using Condition = std::function<bool()>;
    static constexpr std::chrono::milliseconds patience{30'000}; ///< also for sanitizers on a busy machine

    /// `home`: its data folder. `options`: those of serve; JSON is asked for unless they name a format.
    ServeProcess(const QString &home, const QStringList &options);
    ~ServeProcess();
    ServeProcess(const ServeProcess &) = delete;
    ServeProcess &operator=(const ServeProcess &) = delete;

    /// As another user or with something around it: words that stand before the command.
    void setPrefix(const QStringList &words) { m_prefix = words; }
    /// True once it listens; false when it ended instead.
    [[nodiscard]] bool start();
    /// Until it ends by itself.
    [[nodiscard]] bool runToEnd();
    /// Asks it to stop and gives its last event; empty when it did not end.
    QJsonObject stop(int signal = SIGTERM);

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] const QList<QJsonObject> &events() const { return m_events; }
    /// The events of a connection, named by the client's end ("127.0.0.1:40001").
    [[nodiscard]] QList<QJsonObject> eventsOf(const QString &peer) const;
    /// Waits for the event that ends a connection; empty when none came.
    [[nodiscard]] QJsonObject endOf(const QString &peer);
    [[nodiscard]] bool waitFor(const Condition &condition, std::chrono::milliseconds time = patience);

    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    [[nodiscard]] int exitCode() const { return m_process.exitCode(); } ///< the signal's number where it was killed
    [[nodiscard]] bool wasKilled() const { return m_process.exitStatus() == QProcess::CrashExit; }
    [[nodiscard]] QString output() const { return m_output; }
    [[nodiscard]] QString errors();

private:
    void launch();
    void readLines();

    const QString m_home;
    const QStringList m_options;
    QStringList m_prefix;
    QProcess m_process;
    QByteArray m_partialLine;
    QString m_output;
    QString m_errors;
    QList<QJsonObject> m_events;
};

/// A member of an event that is a string.
[[nodiscard]] QString text(const QJsonObject &event, const QString &member);

/// "failed" and "closed" end a connection.
[[nodiscard]] bool isFinal(const QJsonObject &event);

} // namespace sealport::test
