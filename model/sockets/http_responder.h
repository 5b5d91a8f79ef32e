#pragma once

#include "model/sockets/http_answer.h"
#include "model/sockets/http_request.h"
#include "model/sockets/responder.h"

#include <QByteArray>

namespace sealport {

/// Reads the HTTP requests of one connection and has a derived class answer them, one after the other. A client that
/// asks faster than it reads is told to come back; what it asks while an answer is on its way waits, within bounds.
class HttpResponder : public Responder {
public:
    void received(TlsSession &session, std::span<const std::byte> data) final;

protected:
    /// Calls send(), or begin() and sooner or later done(). Synchronously or not.
    virtual void answer(TlsSession &session, const HttpRequest &request) = 0;

    /// The whole answer; HEAD gets its head alone. Status, type and fields of `answer` count; the length is that of
    /// `content`.
    void send(TlsSession &session, HttpAnswer answer, const QByteArray &content);
    /// The head of an answer whose content the derived class sends itself.
    void begin(TlsSession &session, const HttpAnswer &answer);
    /// The answer that was begun is complete: the next request, or the end of the connection.
    void done(TlsSession &session);
    /// The whole answer was sent. Who answers at a cost calls done() in a turn of the event loop of its own: a client
    /// may ask hundreds of times in one record.
    virtual void answered(TlsSession &session) { done(session); }
    /// It cannot be completed: the connection ends, which tells the client that something is missing.
    void breakOff(TlsSession &session);

private:
    void work(TlsSession &session, std::span<const std::byte> data);
    void keep(std::span<const std::byte> data);
    void refuse(TlsSession &session);

    HttpRequestReader m_reader;
    QByteArray m_waiting;       ///< received while an answer is on its way
    bool m_isWorking = false;   ///< work() is running
    bool m_isAnswering = false; ///< between answer() and done()
    bool m_isLast = false;      ///< the connection ends with this answer
    bool m_isOver = false;
};

} // namespace sealport
