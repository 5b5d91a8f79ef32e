#pragma once

#include "model/tls/algorithm_lists.h"

#include <QStringList>

#include <vector>

namespace sealport {

/// What the four checks of algorithm_lists.h have in common. For one thread.
class FindingCollector {
public:
    FindingCollector(AlgorithmList list, QStringView text)
        : m_list(list)
        , m_text(text)
    {
    }

    /// A text that OpenSSL is not even asked about: too long, or with more than printable ASCII in it. Says so.
    bool refusesText();

    /// The finding may be filled in until the next is added.
    ListFinding &addNotice(ListFinding::Kind kind, qsizetype position, qsizetype length);
    ListFinding &addError(ListFinding::Kind kind, qsizetype position, qsizetype length);
    /// About the list as a whole.
    ListFinding &addNotice(ListFinding::Kind kind) { return addNotice(kind, 0, m_text.size()); }
    ListFinding &addError(ListFinding::Kind kind) { return addError(kind, 0, m_text.size()); }

    [[nodiscard]] bool isFull() const; ///< notices get no further: spare the search for suggestions
    [[nodiscard]] bool hasError() const { return m_hasError; }
    /// The findings, in the order of the text.
    [[nodiscard]] std::vector<ListFinding> take();

private:
    ListFinding &add(ListFinding::Kind kind, bool isError, qsizetype position, qsizetype length);

    AlgorithmList m_list;
    QStringView m_text;
    std::vector<ListFinding> m_findings;
    ListFinding m_overflow; ///< written, never shown
    bool m_hasError = false;
};

/// One element of a list with colons.
struct ListElement {
    qsizetype position = 0; ///< without the spaces around it
    QStringView text;
};
[[nodiscard]] std::vector<ListElement> splitAtColons(QStringView list);

/// `element` with its commas, semicolons and spaces made colons, if it is several that were separated so.
[[nodiscard]] QString withColons(QStringView element);

/// The name of `names` that was probably meant; empty when none is near. Case does not count, nor whether - or _.
[[nodiscard]] QString nearestName(QStringView typed, const QStringList &names);

} // namespace sealport
