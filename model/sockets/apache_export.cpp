#include "model/sockets/production_parts.h"
#include "model/sockets/production_targets.h"

#include "model/certificates/pkcs11_uri.h"
#include "model/tls/available_algorithms.h"

#include <algorithm>

namespace sealport {

namespace {

// Apache 2.4 as Debian 12 has it, with mod_ssl and mod_reqtimeout. SSLProtocol sets a range (ssl_engine_init.c fills
// no hole): the exact set goes to OpenSSL itself. SSLCipherSuite takes suites without encryption or certificate away,
// whatever the list says.

QStringList identityLines(ExportDraft &draft, const ExportedIdentity &identity, int number)
{
    QStringList parts{identity.certificate};
    if (!identity.chain.isEmpty())
        parts.append(identity.chain);
    const auto certificate = draft.joined(parts, QStringLiteral("fullchain"), number);
    const auto word = certificate ? draft.path("certificate", *certificate) : std::nullopt;
    const bool isOnToken = isPkcs11Uri(identity.key);
    if (isOnToken)
        draft.note(ExportNote::TokenKeyNeedsEngine, {QStringLiteral("libengine-pkcs11-openssl")});
    const auto key = isOnToken ? draft.quoted("key", identity.key)
                               : draft.path("key", identity.key.isEmpty() ? identity.certificate : identity.key);
    if (!word || !key)
        return {};
    return {QStringLiteral("SSLCertificateFile %1").arg(*word), QStringLiteral("SSLCertificateKeyFile %1").arg(*key)};
}

void noteUselessSuites(ExportDraft &draft)
{
    std::vector<std::uint16_t> useless;
    for (const AvailableSuite &suite : availableSuites())
        if (suite.weakness == SuiteWeakness::NoEncryption || suite.weakness == SuiteWeakness::NoAuthentication)
            useless.push_back(suite.number);
    std::vector<std::uint16_t> missing = draft.algorithms().ciphers;
    std::erase_if(missing,
                  [&useless](std::uint16_t number) { return std::ranges::find(useless, number) == useless.end(); });
    if (!missing.empty())
        draft.note(ExportNote::SuitesMissing, suiteNames(missing));
}

bool hasHole(ProtocolSet protocols)
{
    const std::vector<Protocol> ticked = protocols.toVector();
    return static_cast<std::size_t>(ticked.back()) - static_cast<std::size_t>(ticked.front()) + 1 != ticked.size();
}

QStringList protocolLines(ProtocolSet protocols)
{
    const QStringList names = openSslProtocols(protocols);
    QStringList lines{QStringLiteral("SSLProtocol -all +") + names.join(QStringLiteral(" +"))};
    if (hasHole(protocols))
        lines += {QStringLiteral("SSLOpenSSLConfCmd MinProtocol %1").arg(names.front()),
                  QStringLiteral("SSLOpenSSLConfCmd Protocol \"-ALL,%1\"").arg(names.join(u','))};
    return lines;
}

QStringList listLines(ExportDraft &draft)
{
    noteUselessSuites(draft);
    const OpenSslLists lists = openSslLists(draft);
    const bool isServersOrder = draft.profile().tls.algorithms.prefersServerOrder;
    QStringList lines = protocolLines(draft.profile().protocols);
    lines +=
        {QStringLiteral("SSLCipherSuite \"%1\"").arg(lists.ciphers),
         QStringLiteral("SSLCipherSuite TLSv1.3 \"%1\"").arg(lists.cipherSuites),
         QStringLiteral("SSLOpenSSLConfCmd Groups \"%1\"").arg(lists.groups),
         QStringLiteral("SSLOpenSSLConfCmd SignatureAlgorithms \"%1\"").arg(lists.signatureAlgorithms),
         QStringLiteral("SSLHonorCipherOrder %1").arg(isServersOrder ? QStringLiteral("on") : QStringLiteral("off")),
         QStringLiteral("SSLCompression off")};
    if (const QString own = dhParametersFile(draft); !own.isEmpty())
        if (const auto word = draft.path("dhParameters", own))
            lines.append(QStringLiteral("SSLOpenSSLConfCmd DHParameters %1").arg(*word));
    if (isServersOrder)
        lines.append(QStringLiteral("SSLOpenSSLConfCmd Options PrioritizeChaCha"));
    return lines;
}

QStringList sessionLines(ExportDraft &draft)
{
    const TlsSettings &tls = draft.profile().tls;
    draft.note(ExportNote::SessionCacheFixed, {tls.resumption.keepsSessions ? QStringLiteral("SSLSessionCache shmcb")
                                                                            : QStringLiteral("SSLSessionCache none")});
    if (tls.renegotiation != Renegotiation::Refused)
        draft.note(ExportNote::RenegotiationNever);
    if (tls.largestRecord != TlsSettings().largestRecord)
        draft.note(ExportNote::RecordSizeFixed, {QString::number(tls.largestRecord)});
    return {QStringLiteral("SSLSessionTickets %1")
                .arg(tls.resumption.tickets > 0 ? QStringLiteral("on") : QStringLiteral("off")),
            QStringLiteral("SSLOpenSSLConfCmd NumTickets %1").arg(QString::number(tls.resumption.tickets)),
            QStringLiteral("SSLInsecureRenegotiation off")};
}

QStringList clientLines(ExportDraft &draft)
{
    const ClientCertificateMode mode = draft.profile().tls.clientCertificates;
    const auto modeWord = [mode] {
        switch (mode) {
        case ClientCertificateMode::DoNotAsk:
            return QStringLiteral("none");
        case ClientCertificateMode::Ask:
            return QStringLiteral("optional");
        case ClientCertificateMode::Require:
            return QStringLiteral("require");
        case ClientCertificateMode::Report:
            return QStringLiteral("optional_no_ca");
        }
        Q_UNREACHABLE();
    };
    QStringList lines{QStringLiteral("SSLVerifyClient %1").arg(modeWord())};
    if (mode == ClientCertificateMode::DoNotAsk)
        return lines;
    lines.append(QStringLiteral("SSLVerifyDepth 100"));
    if (const QString authorities = clientAuthorities(draft); !authorities.isEmpty())
        if (const auto word = draft.path("clientAuthorities", authorities))
            lines.append(QStringLiteral("SSLCACertificateFile %1").arg(*word));
    noteGrowingChain(draft);
    if (mode == ClientCertificateMode::Report)
        draft.note(ExportNote::ClientsPartlyTaken);
    if (verifiesClients(draft))
        draft.note(ExportNote::AuthorityMustBeRoot);
    return lines;
}

QStringList protocolNameLines(ExportDraft &draft)
{
    const QStringList &wanted = draft.profile().tls.alpn;
    QStringList own = wanted;
    own.erase(std::remove_if(own.begin(), own.end(),
                             [](const QString &name) { return name != u"h2" && name != u"http/1.1"; }),
              own.end());
    if (!own.contains(QStringLiteral("http/1.1")))
        own.append(QStringLiteral("http/1.1"));
    if (wanted != own)
        draft.note(ExportNote::AlpnFixed, own);
    if (draft.profile().tls.requiresAlpn)
        draft.note(ExportNote::AlpnNotRequired);
    QStringList lines{QStringLiteral("Protocols ") + own.join(u' '), QStringLiteral("ProtocolsHonorOrder on")};
    if (own.contains(QStringLiteral("h2")))
        lines.prepend(QStringLiteral("# a2enmod http2"));
    return lines;
}

QStringList timeLines(ExportDraft &draft)
{
    const ServerLimits &limits = draft.profile().limits;
    draft.note(ExportNote::MostConnections,
               {QString::number(limits.maxConnections), QStringLiteral("MaxRequestWorkers")});
    return {
        QStringLiteral("RequestReadTimeout handshake=%1")
            .arg(QString::number(wholeSeconds(draft, limits.handshakeTimeout))),
        QStringLiteral("KeepAliveTimeout %1ms").arg(QString::number(finiteTime(draft, limits.idleTimeout).count()))};
}

/// ServerName takes no "*": a name that nobody asks for stands in where there are only such.
QStringList nameLines(const QStringList &names, int number)
{
    QStringList aliases = names;
    const auto plain = std::ranges::find_if(aliases, [](const QString &name) { return !name.startsWith(u'*'); });
    QString name = QStringLiteral("certificate-%1.invalid").arg(QString::number(number));
    if (plain != aliases.end()) {
        name = *plain;
        aliases.erase(plain);
    }
    QStringList lines{QStringLiteral("ServerName ") + name};
    if (!aliases.isEmpty())
        lines.append(QStringLiteral("ServerAlias ") + aliases.join(u' '));
    return lines;
}

void writeHost(ExportDraft &draft, const QString &endpoint, const QStringList &lines)
{
    draft.line(QStringLiteral("<VirtualHost %1>").arg(endpoint));
    for (const QString &line : lines)
        draft.line(QStringLiteral("    ") + line);
    draft.line(QStringLiteral("</VirtualHost>"));
}

} // namespace

ProductionConfig apacheConfig(ExportDraft &draft)
{
    draft.setQuoting(apacheQuoted);
    const ExportedAddress address = exportedAddress(draft, portNumber(draft));
    if (draft.profile().addressUse == AddressUse::Shared)
        draft.note(ExportNote::AddressNotShared);
    if (draft.profile().refusesOtherNames)
        draft.note(ExportNote::OtherNamesServed);
    noteReply(draft, ExportNote::ReplyElsewhere);
    const QStringList common =
        listLines(draft) + sessionLines(draft) + clientLines(draft) + protocolNameLines(draft) + timeLines(draft);
    int number = 1;
    QStringList main = nameLines(mainNames(draft), number);
    main +=
        {QStringLiteral("SSLEngine on"), QStringLiteral("# chain: %1").arg(chainComment(draft.profile().tls.chain))};
    main += identityLines(draft, draft.files().certificate, number);
    for (const ExportedIdentity &identity : draft.files().furtherCertificates)
        main += identityLines(draft, identity, ++number);
    draft.line(QStringLiteral("Listen %1 https").arg(address.endpoint));
    writeHost(draft, address.endpoint, main + common);
    const std::vector<ExportedName> named = namedCertificates(draft);
    noteDeepWildcards(draft, named);
    for (const ExportedName &certificate : named) {
        ++number;
        writeHost(draft, address.endpoint,
                  nameLines(certificate.names, number) + QStringList{QStringLiteral("SSLEngine on")}
                      + identityLines(draft, *certificate.identity, number) + common);
    }
    return draft.asConfiguration(QStringLiteral("Apache 2.4: /etc/apache2/sites-available, a2enmod ssl reqtimeout"));
}

} // namespace sealport
