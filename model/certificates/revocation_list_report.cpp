#include "model/certificates/revocation_list_report.h"

#include "model/certificates/certificate_report.h"
#include "model/certificates/renewal.h"
#include "model/certificates/revocation.h"

#include <openssl/x509.h>

#include <QMultiHash>
#include <QSet>

#include <algorithm>

namespace sealport {

namespace {

/// Who signed it; null: none of those that were given.
const Certificate *signerOf(const RevocationList &list, const std::vector<const Certificate *> &namesakes,
                            const std::stop_token &stop)
{
    QSet<QByteArray> keys;
    for (const Certificate *candidate : namesakes) {
        if (stop.stop_requested() || keys.contains(candidate->publicKeySha256()))
            continue;
        keys.insert(candidate->publicKeySha256());
        if (isMadeBy(list, *candidate))
            return candidate;
    }
    return nullptr;
}

} // namespace

RevocationListReport reportOn(const RevocationList &list, const std::vector<CertificateCatalogue::Entry> &entries,
                              const std::stop_token &stop)
{
    using Signature = RevocationListReport::Signature;
    RevocationListReport report{.details = detailsOf(list), .asn1 = asn1View(list.der()), .entries = {}};
    const X509_NAME *issuer = X509_CRL_get_issuer(list.handle());
    const std::vector<KnownCertificate> certificates = knownCertificates(entries, stop);
    std::vector<const Certificate *> namesakes;          // of its issuer
    QMultiHash<QString, const Certificate *> candidates; // under the issuer's name, by serial number
    for (const KnownCertificate &known : certificates) {
        const Certificate &certificate = known.certificate;
        if (X509_NAME_cmp(X509_get_subject_name(certificate.handle()), issuer) == 0)
            namesakes.push_back(&certificate);
        if (X509_NAME_cmp(X509_get_issuer_name(certificate.handle()), issuer) == 0)
            candidates.insert(certificate.serial(), &certificate);
    }
    const Certificate *signer = signerOf(list, namesakes, stop);
    if (!namesakes.empty())
        report.signature = signer ? Signature::Right : Signature::Wrong;
    const auto nameOf = [&](const QString &serial) {
        const auto [first, last] = candidates.equal_range(serial);
        const auto own = std::find_if(first, last, [&](const Certificate *candidate) {
            return signer && !stop.stop_requested() && isIssuedBy(*candidate, *signer);
        });
        return own == last ? QString() : (*own)->name();
    };
    report.entries.reserve(list.count());
    for (RevokedCertificate &revoked : list.entries(0, list.count())) {
        const QString name = nameOf(revoked.serial);
        report.entries.push_back({.revoked = std::move(revoked), .name = name});
    }
    return report;
}

} // namespace sealport
