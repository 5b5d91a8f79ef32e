#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate.h"
#include "model/certificates/certificate_request.h"
#include "model/certificates/private_key.h"
#include "model/certificates/revocation_list.h"

#include <QStringList>

#include <vector>

namespace sealport {

/// What one file holds, each kind in file order.
struct FileContents {
    std::vector<Certificate> certificates;
    std::vector<PrivateKey> keys;
    std::vector<CertificateRequest> requests;
    std::vector<RevocationList> revocationLists;

    [[nodiscard]] bool isEmpty() const
    {
        return certificates.empty() && keys.empty() && requests.empty() && revocationLists.empty();
    }
};

/// What could be read of a file, and what could not and why (each with the file as its subject).
struct FileReading {
    FileContents contents;
    std::vector<Error> problems;
    QStringList otherKinds{}; ///< what else it holds, as NoCertificateInFile names it: "public key"
};

/// The refusal where a certificate was asked for and `reading` has none: it says what the file holds instead.
[[nodiscard]] Error noCertificateIn(const FileReading &reading, const QString &file);

} // namespace sealport
