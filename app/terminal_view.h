#pragma once

#include "app/connection_json.h"
#include "app/serve_options.h"
#include "model/sockets/connection_record.h"
#include "model/sockets/workspace.h"

#include <QCoreApplication>
#include <QString>

#include <cstdio>
#include <unordered_map>
#include <vector>

namespace sealport {

/// Writes what a running server does, one line or one JSON object for each event, flushed at once.
class TerminalView {
    Q_DECLARE_TR_FUNCTIONS(TerminalView)

public:
    TerminalView(OutputFormat format, std::FILE *out, std::FILE *err)
        : m_format(format)
        , m_out(out)
        , m_err(err)
    {
    }

    void listening(const ServerEntry &entry);
    /// Something was taken over while it ran, or could not be: entry.changeError.
    void changed(const ServerEntry &entry);
    void connections(const std::vector<ConnectionRecord> &records);
    void stopped(const ServerEntry &entry);
    /// That a server could not start, for programs; people are told by error().
    void failed(const QString &server, const Error &error);
    void error(const QString &sentence);
    void note(const QString &sentence);

    /// False once nobody reads the output any more.
    [[nodiscard]] bool isReadable() const { return m_isReadable; }

private:
    void write(const QByteArray &line);
    void writeCertificate(const ServerEntry &entry);
    void flush();
    [[nodiscard]] QByteArray lineOf(const ConnectionRecord &record);

    OutputFormat m_format;
    std::FILE *m_out;
    std::FILE *m_err;
    std::unordered_map<ConnectionId, Fingerprints> m_live; ///< of secured connections, for their second line
    bool m_isReadable = true;
};

} // namespace sealport
