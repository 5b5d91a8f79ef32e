#include "model/text/verdict_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace sealport {

namespace {

struct EvidenceLabel {
    const char *written; ///< by the diagnosis
    const char *shown;
};
constexpr EvidenceLabel evidenceLabels[] = {
    {"client", QT_TRANSLATE_NOOP("Evidence", "Client")},
    {"server", QT_TRANSLATE_NOOP("Evidence", "Server")},
    {"client cipher suites", QT_TRANSLATE_NOOP("Evidence", "Client's cipher suites")},
    {"server cipher suites", QT_TRANSLATE_NOOP("Evidence", "Server's cipher suites")},
    {"client groups", QT_TRANSLATE_NOOP("Evidence", "Client's groups")},
    {"server groups", QT_TRANSLATE_NOOP("Evidence", "Server's groups")},
    {"client signature algorithms", QT_TRANSLATE_NOOP("Evidence", "Client's signatures")},
    {"server signature algorithms", QT_TRANSLATE_NOOP("Evidence", "Server's signatures")},
    {"server certificate", QT_TRANSLATE_NOOP("Evidence", "Server's certificate")},
    {"first bytes", QT_TRANSLATE_NOOP("Evidence", "First bytes")},
    {"bytes received", QT_TRANSLATE_NOOP("Evidence", "Bytes received")},
    {"bytes not read", QT_TRANSLATE_NOOP("Evidence", "Bytes not read")},
    {"plain protocol", QT_TRANSLATE_NOOP("Evidence", "Plain protocol")},
    {"last command", QT_TRANSLATE_NOOP("Evidence", "Last command")},
    {"bytes behind the request", QT_TRANSLATE_NOOP("Evidence", "Bytes behind the request")},
    {"limit", QT_TRANSLATE_NOOP("Evidence", "Limit")},
    {"alert received", QT_TRANSLATE_NOOP("Evidence", "Alert received")},
    {"alert sent", QT_TRANSLATE_NOOP("Evidence", "Alert sent")},
    {"openssl", QT_TRANSLATE_NOOP("Evidence", "OpenSSL")},
    {"system", QT_TRANSLATE_NOOP("Evidence", "System")},
};

QString evidenceValue(const QString &value)
{
    if (value == u"none")
        return QCoreApplication::translate("Evidence", "none");
    static const QRegularExpression cut(QStringLiteral("^(.*) and (\\d+) more$"));
    const auto match = cut.match(value);
    if (!match.hasMatch())
        return value;
    const int left = match.captured(2).toInt();
    return QCoreApplication::translate("Formatting", "%1 and %n more", nullptr, left).arg(match.captured(1));
}

} // namespace

EvidenceText evidenceText(const QString &line)
{
    if (line == u"closed without an alert after our certificate had arrived")
        return {.label = {},
                .value = QCoreApplication::translate("Evidence",
                                                     "Closed without an alert after our certificate had arrived.")};
    const qsizetype colon = line.indexOf(QLatin1String(": "));
    const auto known = std::ranges::find(evidenceLabels, line.left(colon),
                                         [](const EvidenceLabel &label) { return QLatin1String(label.written); });
    if (known == std::end(evidenceLabels))
        return {.label = {}, .value = line};
    return {.label = QCoreApplication::translate("Evidence", known->shown),
            .value = evidenceValue(line.mid(colon + 2))};
}

