#pragma once

#include "model/certificates/identity.h"

#include <QStringList>

#include <vector>

namespace sealport {

/// Certificates for clients that ask for one of these names.
struct NamedIdentities {
    QStringList names; ///< exact, or *.example.org for one label more; none: the host names of the first certificate
    std::vector<Identity> identities; ///< of different key types; never empty
};

/// Everything that a server can present. Of several certificates of different key types, OpenSSL takes for each client
/// the first whose key fits what the client offers.
struct ServerIdentities {
    std::vector<Identity> usual; ///< one to four, the main one first; also for clients that ask for no name
    std::vector<NamedIdentities> named{};
    bool refusesOtherNames = false; ///< a name that no certificate is for ends the handshake (RFC 6066 section 3)
};

} // namespace sealport
