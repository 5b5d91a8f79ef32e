#include "model/tls/algorithm_lists.h"
#include "model/tls/available_algorithms.h"
#include "model/tls/list_findings.h"
#include "model/tls/registry_tables.h"
#include "model/tls/scratch_context.h"

#include <openssl/err.h>

#include <algorithm>
#include <span>

namespace sealport {

namespace {

using Kind = ListFinding::Kind;
using Numbers = std::vector<std::uint16_t>;

/// What groups and signature algorithms have in common.
struct NamedAlgorithm {
    std::uint16_t number = 0;
    QString name{};
    QStringList spellings{};
    ProtocolSet protocols{};
    int highestLevel = 0;
};

/// One of the two kinds of lists in which OpenSSL takes every element or nothing at all.
struct NamedList {
    AlgorithmList list{};
    int (*set)(SSL_CTX &context, const char *names){};
    Numbers (*numbersOf)(QStringView list, int securityLevel){};
    std::vector<NamedAlgorithm> algorithms{};
    QStringList names{};
    std::span<const RegistryEntry> registry{};
};

int setGroups(SSL_CTX &context, const char *names)
{
    return static_cast<int>(SSL_CTX_set1_groups_list(&context, names));
}

int setSignatures(SSL_CTX &context, const char *names)
{
    return static_cast<int>(SSL_CTX_set1_sigalgs_list(&context, names));
}

NamedList named(AlgorithmList list, const auto &available)
{
    NamedList result{.list = list};
    for (const auto &algorithm : available) {
        result.algorithms.push_back(
            {algorithm.number, algorithm.name, algorithm.spellings, algorithm.protocols, algorithm.highestLevel});
        result.names += algorithm.spellings;
    }
    return result;
}

NamedList groupList()
{
    NamedList list = named(AlgorithmList::Groups, availableGroups());
    list.set = setGroups;
    list.numbersOf = groupNumbersOf;
    list.registry = groupTable();
    return list;
}

NamedList signatureList()
{
    NamedList list = named(AlgorithmList::SignatureAlgorithms, availableSignatureAlgorithms());
    list.set = setSignatures;
    list.numbersOf = signatureNumbersOf;
    list.registry = signatureAlgorithmTable();
    return list;
}

bool isAskable(QStringView list)
{
    return !list.isEmpty() && list.size() <= longestAlgorithmList
           && std::ranges::all_of(list, [](QChar character) { return character >= u' ' && character <= u'~'; });
}

/// OpenSSL offers to TLS 1.3 nothing when no group of the list is of TLS 1.3: then what it offers to TLS 1.2 counts.
std::optional<ClientHello> helloWith(int (*set)(SSL_CTX &, const char *), QStringView list, int securityLevel)
{
    const SslContextPtr context = isAskable(list) ? scratchContext() : SslContextPtr();
    const bool isTaken = context && set(*context, list.toLatin1().constData()) == 1;
    ERR_clear_error();
    if (!isTaken)
        return std::nullopt;
    auto hello = helloOf(*context, securityLevel);
    return hello ? hello : helloOf(*context, securityLevel, TLS1_2_VERSION);
}

class NamedListCheck {
public:
    NamedListCheck(NamedList list, QStringView text)
        : m_of(std::move(list))
        , m_text(text)
        , m_findings(m_of.list, text)
        , m_context(scratchContext())
    {
    }

    std::vector<ListFinding> run(const ListUse &use)
    {
        if (m_text.isEmpty() || m_findings.refusesText())
            return m_findings.take();
        const auto elements = splitAtColons(m_text);
        if (takes(m_text)) {
            for (const ListElement &element : elements)
                checkLevel(element, use.securityLevel);
            checkWhole(use);
            return m_findings.take();
        }
        for (const ListElement &element : elements)
            explain(element);
        if (!m_findings.hasError())
            m_findings.addError(Kind::RefusedByOpenSsl);
        return m_findings.take();
    }

private:
    [[nodiscard]] bool takes(QStringView list) const
    {
        const bool isTaken = m_context && m_of.set(*m_context, list.toLatin1().constData()) == 1;
        ERR_clear_error();
        return isTaken;
    }

    [[nodiscard]] const NamedAlgorithm *algorithmOf(std::uint16_t number) const
    {
        const auto found = std::ranges::find(m_of.algorithms, number, &NamedAlgorithm::number);
        return found != m_of.algorithms.end() ? &*found : nullptr;
    }

