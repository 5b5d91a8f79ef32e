#include "ui/algorithm_rows.h"

#include "model/text/algorithm_list_text.h"
#include "model/tls/available_algorithms.h"

#include <QCoreApplication>
#include <QStringBuilder>
#include <QStringList>

#include <utility>

namespace sealport {
namespace {

constexpr int usualLevel = 2; ///< 112 bits: what an algorithm of today has at least

QString tooFewBits()
{
    return QCoreApplication::translate("AlgorithmRow", "It has fewer than 112 bits of security.");
}

/// From the oldest to the newest: what an algorithm can do has no holes.
QString spanOf(ProtocolSet protocols)
{
    const QStringList labels = protocolLabels(protocols);
    return labels.size() < 2 ? labels.join(QString()) : labels.front() % QStringLiteral(" – ") % labels.back();
}

QString remarkOf(QString weakness, ProtocolSet protocols, int highestLevel, const ListUse &use)
{
    QStringList remarks;
    if (!weakness.isEmpty())
        remarks.append(std::move(weakness));
    const ProtocolSet common = protocols.without(protocols.without(use.protocols));
    if (common.isEmpty())
        remarks.append(QCoreApplication::translate("AlgorithmRow", "For no protocol that is ticked."));
    else if (highestLevel < use.securityLevel)
        remarks.append(
            QCoreApplication::translate("AlgorithmRow", "Security level %1 forbids it.").arg(use.securityLevel));
    return remarks.join(u' ');
}

QString propertiesOf(const AvailableSuite &suite)
{
    QStringList properties;
    if (suite.isForwardSecret)
        properties.append(QCoreApplication::translate("AlgorithmRow", "forward secret"));
    if (suite.needsSharedSecret)
        properties.append(QCoreApplication::translate("AlgorithmRow", "shared secret"));
    if (suite.isAead)
        properties.append(QStringLiteral("AEAD"));
    return properties.join(QStringLiteral(", "));
}

std::vector<AlgorithmRow> suiteRows(bool isOfTls13, const ListUse &use, bool hasSharedSecrets)
{
    std::vector<AlgorithmRow> rows;
    for (const AvailableSuite &suite : availableSuites()) {
        if (suite.protocols.contains(Protocol::Tls1_3) != isOfTls13 || (suite.needsSharedSecret && !hasSharedSecrets))
            continue;
        rows.push_back({.name = suite.name,
                        .otherNames = suite.ianaName == suite.name ? QString() : suite.ianaName,
                        .protocols = spanOf(suite.protocols),
                        .properties = propertiesOf(suite),
                        .remark = remarkOf(describe(suite.weakness), suite.protocols, suite.highestLevel, use),
                        .isWeak = suite.weakness != SuiteWeakness::None});
    }
    return rows;
}

std::vector<AlgorithmRow> groupRows(const ListUse &use)
{
    std::vector<AlgorithmRow> rows;
    for (const AvailableGroup &group : availableGroups()) {
        const bool isWeak = group.highestLevel < usualLevel;
        rows.push_back({.name = group.name,
                        .otherNames = group.spellings.mid(1).join(QStringLiteral(", ")),
                        .protocols = spanOf(group.protocols),
                        .properties = {},
                        .remark = remarkOf(isWeak ? tooFewBits() : QString(), group.protocols, group.highestLevel, use),
                        .isWeak = isWeak});
    }
    return rows;
}

std::vector<AlgorithmRow> signatureRows(const ListUse &use)
{
    std::vector<AlgorithmRow> rows;
    for (const AvailableSignatureAlgorithm &algorithm : availableSignatureAlgorithms()) {
        const bool isWeak = algorithm.highestLevel < usualLevel;
        QString weakness = isWeak ? tooFewBits() : QString();
        if (isWeak && algorithm.name.contains(QLatin1String("SHA1"), Qt::CaseInsensitive))
            weakness = QCoreApplication::translate("AlgorithmRow", "SHA-1 is broken.");
        rows.push_back({.name = algorithm.name,
                        .otherNames = algorithm.spellings.mid(1).join(QStringLiteral(", ")),
                        .protocols = spanOf(algorithm.protocols),
                        .properties = QCoreApplication::translate("AlgorithmRow", "%1 key").arg(algorithm.keyType),
                        .remark = remarkOf(weakness, algorithm.protocols, algorithm.highestLevel, use),
                        .isWeak = isWeak});
    }
    return rows;
}

} // namespace

std::vector<AlgorithmRow> algorithmRows(AlgorithmList list, const ListUse &use, bool hasSharedSecrets)
{
    switch (list) {
    case AlgorithmList::Ciphers:
        return suiteRows(false, use, hasSharedSecrets);
    case AlgorithmList::CipherSuites:
        return suiteRows(true, use, hasSharedSecrets);
    case AlgorithmList::Groups:
        return groupRows(use);
    case AlgorithmList::SignatureAlgorithms:
        return signatureRows(use);
    }
    Q_UNREACHABLE();
}

} // namespace sealport
