#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace sealport::bench {

/// `sealport serve` on a free port with a data folder of its own; ended by stop() or with the object.
class ServeProcess {
public:
    /// Waits until it listens; port() is 0 when it does not. `output` gets everything it prints.
    ServeProcess(const QString &executable, const QString &dataFolder, const QString &output,
                 const QStringList &options);
    ~ServeProcess();
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    /// SIGTERM, and waits; true when it exited with 0.
    bool stop();

private:
    QProcess m_process;
    std::uint16_t m_port = 0;
};

} // namespace sealport::bench
