#pragma once

#include "model/base/error.h"

namespace sealport {

/// Drains this thread's OpenSSL error queue into the causes of an Error. Every failed
/// OpenSSL call ends here: a stale entry would surface later as somebody else's error.
[[nodiscard]] Error takeOpenSslError(ErrorCode code, const QString &subject = {});

/// For calls whose failure is an answer, not an error ("is this a certificate?"): forgets
/// what they leave in this thread's error queue and keeps what was there before.
class IgnoreOpenSslErrors {
public:
    IgnoreOpenSslErrors();
    ~IgnoreOpenSslErrors();
    IgnoreOpenSslErrors(const IgnoreOpenSslErrors &) = delete;
    IgnoreOpenSslErrors &operator=(const IgnoreOpenSslErrors &) = delete;
};

} // namespace sealport
