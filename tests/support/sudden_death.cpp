// Preloaded into a program: kills it, as a power cut would, just before the call that changes files whose number
// SEALPORT_DIES_AT says. So a test can end a save at every moment that there is, and each time at the same one.

#include <atomic>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

void step()
{
    static std::atomic<long> left = [] {
        const char *number = std::getenv("SEALPORT_DIES_AT"); // NOLINT(concurrency-mt-unsafe): before any thread
        return number ? std::strtol(number, nullptr, 10) : -1;
    }();
    if (--left == 0)
        ::kill(::getpid(), SIGKILL);
}

template <class Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

int openReal(const char *name, const char *path, int flags, mode_t mode)
{
    if ((flags & (O_WRONLY | O_RDWR)) != 0)
        step();
    return real<int (*)(const char *, int, ...)>(name)(path, flags, mode);
}

mode_t modeOf(int flags, va_list &more)
{
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : mode_t{};
}

} // namespace

extern "C" {

int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = modeOf(flags, more);
    va_end(more);
    return openReal("open", path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = modeOf(flags, more);
    va_end(more);
    return openReal("open64", path, flags, mode);
}

ssize_t write(int file, const void *bytes, size_t size)
{
    step();
    return real<decltype(&::write)>("write")(file, bytes, size);
}

int fsync(int file)
{
    step();
    return real<decltype(&::fsync)>("fsync")(file);
}

int ftruncate64(int file, off64_t size)
{
    step();
    return real<decltype(&::ftruncate64)>("ftruncate64")(file, size);
}

int rename(const char *from, const char *to)
{
    step();
    return real<decltype(&::rename)>("rename")(from, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags)
{
    step();
    return real<decltype(&::renameat2)>("renameat2")(fromFolder, from, toFolder, to, flags);
}

int link(const char *from, const char *to)
{
    step();
    return real<decltype(&::link)>("link")(from, to);
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags)
{
    step();
    return real<decltype(&::linkat)>("linkat")(fromFolder, from, toFolder, to, flags);
}

int unlink(const char *path)
{
    step();
    return real<decltype(&::unlink)>("unlink")(path);
}

int rmdir(const char *path)
{
    step();
    return real<decltype(&::rmdir)>("rmdir")(path);
}

int mkdir(const char *path, mode_t mode)
{
    step();
    return real<decltype(&::mkdir)>("mkdir")(path, mode);
}

int fchmod(int file, mode_t mode)
{
    step();
    return real<decltype(&::fchmod)>("fchmod")(file, mode);
}

} // extern "C"
