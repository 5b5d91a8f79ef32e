#pragma once

#include "model/sockets/production_export.h"
#include "tests/support/child_process.h"

#include <QString>
#include <QStringList>

namespace sealport::test {

/// A server that somebody else made, run with an exported configuration: in a folder of the test, as an ordinary user,
/// on a port above 1023. Waits turn the event loop. Killed, if it still runs, when it goes.
class ProductionServer {
public:
    ProductionServer(ExportTarget target, const QString &folder)
        : m_target(target)
        , m_folder(folder)
    {
    }

    /// Its path; empty when it is not installed.
    [[nodiscard]] static QString program(ExportTarget target);
    [[nodiscard]] static QString debianPackage(ExportTarget target);

    /// Makes the files that the configuration needs, writes it, and what a program around it has in the system's
    /// folders otherwise. False, with a warning, when something fails.
    [[nodiscard]] bool prepare(const ProductionConfig &config);
    /// What it says itself of the configuration (nginx -t); empty when all is well, or when it has no such check.
    [[nodiscard]] QString check() const;
    /// True once it accepts connections.
    [[nodiscard]] bool start(quint16 port);
    [[nodiscard]] QString output() { return QString::fromUtf8(m_process.output()); }

private:
    [[nodiscard]] bool write(const QString &name, const QString &text) const;
    [[nodiscard]] bool writeConfiguration(const QString &text) const;
    [[nodiscard]] QString file(const QString &name) const { return m_folder + u'/' + name; }
    [[nodiscard]] QStringList checkWords() const;
    [[nodiscard]] QStringList startWords() const;

    const ExportTarget m_target;
    const QString m_folder;
    ChildProcess m_process;
};

/// A port of 127.0.0.1 that nobody had a moment ago.
[[nodiscard]] quint16 freePort();

} // namespace sealport::test
