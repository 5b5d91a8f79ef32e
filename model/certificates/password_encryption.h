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
    /// A few seconds of PBKDF2 for one object; the largest in use by programs are 1 to 2 million rounds. The MAC,
    /// the key and the certificates of a PKCS#12 ask for it one after the other.
    static constexpr std::uint64_t usualMostRounds = 10'000'000;

    /// `mostObjects`: how many of them may ask for that much; 1 where nobody gave a pass phrase and a folder is listed.
    explicit PasswordEncryption(std::uint64_t mostRounds = usualMostRounds, unsigned mostObjects = 3)
        : m_mostRounds(mostRounds)
        , m_mostObjects(mostObjects)
    {
    }

    /// The library context that has the ciphers of `algorithm` (PKCS#5 and PKCS#12 schemes): null is the default one;
    /// otherwise one of our own with OpenSSL's legacy provider, so that the default context is never changed.
    /// Errors: UnsupportedAlgorithm (values: its name), also where the work asked for is unreasonable: then the name is
    /// followed by "rounds", how many are asked for and how many are done at most, or by "memory" and the same in MiB.
    Result<OSSL_LIB_CTX *> contextFor(const X509_ALGOR &algorithm);
    /// The same question where nothing will be derived: no work is booked.
    Result<void> check(const X509_ALGOR &algorithm);
    /// The same for a cipher alone, by OpenSSL's name; its key costs nothing to derive. Errors: UnsupportedAlgorithm.
    Result<OSSL_LIB_CTX *> contextFor(const std::string &cipher);

    /// Books the rounds of a key derivation. A file may ask for only so many, all its objects together: it is made by a
    /// stranger, and it decides how long we compute. Errors: UnsupportedAlgorithm.
    Result<void> spend(std::uint64_t rounds, const QString &algorithm);
    /// The same rounds once more, for another pass phrase; false: there are not so many left.
    [[nodiscard]] bool spendAgain();

private:
    using LibraryContextPtr = Handle<OSSL_LIB_CTX, OSSL_LIB_CTX_free>;
    using ProviderPtr = Handle<OSSL_PROVIDER, OSSL_PROVIDER_unload>;
    [[nodiscard]] OSSL_LIB_CTX *legacyContext();
    [[nodiscard]] Result<OSSL_LIB_CTX *> contextWith(const std::string &cipher, const std::string &digest,
                                                     const QString &algorithm);

    std::uint64_t m_mostRounds;
    unsigned m_mostObjects;
    std::uint64_t m_spent = 0;
    std::uint64_t m_lastSpent = 0;
    LibraryContextPtr m_legacy;
    ProviderPtr m_defaultProvider; // unloaded before its context goes away
    ProviderPtr m_legacyProvider;
};

} // namespace sealport
