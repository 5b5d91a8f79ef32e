#include "model/tls/capture_place.h"

#include "model/tls/pcapng_writer.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <ranges>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sealport {

namespace {

int createAnew(const QByteArray &name)
{
    return ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
}

/// Whether Sealport wrote a file that begins so: those of others are pcapng too. Nobody knows whose an empty one is.
bool isOurs(QByteArrayView firstOctets)
{
    return isPcapng(firstOctets) && firstOctets.contains(QByteArrayView("Sealport "));
}

/// Never over another file. A file system that cannot promise that (EINVAL) is asked in another way.
bool renameTo(const QByteArray &from, const QByteArray &to)
{
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return true;
    return errno == EINVAL && ::link(from.constData(), to.constData()) == 0 && ::unlink(from.constData()) == 0;
}

constexpr int mostKept = 9;

QByteArray nameAside(const QByteArray &name, int number)
{
    return name + '~' + (number > 1 ? QByteArray::number(number) : QByteArray());
}

Error isWrittenBySomebody(const QString &path)
{
    return {.code = ErrorCode::AlreadyExists,
            .subject = path,
            .values = {QStringLiteral("capture-written")},
            .causes = {QStringLiteral("being written")}};
}

Error noNameLeft(const QString &path)
{
    return {.code = ErrorCode::AlreadyExists,
            .subject = path,
            .values = {QStringLiteral("captures"), QString::number(mostKept)},
            .causes = {QStringLiteral("no name left")}};
}

/// The name that it has now; empty: it has kept its own, and errno says why.
QByteArray takeAside(const QByteArray &name)
{
    for (int number = 1; number <= mostKept; ++number) {
        const QByteArray aside = nameAside(name, number);
        if (renameTo(name, aside))
            return aside;
        if (errno != EEXIST)
            break;
    }
    return {};
}

std::unique_ptr<QFile> fileOf(int descriptor)
{
    auto file = std::make_unique<QFile>();
    static_cast<void>(
        file->open(descriptor, QIODevice::WriteOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle));
    return file;
}

/// Of the open file, not of the process: others in it are kept away too, and closing another descriptor ends nothing.
struct flock wholeFile()
{
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

/// False where somebody else has it. Where a file system knows no locks, nobody is kept away.
bool lock(int descriptor)
{
    struct flock whole = wholeFile();
    return ::fcntl(descriptor, F_OFD_SETLK, &whole) == 0 || (errno != EAGAIN && errno != EACCES);
}

bool isLocked(int descriptor)
{
    struct flock whole = wholeFile();
    return ::fcntl(descriptor, F_OFD_GETLK, &whole) == 0 && whole.l_type != F_UNLCK;
}

/// To be written, where that is allowed.
int openOlder(const QByteArray &name)
{
    constexpr int carefully = O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    const int descriptor = ::open(name.constData(), O_RDWR | carefully);
    const bool mayBeRead = errno == EACCES || errno == EISDIR || errno == EROFS || errno == ETXTBSY;
    return descriptor < 0 && mayBeRead ? ::open(name.constData(), O_RDONLY | carefully) : descriptor;
}

struct FoundCapture {
    std::unique_ptr<QFile> file{}; ///< null: there is none
    OlderCapture older{};
};

Result<FoundCapture> findCapture(const QString &path)
{
    const auto isSomethingElse = [&path] {
        return std::unexpected(Error{.code = ErrorCode::AlreadyExists,
                                     .subject = path,
                                     .values = {QStringLiteral("capture")},
                                     .causes = {QStringLiteral("not a capture")}});
    };
    const int descriptor = openOlder(QFile::encodeName(path));
    if (descriptor < 0) {
        if (errno == ELOOP || errno == ENXIO) // a link, a socket
            return isSomethingElse();
        if (errno != ENOENT)
            return std::unexpected(notWritable(path, errno));
        if (const auto may = mayMakeFile(path); !may)
            return std::unexpected(may.error());
        return FoundCapture{};
    }
    FoundCapture capture{.file = fileOf(descriptor)};
    struct stat found = {};
    std::array<char, 512> first{};
    const bool isFile = ::fstat(descriptor, &found) == 0 && S_ISREG(found.st_mode);
    const ssize_t size = isFile ? ::pread(descriptor, first.data(), first.size(), 0) : -1;
    const QByteArrayView begin(first.data(), std::max<ssize_t>(size, 0));
    if (size < 0 || !isOurs(begin))
        return isSomethingElse();
    if (found.st_uid != ::geteuid() && ::geteuid() != 0) // of somebody else's Sealport: not ours to be renamed
        return std::unexpected(notWritable(path, EPERM));
    if (const auto may = mayMakeFile(path); !may)
        return std::unexpected(may.error());
    capture.older = {.id = {.device = found.st_dev, .number = found.st_ino},
                     .isBegun = found.st_size == size && isPcapngStart(begin),
                     .isWritten = isLocked(descriptor)};
    return capture;
}

/// Leaves nothing where it fails.
Result<MadeCapture> beginAnew(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const int descriptor = createAnew(name);
    if (descriptor < 0)
        return std::unexpected(notWritable(path, errno));
    auto file = fileOf(descriptor);
    static_cast<void>(lock(descriptor)); // nobody writes into what is no capture yet
    const QByteArray start =
        pcapngStart(QStringLiteral("Sealport ") + QCoreApplication::applicationVersion(),
                    QStringLiteral("TCP and IP were made anew around what a server read and wrote."));
    struct stat made = {};
    if (appendTo(*file, start) == start.size() && ::fstat(descriptor, &made) == 0)
        return MadeCapture{.file = std::move(file), .id = {.device = made.st_dev, .number = made.st_ino}};
    const Error error = notWritable(path, errno);
    ::unlink(name.constData());
    return std::unexpected(error);
}

/// Whether it still stands there and nobody else can take its place.
bool take(const FoundCapture &found, const QByteArray &name)
{
    struct stat now = {};
    return !found.older.isWritten && lock(found.file->handle()) && ::lstat(name.constData(), &now) == 0
           && found.older.id == FileId{.device = now.st_dev, .number = now.st_ino};
}

/// Whether packets can be written behind what is there, for nobody but us to read.
bool goOnWith(const QFile &file)
{
    return (::fcntl(file.handle(), F_GETFL) & O_ACCMODE) == O_RDWR && ::fchmod(file.handle(), 0600) == 0
           && ::lseek(file.handle(), 0, SEEK_END) >= 0;
}

} // namespace

Error notWritable(const QString &path, int number)
{
    return {.code = ErrorCode::FileNotWritable, .subject = path, .values = {}, .causes = {qt_error_string(number)}};
}

Result<void> mayMakeFile(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    if (::faccessat(AT_FDCWD, folder.constData(), W_OK | X_OK, AT_EACCESS) != 0)
        return std::unexpected(notWritable(path, errno));
    return {};
}

Result<std::optional<OlderCapture>> lookAtCapturePlace(const QString &path)
{
    const Result<FoundCapture> found = findCapture(path);
    if (!found)
        return std::unexpected(found.error());
    return found->file ? std::optional(found->older) : std::nullopt;
}

Result<void> mayReplace(const QString &path, const OlderCapture &older, bool isOwn)
{
    if (older.isWritten && !isOwn)
        return std::unexpected(isWrittenBySomebody(path));
    const auto isFree = [name = QFile::encodeName(path)](int number) {
        struct stat found = {};
        return ::lstat(nameAside(name, number).constData(), &found) != 0;
    };
    if ((older.isBegun && !isOwn) || std::ranges::any_of(std::views::iota(1, mostKept + 1), isFree))
        return {};
    return std::unexpected(noNameLeft(path));
}

Result<MadeCapture> makeCapture(const QString &path, bool isOwn)
{
    Result<FoundCapture> found = findCapture(path);
    if (!found)
        return std::unexpected(found.error());
    const QByteArray name = QFile::encodeName(path);
    if (found->file && !isOwn) {
        if (!take(*found, name))
            return std::unexpected(isWrittenBySomebody(path));
        if (found->older.isBegun && goOnWith(*found->file))
            return MadeCapture{.file = std::move(found->file), .id = found->older.id};
    }
    const QByteArray aside = found->file ? takeAside(name) : QByteArray();
    if (found->file && aside.isEmpty())
        return std::unexpected(errno == EEXIST ? noNameLeft(path) : notWritable(path, errno));
    Result<MadeCapture> made = beginAnew(path);
    if (!made && !aside.isEmpty())
        static_cast<void>(renameTo(aside, name));
    return made;
}

qsizetype appendTo(QFile &file, QByteArrayView octets)
{
    qsizetype written = 0; // not with QFile: of a part it does not say why the rest is missing
    while (written < octets.size()) {
        const QByteArrayView rest = octets.sliced(written);
        const ssize_t taken = ::write(file.handle(), rest.data(), static_cast<std::size_t>(rest.size()));
        if (taken < 0 && errno == EINTR)
            continue;
        if (taken <= 0)
            break;
        written += taken;
    }
    return written;
}

} // namespace sealport
