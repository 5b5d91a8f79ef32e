#include "model/diagnosis/without_tls.h"

#include "model/diagnosis/printable.h"

#include <algorithm>
#include <cmath>

namespace sealport {

namespace {

using Cause = Ending::Cause;

constexpr int socketClosed = 420; ///< GSK_ERROR_SOCKET_CLOSED
constexpr int inputOutput = 406;  ///< GSK_ERROR_IO
constexpr int badMessage = 410;   ///< GSK_ERROR_BAD_MESSAGE

bool set(Verdict &verdict, VerdictCode code, VerdictReason reason, int gsk = 0)
{
    verdict.code = code;
    verdict.reason = reason;
    verdict.gsk = gsk;
    return true;
}

void addProtocol(Verdict &verdict, const Ending &ending)
{
    if (ending.opening.mode != Opening::Mode::StartTls)
        return;
    verdict.serverValues = {plainProtocolLabel(ending.opening.protocol), tlsRequestName(ending.opening.protocol)};
    verdict.evidence += QLatin1String("plain protocol: ") + verdict.serverValues.first();
}

void addLastCommand(Verdict &verdict, const Ending &ending)
{
    if (ending.dialogue.lastCommand.isEmpty())
        return;
    verdict.clientValues = {printable(ending.dialogue.lastCommand)};
    verdict.evidence += QLatin1String("last command: ") + verdict.clientValues.first();
}

void addMeasure(Verdict &verdict, const Ending &ending, const char *title)
{
    verdict.detail = QString::number(ending.dialogue.measure);
    verdict.evidence += QLatin1String(title) + QLatin1String(": ") + verdict.detail;
}

void addFirstBytes(Verdict &verdict, const Ending &ending)
{
    if (!ending.firstOctets.isEmpty())
        verdict.evidence += QLatin1String("first bytes: ") + octetsAsEvidence(ending.firstOctets);
}

bool explainFault(Verdict &verdict, const Ending &ending)
{
    switch (ending.dialogue.fault) { // no default: a new fault without a verdict does not compile
    case DialogueFault::None:
        // A polite goodbye is a failure all the same: who listens for STARTTLS wants to see it, and "ok" says that a
        // session was secured. It is the most frequent end of a client whose user forgot to switch TLS on.
        return set(verdict, VerdictCode::Dropped, VerdictReason::LeftWithoutStartTls, socketClosed);
    case DialogueFault::BeganWithTls:
        addFirstBytes(verdict, ending);
        return set(verdict, VerdictCode::ProtocolError, VerdictReason::TlsBeforeStartTls, badMessage);
    case DialogueFault::TlsUnasked:
        addFirstBytes(verdict, ending);
        return set(verdict, VerdictCode::ProtocolError, VerdictReason::TlsWithoutRequest, badMessage);
    case DialogueFault::ForeignProtocol:
        explainForeignBytes(verdict, ending);
        verdict.reason = VerdictReason::ForeignDialogue;
        return true;
    case DialogueFault::Malformed:
        return set(verdict, VerdictCode::ProtocolError, VerdictReason::MalformedDialogue, badMessage);
    case DialogueFault::DataBehindRequest:
        addMeasure(verdict, ending, "bytes behind the request");
        return set(verdict, VerdictCode::ProtocolError, VerdictReason::DataBehindStartTls, badMessage);
    case DialogueFault::MessageTooLong:
        addMeasure(verdict, ending, "limit");
        return set(verdict, VerdictCode::Refused, VerdictReason::DialogueTooLong);
    case DialogueFault::TooManyMessages:
        addMeasure(verdict, ending, "limit");
        return set(verdict, VerdictCode::Refused, VerdictReason::DialogueTooMuch);
    case DialogueFault::OnlyCancels:
        return set(verdict, VerdictCode::Dropped, VerdictReason::OnlyCancels, socketClosed);
    case DialogueFault::LoginInPlain:
        return set(verdict, VerdictCode::Refused, VerdictReason::LoginInPlain);
    }
    Q_UNREACHABLE();
}

bool explainLostDialogue(Verdict &verdict, const Ending &ending)
{
    const bool isReset = ending.cause == Cause::PeerReset;
    const int gsk = isReset ? inputOutput : socketClosed;
    if (ending.wireBytesIn == 0)
        return set(verdict, VerdictCode::Dropped, VerdictReason::ClosedBeforeFirstByte, gsk);
    return set(verdict, VerdictCode::Dropped,
               isReset ? VerdictReason::ResetInDialogue : VerdictReason::ClosedInDialogue, gsk);
}

bool explainSlowDialogue(Verdict &verdict, const Ending &ending)
{
    verdict.detail = millisecondsOf(ending);
    return ending.wireBytesIn == 0 ? set(verdict, VerdictCode::Silent, VerdictReason::SilentInDialogue)
                                   : set(verdict, VerdictCode::Stalled, VerdictReason::StalledInDialogue);
}

bool explainDialogue(Verdict &verdict, const Ending &ending)
{
    addProtocol(verdict, ending);
    addLastCommand(verdict, ending);
    const bool hasLeft = ending.cause == Cause::PeerClosed || ending.cause == Cause::PeerReset;
    if (isTlsBeforeRequest(ending.dialogue.fault) && (hasLeft || ending.cause == Cause::HandshakeTimeout))
        return explainFault(verdict, ending); // before its ClientHello was complete
    switch (ending.cause) {                   // no default: a new cause without a verdict does not compile
    case Cause::DialogueOver:
        return explainFault(verdict, ending);
    case Cause::PeerClosed:
    case Cause::PeerReset:
        return explainLostDialogue(verdict, ending);
    case Cause::HandshakeTimeout:
        return explainSlowDialogue(verdict, ending);
    case Cause::CloseNotify:
    case Cause::AlertReceived:
    case Cause::TlsFailure:
    case Cause::NotTls:
    case Cause::ConnectionLimit:
    case Cause::UnreadLimit:
    case Cause::OutOfDescriptors:
    case Cause::ClosedByUser:
    case Cause::ServerStopped:
    case Cause::DeniedByUser:
    case Cause::NotAdmitted:
    case Cause::LeftBeforeAdmission:
    case Cause::ResetByServer:
    case Cause::DialogueStuck:
    case Cause::Fault:
        return false;
    }
    Q_UNREACHABLE();
}

VerdictReason reasonOfOurClose(const Ending &ending)
{
    if (ending.cause == Cause::ClosedByUser)
        return VerdictReason::PlainClosedByUser;
    if (ending.cause == Cause::ServerStopped || ending.stoppedByServer)
        return VerdictReason::PlainServerStopped;
    return ending.idleTimeout ? VerdictReason::PlainClosedAfterIdleTime : VerdictReason::PlainClosedByServer;
}

bool explainOurClose(Verdict &verdict, const Ending &ending)
{
    const VerdictReason reason = reasonOfOurClose(ending);
    if (ending.unread > 0 && reason == VerdictReason::PlainServerStopped) {
        verdict.evidence += QStringLiteral("bytes not read: %1").arg(ending.unread);
        return set(verdict, VerdictCode::Refused, VerdictReason::PlainStoppedWhileUnread);
    }
    if (reason == VerdictReason::PlainClosedAfterIdleTime && ending.limit != 0)
        verdict.detail = QString::number(ending.limit);
    return set(verdict, VerdictCode::Ok, reason);
}

/// A client that speaks TLS to somebody who does not (yet).
bool explainEarlyTls(Verdict &verdict, const Ending &ending)
{
    addFirstBytes(verdict, ending);
    if (ending.opening.mayBecomeTls())
        return set(verdict, VerdictCode::Dropped, VerdictReason::TlsBeforeSecured, socketClosed);
    return set(verdict, VerdictCode::ProtocolError, VerdictReason::TlsToPlainServer, badMessage);
}

bool explainPlain(Verdict &verdict, const Ending &ending)
{
    const bool isEarlyTls = ending.dialogue.fault == DialogueFault::BeganWithTls;
    switch (ending.cause) { // no default: a new cause without a verdict does not compile
    case Cause::CloseNotify:
    case Cause::ClosedByUser:
    case Cause::ServerStopped:
        return isEarlyTls ? explainEarlyTls(verdict, ending) : explainOurClose(verdict, ending);
    case Cause::PeerClosed:
        return isEarlyTls ? explainEarlyTls(verdict, ending)
                          : set(verdict, VerdictCode::Ok, VerdictReason::PlainClosedByPeer);
    case Cause::PeerReset:
        return isEarlyTls ? explainEarlyTls(verdict, ending)
                          : set(verdict, VerdictCode::Reset, VerdictReason::PlainReset, inputOutput);
    case Cause::NotTls:
        return explainEarlyTls(verdict, ending);
    case Cause::AlertReceived:
    case Cause::TlsFailure:
    case Cause::DialogueOver:
    case Cause::HandshakeTimeout:
    case Cause::ConnectionLimit:
    case Cause::UnreadLimit:
    case Cause::OutOfDescriptors:
    case Cause::DeniedByUser:
    case Cause::NotAdmitted:
    case Cause::LeftBeforeAdmission:
    case Cause::ResetByServer:
    case Cause::DialogueStuck:
    case Cause::Fault:
        return false;
    }
    Q_UNREACHABLE();
}

/// TLS was to begin, after plain text, and nothing came.
bool explainMissingTls(Verdict &verdict, const Ending &ending)
{
    const bool isLost = ending.cause == Cause::PeerClosed || ending.cause == Cause::PeerReset;
    const bool isLate = ending.cause == Cause::HandshakeTimeout;
    if (ending.opening.mode == Opening::Mode::Tls || ending.wireBytesIn != 0 || (!isLost && !isLate))
        return false;
    addProtocol(verdict, ending);
    if (isLost)
        return set(verdict, VerdictCode::Dropped, VerdictReason::ClosedAfterStartTls,
                   ending.cause == Cause::PeerReset ? inputOutput : socketClosed);
    verdict.detail = millisecondsOf(ending);
    return set(verdict, VerdictCode::Silent, VerdictReason::SilentAfterStartTls);
}

} // namespace

QString millisecondsOf(const Ending &ending)
{
    return QString::number(
        ending.limit != 0 ? ending.limit : static_cast<std::uint64_t>(std::max(0.0, std::round(ending.durationMs))));
}

void explainForeignBytes(Verdict &verdict, const Ending &ending)
{
    VerdictCode code = VerdictCode::NotTls;
    if (ending.firstBytes == FirstBytes::Http)
        code = VerdictCode::PlainHttp;
    else if (ending.firstBytes == FirstBytes::ProxyProtocol)
        code = VerdictCode::ProxyProtocol;
    else if (ending.firstBytes == FirstBytes::Ssh)
        code = VerdictCode::Ssh;
    const bool wasAskedFor = ending.opening.mode != Opening::Mode::Tls && ending.part == Ending::Part::Tls;
    if (wasAskedFor)
        addProtocol(verdict, ending);
    set(verdict, code, wasAskedFor ? VerdictReason::WentOnInPlain : VerdictReason::None, badMessage);
    if (wasAskedFor)
        return; // they may be commands, and hold a password
    verdict.detail = printable(ending.firstOctets.left(24), 96);
    addFirstBytes(verdict, ending);
}

bool explainWithoutTls(Verdict &verdict, const Ending &ending)
{
    switch (ending.part) { // no default: a new part without a verdict does not compile
    case Ending::Part::Dialogue:
        return explainDialogue(verdict, ending);
    case Ending::Part::Plain:
        return explainPlain(verdict, ending);
    case Ending::Part::Tls:
        return !ending.wasSecured() && explainMissingTls(verdict, ending);
    }
    Q_UNREACHABLE();
}

} // namespace sealport
