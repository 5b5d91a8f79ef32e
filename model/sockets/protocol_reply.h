#pragma once

#include "model/tls/opening.h"
#include "model/tls/plain_words.h"

#include <QByteArray>

#include <cstdint>

namespace sealport {

/// What a command of SMTP, IMAP, POP3 or FTP is answered with inside TLS, by a server that has nothing and keeps
/// nothing.
struct ProtocolReply {
    enum class Then : std::uint8_t { GoOn, Close, TakeMail };

    QByteArray text{};
    Then then = Then::GoOn;
    bool isUnderstood = true; ///< a command that is known, with arguments that it takes
};
/// `tag`: of IMAP. Logins, which take several lines, are not known here.
[[nodiscard]] ProtocolReply protocolReply(PlainProtocol protocol, const PlainCommand &command, const QByteArray &tag);

} // namespace sealport
