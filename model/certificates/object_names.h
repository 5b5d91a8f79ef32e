#pragma once

#include "model/certificates/openssl_handle.h"

#include <QString>

namespace sealport {

/// "2.5.29.17"; empty for what is no object identifier.
[[nodiscard]] QString dottedNumber(const ASN1_OBJECT *object);

/// What an object identifier is called: OpenSSL's long name, or one of the names that certificates need and OpenSSL
/// lacks (CA/Browser Forum policies, ETSI statements, Microsoft's extensions); empty for any other.
[[nodiscard]] QString knownObjectName(const ASN1_OBJECT *object);

/// "domain validated (2.23.140.1.2.1)", or the number alone.
[[nodiscard]] QString objectText(const ASN1_OBJECT *object);

} // namespace sealport
