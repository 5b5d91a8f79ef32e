#include "model/tls/list_meaning.h"

#include "model/tls/available_algorithms.h"
#include "model/tls/context_settings.h"
#include "model/tls/scratch_context.h"

#include <openssl/err.h>

#include <algorithm>

namespace sealport {

namespace {

QString &referenceTo(AlgorithmList list, AlgorithmChoice &algorithms)
{
    switch (list) {
    case AlgorithmList::Ciphers:
        return algorithms.ciphers;
    case AlgorithmList::CipherSuites:
        return algorithms.cipherSuites;
    case AlgorithmList::Groups:
        return algorithms.groups;
    case AlgorithmList::SignatureAlgorithms:
        return algorithms.signatureAlgorithms;
    }
    Q_UNREACHABLE();
}

QStringList namesOf(const std::vector<std::uint16_t> &numbers, const auto &available)
{
    QStringList names;
    for (const std::uint16_t number : numbers)
        for (const auto &algorithm : available)
            if (algorithm.number == number)
                names.append(algorithm.name);
    return names;
}

/// As a client would offer them, which has no shared secret either.
QStringList suitesMeant(int (*set)(SSL_CTX *, const char *), const QString &text, bool isOfTls13)
{
    const SslContextPtr context = text.size() > longestAlgorithmList ? SslContextPtr() : scratchContext();
    const bool isTaken = context && set(context.get(), text.toLatin1().constData()) == 1;
    ERR_clear_error();
    const auto hello = isTaken ? helloOf(*context, 0) : std::nullopt;
    if (!hello)
        return {};
    std::vector<AvailableSuite> suites;
    std::ranges::copy_if(availableSuites(), std::back_inserter(suites), [isOfTls13](const AvailableSuite &suite) {
        return suite.protocols.contains(Protocol::Tls1_3) == isOfTls13;
    });
    return namesOf(hello->cipherSuites, suites);
}

} // namespace

QString textOf(AlgorithmList list, const AlgorithmChoice &algorithms)
{
    AlgorithmChoice copy = algorithms;
    return referenceTo(list, copy);
}

void setTextOf(AlgorithmList list, AlgorithmChoice &algorithms, const QString &text)
{
    referenceTo(list, algorithms) = text;
}

int securityLevelOf(ProtocolSet protocols, const AlgorithmChoice &algorithms)
{
    if (const auto commanded = securityLevelIn(algorithms.ciphers))
        return *commanded;
    return algorithms.securityLevel.value_or(securityLevelFor(protocols));
}

std::vector<ListFinding> findingsOf(AlgorithmList list, ProtocolSet protocols, const AlgorithmChoice &algorithms)
{
    const ListUse use{.protocols = protocols, .securityLevel = securityLevelOf(protocols, algorithms)};
    switch (list) {
    case AlgorithmList::Ciphers:
        return checkCiphers(algorithms.ciphers, use);
    case AlgorithmList::CipherSuites:
        return checkCipherSuites(algorithms.cipherSuites, use);
    case AlgorithmList::Groups:
        return checkGroups(algorithms.groups, use);
    case AlgorithmList::SignatureAlgorithms:
        return checkSignatureAlgorithms(algorithms.signatureAlgorithms, use);
    }
    Q_UNREACHABLE();
}

std::optional<QString> corrected(const QString &list, const ListFinding &finding)
{
    const bool isForOtherList = finding.kind == ListFinding::Kind::OlderSuite;
    const bool fits = finding.position >= 0 && finding.position + finding.length <= list.size();
    if (finding.suggestion.isEmpty() || isForOtherList || !fits)
        return std::nullopt;
    QString text = list;
    return text.replace(finding.position, finding.length, finding.suggestion);
}

QStringList namesMeant(AlgorithmList list, ProtocolSet protocols, const AlgorithmChoice &algorithms)
{
    const QString text = textOf(list, effectiveAlgorithms({.protocols = protocols, .algorithms = algorithms}));
    switch (list) {
    case AlgorithmList::Ciphers:
        return suitesMeant(SSL_CTX_set_cipher_list, text, false);
    case AlgorithmList::CipherSuites:
        return suitesMeant(SSL_CTX_set_ciphersuites, text, true);
    case AlgorithmList::Groups:
        return namesOf(groupNumbersOf(text), availableGroups());
    case AlgorithmList::SignatureAlgorithms:
        return namesOf(signatureNumbersOf(text), availableSignatureAlgorithms());
    }
    Q_UNREACHABLE();
}

} // namespace sealport
