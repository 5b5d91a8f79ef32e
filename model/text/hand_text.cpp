#include "model/text/hand_text.h"

#include "model/certificates/display_text.h"

#include <QCoreApplication>

namespace sealport {

QString describe(const HexFault &fault)
{
    const QString place = QString::number(fault.position);
    const QString character = displayText(fault.character);
    switch (fault.kind) { // no default: a new fault without a sentence does not compile
    case HexFault::Kind::NoDigit:
        return QCoreApplication::translate(
                   "ByHand", "Character %1 is '%2', which is no hexadecimal digit. Write two digits for each octet, "
                             "0 to 9 and a to f, as in 0d 0a.")
            .arg(place, character);
    case HexFault::Kind::HalfOctet:
        return QCoreApplication::translate(
                   "ByHand",
                   "Character %1, '%2', stands alone. Write two digits for each octet: 0%2 instead of %2, perhaps.")
            .arg(place, character);
    }
    Q_UNREACHABLE();
}

} // namespace sealport
