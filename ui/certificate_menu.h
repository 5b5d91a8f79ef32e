#pragma once

#include "model/certificates/certificate_store.h"

#include <functional>
#include <vector>

class QMenu;

namespace sealport {

/// Fills the menu anew with the certificates that a server can present, those with a key; says so where there is none.
/// GUI thread.
void fillCertificateMenu(QMenu &menu, const std::vector<StoredCertificate> &certificates,
                         const std::function<void(const Certificate &)> &choose);

} // namespace sealport
