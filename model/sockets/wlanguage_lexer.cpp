#include "model/sockets/wlanguage_lexer.h"

#include "model/certificates/display_text.h"

#include <QStringList>

#include <algorithm>

namespace sealport::wlanguage {

namespace {

constexpr QStringView openingMarks = u"\u201c\u201d\u201e\u201f\uff02";
constexpr QStringView closingMarks = u"\u201d\u201c\u201f\uff02\"";

bool isLineBreak(QChar character)
{
    return character == u'\n' || character == u'\r' || character == QChar::LineSeparator
           || character == QChar::ParagraphSeparator;
}

bool isBlank(QChar character)
{
    return !isLineBreak(character) && (character.isSpace() || isInvisible(character.unicode()));
}

bool isNamePart(QChar character)
{
    return character.isLetterOrNumber() || character.isMark() || character == u'_';
}

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/// Turns text into words, one after the other.
class Lexer {
public:
    explicit Lexer(QStringView text)
        : m_text(text)
    {
    }

    Lexed run()
    {
        while (m_at < m_text.size())
            next();
        joinParentheses();
        return std::move(m_lexed);
    }

private:
    [[nodiscard]] QChar at(qsizetype offset) const { return offset < m_text.size() ? m_text[offset] : QChar(); }
    [[nodiscard]] bool follows(QStringView what) const { return m_text.sliced(m_at).startsWith(what); }

    Token &add(Token::Kind kind, qsizetype begin, qsizetype end)
    {
        m_lexed.tokens.push_back(
            {.kind = kind, .line = m_line, .text = m_text.sliced(begin, end - begin), .begin = m_start, .end = m_at});
        return m_lexed.tokens.back();
    }

    void next()
    {
        m_start = m_at;
        const QChar character = at(m_at);
        if (isLineBreak(character))
            return lineEnd();
        if (isBlank(character))
            return static_cast<void>(++m_at);
        if (follows(u"//"))
            return comment();
        if (follows(u"/*"))
            return longComment();
        if (follows(u"...") || character == u'…')
            return continuation();
        if (character.isLetter() || character == u'_' || (follows(u"::") && at(m_at + 2).isLetter()))
            return name();
        if (isDigit(character))
            return number();
        if (character == u'"' || character == u'`')
            return straightText(character);
        if (openingMarks.contains(character))
            return typographicText(closingMarks);
        if (character == u'«')
            return typographicText(u"»");
        if (character == u'[' && isOperandNext())
            return longText();
        symbol();
    }

    void lineEnd()
    {
        skipLineBreak();
        --m_line; // it ends this one
        add(Token::Kind::LineEnd, m_at, m_at);
        ++m_line;
    }

    void skipLineBreak()
    {
        m_at += follows(u"\r\n") ? 2 : 1;
        ++m_line;
    }

    qsizetype endOfLine(qsizetype from) const
    {
        while (from < m_text.size() && !isLineBreak(m_text[from]))
            ++from;
        return from;
    }

    void comment()
    {
        const qsizetype begin = m_at + 2;
        m_at = endOfLine(begin);
        const QStringView said = m_text.sliced(begin, m_at - begin).trimmed();
        constexpr QStringView mark = u"sealport:";
        if (said.startsWith(mark)) {
            const QStringView setting = said.sliced(mark.size()).trimmed();
            const qsizetype from = setting.data() - m_text.data();
            add(Token::Kind::Setting, from, from + setting.size());
        }
    }

    void longComment()
    {
        const qsizetype end = m_text.indexOf(u"*/", m_at + 2);
        if (end < 0)
            m_lexed.unfinishedComment = m_line;
        const qsizetype behind = end < 0 ? m_text.size() : end + 2;
        while (m_at < behind) {
            if (isLineBreak(at(m_at)))
                skipLineBreak();
            else
                ++m_at;
        }
    }

    /// Copied from a page, the line may have lost its end.
    void continuation()
    {
        m_at += follows(u"...") ? 3 : 1;
        while (isBlank(at(m_at)) && m_at < m_text.size())
            ++m_at;
        if (follows(u"//"))
            comment();
        if (m_at < m_text.size() && isLineBreak(at(m_at)))
            skipLineBreak();
    }

    void name()
    {
        if (follows(u"::"))
            m_at += 2;
        const qsizetype begin = m_at;
        while (isNamePart(at(m_at))) {
            ++m_at;
            qsizetype joined = m_at;
            while (joined < m_at + 2 && (at(joined) == u'.' || at(joined) == u':'))
                ++joined;
            if (joined > m_at && (at(joined).isLetter() || at(joined) == u'_'))
                m_at = joined;
        }
        add(Token::Kind::Name, begin, m_at);
    }

    void number()
    {
        const qsizetype begin = m_at;
        while (at(m_at).isLetterOrNumber())
            ++m_at;
        add(Token::Kind::Number, begin, m_at);
    }

