#include "model/certificates/revocation_list_report.h"

#include "model/certificates/revocation.h"

#include <QHash>

#include <openssl/x509.h>

namespace sealport {

namespace {

std::vector<Certificate> certificatesOf(const std::vector<CertificateCatalogue::Entry> &entries,
                                        const std::stop_token &stop)
{
    std::vector<Certificate> certificates;
    for (const CertificateCatalogue::Entry &entry : entries) {
        if (entry.listing) {
            for (const ListedItem &item : entry.listing->items)
                if (item.certificate())
                    certificates.push_back(*item.certificate());
        } else if (entry.source->kind() == SourceKind::SystemRoots) {
            for (StoredCertificate &stored : entry.source->list(stop, {}).certificates)
                certificates.push_back(std::move(stored.certificate));
        }
    }
    return certificates;
}

} // namespace

RevocationListReport reportOn(const RevocationList &list, const std::vector<CertificateCatalogue::Entry> &entries,
                              const std::stop_token &stop)
{
    using Signature = RevocationListReport::Signature;
    RevocationListReport report{.details = detailsOf(list), .asn1 = asn1View(list.der()), .entries = {}};
    const X509_NAME *issuer = X509_CRL_get_issuer(list.handle());
    QHash<QString, QString> names; // of what this issuer has made, by serial number
    for (const Certificate &certificate : certificatesOf(entries, stop)) {
        const bool hasItsName = X509_NAME_cmp(X509_get_subject_name(certificate.handle()), issuer) == 0;
        if (hasItsName && report.signature != Signature::Right)
            report.signature = isMadeBy(list, certificate) ? Signature::Right : Signature::Wrong;
        if (X509_NAME_cmp(X509_get_issuer_name(certificate.handle()), issuer) == 0)
            names.insert(certificate.serial(), certificate.name());
    }
    report.entries.reserve(list.count());
    for (RevokedCertificate &revoked : list.entries(0, list.count())) {
        const QString name = names.value(revoked.serial);
        report.entries.push_back({.revoked = std::move(revoked), .name = name});
    }
    return report;
}

} // namespace sealport
