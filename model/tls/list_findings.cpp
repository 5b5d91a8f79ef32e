#include "model/tls/list_findings.h"

#include "model/certificates/display_text.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace sealport {

namespace {

constexpr std::size_t mostFindings = 100;
constexpr std::size_t mostNotices = 60; ///< so that there is always room for errors
constexpr qsizetype longestShown = 60;
constexpr qsizetype longestName = 64; ///< no name of OpenSSL is longer

bool isPrintableAscii(QChar character)
{
    return character >= u' ' && character <= u'~';
}

bool isOtherSeparator(QChar character)
{
    return character == u',' || character == u';' || character == u' ';
}

QString shown(QStringView element)
{
    const bool isLong = element.size() > longestShown;
    return displayText(element.first(std::min(element.size(), longestShown)).toString())
           + (isLong ? QStringLiteral("…") : QString());
}

QString folded(QStringView name)
{
    return name.toString().toLower().replace(u'_', u'-');
}

/// Characters to change, add or leave out (Levenshtein).
qsizetype distance(const QString &one, const QString &other)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(other.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= one.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const bool isSame = one.at(i - 1) == other.at(static_cast<qsizetype>(j) - 1);
            const qsizetype changed = diagonal + (isSame ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

bool FindingCollector::refusesText()
{
    if (m_text.size() > longestAlgorithmList) {
        addError(ListFinding::Kind::TooLong);
        return true;
    }
    const auto illegal = std::ranges::find_if_not(m_text, isPrintableAscii);
    if (illegal == m_text.end())
        return false;
    const qsizetype position = illegal - m_text.begin();
    const bool isPair = illegal->isHighSurrogate() && position + 1 < m_text.size() && illegal[1].isLowSurrogate();
    addError(ListFinding::Kind::IllegalCharacter, position, isPair ? 2 : 1);
    return true;
}

ListFinding &FindingCollector::addNotice(ListFinding::Kind kind, qsizetype position, qsizetype length)
{
    return add(kind, false, position, length);
}

ListFinding &FindingCollector::addError(ListFinding::Kind kind, qsizetype position, qsizetype length)
{
    m_hasError = true;
    return add(kind, true, position, length);
}

bool FindingCollector::isFull() const
{
    return m_findings.size() >= mostNotices;
}

std::vector<ListFinding> FindingCollector::take()
{
    std::ranges::stable_sort(m_findings, {}, [](const ListFinding &finding) {
        return std::pair(finding.kind >= ListFinding::Kind::NothingLeft, finding.position);
    });
    return std::move(m_findings);
}

ListFinding &FindingCollector::add(ListFinding::Kind kind, bool isError, qsizetype position, qsizetype length)
{
    ListFinding finding{.list = m_list, .kind = kind, .isError = isError, .position = position, .length = length};
    finding.element = shown(m_text.sliced(position, length));
    if (isError ? m_findings.size() >= mostFindings : isFull())
        return m_overflow = finding;
    return m_findings.emplace_back(std::move(finding));
}

std::vector<ListElement> splitAtColons(QStringView list)
{
    std::vector<ListElement> elements;
    qsizetype position = 0;
    while (position <= list.size()) {
        const qsizetype colon = list.indexOf(u':', position);
        const qsizetype end = colon < 0 ? list.size() : colon;
        const QStringView raw = list.sliced(position, end - position);
        const QStringView text = raw.trimmed();
        elements.push_back({.position = text.isEmpty() ? position : text.begin() - list.begin(), .text = text});
        position = end + 1;
    }
    return elements;
}

QString withColons(QStringView element)
{
    if (std::ranges::none_of(element, isOtherSeparator))
        return {};
    QStringList parts;
    qsizetype start = 0;
    for (qsizetype at = 0; at <= element.size(); ++at) {
        if (at < element.size() && !isOtherSeparator(element.at(at)))
            continue;
        if (at > start)
            parts.append(element.sliced(start, at - start).toString());
        start = at + 1;
    }
    return parts.join(u':');
}

QString nearestName(QStringView typed, const QStringList &names)
{
    if (typed.size() > longestName)
        return {};
    const QString wanted = folded(typed);
    const qsizetype furthest = std::min<qsizetype>(3, wanted.size() / 4);
    qsizetype best = furthest + 1;
    QString nearest;
    for (const QString &name : names) {
        if (std::abs(name.size() - wanted.size()) >= best)
            continue;
        if (const qsizetype found = distance(wanted, folded(name)); found < best) {
            best = found;
            nearest = name;
        }
    }
    return nearest;
}

} // namespace sealport
