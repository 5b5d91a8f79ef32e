#pragma once

#include "model/base/trash.h"
#include "model/certificates/certificate_store.h"

#include <vector>

namespace sealport {

/// Takes certificates out of the store, each out of every file that holds it, with the keys that belong to nothing
/// else; `trash` keeps all files as they were. A file that holds other things too is written anew without it. Blocking
/// file I/O: job thread only. Errors: CertificateNotFound (it is in no file any more), those of Trash::keep(),
/// FileNotWritable.
Result<Trash::Item> removeCertificates(const std::vector<Certificate> &certificates, const CertificateStore &store,
                                       const Trash &trash);

} // namespace sealport
