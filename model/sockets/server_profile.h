#pragma once

#include "model/base/error.h"
#include "model/sockets/certificate_reference.h"
#include "model/sockets/reply_spec.h"
#include "model/sockets/tls_settings.h"
#include "model/tls/opening.h"
#include "model/tls/protocol.h"
#include "model/tls/server_limits.h"

#include <QJsonObject>
#include <QString>

#include <cstdint>

namespace sealport {

/// SocketCréeSSL shares an address by default; SocketAdresseUnique forbids it (doc.windev.com 1000017041).
enum class AddressUse : std::uint8_t { Shared, Unique };

/// A certificate for clients that ask for one of these names.
struct NamedCertificate {
    QStringList names{}; ///< exact, or *.example.org; none: the names that the certificate holds
    CertificateReference certificate{};
    friend bool operator==(const NamedCertificate &, const NamedCertificate &) = default;
};

/// One server socket as the user describes it: SocketCréeSSL's parameters and what a tester needs on top. A plain
/// value; nothing is checked before validate().
struct ServerProfile {
    QString name{};       ///< case-sensitive and unique
    quint16 port = 5043;  ///< 0: let the system choose
    bool anyPort = false; ///< see portRange()
    CertificateReference certificate{};
    std::vector<CertificateReference> furtherCertificates{}; ///< at most three, with keys of other types
    std::vector<NamedCertificate> namedCertificates{};
    bool refusesOtherNames = false; ///< a client that asks for a name that no certificate is for
    Opening opening{};              ///< a plain server needs neither certificate nor protocols
    ProtocolSet protocols = socketCreeSslProtocols;
    QString address = QStringLiteral("127.0.0.1"); ///< IPv4, IPv6 or host name
    AddressUse addressUse = AddressUse::Shared;
    ReplySpec reply{};
    ServerLimits limits{};
    TlsSettings tls{};
    bool autoStart = false;        ///< with the window, once that has read everything
    QJsonObject ofLaterVersions{}; ///< members that a newer Sealport has written: they are kept

    friend bool operator==(const ServerProfile &, const ServerProfile &) = default;
};

struct PortRange {
    quint16 lowest = 0;
    quint16 highest = 0;
};
/// SocketCréeSSL's 5000 to 65000 (doc.windev.com 1000017041), or all. 0 is allowed besides.
[[nodiscard]] PortRange portRange(bool anyPort);

/// Gives a profile whose reply is the usual one of some opening the usual one of its own. Call it where the opening was
/// chosen and the reply was not.
void followOpening(ServerProfile &profile);

/// The fields that would be refused, one Error each (InvalidName, InvalidPort, NoProtocol, NoCertificate,
/// InvalidProfile, those of the other validate() functions).
[[nodiscard]] std::vector<Error> validate(const ServerProfile &profile);

[[nodiscard]] QJsonObject toJson(const ServerProfile &profile);
/// Missing members keep their default. Errors: InvalidProfile (values: field).
Result<ServerProfile> profileFromJson(const QJsonObject &object);

} // namespace sealport
