#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"
#include "model/certificates/openssl_handle.h"
#include "model/certificates/password_encryption.h"
#include "model/certificates/pem_blocks.h"
#include "model/certificates/private_key.h"

#include <openssl/pkcs12.h>

#include <cstddef>
#include <span>

namespace sealport {

/// Opens private keys in every usual encoding: PKCS#8 plain and encrypted (RFC 5958), and the older ones of PKCS#1, SEC
/// 1 and DSA, with RFC 1421 encryption too. Asks nobody for a pass phrase. Not thread-safe. Errors of all:
/// MalformedKey (also where the pass phrase is right and the key damaged), PassphraseNeeded, WrongPassphrase,
/// WrongPassphraseOrDamaged, UnsupportedAlgorithm; the subject is left to the caller.
class KeyDecoder {
public:
    /// `passphrase` may be null (none was given); both must outlive this object.
    KeyDecoder(const SecretBytes *passphrase, PasswordEncryption &encryption)
        : m_passphrase(passphrase)
        , m_encryption(encryption)
    {
    }

    [[nodiscard]] Result<PrivateKey> fromPem(const PemObject &object);
    [[nodiscard]] Result<PrivateKey> fromDer(std::span<const std::byte> der);
    /// Whether this is an encrypted PKCS#8 key, whatever is in it.
    [[nodiscard]] static bool isEncrypted(std::span<const std::byte> der);
    [[nodiscard]] static Result<PrivateKey> fromPkcs8(const PKCS8_PRIV_KEY_INFO &key);

private:
    [[nodiscard]] Result<PrivateKey> fromEncryptedPkcs8(const X509_SIG &encrypted);
    [[nodiscard]] Result<PrivateKey> fromEncryptedPem(const PemObject &object);

    const SecretBytes *m_passphrase;
    PasswordEncryption &m_encryption;
};

/// The bytes as OpenSSL wants them; never null, so that an empty pass phrase stays one.
[[nodiscard]] const char *passphraseText(const SecretBytes &passphrase);

/// The refusal for an object that nobody gave the pass phrase for.
[[nodiscard]] Error passphraseNeeded();

} // namespace sealport
