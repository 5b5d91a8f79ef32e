#include "model/sockets/served_files.h"

#include "model/base/open_beneath.h"

#include <QFile>
#include <QMimeDatabase>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

namespace sealport {

namespace {

constexpr std::size_t mostEntries = 1000; ///< on one page
constexpr int mostLooks = 10'000;         ///< a folder of millions, hidden ones among them, would hold up the others
/// Opening must not wait for the other end of a pipe, and must not make a terminal ours.
constexpr int readFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

FileRefusal refusalOf(int error)
{
    switch (error) {
    case EACCES:
    case EPERM:
    case EXDEV: // leads out of the folder
    case ELOOP:
        return FileRefusal::Forbidden;
    case EMFILE:
    case ENFILE:
    case ENOMEM:
        return FileRefusal::Busy;
    default:
        return FileRefusal::NotFound;
    }
}

std::optional<struct stat> statusOf(const FileDescriptor &file)
{
    struct stat status{};
    return file.isOpen() && ::fstat(file.get(), &status) == 0 ? std::optional(status) : std::nullopt;
}

QDateTime modifiedAt(const struct stat &status)
{
    return QDateTime::fromSecsSinceEpoch(status.st_mtim.tv_sec, Qt::UTC);
}

ServedFile servedFile(FileDescriptor descriptor, const struct stat &status, const QByteArray &name)
{
    return {.descriptor = std::move(descriptor), .name = name, .size = status.st_size, .modified = modifiedAt(status)};
}

bool isHidden(const QByteArray &name)
{
    return name.startsWith('.') && name != ".well-known";
}

/// Nothing for what is not given to anybody: pipes, devices, sockets, links that lead away.
std::optional<ServedFolder::Entry> entryOf(int root, const QByteArray &relative)
{
    const std::optional<struct stat> status = statusOf(openBeneath(root, relative, O_PATH | O_CLOEXEC));
    if (!status || (!S_ISREG(status->st_mode) && !S_ISDIR(status->st_mode)))
        return std::nullopt;
    return ServedFolder::Entry{.name = relative.mid(relative.lastIndexOf('/') + 1),
                               .isFolder = S_ISDIR(status->st_mode),
                               .size = status->st_size,
                               .modified = modifiedAt(*status)};
}

std::expected<ServedFiles::Found, FileRefusal> listing(int root, FileDescriptor folder, const RequestPath &path)
{
    const auto close = [](DIR *open) { ::closedir(open); };
    const std::unique_ptr<DIR, decltype(close)> open(::fdopendir(folder.get()), close);
    if (!open)
        return std::unexpected(refusalOf(errno));
    static_cast<void>(folder.release()); // closedir() closes it
    ServedFolder found{.path = path, .entries = {}};
    int looks = 0;
    while (const dirent *next = ::readdir(open.get())) {
        found.isCut = found.entries.size() == mostEntries || ++looks > mostLooks;
        if (found.isCut)
            break;
        if (isHidden(next->d_name))
            continue;
        if (auto entry = entryOf(root, path.relative() + '/' + next->d_name))
            found.entries.push_back(std::move(*entry));
    }
    std::ranges::sort(found.entries, [](const auto &a, const auto &b) {
        return a.isFolder != b.isFolder ? a.isFolder : a.name < b.name;
    });
    return found;
}

std::expected<ServedFiles::Found, FileRefusal> findBeneath(const FileDescriptor &root, const RequestPath &path)
{
    const QByteArray relative = path.relative();
    FileDescriptor open = openBeneath(root.get(), relative, readFlags);
    const int error = errno;
    const std::optional<struct stat> status = statusOf(open);
    if (!status)
        return std::unexpected(refusalOf(error));
    if (S_ISREG(status->st_mode) && !path.namesFolder)
        return servedFile(std::move(open), *status, path.parts.back());
    if (!S_ISDIR(status->st_mode))
        return std::unexpected(FileRefusal::NotFound);
    if (!path.namesFolder)
        return FolderMoved{path.folderLink()};
    FileDescriptor index = openBeneath(root.get(), relative + "/index.html", readFlags);
    if (const auto found = statusOf(index); found && S_ISREG(found->st_mode))
        return servedFile(std::move(index), *found, "index.html");
    return listing(root.get(), std::move(open), path);
}

} // namespace

ServedFiles::ServedFiles(const QString &path)
    : m_path(path)
    , m_nativePath(QFile::encodeName(path))
{
}

std::expected<ServedFiles::Found, FileRefusal> ServedFiles::find(const QByteArray &target) const
{
    FileDescriptor root(::open(m_nativePath.constData(), readFlags));
    const int error = errno;
    const std::optional<struct stat> status = statusOf(root);
    if (!status)
        return std::unexpected(refusalOf(error));
    if (S_ISREG(status->st_mode))
        return servedFile(std::move(root), *status, m_nativePath.mid(m_nativePath.lastIndexOf('/') + 1));
    if (!S_ISDIR(status->st_mode))
        return std::unexpected(FileRefusal::NotFound);
    const auto path = parseRequestPath(target);
    if (!path)
        return std::unexpected(path.error() == PathFault::Leaves ? FileRefusal::Forbidden : FileRefusal::Malformed);
    if (std::ranges::any_of(path->parts, isHidden))
        return std::unexpected(FileRefusal::NotFound);
    return findBeneath(root, *path);
}

Result<void> ServedFiles::check() const
{
    const auto failure = [this](ErrorCode code, const QString &cause) {
        return std::unexpected(Error{.code = code,
                                     .subject = m_path,
                                     .values = {},
                                     .causes = cause.isEmpty() ? QStringList() : QStringList{cause}});
    };
    if (m_nativePath.contains('\0'))
        return failure(ErrorCode::FileNotFound, {});
    const FileDescriptor open(::open(m_nativePath.constData(), readFlags));
    const int error = errno;
    const std::optional<struct stat> status = statusOf(open);
    if (!status)
        return error == ENOENT || error == ENOTDIR
                   ? failure(ErrorCode::FileNotFound, {})
                   : failure(ErrorCode::FileNotReadable, QString::fromLocal8Bit(std::strerror(error)));
    if (!S_ISREG(status->st_mode) && !S_ISDIR(status->st_mode))
        return failure(ErrorCode::FileNotReadable, QStringLiteral("neither a regular file nor a folder"));
    static_cast<void>(QMimeDatabase().mimeTypeForFileNameAndData(QStringLiteral("a"), QByteArray("a")));
    return {};
}

} // namespace sealport