    void text(qsizetype begin, qsizetype end, qsizetype behind, QChar quote, std::uint8_t traits)
    {
        m_at = behind;
        Token &token = add(Token::Kind::Text, begin, end);
        token.quote = quote.unicode();
        token.traits = traits;
        if (token.text.contains(u"[%"))
            token.traits |= Token::Interpolated;
    }

    [[nodiscard]] bool isInLine(qsizetype offset) const
    {
        return offset < m_text.size() && !isLineBreak(m_text[offset]);
    }

    void straightText(QChar quote)
    {
        const qsizetype begin = m_at + 1;
        const QChar doubled = quote == u'"' ? quote : QChar(); // none stands for itself between backticks
        qsizetype end = begin;
        for (; isInLine(end); ++end) {
            if (at(end) != quote)
                continue;
            if (at(end + 1) != doubled || doubled.isNull())
                return text(begin, end, end + 1, doubled, Token::Plain);
            ++end;
        }
        end = std::min(end, m_text.size());
        for (qsizetype i = begin; i < end; ++i) { // a word processor has made the end of it typographic
            if (closingMarks.contains(at(i)) && at(i) != quote)
                return text(begin, i, i + 1, doubled, Token::Typographic);
        }
        text(begin, end, end, doubled, Token::Unfinished);
    }

    void typographicText(QStringView closing)
    {
        const bool isFrench = closing == u"»";
        qsizetype begin = m_at + 1;
        qsizetype end = begin;
        while (isInLine(end) && !closing.contains(at(end)))
            ++end;
        const bool isFinished = isInLine(end);
        const qsizetype behind = isFinished ? end + 1 : end;
        const std::uint8_t traits = isFinished ? Token::Typographic : Token::Typographic | Token::Unfinished;
        while (isFrench && begin < end && at(begin).isSpace())
            ++begin;
        while (isFrench && begin < end && at(end - 1).isSpace())
            --end;
        text(begin, end, behind, {}, traits);
    }

    /// Whether a value may begin here. Behind a value, a bracket is an index.
    [[nodiscard]] bool isOperandNext() const
    {
        if (m_lexed.tokens.empty() || m_lexed.tokens.back().kind != Token::Kind::Symbol)
            return false;
        const QStringView before = m_lexed.tokens.back().text;
        return before == u"=" || before == u"+=" || before == u"+" || before == u"(" || before == u",";
    }

    /// `[`, lines, `]`; or the same between `["` and `"]`.
    void longText()
    {
        const bool isQuoted = at(m_at + 1) == u'"';
        const qsizetype begin = m_at + (isQuoted ? 2 : 1);
        bool &hasNoMore = isQuoted ? m_hasNoMoreQuoted : m_hasNoMoreBrackets; // looked for once, however many begin
        const qsizetype end =
            hasNoMore ? -1 : m_text.indexOf(isQuoted ? QStringView(u"\"]") : QStringView(u"]"), begin);
        hasNoMore = end < 0;
        if (hasNoMore)
            return symbol();
        const int line = m_line;
        while (m_at < end)
            if (isLineBreak(at(m_at)))
                skipLineBreak();
            else
                ++m_at;
        text(begin, end, end + (isQuoted ? 2 : 1), {}, Token::Multiline);
        m_lexed.tokens.back().line = line;
    }

    void symbol()
    {
        const qsizetype begin = m_at;
        m_at += follows(u"+=") ? 2 : 1;
        add(Token::Kind::Symbol, begin, m_at);
    }

    void joinParentheses()
    {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < m_lexed.tokens.size(); ++i) {
            if (m_lexed.tokens[i].isSymbol(u"(")) {
                open.push_back(i);
            } else if (m_lexed.tokens[i].isSymbol(u")") && !open.empty()) {
                m_lexed.tokens[i].partner = open.back();
                m_lexed.tokens[open.back()].partner = i;
                open.pop_back();
            }
        }
    }

    const QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_start = 0; ///< of the word that is being read
    int m_line = 1;
    bool m_hasNoMoreBrackets = false;
    bool m_hasNoMoreQuoted = false;
    Lexed m_lexed;
};

} // namespace

QString Token::content() const
{
    if ((traits & Multiline) != 0) {
        QStringList parts = text.toString().split(u'\n');
        for (QString &part : parts)
            part = part.trimmed();
        return parts.join(u'\n').trimmed();
    }
    QString said = text.toString();
    if (quote != 0)
        said.replace(QString(2, QChar(quote)), QString(QChar(quote)));
    return said;
}

Lexed lex(QStringView text)
{
    return Lexer(text).run();
}

QString folded(QStringView name)
{
    const QString parts = name.toString().normalized(QString::NormalizationForm_D);
    QString result;
    for (const QChar part : parts)
        if (!part.isMark())
            result.append(part);
    return result.toLower();
}

} // namespace sealport::wlanguage
