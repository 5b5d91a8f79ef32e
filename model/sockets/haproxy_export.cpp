#include "model/sockets/production_parts.h"
#include "model/sockets/production_targets.h"

#include "model/certificates/pkcs11_uri.h"

#include <algorithm>

namespace sealport {

namespace {

// HAProxy 2.6 with OpenSSL 3.0. It wants certificate and chain in one file, and the key there or beside it, as
// FILE.key; has no list of signature algorithms (2.8 has), and takes a range of protocols. All of a bind line is one
// line.

constexpr qsizetype longestText = 8000; ///< an answer fits into a buffer of 16 KiB
constexpr int ownTickets = 2;           ///< OpenSSL's, which HAProxy does not change

QString keyBeside(const QString &file)
{
    return file + QStringLiteral(".key");
}

/// A key is never copied: a link leads to it.
std::optional<QString> wholeFile(ExportDraft &draft, const ExportedIdentity &identity, int number)
{
    if (isPkcs11Uri(identity.key)) {
        draft.note(ExportNote::TokenKeyRefused, {identity.key});
        return std::nullopt;
    }
    const bool isKeyInside = identity.key.isEmpty() || identity.key == identity.certificate;
    const bool isKeyBeside = identity.key == keyBeside(identity.certificate);
    QStringList parts{identity.certificate};
    if (!identity.chain.isEmpty())
        parts.append(identity.chain);
    if (parts.size() == 1 && (isKeyInside || isKeyBeside))
        return identity.certificate;
    const auto file = draft.put(parts, QStringLiteral("haproxy"), number);
    if (!file || (!isKeyInside && !draft.linked(identity.key, keyBeside(*file))))
        return std::nullopt;
    return file;
}

/// Nothing can be quoted in a crt-list.
bool needsNoQuotes(const QString &file)
{
    return shellQuoted(file) == file;
}

struct CertificateLine {
    QString file;
    QStringList names; ///< none: those of the certificate
};

std::vector<CertificateLine> certificateLines(ExportDraft &draft)
{
    std::vector<CertificateLine> lines;
    int number = 0;
    const auto add = [&](const ExportedIdentity &identity, const QStringList &names) {
        if (const auto file = wholeFile(draft, identity, ++number))
            lines.push_back({.file = *file, .names = names});
    };
    add(draft.files().certificate, {});
    for (const ExportedIdentity &identity : draft.files().furtherCertificates)
        add(identity, {});
    for (std::size_t at = 0; at < draft.profile().namedCertificates.size(); ++at) {
        const ExportedIdentity &identity = draft.files().namedCertificates.at(at);
        const QStringList &given = draft.profile().namedCertificates.at(at).names;
        const QStringList names = fitNames(draft, given);
        if (names.isEmpty() && !given.isEmpty())
            draft.note(ExportNote::NamesUnknown, {identity.certificate});
        else
            add(identity, names);
    }
    return lines;
}

/// The first certificate is for clients that ask for no name.
QString certificateWords(ExportDraft &draft)
{
    const std::vector<CertificateLine> lines = certificateLines(draft);
    QStringList words;
    QStringList listed;
    for (const CertificateLine &line : lines) {
        if (const auto word = draft.path("certificate", line.file))
            words.append(QStringLiteral("crt ") + *word);
        listed.append(QStringLiteral("'%1'").arg((QStringList{line.file} + line.names).join(u' ')));
    }
    const bool hasNames = std::ranges::any_of(lines, [](const auto &line) { return !line.names.isEmpty(); });
    const bool isListable = std::ranges::all_of(lines, [](const auto &line) { return needsNoQuotes(line.file); });
    if (!hasNames || !isListable) {
        for (const CertificateLine &line : lines)
            if (!line.names.isEmpty())
                draft.note(ExportNote::NamesOfCertificate, line.names);
        return words.join(u' ');
    }
    const auto list = draft.made(QStringLiteral("printf '%s\\n' ") + listed.join(u' '), QStringLiteral("crt-list.txt"));
    const auto word = list ? draft.path("folder", *list) : std::nullopt;
    return word ? QStringLiteral("crt-list ") + *word : QString();
}

QString versionWord(Protocol protocol)
{
    return protocolName(protocol); // "TLSv1.0", other than OpenSSL
}

QStringList listWords(ExportDraft &draft)
{
    keepNewestRange(draft);
    const OpenSslLists lists = openSslLists(draft);
    const std::vector<Protocol> protocols = draft.profile().protocols.toVector();
    draft.note(ExportNote::SignaturesFixed, signatureNames(draft.algorithms().signatureAlgorithms));
    QStringList words{QStringLiteral("ssl-min-ver ") + versionWord(protocols.front()),
                      QStringLiteral("ssl-max-ver ") + versionWord(protocols.back()),
                      QStringLiteral("ciphers ") + lists.ciphers, QStringLiteral("ciphersuites ") + lists.cipherSuites,
                      QStringLiteral("curves ") + lists.groups};
    if (!draft.profile().tls.algorithms.prefersServerOrder)
        words.append(QStringLiteral("prefer-client-ciphers"));
    return words;
}

QStringList clientWords(ExportDraft &draft)
{
    const ClientCertificateMode mode = draft.profile().tls.clientCertificates;
    if (mode == ClientCertificateMode::DoNotAsk)
        return {QStringLiteral("verify none")};
    const QString authorities = clientAuthorities(draft);
    const auto word = authorities.isEmpty() ? std::nullopt : draft.path("clientAuthorities", authorities);
    if (!word) {
        draft.note(ExportNote::ClientsNotAsked);
        return {QStringLiteral("verify none")};
    }
    noteGrowingChain(draft);
    QStringList words{QStringLiteral("ca-file ") + *word, mode == ClientCertificateMode::Require
                                                              ? QStringLiteral("verify required")
                                                              : QStringLiteral("verify optional")};
    if (mode == ClientCertificateMode::Report)
        words += {QStringLiteral("crt-ignore-err all"), QStringLiteral("ca-ignore-err all")};
    else
        draft.note(ExportNote::AuthorityMustBeRoot);
    return words;
}

QStringList alpnWords(ExportDraft &draft)
{
    const QStringList &names = draft.profile().tls.alpn;
    if (draft.profile().tls.requiresAlpn)
        draft.note(ExportNote::AlpnNotRequired);
    const QString list = names.join(u',');
    if (names.isEmpty())
        return {};
    if (list.count(u',') + 1 != names.size()) {
        draft.refuse("alpn", names.join(u' '));
        return {};
    }
    const auto word = draft.quoted("alpn", list);
    return word ? QStringList{QStringLiteral("alpn ") + *word} : QStringList{};
}

QStringList sessionWords(ExportDraft &draft)
{
    const TlsSettings &tls = draft.profile().tls;
    if (tls.renegotiation != Renegotiation::Refused)
        draft.note(ExportNote::RenegotiationNever);
    if (tls.resumption.tickets != ownTickets)
        draft.note(ExportNote::TicketCount, {QString::number(tls.resumption.tickets), QString::number(ownTickets)});
    return tls.resumption.tickets > 0 ? QStringList{} : QStringList{QStringLiteral("no-tls-tickets")};
}

void writeGlobals(ExportDraft &draft)
{
    const ServerProfile &profile = draft.profile();
    draft.line(QStringLiteral("global"));
    if (const QString own = dhParametersFile(draft); !own.isEmpty()) {
        if (const auto word = draft.path("dhParameters", own))
            draft.line(QStringLiteral("    ssl-dh-param-file %1").arg(*word));
    } else if (const int bits = dheBits(draft); bits > 0) {
        draft.note(ExportNote::DhGroupFixed, {QString::number(bits)});
        draft.line(QStringLiteral("    tune.ssl.default-dh-param %1").arg(QString::number(bits)));
    }
    draft.line(QStringLiteral("    tune.ssl.cachesize %1")
                   .arg(profile.tls.resumption.keepsSessions ? QStringLiteral("1024") : QStringLiteral("0")));
    draft.line(QStringLiteral("    tune.ssl.lifetime 7200"));
    draft.line(QStringLiteral("    tune.ssl.maxrecord %1").arg(QString::number(profile.tls.largestRecord)));
    if (profile.addressUse == AddressUse::Unique)
        draft.line(QStringLiteral("    noreuseport"));
    draft.line();
}

QString replyRule(ExportDraft &draft)
{
    const ReplySpec &reply = draft.profile().reply;
    const QString nothing = QStringLiteral("http-request return status 204");
    const QString answer = QStringLiteral("http-request return status 200 content-type text/plain ");
    switch (reply.mode) {
    case ReplyMode::Echo:
    case ReplyMode::Discard:
    case ReplyMode::File:
    case ReplyMode::Dialogue:
    case ReplyMode::ByHand:
    case ReplyMode::Protocol:
        noteReply(draft, ExportNote::ReplyElsewhere);
        return nothing;
    case ReplyMode::Http:
        return answer
               + QStringLiteral("lf-string \"protocol: %[ssl_fc_protocol]\\ncipher: %[ssl_fc_cipher]\\n"
                                "serverName: %[ssl_fc_sni]\\nresumed: %[ssl_fc_is_resumed]\\n\"");
    case ReplyMode::Text: {
        noteReply(draft, ExportNote::ReplyNearest);
        const std::optional<QString> text = haproxyQuoted(reply.text);
        if (!text)
            draft.refuse("reply", reply.text);
        else if (text->toUtf8().size() > longestText)
            draft.note(ExportNote::ValueTooLong, {QStringLiteral("reply"), QString::number(longestText)});
        else if (!reply.text.isEmpty()) // HAProxy refuses an empty string
            return answer + QStringLiteral("string ") + *text;
        return nothing;
    }
    }
    Q_UNREACHABLE();
}

} // namespace

ProductionConfig haproxyConfig(ExportDraft &draft)
{
    draft.setQuoting(haproxyQuoted);
    const ServerProfile &profile = draft.profile();
    const ExportedAddress address = exportedAddress(draft, portNumber(draft), ScopeIds::Unknown);
    QStringList words{QStringLiteral("bind ") + address.endpoint, QStringLiteral("ssl")};
    if (address.isIpv6)
        words.append(address.host == u"::" ? QStringLiteral("v4v6") : QStringLiteral("v6only"));
    words.append(certificateWords(draft));
    words += listWords(draft) + alpnWords(draft) + clientWords(draft) + sessionWords(draft);
    if (profile.refusesOtherNames) {
        draft.note(ExportNote::NamelessRefused);
        words.append(QStringLiteral("strict-sni"));
    }
    if (!profile.furtherCertificates.empty())
        draft.note(ExportNote::FurtherByName);
    const QString time = QString::number(finiteTime(draft, profile.limits.idleTimeout).count());
    draft.note(ExportNote::HandshakeTimeFixed, {QString::number(profile.limits.handshakeTimeout.count())});

    writeGlobals(draft);
    draft.line(QStringLiteral("frontend ") + plainName(profile.name));
    draft.lines({QStringLiteral("    mode http"),
                 QStringLiteral("    maxconn %1").arg(QString::number(profile.limits.maxConnections)),
                 QStringLiteral("    timeout client %1ms").arg(time),
                 QStringLiteral("    # chain: %1").arg(chainComment(profile.tls.chain)),
                 QStringLiteral("    ") + words.join(u' '), QStringLiteral("    ") + replyRule(draft)});
    return draft.asConfiguration(QStringLiteral("HAProxy 2.6: haproxy -f haproxy.cfg -f ..."));
}

} // namespace sealport
