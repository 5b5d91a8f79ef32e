#pragma once

#include "model/sockets/dialogue.h"

#include <QStringView>

namespace sealport {

/// One line of a script, read from left to right. For parseDialogue() alone.
class DialogueReader {
public:
    using Kind = ScriptFault::Kind;
    template <class T>
    using Read = std::expected<T, ScriptFault>;

    DialogueReader(QStringView line, int number)
        : m_line(line)
        , m_number(number)
    {
    }

    /// Passes over blanks; true at the end of the line or at a comment.
    bool isAtEnd();
    /// The next word in lower case, up to a blank, a quote, a slash or a number sign; where it began is the place of
    /// faults.
    QString word();
    /// The same, without passing over it.
    [[nodiscard]] QString nextWord() const;

    /// "text" and hex, as many pieces as follow one another; `missing` where there is none.
    Read<QByteArray> octets(Kind missing);
    /// Octets of limited length, or /pattern/.
    Read<DialoguePattern> pattern();
    /// A whole number above zero and the word byte or bytes; `number` is what word() gave.
    Read<std::int64_t> bytes(const QString &number);
    /// A number and its unit.
    Read<std::chrono::milliseconds> time();
    /// Nothing may follow.
    Read<void> end();

    [[nodiscard]] ScriptFault fault(Kind kind, const QString &detail = {}) const;
    [[nodiscard]] int line() const { return m_number; }

private:
    [[nodiscard]] QChar next() const { return m_at < m_line.size() ? m_line[m_at] : QChar(); }
    [[nodiscard]] ScriptFault faultHere(Kind kind, const QString &detail = {});
    Read<void> text(QByteArray &octets);
    Read<void> escape(QByteArray &octets);
    Read<void> hex(QByteArray &octets);
    Read<QRegularExpression> regex();

    QStringView m_line;
    int m_number;
    qsizetype m_at = 0;
    qsizetype m_start = 0; ///< of what was read last
};

} // namespace sealport
