#pragma once

#include <QString>

#include <optional>

namespace sealport {

/// The lists that decide what a handshake may use, as OpenSSL writes them; an empty one stands for Sealport's own.
struct AlgorithmChoice {
    QString ciphers{};                  ///< TLS 1.2 and older (ciphers(1)); @SECLEVEL=n in it overrides securityLevel
    QString cipherSuites{};             ///< TLS 1.3 (SSL_CTX_set_ciphersuites)
    QString groups{};                   ///< SSL_CTX_set1_groups_list
    QString signatureAlgorithms{};      ///< SSL_CTX_set1_sigalgs_list
    std::optional<int> securityLevel{}; ///< 0 to 5; none: as the protocols need it (securityLevelFor())
    bool prefersServerOrder = true;     ///< of the suites both sides have, the server's first one is taken

    friend bool operator==(const AlgorithmChoice &, const AlgorithmChoice &) = default;
};

} // namespace sealport
