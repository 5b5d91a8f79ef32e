#include "model/tls/algorithm_lists.h"
#include "model/tls/available_algorithms.h"
#include "model/tls/cipher_names.h"
#include "model/tls/list_findings.h"
#include "model/tls/scratch_context.h"

#include <openssl/err.h>

#include <algorithm>

namespace sealport {

namespace {

using Kind = ListFinding::Kind;

const AvailableSuite *suiteNamed(QStringView name)
{
    const auto suite =
        std::ranges::find_if(availableSuites(), [name](const AvailableSuite &known) { return name == known.name; });
    return suite != availableSuites().end() ? &*suite : nullptr;
}

bool isOfTls13(const AvailableSuite *suite)
{
    return suite != nullptr && suite->protocols.contains(Protocol::Tls1_3);
}

/// In the other list: under OpenSSL's name or IANA's.
QString olderSuite(QStringView name)
{
    const AvailableSuite *suite = suiteNamed(name);
    if (suite != nullptr && !isOfTls13(suite))
        return suite->name;
    return olderSuiteNamed(name);
}

QStringList namesOfTls13()
{
    QStringList names;
    for (const AvailableSuite &suite : availableSuites())
        if (isOfTls13(&suite))
            names.append(suite.name);
    return names;
}

class SuiteListCheck {
public:
    explicit SuiteListCheck(QStringView list)
        : m_list(list)
        , m_findings(AlgorithmList::CipherSuites, list)
    {
    }

    std::vector<ListFinding> run(const ListUse &use)
    {
        if (m_list.isEmpty() || m_findings.refusesText())
            return m_findings.take();
        for (const ListElement &element : splitAtColons(m_list))
            if (!element.text.isEmpty()) // OpenSSL does not mind
                examine(element, use);
        if (!m_findings.hasError())
            checkWhole(use);
        return m_findings.take();
    }

private:
    void examine(const ListElement &element, const ListUse &use)
    {
        const AvailableSuite *suite = suiteNamed(element.text);
        if (!isOfTls13(suite))
            return explain(element);
        m_isAnyAllowed = m_isAnyAllowed || suite->highestLevel >= use.securityLevel;
        if (std::ranges::find(m_suites, suite) != m_suites.end())
            m_findings.addNotice(Kind::AlreadyThere, element.position, element.text.size());
        else if (suite->highestLevel < use.securityLevel && use.protocols.contains(Protocol::Tls1_3))
            m_findings.addNotice(Kind::LevelForbids, element.position, element.text.size()).level = use.securityLevel;
        m_suites.push_back(suite);
    }

    /// OpenSSL takes a suite of TLS 1.2 without a word, and allows it to clients of TLS 1.2 past their own list; it
    /// passes over what has another separator. Neither is what anybody means.
    void explain(const ListElement &element)
    {
        const auto error = [&](Kind kind, const QString &suggestion) {
            m_findings.addError(kind, element.position, element.text.size()).suggestion = suggestion;
        };
        const auto notice = [&](Kind kind, const QString &suggestion) {
            m_findings.addNotice(kind, element.position, element.text.size()).suggestion = suggestion;
        };
        const auto nearest = [&] {
            return m_findings.isFull() ? QString() : nearestName(element.text, namesOfTls13());
        };
        if (const QString colons = withColons(element.text); !colons.isEmpty())
            error(Kind::WrongSeparator, colons);
        else if (const QString older = olderSuite(element.text); !older.isEmpty())
            error(Kind::OlderSuite, older);
        else if (isTls13Suite(element.text))
            notice(Kind::NotAvailable, nearest());
        else
            notice(Kind::UnknownName, nearest());
    }

    void checkWhole(const ListUse &use)
    {
        const SslContextPtr context = scratchContext();
        const bool isTaken = context && SSL_CTX_set_ciphersuites(context.get(), m_list.toLatin1().constData()) == 1;
        ERR_clear_error();
        if (m_suites.empty()) {
            m_findings.addError(Kind::NothingLeft);
        } else if (!isTaken) {
            m_findings.addError(Kind::RefusedByOpenSsl);
        } else if (!m_isAnyAllowed && use.protocols.contains(Protocol::Tls1_3)) {
            ListFinding &finding = m_findings.addError(Kind::LevelLeavesNothing);
            finding.level = use.securityLevel;
            finding.protocols = {Protocol::Tls1_3};
        }
    }

    QStringView m_list;
    FindingCollector m_findings;
    std::vector<const AvailableSuite *> m_suites;
    bool m_isAnyAllowed = false;
};

} // namespace

std::vector<ListFinding> checkCipherSuites(QStringView list, const ListUse &use)
{
    return SuiteListCheck(list).run(use);
}

bool hasError(const std::vector<ListFinding> &findings)
{
    return std::ranges::any_of(findings, &ListFinding::isError);
}

} // namespace sealport
