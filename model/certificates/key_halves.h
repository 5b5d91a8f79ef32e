#pragma once

#include "model/certificates/private_key.h"

namespace sealport {

/// Whether the private half of a key belongs to its public half. PrivateKey::matches() looks at the public one alone,
/// which is whole where a bit of the other was lost: such a key signs, and nobody accepts it. Takes a few milliseconds
/// at most, so before a key is put to use, and not for each of a folder. True where nothing can tell: keys of tokens,
/// and kinds for which OpenSSL has no such check. False for null.
[[nodiscard]] bool halvesBelongTogether(const PrivateKey &key);

/// The refusal of a key whose halves do not.
[[nodiscard]] Error halvesDiffer(const QString &file);

} // namespace sealport
