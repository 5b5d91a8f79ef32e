#pragma once

#include "model/tls/ending.h"
#include "model/tls/server_context.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace sealport {

/// DESIGN's verdict codes: every connection ends with exactly one.
enum class VerdictCode : std::uint8_t {
    Ok,
    Truncated,
    Reset,
    NoCommonProtocol,
    Ssl2Hello,
    NoCommonCipher,
    NoCommonGroup,
    NoCommonSignature,
    NoCommonAlpn,
    UnknownServerName,
    ClientRejectsCertificate,
    ClientCertificateMissing,
    ClientCertificateUntrusted,
    ClientCertificateExpired,
    ClientCertificateRefused,
    PlainHttp,
    ProxyProtocol,
    Ssh,
    NotTls,
    Silent,
    Stalled,
    Dropped,
    ClientAlert,
    ProtocolError,
    Refused,
    ServerFault,
};

/// "no-common-protocol": JSON, filters, tests.
[[nodiscard]] QString verdictName(VerdictCode code);
[[nodiscard]] bool isFailure(VerdictCode code); ///< everything but Ok

/// The finer cause inside a code: chooses the sentence and the advice. One list, so that model/text has one exhaustive
/// switch.
enum class VerdictReason : std::uint8_t {
    None,
    // Reset
    ResetByServer, ///< on purpose
    // Ok
    ClosedByPeer,
    ClosedByServer,
    ClosedAfterIdleTime,
    ClosedByUser,
    ServerStopped,
    PlainClosedByPeer, ///< this and the next ones: of a connection that was never in TLS, nor had to be
    PlainClosedByServer,
    PlainClosedAfterIdleTime,
    PlainClosedByUser,
    PlainServerStopped,
    // Reset
    PlainReset,
    // NoCommonProtocol
    ClientVersionsTooOld,    ///< everything the client offers is older than what the server allows
    ClientVersionsTooNew,    ///< … newer …
    ClientVersionsInTheHole, ///< the server answered with an older version, which the client refused, or no overlap at
                             ///< all
    ClientRefusesVersion,    ///< alert protocol_version received
    // NoCommonCipher
    KeyUnfitForVersion,     ///< also of NoCommonSignature: no suite or signature of the version goes with the key
    KeyUsageForbidsSigning, ///< the same, because of the certificate's key usage
    NoSuiteInCommon,
    SuitesNeedOtherCertificate, ///< there is an overlap, but only for another key type than the server's
    // NoCommonGroup
    NoGroupInCommon,
    CertificateCurveNotOffered, ///< the client does not accept the curve of the server's EC certificate (RFC 8422
                                ///< section 5.1)
    // ClientRejectsCertificate
    BadCertificate,
    UnsupportedCertificate,
    RevokedCertificate,
    ExpiredCertificate,
    UnknownCertificate,
    UnknownCa,
    ClosedAfterCertificate, ///< no alert: a guess, and said to be one
    // ClientCertificateExpired
    ClientCertificateNotYetValid,
    // ClientCertificateUntrusted
    ClientCertificateSelfSigned,
    // ClientCertificateRefused
    ClientCertificateNotForClients,
    // PlainHttp, ProxyProtocol, Ssh, NotTls
    ForeignDialogue, ///< where a plain protocol was expected
    WentOnInPlain,   ///< TLS was asked for, by the client or by our user
    // Silent
    SilentInDialogue,
    SilentAfterStartTls, ///< TLS was asked for, by the client or by our user, and did not come
    // Stalled
    StalledInDialogue,
    // Dropped
    ClosedBeforeFirstByte,
    ClosedInHandshake,
    ResetInHandshake,
    LeftWithoutStartTls, ///< said goodbye in the plain protocol
    ClosedInDialogue,
    ResetInDialogue,
    OnlyCancels,         ///< PostgreSQL's request to cancel a query
    ClosedAfterStartTls, ///< TLS was asked for, by the client or by our user, and did not come
    TlsBeforeSecured,    ///< the client began with TLS before our user asked for it
    LeftBeforeAdmission, ///< while the user was asked whether to let it in
    // ProtocolError
    MalformedMessage,
    UnexpectedMessage,
    BadRecord, ///< bad MAC, record overflow
    IllegalParameter,
    MissingExtension,
    InappropriateFallback,
    OtherProtocolError,
    TlsBeforeStartTls, ///< "implicit TLS" where the client has to ask for it
    TlsWithoutRequest, ///< the same after some plain words
    TlsToPlainServer,
    DataBehindStartTls, ///< octets that came with the request for TLS
    MalformedDialogue,
    // Refused
    TooManyConnections,
    PeerDoesNotRead,
    StoppedDuringHandshake,
    StoppedWhileUnread,
    DisconnectedByUser,
    PlainStoppedWhileUnread,
    DialogueTooLong,
    DialogueTooMuch,
    LoginInPlain, ///< where the server demands TLS
    DeniedByUser,
    NotAdmitted, ///< nobody answered whether to let it in
    // ServerFault
    OutOfDescriptors,
    DialogueStuck, ///< a pattern of a dialogue takes too long to look for
    InternalFault,
};

