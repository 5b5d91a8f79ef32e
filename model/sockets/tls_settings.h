#pragma once

#include "model/base/error.h"
#include "model/certificates/chain_form.h"
#include "model/tls/tls_policy.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace sealport {

class JsonReader;

/// What of TLS a server does beyond SocketCréeSSL's protocols and certificate, as the user describes it: texts and
/// paths, nothing is read. A plain value; its defaults are what a server without further settings does.
struct TlsSettings {
    AlgorithmChoice algorithms{};
    ChainForm chain = ChainForm::Automatic;
    QStringList alpn{};
    bool requiresAlpn = false;
    ClientCertificateMode clientCertificates = ClientCertificateMode::DoNotAsk;
    QString clientAuthorities{}; ///< file of the certificates from which those of clients must come
    ResumptionRule resumption{};
    Renegotiation renegotiation = Renegotiation::Refused;
    int earlyData = 0;            ///< octets, 0 (none is taken) to 16 MiB
    int largestRecord = 16'384;   ///< octets, 512 to 16384
    QString dhParameters{};       ///< empty: OpenSSL's; "none": no DHE; else a PEM file
    QString ocsp{};               ///< what is stapled; empty: nothing; "made": by the issuer in the store; else a file
    QString sharedSecrets{};      ///< file of PSKs, see SharedSecrets::read()
    QString keyLog{};             ///< file that gets what decrypts the connections; empty: nobody gets it
    QString capture{};            ///< file that gets all that passes, see Capture; empty: none; also of a plain server
    bool capturesSecrets = false; ///< the capture holds what decrypts it, as it does where there is a key log

    QJsonObject ofLaterVersions{}; ///< as in ServerProfile

    friend bool operator==(const TlsSettings &, const TlsSettings &) = default;
};

inline constexpr int mostEarlyData = 16 << 20;

/// Errors: InvalidProfile (values: field, lowest and highest; "capture", "keyLog": both are one file).
[[nodiscard]] std::vector<Error> validate(const TlsSettings &settings);

/// What differs from the defaults, and nothing else.
[[nodiscard]] QJsonObject toJson(const TlsSettings &settings);
void readFrom(JsonReader &reader, TlsSettings &settings);

} // namespace sealport
