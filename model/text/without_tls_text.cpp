#include "model/text/without_tls_text.h"

#include "model/text/formatting.h"
#include "model/tls/opening.h"

#include <QCoreApplication>

namespace sealport {

namespace {

/// "SMTP"
QString protocolOf(const Verdict &verdict)
{
    return verdict.serverValues.isEmpty() ? QCoreApplication::translate("Verdict", "a plain protocol")
                                          : verdict.serverValues.first();
}

/// "STARTTLS"
QString requestOf(const Verdict &verdict)
{
    return verdict.serverValues.value(1, QStringLiteral("STARTTLS"));
}

QString timeOf(const Verdict &verdict)
{
    return spokenDuration(verdict.detail.toLongLong());
}

QString idle(const Verdict &verdict)
{
    if (verdict.detail.isEmpty())
        return QCoreApplication::translate("Verdict", "The connection was not encrypted (plain TCP); this server "
                                                      "closed it because nothing was said for too long.");
    return QCoreApplication::translate("Verdict", "The connection was not encrypted (plain TCP); this server closed it "
                                                  "because nothing was said for %1.")
        .arg(timeOf(verdict));
}

QString foreign(const Verdict &verdict)
{
    if (verdict.detail.isEmpty())
        return QCoreApplication::translate("Verdict", "This port speaks %1, but the client does not.")
            .arg(protocolOf(verdict));
    return QCoreApplication::translate("Verdict", "This port speaks %1, but the client does not: it begins with “%2”.")
        .arg(protocolOf(verdict), verdict.detail);
}

QString silentAfterRequest(const Verdict &verdict)
{
    if (verdict.serverValues.isEmpty())
        return QCoreApplication::translate("Verdict", "You asked for TLS, but the client sent nothing for %1.")
            .arg(timeOf(verdict));
    return QCoreApplication::translate("Verdict", "The client asked for TLS (%1), then sent nothing for %2.")
        .arg(requestOf(verdict), timeOf(verdict));
}

QString closedAfterRequest(const Verdict &verdict)
{
    if (verdict.serverValues.isEmpty())
        return QCoreApplication::translate("Verdict", "You asked for TLS, but the client left without beginning it.");
    return QCoreApplication::translate("Verdict", "The client asked for TLS (%1), then left without beginning it.")
        .arg(requestOf(verdict));
}

QString wentOnInPlain(const Verdict &verdict)
{
    if (verdict.serverValues.isEmpty())
        return QCoreApplication::translate("Verdict", "You asked for TLS, but the client went on without it.");
    return QCoreApplication::translate("Verdict", "The client asked for TLS (%1), then went on without it.")
        .arg(requestOf(verdict));
}

QString stalled(const Verdict &verdict)
{
    if (verdict.clientValues.isEmpty())
        return QCoreApplication::translate("Verdict", "The client did not ask for TLS (%1) within %2.")
            .arg(requestOf(verdict), timeOf(verdict));
    return QCoreApplication::translate("Verdict",
                                       "The client did not ask for TLS (%1) within %2; its last command was %3.")
        .arg(requestOf(verdict), timeOf(verdict), verdict.clientValues.first());
}

QString left(const Verdict &verdict)
{
    if (verdict.clientValues.isEmpty())
        return QCoreApplication::translate("Verdict", "The client said goodbye without asking for TLS (%1).")
            .arg(requestOf(verdict));
    return QCoreApplication::translate("Verdict", "The client said goodbye without asking for TLS (%1); its last "
                                                  "command before that was %2.")
        .arg(requestOf(verdict), verdict.clientValues.first());
}

QString closed(const Verdict &verdict)
{
    if (verdict.clientValues.isEmpty())
        return QCoreApplication::translate("Verdict", "The client closed the connection without asking for TLS (%1).")
            .arg(requestOf(verdict));
    return QCoreApplication::translate("Verdict", "The client closed the connection without asking for TLS (%1); its "
                                                  "last command was %2.")
        .arg(requestOf(verdict), verdict.clientValues.first());
}

QString reset(const Verdict &verdict)
{
    if (verdict.clientValues.isEmpty())
        return QCoreApplication::translate(
                   "Verdict", "The client broke off the connection (TCP reset) without asking for TLS (%1).")
            .arg(requestOf(verdict));
    return QCoreApplication::translate("Verdict", "The client broke off the connection (TCP reset) without asking for "
                                                  "TLS (%1); its last command was %2.")
        .arg(requestOf(verdict), verdict.clientValues.first());
}

bool isAbout(const Verdict &verdict, PlainProtocol protocol)
{
    return !verdict.serverValues.isEmpty() && verdict.serverValues.first() == plainProtocolLabel(protocol);
}

QString switchOn(const Verdict &verdict)
{
    if (isAbout(verdict, PlainProtocol::PostgreSql))
        return QCoreApplication::translate("Verdict", "Set sslmode=require in the client; if it is set, look into the "
                                                      "client's own log.");
    if (isAbout(verdict, PlainProtocol::Ldap))
        return QCoreApplication::translate("Verdict",
                                           "Switch on %1 in the client; if it is on, look into the client's own log.")
            .arg(requestOf(verdict));
    return QCoreApplication::translate("Verdict", "Switch on %1 in the client, which often calls it “explicit TLS”; "
                                                  "if it is on, look into the client's own log.")
        .arg(requestOf(verdict));
}

QString askInstead(const Verdict &verdict)
{
    if (isAbout(verdict, PlainProtocol::PostgreSql) || isAbout(verdict, PlainProtocol::Ldap))
        return QCoreApplication::translate("Verdict",
                                           "Set the client to %1, or have this server begin with TLS at once.")
            .arg(requestOf(verdict));
    return QCoreApplication::translate("Verdict", "Set the client to %1, which it may call “explicit TLS”, or have "
                                                  "this server begin with TLS at once.")
        .arg(requestOf(verdict));
}

QString checkProtocol(const Verdict &verdict)
{
    return QCoreApplication::translate("Verdict", "Check that the client speaks %1 and uses the right port.")
        .arg(protocolOf(verdict));
}

QString readLog()
{
    return QCoreApplication::translate("Verdict", "Look into the client's own log for the reason.");
}

} // namespace

QString sentenceWithoutTls(const Verdict &verdict)
{
    const std::uint64_t number = verdict.detail.toULongLong();
    switch (verdict.reason) {
    case VerdictReason::PlainClosedByPeer:
        return QCoreApplication::translate(
            "Verdict", "The connection was not encrypted (plain TCP), and the client closed it properly.");
    case VerdictReason::PlainClosedByServer:
        return QCoreApplication::translate(
            "Verdict", "The connection was not encrypted (plain TCP), and this server closed it properly.");
    case VerdictReason::PlainClosedAfterIdleTime:
        return idle(verdict);
    case VerdictReason::PlainClosedByUser:
        return QCoreApplication::translate("Verdict",
                                           "The connection was not encrypted (plain TCP), and you disconnected it.");
    case VerdictReason::PlainServerStopped:
        return QCoreApplication::translate("Verdict", "The connection was not encrypted (plain TCP), and it was closed "
                                                      "because the server was stopped.");
    case VerdictReason::PlainStoppedWhileUnread:
        return QCoreApplication::translate("Verdict", "The connection was not encrypted (plain TCP); the server was "
                                                      "stopped before the client had read everything.");
    case VerdictReason::PlainReset:
        return QCoreApplication::translate("Verdict", "The connection was not encrypted (plain TCP); the client broke "
                                                      "it off abruptly (TCP reset).");
    case VerdictReason::ForeignDialogue:
        return foreign(verdict);
    case VerdictReason::WentOnInPlain:
        return wentOnInPlain(verdict);
    case VerdictReason::SilentInDialogue:
        return QCoreApplication::translate("Verdict",
                                           "The client connected but sent nothing for %1; this port speaks %2.")
            .arg(timeOf(verdict), protocolOf(verdict));
    case VerdictReason::SilentAfterStartTls:
        return silentAfterRequest(verdict);
    case VerdictReason::StalledInDialogue:
        return stalled(verdict);
    case VerdictReason::LeftWithoutStartTls:
        return left(verdict);
    case VerdictReason::OnlyCancels:
        return QCoreApplication::translate("Verdict",
                                           "The client only asked to cancel a query, which it does without TLS.");
    case VerdictReason::ClosedInDialogue:
        return closed(verdict);
    case VerdictReason::ResetInDialogue:
        return reset(verdict);
    case VerdictReason::ClosedAfterStartTls:
        return closedAfterRequest(verdict);
    case VerdictReason::TlsBeforeSecured:
        return QCoreApplication::translate(
            "Verdict", "The client began with TLS, but the connection ended before you asked for TLS on this side.");
    case VerdictReason::TlsBeforeStartTls:
        return QCoreApplication::translate("Verdict", "The client began with TLS at once, but this port speaks %1 "
                                                      "first: a client has to ask for TLS (%2).")
            .arg(protocolOf(verdict), requestOf(verdict));
    case VerdictReason::TlsWithoutRequest:
        return QCoreApplication::translate("Verdict", "The client began with TLS without asking for it (%1).")
            .arg(requestOf(verdict));
    case VerdictReason::TlsToPlainServer:
        return QCoreApplication::translate("Verdict",
                                           "The client began with TLS, but this server does without it (plain TCP).");
    case VerdictReason::DataBehindStartTls:
        return QCoreApplication::translate("Verdict", "The client sent more (%1) together with its request for TLS "
                                                      "(%2), without waiting for the answer. Somebody in between could "
                                                      "have put it there, so this server refused.")
            .arg(byteSize(number), requestOf(verdict));
    case VerdictReason::MalformedDialogue:
        return QCoreApplication::translate("Verdict", "This port speaks %1, but what the client sent cannot be read.")
            .arg(protocolOf(verdict));
    case VerdictReason::DialogueTooLong:
        return QCoreApplication::translate("Verdict", "The client sent a command that is longer than %1, the limit.")
            .arg(byteSize(number));
    case VerdictReason::DialogueTooMuch:
        return QCoreApplication::translate(
                   "Verdict", "The client sent more than %1 commands, the limit, without asking for TLS (%2).")
            .arg(wholeNumber(number), requestOf(verdict));
    case VerdictReason::LoginInPlain:
        return QCoreApplication::translate("Verdict",
                                           "The client wants to log in without TLS, which this server demands.");
    default: // sentence() knows the others
        return {};
    }
}

QString adviceWithoutTls(const Verdict &verdict)
{
    switch (verdict.reason) {
    case VerdictReason::PlainClosedAfterIdleTime:
        return QCoreApplication::translate("Verdict",
                                           "If the client needs longer pauses, raise the idle time of this server.");
    case VerdictReason::PlainReset:
        return QCoreApplication::translate("Verdict", "Look into the client's own log: it may have crashed, or closed "
                                                      "without reading everything that was sent to it.");
    case VerdictReason::ForeignDialogue:
    case VerdictReason::SilentInDialogue:
    case VerdictReason::MalformedDialogue:
        return checkProtocol(verdict);
    case VerdictReason::WentOnInPlain:
    case VerdictReason::SilentAfterStartTls:
    case VerdictReason::ClosedAfterStartTls:
    case VerdictReason::DialogueTooLong:
        return readLog();
    case VerdictReason::StalledInDialogue:
    case VerdictReason::LeftWithoutStartTls:
    case VerdictReason::ClosedInDialogue:
    case VerdictReason::ResetInDialogue:
    case VerdictReason::DialogueTooMuch:
        return switchOn(verdict);
    case VerdictReason::TlsBeforeSecured:
        return QCoreApplication::translate("Verdict", "Ask for TLS when the client begins with it, or have this server "
                                                      "begin with TLS at once.");
    case VerdictReason::TlsBeforeStartTls:
        return askInstead(verdict);
    case VerdictReason::TlsToPlainServer:
        return QCoreApplication::translate("Verdict", "Switch TLS off in the client, or on in this server.");
    case VerdictReason::DataBehindStartTls:
        return QCoreApplication::translate("Verdict", "Make the client wait for the answer to %1. If it does wait, "
                                                      "something in between changes the traffic.")
            .arg(requestOf(verdict));
    case VerdictReason::TlsWithoutRequest:
        return QCoreApplication::translate("Verdict", "Make the client send %1 and wait for the answer before it "
                                                      "begins with TLS.")
            .arg(requestOf(verdict));
    case VerdictReason::LoginInPlain:
        return QCoreApplication::translate("Verdict", "Set sslmode=require in the client.");
    default: // nothing needs doing, or advice() knows
        return {};
    }
}

} // namespace sealport
