#include "model/diagnosis/verdict.h"
#include "tests/diagnosis/ending_builder.h"

#include <openssl/err.h>
#include <openssl/sslerr.h>

#include <QtTest>

using namespace sealport;
using namespace sealport::test;

Q_DECLARE_METATYPE(sealport::Ending)
Q_DECLARE_METATYPE(sealport::VerdictCode)
Q_DECLARE_METATYPE(sealport::VerdictReason)

class VerdictTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void everyEndingHasItsVerdict_data();
    void everyEndingHasItsVerdict()
    {
        QFETCH(Ending, ending);
        QFETCH(VerdictCode, code);
        QFETCH(VerdictReason, reason);
        QFETCH(int, gsk);
        const ServerOffer offer = makeOffer();
        const Verdict verdict = diagnose(ending, &offer);
        QCOMPARE(verdictName(verdict.code), verdictName(code));
        QCOMPARE(verdict.reason, reason);
        QCOMPARE(verdict.gsk, gsk);
        QCOMPARE(isFailure(verdict.code), code != VerdictCode::Ok);
    }

    /// No server was reached, or its context is already gone: the verdict stands on the ending alone.
    void everyEndingHasAVerdictWithoutAnOffer_data() { everyEndingHasItsVerdict_data(); }
    void everyEndingHasAVerdictWithoutAnOffer()
    {
        QFETCH(Ending, ending);
        QFETCH(VerdictCode, code);
        const Verdict verdict = diagnose(ending, nullptr);
        if (code < VerdictCode::NoCommonProtocol || code > VerdictCode::NoCommonSignature)
            QCOMPARE(verdictName(verdict.code), verdictName(code));
    }

    void everyCodeHasANameOfItsOwn()
    {
        QSet<QString> names;
        for (int code = 0; code <= int(VerdictCode::ServerFault); ++code)
            names.insert(verdictName(static_cast<VerdictCode>(code)));
        QCOMPARE(names.size(), int(VerdictCode::ServerFault) + 1);
    }
};

