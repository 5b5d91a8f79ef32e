#include "model/tls/cipher_list_reader.h"

#include "model/tls/available_algorithms.h"

namespace sealport {

namespace {

using Rule = CipherElement::Rule;

bool isSeparator(QChar character)
{
    return character == u':' || character == u' ' || character == u';' || character == u',';
}

bool isOperator(QChar character)
{
    return character == u'!' || character == u'-' || character == u'+' || character == u'@';
}

bool isOfName(QChar character)
{
    return (character >= u'a' && character <= u'z') || (character >= u'A' && character <= u'Z')
           || (character >= u'0' && character <= u'9') || character == u'-' || character == u'.' || character == u'=';
}

class Reader {
public:
    Reader(QStringView list, const CipherSelector &selector)
        : m_list(list)
        , m_selector(selector)
        , m_hasUnderscores(list.contains(u'_') && selector.takes(u"ALL:_"))
    {
    }

    std::vector<CipherElement> read()
    {
        std::vector<CipherElement> elements;
        if (auto first = readBeginning())
            elements.push_back(*first);
        while (m_at < m_list.size()) {
            if (isSeparator(m_list.at(m_at)))
                ++m_at;
            else
                elements.push_back(readElement());
        }
        return elements;
    }

private:
    std::optional<CipherElement> readBeginning();
    CipherElement readElement();
    CipherElement readCommand();
    bool readNames(CipherElement &element);
    CipherElement malformed(qsizetype start);
    QStringView takeName();
    [[nodiscard]] QStringView wholeName(QStringView name) const;
    void skipToSeparator();

    QStringView m_list;
    const CipherSelector &m_selector;
    bool m_hasUnderscores; ///< in names; before OpenSSL 3.2 none has
    qsizetype m_at = 0;
};

std::optional<CipherElement> Reader::readBeginning()
{
    constexpr QStringView byDefault = u"DEFAULT";
    if (m_list.startsWith(byDefault)) {
        m_at = byDefault.size();
        return CipherElement{.rule = Rule::StartWithDefault, .length = m_at};
    }
    if (!m_list.startsWith(u"SUITEB128") && !m_list.startsWith(u"SUITEB192"))
        return std::nullopt;
    skipToSeparator();
    const qsizetype length = m_at;
    m_at = m_list.size();
    return CipherElement{.rule = Rule::SuiteB, .length = length};
}

CipherElement Reader::readElement()
{
    CipherElement element{.position = m_at};
    if (isOperator(m_list.at(m_at))) {
        const QChar sign = m_list.at(m_at++);
        if (sign == u'@')
            return readCommand();
        element.rule = sign == u'!' ? Rule::Exclude : sign == u'-' ? Rule::TakeAway : Rule::MoveToEnd;
    }
    if (!readNames(element))
        return malformed(element.position);
    element.length = m_at - element.position;
    return element;
}

bool Reader::readNames(CipherElement &element)
{
    const qsizetype start = m_at;
    for (;;) {
        const QStringView name = takeName();
        if (name.isEmpty())
            return false;
        element.names.push_back(name);
        if (m_at >= m_list.size() || m_list.at(m_at) != u'+')
            break;
        ++m_at;
    }
    element.body = m_list.sliced(start, m_at - start);
    if (m_at < m_list.size() && !isSeparator(m_list.at(m_at)) && m_selector.passesOverRest(element.body)) {
        element.names.back() = wholeName(element.names.back());
        skipToSeparator();
    }
    return true;
}

CipherElement Reader::readCommand()
{
    constexpr QStringView levels = u"SECLEVEL=";
    const qsizetype start = m_at - 1;
    const QStringView command = takeName();
    if (command.isEmpty())
        return malformed(start);
    skipToSeparator(); // whatever follows is lost
    CipherElement element{.rule = Rule::UnknownCommand, .position = start, .length = m_at - start};
    if (command == u"STRENGTH")
        element.rule = Rule::SortByStrength;
    if (command.size() != levels.size() + 1 || !command.startsWith(levels))
        return element;
    element.level = command.back().unicode() - u'0';
    if (element.level >= 0 && element.level <= highestSecurityLevel)
        element.rule = Rule::SetLevel;
    return element;
}

/// Where a name should be there is something else, or nothing.
CipherElement Reader::malformed(qsizetype start)
{
    const qsizetype wrong = m_at;
    const bool isMissing = wrong >= m_list.size() || isSeparator(m_list.at(wrong)) || isOperator(m_list.at(wrong));
    skipToSeparator();
    if (isMissing)
        return {.rule = Rule::Incomplete, .position = start, .length = m_at - start};
    return {.rule = Rule::IllegalCharacter, .position = wrong, .length = 1};
}

QStringView Reader::takeName()
{
    const qsizetype start = m_at;
    while (m_at < m_list.size() && (isOfName(m_list.at(m_at)) || (m_hasUnderscores && m_list.at(m_at) == u'_')))
        ++m_at;
    return m_list.sliced(start, m_at - start);
}

/// As people read it: OpenSSL sees but the "TLS" of "TLS_AES_128_GCM_SHA256".
QStringView Reader::wholeName(QStringView name) const
{
    const qsizetype start = name.begin() - m_list.begin();
    qsizetype end = start + name.size();
    while (end < m_list.size() && (isOfName(m_list.at(end)) || m_list.at(end) == u'_'))
        ++end;
    return m_list.sliced(start, end - start);
}

void Reader::skipToSeparator()
{
    while (m_at < m_list.size() && !isSeparator(m_list.at(m_at)))
        ++m_at;
}

} // namespace

std::vector<CipherElement> readCipherList(QStringView list, const CipherSelector &selector)
{
    return Reader(list, selector).read();
}

} // namespace sealport
