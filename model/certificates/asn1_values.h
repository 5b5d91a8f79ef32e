#pragma once

#include "model/certificates/der_reader.h"

#include <QString>

namespace sealport {

/// "SEQUENCE", "UTF8String", "[0]", "[APPLICATION 3]".
[[nodiscard]] QString asn1TagName(const DerElement &element);

/// A primitive element's value, fit to be shown and cut where it is long: objects with their names, strings, times,
/// integers, the rest in hex.
[[nodiscard]] QString asn1Value(const DerElement &element, QByteArrayView whole);

/// "01 02 03", cut after `most` octets with their number behind.
[[nodiscard]] QString hexDump(QByteArrayView octets, qsizetype most);

} // namespace sealport
