#include "app/connection_json.h"

#include "app/error_json.h"
#include "app/json_line.h"
#include "model/diagnosis/client_certificate.h"
#include "model/diagnosis/fingerprint.h"
#include "model/diagnosis/printable.h"
#include "model/text/verdict_text.h"
#include "model/text/warning_text.h"
#include "model/tls/registry.h"

#include <span>

namespace sealport {

namespace {

void addVerdict(JsonLine &line, const Verdict *verdict)
{
    if (verdict == nullptr) {
        line.null("verdict");
        return;
    }
    JsonLine object;
    object.text("code", verdictName(verdict->code));
    if (verdict->gsk != 0)
        object.number("gsk", verdict->gsk);
    else
        object.null("gsk");
    if (verdict->alert)
        object.object("alert", JsonLine()
                                   .text("direction", verdict->alertSent ? u"sent" : u"received")
                                   .number("code", verdict->alert->code)
                                   .text("name", alertName(verdict->alert->code)));
    else
        object.null("alert");
    object.text("sentence", sentence(*verdict)).texts("evidence", verdict->evidence).text("fix", advice(*verdict));
    line.object("verdict", object);
}

void addClientCertificate(JsonLine &line, const std::optional<ClientCertificate> &shown)
{
    const auto told = shown ? shownCertificate(*shown) : std::nullopt;
    if (!told) {
        line.null("clientCertificate");
        return;
    }
    line.object("clientCertificate", JsonLine()
                                         .text("subject", told->certificate.subject())
                                         .text("issuer", told->certificate.issuer())
                                         .text("sha256", QString::fromLatin1(told->certificate.sha256().toHex()))
                                         .boolean("verified", told->isVerified)
                                         .textOrNull("verifyReason", told->problem));
}

void addOpening(JsonLine &line, const Opening &opening)
{
    if (opening.mode != Opening::Mode::Tls)
        line.text("opening", opening.toWord());
}

/// A connection that stayed plain, where it may, has no handshake.
bool hadToBeSecured(const ConnectionRecord &record)
{
    const bool mayStayPlain =
        record.opening.mode == Opening::Mode::Plain || record.opening.mode == Opening::Mode::OnRequest;
    return !mayStayPlain || (record.state == ConnectionState::Failed && record.opening.mayBecomeTls());
}

/// What a server does from now on.
JsonLine listenerLine(QStringView event, const ServerEntry &entry, const ServerProfile &profile)
{
    JsonLine certificate;
    if (entry.certificate)
        certificate.text("subject", entry.certificate->subject())
            .text("sha1", QString::fromLatin1(entry.certificate->sha1().toHex()))
            .text("sha256", QString::fromLatin1(entry.certificate->sha256().toHex()));
    QStringList warnings;
    for (const Warning &warning : entry.warnings)
        warnings.append(describe(warning));
    const Opening &opening = profile.opening;
    JsonLine line;
    line.text("event", event)
        .text("server", profile.name)
        .number("generation", static_cast<std::int64_t>(entry.generation))
        .text("address", entry.endpoint.address.toString())
        .number("port", entry.endpoint.port)
        .texts("protocols", opening.mayBecomeTls() ? protocolNames(profile.protocols) : QStringList());
    if (opening.mayBecomeTls())
        line.object("certificate", certificate);
    else
        line.null("certificate");
    addOpening(line.texts("warnings", warnings), opening);
    return line;
}

/// Why a file lacks something; null: it could be written.
void addFailure(JsonLine &object, const QString &file, const QString &failure)
{
    if (failure.isEmpty())
        object.null("error");
    else
        object.object(
            "error",
            errorObject({.code = ErrorCode::FileNotWritable, .subject = file, .values = {}, .causes = {failure}}));
}

JsonLine keyLogObject(const KeyLog &keyLog)
{
    JsonLine object;
    object.text("file", keyLog.path());
    addFailure(object, keyLog.path(), keyLog.failure());
    return object;
}

JsonLine captureObject(const Capture &capture)
{
    const Capture::Facts facts = capture.facts();
    JsonLine object;
    object.text("file", capture.path())
        .number("packets", static_cast<std::int64_t>(facts.packets))
        .number("dropped", static_cast<std::int64_t>(facts.dropped))
        .boolean("full", facts.isFull);
    addFailure(object, capture.path(), facts.failure);
    return object;
}

QString earlyDataWord(EarlyData earlyData)
{
    switch (earlyData) {
    case EarlyData::NotOffered:
        return {};
    case EarlyData::Accepted:
        return QStringLiteral("accepted");
    case EarlyData::Rejected:
        return QStringLiteral("rejected");
    }
    Q_UNREACHABLE();
}

QString stateName(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Waiting:
        return QStringLiteral("waiting");
    case ConnectionState::Accepted:
        return QStringLiteral("accepted");
    case ConnectionState::Plain:
        return QStringLiteral("plain");
    case ConnectionState::Handshaking:
        return QStringLiteral("handshaking");
    case ConnectionState::Secured:
        return QStringLiteral("secured");
    case ConnectionState::Closed:
        return QStringLiteral("closed");
    case ConnectionState::Failed:
        return QStringLiteral("failed");
    }
    Q_UNREACHABLE();
}

} // namespace

