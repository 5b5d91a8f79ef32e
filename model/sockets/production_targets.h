#pragma once

#include "model/sockets/production_draft.h"

namespace sealport {

// One writer for each target, in a file of its own. Each says in its file which version it writes for.

[[nodiscard]] ProductionConfig nginxConfig(ExportDraft &draft);         ///< nginx 1.22: a file for conf.d
[[nodiscard]] ProductionConfig apacheConfig(ExportDraft &draft);        ///< Apache 2.4: a file for sites-available
[[nodiscard]] ProductionConfig haproxyConfig(ExportDraft &draft);       ///< HAProxy 2.6: a file for haproxy -f
[[nodiscard]] ProductionConfig caddyConfig(ExportDraft &draft);         ///< Caddy 2.6: a Caddyfile
[[nodiscard]] ProductionConfig stunnelConfig(ExportDraft &draft);       ///< stunnel 5.68: a file for /etc/stunnel
[[nodiscard]] ProductionConfig openSslServerScript(ExportDraft &draft); ///< OpenSSL 3.0
[[nodiscard]] ProductionConfig gnuTlsServerScript(ExportDraft &draft);  ///< GnuTLS 3.7

} // namespace sealport
