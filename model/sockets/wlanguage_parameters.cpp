#include "model/sockets/wlanguage_parameters.h"

#include "model/certificates/display_text.h"

#include <algorithm>

namespace sealport::wlanguage {

namespace {

bool isSymbolAt(std::span<const Token> tokens, std::size_t index, QStringView symbol)
{
    return index < tokens.size() && tokens[index].isSymbol(symbol);
}

std::size_t behindLineEnds(std::span<const Token> tokens, std::size_t index)
{
    while (index < tokens.size()
           && (tokens[index].kind == Token::Kind::LineEnd || tokens[index].kind == Token::Kind::Setting))
        ++index;
    return index;
}

/// The comma or the end of the call behind what was not understood. A call that nobody closes ends with its line.
std::size_t endOfParameter(std::span<const Token> tokens, std::size_t index, std::size_t close)
{
    while (index < tokens.size() && index != close && !tokens[index].isSymbol(u",")) {
        if (close == Token::none && tokens[index].kind == Token::Kind::LineEnd)
            break;
        const bool isGroup = tokens[index].isSymbol(u"(") && tokens[index].partner != Token::none;
        index = isGroup ? tokens[index].partner + 1 : index + 1;
    }
    return index;
}

/// `at` stands at its first word, and then at what follows it.
Parameter readParameter(QStringView text, std::span<const Token> tokens, std::size_t &at, std::size_t close,
                        const Variables &variables)
{
    const std::size_t begin = at;
    std::size_t behind = begin;
    Parameter parameter{.value = evaluate(tokens, behind, variables), .code = {}, .line = tokens[begin].line};
    const std::size_t next = behindLineEnds(tokens, behind);
    const bool isWhole = next >= tokens.size() || next == close || tokens[next].isSymbol(u",");
    if (!isWhole && close != Token::none)
        parameter.value.reset();
    if (!parameter.value)
        behind = endOfParameter(tokens, begin, close);
    at = parameter.value && isWhole ? next : behind; // otherwise the call ends here, as nobody has closed it
    if (behind > begin)
        parameter.code = codeBetween(text, tokens[begin], tokens[behind - 1]);
    return parameter;
}

} // namespace

const Parameter *CallParameters::at(WLanguageParameter which) const
{
    const auto index = static_cast<std::size_t>(which);
    return index < given.size() ? &given[index] : nullptr;
}

QString codeBetween(QStringView text, const Token &first, const Token &last)
{
    constexpr qsizetype longest = 100;
    const QStringView code = text.sliced(first.begin, std::max(last.end - first.begin, qsizetype{0}));
    const QString shown = displayText(code.first(std::min(code.size(), longest)).toString().simplified());
    return code.size() > longest ? shown + u'…' : shown;
}

CallParameters readParameters(QStringView text, std::span<const Token> tokens, std::size_t &at,
                              const Variables &variables)
{
    const std::size_t close = tokens[at].partner;
    CallParameters parameters{.given = {}, .line = tokens[at].line, .isClosed = close != Token::none};
    at = behindLineEnds(tokens, at + 1);
    while (at < tokens.size() && at != close) {
        parameters.given.push_back(readParameter(text, tokens, at, close, variables));
        if (!isSymbolAt(tokens, at, u","))
            break;
        at = behindLineEnds(tokens, at + 1);
    }
    if (close != Token::none)
        at = close + 1;
    return parameters;
}

} // namespace sealport::wlanguage
