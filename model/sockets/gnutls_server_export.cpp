#include "model/sockets/gnutls_priority.h"
#include "model/sockets/production_parts.h"
#include "model/sockets/production_targets.h"

#include "model/certificates/pkcs11_uri.h"

#include <algorithm>

namespace sealport {

namespace {

// gnutls-serv of GnuTLS 3.7. It listens on every address, sorts chains, goes by the names that certificates hold, and
// answers a client that renegotiates.

using Words = QStringList; ///< one option with its values each

constexpr int ownTickets = 2;

Words identityWords(ExportDraft &draft, const ExportedIdentity &identity, int number)
{
    QStringList parts{identity.certificate};
    if (!identity.chain.isEmpty())
        parts.append(identity.chain);
    const auto joined = draft.joined(parts, QStringLiteral("fullchain"), number);
    const auto certificate = joined ? draft.path("certificate", *joined) : std::nullopt;
    const auto key = isPkcs11Uri(identity.key)
                         ? draft.quoted("key", identity.key)
                         : draft.path("key", identity.key.isEmpty() ? identity.certificate : identity.key);
    if (!certificate || !key)
        return {};
    return {QStringLiteral("--x509certfile ") + *certificate, QStringLiteral("--x509keyfile ") + *key};
}

Words certificateWords(ExportDraft &draft)
{
    const ChainForm form = draft.profile().tls.chain;
    if (form == ChainForm::Reversed || form == ChainForm::Exact)
        draft.note(ExportNote::ChainSorted);
    Words words;
    if (const QString file = ocspFile(draft); !file.isEmpty())
        if (const auto word = draft.path("ocsp", file))
            words.append(QStringLiteral("--ocsp-response=") + *word);
    if (const QString file = dhParametersFile(draft); !file.isEmpty())
        if (const auto word = draft.path("dhParameters", file))
            words.append(QStringLiteral("--dhparams ") + *word);
    int number = 0;
    for (const ExportedIdentity *identity : allIdentities(draft))
        words += identityWords(draft, *identity, ++number);
    for (std::size_t at = 0; at < draft.profile().namedCertificates.size(); ++at) {
        QStringList meant = draft.profile().namedCertificates.at(at).names;
        for (const QString &held : draft.files().namedCertificates.at(at).names)
            meant.removeAll(held);
        if (!meant.isEmpty())
            draft.note(ExportNote::NamesOfCertificate, meant);
    }
    return words;
}

Words nameWords(ExportDraft &draft)
{
    if (!draft.profile().refusesOtherNames)
        return {};
    const QStringList names = mainNames(draft);
    if (names.size() == 1 && !names.front().startsWith(u'*') && draft.profile().namedCertificates.empty())
        return {QStringLiteral("--sni-hostname ") + names.front(), QStringLiteral("--sni-hostname-fatal")};
    draft.note(ExportNote::OtherNamesServed);
    return {};
}

Words alpnWords(ExportDraft &draft)
{
    const TlsSettings &tls = draft.profile().tls;
    if (tls.alpn.size() > 1)
        draft.note(ExportNote::AlpnByClient);
    Words words;
    for (const QString &name : tls.alpn)
        if (const auto word = draft.quoted("alpn", name))
            words.append(QStringLiteral("--alpn=") + *word);
    if (tls.requiresAlpn)
        words.append(QStringLiteral("--alpn-fatal"));
    return words;
}

Words clientWords(ExportDraft &draft)
{
    Words words;
    switch (draft.profile().tls.clientCertificates) {
    case ClientCertificateMode::DoNotAsk:
        return {QStringLiteral("--disable-client-cert")};
    case ClientCertificateMode::Ask:
        words = {QStringLiteral("--verify-client-cert")};
        break;
    case ClientCertificateMode::Require:
        words = {QStringLiteral("--require-client-cert"), QStringLiteral("--verify-client-cert")};
        break;
    case ClientCertificateMode::Report:
        break; // what it does unless told otherwise
    }
    if (const QString authorities = clientAuthorities(draft); !authorities.isEmpty())
        if (const auto word = draft.path("clientAuthorities", authorities))
            words.append(QStringLiteral("--x509cafile ") + *word);
    return words;
}

Words sessionWords(ExportDraft &draft)
{
    const TlsSettings &tls = draft.profile().tls;
    Words words;
    if (tls.resumption.tickets == 0)
        words.append(QStringLiteral("--noticket"));
    else if (tls.resumption.tickets != ownTickets)
        draft.note(ExportNote::TicketCount, {QString::number(tls.resumption.tickets), QString::number(ownTickets)});
    if (!tls.resumption.keepsSessions)
        words.append(QStringLiteral("--nodb"));
    if (tls.largestRecord != TlsSettings().largestRecord)
        draft.note(ExportNote::RecordSizeFixed, {QString::number(tls.largestRecord)});
    if (tls.renegotiation == Renegotiation::Refused)
        draft.note(ExportNote::RenegotiationAlways);
    return words;
}

Words replyWords(ExportDraft &draft)
{
    switch (draft.profile().reply.mode) {
    case ReplyMode::Echo:
        return {QStringLiteral("--echo")};
    case ReplyMode::Http:
        return {QStringLiteral("--http")};
    case ReplyMode::Discard:
    case ReplyMode::Text:
    case ReplyMode::File:
    case ReplyMode::Dialogue:
    case ReplyMode::ByHand:
    case ReplyMode::Protocol:
        noteReply(draft, ExportNote::ReplyElsewhere);
        return {QStringLiteral("--http")};
    }
    Q_UNREACHABLE();
}

QString priorityText(ExportDraft &draft)
{
    const TlsSettings &tls = draft.profile().tls;
    QStringList special;
    if (tls.algorithms.prefersServerOrder)
        special.append(QStringLiteral("%SERVER_PRECEDENCE"));
    if (tls.renegotiation == Renegotiation::Unsafe)
        special.append(QStringLiteral("%UNSAFE_RENEGOTIATION"));
    const GnuTlsPriority priority = gnuTlsPriority(draft.algorithms(), draft.profile().protocols, special);
    draft.note(ExportNote::SuiteOrder);
    draft.note(ExportNote::SecurityLevelFixed, {QString::number(draft.algorithms().securityLevel)});
    if (!priority.missing.empty())
        draft.note(ExportNote::SuitesMissing, suiteNames(priority.missing));
    if (!priority.added.empty())
        draft.note(ExportNote::SuitesAdded, suiteNames(priority.added));
    if (!priority.missingGroups.empty())
        draft.note(ExportNote::GroupsMissing, groupNames(priority.missingGroups));
    if (!priority.missingSignatures.empty())
        draft.note(ExportNote::SignaturesMissing, signatureNames(priority.missingSignatures));
    return priority.text;
}

void noteAddressAndTimes(ExportDraft &draft)
{
    const ServerProfile &profile = draft.profile();
    if (profile.address.trimmed() != u"::")
        draft.note(ExportNote::EveryAddress, {shownValue(profile.address)});
    if (profile.addressUse == AddressUse::Shared)
        draft.note(ExportNote::AddressNotShared);
    draft.note(ExportNote::HandshakeTimeFixed, {QString::number(profile.limits.handshakeTimeout.count())});
    if (profile.limits.idleTimeout.count() > 0)
        draft.note(ExportNote::IdleTimeFixed, {QString::number(profile.limits.idleTimeout.count())});
    draft.note(ExportNote::MostConnections, {QString::number(profile.limits.maxConnections), QString()});
}

} // namespace

ProductionConfig gnuTlsServerScript(ExportDraft &draft)
{
    draft.setQuoting(shellQuoted);
    const QString priority = priorityText(draft);
    if (priority.isEmpty()) {
        draft.note(ExportNote::NothingLeft);
        return draft.asNothing();
    }
    noteAddressAndTimes(draft);
    const Words words =
        Words{QStringLiteral("exec gnutls-serv"), QStringLiteral("--port %1").arg(QString::number(portNumber(draft)))}
        + certificateWords(draft) + Words{QStringLiteral("--priority ") + shellQuoted(priority).value_or(QString())}
        + nameWords(draft) + alpnWords(draft) + clientWords(draft) + sessionWords(draft) + replyWords(draft);
    draft.line(QStringLiteral("# chain: %1").arg(chainComment(draft.profile().tls.chain)));
    draft.line(words.join(QStringLiteral(" \\\n    ")));
    return draft.asScript(QStringLiteral("gnutls-serv 3.7"));
}

} // namespace sealport
