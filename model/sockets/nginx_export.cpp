#include "model/sockets/production_parts.h"
#include "model/sockets/production_targets.h"

#include "model/certificates/pkcs11_uri.h"

namespace sealport {

namespace {

// nginx 1.22 with OpenSSL 3.0. Several servers on one address: the TLS settings of the first one count before a client
// has named its server, so that all of them have the same.

constexpr qsizetype longestText = 3900; ///< of a token; ngx_conf_read_token() reads 4095 octets at most

QString indented(const QString &line)
{
    return QStringLiteral("    ") + line;
}

/// Key and certificate with its chain. The key of a token comes through OpenSSL's engine.
QStringList identityLines(ExportDraft &draft, const ExportedIdentity &identity, int number)
{
    QStringList parts{identity.certificate};
    if (!identity.chain.isEmpty())
        parts.append(identity.chain);
    const auto certificate = draft.joined(parts, QStringLiteral("fullchain"), number);
    if (!certificate)
        return {};
    const auto word = draft.path("certificate", *certificate);
    std::optional<QString> key;
    if (isPkcs11Uri(identity.key)) {
        draft.note(ExportNote::TokenKeyNeedsEngine, {QStringLiteral("libengine-pkcs11-openssl")});
        key = draft.quoted("key", QStringLiteral("engine:pkcs11:") + identity.key);
    } else {
        key = draft.path("key", identity.key.isEmpty() ? identity.certificate : identity.key);
    }
    if (!word || !key)
        return {};
    return {QStringLiteral("ssl_certificate %1;").arg(*word), QStringLiteral("ssl_certificate_key %1;").arg(*key)};
}

QStringList mainIdentityLines(ExportDraft &draft)
{
    QStringList lines{QStringLiteral("# chain: %1").arg(chainComment(draft.profile().tls.chain))};
    int number = 1;
    lines += identityLines(draft, draft.files().certificate, number);
    if (const QString file = ocspFile(draft); !file.isEmpty())
        if (const auto word = draft.path("ocsp", file))
            lines += {QStringLiteral("ssl_stapling on;"), QStringLiteral("ssl_stapling_file %1;").arg(*word)};
    for (const ExportedIdentity &identity : draft.files().furtherCertificates)
        lines += identityLines(draft, identity, ++number);
    return lines;
}

QStringList listLines(ExportDraft &draft)
{
    const OpenSslLists lists = openSslLists(draft);
    const bool isServersOrder = draft.profile().tls.algorithms.prefersServerOrder;
    QStringList lines{
        QStringLiteral("ssl_protocols %1;").arg(openSslProtocols(draft.profile().protocols).join(u' ')),
        QStringLiteral("ssl_ciphers \"%1\";").arg(lists.ciphers),
        QStringLiteral("ssl_conf_command Ciphersuites \"%1\";").arg(lists.cipherSuites),
        QStringLiteral("ssl_ecdh_curve \"%1\";").arg(lists.groups),
        QStringLiteral("ssl_conf_command SignatureAlgorithms \"%1\";").arg(lists.signatureAlgorithms),
        QStringLiteral("ssl_prefer_server_ciphers %1;")
            .arg(isServersOrder ? QStringLiteral("on") : QStringLiteral("off")),
    };
    if (isServersOrder)
        lines.append(QStringLiteral("ssl_conf_command Options PrioritizeChaCha;"));
    if (const QString own = dhParametersFile(draft); !own.isEmpty()) {
        if (const auto word = draft.path("dhParameters", own))
            lines.append(QStringLiteral("ssl_dhparam %1;").arg(*word));
    } else if (const int bits = dheBits(draft); bits > 0) {
        draft.note(ExportNote::DhGroupFixed, {QString::number(bits)});
        const auto file = draft.made(
            QStringLiteral("openssl genpkey -genparam -algorithm DH -pkeyopt group:ffdhe%1").arg(QString::number(bits)),
            QStringLiteral("dhparam.pem"));
        if (const auto word = file ? draft.path("folder", *file) : std::nullopt)
            lines.append(QStringLiteral("ssl_dhparam %1;").arg(*word));
    }
    return lines;
}

QStringList sessionLines(ExportDraft &draft)
{
    const TlsSettings &tls = draft.profile().tls;
    if (tls.renegotiation != Renegotiation::Refused)
        draft.note(ExportNote::RenegotiationNever);
    return {QStringLiteral("ssl_session_tickets %1;")
                .arg(tls.resumption.tickets > 0 ? QStringLiteral("on") : QStringLiteral("off")),
            QStringLiteral("ssl_conf_command NumTickets %1;").arg(QString::number(tls.resumption.tickets)),
            tls.resumption.keepsSessions
                ? QStringLiteral("ssl_session_cache shared:sealport-%1:1m;").arg(plainName(draft.profile().name))
                : QStringLiteral("ssl_session_cache off;"),
            QStringLiteral("ssl_session_timeout 2h;"),
            QStringLiteral("ssl_buffer_size %1;").arg(QString::number(tls.largestRecord))};
}

QStringList clientLines(ExportDraft &draft)
{
    const auto modeWord = [&draft] {
        switch (draft.profile().tls.clientCertificates) {
        case ClientCertificateMode::DoNotAsk:
            return QStringLiteral("off");
        case ClientCertificateMode::Ask:
            return QStringLiteral("optional");
        case ClientCertificateMode::Require:
            return QStringLiteral("on");
        case ClientCertificateMode::Report:
            return QStringLiteral("optional_no_ca");
        }
        Q_UNREACHABLE();
    };
    QStringList lines{QStringLiteral("ssl_verify_client %1;").arg(modeWord())};
    if (draft.profile().tls.clientCertificates == ClientCertificateMode::DoNotAsk)
        return lines;
    lines.append(QStringLiteral("ssl_verify_depth 100;"));
    if (const QString authorities = clientAuthorities(draft); !authorities.isEmpty())
        if (const auto word = draft.path("clientAuthorities", authorities))
            lines.append(QStringLiteral("ssl_client_certificate %1;").arg(*word));
    noteGrowingChain(draft);
    if (verifiesClients(draft)) {
        draft.note(ExportNote::ClientsRefusedLater);
        draft.note(ExportNote::AuthorityMustBeRoot);
    }
    return lines;
}

QStringList timeLines(ExportDraft &draft)
{
    const ServerLimits &limits = draft.profile().limits;
    const QString handshake = QString::number(finiteTime(draft, limits.handshakeTimeout).count());
    draft.note(ExportNote::HandshakeWithMore, {handshake});
    draft.note(ExportNote::MostConnections,
               {QString::number(limits.maxConnections), QStringLiteral("worker_connections")});
    return {
        QStringLiteral("client_header_timeout %1ms;").arg(handshake),
        QStringLiteral("keepalive_timeout %1ms;").arg(QString::number(finiteTime(draft, limits.idleTimeout).count()))};
}

/// `needsDollar`: the text holds one, and a variable has to stand for it.
QStringList replyLines(ExportDraft &draft, bool &needsDollar)
{
    const ReplySpec &reply = draft.profile().reply;
    QString answer = QStringLiteral("204");
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
        answer = QStringLiteral("200 \"protocol: $ssl_protocol\\ncipher: $ssl_cipher\\ngroup: $ssl_curve\\n"
                                "serverName: $ssl_server_name\\nresumed: $ssl_session_reused\\n\"");
        break;
    case ReplyMode::Text: {
        noteReply(draft, ExportNote::ReplyNearest);
        const std::optional<QString> text = nginxTextQuoted(reply.text);
        if (!text)
            draft.refuse("reply", reply.text);
        else if (text->toUtf8().size() > longestText)
            draft.note(ExportNote::ValueTooLong, {QStringLiteral("reply"), QString::number(longestText)});
        else
            answer = QStringLiteral("200 ") + *text;
        needsDollar = answer.contains(QStringLiteral("${sealport_dollar}"));
        break;
    }
    }
    return {QStringLiteral("location / {"), QStringLiteral("    default_type text/plain;"),
            QStringLiteral("    return %1;").arg(answer), QStringLiteral("}")};
}

/// Whether HTTP/2 is among the protocols; nginx agrees on what it speaks.
bool speaksHttp2(ExportDraft &draft)
{
    const QStringList &wanted = draft.profile().tls.alpn;
    const bool isHttp2 = wanted.contains(QStringLiteral("h2"));
    const QStringList own = isHttp2 ? QStringList{QStringLiteral("h2"), QStringLiteral("http/1.1")}
                                    : QStringList{QStringLiteral("http/1.1")};
    if (wanted != own)
        draft.note(ExportNote::AlpnFixed, own);
    if (!draft.profile().tls.requiresAlpn)
        draft.note(ExportNote::AlpnRequired);
    return isHttp2;
}

struct Blocks {
    QString listen;
    QString firstListen; ///< with what is said once for an address
    QStringList common;  ///< what all servers of the address say
};

void writeBlock(ExportDraft &draft, const Blocks &blocks, bool isFirst, const QStringList &names,
                const QStringList &own)
{
    draft.line(QStringLiteral("server {"));
    draft.line(indented(isFirst ? blocks.firstListen : blocks.listen));
    draft.line(
        indented(QStringLiteral("server_name %1;").arg(names.isEmpty() ? QStringLiteral("_") : names.join(u' '))));
    for (const QString &line : own + blocks.common)
        draft.line(indented(line));
    draft.line(QStringLiteral("}"));
}

/// Every other name is for the certificate of the first block, or refused there.
void writeBlocks(ExportDraft &draft, const Blocks &blocks)
{
    const QStringList names = mainNames(draft);
    const std::vector<ExportedName> named = namedCertificates(draft);
    noteDeepWildcards(draft, named);
    bool refuses = draft.profile().refusesOtherNames;
    if (refuses && names.isEmpty()) {
        draft.note(ExportNote::NamesUnknown, {draft.files().certificate.certificate});
        draft.note(ExportNote::OtherNamesServed);
        refuses = false;
    }
    if (refuses) {
        draft.note(ExportNote::NamelessRefused);
        writeBlock(draft, blocks, true, {}, {QStringLiteral("ssl_reject_handshake on;")});
    }
    writeBlock(draft, blocks, !refuses, names, mainIdentityLines(draft));
    int number = static_cast<int>(draft.files().furtherCertificates.size()) + 1;
    for (const ExportedName &certificate : named)
        writeBlock(draft, blocks, false, certificate.names, identityLines(draft, *certificate.identity, ++number));
}

QString listenWords(const ServerProfile &profile, const ExportedAddress &address, bool isHttp2)
{
    QString words = address.endpoint + QStringLiteral(" ssl");
    if (isHttp2)
        words += QStringLiteral(" http2");
    if (profile.addressUse == AddressUse::Shared)
        words += QStringLiteral(" reuseport");
    if (address.isIpv6)
        words += address.host == u"::" ? QStringLiteral(" ipv6only=off") : QStringLiteral(" ipv6only=on");
    return words;
}

} // namespace

ProductionConfig nginxConfig(ExportDraft &draft)
{
    draft.setQuoting(nginxQuoted);
    const ExportedAddress address = exportedAddress(draft, portNumber(draft), ScopeIds::Unknown);
    const bool isHttp2 = speaksHttp2(draft);
    bool needsDollar = false;
    Blocks blocks;
    blocks.listen =
        QStringLiteral("listen %1 ssl%2;").arg(address.endpoint, isHttp2 ? QStringLiteral(" http2") : QString());
    blocks.firstListen =
        QStringLiteral("listen %1 default_server;").arg(listenWords(draft.profile(), address, isHttp2));
    blocks.common =
        listLines(draft) + sessionLines(draft) + clientLines(draft) + timeLines(draft) + replyLines(draft, needsDollar);
    if (needsDollar)
        draft.line(nginxDollarDefinition.toString());
    writeBlocks(draft, blocks);
    return draft.asConfiguration(QStringLiteral("nginx 1.22: /etc/nginx/conf.d"));
}

} // namespace sealport
