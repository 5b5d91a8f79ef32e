#include "model/certificates/display_text.h"

#include <QChar>
#include <QList>

#include <algorithm>

namespace sealport {

namespace {

bool mustBeEscaped(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return isInvisible(character);
    }
}

} // namespace

bool isInvisible(char32_t character)
{
    switch (character) {
    case 0x115F: // Hangul fillers: letters by category, blank on the screen
    case 0x1160:
    case 0x3164:
    case 0xFFA0:
        return true;
    default:
        return QChar::category(character) == QChar::Other_Format;
    }
}

QString displayText(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    if (std::ranges::none_of(characters, mustBeEscaped))
        return text;
    QString shown;
    for (const char32_t character : characters) {
        const QString one = QString::fromUcs4(&character, 1);
        if (!mustBeEscaped(character)) {
            shown += one;
            continue;
        }
        for (const char octet : one.toUtf8()) {
            const uint value = static_cast<unsigned char>(octet);
            shown += u'\\' + QString::number(value, 16).toUpper().rightJustified(2, u'0');
        }
    }
    return shown;
}

} // namespace sealport
