#pragma once

#include "model/certificates/asn1_view.h"
#include "model/certificates/certificate_catalogue.h"
#include "model/certificates/certificate_details.h"
#include "model/certificates/chain_validation.h"
#include "model/certificates/lint.h"

#include <QDateTime>
#include <QString>

#include <stop_token>
#include <vector>

namespace sealport {

/// What a certificate is to be good for, and when.
struct ReportQuestion {
    QDateTime time{};
    ChainPurpose purpose = ChainPurpose::TlsServer;
    QString host{}; ///< empty: any
};

/// Everything that can be said about one certificate.
struct CertificateReport {
    std::vector<Detail> details;
    Asn1View asn1;
    std::vector<LintFinding> findings;
    ServerUse serverUse;
    ChainValidation chain;
};

struct KnownCertificate {
    Certificate certificate;
    SourceKind kind; ///< of its source
};
/// Those of all sources that were read, and the system's roots, which are read where nobody has yet. Blocking: job
/// thread only.
[[nodiscard]] std::vector<KnownCertificate> knownCertificates(const std::vector<CertificateCatalogue::Entry> &entries,
                                                              const std::stop_token &stop);

/// Lets a certificate of such a source count. Trusted are the system's roots and the authorities of the user's own
/// store that nobody else has signed; every other authority is one on the way to them.
void letCount(const Certificate &certificate, SourceKind kind, ChainQuestion &question);
/// Those of the path that stand above the certificate itself, for lint().
[[nodiscard]] std::vector<Certificate> issuersIn(const ChainValidation &chain);

/// The chain is built from all sources that were read; trusted are the system's roots, which are read where nobody has
/// yet, and the authorities of the user's own store. The revocation lists of all sources count. Blocking: job thread
/// only.
[[nodiscard]] CertificateReport reportOn(const Certificate &certificate, const ReportQuestion &question,
                                         const std::vector<CertificateCatalogue::Entry> &entries,
                                         const std::stop_token &stop);

} // namespace sealport
