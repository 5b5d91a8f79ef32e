#include "model/tls/key_log.h"

#include "model/tls/capture_place.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

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

/// Never through a link, which somebody may have left in a shared folder, and never waiting for the other end of a
/// pipe. `creating`: O_CREAT, or 0.
Result<int> openedAt(const QString &path, int creating)
{
    const QByteArray name = QFile::encodeName(path);
    const int descriptor =
        ::open(name.constData(), O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | creating, 0600);
    if (descriptor < 0)
        return std::unexpected(notWritable(path, errno));
    const auto refused = [descriptor](Error error) {
        ::close(descriptor);
        return std::unexpected(std::move(error));
    };
    struct stat found = {};
    if (::fstat(descriptor, &found) != 0 || !S_ISREG(found.st_mode))
        return refused({.code = ErrorCode::FileNotWritable,
                        .subject = path,
                        .values = {},
                        .causes = {QStringLiteral("not a file")}});
    if (!isKeyLog(descriptor))
        return refused({.code = ErrorCode::AlreadyExists,
                        .subject = path,
                        .values = {QStringLiteral("key-log")},
                        .causes = {QStringLiteral("not a key log")}});
    if (found.st_uid != ::geteuid() && ::geteuid() != 0) // others could not be kept from reading it
        return refused(notWritable(path, EPERM));
    return descriptor;
}

/// Whether only the beginning of the last line is there, whoever began it.
bool isTorn(int descriptor)
{
    struct stat found = {};
    char last = '\n';
    return ::fstat(descriptor, &found) == 0 && found.st_size > 0
           && ::pread(descriptor, &last, 1, found.st_size - 1) == 1 && last != '\n';
}

} // namespace

Result<void> KeyLog::open(const KeyLog *before)
{
    const std::scoped_lock lock(m_mutex);
    if (before && before->m_path == m_path)
        m_failure = before->m_failure;
    return openFile();
}

Result<void> KeyLog::openFile()
{
    const Result<int> descriptor = openedAt(m_path, O_CREAT);
    if (!descriptor)
        return std::unexpected(descriptor.error());
    if (::fchmod(*descriptor, 0600) != 0) {
        const Error error = notWritable(m_path, errno);
        ::close(*descriptor);
        return std::unexpected(error);
    }
    m_file.close();
    static_cast<void>(m_file.open(*descriptor, QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered,
                                  QFileDevice::AutoCloseHandle));
    return {};
}

Result<void> KeyLog::mayOpen() const
{
    struct stat found = {};
    if (::lstat(QFile::encodeName(m_path).constData(), &found) != 0 && errno == ENOENT)
        return mayMakeFile(m_path);
    const Result<int> descriptor = openedAt(m_path, 0);
    if (!descriptor)
        return std::unexpected(descriptor.error());
    ::close(*descriptor);
    return {};
}

void KeyLog::add(const char *line)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_file.isOpen())
        return;
    struct stat found = {};
    const bool isGone = ::fstat(m_file.handle(), &found) == 0 && found.st_nlink == 0;
    if (const auto anew = isGone ? openFile() : Result<void>(); !anew) {
        fail(anew.error().causes.value(0));
        return;
    }
    // In one call, so that several servers may share a file.
    const QByteArray whole = (isTorn(m_file.handle()) ? QByteArray("\n") : QByteArray()) + line + '\n';
    if (appendTo(m_file, whole) < whole.size())
        fail(qt_error_string(errno));
}

void KeyLog::fail(const QString &reason)
{
    const std::scoped_lock lock(m_failure->mutex);
    if (m_failure->reason.isEmpty())
        m_failure->reason = reason;
}

QString KeyLog::failure() const
{
    const std::scoped_lock lock(m_failure->mutex);
    return m_failure->reason;
}

} // namespace sealport
