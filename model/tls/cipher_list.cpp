#include "model/tls/algorithm_lists.h"
#include "model/tls/available_algorithms.h"
#include "model/tls/cipher_list_reader.h"
#include "model/tls/cipher_names.h"
#include "model/tls/list_findings.h"

#include <openssl/ssl.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace sealport {

namespace {

using Kind = ListFinding::Kind;
using Rule = CipherElement::Rule;
using Suites = std::vector<std::uint16_t>; ///< ascending

/// Those that a server without a shared secret could use.
Suites withoutSecrets(const auto &suites)
{
    Suites rest;
    for (const AvailableSuite &suite : availableSuites())
        if (!suite.needsSharedSecret && std::ranges::find(suites, suite.number) != suites.end())
            rest.push_back(suite.number);
    std::ranges::sort(rest);
    return rest;
}

bool haveCommon(const Suites &suites, const Suites &others)
{
    return std::ranges::any_of(others,
                               [&suites](std::uint16_t number) { return std::ranges::binary_search(suites, number); });
}

/// What the elements make of one another.
class Selection {
public:
    enum class Effect { Adds, AddsNothing, IsExcluded };

    Effect add(const Suites &suites)
    {
        const auto isExcluded = [this](std::uint16_t number) { return m_excluded.contains(number); };
        if (std::ranges::all_of(suites, isExcluded))
            return Effect::IsExcluded;
        const std::size_t before = m_active.size();
        std::ranges::remove_copy_if(suites, std::inserter(m_active, m_active.end()), isExcluded);
        return m_active.size() > before ? Effect::Adds : Effect::AddsNothing;
    }
    void take(const CipherElement &element, const Suites &suites)
    {
        if (element.rule != Rule::TakeAway && element.rule != Rule::Exclude)
            return;
        for (const std::uint16_t number : suites)
            m_active.erase(number);
        if (element.rule == Rule::Exclude)
            m_excluded.insert(suites.begin(), suites.end());
    }
    [[nodiscard]] const std::set<std::uint16_t> &active() const { return m_active; }

private:
    std::set<std::uint16_t> m_active;
    std::set<std::uint16_t> m_excluded; ///< for good
};

class CipherListCheck {
public:
    explicit CipherListCheck(QStringView list)
        : m_list(list)
        , m_findings(AlgorithmList::Ciphers, list)
    {
    }

    std::vector<ListFinding> run(const ListUse &use);

private:
    struct Added {
        qsizetype position;
        qsizetype length;
        Suites suites;
    };

    void examine(const CipherElement &element);
    void examineSelecting(const CipherElement &element);
    void explainNothing(const CipherElement &element);
    void explainName(const CipherElement &element, QStringView name);
    void startWithDefault();
    void noteSuiteB(const CipherElement &element);
    void add(const CipherElement &element, const Suites &suites);
    void checkLevel(int level);
    void checkProtocols(const ListUse &use, int level);
    void noteRefusal();

