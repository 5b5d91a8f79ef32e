#pragma once

#include "app/apps_options.h"
#include "app/certs_output.h"
#include "model/certificates/certificate_store.h"
#include "model/sockets/data_folder.h"

#include <vector>

namespace sealport {

/// What the words after `sealport apps` do. Blocking; each says on `output` what it did and what failed.
void listApplications(const DataFolder &folder, CertsOutput &output);
void showApplication(const AppsOptions &options, const DataFolder &folder, CertsOutput &output);
void defineApplication(const AppsOptions &options, const DataFolder &folder, CertsOutput &output);
void assignCertificates(const AppsOptions &options, const DataFolder &folder, CertsOutput &output);
void unassignCertificates(const AppsOptions &options, const DataFolder &folder, CertsOutput &output);
void chooseTrusted(const AppsOptions &options, const DataFolder &folder, CertsOutput &output);
void removeApplication(const AppsOptions &options, const DataFolder &folder, CertsOutput &output);

/// What an application leads to and who names it.
struct ApplicationSurroundings {
    std::vector<StoredCertificate> certificates; ///< of the store
    std::vector<ServerProfile> servers;
};
/// Changes nothing, but that a damaged file is moved aside.
[[nodiscard]] ApplicationSurroundings surroundingsIn(const DataFolder &folder);

/// In text `note` stands in front.
void printApplication(const ApplicationDefinition &application, const ApplicationSurroundings &around,
                      CertsOutput &output, const QString &note = {});

/// As CertsOutput::fail(), about an application.
void failAbout(const QString &application, const Error &error, CertsOutput &output);

} // namespace sealport
