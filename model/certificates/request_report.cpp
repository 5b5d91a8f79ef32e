#include "model/certificates/request_report.h"

#include <algorithm>

namespace sealport {

RequestReport reportOn(const CertificateRequest &request, const std::vector<CertificateCatalogue::Entry> &entries)
{
    RequestReport report{.details = detailsOf(request), .asn1 = asn1View(request.der()), .answers = {}};
    for (const CertificateCatalogue::Entry &entry : entries) {
        if (!entry.listing)
            continue;
        for (const ListedItem &item : entry.listing->items) {
            const Certificate *certificate = item.certificate();
            if (certificate && certificate->publicKeySha256() == request.publicKeySha256()
                && std::ranges::find(report.answers, *certificate) == report.answers.end())
                report.answers.push_back(*certificate);
        }
    }
    return report;
}

} // namespace sealport