    QStringView m_list;
    FindingCollector m_findings;
    CipherSelector m_selector;
    Selection m_selection;
    std::vector<Added> m_added;
    std::optional<int> m_level;
    bool m_addsAnything = false; ///< or tries to
};

std::vector<ListFinding> CipherListCheck::run(const ListUse &use)
{
    if (m_list.isEmpty() || m_findings.refusesText())
        return m_findings.take();
    for (const CipherElement &element : readCipherList(m_list, m_selector))
        examine(element);
    const int level = m_level.value_or(use.securityLevel);
    if (!use.protocols.without({Protocol::Tls1_3}).isEmpty())
        checkLevel(level);
    if (m_findings.hasError())
        return m_findings.take();
    if (m_selector.takes(m_list))
        checkProtocols(use, level);
    else
        noteRefusal();
    return m_findings.take();
}

void CipherListCheck::examine(const CipherElement &element)
{
    switch (element.rule) {
    case Rule::StartWithDefault:
        return startWithDefault();
    case Rule::SuiteB:
        return noteSuiteB(element);
    case Rule::Add:
    case Rule::TakeAway:
    case Rule::Exclude:
    case Rule::MoveToEnd:
        return examineSelecting(element);
    case Rule::SortByStrength:
        return;
    case Rule::SetLevel:
        m_level = element.level; // the last one counts
        return;
    case Rule::UnknownCommand:
        m_findings.addError(Kind::UnknownCommand, element.position, element.length);
        return;
    case Rule::Incomplete:
        m_findings.addError(Kind::Incomplete, element.position, element.length);
        return;
    case Rule::IllegalCharacter:
        m_findings.addError(Kind::IllegalCharacter, element.position, element.length);
        return;
    }
}

/// DEFAULT excludes for good what it leaves out, so that "DEFAULT:eNULL" is just DEFAULT.
void CipherListCheck::startWithDefault()
{
    m_addsAnything = true;
    const QString meant = QString::fromLatin1(OSSL_default_cipher_list());
    for (const CipherElement &element : readCipherList(meant, m_selector)) {
        const Suites suites = m_selector.suitesOf(element.body);
        if (element.rule == Rule::Add)
            m_selection.add(suites);
        else
            m_selection.take(element, suites);
    }
}

void CipherListCheck::noteSuiteB(const CipherElement &element)
{
    const bool isStrong = m_list.startsWith(u"SUITEB192");
    m_findings.addError(Kind::OverridesOthers, element.position, element.length).suggestion =
        isStrong ? QStringLiteral("ECDHE-ECDSA-AES256-GCM-SHA384")
                 : QStringLiteral("ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384");
}

void CipherListCheck::examineSelecting(const CipherElement &element)
{
    m_addsAnything = m_addsAnything || element.rule == Rule::Add;
    const Suites suites = m_selector.suitesOf(element.body);
    if (suites.empty())
        explainNothing(element);
    else if (element.rule == Rule::Add)
        add(element, suites);
    else
        m_selection.take(element, suites);
}

void CipherListCheck::explainNothing(const CipherElement &element)
{
    if (element.names.size() == 1)
        return explainName(element, element.names.front());
    for (const QStringView name : element.names)
        if (m_selector.suitesOf(name).empty())
            return explainName(element, name);
    if (element.rule == Rule::Add)
        m_findings.addNotice(Kind::EmptyCombination, element.position, element.length);
}

void CipherListCheck::explainName(const CipherElement &element, QStringView name)
{
    const auto note = [&](Kind kind, const QString &suggestion = {}) {
        m_findings.addNotice(kind, name.begin() - m_list.begin(), name.size()).suggestion = suggestion;
    };
    const auto nearest = [&] { return m_findings.isFull() ? QString() : nearestName(name, usableCipherNames()); };
    if (name == u"DEFAULT" || name.startsWith(u"SUITEB1"))
        note(Kind::NotAtBeginning);
    else if (isTls13Suite(name))
        note(Kind::Tls13Suite);
    else if (const QString older = olderSuiteNamed(name); !older.isEmpty())
        note(Kind::IanaName, older);
    else if (!isCipherName(name))
        note(Kind::UnknownName, nearest());
    else if (element.rule == Rule::Add) // to exclude what is not there anyway is but prudent
        note(Kind::NotAvailable, nearest());
}

void CipherListCheck::add(const CipherElement &element, const Suites &suites)
{
    const auto note = [&](Kind kind) { m_findings.addNotice(kind, element.position, element.length); };
    const Suites usable = withoutSecrets(suites);
    switch (m_selection.add(suites)) {
    case Selection::Effect::IsExcluded:
        return note(Kind::ExcludedBefore);
    case Selection::Effect::AddsNothing:
        return note(Kind::AlreadyThere);
    case Selection::Effect::Adds:
        if (usable.empty())
            return note(Kind::NeedsSharedSecret);
        m_added.push_back({element.position, element.length, usable});
        return;
    }
}

/// The level is known only at the end: wherever it stands, it is that of the whole list.
void CipherListCheck::checkLevel(int level)
{
    for (const Added &added : m_added) {
        const bool isForbidden = std::ranges::none_of(availableSuites(), [&](const AvailableSuite &suite) {
            return suite.highestLevel >= level && std::ranges::binary_search(added.suites, suite.number);
        });
        if (isForbidden)
            m_findings.addNotice(Kind::LevelForbids, added.position, added.length).level = level;
    }
}

void CipherListCheck::checkProtocols(const ListUse &use, int level)
{
    const Suites usable = withoutSecrets(m_selection.active());
    ProtocolSet without;
    bool isLevelToBlame = true;
    bool isAnyLeft = false;
    for (const Protocol protocol : use.protocols.toVector()) {
        if (protocol == Protocol::Tls1_3 || haveCommon(usable, suitesAllowed(protocol, level))) {
            isAnyLeft = true;
        } else if (availableProtocols().contains(protocol)) {
            without.insert(protocol);
            isLevelToBlame = isLevelToBlame && haveCommon(usable, suitesAllowed(protocol, 0));
        }
    }
    if (without.isEmpty())
        return;
    const Kind kind = isLevelToBlame ? Kind::LevelLeavesNothing : Kind::NothingForProtocols;
    ListFinding &finding = isAnyLeft ? m_findings.addNotice(kind) : m_findings.addError(kind);
    finding.level = level;
    finding.protocols = without;
}

void CipherListCheck::noteRefusal()
{
    if (!m_selection.active().empty()) {
        m_findings.addError(Kind::RefusedByOpenSsl);
        return;
    }
    ListFinding &finding = m_findings.addError(Kind::NothingLeft);
    if (!m_addsAnything && m_list.size() < longestAlgorithmList - 8)
        finding.suggestion = u"DEFAULT:" + m_list.toString();
}

} // namespace

std::vector<ListFinding> checkCiphers(QStringView list, const ListUse &use)
{
    return CipherListCheck(list).run(use);
}

std::optional<int> securityLevelIn(QStringView ciphers)
{
    if (ciphers.size() > longestAlgorithmList)
        return std::nullopt;
    std::optional<int> level;
    for (const CipherElement &element : readCipherList(ciphers, CipherSelector()))
        if (element.rule == Rule::SetLevel)
            level = element.level;
    return level;
}

} // namespace sealport
