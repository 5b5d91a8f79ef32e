#include "model/sockets/production_parts.h"
#include "model/sockets/production_targets.h"

#include "model/certificates/pkcs11_uri.h"

namespace sealport {

namespace {

// stunnel 5.68 with OpenSSL 3.0. It hands the plain data on: to a program here, as inetd does, for which the answers of
// Sealport are easy. Lines are executed in their order. A service with others that have names of their own (sni)
// refuses every name that none of them has, and serves clients that ask for none.

constexpr qsizetype longestLine = 16'000; ///< CONFLINELEN

QStringList identityLines(ExportDraft &draft, const ExportedIdentity &identity, int number)
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
    if (!certificate || !key)
        return {};
    return {QStringLiteral("cert = ") + *certificate, QStringLiteral("key = ") + *key};
}

QStringList protocolLines(ProtocolSet protocols)
{
    const std::vector<Protocol> ticked = protocols.toVector();
    QStringList lines{
        QStringLiteral("sslVersionMin = ") + openSslProtocols({ticked.front()}).front(),
        QStringLiteral("sslVersionMax = ") + openSslProtocols({ticked.back()}).front(),
    };
    for (const Protocol protocol : allProtocols)
        if (protocol > ticked.front() && protocol < ticked.back() && !protocols.contains(protocol))
            lines.append(QStringLiteral("options = NO_") + openSslProtocols({protocol}).front().replace(u'.', u'_'));
    return lines;
}

QStringList listLines(const ExportDraft &draft)
{
    const OpenSslLists lists = openSslLists(draft);
    QStringList all = protocolLines(draft.profile().protocols);
    all += {QStringLiteral("securityLevel = %1").arg(QString::number(draft.algorithms().securityLevel)),
            QStringLiteral("ciphers = ") + lists.ciphers, QStringLiteral("ciphersuites = ") + lists.cipherSuites,
            QStringLiteral("curves = ") + lists.groups,
            QStringLiteral("config = SignatureAlgorithms:") + lists.signatureAlgorithms};
    if (draft.profile().tls.algorithms.prefersServerOrder)
        all +=
            {QStringLiteral("options = CIPHER_SERVER_PREFERENCE"), QStringLiteral("config = Options:PrioritizeChaCha")};
    else
        all.append(QStringLiteral("options = -CIPHER_SERVER_PREFERENCE"));
    return all;
}

QStringList renegotiationLines(Renegotiation renegotiation)
{
    switch (renegotiation) {
    case Renegotiation::Refused:
        return {QStringLiteral("renegotiation = no")};
    case Renegotiation::Secure:
        return {QStringLiteral("renegotiation = yes"), QStringLiteral("config = Options:ClientRenegotiation")};
    case Renegotiation::Unsafe:
        return {QStringLiteral("renegotiation = yes"),
                QStringLiteral("config = Options:ClientRenegotiation,UnsafeLegacyRenegotiation")};
    }
    Q_UNREACHABLE();
}

QStringList sessionLines(ExportDraft &draft)
{
    const TlsSettings &tls = draft.profile().tls;
    if (!tls.resumption.keepsSessions)
        draft.note(ExportNote::SessionCacheFixed);
    if (tls.largestRecord != TlsSettings().largestRecord)
        draft.note(ExportNote::RecordSizeFixed, {QString::number(tls.largestRecord)});
    return QStringList{QStringLiteral("sessionCacheSize = 1024"), QStringLiteral("sessionCacheTimeout = 7200"),
                       tls.resumption.tickets > 0 ? QStringLiteral("options = -NO_TICKET")
                                                  : QStringLiteral("options = NO_TICKET"),
                       QStringLiteral("config = NumTickets:%1").arg(QString::number(tls.resumption.tickets))}
           + renegotiationLines(tls.renegotiation);
}

QStringList clientLines(ExportDraft &draft)
{
    QStringList lines;
    switch (draft.profile().tls.clientCertificates) {
    case ClientCertificateMode::DoNotAsk:
        return {};
    case ClientCertificateMode::Ask:
        lines = {QStringLiteral("verifyChain = yes"), QStringLiteral("requireCert = no")};
        break;
    case ClientCertificateMode::Require:
        lines = {QStringLiteral("verifyChain = yes"), QStringLiteral("requireCert = yes")};
        break;
    case ClientCertificateMode::Report:
        lines = {QStringLiteral("verify = 0")};
        break;
    }
    if (const QString authorities = clientAuthorities(draft); !authorities.isEmpty())
        if (const auto word = draft.path("clientAuthorities", authorities))
            lines.append(QStringLiteral("CAfile = ") + *word);
    noteGrowingChain(draft);
    if (verifiesClients(draft))
        draft.note(ExportNote::AuthorityMustBeRoot);
    return lines;
}

QStringList printfLines(ExportDraft &draft, const QString &text)
{
    const QString format = printfFormat(text);
    noteReply(draft, ExportNote::ReplyNearest);
    if (format.size() > longestLine) {
        draft.note(ExportNote::ValueTooLong, {QStringLiteral("reply"), QString::number(longestLine / 4)});
        return {QStringLiteral("exec = /bin/true"), QStringLiteral("execArgs = true")};
    }
    if (format.isEmpty())
        return {QStringLiteral("exec = /bin/true"), QStringLiteral("execArgs = true")};
    return {QStringLiteral("exec = /usr/bin/printf"), QStringLiteral("execArgs = printf ") + format};
}

QStringList replyLines(ExportDraft &draft)
{
    const ReplySpec &reply = draft.profile().reply;
    switch (reply.mode) {
    case ReplyMode::Echo:
        return {QStringLiteral("exec = /bin/cat"), QStringLiteral("execArgs = cat")};
    case ReplyMode::Discard:
        return {QStringLiteral("exec = /bin/dd"), QStringLiteral("execArgs = dd of=/dev/null status=none")};
    case ReplyMode::File:
    case ReplyMode::Dialogue:
    case ReplyMode::ByHand:
    case ReplyMode::Protocol:
        noteReply(draft, ExportNote::ReplyElsewhere);
        return {QStringLiteral("exec = /bin/true"), QStringLiteral("execArgs = true")};
    case ReplyMode::Text:
        return printfLines(draft, reply.text);
    case ReplyMode::Http:
        return printfLines(draft, QStringLiteral("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n"
                                                 "Content-Length: 4\r\nConnection: close\r\n\r\nTLS\n"));
    }
    Q_UNREACHABLE();
}

QStringList timeLines(ExportDraft &draft)
{
    const ServerLimits &limits = draft.profile().limits;
    const qint64 handshake = wholeSeconds(draft, finiteTime(draft, limits.handshakeTimeout));
    draft.note(ExportNote::HandshakeWithMore, {QString::number(handshake * 1000)});
    draft.note(ExportNote::MostConnections, {QString::number(limits.maxConnections), QString()});
    return {QStringLiteral("TIMEOUTbusy = %1").arg(QString::number(handshake)),
            QStringLiteral("TIMEOUTidle = %1")
                .arg(QString::number(wholeSeconds(draft, finiteTime(draft, limits.idleTimeout))))};
}

void writeService(ExportDraft &draft, const QString &name, const QStringList &lines)
{
    draft.line(u'[' + name + u']');
    draft.lines(lines);
    draft.line();
}

QStringList sniLines(const QString &service, const QStringList &names)
{
    QStringList lines;
    for (const QString &name : names)
        lines.append(QStringLiteral("sni = %1:%2").arg(service, name));
    return lines;
}

/// Beside the service that listens, one for each certificate with names of its own; and one for the main certificate
/// where the names decide who is refused.
void writeNamedServices(ExportDraft &draft, const QString &service, const QStringList &main, const QStringList &common)
{
    const std::vector<ExportedName> named = namedCertificates(draft);
    noteDeepWildcards(draft, named);
    int number = 1;
    for (const ExportedName &certificate : named) {
        ++number;
        writeService(draft, QStringLiteral("%1-%2").arg(service, QString::number(number)),
                     sniLines(service, certificate.names) + identityLines(draft, *certificate.identity, number)
                         + common);
    }
    QStringList others;
    if (draft.profile().refusesOtherNames) {
        others = mainNames(draft);
        if (others.isEmpty()) {
            draft.note(ExportNote::NamesUnknown, {draft.files().certificate.certificate});
            draft.note(named.empty() ? ExportNote::OtherNamesServed : ExportNote::OtherNamesRefused);
        }
    } else if (!named.empty()) {
        others = QStringList{QStringLiteral("*")};
    }
    if (!others.isEmpty())
        writeService(draft, service + QStringLiteral("-others"), sniLines(service, others) + main + common);
}

} // namespace