    /// OpenSSL takes more spellings than it documents ("SHA256+RSA"): those it is asked about.
    [[nodiscard]] const NamedAlgorithm *algorithmSpelled(QStringView name) const
    {
        const auto found = std::ranges::find_if(
            m_of.algorithms, [name](const NamedAlgorithm &known) { return known.spellings.contains(name); });
        if (found != m_of.algorithms.end())
            return &*found;
        const Numbers numbers = m_of.numbersOf(name, 0);
        return numbers.size() == 1 ? algorithmOf(numbers.front()) : nullptr;
    }

    void explain(const ListElement &element);
    void checkLevel(const ListElement &element, int level);
    void checkWhole(const ListUse &use);

    NamedList m_of;
    QStringView m_text;
    FindingCollector m_findings;
    SslContextPtr m_context;
    QStringList m_taken; ///< before the element, as a list
};

/// Why OpenSSL refuses the list: the first time with which an element is wrong, unknown or the same as one before it.
void NamedListCheck::explain(const ListElement &element)
{
    const auto note = [&](Kind kind, const QString &suggestion = {}) {
        m_findings.addError(kind, element.position, element.text.size()).suggestion = suggestion;
    };
    const auto nearest = [&] { return m_findings.isFull() ? QString() : nearestName(element.text, m_of.names); };
    const auto registered = std::ranges::find_if(
        m_of.registry, [&](const RegistryEntry &entry) { return element.text == QLatin1String(entry.name); });
    if (element.text.isEmpty())
        return note(Kind::Incomplete);
    if (takes(element.text)) {
        const QStringList longer = m_taken + QStringList{element.text.toString()};
        if (takes(longer.join(u':')))
            m_taken = longer;
        else
            note(Kind::AlreadyThere);
    } else if (const QString colons = withColons(element.text); !colons.isEmpty()) {
        note(Kind::WrongSeparator, colons);
    } else if (registered == m_of.registry.end()) {
        note(Kind::UnknownName, nearest());
    } else if (const NamedAlgorithm *algorithm = algorithmOf(registered->value)) {
        note(Kind::IanaName, algorithm->name);
    } else {
        note(Kind::NotAvailable, nearest());
    }
}

void NamedListCheck::checkLevel(const ListElement &element, int level)
{
    if (level == 0 || m_findings.isFull())
        return;
    const NamedAlgorithm *algorithm = algorithmSpelled(element.text);
    if (algorithm != nullptr && algorithm->highestLevel < level)
        m_findings.addNotice(Kind::LevelForbids, element.position, element.text.size()).level = level;
}

/// In TLS 1.2 there are RSA key exchange and DHE without a group of the list. TLS 1.3 needs one, and a signature, and a
/// server that has it ticked takes no client back to TLS 1.2: all that offer TLS 1.3 would be refused.
void NamedListCheck::checkWhole(const ListUse &use)
{
    if (!use.protocols.contains(Protocol::Tls1_3))
        return;
    const auto servesAt = [&](int level) {
        return std::ranges::any_of(m_of.numbersOf(m_text, level), [this](std::uint16_t number) {
            const NamedAlgorithm *algorithm = algorithmOf(number);
            return algorithm == nullptr || algorithm->protocols.contains(Protocol::Tls1_3);
        });
    };
    if (servesAt(use.securityLevel))
        return;
    ListFinding &finding = m_findings.addError(servesAt(0) ? Kind::LevelLeavesNothing : Kind::NothingForProtocols);
    finding.level = use.securityLevel;
    finding.protocols = {Protocol::Tls1_3};
}

} // namespace

std::vector<ListFinding> checkGroups(QStringView list, const ListUse &use)
{
    return NamedListCheck(groupList(), list).run(use);
}

std::vector<ListFinding> checkSignatureAlgorithms(QStringView list, const ListUse &use)
{
    return NamedListCheck(signatureList(), list).run(use);
}

std::vector<std::uint16_t> groupNumbersOf(QStringView list, int securityLevel)
{
    const auto hello = helloWith(setGroups, list, securityLevel);
    return hello ? hello->groups : Numbers();
}

std::vector<std::uint16_t> signatureNumbersOf(QStringView list, int securityLevel)
{
    const auto hello = helloWith(setSignatures, list, securityLevel);
    return hello ? hello->signatureAlgorithms : Numbers();
}

} // namespace sealport
