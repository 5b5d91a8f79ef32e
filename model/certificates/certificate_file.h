#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"
#include "model/certificates/file_contents.h"
#include "model/certificates/identity.h"

#include <QString>

namespace sealport {

/// Reads PEM (several objects, text around them, CRLF), DER, PKCS#7, PKCS#12 and Java's keystores (JKS, JCEKS), told
/// apart by content, never by extension. At most 16 MiB. `passphrase` opens encrypted keys and containers; null means
/// none was given. Never asks, never prompts on a terminal. Blocking file I/O: not on the GUI thread. Errors: the file
/// errors, MalformedPem, MalformedCertificate, MalformedKey, MalformedRequest, MalformedRevocationList,
/// MalformedContainer, TruncatedFile, NoCertificateInFile (neither certificate nor key; it says what is there instead),
/// PassphraseNeeded, WrongPassphrase (only when that is certain), WrongPassphraseOrDamaged, UnsupportedAlgorithm.
/// Secret keys of a Java keystore are passed over.
Result<FileContents> readCertificateFile(const QString &path, const SecretBytes *passphrase = nullptr);

/// As readCertificateFile, but an object that cannot be opened (an encrypted key, a damaged certificate) does not hide
/// the others of its file, and a file of requests or revocation lists alone is none to refuse.
[[nodiscard]] FileReading readCertificateFileLeniently(const QString &path, const SecretBytes *passphrase = nullptr);

/// Whether a pass phrase, or another one, may be all that is missing.
[[nodiscard]] bool isAboutPassphrase(const Error &error);
/// The same of tokens, which lock themselves after a few wrong ones.
[[nodiscard]] bool isAboutPin(const Error &error);
/// Whether the file holds a key that nobody can tell anything about without its pass phrase.
[[nodiscard]] bool hasLockedKey(const FileReading &reading);

/// A server's identity straight from files: the key may stand in the certificate's file (keyFile empty),
/// the chain behind the certificate or in its own file, in any order. The leaf is the certificate that the key belongs
/// to. Errors: as above, NoCertificateInFile, NoPrivateKeyInFile (keyFile has none), NoPrivateKey (none given),
/// KeyMismatch, MalformedKey (also where its halves differ), ChainMismatch (nothing in chainFile is the certificate or
/// belongs to its chain).
Result<Identity> readIdentity(const QString &certificateFile, const QString &keyFile, const QString &chainFile,
                              const SecretBytes *passphrase = nullptr);

} // namespace sealport
