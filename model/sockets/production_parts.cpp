#include "model/sockets/production_parts.h"

#include "model/tls/available_algorithms.h"
#include "model/tls/context_settings.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>
#include <ranges>
#include <span>

namespace sealport {

namespace {

using namespace std::chrono_literals;

constexpr auto endless = std::chrono::milliseconds(24h);

/// A host name, or one with "*" for its first label.
bool isServerName(const QString &name)
{
    static const QRegularExpression form(
        QRegularExpression::anchoredPattern(QStringLiteral("(\\*\\.)?[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?"
                                                           "(\\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*")));
    return name.size() <= 253 && form.match(name).hasMatch();
}

bool isScopeId(const QString &scope)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9._-]*")));
    return form.match(scope).hasMatch();
}

template <class Known>
QStringList namesOf(const std::vector<std::uint16_t> &numbers, const std::vector<Known> &known)
{
    QStringList names;
    for (const std::uint16_t number : numbers) {
        const auto found = std::ranges::find(known, number, &Known::number);
        if (found != known.end())
            names.append(found->name);
    }
    return names;
}

/// A list of which nothing would be left stays as it was typed, in the characters that such lists have.
QString orAsTyped(const QStringList &names, const QString &typed)
{
    if (!names.isEmpty())
        return names.join(u':');
    static const QRegularExpression unfit(QStringLiteral("[^A-Za-z0-9:+!@=._-]"));
    return typed.simplified().replace(u' ', u':').remove(unfit);
}

} // namespace

ExportedAddress exportedAddress(ExportDraft &draft, quint16 port, ScopeIds scopes)
{
    const QString typed = draft.profile().address.trimmed();
    const QHostAddress address(typed);
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    const bool isFit = address.isNull()
                           ? isServerName(typed) && !typed.startsWith(u'*')
                           : address.scopeId().isEmpty() || (scopes == ScopeIds::Known && isScopeId(address.scopeId()));
    ExportedAddress result{.host = address.isNull() ? typed : address.toString(), .endpoint = {}, .isIpv6 = isIpv6};
    if (!isFit) {
        draft.refuse("address", typed);
        result = {.host = QStringLiteral("127.0.0.1"), .endpoint = {}, .isIpv6 = false};
    }
    const QString host = result.isIpv6 ? QString(u'[' + result.host + u']') : result.host;
    result.endpoint = host + u':' + QString::number(port);
    return result;
}

quint16 portNumber(ExportDraft &draft)
{
    if (draft.profile().port != 0)
        return draft.profile().port;
    const quint16 usual = ServerProfile().port;
    draft.note(ExportNote::PortChosen, {QString::number(usual)});
    return usual;
}

void keepNewestRange(ExportDraft &draft)
{
    ProtocolSet below;
    bool hasBegun = false;
    bool hasHole = false;
    const std::span all(allProtocols);
    for (const Protocol protocol : all | std::views::reverse) {
        const bool isTicked = draft.profile().protocols.contains(protocol);
        hasHole = hasHole || (hasBegun && !isTicked);
        hasBegun = hasBegun || isTicked;
        if (isTicked && hasHole)
            below.insert(protocol);
    }
    if (below.isEmpty())
        return;
    draft.note(ExportNote::ProtocolsWithHole, protocolLabels(below));
    draft.withoutProtocols(below);
}

QStringList fitNames(ExportDraft &draft, const QStringList &names)
{
    QStringList fit;
    for (const QString &name : names) {
        if (isServerName(name))
            fit.append(name);
        else
            draft.refuse("serverName", name);
    }
    fit.removeDuplicates();
    return fit;
}

QStringList mainNames(ExportDraft &draft)
{
    return fitNames(draft, draft.files().certificate.names);
}

std::vector<ExportedName> namedCertificates(ExportDraft &draft)
{
    std::vector<ExportedName> named;
    for (std::size_t at = 0; at < draft.profile().namedCertificates.size(); ++at) {
        const ExportedIdentity &identity = draft.files().namedCertificates.at(at);
        const QStringList &given = draft.profile().namedCertificates.at(at).names;
        const QStringList names = fitNames(draft, given.isEmpty() ? identity.names : given);
        if (names.isEmpty())
            draft.note(ExportNote::NamesUnknown, {identity.certificate});
        else
            named.push_back({.names = names, .identity = &identity});
    }
    return named;
}

void noteDeepWildcards(ExportDraft &draft, const std::vector<ExportedName> &named)
{
    QStringList wildcards;
    for (const ExportedName &certificate : named)
        wildcards += certificate.names.filter(QStringLiteral("*"));
    if (!wildcards.isEmpty())
        draft.note(ExportNote::WildcardIsDeeper, wildcards);
}

std::vector<const ExportedIdentity *> allIdentities(const ExportDraft &draft)
{
    std::vector<const ExportedIdentity *> all{&draft.files().certificate};
    for (const ExportedIdentity &identity : draft.files().furtherCertificates)
        all.push_back(&identity);
    for (const ExportedIdentity &identity : draft.files().namedCertificates)
        all.push_back(&identity);
    return all;
}

void noteGrowingChain(ExportDraft &draft)
{
    const auto hasNoChain = [](const ExportedIdentity *identity) {
        return identity->chain.isEmpty() && !identity->holdsChain;
    };
    const bool hasAuthorities = draft.profile().tls.clientCertificates != ClientCertificateMode::DoNotAsk
                                && !clientAuthorities(draft).isEmpty();
    if (hasAuthorities && std::ranges::any_of(allIdentities(draft), hasNoChain))
        draft.note(ExportNote::ChainMayGrow);
}

