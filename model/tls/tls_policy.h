#pragma once

#include "model/certificates/certificate.h"
#include "model/tls/algorithm_choice.h"
#include "model/tls/key_log.h"
#include "model/tls/protocol.h"
#include "model/tls/shared_secrets.h"

#include <QByteArray>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <vector>

namespace sealport {

class Capture;

/// What a server does about certificates of clients. GSKit: GSK_CLIENT_AUTH_FULL is Ask, GSK_CLIENT_AUTH_PASSTHRU is
/// Report.
enum class ClientCertificateMode : std::uint8_t {
    DoNotAsk,
    Ask,     ///< none is fine, one that cannot be trusted is not
    Require, ///< no handshake without one that can be trusted
    Report,  ///< whatever the client has is taken, and what is wrong with it is told
};

struct ClientCertificateRule {
    ClientCertificateMode mode = ClientCertificateMode::DoNotAsk;
    std::vector<Certificate> authorities{}; ///< whom the clients' certificates must come from; none: nobody is trusted

    friend bool operator==(const ClientCertificateRule &, const ClientCertificateRule &) = default;
};

/// How clients may come back without a full handshake (RFC 8446 section 2.2, RFC 5077, RFC 5246 section 7.3).
struct ResumptionRule {
    int tickets = 2;           ///< sent after a TLS 1.3 handshake, 0 to 10; 0: none, below TLS 1.3 either
    bool keepsSessions = true; ///< in the server's memory: for clients of TLS 1.2 and older without tickets

    friend bool operator==(const ResumptionRule &, const ResumptionRule &) = default;
};

/// Whether a client of TLS 1.2 or older may begin a handshake in the middle of a connection.
enum class Renegotiation : std::uint8_t {
    Refused,
    Secure, ///< with clients that know RFC 5746
    Unsafe, ///< with any client: CVE-2009-3555
};

/// What is used for key exchanges of TLS 1.2 and older over finite fields (DHE).
struct DhRule {
    enum class Kind : std::uint8_t {
        Automatic, ///< OpenSSL's, of the size of the certificate's key
        None,      ///< suites with DHE are not offered
        Own,
    };
    Kind kind = Kind::Automatic;
    QByteArray parameters{}; ///< PEM, of Own
    QString file{};          ///< where they are from: what an error is about

    friend bool operator==(const DhRule &, const DhRule &) = default;
};

/// Every decision about TLS of a server, as the user took it.
struct TlsPolicy {
    ProtocolSet protocols = socketCreeSslProtocols;
    AlgorithmChoice algorithms{};
    QStringList alpn{};        ///< in order of preference; none: the extension is not answered
    bool requiresAlpn = false; ///< whoever offers protocols and none of these is refused (RFC 7301 section 3.2)
    ClientCertificateRule clientCertificates{};
    ResumptionRule resumption{};
    Renegotiation renegotiation = Renegotiation::Refused;
    int earlyData = 0; ///< octets that a client that comes back may send at once, 0 to 16 MiB. Each ticket
                       ///< serves once (RFC 8446 section 8.1), so sessions are kept, whatever `resumption` says
    int largestRecord = 16'384; ///< octets of data in one record, 512 to 16384
    DhRule dh{};
    std::shared_ptr<const SharedSecrets> sharedSecrets{}; ///< null: none
    std::shared_ptr<KeyLog> keyLog{};                     ///< null: nobody is told; to be opened at Start
    std::shared_ptr<Capture> secretsInto{};               ///< a capture that holds what decrypts it; null: none does

    friend bool operator==(const TlsPolicy &, const TlsPolicy &) = default;
};

} // namespace sealport
