#pragma once

#include "model/certificates/certificate.h"

class QMenu;

namespace sealport {

/// One entry a form, which copies it: no form holds an invisible character.
void addThumbprintForms(QMenu &menu, const QByteArray &octets);

/// One submenu for each thumbprint of the certificate and for that of its public key.
void addThumbprints(QMenu &menu, const Certificate &certificate);

} // namespace sealport
