#include "model/base/open_beneath.h"

#include <QList>

#include <cerrno>
#include <cstdint>

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>

namespace sealport {

namespace {

constexpr int mostAttempts = 4; ///< openat2(2) asks for another one when folders are moved meanwhile

} // namespace

FileDescriptor openWithoutLinks(int root, const QByteArray &relative, int flags)
{
    const QList<QByteArray> names = relative.split('/');
    if (names.contains("..")) {
        errno = EXDEV;
        return {};
    }
    FileDescriptor folder(::openat(root, ".", O_PATH | O_DIRECTORY | O_CLOEXEC));
    for (const QByteArray &name : names.first(names.size() - 1)) {
        if (folder.isOpen())
            folder =
                FileDescriptor(::openat(folder.get(), name.constData(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    }
    if (!folder.isOpen())
        return {};
    return FileDescriptor(::openat(folder.get(), names.back().constData(), flags | O_NOFOLLOW));
}

FileDescriptor openBeneath(int root, const QByteArray &relative, int flags)
{
    if (relative.contains('\0')) {
        errno = ENOENT; // the system would read the name up to there
        return {};
    }
    open_how how{};
    how.flags = static_cast<std::uint64_t>(flags);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        const long descriptor = ::syscall(SYS_openat2, root, relative.constData(), &how, sizeof how);
        if (descriptor >= 0)
            return FileDescriptor(static_cast<int>(descriptor));
        if (errno != EAGAIN && errno != EINTR)
            break;
    }
    // Older kernels do not know the call, and some containers forbid it.
    if (errno == ENOSYS || errno == EPERM)
        return openWithoutLinks(root, relative, flags);
    return {};
}

} // namespace sealport
