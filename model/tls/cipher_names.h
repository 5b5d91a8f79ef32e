#pragma once

#include "model/tls/ssl_handle.h"

#include <QStringList>
#include <QStringView>

#include <cstdint>
#include <vector>

namespace sealport {

/// OpenSSL, asked what it makes of parts of a cipher list for TLS 1.2 and older. For one thread.
class CipherSelector {
public:
    CipherSelector();

    /// The suites that one element without its operator selects, by number, ascending: a name, or names joined by "+".
    [[nodiscard]] std::vector<std::uint16_t> suitesOf(QStringView element) const;
    /// What follows an element up to the next separator is passed over with it when OpenSSL does not find it.
    [[nodiscard]] bool passesOverRest(QStringView element) const;
    /// The list as a whole.
    [[nodiscard]] bool takes(QStringView list) const;

private:
    SslContextPtr m_context;
};

/// The names for which this OpenSSL has something: suites and what stands for several of them.
[[nodiscard]] const QStringList &usableCipherNames();
/// A name of ciphers(1) of this OpenSSL or of an older one, whether this build has something for it or not.
[[nodiscard]] bool isCipherName(QStringView name);
/// A suite of TLS 1.3, whether this build has it or not.
[[nodiscard]] bool isTls13Suite(QStringView name);
/// What OpenSSL calls the suite of TLS 1.2 or older that IANA calls so; empty when it has none.
[[nodiscard]] QString olderSuiteNamed(QStringView ianaName);

} // namespace sealport
