#include "model/sockets/negotiated_page.h"

#include "model/certificates/display_text.h"
#include "model/diagnosis/client_certificate.h"
#include "model/diagnosis/fingerprint.h"
#include "model/diagnosis/printable.h"
#include "model/sockets/http_answer.h"
#include "model/tls/client_hello.h"
#include "model/tls/registry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <optional>
#include <span>
#include <vector>

namespace sealport {

namespace {

struct Row {
    const char *key;
    const char *label;
    QJsonValue value; ///< null: there is none
};
using Rows = std::vector<Row>;

std::optional<ClientHello> helloOf(const Ending &evidence)
{
    const auto octets =
        std::as_bytes(std::span(evidence.hello.constData(), static_cast<std::size_t>(evidence.hello.size())));
    const auto hello = parseClientHello(octets);
    return hello ? std::optional(*hello) : std::nullopt;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

std::optional<ShownCertificate> clientCertificateOf(const Ending &evidence)
{
    return evidence.clientCertificate ? shownCertificate(*evidence.clientCertificate) : std::nullopt;
}

/// How the connection began, where it did not with TLS.
void addOpening(Rows &rows, const Opening &opening)
{
    if (opening.mode != Opening::Mode::Tls)
        rows.push_back({"opening", "Began with", opening.toWord()});
}

Rows connectionRows(const NegotiatedFacts &facts)
{
    const std::optional<ClientHello> hello = helloOf(facts.evidence);
    const std::optional<Negotiated> &negotiated = facts.evidence.negotiated;
    const Negotiated agreed = negotiated.value_or(Negotiated{});
    const QByteArray serverName = hello ? hello->serverName : QByteArray();
    const std::optional<ShownCertificate> client = clientCertificateOf(facts.evidence);
    Rows rows{{"peer", "You came from", facts.peer.toString()}};
    addOpening(rows, facts.evidence.opening);
    rows.insert(
        rows.end(),
        {{"protocol", "Protocol", negotiated ? QJsonValue(protocolName(agreed.protocol)) : QJsonValue()},
         {"cipher", "Cipher suite", negotiated ? QJsonValue(cipherSuiteName(agreed.cipherSuite)) : QJsonValue()},
         {"group", "Key exchange group", agreed.group != 0 ? QJsonValue(groupName(agreed.group)) : QJsonValue()},
         {"signature", "Server's signature",
          agreed.signature != 0 ? QJsonValue(signatureAlgorithmName(agreed.signature)) : QJsonValue()},
         {"resumed", "Session resumed", agreed.resumed},
         {"sni", "Server name asked for (SNI)", textOrNull(printable(serverName))},
         {"alpn", "Application protocol (ALPN)", textOrNull(printable(agreed.alpn))},
         {"clientCertificate", "Client certificate",
          client ? QJsonValue(displayText(client->certificate.subject())) : QJsonValue()},
         {"ja3", "JA3 fingerprint of the client", hello ? QJsonValue(ja3(*hello)) : QJsonValue()},
         {"ja4", "JA4 fingerprint of the client", hello ? QJsonValue(ja4(*hello)) : QJsonValue()},
         {"handshakeMs", "Handshake, in milliseconds",
          negotiated ? QJsonValue(std::round(agreed.handshakeMs * 10) / 10) : QJsonValue()}});
    return rows;
}

Rows certificateRows(const Certificate &certificate)
{
    return {
        {"subject", "Subject", displayText(certificate.subject())},
        {"issuer", "Issuer", displayText(certificate.issuer())},
        {"serial", "Serial number", certificate.serial()},
        {"subjectAltNames", "Names", displayText(certificate.subjectAltNames().join(QStringLiteral(", ")))},
        {"notBefore", "Valid from", certificate.notBefore().toString(Qt::ISODate)},
        {"notAfter", "Valid until", certificate.notAfter().toString(Qt::ISODate)},
        {"keyType", "Key", certificate.keyType()},
        {"keyBits", "Key size in bits", certificate.keyBits()},
        {"sha1", "SHA-1 thumbprint", QString::fromLatin1(certificate.sha1().toHex())},
        {"sha256", "SHA-256 thumbprint", QString::fromLatin1(certificate.sha256().toHex())},
    };
}

QString shown(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    if (value.isDouble())
        return QString::number(value.toDouble());
    return value.isNull() ? QStringLiteral("none") : value.toString();
}

QString tableOf(const Rows &rows)
{
    QString html = QStringLiteral("<table>\n");
    for (const auto &[key, label, value] : rows)
        html +=
            QStringLiteral("<tr><th>%1</th><td>%2</td></tr>\n").arg(QLatin1String(label), shown(value).toHtmlEscaped());
    return html + QStringLiteral("</table>\n");
}

QJsonObject objectOf(const Rows &rows)
{
    QJsonObject object;
    for (const auto &[key, label, value] : rows)
        object.insert(QLatin1String(key), value);
    return object;
}

QJsonObject clientObject(const ShownCertificate &client)
{
    return {{QStringLiteral("subject"), displayText(client.certificate.subject())},
            {QStringLiteral("issuer"), displayText(client.certificate.issuer())},
            {QStringLiteral("sha256"), QString::fromLatin1(client.certificate.sha256().toHex())},
            {QStringLiteral("verified"), client.isVerified},
            {QStringLiteral("verifyReason"), textOrNull(client.problem)}};
}

} // namespace

QByteArray negotiatedJson(const NegotiatedFacts &facts)
{
    QJsonObject object = objectOf(connectionRows(facts));
    if (const auto client = clientCertificateOf(facts.evidence))
        object.insert(QStringLiteral("clientCertificate"), clientObject(*client));
    QJsonValue certificate;
    if (facts.certificate != nullptr) {
        QJsonObject members = objectOf(certificateRows(*facts.certificate));
        members.insert(QStringLiteral("subjectAltNames"),
                       QJsonArray::fromStringList(facts.certificate->subjectAltNames()));
        certificate = members;
    }
    object.insert(QStringLiteral("certificate"), certificate);
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

QByteArray negotiatedHtml(const NegotiatedFacts &facts)
{
    QString content;
    if (facts.evidence.negotiated) {
        content = QStringLiteral("<h1>The TLS handshake succeeded</h1>\n") + tableOf(connectionRows(facts));
    } else {
        Rows rows{{"peer", "You came from", facts.peer.toString()}};
        addOpening(rows, facts.evidence.opening);
        content = QStringLiteral("<h1>This connection is not encrypted</h1>\n") + tableOf(rows);
    }
    if (facts.certificate != nullptr)
        content +=
            QStringLiteral("<h2>This server's certificate</h2>\n") + tableOf(certificateRows(*facts.certificate));
    return htmlPage(QStringLiteral("Sealport"), content);
}

} // namespace sealport