void VerdictTest::everyEndingHasItsVerdict_data()
{
    using enum VerdictCode;
    using Cause = Ending::Cause;
    using Reason = VerdictReason;
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<VerdictCode>("code");
    QTest::addColumn<VerdictReason>("reason");
    QTest::addColumn<int>("gsk");
    const auto row = [](const char *name, const Ending &ending, VerdictCode code, Reason reason = Reason::None,
                        int gsk = 0) { QTest::newRow(name) << ending << code << reason << gsk; };

    row("closed by the client",
        secured(Cause::CloseNotify, [](Ending &e) { e.closeNotifyReceived = e.closeNotifySent = true; }), Ok,
        Reason::ClosedByPeer);
    row("closed by us", secured(Cause::CloseNotify, [](Ending &e) { e.closeNotifySent = true; }), Ok,
        Reason::ClosedByServer);
    row("closed after idle time",
        secured(Cause::CloseNotify, [](Ending &e) { e.closeNotifySent = e.idleTimeout = true; }), Ok,
        Reason::ClosedAfterIdleTime);
    row("closed because the server stopped",
        secured(Cause::CloseNotify, [](Ending &e) { e.closeNotifySent = e.stoppedByServer = true; }), Ok,
        Reason::ServerStopped);
    row("session when the server stops", secured(Cause::ServerStopped), Ok, Reason::ServerStopped);
    row("disconnected by the user", secured(Cause::ClosedByUser), Ok, Reason::ClosedByUser);
    row("reset after close_notify is no fault", secured(Cause::PeerReset, [](Ending &e) { e.closeNotifySent = true; }),
        Ok, Reason::ClosedByServer);
    row("FIN after close_notify is no fault",
        secured(Cause::PeerClosed, [](Ending &e) { e.closeNotifyReceived = true; }), Ok, Reason::ClosedByPeer);
    row("FIN without close_notify", secured(Cause::PeerClosed), Truncated, Reason::None, 406);
    row("reset without close_notify", secured(Cause::PeerReset), Reset, Reason::None, 406);

    row("certificate alert in a session", clientAlert(48, true), ClientRejectsCertificate, Reason::UnknownCa, 415);
    row("other alert in a session", clientAlert(80, true), ClientAlert);
    row("protocol_version in a session is just an alert", clientAlert(70, true), ClientAlert);
    row("bad_certificate", clientAlert(42), ClientRejectsCertificate, Reason::BadCertificate, 414);
    row("unsupported_certificate", clientAlert(43), ClientRejectsCertificate, Reason::UnsupportedCertificate, 405);
    row("certificate_revoked", clientAlert(44), ClientRejectsCertificate, Reason::RevokedCertificate);
    row("certificate_expired", clientAlert(45), ClientRejectsCertificate, Reason::ExpiredCertificate, 107);
    row("certificate_unknown", clientAlert(46), ClientRejectsCertificate, Reason::UnknownCertificate);
    row("unknown_ca", clientAlert(48), ClientRejectsCertificate, Reason::UnknownCa, 415);
    row("unknown_ca from a client that has seen no certificate",
        failed(Cause::AlertReceived, [](Ending &e) { e.alertReceived = Alert{.level = 2, .code = 48}; }), ClientAlert);
    row("handshake_failure in a record of the version that the client wants",
        failed(Cause::AlertReceived,
               [](Ending &e) {
                   e.alertReceived = Alert{.level = 2, .code = 40};
                   e.reason = SSL_R_WRONG_VERSION_NUMBER;
               }),
        NoCommonProtocol, Reason::ClientRefusesVersion);
    row("handshake_failure from the client", clientAlert(40), ClientAlert);
    row("close_notify in the handshake", clientAlert(0), ClientAlert);
    row("user_canceled in the handshake", clientAlert(90), ClientAlert);
    row("close_notify in the handshake, told by the flag",
        failed(Cause::CloseNotify, [](Ending &e) { e.closeNotifyReceived = true; }), ClientAlert);
    row("alert known by OpenSSL's reason alone",
        failed(Cause::AlertReceived,
               [](Ending &e) {
                   e.certificateSent = true;
                   e.reason = SSL_R_TLSV1_ALERT_UNKNOWN_CA;
               }),
        ClientRejectsCertificate, Reason::UnknownCa, 415);
    row("protocol_version from a client that could have had its wish", clientAlert(70), NoCommonProtocol,
        Reason::ClientRefusesVersion);

    row("left without a byte", ended(Cause::PeerClosed), Dropped, Reason::ClosedBeforeFirstByte, 420);
    row("reset without a byte", ended(Cause::PeerReset), Dropped, Reason::ClosedBeforeFirstByte, 406);
    row("stopped while the client had long ceased to read",
        secured(Cause::CloseNotify,
                [](Ending &e) {
                    e.closeNotifySent = e.stoppedByServer = true;
                    e.unread = 70'000;
                }),
        Refused, Reason::StoppedWhileUnread);
    row("closed in the handshake", failed(Cause::PeerClosed), Dropped, Reason::ClosedInHandshake, 420);
    row("reset in the handshake", failed(Cause::PeerReset), Dropped, Reason::ResetInHandshake, 406);
    row("closed right after our certificate",
        failed(Cause::PeerClosed, [](Ending &e) { e.certificateSent = e.certificateRead = true; }),
        ClientRejectsCertificate, Reason::ClosedAfterCertificate, 420);
    row("closed before our certificate had arrived",
        failed(Cause::PeerClosed, [](Ending &e) { e.certificateSent = true; }), Dropped, Reason::ClosedInHandshake,
        420);

    row("plain HTTP", startsWith(FirstBytes::Http, "GET / HTTP/1.1\r\n"), PlainHttp, Reason::None, 410);
    row("PROXY protocol", startsWith(FirstBytes::ProxyProtocol, "PROXY TCP4 "), ProxyProtocol, Reason::None, 410);
    row("SSH", startsWith(FirstBytes::Ssh, "SSH-2.0-OpenSSH"), Ssh, Reason::None, 410);
    row("random bytes", startsWith(FirstBytes::Unknown, "\x01\x02\x03"), NotTls, Reason::None, 410);
    row("HTTP that also closed", startsWith(FirstBytes::Http, "GET / HTTP/1.1\r\n", Cause::PeerClosed), PlainHttp,
        Reason::None, 410);
    row("HTTP that OpenSSL saw first", startsWith(FirstBytes::Http, "GET / HTTP/1.1\r\n", Cause::TlsFailure), PlainHttp,
        Reason::None, 410);
    row("a TLS record that is no hello", startsWith(FirstBytes::TlsOther, "\x17\x03\x03"), ProtocolError,
        Reason::UnexpectedMessage);

    row("not a byte until the time-out", ended(Cause::HandshakeTimeout), Silent);
    row("half a hello until the time-out", startsWith(FirstBytes::Undecided, "\x16\x03\x01", Cause::HandshakeTimeout),
        Stalled);
    row("half an SSL 2.0 hello until the time-out",
        startsWith(FirstBytes::Undecided, "\x80\x2e\x01", Cause::HandshakeTimeout), Stalled);
    row("a whole hello, then nothing",
        failed(Cause::HandshakeTimeout, [](Ending &e) { e.firstOctets = QByteArray("\x16\x03\x01", 3); }), Stalled);
    row("a letter that can begin no TLS until the time-out",
        startsWith(FirstBytes::Undecided, "G", Cause::HandshakeTimeout), NotTls, Reason::None, 410);
    row("high octets that are no SSL 2.0 until the time-out",
        startsWith(FirstBytes::Undecided, "\xff\xff\xff", Cause::HandshakeTimeout), NotTls, Reason::None, 410);

    row("over the limit of connections", ended(Cause::ConnectionLimit), Refused, Reason::TooManyConnections);
    row("a client that does not read", secured(Cause::UnreadLimit), Refused, Reason::PeerDoesNotRead);
    row("reset on purpose", secured(Cause::ResetByServer), Reset, Reason::ResetByServer);
    row("a dialogue that cannot go on", secured(Cause::DialogueStuck, [](Ending &e) { e.limit = 7; }), ServerFault,
        Reason::DialogueStuck);
    row("denied by the user", ended(Cause::DeniedByUser), Refused, Reason::DeniedByUser);
    row("let in by nobody", ended(Cause::NotAdmitted), Refused, Reason::NotAdmitted);
    row("gone before it was let in", ended(Cause::LeftBeforeAdmission), Dropped, Reason::LeftBeforeAdmission, 420);
    row("disconnected in the handshake", failed(Cause::ClosedByUser), Refused, Reason::DisconnectedByUser);
    row("server stopped in the handshake", failed(Cause::ServerStopped), Refused, Reason::StoppedDuringHandshake);
    row("no descriptors left", ended(Cause::OutOfDescriptors), ServerFault, Reason::OutOfDescriptors);
    row("fault of ours", failed(Cause::Fault), ServerFault, Reason::InternalFault);
    row("fault of ours in a session", secured(Cause::Fault), ServerFault, Reason::InternalFault);
    row("internal_error sent by us", refusedHello(SSL_R_EXCESSIVE_MESSAGE_SIZE, 80), ServerFault,
        Reason::InternalFault);
    row("no certificate in the context", refusedHello(SSL_R_NO_CERTIFICATE_SET, 40), ServerFault, Reason::InternalFault,
        403);
    row("no key in the context", refusedHello(SSL_R_NO_PRIVATE_KEY_ASSIGNED, 40), ServerFault, Reason::InternalFault,
        428);

    row("client too old", refusedHello(SSL_R_UNSUPPORTED_PROTOCOL, 70, {.legacyVersion = 0x0301}), NoCommonProtocol,
        Reason::ClientVersionsTooOld);
    row("client too old, told as such", refusedHello(SSL_R_VERSION_TOO_LOW, 70, {.legacyVersion = 0x0302}),
        NoCommonProtocol, Reason::ClientVersionsTooOld);
    row("client too new", refusedHello(SSL_R_UNSUPPORTED_PROTOCOL, 70, {.versions = {0x0305}}), NoCommonProtocol,
        Reason::ClientVersionsTooNew);
    row("no suite in common", refusedHello(SSL_R_NO_SHARED_CIPHER, 40, {.suites = {0x000a, 0x00ff}}), NoCommonCipher,
        Reason::NoSuiteInCommon, 402);
    row("no suite in common for TLS 1.3",
        refusedHello(SSL_R_NO_SHARED_CIPHER, 40, {.suites = {0x1303, 0xc02f}, .versions = {0x0304, 0x0303}}),
        NoCommonCipher, Reason::NoSuiteInCommon, 402);
    row("suites for another key", refusedHello(SSL_R_NO_SHARED_CIPHER, 40, {.suites = {0xc02b}}), NoCommonCipher,
        Reason::SuitesNeedOtherCertificate, 402);
    row("suites would fit, groups do not", refusedHello(SSL_R_NO_SHARED_CIPHER, 40, {.groups = {0x0019}}),
        NoCommonGroup, Reason::NoGroupInCommon);
    row("suites would fit, no group is named", refusedHello(SSL_R_NO_SHARED_CIPHER, 40, {.groups = {}}), NoCommonGroup,
        Reason::NoGroupInCommon);
    row("suites and groups would fit, signatures do not",
        refusedHello(SSL_R_NO_SHARED_CIPHER, 40, {.signatures = {0x0403}}), NoCommonSignature, Reason::None, 405);
    row("silence about signatures means SHA-1", refusedHello(SSL_R_NO_SHARED_CIPHER, 40, {.signatures = {}}),
        NoCommonSignature, Reason::None, 405);
    row("everything would fit, but OpenSSL knows better", refusedHello(SSL_R_NO_SHARED_CIPHER, 40), NoCommonCipher,
        Reason::NoSuiteInCommon, 402);
    row("no key share", refusedHello(SSL_R_NO_SUITABLE_KEY_SHARE, 40, {.versions = {0x0304}, .groups = {0x0019}}),
        NoCommonGroup, Reason::NoGroupInCommon);
    row("no signature for TLS 1.3",
        refusedHello(SSL_R_NO_SUITABLE_SIGNATURE_ALGORITHM, 40, {.versions = {0x0304}, .signatures = {0x0403}}),
        NoCommonSignature, Reason::None, 405);
    row("old RSA signatures do not serve TLS 1.3",
        refusedHello(SSL_R_NO_SUITABLE_SIGNATURE_ALGORITHM, 40, {.versions = {0x0304}, .signatures = {0x0401}}),
        NoCommonSignature, Reason::None, 405);
    row("no signature because of our security level", refusedHello(SSL_R_NO_SUITABLE_SIGNATURE_ALGORITHM, 80),
        ServerFault, Reason::InternalFault);
    row("no shared signatures", refusedHello(SSL_R_NO_SHARED_SIGNATURE_ALGORITHMS, 40, {.signatures = {0x0203}}),
        NoCommonSignature, Reason::None, 405);
    row("handshake_failure of another kind, explained by the lists",
        refusedHello(SSL_R_DH_KEY_TOO_SMALL, 40, {.suites = {0x000a}}), NoCommonCipher, Reason::NoSuiteInCommon, 402);

    row("SSL 2.0 hello",
        failed(Cause::TlsFailure,
               [](Ending &e) {
                   e.firstBytes = FirstBytes::Ssl2Hello;
                   e.hello = QByteArray("\x01\x00\x02\x00\x03\x00\x00\x00\x10\x01\x00\x80", 12) + QByteArray(16, 'c');
                   e.reason = SSL_R_UNSUPPORTED_PROTOCOL;
               }),
        Ssl2Hello);
    row("unreadable SSL 2.0 hello",
        failed(Cause::TlsFailure,
               [](Ending &e) {
                   e.firstBytes = FirstBytes::Ssl2Hello;
                   e.hello = QByteArray("\x01");
               }),
        Ssl2Hello);

    row("decode_error", refusedHello(SSL_R_LENGTH_MISMATCH, 50), ProtocolError, Reason::MalformedMessage, 410);
    row("decrypt_error", refusedHello(SSL_R_BAD_SIGNATURE, 51), ProtocolError, Reason::MalformedMessage, 410);
    row("unexpected_message", refusedHello(SSL_R_UNEXPECTED_MESSAGE, 10), ProtocolError, Reason::UnexpectedMessage);
    row("bad_record_mac", refusedHello(SSL_R_DECRYPTION_FAILED_OR_BAD_RECORD_MAC, 20), ProtocolError, Reason::BadRecord,
        411);
    row("record_overflow", refusedHello(SSL_R_PACKET_LENGTH_TOO_LONG, 22), ProtocolError, Reason::BadRecord, 410);
    row("illegal_parameter", refusedHello(SSL_R_BAD_KEY_SHARE, 47), ProtocolError, Reason::IllegalParameter);
    row("missing_extension", refusedHello(SSL_R_MISSING_SIGALGS_EXTENSION, 109), ProtocolError,
        Reason::MissingExtension);
    row("inappropriate_fallback", refusedHello(SSL_R_INAPPROPRIATE_FALLBACK, 86), ProtocolError,
        Reason::InappropriateFallback);
    row("a reason that nobody foresaw", refusedHello(SSL_R_UNKNOWN_STATE, 40), ProtocolError,
        Reason::OtherProtocolError);
    row("a reason's number of another library, with an alert that blames bytes",
        refusedHello(SSL_R_NO_SHARED_CIPHER, 50), ProtocolError, Reason::MalformedMessage, 410);
    row("bad record in a session",
        secured(Cause::TlsFailure, [](Ending &e) { e.alertSent = Alert{.level = 2, .code = 20}; }), ProtocolError,
        Reason::BadRecord, 411);
    row("unreadable hello",
        failed(Cause::TlsFailure,
               [](Ending &e) {
                   e.hello = QByteArray("\x01\x00\x00\x05xxxxx");
                   e.alertSent = Alert{.level = 2, .code = 50};
               }),
        ProtocolError, Reason::MalformedMessage, 410);
    row("nothing known but that OpenSSL refused", failed(Cause::TlsFailure), ProtocolError, Reason::OtherProtocolError);
}

QTEST_GUILESS_MAIN(VerdictTest)
#include "tst_verdict.moc"
