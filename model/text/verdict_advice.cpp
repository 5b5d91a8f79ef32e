#include "model/text/formatting.h"
#include "model/text/rule_refusal_text.h"
#include "model/text/verdict_text.h"
#include "model/text/without_tls_text.h"

#include <QCoreApplication>

namespace sealport {

namespace {

QString allowProtocols(const Verdict &verdict)
{
    if (verdict.fix == Fix::OtherKeyUsage)
        return QCoreApplication::translate("Verdict",
                                           "Give this server a certificate whose key usage lets its key sign "
                                           "(digitalSignature), then allow %1; or change the versions that "
                                           "the client offers.")
            .arg(protocolList(verdict.fixProtocols));
    if (verdict.fix == Fix::OtherKey)
        return QCoreApplication::translate(
                   "Verdict", "Give this server a certificate whose key works with %1 (RSA of 2048 bits or EC P-256 "
                              "does), then allow %1; or change the versions that the client offers.")
            .arg(protocolList(verdict.fixProtocols));
    if (verdict.fix != Fix::AllowProtocols)
        return QCoreApplication::translate(
            "Verdict", "Update the client: what it offers is not safe, and this program cannot offer it.");
    const QString protocols = protocolList(verdict.fixProtocols);
    if (verdict.reason == VerdictReason::ClientVersionsTooNew)
        return QCoreApplication::translate("Verdict", "Allow %1 on this server, or an older version in the client.")
            .arg(protocols);
    return QCoreApplication::translate("Verdict", "Allow %1 on this server, or update the client.").arg(protocols);
}

QString refusedVersion(const Verdict &verdict)
{
    if (verdict.fix == Fix::AllowProtocols)
        return allowProtocols(verdict);
    return QCoreApplication::translate(
        "Verdict", "Allow a newer version of TLS on this server, or look at the client's TLS settings.");
}

QString otherKey(const Verdict &verdict)
{
    if (verdict.serverValues.isEmpty())
        return QCoreApplication::translate("Verdict", "Give this server a certificate with another type of key.");
    return QCoreApplication::translate(
               "Verdict",
               "Give this server a certificate with a key of type %1, or allow cipher suites for %2 in the client.")
        .arg(verdict.detail, verdict.serverValues.value(0));
}

QString trustIssuer()
{
    return QCoreApplication::translate("Verdict", "Make the client trust the issuer (CA) of the certificate, and check "
                                                  "that the certificate holds the name that the client connects to.");
}

QString lookAtClient()
{
    return QCoreApplication::translate("Verdict", "Look into the client's own log for the reason.");
}

QString updateClient()
{
    return QCoreApplication::translate(
        "Verdict", "Update the client. If you are writing it, the evidence says what it got wrong.");
}

QString checkServer(int gsk)
{
    if (gsk == 403 || gsk == 428)
        return QCoreApplication::translate(
            "Verdict", "Choose a certificate with a private key for this server and start it again.");
    return QCoreApplication::translate("Verdict", "Check this server's certificate and key, then stop and start it.");
}

QString adviceOfCode(const Verdict &verdict)
{
    switch (verdict.code) { // no default: a new code without advice does not compile
    case VerdictCode::Ok:
        return {};
    case VerdictCode::Truncated:
        return QCoreApplication::translate("Verdict", "Often harmless. If data is missing at the end, make the client "
                                                      "close TLS before it closes the connection.");
    case VerdictCode::Reset:
        return QCoreApplication::translate("Verdict", "Look into the client's own log: it may have crashed, or closed "
                                                      "without reading everything that was sent to it.");
    case VerdictCode::NoCommonProtocol:
        return allowProtocols(verdict);
    case VerdictCode::Ssl2Hello:
        return QCoreApplication::translate("Verdict", "Switch off SSL 2.0 and the SSL 2.0 compatible hello (in Java: "
                                                      "SSLv2Hello) in the client, or update the client.");
    case VerdictCode::NoCommonCipher:
        return QCoreApplication::translate(
            "Verdict", "Allow one of this server's cipher suites in the client; updating the client usually does it.");
    case VerdictCode::NoCommonGroup:
        if (verdict.serverValues.isEmpty())
            return updateClient();
        return QCoreApplication::translate("Verdict",
                                           "Allow one of this server's groups in the client, for example %1.")
            .arg(verdict.serverValues.first());
    case VerdictCode::NoCommonSignature:
        return QCoreApplication::translate("Verdict", "Give this server a certificate with another type of key, or "
                                                      "allow one of its signature algorithms in the client.");
    case VerdictCode::ClientRejectsCertificate:
        return trustIssuer();
    case VerdictCode::NoCommonAlpn:
    case VerdictCode::UnknownServerName:
    case VerdictCode::ClientCertificateMissing:
    case VerdictCode::ClientCertificateUntrusted:
    case VerdictCode::ClientCertificateExpired:
    case VerdictCode::ClientCertificateRefused:
        return ruleRefusalAdvice(verdict);
    case VerdictCode::PlainHttp:
        return QCoreApplication::translate("Verdict", "Write https:// instead of http:// in the client's address.");
    case VerdictCode::ProxyProtocol:
        return QCoreApplication::translate(
            "Verdict", "Switch off the PROXY protocol for this server in the load balancer (HAProxy: send-proxy).");
    case VerdictCode::Ssh:
        return QCoreApplication::translate(
            "Verdict", "Use the port of an SSH server (usually 22), or connect with a program that speaks TLS.");
    case VerdictCode::NotTls:
        return QCoreApplication::translate("Verdict", "Switch on TLS (SSL) in the client, from the first byte of the "
                                                      "connection, and check that it uses the right port.");
    case VerdictCode::Silent:
        return QCoreApplication::translate("Verdict", "Check that the client uses TLS (SSL) from the start: with some "
                                                      "protocols it waits for the server to speak first.");
    case VerdictCode::Stalled:
        return QCoreApplication::translate("Verdict", "Look into the client's own log, and at the network between: "
                                                      "firewalls and wrong packet sizes (MTU) swallow large packets.");
    case VerdictCode::Dropped:
    case VerdictCode::ClientAlert:
        return lookAtClient();
    case VerdictCode::ProtocolError:
        return updateClient();
    case VerdictCode::Refused:
        return {};
    case VerdictCode::ServerFault:
        return checkServer(verdict.gsk);
    }
    Q_UNREACHABLE();
}

} // namespace

QString advice(const Verdict &verdict)
{
    switch (verdict.reason) { // no default: a new reason without advice does not compile
    case VerdictReason::None:
        return adviceOfCode(verdict);

    case VerdictReason::ResetByServer:
    case VerdictReason::ClosedByPeer:
    case VerdictReason::ClosedByServer:
    case VerdictReason::ClosedByUser:
    case VerdictReason::ServerStopped:
        return {};
    case VerdictReason::ClosedAfterIdleTime:
        return QCoreApplication::translate("Verdict",
                                           "If the client needs longer pauses, raise the idle time of this server.");

    case VerdictReason::ClientVersionsTooOld:
    case VerdictReason::ClientVersionsTooNew:
    case VerdictReason::ClientVersionsInTheHole:
        return allowProtocols(verdict);
    case VerdictReason::ClientRefusesVersion:
        return refusedVersion(verdict);

    case VerdictReason::KeyUnfitForVersion:
        return QCoreApplication::translate("Verdict", "Give this server a certificate with another key: RSA of 2048 "
                                                      "bits, or EC P-256, works with every version of TLS.");
    case VerdictReason::KeyUsageForbidsSigning:
        return QCoreApplication::translate("Verdict", "Give this server a certificate that is made for servers.");
    case VerdictReason::NoSuiteInCommon:
    case VerdictReason::NoGroupInCommon:
        return adviceOfCode(verdict);
    case VerdictReason::SuitesNeedOtherCertificate:
        return otherKey(verdict);
    case VerdictReason::CertificateCurveNotOffered:
        if (verdict.detail.isEmpty())
            return otherKey(verdict);
        return QCoreApplication::translate("Verdict", "Give this server a certificate with another key (RSA "
                                                      "suits most clients), or allow %1 in the client.")
            .arg(verdict.detail);

    case VerdictReason::BadCertificate:
        return QCoreApplication::translate(
            "Verdict", "Compare the name or address that the client connects to with the names in the certificate.");
    case VerdictReason::UnsupportedCertificate:
        return QCoreApplication::translate(
            "Verdict",
            "Give this server a certificate with another type of key (RSA suits most clients), made for servers.");
    case VerdictReason::RevokedCertificate:
        return QCoreApplication::translate("Verdict", "Get a new certificate for this server.");
    case VerdictReason::ExpiredCertificate:
        return QCoreApplication::translate("Verdict", "Check the dates of the certificate and the clock of the "
                                                      "client's computer; renew the certificate if it has expired.");
    case VerdictReason::UnknownCertificate:
    case VerdictReason::ClosedAfterCertificate:
        return trustIssuer();
    case VerdictReason::UnknownCa:
        return QCoreApplication::translate("Verdict", "Add the issuer's certificate (CA) to those that the client "
                                                      "trusts, or use a certificate from an issuer that it knows.");

    case VerdictReason::ClientCertificateNotYetValid:
    case VerdictReason::ClientCertificateSelfSigned:
    case VerdictReason::ClientCertificateNotForClients:
        return ruleRefusalAdvice(verdict);

    case VerdictReason::ClosedBeforeFirstByte:
        return QCoreApplication::translate(
            "Verdict", "If it was a real client, look into its own log: it gave up before it began with TLS.");
    case VerdictReason::ClosedInHandshake:
    case VerdictReason::ResetInHandshake:
        return lookAtClient();

    case VerdictReason::MalformedMessage:
    case VerdictReason::UnexpectedMessage:
    case VerdictReason::IllegalParameter:
    case VerdictReason::MissingExtension:
    case VerdictReason::OtherProtocolError:
        return updateClient();
    case VerdictReason::BadRecord:
        return QCoreApplication::translate(
            "Verdict",
            "Try again; if it repeats, update the client and look for a device in between that changes the traffic.");
    case VerdictReason::InappropriateFallback:
        return QCoreApplication::translate(
            "Verdict",
            "Look at the client's earlier connections in this list: the first one failed for another reason.");

    case VerdictReason::LeftBeforeAdmission:
    case VerdictReason::NotAdmitted:
        return QCoreApplication::translate("Verdict", "Answer sooner: few clients wait longer than some seconds. This "
                                                      "server waits as long as it does for a handshake.");

    case VerdictReason::TooManyConnections:
        return QCoreApplication::translate(
            "Verdict", "Raise the limit of connections of this server, or find out why clients keep so many open.");
    case VerdictReason::PeerDoesNotRead:
        return QCoreApplication::translate("Verdict", "Make the client read what it receives.");
    case VerdictReason::StoppedWhileUnread:
    case VerdictReason::StoppedDuringHandshake:
    case VerdictReason::DisconnectedByUser:
    case VerdictReason::DeniedByUser:
        return {};

    case VerdictReason::OutOfDescriptors:
        return QCoreApplication::translate(
            "Verdict", "Close connections, or raise the limit of open files for this program (ulimit -n).");
    case VerdictReason::DialogueStuck:
        return QCoreApplication::translate(
            "Verdict", "Write the pattern so that it can fail early, for example with ^ in front and without one "
                       "repetition inside another.");
    case VerdictReason::InternalFault:
        return checkServer(verdict.gsk);

    case VerdictReason::PlainClosedByPeer:
    case VerdictReason::PlainClosedByServer:
    case VerdictReason::PlainClosedAfterIdleTime:
    case VerdictReason::PlainClosedByUser:
    case VerdictReason::PlainServerStopped:
    case VerdictReason::PlainReset:
    case VerdictReason::ForeignDialogue:
    case VerdictReason::WentOnInPlain:
    case VerdictReason::SilentInDialogue:
    case VerdictReason::SilentAfterStartTls:
    case VerdictReason::StalledInDialogue:
    case VerdictReason::LeftWithoutStartTls:
    case VerdictReason::OnlyCancels:
    case VerdictReason::ClosedInDialogue:
    case VerdictReason::ResetInDialogue:
    case VerdictReason::ClosedAfterStartTls:
    case VerdictReason::TlsBeforeSecured:
    case VerdictReason::TlsBeforeStartTls:
    case VerdictReason::TlsWithoutRequest:
    case VerdictReason::TlsToPlainServer:
    case VerdictReason::DataBehindStartTls:
    case VerdictReason::MalformedDialogue:
    case VerdictReason::PlainStoppedWhileUnread:
    case VerdictReason::DialogueTooLong:
    case VerdictReason::DialogueTooMuch:
    case VerdictReason::LoginInPlain:
        return adviceWithoutTls(verdict);
    }
    Q_UNREACHABLE();
}

} // namespace sealport
