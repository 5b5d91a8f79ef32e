#pragma once

#include "model/certificates/certificate_store.h"
#include "model/sockets/server_profile.h"
#include "model/tls/algorithm_lists.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace sealport {

/// A change to a profile that would remove what a check has found. A plain value.
struct Mend {
    enum class Kind : std::uint8_t {
        UsePort, ///< value: the port
        AllowAnyPort,
        UseAddress,     ///< value: the address
        LowerLevel,     ///< value: the security level
        UseCertificate, ///< value: its thumbprint; shown: its name
        TrustAuthority, ///< value: the file; shown: its name
        SendUsualChain,
        UseProtocols,  ///< value: protocolOptions(); shown: nothing, their labels are made of it
        UseList,       ///< value: the list, empty for Sealport's own
        ForgetFile,    ///< value: the file, wherever the settings of TLS name it
        ChooseFurther, ///< a further certificate that is none yet: by the user
    };
    Kind kind{};
    QString value{};
    QString shown{};
    AlgorithmList list{}; ///< of UseList

    friend bool operator==(const Mend &, const Mend &) = default;
};

/// The profile with that change.
[[nodiscard]] ServerProfile mended(ServerProfile profile, const Mend &mend);

/// A certificate of the store that would serve better than the one whose SHA-256 is given: with a key, in date, for
/// servers, no authority; those for `host` first, then the one that is valid longest. Nothing where there is none.
[[nodiscard]] std::optional<Mend> otherCertificate(const std::vector<StoredCertificate> &stored, const QString &host,
                                                   const QByteArray &sha256);

/// An authority of the store that clients' certificates may come from: the issuer of one of its certificates before
/// others. Nothing where there is none.
[[nodiscard]] std::optional<Mend> ownAuthority(const std::vector<StoredCertificate> &stored);

/// Whether clients that connect to this address or host name find it in the certificate. A loopback address is also
/// "localhost"; all addresses at once are none in particular.
[[nodiscard]] bool isForHost(const Certificate &certificate, const QString &host);

} // namespace sealport
