#pragma once

#include "model/base/error.h"

#include <QFile>
#include <QString>

#include <mutex>
#include <utility>

namespace sealport {

/// The file in which a server writes what decrypts its connections, for Wireshark and its like (NSS key log format,
/// SSL_CTX_set_keylog_callback). Whoever can read it can read the connections: 0600, and written only where the user
/// asked for it. Lines are added to what is there. Any thread.
class KeyLog {
public:
    explicit KeyLog(QString path)
        : m_path(std::move(path))
    {
    }
    [[nodiscard]] const QString &path() const { return m_path; }

    /// Once; nothing is written before. Blocking. Errors: FileNotWritable.
    Result<void> open();
    /// One line, without its end. At once in the file: a reader that follows it misses nothing.
    void add(const char *line);

private:
    const QString m_path;
    std::mutex m_mutex;
    QFile m_file;
};

} // namespace sealport
