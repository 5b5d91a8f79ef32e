#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"
#include "model/certificates/certificate.h"
#include "model/certificates/identity.h"
#include "model/certificates/private_key.h"

#include <QString>

#include <vector>

namespace sealport {

/// What one file holds, in file order.
struct FileContents {
    std::vector<Certificate> certificates;
    std::vector<PrivateKey> keys;
};

/// Reads PEM (several objects, text around them, CRLF), DER (certificate or key) and PKCS#12, told apart by
/// content, never by extension. At most 16 MiB. `passphrase` opens encrypted keys and PKCS#12; null means none was
/// given. Never asks, never prompts on a terminal. Blocking file I/O: not on the GUI thread. Errors: the file errors,
/// MalformedPem, MalformedCertificate, MalformedKey, NoCertificateInFile (neither certificate nor key),
/// PassphraseNeeded, WrongPassphrase (only when that is certain), UnsupportedAlgorithm.
Result<FileContents> readCertificateFile(const QString &path, const SecretBytes *passphrase = nullptr);

/// What could be read of a file, and what could not and why (each with the file as its subject).
struct FileReading {
    FileContents contents;
    std::vector<Error> problems;
};

/// As readCertificateFile, but an object that cannot be opened (an encrypted key, a damaged certificate) does not hide
/// the others of its file.
[[nodiscard]] FileReading readCertificateFileLeniently(const QString &path, const SecretBytes *passphrase = nullptr);

/// A server's identity straight from files: the key may stand in the certificate's file (keyFile empty),
/// the chain behind the certificate or in its own file, in any order. The leaf is the certificate that the key belongs
/// to. Errors: as above, NoCertificateInFile, NoPrivateKeyInFile (keyFile has none), NoPrivateKey (none given),
/// KeyMismatch, ChainMismatch (nothing in chainFile is the certificate or belongs to its chain).
Result<Identity> readIdentity(const QString &certificateFile, const QString &keyFile, const QString &chainFile,
                              const SecretBytes *passphrase = nullptr);

} // namespace sealport
