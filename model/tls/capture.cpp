#include "model/tls/capture.h"

#include "model/tls/capture_writer.h"
#include "model/tls/pcapng_writer.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sealport {

namespace {

/// Never through a link, never over what somebody else has made, and never readable by others.
int createAnew(const QByteArray &name)
{
    return ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
}

/// Whether Sealport wrote a file that begins so, or nobody wrote anything: those of others are pcapng too.
bool isOurs(QByteArrayView firstOctets)
{
    return firstOctets.isEmpty() || (isPcapng(firstOctets) && firstOctets.contains(QByteArrayView("Sealport ")));
}

/// Takes an older capture of ours aside. False where something else stands there.
bool makeRoom(const QByteArray &name)
{
    const int descriptor = ::open(name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    struct stat found = {};
    std::array<char, 512> first{};
    const bool isFile = ::fstat(descriptor, &found) == 0 && S_ISREG(found.st_mode);
    const ssize_t size = isFile ? ::read(descriptor, first.data(), first.size()) : -1;
    ::close(descriptor);
    return size >= 0 && isOurs(QByteArrayView(first.data(), size))
           && ::rename(name.constData(), QByteArray(name + '~').constData()) == 0;
}

} // namespace

Result<void> Capture::open(CaptureWriter &writer)
{
    const auto refused = [this](ErrorCode code, const QString &cause) {
        return std::unexpected(Error{.code = code, .subject = m_path, .values = {}, .causes = {cause}});
    };
    const QByteArray name = QFile::encodeName(m_path);
    int descriptor = createAnew(name);
    if (descriptor < 0 && errno == EEXIST) {
        if (!makeRoom(name))
            return refused(ErrorCode::AlreadyExists, QStringLiteral("not a capture"));
        descriptor = createAnew(name);
    }
    if (descriptor < 0)
        return refused(ErrorCode::FileNotWritable, qt_error_string(errno));
    auto file = std::make_unique<QFile>();
    if (!file->open(descriptor, QIODevice::WriteOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return refused(ErrorCode::FileNotWritable, file->errorString());
    }
    const QByteArray start =
        pcapngStart(QStringLiteral("Sealport ") + QCoreApplication::applicationVersion(),
                    QStringLiteral("TCP and IP were made anew around what a server read and wrote."));
    if (file->write(start) != start.size())
        return refused(ErrorCode::FileNotWritable, file->errorString());
    m_file = writer.write(std::move(file), m_limit);
    return {};
}

void Capture::add(CapturedSegment segment)
{
    if (m_file)
        m_file->add({.segment = std::move(segment)});
}

void Capture::addSecrets(const char *line)
{
    if (m_file)
        m_file->add({.segment = {}, .secrets = QByteArray(line) + '\n'});
}

Capture::Facts Capture::facts() const
{
    return m_file ? m_file->facts() : Facts{};
}

} // namespace sealport
