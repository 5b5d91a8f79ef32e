#pragma once

#include "model/tls/client_hello.h"

#include <QString>

namespace sealport {

/// JA3 (Salesforce): MD5 of legacy version, suites, extensions, groups and point formats in decimal, GREASE left out;
/// lower-case hex. Pure and safe from every thread.
[[nodiscard]] QString ja3(const ClientHello &hello);

/// JA4 as FoxIO describes it (github.com/FoxIO-LLC/ja4, technical_details/JA4.md) for TLS over TCP:
/// "t13d1516h2_8daaf6152771_e5627efa2ab1".
[[nodiscard]] QString ja4(const ClientHello &hello);

} // namespace sealport
