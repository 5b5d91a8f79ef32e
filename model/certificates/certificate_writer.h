#pragma once

#include "model/base/error.h"
#include "model/base/file_safety.h"
#include "model/base/secret_bytes.h"
#include "model/certificates/identity.h"

#include <QString>

#include <array>
#include <cstddef>
#include <optional>
#include <span>

namespace sealport {

/// In what form a certificate leaves the program.
enum class ExportFormat {
    Pem,        ///< the certificate alone
    PemChain,   ///< and its issuers, nearest first, without the root
    PemWithKey, ///< the chain, then the private key (PKCS#8; encrypted when there is a pass phrase)
    Der,
    Pkcs7,               ///< the chain, DER
    Pkcs12,              ///< the chain and the private key: AES-256, PBKDF2 with HMAC-SHA-256, MAC with SHA-256
    Pkcs12ForOldDevices, ///< the same with triple DES and SHA-1, all that systems from before 2019 open
    PublicKey,           ///< SubjectPublicKeyInfo, PEM
    OpenSshPublicKey,    ///< a line for authorized_keys
};

inline constexpr std::array allExportFormats{ExportFormat::Pem,
                                             ExportFormat::PemChain,
                                             ExportFormat::PemWithKey,
                                             ExportFormat::Der,
                                             ExportFormat::Pkcs7,
                                             ExportFormat::Pkcs12,
                                             ExportFormat::Pkcs12ForOldDevices,
                                             ExportFormat::PublicKey,
                                             ExportFormat::OpenSshPublicKey};

/// Stable names: pem, chain, pem-key, der, p7b, p12, p12-legacy, pubkey, ssh.
[[nodiscard]] QString exportFormatName(ExportFormat format);
[[nodiscard]] std::optional<ExportFormat> exportFormatNamed(const QString &name);
[[nodiscard]] bool holdsPrivateKey(ExportFormat format);
/// The algorithms that protect what the format holds, by their names; empty: nothing is protected.
[[nodiscard]] QString exportProtection(ExportFormat format, bool hasPassphrase);

/// The octets of a file of this format. `identity.key` may be null for formats that hold no key. The key derivation
/// takes a fraction of a second: job thread. Errors: NoPrivateKey, KeyMismatch, MalformedKey (its halves differ),
/// ExportNeedsPassphrase (PKCS#12 without one), EmptyPassphrase, UnsupportedAlgorithm (values: the key's, then "ssh"
/// where OpenSSH has no form for it), Internal.
[[nodiscard]] Result<SecretBytes> encodeCertificate(const Identity &identity, ExportFormat format,
                                                    const SecretBytes *passphrase = nullptr);

/// Reads `bytes` as any other file and compares: certificates and their order, the private key, that the pass phrase
/// opens it and that without one it stays closed. Errors: ExportDiffers (causes: what).
[[nodiscard]] Result<void> checkExport(std::span<const std::byte> bytes, const Identity &identity, ExportFormat format,
                                       const SecretBytes *passphrase);

/// Encodes, writes, reads back what is on the disk and compares, and only then gives the file its name. Only the owner
/// may read it when a private key is in it. Blocking: job thread. Errors: those above, AlreadyExists, FileNotWritable;
/// their subject is `path`, or the certificate's name.
[[nodiscard]] Result<void> exportCertificate(const QString &path, const Identity &identity, ExportFormat format,
                                             const SecretBytes *passphrase, ExistingFile existing);

} // namespace sealport
