#include "model/sockets/hex_octets.h"

namespace sealport {

namespace {

int digitOf(QChar character)
{
    const char16_t code = character.unicode();
    if (code >= u'0' && code <= u'9')
        return code - u'0';
    const char16_t lower = code | 0x20;
    return lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : -1;
}

bool isSeparator(QChar character)
{
    return character.isSpace() || character == u':' || character == u',' || character == u'-';
}

HexFault faultAt(HexFault::Kind kind, QStringView text, qsizetype at)
{
    const bool isPair = text[at].isHighSurrogate() && at + 1 < text.size();
    return {.kind = kind, .position = at + 1, .character = text.mid(at, isPair ? 2 : 1).toString()};
}

} // namespace

std::expected<QByteArray, HexFault> parseHexOctets(QStringView text)
{
    QByteArray octets;
    qsizetype at = 0;
    bool isBetween = true; // octets: where "0x" may stand
    while (at < text.size()) {
        if (isSeparator(text[at])) {
            isBetween = true;
            ++at;
            continue;
        }
        if (isBetween && text[at] == u'0' && at + 1 < text.size() && (text[at + 1].unicode() | 0x20) == u'x')
            at += 2;
        if (at == text.size())
            return std::unexpected(faultAt(HexFault::Kind::HalfOctet, text, at - 1));
        const int high = digitOf(text[at]);
        if (high < 0)
            return std::unexpected(faultAt(HexFault::Kind::NoDigit, text, at));
        const bool isAlone = at + 1 == text.size() || isSeparator(text[at + 1]);
        if (isAlone)
            return std::unexpected(faultAt(HexFault::Kind::HalfOctet, text, at));
        const int low = digitOf(text[at + 1]);
        if (low < 0)
            return std::unexpected(faultAt(HexFault::Kind::NoDigit, text, at + 1));
        octets += static_cast<char>(high * 16 + low);
        at += 2;
        isBetween = false;
    }
    return octets;
}

} // namespace sealport
