#include "model/diagnosis/printable.h"

#include <algorithm>

namespace sealport {

QString printable(const QByteArray &octets, qsizetype limit)
{
    constexpr char digits[] = "0123456789abcdef";
    QString text;
    text.reserve(std::min(octets.size(), limit));
    for (const char character : octets) {
        const auto octet = static_cast<unsigned char>(character);
        const bool plain = octet >= 0x20 && octet < 0x7f && octet != '\\';
        if (text.size() + (plain ? 1 : 4) > limit) {
            if (text.size() >= limit && !text.isEmpty())
                text.chop(1);
            return text + QChar(0x2026);
        }
        if (plain)
            text += QLatin1Char(character);
        else
            text += QLatin1String("\\x") + QLatin1Char(digits[octet >> 4]) + QLatin1Char(digits[octet & 0xf]);
    }
    return text;
}

QString printable(const QString &text, qsizetype limit)
{
    // Four octets are the most that one character takes: a megabyte of text is not converted for the sake of its start.
    return printable(text.left(limit + 1).toUtf8(), limit);
}

QString octetsAsEvidence(const QByteArray &octets, qsizetype count)
{
    const QByteArray first = octets.left(count);
    return QString::fromLatin1(first.toHex(' ')) + QLatin1String(" | ") + printable(first, 4 * count);
}

} // namespace sealport
