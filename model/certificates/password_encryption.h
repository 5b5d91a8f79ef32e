#pragma once

#include "model/base/error.h"
#include "model/certificates/openssl_handle.h"

#include <openssl/crypto.h>
#include <openssl/provider.h>

#include <cstdint>
#include <optional>
#include <string>

namespace sealport {

/// Looks at what a password-encrypted object asks for before any key is derived from the pass phrase: which ciphers it
/// needs, and how much work. One for each file that is read. Not thread-safe.
class PasswordEncryption {
public:
    /// About ten seconds of PBKDF2; the largest in use by programs are 1 to 2 million rounds.
    static constexpr std::uint64_t usualMostRounds = 10'000'000;

    explicit PasswordEncryption(std::uint64_t mostRounds = usualMostRounds)
        : m_mostRounds(mostRounds)
    {
    }

    /// The library context that has the ciphers of `algorithm` (PKCS#5 and PKCS#12 schemes): null is the default one;
    /// otherwise one of our own with OpenSSL's legacy provider, so that the default context is never changed.
    /// Errors: UnsupportedAlgorithm (values: its name), also where the work asked for is unreasonable.
    Result<OSSL_LIB_CTX *> contextFor(const X509_ALGOR &algorithm);
    /// The same question where nothing will be derived: no work is booked.
    Result<void> check(const X509_ALGOR &algorithm);

    /// Books the rounds of a key derivation. A file may ask for only so many, all its objects together: it is made by a
    /// stranger, and it decides how long we compute. Errors: UnsupportedAlgorithm.
    Result<void> spend(std::uint64_t rounds, const QString &algorithm);
    /// The same rounds once more, for another pass phrase; false: there are not so many left.
    [[nodiscard]] bool spendAgain();

    /// Whether the default library context has this cipher.
    [[nodiscard]] static bool isAvailable(const std::string &cipher);

private:
    using LibraryContextPtr = Handle<OSSL_LIB_CTX, OSSL_LIB_CTX_free>;
    using ProviderPtr = Handle<OSSL_PROVIDER, OSSL_PROVIDER_unload>;
    [[nodiscard]] OSSL_LIB_CTX *legacyContext();

    std::uint64_t m_mostRounds;
    std::uint64_t m_spent = 0;
    std::uint64_t m_lastSpent = 0;
    LibraryContextPtr m_legacy;
    ProviderPtr m_defaultProvider; // unloaded before its context goes away
    ProviderPtr m_legacyProvider;
};

} // namespace sealport
