#include "model/certificates/thumbprint_search.h"

namespace sealport {

ThumbprintSearch searchThumbprint(const QString &text, const std::vector<CertificateCatalogue::Entry> &entries,
                                  const std::stop_token &stop)
{
    ThumbprintSearch search;
    for (const CertificateCatalogue::Entry &entry : entries) {
        if (!entry.listing)
            continue;
        for (const ListedItem &item : entry.listing->items) {
            if (item.certificate())
                search.certificates.push_back(item.stored());
        }
        search.sources.resize(search.certificates.size(), entry.id);
    }
    search.diagnosis = diagnoseThumbprint(text, search.certificates, stop);
    return search;
}

} // namespace sealport
