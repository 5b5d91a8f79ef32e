#pragma once

#include "model/certificates/revocation_list.h"

#include <openssl/bn.h>

#include <QByteArray>
#include <QDateTime>

namespace sealport {

// Which of an authority's revocation lists is to be believed. Who signed them is another question: isMadeBy().

/// Whether the list alone says what it is about: none of changes alone, for other issuers, or for some reasons.
[[nodiscard]] bool speaksForItself(const RevocationList &list);
/// What the list is limited to, so that one for servers does not hide one for authorities; empty: to nothing.
[[nodiscard]] QByteArray scopeOf(const RevocationList &list);
/// For all that its authority has issued.
[[nodiscard]] bool speaksForAll(const RevocationList &list);

/// Whether `a` is to be believed and not `b`, where both speak for the same authority and scope. As OpenSSL chooses:
/// what begins after `now` is the last resort, then the newer one counts. The numbers tell apart what was made in the
/// same second. A strict weak order.
[[nodiscard]] bool isPreferred(const RevocationList &a, const RevocationList &b, const QDateTime &now);

using BigNumberPtr = Handle<BIGNUM, BN_free>;
[[nodiscard]] BigNumberPtr numberOf(const RevocationList &list); ///< null: it has none

} // namespace sealport