Fingerprints fingerprintsOf(const ConnectionRecord &record)
{
    if (record.hello.isEmpty() || record.ssl2Hello)
        return {};
    const auto octets =
        std::as_bytes(std::span(record.hello.constData(), static_cast<std::size_t>(record.hello.size())));
    const auto hello = parseClientHello(octets);
    if (!hello)
        return {};
    return {.ja3 = ja3(*hello), .ja4 = ja4(*hello)};
}

QByteArray listeningJson(const ServerEntry &entry)
{
    return listenerLine(u"listening", entry, entry.profile).toByteArray();
}

QByteArray changedJson(const ServerEntry &entry)
{
    return listenerLine(u"changed", entry, entry.applied).toByteArray();
}

QByteArray unchangedJson(const ServerEntry &entry, const Error &error)
{
    return JsonLine()
        .text("event", u"unchanged")
        .text("server", entry.profile.name)
        .number("generation", static_cast<std::int64_t>(entry.generation))
        .object("error", errorObject(error))
        .toByteArray();
}

QByteArray connectionJson(const ConnectionRecord &record)
{
    return connectionJson(record, fingerprintsOf(record));
}

QByteArray connectionJson(const ConnectionRecord &record, const Fingerprints &fingerprints)
{
    const bool isSecured = record.negotiated.has_value();
    const Negotiated agreed = record.negotiated.value_or(Negotiated{});
    JsonLine line;
    line.text("event", u"connection")
        .number("id", static_cast<std::int64_t>(record.id.value()))
        .text("server", record.serverName)
        .text("peer", record.peer.toString())
        .text("state", stateName(record.state))
        .number("generation", static_cast<std::int64_t>(record.generation));
    addOpening(line, record.opening);
    line.textOrNull("protocol", isSecured ? protocolName(agreed.protocol) : QString())
        .textOrNull("cipher", isSecured ? cipherSuiteName(agreed.cipherSuite) : QString())
        .textOrNull("group", agreed.group != 0 ? groupName(agreed.group) : QString())
        .textOrNull("signature", agreed.signature != 0 ? signatureAlgorithmName(agreed.signature) : QString())
        .boolean("resumed", agreed.resumed)
        .textOrNull("earlyData", earlyDataWord(agreed.earlyData))
        .number("earlyBytes", static_cast<std::int64_t>(agreed.earlyBytes))
        .textOrNull("sni", printable(record.sni))
        .textOrNull("alpn", printable(agreed.alpn))
        .textOrNull("ja3", fingerprints.ja3)
        .textOrNull("ja4", fingerprints.ja4);
    addClientCertificate(line, record.clientCertificate);
    line.textOrNull("certificate", QString::fromLatin1(agreed.certificate.toHex()));
    if (isSecured || hadToBeSecured(record))
        line.tenths("handshakeMs", isSecured ? agreed.handshakeMs : record.durationMs);
    else
        line.null("handshakeMs");
    line.tenths("durationMs", record.durationMs)
        .number("bytesIn", static_cast<std::int64_t>(record.bytesIn))
        .number("bytesOut", static_cast<std::int64_t>(record.bytesOut));
    addVerdict(line, record.verdict.get());
    return line.toByteArray();
}

QByteArray stoppedJson(const ServerEntry &entry)
{
    JsonLine line;
    line.text("event", u"stopped")
        .text("server", entry.profile.name)
        .text("address", entry.endpoint.address.toString())
        .number("port", entry.endpoint.port)
        .number("accepted", static_cast<std::int64_t>(entry.counts.accepted))
        .number("secured", static_cast<std::int64_t>(entry.counts.secured))
        .number("failed", static_cast<std::int64_t>(entry.counts.failed))
        .number("plain", static_cast<std::int64_t>(entry.counts.plain));
    if (entry.capture)
        line.object("capture", captureObject(*entry.capture));
    if (entry.keyLog)
        line.object("keyLog", keyLogObject(*entry.keyLog));
    return line.toByteArray();
}

QByteArray failedJson(const QString &server, const Error &error)
{
    return JsonLine().text("event", u"failed").text("server", server).object("error", errorObject(error)).toByteArray();
}

} // namespace sealport
