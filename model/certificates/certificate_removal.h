#pragma once

#include "model/base/trash.h"
#include "model/certificates/certificate_search.h"
#include "model/certificates/certificate_store.h"

#include <vector>

namespace sealport {

/// What is to go out of the store: certificates wherever they are, requests and revocation lists out of their files.
struct StoreRemoval {
    std::vector<Certificate> certificates{};
    std::vector<FoundRequest> requests{};
    std::vector<FoundRevocationList> revocationLists{};
};

/// Takes certificates out of every file that holds them, with the keys that belong to nothing else, and requests with
/// the keys that wait for their answers alone; `trash` keeps all files as they were. A file that holds other things too
/// is written anew without what goes. Blocking file I/O: job thread only. Errors: CertificateNotFound, FileNotFound
/// (nothing of it is there any more), those of Trash::keep(), FileNotWritable.
Result<Trash::Item> takeFromStore(const StoreRemoval &removal, const CertificateStore &store, const Trash &trash);

} // namespace sealport
