#include "model/sockets/file_responder.h"

#include "model/sockets/folder_page.h"

#include <algorithm>
#include <cerrno>

namespace sealport {

namespace {

constexpr std::int64_t pieceSize = 64 << 10;
constexpr int piecesPerTurn = 4; ///< then other connections get their turn
constexpr std::int64_t beginningSize = 4096;

/// At most `size` octets; fewer at the end of the file, none when it cannot be read.
QByteArray readAt(const FileDescriptor &file, std::int64_t offset, std::int64_t size)
{
    QByteArray piece(static_cast<qsizetype>(size), Qt::Uninitialized);
    ssize_t got = -1;
    do {
        got = ::pread(file.get(), piece.data(), static_cast<std::size_t>(size), offset);
    } while (got < 0 && errno == EINTR);
    piece.resize(std::max<ssize_t>(got, 0));
    return piece;
}

/// A client that has the newest one (RFC 9110 section 13.1.3).
bool isUnchanged(const HttpRequest &request, const QDateTime &modified)
{
    const auto since = parseHttpDate(request.ifModifiedSince);
    return since && modified <= *since;
}

struct RefusalPage {
    const char *status;
    const char *heading;
    const char *paragraph;
};

RefusalPage pageOf(FileRefusal refusal)
{
    switch (refusal) {
    case FileRefusal::Malformed:
        return {"400 Bad Request", "This is no path", "The address has a part that cannot be the name of a file."};
    case FileRefusal::Forbidden:
        return {
            "403 Forbidden", "This may not be read",
            "The path leads out of the folder that this server gives away, or the server may not read what is there."};
    case FileRefusal::NotFound:
        return {"404 Not Found", "There is nothing here", "This server has no file of that name."};
    case FileRefusal::Busy:
        return {"503 Service Unavailable", "Not now", "This server has too many files open. Try again in a moment."};
    }
    Q_UNREACHABLE();
}

} // namespace

FileResponder::FileResponder(const QString &path)
    : m_files(path)
{
    m_nextTurn.setSingleShot(true);
    m_nextTurn.callOnTimeout([this] {
        if (!m_session)
            return;
        if (m_file)
            sendPieces(*m_session);
        else
            done(*m_session);
        if (m_session)
            tellActed(*m_session);
    });
}

void FileResponder::secured(TlsSession &session)
{
    m_session = &session;
    QObject::connect(&session, &TlsSession::roomForMore, &m_nextTurn, [this] {
        if (m_file)
            m_nextTurn.start();
    });
}

void FileResponder::ended()
{
    m_session = nullptr;
    m_file.reset();
    m_nextTurn.stop();
}

void FileResponder::answer(TlsSession &session, const HttpRequest &request)
{
    if (request.method != "GET" && request.method != "HEAD")
        return send(session,
                    {.status = "405 Method Not Allowed",
                     .contentType = "text/html; charset=utf-8",
                     .fields = "Allow: GET, HEAD\r\n"},
                    htmlMessage(QStringLiteral("Files can only be read"),
                                QStringLiteral("This server answers GET and HEAD requests.")));
    auto found = m_files.find(request.target);
    if (!found)
        return refuse(session, found.error());
    if (auto *file = std::get_if<ServedFile>(&*found))
        return answerWithFile(session, request, std::move(*file));
    if (const auto *moved = std::get_if<FolderMoved>(&*found))
        return send(session,
                    {.status = "301 Moved Permanently",
                     .contentType = "text/html; charset=utf-8",
                     .fields = "Location: " + moved->link + "\r\n"},
                    htmlMessage(QStringLiteral("This is a folder"), QString::fromLatin1(moved->link)));
    send(session, {.contentType = "text/html; charset=utf-8", .fields = "Cache-Control: no-cache\r\n"},
         folderPage(std::get<ServedFolder>(*found)));
}

void FileResponder::answered(TlsSession &)
{
    m_nextTurn.start();
}

void FileResponder::refuse(TlsSession &session, FileRefusal refusal)
{
    const auto [status, heading, paragraph] = pageOf(refusal);
    send(session, {.status = status, .contentType = "text/html; charset=utf-8", .fields = {}},
         htmlMessage(QLatin1String(heading), QLatin1String(paragraph)));
}

void FileResponder::answerWithFile(TlsSession &session, const HttpRequest &request, ServedFile file)
{
    const bool isKnown = isUnchanged(request, file.modified);
    HttpAnswer head{.length = file.size,
                    .fields = "Last-Modified: " + httpDate(file.modified)
                              + "\r\nCache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n"};
    if (isKnown)
        head.status = "304 Not Modified";
    else
        head.contentType = contentTypeOf(file.name, readAt(file.descriptor, 0, beginningSize));
    begin(session, head);
    if (isKnown || request.method == "HEAD" || session.hasEnded())
        return answered(session);
    m_file = std::move(file);
    m_sent = 0;
    sendPieces(session);
}

void FileResponder::sendPieces(TlsSession &session)
{
    for (int piece = 0; piece < piecesPerTurn && m_sent < m_file->size && session.canTakeMore(); ++piece) {
        const QByteArray octets = readAt(m_file->descriptor, m_sent, std::min(pieceSize, m_file->size - m_sent));
        if (octets.isEmpty()) { // it became shorter than was promised
            m_file.reset();
            return breakOff(session);
        }
        m_sent += octets.size();
        session.send(std::as_bytes(std::span(octets.constData(), static_cast<std::size_t>(octets.size()))));
        if (session.hasEnded() || !m_file) // what is heard of then comes from inside send()
            return;
    }
    if (m_sent == m_file->size) {
        m_file.reset();
        answered(session);
    } else if (session.canTakeMore()) {
        m_nextTurn.start();
    }
}

} // namespace sealport
