#include "app/display.h"

#include <QByteArray>
#include <QList>
#include <QScopeGuard>
#include <QtGlobal>

#include <cstddef>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace sealport {

namespace {

bool canConnect(const QByteArray &path, bool isAbstract)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::size_t offset = isAbstract ? 1 : 0;
    const auto size = static_cast<std::size_t>(path.size());
    if (size + offset >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path + offset, path.constData(), size);
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return false;
    const auto closer = qScopeGuard([descriptor] { ::close(descriptor); });
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + offset + size + (isAbstract ? 0 : 1));
    return ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), length) == 0;
}

/// ":0" and ":0.0" are local; "host:10.0" is a forwarded display, which is believed.
bool isXServerThere(const QByteArray &display)
{
    if (!display.startsWith(':'))
        return true;
    const QByteArray path = "/tmp/.X11-unix/X" + display.mid(1).split('.').front();
    return canConnect(path, false) || canConnect(path, true);
}

} // namespace

bool isDisplayReachable()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return true;
#else
    if (qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY"))
        return true;
    const QByteArray display = qgetenv("DISPLAY");
    return !display.isEmpty() && isXServerThere(display);
#endif
}

} // namespace sealport
