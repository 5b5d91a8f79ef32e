#include "model/sockets/wlanguage_values.h"

#include <utility>

namespace sealport::wlanguage {

namespace {

constexpr int deepest = 50;             ///< parentheses in parentheses
constexpr qsizetype longestText = 8192; ///< nothing that a call takes is nearly as long
constexpr qsizetype mostNames = 50;

/// A text that adds itself to itself would double with each line.
Value capped(Value value)
{
    if (value.text.size() > longestText || value.names.size() > mostNames)
        return {.kind = Value::Kind::Unknown, .names = value.names.mid(0, mostNames)};
    return value;
}

QString textOf(const Value &value)
{
    return value.kind == Value::Kind::Number ? QString::number(value.number) : value.text;
}

QStringList namesOf(const Value &value)
{
    return value.kind == Value::Kind::Number ? QStringList(QString::number(value.number)) : value.names;
}

QStringList united(QStringList names, const QStringList &more)
{
    for (const QString &name : more)
        if (!names.contains(name))
            names.append(name);
    return names;
}

Value sum(Value left, const Value &right)
{
    using Kind = Value::Kind;
    const std::uint8_t traits = left.traits | right.traits;
    const auto has = [&](Kind kind) { return left.kind == kind || right.kind == kind; };
    if (has(Kind::Unknown) || (has(Kind::Names) && has(Kind::Text)))
        return {.kind = Kind::Unknown, .names = united(left.names, right.names), .traits = traits};
    if (has(Kind::Names))
        return {.kind = Kind::Names, .names = united(namesOf(left), namesOf(right)), .traits = traits};
    if (has(Kind::Text)) {
        QString text = left.kind == Kind::Text ? std::move(left.text) : textOf(left);
        text += textOf(right); // in place: there may be many small ones
        return {.kind = Kind::Text, .text = std::move(text), .traits = traits};
    }
    return {.kind = Kind::Number, .number = left.number + right.number};
}

std::optional<Value> numberOf(QStringView text)
{
    bool isNumber = false;
    const bool isHex = text.startsWith(u"0x", Qt::CaseInsensitive);
    const std::uint64_t number = isHex ? text.sliced(2).toULongLong(&isNumber, 16) : text.toULongLong(&isNumber, 10);
    if (!isNumber)
        return std::nullopt;
    return Value{.kind = Value::Kind::Number, .number = number};
}

std::optional<Value> character(const Value &value)
{
    constexpr std::uint64_t last = 0x10FFFF;
    if (value.kind != Value::Kind::Number || value.number > last || QChar::isSurrogate(char32_t(value.number)))
        return std::nullopt;
    const char32_t code = static_cast<char32_t>(value.number);
    return Value{.kind = Value::Kind::Text, .text = QString::fromUcs4(&code, 1)};
}

/// Constants that are texts.
QString knownText(const QString &key)
{
    if (key == u"rc" || key == u"cr")
        return QStringLiteral("\r\n");
    if (key == u"tab")
        return QStringLiteral("\t");
    return {};
}

class Evaluator {
public:
    Evaluator(std::span<const Token> tokens, std::size_t &at, const Variables &variables)
        : m_tokens(tokens)
        , m_at(at)
        , m_variables(variables)
    {
    }

    std::optional<Value> expression(int depth)
    {
        std::optional<Value> value = operand(depth);
        while (value && isOperatorNext()) {
            ++m_at;
            const std::optional<Value> right = operand(depth);
            if (!right)
                return std::nullopt;
            value = added(std::move(*value), *right);
        }
        return value;
    }

private:
    [[nodiscard]] const Token *token(std::size_t index) const
    {
        return index < m_tokens.size() ? &m_tokens[index] : nullptr;
    }
    [[nodiscard]] bool isSymbolAt(std::size_t index, QStringView symbol) const
    {
        return index < m_tokens.size() && m_tokens[index].isSymbol(symbol);
    }
    [[nodiscard]] std::size_t behindLineEnds() const
    {
        std::size_t index = m_at;
        while (index < m_tokens.size() && m_tokens[index].kind == Token::Kind::LineEnd)
            ++index;
        return index;
    }

