#pragma once

#include "model/tls/ending.h"
#include "model/tls/server_context.h"

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <vector>

namespace sealport::test {

inline void add16(QByteArray &octets, std::size_t number)
{
    octets.append(static_cast<char>(number >> 8 & 0xff));
    octets.append(static_cast<char>(number & 0xff));
}

inline QByteArray list16(const std::vector<std::uint16_t> &numbers)
{
    QByteArray octets;
    add16(octets, numbers.size() * 2);
    for (const std::uint16_t number : numbers)
        add16(octets, number);
    return octets;
}

/// Writes a ClientHello message (RFC 8446 section 4.1.2); an empty list leaves the extension out.
struct HelloWriter {
    std::uint16_t legacyVersion = 0x0303;
    std::vector<std::uint16_t> suites{0xc02f, 0xc02b, 0x1301};
    std::vector<std::uint16_t> versions{};
    std::vector<std::uint16_t> groups{0x001d, 0x0017};
    std::vector<std::uint16_t> signatures{0x0403, 0x0804, 0x0401};

    [[nodiscard]] QByteArray message() const
    {
        QByteArray extensions;
        const auto extension = [&extensions](std::uint16_t type, const QByteArray &body) {
            add16(extensions, type);
            add16(extensions, static_cast<std::size_t>(body.size()));
            extensions += body;
        };
        if (!versions.empty()) {
            QByteArray body = list16(versions);
            body.remove(0, 1); // this list has a length of one octet
            extension(43, body);
        }
        if (!groups.empty())
            extension(10, list16(groups));
        if (!signatures.empty())
            extension(13, list16(signatures));

        QByteArray body;
        add16(body, legacyVersion);
        body += QByteArray(32, 'r');
        body += '\0'; // session id
        body += list16(suites);
        body += QByteArray("\x01\x00", 2); // compression: none
        add16(body, static_cast<std::size_t>(extensions.size()));
        body += extensions;

        QByteArray message("\x01\x00", 2);
        add16(message, static_cast<std::size_t>(body.size()));
        return message + body;
    }
};

inline ServerOffer makeOffer(ProtocolSet protocols = modernProtocols)
{
    return {.protocols = protocols,
            .unreachable = {},
            .ciphers = {{.id = 0x1301,
                         .oldest = Protocol::Tls1_3,
                         .newest = Protocol::Tls1_3,
                         .needsGroup = true,
                         .ephemeralElliptic = false,
                         .fitsCertificate = true},
                        {.id = 0xc02f,
                         .oldest = Protocol::Tls1_2,
                         .newest = Protocol::Tls1_2,
                         .needsGroup = true,
                         .ephemeralElliptic = true,
                         .fitsCertificate = true},
                        {.id = 0xc02b,
                         .oldest = Protocol::Tls1_2,
                         .newest = Protocol::Tls1_2,
                         .needsGroup = true,
                         .ephemeralElliptic = true,
                         .fitsCertificate = false},
                        {.id = 0xc013,
                         .oldest = Protocol::Tls1_0,
                         .newest = Protocol::Tls1_2,
                         .needsGroup = true,
                         .ephemeralElliptic = true,
                         .fitsCertificate = true}},
            .groups = {0x001d, 0x0017},
            .signatureAlgorithms = {0x0804, 0x0401},
            .keyType = QStringLiteral("RSA"),
            .keyBits = 2048,
            .keyCurve = 0,
            .keyMaySign = true,
            .securityLevel = 2};
}

inline Ending ended(Ending::Cause cause)
{
    Ending ending;
    ending.cause = cause;
    return ending;
}

/// A session that was secured and then ended so.
inline Ending secured(Ending::Cause cause, const std::function<void(Ending &)> &change = {})
{
    Ending ending = ended(cause);
    ending.wireBytesIn = 800;
    ending.firstBytes = FirstBytes::TlsHello;
    ending.hello = HelloWriter{}.message();
    ending.negotiated.emplace().protocol = Protocol::Tls1_3;
    if (change)
        change(ending);
    return ending;
}

/// A handshake that ended so, after a ClientHello.
inline Ending failed(Ending::Cause cause, const std::function<void(Ending &)> &change = {})
{
    Ending ending = secured(cause, {});
    ending.negotiated.reset();
    if (change)
        change(ending);
    return ending;
}

inline Ending refusedHello(int reason, std::uint8_t alert, const HelloWriter &hello = {})
{
    return failed(Ending::Cause::TlsFailure, [&](Ending &ending) {
        ending.reason = reason;
        ending.alertSent = Alert{.level = 2, .code = alert};
        ending.detail = QStringLiteral("the words of OpenSSL");
        ending.hello = hello.message();
    });
}

inline Ending startsWith(FirstBytes what, const QByteArray &octets, Ending::Cause cause = Ending::Cause::NotTls)
{
    Ending ending = ended(cause);
    ending.firstBytes = what;
    ending.firstOctets = octets;
    ending.wireBytesIn = static_cast<std::uint64_t>(octets.size());
    return ending;
}

inline Ending clientAlert(std::uint8_t code, bool wasSecured = false)
{
    const auto change = [code](Ending &ending) {
        ending.certificateSent = true;
        ending.alertReceived = Alert{.level = 2, .code = code};
    };
    return wasSecured ? secured(Ending::Cause::AlertReceived, change) : failed(Ending::Cause::AlertReceived, change);
}

} // namespace sealport::test
