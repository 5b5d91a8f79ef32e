#include "model/tls/expanded_algorithms.h"

#include "model/certificates/openssl_error.h"
#include "model/tls/algorithm_lists.h"
#include "model/tls/available_algorithms.h"
#include "model/tls/context_settings.h"
#include "model/tls/ssl_handle.h"

#include <openssl/err.h>

#include <algorithm>

namespace sealport {

namespace {

void addSuite(ExpandedAlgorithms &expanded, std::uint16_t number)
{
    const auto suite = std::ranges::find(availableSuites(), number, &AvailableSuite::number);
    if (suite == availableSuites().end() || suite->needsSharedSecret || suite->highestLevel < expanded.securityLevel)
        return;
    (suite->protocols.contains(Protocol::Tls1_3) ? expanded.cipherSuites : expanded.ciphers).push_back(number);
}

} // namespace

Result<ExpandedAlgorithms> expandedAlgorithms(const TlsPolicy &policy)
{
    const SslContextPtr context(SSL_CTX_new(TLS_server_method()));
    if (!context)
        return std::unexpected(takeOpenSslError(ErrorCode::Internal, QStringLiteral("SSL_CTX_new")));
    if (const auto applied = applyPolicy(*context, policy); !applied)
        return std::unexpected(applied.error());
    const AlgorithmChoice choice = effectiveAlgorithms(policy);
    ExpandedAlgorithms expanded{.ciphers = {},
                                .cipherSuites = {},
                                .groups = {},
                                .signatureAlgorithms = {},
                                .securityLevel = SSL_CTX_get_security_level(context.get())};
    expanded.groups = groupNumbersOf(choice.groups, expanded.securityLevel);
    expanded.signatureAlgorithms = signatureNumbersOf(choice.signatureAlgorithms, expanded.securityLevel);
    const STACK_OF(SSL_CIPHER) *configured = SSL_CTX_get_ciphers(context.get());
    for (int i = 0; i < sk_SSL_CIPHER_num(configured); ++i)
        addSuite(expanded, SSL_CIPHER_get_protocol_id(sk_SSL_CIPHER_value(configured, i)));
    ERR_clear_error();
    return expanded;
}

} // namespace sealport
