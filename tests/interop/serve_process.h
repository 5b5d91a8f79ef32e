#pragma once

#include "tests/support/child_process.h"

#include <QJsonObject>
#include <QList>
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
    /// Waits for the event that ends a connection; empty when none came. Each is told once: the kernel may give a later
    /// client the same port.
    [[nodiscard]] QJsonObject endOf(const QString &peer);
    /// The same, which leaves the end to be told.
    [[nodiscard]] bool waitForEndOf(const QString &peer);
    [[nodiscard]] bool waitFor(const Condition &condition, std::chrono::milliseconds time = patience);

    [[nodiscard]] pid_t processId() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() { return m_process.isRunning(); }
    [[nodiscard]] int exitCode() const { return m_process.exitCode(); }
    [[nodiscard]] int endSignal() const { return m_process.endSignal(); } ///< 0 where none killed it
    [[nodiscard]] QString output() { return QString::fromUtf8(m_process.output()); }
    [[nodiscard]] QString errors() { return QString::fromUtf8(m_process.errors()); }

private:
    void launch();
    void readLines();

    const QString m_home;
    const QStringList m_options;
    QStringList m_prefix;
    ChildProcess m_process;
    qsizetype m_read = 0; ///< octets of its output that are in m_events
    QList<QJsonObject> m_events;
    QSet<int> m_told; ///< connections whose end was asked for
};

/// A member of an event that is a string.
[[nodiscard]] QString text(const QJsonObject &event, const QString &member);

/// "failed" and "closed" end a connection.
[[nodiscard]] bool isFinal(const QJsonObject &event);

} // namespace sealport::test
