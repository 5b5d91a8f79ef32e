#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate_store.h"
#include "model/certificates/private_key.h"

#include <QString>
#include <QStringList>

namespace sealport {

/// What stands in a key file of the store: PKCS#8, encrypted when there is a pass phrase. `name` is what errors are
/// about. Errors: EmptyPassphrase, Internal.
[[nodiscard]] Result<SecretBytes> keyFileContent(const PrivateKey &key, const SecretBytes *passphrase,
                                                 const QString &name);

/// Gives the key of a certificate of the store the pass phrase `wanted`, or none when that is null; `current` opens it,
/// null where it has none. Wherever else the store holds the same key (a renewed certificate's), it is protected alike,
/// else a copy in the clear would lie there; copies that `current` does not open stay as they are. The files that were
/// written, none when neither is given.
///
/// Each file is written beside the old one, read back, compared with the certificate and only then takes its name (see
/// replaceSecretFile()): at every moment one of the two is there, whole. The file of `stored` comes last: after a
/// failure it still has its old pass phrase, and all can be done again. No copy goes into the trash. Blocking, and slow
/// by purpose (key derivation): job thread. Errors: those of CertificateStore::identity(), EmptyPassphrase,
/// ExportDiffers, FileNotWritable (also a file that is no PEM text and holds other things too).
[[nodiscard]] Result<QStringList> protectKey(const CertificateStore &store, const StoredCertificate &stored,
                                             const SecretBytes *current, const SecretBytes *wanted);

/// By what a keyring knows the pass phrase of a certificate's key: SHA-256 of the public key, in hex. A renewed
/// certificate has the same.
[[nodiscard]] QString keyringName(const Certificate &certificate);

} // namespace sealport
