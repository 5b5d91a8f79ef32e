#pragma once

#include "model/base/error.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <initializer_list>
#include <vector>

namespace sealport {

/// The protocol check boxes, oldest first.
enum class Protocol : std::uint8_t { Ssl2, Ssl3, Tls1_0, Tls1_1, Tls1_2, Tls1_3 };

/// Any subset of the boxes; holes are legal.
class ProtocolSet {
public:
    constexpr ProtocolSet() = default;
    constexpr ProtocolSet(std::initializer_list<Protocol> protocols)
    {
        for (const Protocol protocol : protocols)
            insert(protocol);
    }

    [[nodiscard]] constexpr bool contains(Protocol protocol) const { return (m_bits & bit(protocol)) != 0; }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }
    constexpr void insert(Protocol protocol) { m_bits = static_cast<std::uint8_t>(m_bits | bit(protocol)); }
    constexpr void remove(Protocol protocol) { m_bits = static_cast<std::uint8_t>(m_bits & ~bit(protocol)); }
    [[nodiscard]] constexpr ProtocolSet without(ProtocolSet others) const
    {
        ProtocolSet rest;
        rest.m_bits = static_cast<std::uint8_t>(m_bits & ~others.m_bits);
        return rest;
    }
    [[nodiscard]] std::vector<Protocol> toVector() const; ///< oldest first

    friend constexpr bool operator==(ProtocolSet, ProtocolSet) = default;

private:
    static constexpr std::uint8_t bit(Protocol protocol)
    {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(protocol));
    }
    std::uint8_t m_bits = 0;
};

inline constexpr Protocol allProtocols[] = {Protocol::Ssl2,   Protocol::Ssl3,   Protocol::Tls1_0,
                                            Protocol::Tls1_1, Protocol::Tls1_2, Protocol::Tls1_3};

/// What SocketCréeSSL allows when nothing is said (doc.windev.com 1000017041).
inline constexpr ProtocolSet socketCreeSslProtocols{Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2};
inline constexpr ProtocolSet modernProtocols{Protocol::Tls1_2, Protocol::Tls1_3};

[[nodiscard]] std::uint16_t wireVersion(Protocol protocol); ///< 0x0304 for TLS 1.3
[[nodiscard]] QString protocolLabel(Protocol protocol);     ///< "TLS 1.3": labels and sentences
[[nodiscard]] QString protocolName(Protocol protocol);      ///< "TLSv1.3": JSON and evidence
[[nodiscard]] QString protocolOption(Protocol protocol);    ///< "tls1.3": command line and profile file
[[nodiscard]] QStringList protocolLabels(ProtocolSet protocols);
[[nodiscard]] QStringList protocolNames(ProtocolSet protocols);
/// "TLS 1.0, TLS 1.1 and TLS 1.2" needs a language: see model/text. This one is for the command line: "tls1,tls1.1".
[[nodiscard]] QString protocolOptions(ProtocolSet protocols);
/// "tls1.2,tls1.3", "modern"; case and spaces do not matter. Errors: InvalidOption, NoProtocol.
Result<ProtocolSet> parseProtocols(const QString &text);

/// What the OpenSSL that runs here can really negotiate, found by a handshake in memory for each version:
/// the version setters accept SSL 3.0 silently where it was compiled out. A few milliseconds, once; any thread.
[[nodiscard]] ProtocolSet availableProtocols();

/// The OpenSSL that runs here: "OpenSSL 3.0.17 1 Jul 2025".
[[nodiscard]] QString openSslVersion();

} // namespace sealport