/// The change that would let this client in; the window offers AllowProtocols as a button.
enum class Fix : std::uint8_t {
    None,
    AllowProtocols,
    OtherKey,      ///< then allow the protocols: with this one they do not work
    OtherKeyUsage, ///< the same, because of the certificate's key usage
};

/// Why a connection ended as it did: a code, the values that differ, and what it rests on. A plain value without
/// sentences.
struct Verdict {
    VerdictCode code = VerdictCode::Ok;
    VerdictReason reason = VerdictReason::None;
    QStringList clientValues; ///< names the client offered (protocol labels, suites, groups …), hostile text escaped;
                              ///< the first few. Of a dialogue before TLS: its last command, if one was known
    QStringList serverValues; ///< what the server allows; the first few. Of a dialogue before TLS: the protocol and its
                              ///< request for TLS ("SMTP", "STARTTLS")
    int clientValuesMore = 0; ///< how many were left out of clientValues: a hello may list thousands
    int serverValuesMore = 0;
    /// One more value, chosen by `reason` and `code`: NoCommonProtocol the newest version of a client that names no
    /// other (else empty); KeyUnfitForVersion, KeyUsageForbidsSigning, NoSuiteInCommon, NoGroupInCommon and
    /// NoCommonSignature the protocol label; SuitesNeedOtherCertificate the key type that would fit;
    /// CertificateCurveNotOffered the curve; UnknownServerName the name asked for; ClientCertificateUntrusted the
    /// issuer, the other two OpenSSL's words; the NotTls family the first bytes as printable text; Silent, Stalled
    /// and NotAdmitted the time-out in milliseconds; DialogueStuck the line of the script; TooManyConnections,
    /// PeerDoesNotRead, DialogueTooLong and DialogueTooMuch the limit; DataBehindStartTls the number of octets;
    /// ClientAlert the alert's name; the others OpenSSL's or the system's text.
    QString detail;
    std::optional<Alert> alert;
    bool alertSent = false; ///< direction of `alert`
    int gsk = 0;            ///< GSKit number, 0 when there is none
    QStringList evidence;   ///< untranslated facts, "client: TLSv1.0"
    Fix fix = Fix::None;
    ProtocolSet fixProtocols; ///< those to add

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// Pure. `offer` is what the server allowed when the connection was accepted; null when there is none (plain refusal).
[[nodiscard]] Verdict diagnose(const Ending &ending, const ServerOffer *offer);
/// The same with the offer that the client came nearest to: of the certificates for the name that it asked for.
[[nodiscard]] Verdict diagnose(const Ending &ending, const ServerContext &context);

} // namespace sealport
