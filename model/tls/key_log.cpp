#include "model/tls/key_log.h"

#include <QByteArray>

#include <algorithm>
#include <array>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sealport {

namespace {

/// Empty, or begun by a program that writes such files: what else stands there is somebody's.
bool isKeyLog(int descriptor)
{
    std::array<char, 16> first{};
    const ssize_t size = ::pread(descriptor, first.data(), first.size(), 0);
    const QByteArrayView begin(first.data(), std::max<ssize_t>(size, 0));
    return size == 0
           || std::ranges::any_of(std::array{"#", "CLIENT_", "SERVER_", "EXPORTER_", "EARLY_", "RSA "},
                                  [&](const char *label) { return begin.startsWith(label); });
}

} // namespace

Result<void> KeyLog::open()
{
    const auto refused = [this](const QString &cause) {
        return std::unexpected(
            Error{.code = ErrorCode::FileNotWritable, .subject = m_path, .values = {}, .causes = {cause}});
    };
    const QByteArray name = QFile::encodeName(m_path);
    // Never through a link, which somebody may have left in a shared folder, never readable by others, and never
    // waiting for the other end of a pipe.
    const int descriptor =
        ::open(name.constData(), O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return refused(qt_error_string(errno));
    struct stat found = {};
    if (::fstat(descriptor, &found) != 0 || !S_ISREG(found.st_mode)) {
        ::close(descriptor);
        return refused(QStringLiteral("not a file"));
    }
    if (!isKeyLog(descriptor)) {
        ::close(descriptor);
        return std::unexpected(Error{.code = ErrorCode::AlreadyExists,
                                     .subject = m_path,
                                     .values = {},
                                     .causes = {QStringLiteral("not a key log")}});
    }
    if (::fchmod(descriptor, 0600) != 0) {
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
