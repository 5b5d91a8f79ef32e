#include "model/sockets/production_parts.h"
#include "model/sockets/production_targets.h"

#include "model/certificates/pkcs11_uri.h"
#include "model/tls/available_algorithms.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sealport {

namespace {

// Caddy 2.6, made with Go 1.19, whose crypto/tls decides what there is: TLS 1.2 and 1.3, its own order of suites, no
// choice in TLS 1.3, one ticket, no list of signature algorithms, no levels, no renegotiation.

using Number = std::uint16_t;

constexpr std::array<Number, 14> goSuites{0xc02b, 0xc02c, 0xc02f, 0xc030, 0xcca8, 0xcca9, 0xc009,
                                          0xc00a, 0xc013, 0xc014, 0x009c, 0x009d, 0x002f, 0x0035};
constexpr std::array<Number, 3> goSuitesOfTls13{0x1301, 0x1302, 0x1303};
constexpr std::array<std::pair<Number, const char *>, 4> goCurves{
    {{0x001d, "x25519"}, {0x0017, "secp256r1"}, {0x0018, "secp384r1"}, {0x0019, "secp521r1"}}};
constexpr int ownTickets = 1;

template <std::size_t Size>
bool isAmong(Number number, const std::array<Number, Size> &numbers)
{
    return std::ranges::find(numbers, number) != numbers.end();
}

QString ianaName(Number number)
{
    const auto suite = std::ranges::find(availableSuites(), number, &AvailableSuite::number);
    return suite == availableSuites().end() ? QString() : suite->ianaName;
}

QString deeper(const QString &line)
{
    return QStringLiteral("    ") + line;
}

/// Empty when nothing can be served; TLS 1.2 goes where no suite of it is left.
QStringList cipherWords(ExportDraft &draft)
{
    draft.note(ExportNote::SuiteOrder);
    QStringList words;
    std::vector<Number> missing;
    for (const Number number : draft.algorithms().ciphers) {
        if (isAmong(number, goSuites))
            words.append(ianaName(number));
        else
            missing.push_back(number);
    }
    if (!draft.profile().protocols.contains(Protocol::Tls1_2))
        return {};
    if (!missing.empty())
        draft.note(ExportNote::SuitesMissing, suiteNames(missing));
    if (words.isEmpty()) {
        draft.note(ExportNote::ProtocolsMissing, {protocolLabel(Protocol::Tls1_2)});
        draft.withoutProtocols({Protocol::Tls1_2});
    }
    return words;
}

void noteSuitesOfTls13(ExportDraft &draft)
{
    if (!draft.profile().protocols.contains(Protocol::Tls1_3))
        return;
    std::vector<Number> wanted = draft.algorithms().cipherSuites;
    std::ranges::sort(wanted);
    if (!std::ranges::equal(wanted, goSuitesOfTls13))
        draft.note(ExportNote::Tls13SuitesFixed, suiteNames({goSuitesOfTls13.begin(), goSuitesOfTls13.end()}));
}

QStringList curveWords(ExportDraft &draft)
{
    QStringList words;
    std::vector<Number> missing;
    for (const Number number : draft.algorithms().groups) {
        const auto curve = std::ranges::find(goCurves, number, &std::pair<Number, const char *>::first);
        if (curve != goCurves.end())
            words.append(QLatin1String(curve->second));
        else
            missing.push_back(number);
    }
    if (!missing.empty())
        draft.note(words.isEmpty() ? ExportNote::GroupsFixed : ExportNote::GroupsMissing, groupNames(missing));
    return words;
}

QStringList alpnLines(ExportDraft &draft)
{
    const TlsSettings &tls = draft.profile().tls;
    if (!tls.requiresAlpn)
        draft.note(ExportNote::AlpnRequired);
    QStringList words;
    for (const QString &name : tls.alpn)
        if (const auto word = draft.quoted("alpn", name))
            words.append(*word);
    if (words.isEmpty()) {
        draft.note(ExportNote::AlpnFixed, {QStringLiteral("h2"), QStringLiteral("http/1.1")});
        return {};
    }
    draft.note(ExportNote::AlpnAdded, {QStringLiteral("acme-tls/1")});
    return {QStringLiteral("alpn ") + words.join(u' ')};
}

QStringList clientLines(ExportDraft &draft)
{
    const ClientCertificateMode mode = draft.profile().tls.clientCertificates;
    if (mode == ClientCertificateMode::DoNotAsk)
        return {};
    const auto modeWord = [mode] {
        if (mode == ClientCertificateMode::Ask)
            return QStringLiteral("verify_if_given");
        return mode == ClientCertificateMode::Require ? QStringLiteral("require_and_verify")
                                                      : QStringLiteral("request");
    };
    QStringList lines{QStringLiteral("client_auth {"), QStringLiteral("    mode ") + modeWord()};
    if (const QString authorities = clientAuthorities(draft); !authorities.isEmpty()) {
        draft.note(ExportNote::FirstAuthorityOnly);
        if (const auto word = draft.path("clientAuthorities", authorities))
            lines.append(QStringLiteral("    trusted_ca_cert_file ") + *word);
    }
    lines.append(QStringLiteral("}"));
    return lines;
}

QStringList tlsLines(ExportDraft &draft, const QStringList &ciphers)
{
    const ProtocolSet protocols = draft.profile().protocols;
    const QString oldest = protocols.contains(Protocol::Tls1_2) ? QStringLiteral("tls1.2") : QStringLiteral("tls1.3");
    const QString newest = protocols.contains(Protocol::Tls1_3) ? QStringLiteral("tls1.3") : QStringLiteral("tls1.2");
    QStringList lines{QStringLiteral("protocols %1 %2").arg(oldest, newest)};
    if (!ciphers.isEmpty() && protocols.contains(Protocol::Tls1_2))
        lines.append(QStringLiteral("ciphers ") + ciphers.join(u' '));
    if (const QStringList curves = curveWords(draft); !curves.isEmpty())
        lines.append(QStringLiteral("curves ") + curves.join(u' '));
    return lines + alpnLines(draft) + clientLines(draft);
}

/// `tls CERTIFICATE KEY`, or nothing.
QString tlsDirective(ExportDraft &draft, const ExportedIdentity &identity, int number)
{
    if (isPkcs11Uri(identity.key)) {
        draft.note(ExportNote::TokenKeyRefused, {identity.key});
        return {};
    }
    QStringList parts{identity.certificate};
    if (!identity.chain.isEmpty())
        parts.append(identity.chain);
    const auto joined = draft.joined(parts, QStringLiteral("fullchain"), number);
    const auto certificate = joined ? draft.path("certificate", *joined) : std::nullopt;
    const auto key = draft.path("key", identity.key.isEmpty() ? identity.certificate : identity.key);
    return certificate && key ? QStringLiteral("tls %1 %2").arg(*certificate, *key) : QString();
}

void noteWhatGoDecides(ExportDraft &draft)
{
    const ServerProfile &profile = draft.profile();
    const TlsSettings &tls = profile.tls;
    noteSuitesOfTls13(draft);
    draft.note(ExportNote::SignaturesFixed, signatureNames(draft.algorithms().signatureAlgorithms));
    draft.note(ExportNote::SecurityLevelFixed, {QString::number(draft.algorithms().securityLevel)});
    if (!tls.algorithms.prefersServerOrder)
        draft.note(ExportNote::ServerOrderAlways);
    if (tls.resumption.tickets != ownTickets)
        draft.note(ExportNote::TicketCount, {QString::number(tls.resumption.tickets), QString::number(ownTickets)});
    if (tls.resumption.keepsSessions)
        draft.note(ExportNote::SessionCacheFixed);
    if (tls.renegotiation != Renegotiation::Refused)
        draft.note(ExportNote::RenegotiationNever);
    if (tls.largestRecord != TlsSettings().largestRecord)
        draft.note(ExportNote::RecordSizeFixed, {QString::number(tls.largestRecord)});
    if (profile.addressUse == AddressUse::Unique)
        draft.note(ExportNote::AddressShared);
    if (profile.refusesOtherNames)
        draft.note(ExportNote::OtherNamesServed);
    draft.note(ExportNote::MostConnections, {QString::number(profile.limits.maxConnections), QString()});
}

QString respondLine(ExportDraft &draft)
{
    const ReplySpec &reply = draft.profile().reply;
    switch (reply.mode) {
    case ReplyMode::Echo:
    case ReplyMode::Discard:
    case ReplyMode::File:
    case ReplyMode::Dialogue:
    case ReplyMode::ByHand:
    case ReplyMode::Protocol:
        noteReply(draft, ExportNote::ReplyElsewhere);
        break;
    case ReplyMode::Http:
        return QStringLiteral("respond * \"protocol: {http.request.tls.version}, cipher: "
                              "{http.request.tls.cipher_suite}, serverName: {http.request.tls.server_name}\" 200");
    case ReplyMode::Text:
        noteReply(draft, ExportNote::ReplyNearest);
        if (const auto text = caddyQuoted(reply.text))
            return QStringLiteral("respond * %1 200").arg(*text); // "*": a text may begin as a path does
        draft.refuse("reply", reply.text);
        break;
    }
    return QStringLiteral("respond 204");
}

void writeGlobals(ExportDraft &draft)
{
    const ServerLimits &limits = draft.profile().limits;
    const QString handshake = QString::number(finiteTime(draft, limits.handshakeTimeout).count());
    draft.note(ExportNote::HandshakeWithMore, {handshake});
    draft.lines(
        {QStringLiteral("{"), QStringLiteral("    auto_https off"), QStringLiteral("    servers {"),
         QStringLiteral("        protocols h1 h2"), QStringLiteral("        timeouts {"),
         QStringLiteral("            read_header %1ms").arg(handshake),
         QStringLiteral("            idle %1ms").arg(QString::number(finiteTime(draft, limits.idleTimeout).count())),
         QStringLiteral("        }"), QStringLiteral("    }"), QStringLiteral("}"), QString()});
}

struct Site {
    QString address;
    QStringList directives; ///< `tls …`
};

void writeSite(ExportDraft &draft, const Site &site, const QStringList &tls, const QStringList &rest)
{
    draft.line(site.address + QStringLiteral(" {"));
    for (const QString &directive : site.directives) {
        draft.line(deeper(directive) + QStringLiteral(" {"));
        for (const QString &line : tls)
            draft.line(deeper(deeper(line)));
        draft.line(deeper(QStringLiteral("}")));
    }
    for (const QString &line : rest)
        draft.line(deeper(line));
    draft.line(QStringLiteral("}"));
}

void writeSites(ExportDraft &draft, const QStringList &ciphers)
{
    const quint16 port = portNumber(draft);
    const ExportedAddress address = exportedAddress(draft, port);
    const QStringList tls = tlsLines(draft, ciphers);
    const QStringList rest{
        QStringLiteral("bind ") + (address.isIpv6 ? QString(u'[' + address.host + u']') : address.host),
        QStringLiteral("# chain: %1").arg(chainComment(draft.profile().tls.chain)), respondLine(draft)};

    int number = 1;
    Site site{.address = QStringLiteral("https://:%1").arg(QString::number(port)),
              .directives = {tlsDirective(draft, draft.files().certificate, number)}};
    for (const ExportedIdentity &identity : draft.files().furtherCertificates)
        site.directives.append(tlsDirective(draft, identity, ++number));
    site.directives.removeAll(QString());
    writeSite(draft, site, tls, rest);
    for (const ExportedName &certificate : namedCertificates(draft)) {
        QStringList addresses;
        for (const QString &name : certificate.names)
            addresses.append(QStringLiteral("https://%1:%2").arg(name, QString::number(port)));
        const QString directive = tlsDirective(draft, *certificate.identity, ++number);
        writeSite(draft,
                  {.address = addresses.join(QStringLiteral(", ")),
                   .directives = directive.isEmpty() ? QStringList{} : QStringList{directive}},
                  tls, rest);
    }
}

} // namespace

ProductionConfig caddyConfig(ExportDraft &draft)
{
    draft.setQuoting([](const QString &value) { // a line break stays inside quotes, but nobody would look for it there
        return value.contains(u'\n') ? std::nullopt : caddyQuoted(value);
    });
    const ProtocolSet old = draft.profile().protocols.without(modernProtocols);
    if (!old.isEmpty()) {
        draft.note(ExportNote::ProtocolsMissing, protocolLabels(old));
        draft.withoutProtocols(old);
    }
    const QStringList ciphers = cipherWords(draft);
    if (draft.profile().protocols.isEmpty()) {
        draft.note(ExportNote::NothingLeft);
        return draft.asNothing();
    }
    noteWhatGoDecides(draft);
    writeGlobals(draft);
    writeSites(draft, ciphers);
    return draft.asConfiguration(QStringLiteral("Caddy 2.6: Caddyfile"));
}

} // namespace sealport