QString verdictTitle(VerdictCode code)
{
    switch (code) { // no default: a new code without a title does not compile
    case VerdictCode::Ok:
        return QCoreApplication::translate("Verdict", "OK");
    case VerdictCode::Truncated:
        return QCoreApplication::translate("Verdict", "Ended without goodbye");
    case VerdictCode::Reset:
        return QCoreApplication::translate("Verdict", "Broken off");
    case VerdictCode::NoCommonProtocol:
        return QCoreApplication::translate("Verdict", "No common protocol");
    case VerdictCode::Ssl2Hello:
        return QCoreApplication::translate("Verdict", "SSL 2.0 hello");
    case VerdictCode::NoCommonCipher:
        return QCoreApplication::translate("Verdict", "No common cipher");
    case VerdictCode::NoCommonGroup:
        return QCoreApplication::translate("Verdict", "No common group");
    case VerdictCode::NoCommonSignature:
        return QCoreApplication::translate("Verdict", "No common signature");
    case VerdictCode::ClientRejectsCertificate:
        return QCoreApplication::translate("Verdict", "Certificate rejected");
    case VerdictCode::NoCommonAlpn:
        return QCoreApplication::translate("Verdict", "No common ALPN protocol");
    case VerdictCode::UnknownServerName:
        return QCoreApplication::translate("Verdict", "Unknown server name");
    case VerdictCode::ClientCertificateMissing:
        return QCoreApplication::translate("Verdict", "No client certificate");
    case VerdictCode::ClientCertificateUntrusted:
        return QCoreApplication::translate("Verdict", "Client not trusted");
    case VerdictCode::ClientCertificateExpired:
        return QCoreApplication::translate("Verdict", "Client validity ended");
    case VerdictCode::ClientCertificateRefused:
        return QCoreApplication::translate("Verdict", "Client not accepted");
    case VerdictCode::PlainHttp:
        return QCoreApplication::translate("Verdict", "Plain HTTP");
    case VerdictCode::ProxyProtocol:
        return QCoreApplication::translate("Verdict", "PROXY protocol");
    case VerdictCode::Ssh:
        return QCoreApplication::translate("Verdict", "SSH");
    case VerdictCode::NotTls:
        return QCoreApplication::translate("Verdict", "Not TLS");
    case VerdictCode::Silent:
        return QCoreApplication::translate("Verdict", "Silent");
    case VerdictCode::Stalled:
        return QCoreApplication::translate("Verdict", "Stalled");
    case VerdictCode::Dropped:
        return QCoreApplication::translate("Verdict", "Client left");
    case VerdictCode::ClientAlert:
        return QCoreApplication::translate("Verdict", "Client alert");
    case VerdictCode::ProtocolError:
        return QCoreApplication::translate("Verdict", "Protocol error");
    case VerdictCode::Refused:
        return QCoreApplication::translate("Verdict", "Refused");
    case VerdictCode::ServerFault:
        return QCoreApplication::translate("Verdict", "Server fault");
    }
    Q_UNREACHABLE();
}

QString stateLabel(ConnectionState state)
{
    switch (state) { // no default: a new state without a label does not compile
    case ConnectionState::Waiting:
        return QCoreApplication::translate("ConnectionState", "waiting");
    case ConnectionState::Accepted:
        return QCoreApplication::translate("ConnectionState", "connected");
    case ConnectionState::Plain:
        return QCoreApplication::translate("ConnectionState", "plain");
    case ConnectionState::Handshaking:
        return QCoreApplication::translate("ConnectionState", "handshaking");
    case ConnectionState::Secured:
        return QCoreApplication::translate("ConnectionState", "secured");
    case ConnectionState::Closed:
        return QCoreApplication::translate("ConnectionState", "closed");
    case ConnectionState::Failed:
        return QCoreApplication::translate("ConnectionState", "failed");
    }
    Q_UNREACHABLE();
}

QString stateLabel(ServerState state)
{
    switch (state) { // no default: a new state without a label does not compile
    case ServerState::Stopped:
        return QCoreApplication::translate("ServerState", "stopped");
    case ServerState::Starting:
        return QCoreApplication::translate("ServerState", "starting");
    case ServerState::Listening:
        return QCoreApplication::translate("ServerState", "listening");
    case ServerState::Stopping:
        return QCoreApplication::translate("ServerState", "stopping");
    }
    Q_UNREACHABLE();
}

} // namespace sealport
