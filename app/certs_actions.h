#pragma once

#include "app/certs_options.h"
#include "app/certs_output.h"
#include "model/sockets/data_folder.h"

#include <optional>

namespace sealport {

/// What the words after `sealport certs` do. Blocking; each says on `output` what it did and what failed.
void listCertificates(const DataFolder &folder, CertsOutput &output);
void showCertificates(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void findThumbprint(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void createCertificate(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void importCertificates(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void exportFromStore(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);

/// The store as the window and `serve` open it: the first time, the default certificate is made.
[[nodiscard]] CertificateStore::Listing openStore(const DataFolder &folder, CertsOutput &output);
/// Of --pass-file; nothing where none was given. False when it could not be read, which has been said.
[[nodiscard]] bool readGivenPassphrase(const CertsOptions &options, CertsOutput &output,
                                       std::optional<SecretBytes> &passphrase);

/// Names of the groups that the window shows.
[[nodiscard]] QString storeSource();
[[nodiscard]] QString systemSource();
[[nodiscard]] QString fileSource();

} // namespace sealport
