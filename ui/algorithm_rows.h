#pragma once

#include "model/tls/algorithm_lists.h"

#include <QString>

#include <vector>

namespace sealport {

/// Something that can stand in a list of algorithms, in words.
struct AlgorithmRow {
    QString name{};       ///< as it is written in the list
    QString otherNames{}; ///< IANA's, or OpenSSL's other spellings
    QString protocols{};
    QString properties{}; ///< "forward secret, AEAD"
    QString remark{};     ///< why it is weak, or has no effect on this server
    bool isWeak = false;
};

/// All that the OpenSSL that runs here has for a list, as it prefers them; suites that need a shared secret only where
/// there are some. `use`: what else is set on the server.
[[nodiscard]] std::vector<AlgorithmRow> algorithmRows(AlgorithmList list, const ListUse &use, bool hasSharedSecrets);

} // namespace sealport
