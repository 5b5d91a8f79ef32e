#pragma once

#include "model/base/error.h"

#include <QFile>
#include <QString>

#include <memory>
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

    /// Once; nothing is written before. What the one `before` lacks, whose place it takes, and still writes, it lacks
    /// as well where both are one file. Blocking. Errors: FileNotWritable, AlreadyExists (values: "key-log": there is
    /// something else).
    Result<void> open(const KeyLog *before = nullptr);
    /// What open() would be refused for, with everything left as it is. Blocking.
    [[nodiscard]] Result<void> mayOpen() const;
    /// One line, without its end. At once in the file: a reader that follows it misses nothing. A file that was deleted
    /// meanwhile is made anew.
    void add(const char *line);
    /// Why lines are missing: what the system said when the first of them could not be written. Empty: none is.
    /// Never waits for the disk.
    [[nodiscard]] QString failure() const;

private:
    Result<void> openFile(); ///< under the lock
    void fail(const QString &reason);

    const QString m_path;
    std::mutex m_mutex; ///< of the file; held while the disk is waited for
    QFile m_file;
    struct Failure {
        std::mutex mutex;
        QString reason;
    };
    std::shared_ptr<Failure> m_failure = std::make_shared<Failure>();
};

} // namespace sealport
