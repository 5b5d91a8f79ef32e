#include "model/base/file_safety.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstdio> // renameat2
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace sealport {

namespace {

Error fileError(ErrorCode code, const QString &path, const QString &cause)
{
    return Error{.code = code, .subject = path, .causes = {cause}};
}

Error tooLarge(const QString &path, std::size_t cap)
{
    return Error{.code = ErrorCode::FileTooLarge, .subject = path, .values = {QString::number(cap)}, .causes = {}};
}

std::filesystem::path nativePath(const QString &path)
{
    return QFileInfo(path).filesystemAbsoluteFilePath();
}

#ifdef Q_OS_UNIX
/// Not by umask(), which changes it for a moment in every thread.
mode_t processUmask()
{
    QFile status(QStringLiteral("/proc/self/status"));
    const QByteArray lines = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
    const qsizetype at = lines.indexOf("\nUmask:\t");
    constexpr qsizetype labelSize = 8;
    bool isKnown = false;
    const auto mask = static_cast<mode_t>(lines.mid(at + labelSize, 4).toUInt(&isKnown, 8));
    return at >= 0 && isKnown ? mask : mode_t{022};
}
#endif

bool flushToDisk(QFile &file)
{
#ifdef Q_OS_UNIX
    return file.flush() && ::fsync(file.handle()) == 0;
#else
    return file.flush();
#endif
}

#ifdef Q_OS_UNIX
class OpenFile {
public:
    explicit OpenFile(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~OpenFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// Whether a new name in the folder outlives a power cut: the old octets must not go before.
bool isFolderOnDisk(const QString &path)
{
    const QString real = QFileInfo(path).canonicalPath();
    const OpenFile folder(::open(nativePath(real).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return folder.descriptor() >= 0 && ::fsync(folder.descriptor()) == 0;
}

/// In place, for what it is worth. Through /proc, as the file may have been readable only.
void overwriteNameless(const OpenFile &file)
{
    struct stat status = {};
    if (::fstat(file.descriptor(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_nlink != 0)
        return;
    ::fchmod(file.descriptor(), S_IRUSR | S_IWUSR);
    const std::string name = "/proc/self/fd/" + std::to_string(file.descriptor());
    const OpenFile again(::open(name.c_str(), O_WRONLY | O_CLOEXEC));
    const std::vector<char> zeros(4096);
    off_t left = status.st_size;
    while (left > 0) {
        const auto size = std::min(static_cast<std::size_t>(left), zeros.size());
        const ssize_t done = ::write(again.descriptor(), zeros.data(), size);
        if (done <= 0)
            return;
        left -= done;
    }
    ::fsync(again.descriptor());
}
#endif

/// The name by which a temporary file can be read. Its own one is only made when it is asked for: until then nothing
/// is left of it when the program is killed.
QString readableName(QTemporaryFile &file)
{
#ifdef Q_OS_LINUX
    const QString open = QStringLiteral("/proc/self/fd/") + QString::number(file.handle());
    if (QFileInfo::exists(open))
        return open;
#endif
    return file.fileName();
}

/// What has taken its name is not removed with the temporary file.
std::error_code giveName(QTemporaryFile &file, const QString &to, ExistingFile existing)
{
    const std::filesystem::path target = nativePath(to);
#ifdef Q_OS_LINUX
    if (existing == ExistingFile::Keep) {
        struct stat status = {};
        const bool isNameless = ::fstat(file.handle(), &status) == 0 && status.st_nlink == 0;
        const QByteArray open = QFile::encodeName(readableName(file));
        if (isNameless && ::linkat(AT_FDCWD, open.constData(), AT_FDCWD, target.c_str(), AT_SYMLINK_FOLLOW) == 0)
            return {};
        if (isNameless && errno == EEXIST)
            return std::make_error_code(std::errc::file_exists);
        if (::renameat2(AT_FDCWD, nativePath(file.fileName()).c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE)
            == 0) {
            file.setAutoRemove(false);
            return {};
        }
        if (errno != EINVAL && errno != ENOSYS) // the file system, or the kernel, does not know it
            return {errno, std::generic_category()};
    }
#endif
    if (existing == ExistingFile::Keep && QFileInfo::exists(to))
        return std::make_error_code(std::errc::file_exists);
    std::error_code failure;
    std::filesystem::rename(nativePath(file.fileName()), target, failure);
    file.setAutoRemove(bool(failure));
    return failure;
}

/// The number behind /dev/stdin and /dev/fd/N, which are not files but what whoever started the program gave it.
std::optional<int> givenDescriptor(const QString &path)
{
    if (path == u"/dev/stdin")
        return 0;
    const QString folder = QStringLiteral("/dev/fd/");
    bool isNumber = false;
    const int descriptor = path.startsWith(folder) ? path.mid(folder.size()).toInt(&isNumber) : 0;
    return isNumber ? std::optional(descriptor) : std::nullopt;
}

/// Grows by doubling: nobody knows how long a pipe is, and what a file says may not be true any more.
Result<SecretBytes> readToEnd(QFile &file, const QString &path, std::size_t cap)
{
    constexpr std::size_t firstSize = 4096;
    const qint64 expected = file.isSequential() ? 0 : file.size();
    if (static_cast<std::uint64_t>(expected) > cap)
        return std::unexpected(tooLarge(path, cap));
    SecretBytes content(std::max(static_cast<std::size_t>(expected) + 1, firstSize));
    std::size_t size = 0;
    for (;;) {
        if (size == content.bytes().size()) {
            SecretBytes larger(2 * size);
            std::ranges::copy(std::as_const(content).bytes(), larger.bytes().begin());
            content = std::move(larger);
        }
        const qint64 got = file.read(reinterpret_cast<char *>(content.bytes().data()) + size,
                                     static_cast<qint64>(content.bytes().size() - size));
        if (got < 0)
            return std::unexpected(fileError(ErrorCode::FileNotReadable, path, file.errorString()));
        if (got == 0)
            break;
        size += static_cast<std::size_t>(got);
        if (size > cap)
            return std::unexpected(tooLarge(path, cap));
    }
    if (size == 0)
        return std::unexpected(fileError(ErrorCode::EmptyFile, path, {}));
    return SecretBytes(std::as_const(content).bytes().first(size));
}

} // namespace

Result<void> writeFileAtomically(const QString &path, std::span<const std::byte> bytes, FileAccess access)
{
    return writeFileAtomically(path, bytes, access, ExistingFile::Replace);
}

Result<void> writeFileAtomically(const QString &path, std::span<const std::byte> bytes, FileAccess access,
                                 ExistingFile existing, const FileCheck &check)
{
    if (existing == ExistingFile::Keep && QFileInfo::exists(path))
        return std::unexpected(fileError(ErrorCode::AlreadyExists, path, {}));
    // Beside a symbolic link's target, not in place of the link.
    const QFileInfo info(path);
    const QString real = info.isSymLink() ? info.canonicalFilePath() : path; // through every link
    const QString target = real.isEmpty() ? info.symLinkTarget() : real;

    if (const QFileInfo there(target); there.exists() && !there.isFile()) // to rename over a device would destroy it
        return std::unexpected(fileError(ErrorCode::FileNotWritable, path, QStringLiteral("not a regular file")));
    QTemporaryFile file(target + QStringLiteral(".XXXXXX")); // created with 0600
    if (!file.open())
        return std::unexpected(fileError(ErrorCode::FileNotWritable, path, file.errorString()));
    const auto size = static_cast<qint64>(bytes.size());
    if (file.write(reinterpret_cast<const char *>(bytes.data()), size) != size || !flushToDisk(file))
        return std::unexpected(fileError(ErrorCode::FileNotWritable, path, file.errorString()));
#ifdef Q_OS_UNIX
    if (access == FileAccess::Readable) {
        const mode_t mask = processUmask();
        ::fchmod(file.handle(), 0644 & ~mask);
    }
#else
    Q_UNUSED(access)
#endif
    if (check) {
        if (const auto checked = check(readableName(file)); !checked)
            return checked;
    }
    const std::error_code failure = giveName(file, target, existing);
    if (failure == std::errc::file_exists && existing == ExistingFile::Keep)
        return std::unexpected(fileError(ErrorCode::AlreadyExists, path, {}));
    if (failure)
        return std::unexpected(fileError(ErrorCode::FileNotWritable, path, QString::fromStdString(failure.message())));
    return {};
}

Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes, FileAccess access)
{
    return writeFileAtomically(
        path, std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))), access);
}

Result<void> replaceSecretFile(const QString &path, std::span<const std::byte> bytes, const FileCheck &check)
{
#ifdef Q_OS_UNIX
    const OpenFile before(::open(nativePath(path).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    auto written = writeFileAtomically(path, bytes, FileAccess::OwnerOnly, ExistingFile::Replace, check);
    if (written && isFolderOnDisk(path))
        overwriteNameless(before);
    return written;
#else
    return writeFileAtomically(path, bytes, FileAccess::OwnerOnly, ExistingFile::Replace, check);
#endif
}

Result<SecretBytes> readFile(const QString &path, std::size_t cap)
{
    QFile file(path);
    if (const auto descriptor = givenDescriptor(path)) {
        if (!file.open(*descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered))
            return std::unexpected(fileError(ErrorCode::FileNotReadable, path, file.errorString()));
        return readToEnd(file, path, cap);
    }
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(nativePath(path), error);
    if (status.type() == std::filesystem::file_type::not_found)
        return std::unexpected(fileError(ErrorCode::FileNotFound, path, {}));
    if (error)
        return std::unexpected(fileError(ErrorCode::FileNotReadable, path, QString::fromStdString(error.message())));
    if (status.type() != std::filesystem::file_type::regular)
        return std::unexpected(fileError(ErrorCode::FileNotReadable, path, QStringLiteral("not a regular file")));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return std::unexpected(fileError(ErrorCode::FileNotReadable, path, file.errorString()));
    return readToEnd(file, path, cap);
}

Result<void> ensurePrivateFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return {};
    const QString parent = QFileInfo(QDir(path).absolutePath()).path();
    if (!QFileInfo(parent).isDir()) {
        if (const auto made = ensurePrivateFolder(parent); !made)
            return std::unexpected(fileError(ErrorCode::FileNotWritable, path, made.error().causes.value(0)));
    }
    if (!QDir().mkdir(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner) && !QFileInfo(path).isDir())
        return std::unexpected(fileError(ErrorCode::FileNotWritable, path, QStringLiteral("cannot create the folder")));
    return {};
}

FolderLock::FolderLock(const QString &folder)
    : m_descriptor(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
{
    while (m_descriptor >= 0 && ::flock(m_descriptor, LOCK_EX) != 0 && errno == EINTR) {
    }
}

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor); // which also lets go of it
}

} // namespace sealport