ProductionConfig stunnelConfig(ExportDraft &draft)
{
    draft.setQuoting(stunnelQuoted);
    const ServerProfile &profile = draft.profile();
    const ExportedAddress address = exportedAddress(draft, portNumber(draft));
    if (profile.addressUse == AddressUse::Shared)
        draft.note(ExportNote::AddressNotShared);
    if (!profile.furtherCertificates.empty())
        draft.note(ExportNote::FurtherCertificates, {QString::number(profile.furtherCertificates.size())});
    if (!profile.tls.alpn.isEmpty())
        draft.note(ExportNote::AlpnLeftOut, profile.tls.alpn);
    if (profile.tls.requiresAlpn)
        draft.note(ExportNote::AlpnNotRequired);
    const QString service = plainName(profile.name);
    const QStringList common =
        listLines(draft) + sessionLines(draft) + clientLines(draft) + timeLines(draft) + replyLines(draft);
    QStringList main{QStringLiteral("; chain: %1").arg(chainComment(profile.tls.chain))};
    main += identityLines(draft, draft.files().certificate, 1);
    const QString accept = QStringLiteral("accept = %1:%2").arg(address.host, address.endpoint.section(u':', -1));
    writeService(draft, service, QStringList{accept} + main + common);
    writeNamedServices(draft, service, main, common);
    return draft.asConfiguration(QStringLiteral("stunnel 5.68: /etc/stunnel"));
}

} // namespace sealport
