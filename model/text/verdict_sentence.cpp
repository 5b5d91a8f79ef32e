#include "model/text/alert_text.h"
#include "model/text/disagreement_text.h"
#include "model/text/formatting.h"
#include "model/text/reply_verdict_text.h"
#include "model/text/rule_refusal_text.h"
#include "model/text/verdict_text.h"
#include "model/text/without_tls_text.h"

#include <QCoreApplication>

namespace sealport {

namespace {

QString notTls(const Verdict &verdict)
{
    if (verdict.detail.isEmpty())
        return QCoreApplication::translate("Verdict", "The client sent something that is not TLS (SSL).");
    return QCoreApplication::translate("Verdict",
                                       "The client sent something that is not TLS (SSL). It begins with “%1”.")
        .arg(verdict.detail);
}

QString plainHttp(const Verdict &verdict)
{
    if (verdict.detail.isEmpty())
        return QCoreApplication::translate("Verdict",
                                           "The client sent an unencrypted web request (plain HTTP) instead of TLS.");
    return QCoreApplication::translate("Verdict",
                                       "The client sent an unencrypted web request (plain HTTP) instead of TLS: “%1”.")
        .arg(verdict.detail);
}

QString timeOf(const Verdict &verdict)
{
    return spokenDuration(verdict.detail.toLongLong());
}

QString clientAlert(const Verdict &verdict)
{
    const std::uint8_t code = verdict.alert ? verdict.alert->code : std::uint8_t{0};
    const QString meaning = alertMeaning(code);
    if (meaning.isEmpty())
        return QCoreApplication::translate("Verdict", "The client gave up and sent the alert %1.").arg(verdict.detail);
    return QCoreApplication::translate("Verdict", "The client gave up with the alert %1: %2")
        .arg(verdict.detail, meaning);
}

QString internalFault(const Verdict &verdict)
{
    if (verdict.detail.isEmpty())
        return QCoreApplication::translate("Verdict", "This server itself could not go on.");
    return QCoreApplication::translate("Verdict", "This server itself could not go on: %1.").arg(verdict.detail);
}

/// Codes with one sentence each; the others are told by their reason.
QString sentenceOfCode(const Verdict &verdict)
{
    switch (verdict.code) { // no default: a new code without a sentence does not compile
    case VerdictCode::Ok:
        return QCoreApplication::translate("Verdict", "The connection was secured and closed properly.");
    case VerdictCode::Truncated:
        return QCoreApplication::translate(
            "Verdict", "The connection was secured, but the client ended it without the TLS goodbye (close_notify).");
    case VerdictCode::Reset:
        return QCoreApplication::translate(
            "Verdict", "The connection was secured, then the client broke it off abruptly (TCP reset).");
    case VerdictCode::NoCommonProtocol:
        return differingVersions(verdict);
    case VerdictCode::Ssl2Hello:
        return ssl2Hello(verdict);
    case VerdictCode::NoCommonCipher:
        return noSuite(verdict);
    case VerdictCode::NoCommonGroup:
        return noGroup(verdict);
    case VerdictCode::NoCommonSignature:
        return noSignature(verdict);
    case VerdictCode::ClientRejectsCertificate:
        return QCoreApplication::translate("Verdict", "The client did not accept this server's certificate.");
    case VerdictCode::NoCommonAlpn:
    case VerdictCode::UnknownServerName:
    case VerdictCode::ClientCertificateMissing:
    case VerdictCode::ClientCertificateUntrusted:
    case VerdictCode::ClientCertificateExpired:
    case VerdictCode::ClientCertificateRefused:
        return ruleRefusalSentence(verdict);
    case VerdictCode::PlainHttp:
        return plainHttp(verdict);
    case VerdictCode::ProxyProtocol:
        return QCoreApplication::translate(
            "Verdict",
            "The connection began with a PROXY protocol header, which a load balancer adds, instead of TLS.");
    case VerdictCode::Ssh:
        return QCoreApplication::translate("Verdict", "The client speaks SSH, not TLS (SSL).");
    case VerdictCode::NotTls:
        return notTls(verdict);
    case VerdictCode::Silent:
        return QCoreApplication::translate("Verdict", "The client connected but sent nothing for %1.")
            .arg(timeOf(verdict));
    case VerdictCode::Stalled:
        return QCoreApplication::translate(
                   "Verdict", "The client began to set up TLS, then stopped in the middle; this server waited %1.")
            .arg(timeOf(verdict));
    case VerdictCode::Dropped:
        return QCoreApplication::translate("Verdict", "The client left before TLS was set up.");
    case VerdictCode::ClientAlert:
        return clientAlert(verdict);
    case VerdictCode::ProtocolError:
        return QCoreApplication::translate("Verdict", "The client broke the rules of TLS.");
    case VerdictCode::Refused:
        return QCoreApplication::translate("Verdict", "This server did not let the client in.");
    case VerdictCode::ServerFault:
        return internalFault(verdict);
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentence(const Verdict &verdict)
{
    const auto number = [&verdict] { return wholeNumber(verdict.detail.toULongLong()); };
    switch (verdict.reason) { // no default: a new reason without a sentence does not compile
    case VerdictReason::None:
        return sentenceOfCode(verdict);

    case VerdictReason::ResetByServer:
    case VerdictReason::DialogueStuck:
    case VerdictReason::DeniedByUser:
    case VerdictReason::NotAdmitted:
    case VerdictReason::LeftBeforeAdmission:
        return replySentence(verdict);
    case VerdictReason::ClosedByPeer:
        return QCoreApplication::translate("Verdict", "The connection was secured, and the client closed it properly.");
    case VerdictReason::ClosedByServer:
        return QCoreApplication::translate("Verdict",
                                           "The connection was secured, and this server closed it properly.");
    case VerdictReason::ClosedAfterIdleTime:
        if (verdict.detail.isEmpty())
            return QCoreApplication::translate(
                "Verdict", "The connection was secured; this server closed it because nothing was said for too long.");
        return QCoreApplication::translate(
                   "Verdict", "The connection was secured; this server closed it because nothing was said for %1.")
            .arg(timeOf(verdict));
    case VerdictReason::ClosedByUser:
        return QCoreApplication::translate("Verdict", "The connection was secured, and you disconnected it.");
    case VerdictReason::ServerStopped:
        return QCoreApplication::translate(
            "Verdict", "The connection was secured, and it was closed because the server was stopped.");

    case VerdictReason::ClientVersionsTooOld:
    case VerdictReason::ClientVersionsTooNew:
        return differingVersions(verdict);
    case VerdictReason::ClientVersionsInTheHole:
        return versionsInTheHole(verdict);
    case VerdictReason::ClientRefusesVersion:
        return refusedVersion(verdict);

    case VerdictReason::KeyUnfitForVersion:
        return keyUnfit(verdict);
    case VerdictReason::KeyUsageForbidsSigning:
        return keyMayNotSign(verdict);
    case VerdictReason::NoSuiteInCommon:
        return noSuite(verdict);
    case VerdictReason::SuitesNeedOtherCertificate:
        return suitesNeedOtherCertificate(verdict);
    case VerdictReason::NoGroupInCommon:
        return noGroup(verdict);
    case VerdictReason::CertificateCurveNotOffered:
        return curveNotOffered(verdict);

    case VerdictReason::BadCertificate:
        return QCoreApplication::translate("Verdict",
                                           "The client considers this server's certificate as bad (bad_certificate). "
                                           "Often it does not hold the name that the client connects to.");
    case VerdictReason::UnsupportedCertificate:
        return QCoreApplication::translate(
            "Verdict", "The client does not support this server's kind of certificate (unsupported_certificate).");
    case VerdictReason::RevokedCertificate:
        return QCoreApplication::translate(
            "Verdict",
            "The client says that this server's certificate was revoked by its issuer (certificate_revoked).");
    case VerdictReason::ExpiredCertificate:
        return QCoreApplication::translate(
            "Verdict",
            "The client says that this server's certificate has expired or is not valid yet (certificate_expired).");
    case VerdictReason::UnknownCertificate:
        return QCoreApplication::translate("Verdict", "The client did not accept this server's certificate "
                                                      "(certificate_unknown). Often it does not trust the issuer.");
    case VerdictReason::UnknownCa:
        return QCoreApplication::translate(
            "Verdict",
            "The client does not know the authority (CA) that issued this server's certificate (unknown_ca).");
    case VerdictReason::ClosedAfterCertificate:
        return QCoreApplication::translate("Verdict", "The client closed the connection right after it had received "
                                                      "this server's certificate, so it probably did not accept it.");

    case VerdictReason::ClientCertificateNotYetValid:
    case VerdictReason::ClientCertificateSelfSigned:
    case VerdictReason::ClientCertificateNotForClients:
        return ruleRefusalSentence(verdict);
    case VerdictReason::ClosedBeforeFirstByte:
        return QCoreApplication::translate(
            "Verdict",
            "The client connected and left without sending anything, as port scanners and health checks do.");
    case VerdictReason::ClosedInHandshake:
        return QCoreApplication::translate(
            "Verdict", "The client closed the connection while TLS was being set up, and did not say why.");
    case VerdictReason::ResetInHandshake:
        return QCoreApplication::translate(
            "Verdict",
            "The client broke off the connection (TCP reset) while TLS was being set up, and did not say why.");

    case VerdictReason::MalformedMessage:
        return QCoreApplication::translate("Verdict",
                                           "The client sent a TLS message that cannot be read or does not check out.");
    case VerdictReason::UnexpectedMessage:
        return QCoreApplication::translate("Verdict", "The client sent a TLS message that has no place at this point.");
    case VerdictReason::BadRecord:
        return QCoreApplication::translate(
            "Verdict", "What the client sent was damaged on its way, encrypted with the wrong key, or too long.");
    case VerdictReason::IllegalParameter:
        return QCoreApplication::translate("Verdict", "The client sent a value that TLS forbids.");
    case VerdictReason::MissingExtension:
        return QCoreApplication::translate("Verdict", "The client's greeting lacks a part that TLS demands.");
    case VerdictReason::InappropriateFallback:
        return QCoreApplication::translate(
            "Verdict", "The client says that it fell back to an older version of TLS, although this server allows a "
                       "newer one. Something may be disturbing its first attempts.");
    case VerdictReason::OtherProtocolError:
        if (verdict.detail.isEmpty())
            return QCoreApplication::translate("Verdict", "The client broke the rules of TLS.");
        return QCoreApplication::translate("Verdict", "The client broke the rules of TLS: %1.").arg(verdict.detail);

    case VerdictReason::TooManyConnections:
        if (verdict.detail.isEmpty())
            return QCoreApplication::translate("Verdict", "This server already had as many connections as it allows.");
        return QCoreApplication::translate("Verdict", "This server already had %1 connections, its limit.")
            .arg(number());
    case VerdictReason::PeerDoesNotRead:
        if (verdict.detail.isEmpty())
            return QCoreApplication::translate("Verdict", "The client does not read what it is sent.");
        return QCoreApplication::translate(
                   "Verdict", "The client does not read what it is sent: %1 were waiting for it, the limit.")
            .arg(byteSize(verdict.detail.toULongLong()));
    case VerdictReason::StoppedDuringHandshake:
        return QCoreApplication::translate("Verdict", "The server was stopped before TLS was set up.");
    case VerdictReason::StoppedWhileUnread:
        return QCoreApplication::translate(
            "Verdict", "The connection was secured; the server was stopped before the client had read everything.");
    case VerdictReason::DisconnectedByUser:
        return QCoreApplication::translate("Verdict", "You disconnected the client before TLS was set up.");

    case VerdictReason::OutOfDescriptors:
        return QCoreApplication::translate(
            "Verdict", "This program may not open any more connections or files (out of file descriptors).");
    case VerdictReason::InternalFault:
        return internalFault(verdict);

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
        return sentenceWithoutTls(verdict);
    }
    Q_UNREACHABLE();
}

} // namespace sealport
