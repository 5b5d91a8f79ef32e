#include "model/sockets/wlanguage_call.h"

#include "model/sockets/wlanguage_lexer.h"
#include "model/sockets/wlanguage_names.h"
#include "model/sockets/wlanguage_parameters.h"
#include "model/sockets/wlanguage_settings.h"
#include "model/sockets/wlanguage_values.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace sealport {

namespace {

using namespace wlanguage;
using Code = WLanguageNote::Code;

constexpr std::size_t mostCalls = 200;
constexpr std::size_t mostNotes = 500; ///< nobody reads more

/// Goes through the words of a text from the first to the last, as the program would.
class Reader {
public:
    explicit Reader(QStringView text)
        : m_text(text)
        , m_lexed(lex(text))
    {
    }

    WLanguageReading run()
    {
        while (m_at < m_lexed.tokens.size())
            next();
        if (m_reading.notes.size() > mostNotes)
            m_reading.notes.resize(mostNotes);
        if (m_lexed.unfinishedComment != 0)
            note(Code::UnfinishedComment, m_lexed.unfinishedComment);
        if (m_reading.profiles.empty() && !m_otherCall.isEmpty())
            note(Code::OtherCall, 0, {m_otherCall});
        else if (m_reading.profiles.empty())
            note(Code::NoCall, 0);
        return std::move(m_reading);
    }

private:
    [[nodiscard]] const Token &token(std::size_t index) const { return m_lexed.tokens[index]; }
    [[nodiscard]] bool isSymbolAt(std::size_t index, QStringView symbol) const
    {
        return index < m_lexed.tokens.size() && token(index).isSymbol(symbol);
    }
    [[nodiscard]] bool isKindAt(std::size_t index, Token::Kind kind) const
    {
        return index < m_lexed.tokens.size() && token(index).kind == kind;
    }
    void note(Code code, int line, const QStringList &values = {})
    {
        m_reading.notes.push_back({.code = code, .line = line, .parameter = {}, .values = values});
    }

    void next()
    {
        const Token &word = token(m_at);
        const bool isFirst = std::exchange(m_isStatementBegin, false);
        if (word.kind == Token::Kind::LineEnd || word.isSymbol(u";")) {
            m_isStatementBegin = true;
        } else if (word.kind == Token::Kind::Setting) {
            m_settings.add(word.text.toString());
            m_isStatementBegin = isFirst;
        } else if (word.kind == Token::Kind::Name && isSymbolAt(m_at + 1, u"(")) {
            return call(word);
        } else if (word.kind == Token::Kind::Name && isFirst) {
            return statement();
        }
        ++m_at;
    }

    void call(const Token &name)
    {
        if (!isSocketCreeSsl(name.text)) {
            if (m_otherCall.isEmpty() && isOtherSocketFunction(name.text))
                m_otherCall = name.text.toString();
            ++m_at;
            return;
        }
        if (m_reading.profiles.size() == mostCalls) {
            note(Code::TooManyCalls, name.line, {QString::number(mostCalls)});
            m_at = m_lexed.tokens.size();
            return;
        }
        const CallParameters parameters = readParameters(m_text, m_lexed.tokens, ++m_at, m_variables);
        if (!parameters.isClosed)
            note(Code::UnfinishedCall, name.line);
        const CommentSettings settings = std::exchange(m_settings, {});
        CallMeaning meaning = meaningOf(parameters, settings.names());
        meaning.profile.addressUse = m_addressUse;
        settings.applyTo(meaning);
        if (!meaning.hasName)
            m_reading.unnamed.push_back(m_reading.profiles.size());
        m_reading.profiles.push_back(std::move(meaning.profile));
        std::ranges::move(meaning.notes, std::back_inserter(m_reading.notes));
    }

    /// `x = …`, `x += …`, `x is string = …`, `x, y are strings = …`, `Socket.Option = …`; anything else is passed over.
    void statement()
    {
        const std::size_t start = m_at;
        std::size_t equals = start;
        while (isKindAt(equals, Token::Kind::Name) || isKindAt(equals, Token::Kind::Number) || isSymbolAt(equals, u","))
            ++equals;
        const bool isAddition = isSymbolAt(equals, u"+=");
        const QStringView variable = assignedVariable(start, equals);
        if ((!isSymbolAt(equals, u"=") && !isAddition) || variable.isEmpty()) {
            ++m_at;
            return;
        }
        m_at = equals + 1;
        const Value value = evaluate(m_lexed.tokens, m_at, m_variables).value_or(Value());
        const std::size_t behind = std::exchange(m_at, value.kind == Value::Kind::Unknown ? equals + 1 : m_at);
        if (isSocketOption(variable)) // where it is unknown, there may be a call in it
            socketOption(value, token(start), token(std::min(behind, m_lexed.tokens.size()) - 1));
        else
            assign(variableKey(variable), value, isAddition);
    }

    /// The name that gets the value; empty where this is no assignment, but a comparison for example.
    [[nodiscard]] QStringView assignedVariable(std::size_t begin, std::size_t end) const
    {
        static const QStringList beginnings{QStringLiteral("local"),     QStringLiteral("global"),
                                            QStringLiteral("soit"),      QStringLiteral("let"),
                                            QStringLiteral("constante"), QStringLiteral("constant")};
        static const QStringList verbs{QStringLiteral("est"), QStringLiteral("sont"), QStringLiteral("is"),
                                       QStringLiteral("are")};
        while (begin + 1 < end && beginnings.contains(folded(token(begin).text)))
            ++begin;
        QStringView variable;
        for (std::size_t i = begin; i < end && isKindAt(i, Token::Kind::Name); ++i) {
            if (!variable.isEmpty() && verbs.contains(folded(token(i).text)))
                return variable; // of several, the last one gets the value
            variable = token(i).text;
            if (isSymbolAt(i + 1, u","))
                ++i;
            else if (i + 1 < end && !verbs.contains(folded(token(i + 1).text)))
                return {};
        }
        return variable;
    }

    void assign(const QString &key, const Value &value, bool isAddition)
    {
        if (!isAddition || !m_variables.contains(key)) {
            m_variables.insert(key, isAddition ? Value() : value);
            return;
        }
        Value &known = m_variables[key];
        known = added(std::move(known), value);
    }

    void socketOption(const Value &value, const Token &first, const Token &last)
    {
        const bool isUnique =
            value.kind == Value::Kind::Names && value.names.size() == 1 && isUniqueAddress(value.names.constFirst());
        m_addressUse = isUnique ? AddressUse::Unique : AddressUse::Shared;
        if (!isUnique)
            note(Code::SocketOptionUnknown, first.line, {codeBetween(m_text, first, last)});
    }

    const QStringView m_text;
    const Lexed m_lexed;
    std::size_t m_at = 0;
    bool m_isStatementBegin = true;
    Variables m_variables;
    CommentSettings m_settings; ///< for the next call
    AddressUse m_addressUse = AddressUse::Shared;
    QString m_otherCall;
    WLanguageReading m_reading;
};

} // namespace

WLanguageReading readWLanguageCall(QStringView text)
{
    if (text.size() > longestWLanguageText)
        return {.profiles = {},
                .unnamed = {},
                .notes = {{.code = Code::TextTooLong, .line = 0, .parameter = {}, .values = {}}}};
    return Reader(text).run();
}

} // namespace sealport
