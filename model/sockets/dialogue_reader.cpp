#include "model/sockets/dialogue_reader.h"

#include "model/sockets/hex_octets.h"

#include <algorithm>

namespace sealport {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t mostBytes = std::int64_t{1} << 40;
constexpr auto longestPause = 1h;

/// PCRE2 gives a match up after so many steps from one position, which stops patterns such as (a+)+b on a long line of
/// a; one pass over the whole window of dialogue_run.h takes fewer. It heeds the lowest of several limits, so that a
/// script cannot raise them.
const char *limits()
{
    return "(*LIMIT_MATCH=5000)(*LIMIT_DEPTH=1000)(*LIMIT_HEAP=1024)";
}

bool endsWord(QChar character)
{
    return character.isSpace() || character == u'"' || character == u'/' || character == u'#';
}

bool isAction(const QString &word)
{
    return word == u"send" || word == u"close" || word == u"reset";
}

/// One character for each octet, which is what patterns look at.
QString asCharacters(const QString &text)
{
    return QString::fromLatin1(text.toUtf8());
}

} // namespace

bool DialogueReader::isAtEnd()
{
    while (m_at < m_line.size() && m_line[m_at].isSpace())
        ++m_at;
    m_start = m_at;
    return m_at == m_line.size() || m_line[m_at] == u'#';
}

QString DialogueReader::nextWord() const
{
    qsizetype start = m_at;
    while (start < m_line.size() && m_line[start].isSpace())
        ++start;
    qsizetype end = start;
    while (end < m_line.size() && !endsWord(m_line[end]))
        ++end;
    return m_line.mid(start, end - start).toString().toLower();
}

QString DialogueReader::word()
{
    static_cast<void>(isAtEnd());
    const QString word = nextWord();
    m_at += word.size();
    return word;
}

ScriptFault DialogueReader::fault(Kind kind, const QString &detail) const
{
    return {.kind = kind, .line = m_number, .column = static_cast<int>(m_start) + 1, .detail = detail};
}

ScriptFault DialogueReader::faultHere(Kind kind, const QString &detail)
{
    m_start = m_at;
    return fault(kind, detail);
}

DialogueReader::Read<void> DialogueReader::end()
{
    if (isAtEnd())
        return {};
    return std::unexpected(fault(Kind::Surplus, m_line.mid(m_at).toString().trimmed()));
}

DialogueReader::Read<QByteArray> DialogueReader::octets(Kind missing)
{
    QByteArray octets;
    bool hasPiece = false;
    bool isAfterHex = false;
    while (!isAtEnd()) {
        if (next() == u'"') {
            if (const auto read = text(octets); !read)
                return std::unexpected(read.error());
            isAfterHex = false;
        } else if (const QString keyword = nextWord(); keyword == u"hex") {
            static_cast<void>(word());
            if (const auto read = hex(octets); !read)
                return std::unexpected(read.error());
            isAfterHex = true;
        } else if (isAfterHex && !isAction(keyword)) {
            return std::unexpected(fault(Kind::BadHex, m_line.mid(m_at, 1).toString()));
        } else {
            break;
        }
        hasPiece = true;
    }
    if (!hasPiece)
        return std::unexpected(fault(missing));
    return octets;
}

DialogueReader::Read<void> DialogueReader::text(QByteArray &octets)
{
    const qsizetype opening = m_at++;
    qsizetype plain = m_at; // where the characters begin that stand for themselves
    for (;; ++m_at) {
        if (m_at == m_line.size()) {
            m_at = opening;
            return std::unexpected(faultHere(Kind::UnfinishedText));
        }
        if (next() != u'"' && next() != u'\\')
            continue;
        octets += m_line.mid(plain, m_at - plain).toUtf8();
        if (next() == u'"')
            break;
        if (const auto read = escape(octets); !read)
            return read;
        plain = m_at + 1;
    }
    ++m_at;
    return {};
}

/// Ends at the last character of the escape.
DialogueReader::Read<void> DialogueReader::escape(QByteArray &octets)
{
    static constexpr std::pair<char16_t, char> escapes[] = {{u'r', '\r'}, {u'n', '\n'},  {u't', '\t'},
                                                            {u'0', '\0'}, {u'\\', '\\'}, {u'"', '"'}};
    ++m_at;
    const auto *const known = std::ranges::find(escapes, next().unicode(), &std::pair<char16_t, char>::first);
    if (known != std::end(escapes)) {
        octets += known->second;
        return {};
    }
    if (next() != u'x')
        return std::unexpected(faultHere(Kind::UnknownEscape, m_at < m_line.size() ? QString(next()) : QString()));
    const auto octet = parseHexOctets(m_line.mid(m_at + 1, 2));
    if (!octet || octet->size() != 1) {
        ++m_at;
        return std::unexpected(faultHere(Kind::BadHex, m_line.mid(m_at, 1).toString()));
    }
    octets += *octet;
    m_at += 2;
    return {};
}

