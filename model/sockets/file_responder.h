#pragma once

#include "model/sockets/http_responder.h"
#include "model/sockets/served_files.h"

#include <QTimer>

#include <optional>

namespace sealport {

/// Answers HTTP requests with a file, or with the files of a folder. Only GET and HEAD; no ranges. To look a file up,
/// or to list a folder, takes its time: each connection gets at most one answer in a turn of the event loop.
///
/// Files are read in the network thread, a piece of 64 KiB at a time and a few pieces in a turn, and only as fast as
/// the client takes them. That is a choice: a piece of a local file comes from the page cache in some microseconds, and
/// from a disk in about the time of an RSA signature, while a thread of its own for each download, or a detour through
/// the job thread for each piece, would cost more than it spares. A folder on a network file system that hangs holds up
/// the server that serves it, and those that share its thread.
class FileResponder final : public HttpResponder {
public:
    explicit FileResponder(const QString &path);
    void secured(TlsSession &session) override;
    void ended() override;

private:
    void answer(TlsSession &session, const HttpRequest &request) override;
    void answered(TlsSession &session) override;
    void answerWithFile(TlsSession &session, const HttpRequest &request, ServedFile file);
    void refuse(TlsSession &session, FileRefusal refusal);
    void sendPieces(TlsSession &session);

    const ServedFiles m_files;
    TlsSession *m_session = nullptr;  ///< until it ends
    std::optional<ServedFile> m_file; ///< what is being sent
    std::int64_t m_sent = 0;          ///< octets of it
    QTimer m_nextTurn;
};

} // namespace sealport
