#include "model/certificates/value_pieces.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace sealport {

namespace {

bool isHexDigit(QChar character)
{
    return (character >= u'0' && character <= u'9') || (character >= u'a' && character <= u'f')
           || (character >= u'A' && character <= u'F');
}

bool isOfWord(QChar character)
{
    return character.isLetterOrNumber() || character.isMark() || character.isSurrogate();
}

/// Words, or octets of two digits, and each other character for itself.
QStringList wordsOf(const QString &text, bool areOctets)
{
    QStringList words;
    bool isOpen = false; // the last word may go on
    for (const QChar character : text) {
        const bool isPart = areOctets ? isHexDigit(character) : isOfWord(character);
        if (isPart && isOpen)
            words.last() += character;
        else
            words.append(character);
        isOpen = isPart && (!areOctets || words.last().size() < 2);
    }
    return words;
}

/// A character between two words that differ belongs to the difference: marks do not stop and begin at each colon.
void closeGaps(const QStringList &words, std::vector<bool> &isSame)
{
    for (qsizetype i = 1; i + 1 < words.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (!isOfWord(words.at(i).front()) && !isSame[at - 1] && !isSame[at + 1])
            isSame[at] = false;
    }
}

std::vector<ValuePiece> piecesOf(const QStringList &words, std::vector<bool> isSame)
{
    closeGaps(words, isSame);
    std::vector<ValuePiece> pieces;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool same = isSame[static_cast<std::size_t>(i)];
        if (pieces.empty() || pieces.back().isSame != same)
            pieces.push_back({.text = {}, .isSame = same});
        pieces.back().text += words.at(i);
    }
    return pieces;
}

} // namespace

bool isHexText(const QString &text)
{
    constexpr qsizetype fewest = 8;
    qsizetype digits = 0;
    for (const QChar character : text) {
        if (character == u'…')
            break;
        if (isHexDigit(character))
            ++digits;
        else if (character != u' ' && character != u':')
            return false;
    }
    return digits >= fewest && digits % 2 == 0;
}

PiecesOfBoth differingPieces(const QString &left, const QString &right)
{
    const bool areOctets = isHexText(left) && isHexText(right);
    const std::array both{wordsOf(left, areOctets), wordsOf(right, areOctets)};
    const qsizetype fewer = std::min(both[0].size(), both[1].size());
    const bool areAsMany = both[0].size() == both[1].size();
    qsizetype front = 0;
    while (front < fewer && both[0].at(front) == both[1].at(front))
        ++front;
    qsizetype back = 0;
    while (back < fewer - front && both[0].at(both[0].size() - 1 - back) == both[1].at(both[1].size() - 1 - back))
        ++back;

    const auto pieces = [&](const QStringList &words) {
        std::vector<bool> isSame(static_cast<std::size_t>(words.size()));
        for (qsizetype i = 0; i < words.size(); ++i) {
            const bool isEqual = areAsMany && both[0].at(i) == both[1].at(i);
            isSame[static_cast<std::size_t>(i)] = i < front || i >= words.size() - back || isEqual;
        }
        return piecesOf(words, std::move(isSame));
    };
    return {.left = pieces(both[0]), .right = pieces(both[1])};
}

} // namespace sealport
