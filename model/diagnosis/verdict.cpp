#include "model/diagnosis/verdict.h"

#include "model/diagnosis/handshake_failure.h"
#include "model/diagnosis/offer_match.h"
#include "model/diagnosis/printable.h"
#include "model/diagnosis/refused_by_rule.h"
#include "model/diagnosis/without_tls.h"
#include "model/tls/handshake_evidence.h"
#include "model/tls/registry.h"

#include <openssl/ssl.h>
#include <openssl/sslerr.h>

#include <algorithm>
#include <span>

namespace sealport {

namespace {

constexpr qsizetype textLimit = 240;

struct RejectAlert {
    std::uint8_t code;
    VerdictReason reason;
    int gsk;
};
/// With these a client refuses the certificate that it was shown (RFC 8446 section 6.2).
constexpr RejectAlert rejectAlerts[] = {
    {42, VerdictReason::BadCertificate, 414},         // GSK_ERROR_BAD_CERT
    {43, VerdictReason::UnsupportedCertificate, 405}, // GSK_ERROR_UNSUPPORTED_CERTIFICATE_TYPE
    {44, VerdictReason::RevokedCertificate, 0},
    {45, VerdictReason::ExpiredCertificate, 107}, // GSK_KEYFILE_CERT_EXPIRED
    {46, VerdictReason::UnknownCertificate, 0},
    {48, VerdictReason::UnknownCa, 415}, // GSK_ERROR_BAD_PEER
};

void set(Verdict &verdict, VerdictCode code, VerdictReason reason = VerdictReason::None, int gsk = 0)
{
    verdict.code = code;
    verdict.reason = reason;
    verdict.gsk = gsk;
}

std::optional<ClientHello> helloOf(const Ending &ending)
{
    if (ending.hello.isEmpty())
        return std::nullopt;
    const auto message =
        std::as_bytes(std::span(ending.hello.constData(), static_cast<std::size_t>(ending.hello.size())));
    const auto hello =
        ending.firstBytes == FirstBytes::Ssl2Hello ? parseSsl2ClientHello(message) : parseClientHello(message);
    return hello ? std::optional(*hello) : std::nullopt;
}

/// Something else than TLS, known for sure.
bool isForeign(FirstBytes first)
{
    return first == FirstBytes::Http || first == FirstBytes::ProxyProtocol || first == FirstBytes::Ssh
           || first == FirstBytes::Unknown;
}

/// Judges an incomplete beginning by its first octets: record types 20 to 24 (RFC 8446 section 5.1, RFC 6520), or the
/// two-octet header of an SSL 2.0 CLIENT-HELLO.
bool mayBecomeTls(const Ending &ending)
{
    const QByteArray &first = ending.firstOctets;
    if (ending.firstBytes == FirstBytes::TlsOther)
        return true;
    const auto octet = [&first](qsizetype at) { return static_cast<unsigned char>(first.at(at)); };
    if (first.isEmpty() || (octet(0) >= 0x14 && octet(0) <= 0x18))
        return true;
    return (octet(0) & 0x80) != 0 && (first.size() < 3 || octet(2) == 1);
}

void explainTimeout(Verdict &verdict, const Ending &ending)
{
    if (ending.wireBytesIn != 0 && !mayBecomeTls(ending))
        return explainForeignBytes(verdict, ending);
    set(verdict, ending.wireBytesIn == 0 ? VerdictCode::Silent : VerdictCode::Stalled);
    verdict.detail = millisecondsOf(ending);
    verdict.evidence += QStringLiteral("bytes received: %1").arg(ending.wireBytesIn);
}

void explainReceivedAlert(Verdict &verdict, const Ending &ending, const ClientHello *hello, const ServerOffer *offer)
{
    constexpr std::uint8_t closeNotify = 0;
    const std::uint8_t code =
        ending.alertReceived ? ending.alertReceived->code : alertOfReason(ending.reason).value_or(closeNotify);
    for (const RejectAlert &reject : rejectAlerts) {
        if (reject.code == code && (ending.certificateSent || ending.wasSecured())) {
            set(verdict, VerdictCode::ClientRejectsCertificate, reject.reason, reject.gsk);
            return;
        }
    }
    const bool blamesVersion =
        code == 70 || ending.reason == SSL_R_WRONG_VERSION_NUMBER; // protocol_version, or so written
    if (blamesVersion && !ending.wasSecured() && hello != nullptr)
        return explainRefusedVersion(verdict, hello, offer);
    set(verdict, VerdictCode::ClientAlert);
    verdict.detail = alertName(code);
}

void explainLostConnection(Verdict &verdict, const Ending &ending)
{
    const bool reset = ending.cause == Ending::Cause::PeerReset;
    const int gsk = reset ? 406 : 420; // GSK_ERROR_IO, GSK_ERROR_SOCKET_CLOSED
    if (!reset && ending.certificateRead) {
        set(verdict, VerdictCode::ClientRejectsCertificate, VerdictReason::ClosedAfterCertificate, gsk);
        verdict.evidence += QStringLiteral("closed without an alert after our certificate had arrived");
        return;
    }
    if (ending.wireBytesIn == 0)
        set(verdict, VerdictCode::Dropped, VerdictReason::ClosedBeforeFirstByte, gsk);
    else
        set(verdict, VerdictCode::Dropped, reset ? VerdictReason::ResetInHandshake : VerdictReason::ClosedInHandshake,
            gsk);
    verdict.evidence += QStringLiteral("bytes received: %1").arg(ending.wireBytesIn);
}

VerdictReason reasonOfGoodEnd(const Ending &ending)
{
    if (ending.cause == Ending::Cause::ClosedByUser)
        return VerdictReason::ClosedByUser;
    if (ending.cause == Ending::Cause::ServerStopped || ending.stoppedByServer)
        return VerdictReason::ServerStopped;
    if (ending.idleTimeout)
        return VerdictReason::ClosedAfterIdleTime;
    // Once we have said close_notify nothing more is read: one that was received came first.
    return ending.closeNotifyReceived ? VerdictReason::ClosedByPeer : VerdictReason::ClosedByServer;
}

void explainGoodEnd(Verdict &verdict, const Ending &ending)
{
    if (ending.unread > 0 && reasonOfGoodEnd(ending) == VerdictReason::ServerStopped) {
        set(verdict, VerdictCode::Refused, VerdictReason::StoppedWhileUnread);
        verdict.evidence += QStringLiteral("bytes not read: %1").arg(ending.unread);
        return;
    }
    set(verdict, VerdictCode::Ok, reasonOfGoodEnd(ending));
    if (verdict.reason == VerdictReason::ClosedAfterIdleTime && ending.limit != 0)
        verdict.detail = QString::number(ending.limit);
}

void explainLostSession(Verdict &verdict, const Ending &ending)
{
    if (ending.closeNotifySent || ending.closeNotifyReceived || ending.idleTimeout || ending.stoppedByServer)
        explainGoodEnd(verdict, ending);
    else
        set(verdict, ending.cause == Ending::Cause::PeerReset ? VerdictCode::Reset : VerdictCode::Truncated,
            VerdictReason::None, 406); // GSK_ERROR_IO
}

/// close_notify where no session had been secured.
void explainCloseInHandshake(Verdict &verdict, const Ending &ending, const ClientHello *hello, const ServerOffer *offer)
{
    if (ending.stoppedByServer)
        set(verdict, VerdictCode::Refused, VerdictReason::StoppedDuringHandshake);
    else if (ending.closeNotifyReceived || ending.alertReceived)
        explainReceivedAlert(verdict, ending, hello, offer);
    else
        explainLostConnection(verdict, ending);
}

void explainFault(Verdict &verdict, const Ending &ending, VerdictReason reason)
{
    set(verdict, VerdictCode::ServerFault, reason);
    verdict.detail = printable(ending.detail, textLimit);
}

void explainLimit(Verdict &verdict, const Ending &ending, VerdictReason reason)
{
    set(verdict, VerdictCode::Refused, reason);
    if (ending.limit != 0) {
        verdict.detail = QString::number(ending.limit);
        verdict.evidence += QLatin1String("limit: ") + verdict.detail;
    }
}

void explain(Verdict &verdict, const Ending &ending, const ClientHello *hello, const ServerOffer *offer)
{
    if (explainWithoutTls(verdict, ending))
        return;
    const bool secured = ending.wasSecured();
    switch (ending.cause) { // no default: a new cause without a verdict does not compile
    case Ending::Cause::NotTls:
        return ending.firstBytes == FirstBytes::TlsOther    ? explainBrokenProtocol(verdict, ending)
               : ending.firstBytes == FirstBytes::Ssl2Hello ? explainSsl2Hello(verdict, hello, offer)
                                                            : explainForeignBytes(verdict, ending);
    case Ending::Cause::HandshakeTimeout:
        return explainTimeout(verdict, ending);
    case Ending::Cause::DialogueOver: // explained above
        return;
    case Ending::Cause::CloseNotify:
        return secured ? explainGoodEnd(verdict, ending) : explainCloseInHandshake(verdict, ending, hello, offer);
    case Ending::Cause::PeerClosed:
    case Ending::Cause::PeerReset:
        return secured                                                 ? explainLostSession(verdict, ending)
               : isForeign(ending.firstBytes) || !mayBecomeTls(ending) ? explainForeignBytes(verdict, ending)
                                                                       : explainLostConnection(verdict, ending);
    case Ending::Cause::AlertReceived:
        return explainReceivedAlert(verdict, ending, hello, offer);
    case Ending::Cause::TlsFailure:
        if (!secured && explainRefusalByRule(verdict, ending, hello, offer))
            return;
        return secured                        ? explainBrokenProtocol(verdict, ending)
               : isForeign(ending.firstBytes) ? explainForeignBytes(verdict, ending)
                                              : explainHandshakeFailure(verdict, ending, hello, offer);
    case Ending::Cause::ConnectionLimit:
        return explainLimit(verdict, ending, VerdictReason::TooManyConnections);
    case Ending::Cause::UnreadLimit:
        return explainLimit(verdict, ending, VerdictReason::PeerDoesNotRead);
    case Ending::Cause::OutOfDescriptors:
        return explainFault(verdict, ending, VerdictReason::OutOfDescriptors);
    case Ending::Cause::ClosedByUser:
        return secured ? explainGoodEnd(verdict, ending)
                       : set(verdict, VerdictCode::Refused, VerdictReason::DisconnectedByUser);
    case Ending::Cause::ServerStopped:
        return secured ? explainGoodEnd(verdict, ending)
                       : set(verdict, VerdictCode::Refused, VerdictReason::StoppedDuringHandshake);
    case Ending::Cause::DeniedByUser:
        return set(verdict, VerdictCode::Refused, VerdictReason::DeniedByUser);
    case Ending::Cause::NotAdmitted:
        return explainLimit(verdict, ending, VerdictReason::NotAdmitted);
    case Ending::Cause::LeftBeforeAdmission:
        return set(verdict, VerdictCode::Dropped, VerdictReason::LeftBeforeAdmission, 420); // GSK_ERROR_SOCKET_CLOSED
    case Ending::Cause::DialogueStuck:
        explainFault(verdict, ending, VerdictReason::DialogueStuck);
        verdict.detail = QString::number(ending.limit);
        return;
    case Ending::Cause::ResetByServer:
        return set(verdict, VerdictCode::Reset, VerdictReason::ResetByServer);
    case Ending::Cause::Fault:
        return explainFault(verdict, ending, VerdictReason::InternalFault);
    }
    Q_UNREACHABLE();
}

QString alertEvidence(const char *direction, const Alert &alert)
{
    return QStringLiteral("alert %1: %2 (%3)").arg(QLatin1String(direction), alertName(alert.code)).arg(alert.code);
}

void addCommonEvidence(Verdict &verdict, const Ending &ending)
{
    if (ending.alertReceived)
        verdict.evidence += alertEvidence("received", *ending.alertReceived);
    if (ending.alertSent)
        verdict.evidence += alertEvidence("sent", *ending.alertSent);
    if (!ending.detail.isEmpty() && verdict.code != VerdictCode::Ok)
        verdict.evidence += (ending.reason != 0 ? QLatin1String("openssl: ") : QLatin1String("system: "))
                            + printable(ending.detail, textLimit);
    // The one that decided comes first: what the peer said where it said something, else what we answered.
    verdict.alertSent = ending.cause != Ending::Cause::AlertReceived && ending.alertSent.has_value();
    verdict.alert = verdict.alertSent ? ending.alertSent : ending.alertReceived;
}

} // namespace

QString verdictName(VerdictCode code)
{
    switch (code) { // no default: a new code without a name does not compile
    case VerdictCode::Ok:
        return QStringLiteral("ok");
    case VerdictCode::Truncated:
        return QStringLiteral("truncated");
    case VerdictCode::Reset:
        return QStringLiteral("reset");
    case VerdictCode::NoCommonProtocol:
        return QStringLiteral("no-common-protocol");
    case VerdictCode::Ssl2Hello:
        return QStringLiteral("ssl2-hello");
    case VerdictCode::NoCommonCipher:
        return QStringLiteral("no-common-cipher");
    case VerdictCode::NoCommonGroup:
        return QStringLiteral("no-common-group");
    case VerdictCode::NoCommonSignature:
        return QStringLiteral("no-common-signature");
    case VerdictCode::NoCommonAlpn:
        return QStringLiteral("no-common-alpn");
    case VerdictCode::UnknownServerName:
        return QStringLiteral("unknown-server-name");
    case VerdictCode::ClientRejectsCertificate:
        return QStringLiteral("client-rejects-certificate");
    case VerdictCode::ClientCertificateMissing:
        return QStringLiteral("client-certificate-missing");
    case VerdictCode::ClientCertificateUntrusted:
        return QStringLiteral("client-certificate-untrusted");
    case VerdictCode::ClientCertificateExpired:
        return QStringLiteral("client-certificate-expired");
    case VerdictCode::ClientCertificateRefused:
        return QStringLiteral("client-certificate-refused");
    case VerdictCode::PlainHttp:
        return QStringLiteral("plain-http");
    case VerdictCode::ProxyProtocol:
        return QStringLiteral("proxy-protocol");
    case VerdictCode::Ssh:
        return QStringLiteral("ssh");
    case VerdictCode::NotTls:
        return QStringLiteral("not-tls");
    case VerdictCode::Silent:
        return QStringLiteral("silent");
    case VerdictCode::Stalled:
        return QStringLiteral("stalled");
    case VerdictCode::Dropped:
        return QStringLiteral("dropped");
    case VerdictCode::ClientAlert:
        return QStringLiteral("client-alert");
    case VerdictCode::ProtocolError:
        return QStringLiteral("protocol-error");
    case VerdictCode::Refused:
        return QStringLiteral("refused");
    case VerdictCode::ServerFault:
        return QStringLiteral("server-fault");
    }
    Q_UNREACHABLE();
}

bool isFailure(VerdictCode code)
{
    return code != VerdictCode::Ok;
}

Verdict diagnose(const Ending &ending, const ServerOffer *offer)
{
    const std::optional<ClientHello> hello = helloOf(ending);
    Verdict verdict;
    explain(verdict, ending, hello ? &*hello : nullptr, offer);
    addCommonEvidence(verdict, ending);
    return verdict;
}

Verdict diagnose(const Ending &ending, const ServerContext &context)
{
    const std::optional<ClientHello> hello = helloOf(ending);
    if (!hello)
        return diagnose(ending, &context.offer());
    const std::vector<ServerOffer> &offers = context.offersFor(hello->serverName);
    return diagnose(ending, &nearestOffer(*hello, offers));
}

} // namespace sealport
