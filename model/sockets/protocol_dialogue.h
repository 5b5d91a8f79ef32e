#pragma once

#include "model/tls/opening.h"

#include <QByteArray>

#include <cstddef>
#include <span>

namespace sealport {

/// The server's side of a plain protocol inside TLS, where StartTlsDialogue ends: enough for real clients to log in,
/// look round and leave. Anybody may log in, with any password; mailboxes, folders and directories are empty, mail is
/// taken and thrown away, files are not transferred, and PostgreSQL's clients are told that there is no database.
/// Nothing that a client says is kept. Knows no sockets; the caller carries octets, and says when there is room for
/// more answers. A hostile client is shown out: who sends lines or packets that are too long, goes on with commands
/// that are not understood, or asks much without waiting for answers. At most 64 KiB of what it said are held. Not
/// thread-safe.
class ProtocolDialogue {
public:
    static constexpr qsizetype longestMessage = 8192; ///< octets, of a line or a packet; lines of mail may be longer

    struct Step {
        QByteArray reply{};
        bool closes = false;       ///< after the reply; nothing is taken any more
        bool isUnfinished = false; ///< the reply is long enough; feed({}) gives more of it
    };
    explicit ProtocolDialogue(PlainProtocol protocol)
        : m_protocol(protocol)
    {
    }
    /// Takes the next octets of the client, and answers with some 16 KiB at most.
    [[nodiscard]] Step feed(std::span<const std::byte> bytes);

private:
    void answer(Step &step);
    /// These take one message off m_pending; false when it is not complete.
    bool takeLine(Step &step);
    bool takeLdap(Step &step);
    bool takePostgreSql(Step &step);
    bool skipLiteral();

    void answerToLine(const QByteArray &line, Step &step);
    void answerToTagged(const QByteArray &line, Step &step);
    void answerToCommand(const QByteArray &tag, const QByteArray &line, Step &step);
    void beginLogin(const QByteArray &tag, const QByteArray &argument, Step &step);
    void goOnWithLogin(const QByteArray &line, Step &step);
    void refuse(const QByteArray &why, Step &step);
    void countNotUnderstood(Step &step);

    const PlainProtocol m_protocol;
    QByteArray m_pending;                  ///< the beginning of a message
    QByteArray m_continued;                ///< IMAP: tag and name of a command whose literal comes
    qsizetype m_literalLeft = 0;           ///< octets of it
    QByteArray m_tag;                      ///< IMAP: of the command that logs in
    const char *const *m_prompt = nullptr; ///< of a login: what the next line is answered with, whatever it holds
    int m_notUnderstood = 0;               ///< commands
    bool m_isMail = false;                 ///< SMTP: lines are those of a mail
    bool m_isOver = false;
};

} // namespace sealport
