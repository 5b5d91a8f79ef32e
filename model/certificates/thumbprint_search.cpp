#include "model/certificates/thumbprint_search.h"

#include <algorithm>
#include <iterator>

namespace sealport {

ThumbprintSearch searchThumbprint(const QString &text, const std::vector<CertificateCatalogue::Entry> &entries,
                                  const std::stop_token &stop)
{
    ThumbprintSearch search;
    for (const CertificateCatalogue::Entry &entry : entries) {
        if (entry.listing) {
            for (const ListedItem &item : entry.listing->items) {
                if (item.certificate())
                    search.certificates.push_back(item.stored());
            }
        } else {
            std::ranges::move(entry.source->list(stop, {}).certificates, std::back_inserter(search.certificates));
        }
        search.sources.resize(search.certificates.size(), entry.id);
    }
    search.diagnosis = diagnoseThumbprint(text, search.certificates, stop);
    return search;
}

} // namespace sealport