void noteProtectedKeys(ExportDraft &draft)
{
    for (const ExportedIdentity *identity : allIdentities(draft))
        if (identity->isKeyProtected)
            draft.note(ExportNote::KeyNeedsPassphrase,
                       {identity->key.isEmpty() ? identity->certificate : identity->key});
}

QString chainComment(ChainForm form)
{
    switch (form) {
    case ChainForm::Automatic:
        return QStringLiteral("automatic");
    case ChainForm::Exact:
        return QStringLiteral("exact");
    case ChainForm::WithRoot:
        return QStringLiteral("with-root");
    case ChainForm::LeafOnly:
        return QStringLiteral("leaf-only");
    case ChainForm::Reversed:
        return QStringLiteral("reversed");
    }
    Q_UNREACHABLE();
}

QString clientAuthorities(const ExportDraft &draft)
{
    const QString &given = draft.files().clientAuthorities;
    return given.isEmpty() ? draft.profile().tls.clientAuthorities.trimmed() : given;
}

bool verifiesClients(const ExportDraft &draft)
{
    const ClientCertificateMode mode = draft.profile().tls.clientCertificates;
    return mode == ClientCertificateMode::Ask || mode == ClientCertificateMode::Require;
}

std::chrono::milliseconds finiteTime(ExportDraft &draft, std::chrono::milliseconds time)
{
    if (time > 0ms)
        return time;
    draft.note(ExportNote::EndlessIsLong, {QString::number(endless.count())});
    return endless;
}

qint64 wholeSeconds(ExportDraft &draft, std::chrono::milliseconds time)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(time);
    if (seconds != time)
        draft.note(ExportNote::TimeRounded, {QString::number(seconds.count())});
    return seconds.count();
}

void noteReply(ExportDraft &draft, ExportNote code)
{
    const ReplySpec &reply = draft.profile().reply;
    const auto modeWord = [&reply] {
        switch (reply.mode) {
        case ReplyMode::Echo:
            return QStringLiteral("echo");
        case ReplyMode::Discard:
            return QStringLiteral("discard");
        case ReplyMode::Text:
            return QStringLiteral("text");
        case ReplyMode::Http:
            return QStringLiteral("http");
        case ReplyMode::File:
            return QStringLiteral("file");
        case ReplyMode::Dialogue:
            return QStringLiteral("dialogue");
        case ReplyMode::ByHand:
            return QStringLiteral("by-hand");
        case ReplyMode::Protocol:
            return QStringLiteral("protocol");
        }
        Q_UNREACHABLE();
    };
    QStringList values{modeWord()};
    if (const QString &said = reply.mode == ReplyMode::File ? reply.path : reply.text; !said.isEmpty())
        values.append(shownValue(said));
    draft.note(code, values);
}

QStringList suiteNames(const std::vector<std::uint16_t> &numbers)
{
    return namesOf(numbers, availableSuites());
}

QStringList groupNames(const std::vector<std::uint16_t> &numbers)
{
    QStringList names;
    for (const std::uint16_t number : numbers) {
        const auto group = std::ranges::find(availableGroups(), number, &AvailableGroup::number);
        if (group == availableGroups().end())
            continue;
        // OpenSSL before 3.0 knows "P-256" and not "secp256r1"
        const QStringList older = group->spellings.filter(QStringLiteral("P-"));
        names.append(older.isEmpty() ? group->name : older.front());
    }
    return names;
}

QStringList signatureNames(const std::vector<std::uint16_t> &numbers)
{
    return namesOf(numbers, availableSignatureAlgorithms());
}

OpenSslLists openSslLists(const ExportDraft &draft)
{
    const ExpandedAlgorithms &lists = draft.algorithms();
    TlsPolicy policy;
    policy.protocols = draft.profile().protocols;
    policy.algorithms = draft.profile().tls.algorithms;
    const AlgorithmChoice typed = effectiveAlgorithms(policy);
    return {.ciphers =
                QStringLiteral("%1:@SECLEVEL=%2")
                    .arg(orAsTyped(suiteNames(lists.ciphers), typed.ciphers), QString::number(lists.securityLevel)),
            .cipherSuites = orAsTyped(suiteNames(lists.cipherSuites), typed.cipherSuites),
            .groups = orAsTyped(groupNames(lists.groups), typed.groups),
            .signatureAlgorithms = orAsTyped(signatureNames(lists.signatureAlgorithms), typed.signatureAlgorithms)};
}

QStringList openSslProtocols(ProtocolSet protocols)
{
    QStringList words;
    for (const Protocol protocol : protocols.toVector())
        words.append(protocol == Protocol::Tls1_0 ? QStringLiteral("TLSv1") : protocolName(protocol));
    return words;
}

int dheBits(const ExportDraft &draft)
{
    const auto isDhe = [](std::uint16_t number) {
        const auto suite = std::ranges::find(availableSuites(), number, &AvailableSuite::number);
        return suite != availableSuites().end() && suite->keyExchange == u"DHE";
    };
    const ProtocolSet older = draft.profile().protocols.without({Protocol::Tls1_3});
    if (older.isEmpty() || std::ranges::none_of(draft.algorithms().ciphers, isDhe))
        return 0;
    constexpr int bitsOfLevel[] = {2048, 2048, 2048, 3072, 8192, 0}; // SSL_CTX_set_security_level(3)
    return bitsOfLevel[std::clamp(draft.algorithms().securityLevel, 0, highestSecurityLevel)];
}

QString dhParametersFile(const ExportDraft &draft)
{
    const QString setting = draft.profile().tls.dhParameters.trimmed();
    return setting == u"none" || draft.algorithms().ciphers.empty() ? QString() : setting;
}

QString ocspFile(const ExportDraft &draft)
{
    const QString setting = draft.profile().tls.ocsp.trimmed();
    return setting == u"made" ? QString() : setting;
}

} // namespace sealport
