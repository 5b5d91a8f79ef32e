#include "model/sockets/production_parts.h"
#include "model/sockets/production_targets.h"

#include "model/certificates/pkcs11_uri.h"

#include <algorithm>

namespace sealport {

namespace {

// OpenSSL 3.0's s_server. It serves one client after the other, and knows one server name beside the usual one. What
// the trust store of the system holds stays out of chains and verification.

using Words = QStringList; ///< one option with its values each

/// -cert takes the first certificate of its file alone.
QString chainFile(ExportDraft &draft, const ExportedIdentity &identity, const QString &prefix)
{
    if (!identity.holdsChain)
        return identity.chain;
    const auto command = certificatesCommand(identity.certificate, QStringLiteral("n>1"));
    if (!command)
        draft.refuse("chain", identity.certificate);
    return command ? draft.made(*command, prefix + QStringLiteral("chain.pem")).value_or(QString()) : QString();
}

/// -cert, -key, -cert_chain; `prefix` is "d" for the second one.
Words identityWords(ExportDraft &draft, const ExportedIdentity &identity, const QString &prefix)
{
    const bool isOnToken = isPkcs11Uri(identity.key);
    const auto certificate = draft.path("certificate", identity.certificate);
    const auto key = isOnToken ? draft.quoted("key", identity.key)
                               : draft.path("key", identity.key.isEmpty() ? identity.certificate : identity.key);
    if (!certificate || !key)
        return {};
    Words words{u'-' + prefix + QStringLiteral("cert ") + *certificate, u'-' + prefix + QStringLiteral("key ") + *key};
    if (isOnToken) {
        draft.note(ExportNote::TokenKeyNeedsEngine, {QStringLiteral("libengine-pkcs11-openssl")});
        words += {QStringLiteral("-engine pkcs11"), u'-' + prefix + QStringLiteral("keyform engine")};
    }
    if (const QString file = chainFile(draft, identity, prefix); !file.isEmpty())
        if (const auto chain = draft.path("chain", file))
            words.append(u'-' + prefix + QStringLiteral("cert_chain ") + *chain);
    return words;
}

Words certificateWords(ExportDraft &draft)
{
    Words words = identityWords(draft, draft.files().certificate, {});
    if (const QString file = ocspFile(draft); !file.isEmpty())
        if (const auto word = draft.path("ocsp", file))
            words.append(QStringLiteral("-status_file ") + *word);
    const std::vector<ExportedIdentity> &further = draft.files().furtherCertificates;
    if (!further.empty())
        words += identityWords(draft, further.front(), QStringLiteral("d"));
    if (further.size() > 1)
        draft.note(ExportNote::FurtherCertificates, {QString::number(further.size() - 1)});
    words.removeDuplicates(); // -engine
    return words;
}

Words secondNameWords(ExportDraft &draft, const QString &name, const ExportedIdentity &identity)
{
    const auto certificate = draft.path("certificate", identity.certificate);
    const auto key = isPkcs11Uri(identity.key)
                         ? draft.quoted("key", identity.key)
                         : draft.path("key", identity.key.isEmpty() ? identity.certificate : identity.key);
    if (!certificate || !key)
        return {};
    return {QStringLiteral("-servername ") + name, QStringLiteral("-cert2 ") + *certificate,
            QStringLiteral("-key2 ") + *key};
}

/// The one certificate for one name that there is room for. -keyform counts for its key as well.
Words namedWords(ExportDraft &draft)
{
    Words words;
    QStringList leftOut;
    const bool isOnToken = isPkcs11Uri(draft.files().certificate.key);
    for (const ExportedName &named : namedCertificates(draft)) {
        QStringList names = named.names;
        const auto exact = std::ranges::find_if(names, [](const QString &name) { return !name.startsWith(u'*'); });
        if (words.isEmpty() && exact != names.end() && isPkcs11Uri(named.identity->key) == isOnToken) {
            words = secondNameWords(draft, *exact, *named.identity);
            names.erase(exact);
            if (!named.identity->chain.isEmpty() || named.identity->holdsChain)
                draft.note(ExportNote::ChainLeftOut,
                           {named.identity->holdsChain ? named.identity->certificate : named.identity->chain});
        }
        leftOut += names;
    }
    if (!leftOut.isEmpty())
        draft.note(ExportNote::NamedLeftOut, leftOut);
    return words;
}

Words nameWords(ExportDraft &draft)
{
    const Words words = namedWords(draft);
    if (!draft.profile().refusesOtherNames)
        return words;
    const QStringList names = mainNames(draft);
    if (!words.isEmpty() || names.size() != 1 || names.front().startsWith(u'*')) {
        draft.note(ExportNote::OtherNamesServed);
        return words;
    }
    return secondNameWords(draft, names.front(), draft.files().certificate)
           + Words{QStringLiteral("-servername_fatal")};
}

Words listWords(ExportDraft &draft)
{
    const ProtocolSet protocols = draft.profile().protocols;
    const std::vector<Protocol> ticked = protocols.toVector();
    Words words{QStringLiteral("-min_protocol ") + openSslProtocols({ticked.front()}).front(),
                QStringLiteral("-max_protocol ") + openSslProtocols({ticked.back()}).front()};
    for (const Protocol protocol : allProtocols)
        if (protocol > ticked.front() && protocol < ticked.back() && !protocols.contains(protocol))
            words.append(QStringLiteral("-no_")
                         + openSslProtocols({protocol}).front().toLower().remove(u'v').replace(u'.', u'_'));
    const OpenSslLists lists = openSslLists(draft);
    for (const auto &[option, list] :
         {std::pair("-cipher ", lists.ciphers), std::pair("-ciphersuites ", lists.cipherSuites),
          std::pair("-groups ", lists.groups), std::pair("-sigalgs ", lists.signatureAlgorithms)})
        words.append(QLatin1String(option) + shellQuoted(list).value_or(QString()));
    if (const QString file = dhParametersFile(draft); !file.isEmpty())
        if (const auto word = draft.path("dhParameters", file))
            words.append(QStringLiteral("-dhparam ") + *word);
    if (draft.profile().tls.algorithms.prefersServerOrder)
        words += {QStringLiteral("-serverpref"), QStringLiteral("-prioritize_chacha")};
    return words;
}

Words alpnWords(ExportDraft &draft)
{
    const QStringList &names = draft.profile().tls.alpn;
    const QString list = names.join(u',');
    if (draft.profile().tls.requiresAlpn && names.isEmpty())
        draft.note(ExportNote::AlpnNotRequired);
    if (names.isEmpty())
        return {};
    if (!draft.profile().tls.requiresAlpn)
        draft.note(ExportNote::AlpnRequired);
    if (list.count(u',') + 1 != names.size()) { // nothing stands for a comma in a name
        draft.refuse("alpn", names.join(u' '));
        return {};
    }
    const auto word = draft.quoted("alpn", list);
    return word ? Words{QStringLiteral("-alpn ") + *word} : Words{};
}

/// Its names reach the clients by -CAfile alone.
Words clientWords(ExportDraft &draft)
{
    const ClientCertificateMode mode = draft.profile().tls.clientCertificates;
    const QString authorities = clientAuthorities(draft);
    Words words{QStringLiteral("-no-CAfile")};
    if (mode != ClientCertificateMode::DoNotAsk && !authorities.isEmpty())
        if (const auto word = draft.path("clientAuthorities", authorities))
            words = {QStringLiteral("-CAfile ") + *word, QStringLiteral("-partial_chain")};
    words += {QStringLiteral("-no-CApath"), QStringLiteral("-no-CAstore")};
    noteGrowingChain(draft);
    switch (mode) {
    case ClientCertificateMode::DoNotAsk:
        break;
    case ClientCertificateMode::Ask:
        words += {QStringLiteral("-verify 100"), QStringLiteral("-verify_return_error")};
        break;
    case ClientCertificateMode::Require:
        words += {QStringLiteral("-Verify 100"), QStringLiteral("-verify_return_error")};
        break;
    case ClientCertificateMode::Report:
        words.append(QStringLiteral("-verify 100"));
        break;
    }
    return words;
}

Words sessionWords(const ExportDraft &draft)
{
    const TlsSettings &tls = draft.profile().tls;
    Words words{QStringLiteral("-num_tickets %1").arg(QString::number(tls.resumption.tickets)),
                QStringLiteral("-max_send_frag %1").arg(QString::number(tls.largestRecord))};
    if (tls.resumption.tickets == 0)
        words.append(QStringLiteral("-no_ticket"));
    if (!tls.resumption.keepsSessions)
        words.append(QStringLiteral("-no_cache"));
    words.append(tls.renegotiation == Renegotiation::Refused ? QStringLiteral("-no_renegotiation")
                                                             : QStringLiteral("-client_renegotiation"));
    if (tls.renegotiation == Renegotiation::Unsafe)
        words.append(QStringLiteral("-legacy_renegotiation"));
    return words;
}

/// -rev is the nearest to an echo: it turns each line round.
Words replyWords(ExportDraft &draft)
{
    switch (draft.profile().reply.mode) {
    case ReplyMode::Echo:
        noteReply(draft, ExportNote::ReplyNearest);
        return {QStringLiteral("-rev")};
    case ReplyMode::Discard:
        return {QStringLiteral("-quiet"), QStringLiteral(">/dev/null")};
    case ReplyMode::Text:
    case ReplyMode::File:
    case ReplyMode::Dialogue:
    case ReplyMode::ByHand:
    case ReplyMode::Protocol:
        noteReply(draft, ExportNote::ReplyElsewhere);
        return {QStringLiteral("-quiet")};
    case ReplyMode::Http:
        return {QStringLiteral("-www")};
    }
    Q_UNREACHABLE();
}

} // namespace

ProductionConfig openSslServerScript(ExportDraft &draft)
{
    draft.setQuoting(shellQuoted);
    const ServerProfile &profile = draft.profile();
    const ExportedAddress address = exportedAddress(draft, profile.port);
    draft.note(ExportNote::OneAtATime);
    draft.note(ExportNote::MostConnections, {QString::number(profile.limits.maxConnections), QString()});
    if (profile.addressUse == AddressUse::Shared)
        draft.note(ExportNote::AddressNotShared);
    if (profile.limits.handshakeTimeout.count() > 0)
        draft.note(ExportNote::HandshakeTimeFixed, {QString::number(profile.limits.handshakeTimeout.count())});
    if (profile.limits.idleTimeout.count() > 0)
        draft.note(ExportNote::IdleTimeFixed, {QString::number(profile.limits.idleTimeout.count())});
    const auto accept = shellQuoted(address.endpoint).value_or(QString());
    const Words words = Words{QStringLiteral("exec openssl s_server"), QStringLiteral("-accept ") + accept}
                        + certificateWords(draft) + nameWords(draft) + listWords(draft) + alpnWords(draft)
                        + clientWords(draft) + sessionWords(draft) + replyWords(draft);
    draft.line(QStringLiteral("# chain: %1").arg(chainComment(profile.tls.chain)));
    draft.line(words.join(QStringLiteral(" \\\n    ")));
    return draft.asScript(QStringLiteral("openssl s_server 3.0"));
}

} // namespace sealport
