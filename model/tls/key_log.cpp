#include "model/tls/key_log.h"

#include <QByteArray>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sealport {

Result<void> KeyLog::open()
{
    const auto refused = [this](const QString &cause) {
        return std::unexpected(
            Error{.code = ErrorCode::FileNotWritable, .subject = m_path, .values = {}, .causes = {cause}});
    };
    const QByteArray name = QFile::encodeName(m_path);
    // Never through a link, which somebody may have left in a shared folder, and never readable by others.
    const int descriptor = ::open(name.constData(), O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return refused(qt_error_string(errno));
    struct stat found = {};
    if (::fstat(descriptor, &found) != 0 || !S_ISREG(found.st_mode) || ::fchmod(descriptor, 0600) != 0) {
        const QString cause = qt_error_string(errno);
        ::close(descriptor);
        return refused(cause);
    }
    const std::scoped_lock lock(m_mutex);
    if (!m_file.open(descriptor, QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered,
                     QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return refused(m_file.errorString());
    }
    return {};
}

void KeyLog::add(const char *line)
{
    const QByteArray whole = QByteArray(line) + '\n';
    const std::scoped_lock lock(m_mutex);
    if (m_file.isOpen())
        m_file.write(whole); // in one call, so that several servers may share a file
}

} // namespace sealport