DialogueReader::Read<void> DialogueReader::hex(QByteArray &octets)
{
    const qsizetype first = m_at;
    for (QString next = nextWord(); !next.isEmpty() && next != u"hex" && !isAction(next); next = nextWord())
        static_cast<void>(word());
    const auto read = parseHexOctets(m_line.mid(first, m_at - first));
    if (!read) {
        m_at = first + read.error().position - 1;
        return std::unexpected(faultHere(
            read.error().kind == HexFault::Kind::HalfOctet ? Kind::HalfOctet : Kind::BadHex, read.error().character));
    }
    if (read->isEmpty()) {
        static_cast<void>(isAtEnd());
        return std::unexpected(fault(Kind::BadHex, m_line.mid(m_at, 1).toString()));
    }
    octets += *read;
    return {};
}

DialogueReader::Read<DialoguePattern> DialogueReader::pattern()
{
    if (isAtEnd())
        return std::unexpected(fault(Kind::NothingToWait));
    if (next() == u'/') {
        const auto read = regex();
        if (!read)
            return std::unexpected(read.error());
        return DialoguePattern{.wanted = *read, .line = m_number};
    }
    const qsizetype start = m_at;
    const auto read = octets(Kind::NothingToWait);
    if (!read)
        return std::unexpected(read.error());
    m_start = start;
    if (read->isEmpty())
        return std::unexpected(fault(Kind::NothingToWait));
    if (read->size() > Dialogue::longestText)
        return std::unexpected(fault(Kind::TextTooLong, QString::number(Dialogue::longestText)));
    return DialoguePattern{.wanted = *read, .line = m_number};
}

DialogueReader::Read<QRegularExpression> DialogueReader::regex()
{
    const qsizetype opening = m_at;
    qsizetype closing = opening + 1;
    while (closing < m_line.size() && m_line[closing] != u'/')
        closing += m_line[closing] == u'\\' ? 2 : 1;
    if (closing >= m_line.size())
        return std::unexpected(fault(Kind::UnfinishedRegex));
    QString text = m_line.mid(opening + 1, closing - opening - 1).toString();
    if (text.size() > Dialogue::longestText)
        return std::unexpected(fault(Kind::TextTooLong, QString::number(Dialogue::longestText)));
    QRegularExpression::PatternOptions options = QRegularExpression::MultilineOption;
    for (m_at = closing + 1; m_at < m_line.size() && !m_line[m_at].isSpace() && m_line[m_at] != u'#'; ++m_at) {
        if (next() != u'i')
            return std::unexpected(faultHere(Kind::UnknownFlag, QString(next())));
        options |= QRegularExpression::CaseInsensitiveOption;
    }
    const QString prefix = QLatin1String(limits());
    const QRegularExpression expression(prefix + asCharacters(text), options);
    m_start = opening;
    if (!expression.isValid()) {
        m_start += 1 + std::clamp<qsizetype>(expression.patternErrorOffset() - prefix.size(), 0, text.size());
        return std::unexpected(fault(Kind::BadRegex, expression.errorString()));
    }
    if (expression.match(QStringLiteral("")).hasMatch())
        return std::unexpected(fault(Kind::EmptyRegex));
    expression.optimize(); // here, in the thread that prepares, and not at the first client
    return expression;
}

DialogueReader::Read<std::int64_t> DialogueReader::bytes(const QString &number)
{
    bool isNumber = false;
    const qlonglong count = number.toLongLong(&isNumber);
    if (!isNumber || count < 1 || count > mostBytes)
        return std::unexpected(fault(Kind::BadCount, number));
    if (const QString unit = word(); unit != u"byte" && unit != u"bytes")
        return std::unexpected(fault(Kind::BadCount, unit));
    return count;
}

DialogueReader::Read<std::chrono::milliseconds> DialogueReader::time()
{
    QString number = word();
    const qsizetype start = m_start;
    QString unit;
    while (!number.isEmpty() && number.back().isLetter()) { // "200ms"
        unit.prepend(number.back());
        number.chop(1);
    }
    if (unit.isEmpty())
        unit = word();
    bool isNumber = false;
    const double value = number.toDouble(&isNumber);
    if (isNumber && unit != u"ms" && unit != u"s")
        return std::unexpected(fault(Kind::BadTime, unit));
    m_start = start;
    if (!isNumber || !(value >= 0))
        return std::unexpected(fault(Kind::BadTime, number));
    const double milliseconds = unit == u"s" ? value * 1000 : value;
    if (milliseconds > static_cast<double>(std::chrono::milliseconds(longestPause).count()))
        return std::unexpected(fault(Kind::BadTime, number));
    return std::chrono::milliseconds(static_cast<std::int64_t>(milliseconds));
}

} // namespace sealport