    /// Then it stands at m_at.
    bool isOperatorNext()
    {
        const std::size_t next = behindLineEnds();
        const bool isOperator = isSymbolAt(next, u"+") || isSymbolAt(next, u"|");
        if (isOperator)
            m_at = next;
        return isOperator;
    }

    std::optional<Value> operand(int depth)
    {
        m_at = behindLineEnds();
        const Token *first = token(m_at);
        if (first == nullptr || depth > deepest)
            return std::nullopt;
        switch (first->kind) {
        case Token::Kind::Text:
            ++m_at;
            return capped({.kind = Value::Kind::Text, .text = first->content(), .traits = first->traits});
        case Token::Kind::Number:
            ++m_at;
            return numberOf(first->text);
        case Token::Kind::Name:
            ++m_at;
            return isSymbolAt(m_at, u"(") ? function(*first, depth) : named(*first);
        case Token::Kind::Symbol:
            return first->isSymbol(u"(") ? parentheses(depth) : std::nullopt;
        case Token::Kind::LineEnd:
        case Token::Kind::Setting:
            return std::nullopt;
        }
        Q_UNREACHABLE();
    }

    std::optional<Value> parentheses(int depth)
    {
        const std::size_t close = m_tokens[m_at].partner;
        ++m_at;
        std::optional<Value> value = close == Token::none ? std::nullopt : expression(depth + 1);
        m_at = behindLineEnds();
        if (!value || m_at != close)
            return std::nullopt;
        ++m_at;
        return value;
    }

    std::optional<Value> function(const Token &name, int depth)
    {
        const std::size_t close = m_tokens[m_at].partner;
        if (close == Token::none)
            return std::nullopt;
        const QString key = folded(name.text);
        std::optional<Value> value;
        if (key == u"caract" || key == u"charact") {
            value = parentheses(depth);
            value = value ? character(*value) : std::nullopt;
        } else if (key == u"oubinaire" || key == u"binaryor") {
            value = combination(close, depth);
        }
        m_at = close + 1;
        if (value)
            return value;
        return Value{.kind = Value::Kind::Unknown, .names = {name.text.toString()}};
    }

    /// Between the parentheses of OUBinaire.
    std::optional<Value> combination(std::size_t close, int depth)
    {
        ++m_at;
        std::optional<Value> value = expression(depth + 1);
        while (value && isSymbolAt(m_at, u",")) {
            ++m_at;
            const std::optional<Value> right = expression(depth + 1);
            if (!right)
                return std::nullopt;
            value = added(std::move(*value), *right);
        }
        return m_at == close ? value : std::nullopt;
    }

    std::optional<Value> named(const Token &name)
    {
        if (isSymbolAt(m_at, u"["))
            return std::nullopt; // one of an array
        const QString key = variableKey(name.text);
        if (const auto known = m_variables.constFind(key); known != m_variables.cend())
            return *known;
        if (const QString text = knownText(key); !text.isEmpty())
            return Value{.kind = Value::Kind::Text, .text = text};
        return Value{.kind = Value::Kind::Names, .names = {name.text.toString()}};
    }

    const std::span<const Token> m_tokens;
    std::size_t &m_at;
    const Variables &m_variables;
};

} // namespace

Value added(Value left, const Value &right)
{
    return capped(sum(std::move(left), right));
}

QString variableKey(QStringView name)
{
    return name.toString().normalized(QString::NormalizationForm_C).toLower();
}

std::optional<Value> evaluate(std::span<const Token> tokens, std::size_t &at, const Variables &variables)
{
    return Evaluator(tokens, at, variables).expression(0);
}

} // namespace sealport::wlanguage
