#pragma once

#include "model/base/trash.h"
#include "model/certificates/certificate_store.h"

#include <QStringList>

#include <vector>

namespace sealport {

/// What is to go out of the store.
struct StoreRemoval {
    std::vector<Certificate> certificates{};
    QStringList files{}; ///< of requests and revocation lists; they go whole
};

/// Takes certificates out of every file that holds them, with the keys that belong to nothing else, and requests with
/// the keys that wait for their answers; `trash` keeps all files as they were. A file that holds other things beside a
/// certificate is written anew without it. Blocking file I/O: job thread only. Errors: CertificateNotFound (nothing of
/// it is there any more), those of Trash::keep(), FileNotWritable.
Result<Trash::Item> takeFromStore(const StoreRemoval &removal, const CertificateStore &store, const Trash &trash);

} // namespace sealport
