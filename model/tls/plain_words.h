#pragma once

#include <QByteArray>

// Lines of SMTP, IMAP, POP3 and FTP, as far as a server reads them.

namespace sealport {

/// "EHLO client.test": a name in capitals, and what follows it.
struct PlainCommand {
    QByteArray name;
    QByteArray argument;
};
[[nodiscard]] PlainCommand plainCommandIn(const QByteArray &line);

/// What may stand in front of a command of IMAP: RFC 9051 section 9, any printable character but some; "+" would be
/// taken for a continuation.
[[nodiscard]] bool isImapTag(const QByteArray &word);

} // namespace sealport
