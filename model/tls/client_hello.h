#pragma once

#include <QByteArray>

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <vector>

namespace sealport {

/// What a client offers, in the order in which it offers it (RFC 8446 section 4.1.2, RFC 5246 section 7.4.1.2).
/// A plain value; the bytes it came from are hostile, so every string in it is too.
/// An extension that comes twice is listed twice in `extensions`; its values are those of the first.
struct ClientHello {
    std::uint16_t legacyVersion = 0; ///< as on the wire, 0x0303 for TLS 1.2
    std::array<std::uint8_t, 32> random{};
    std::vector<std::uint16_t> cipherSuites;
    std::vector<std::uint8_t> compressionMethods;
    std::vector<std::uint16_t> extensions;          ///< types, in order
    std::vector<std::uint16_t> supportedVersions;   ///< empty when the extension is absent
    std::vector<std::uint16_t> groups;              ///< supported_groups
    std::vector<std::uint8_t> pointFormats;         ///< ec_point_formats
    std::vector<std::uint16_t> signatureAlgorithms; ///< signature_algorithms
    std::vector<std::uint16_t> keyShareGroups;      ///< groups of the key_share entries
    std::vector<QByteArray> alpn;                   ///< protocol names, raw octets
    QByteArray serverName;                          ///< first host_name of server_name, raw octets
    std::size_t sessionIdSize = 0;
    bool ssl2Format = false; ///< came as an SSL 2.0 CLIENT-HELLO (RFC 5246 appendix E.2)

    friend bool operator==(const ClientHello &, const ClientHello &) = default;
};

/// Why bytes are not a ClientHello; `offset` counts from the start of the handshake message.
struct HelloFault {
    std::size_t offset = 0;
    const char *reason = ""; ///< untranslated, static
};

/// `message` is the whole handshake message with its 4-octet header, and nothing after it.
/// Unknown extensions are kept by type; a length that does not fit is a fault. Never throws, never reads outside
/// `message`.
[[nodiscard]] std::expected<ClientHello, HelloFault> parseClientHello(std::span<const std::byte> message);

/// The SSL 2.0 form: `message` starts at the message type. Only version, random and suites can be known;
/// the suites that exist in SSL 2.0 alone have three octets and are left out.
[[nodiscard]] std::expected<ClientHello, HelloFault> parseSsl2ClientHello(std::span<const std::byte> message);

/// What the first bytes of a connection are.
enum class FirstBytes {
    Undecided, ///< too few bytes to tell
    TlsHello,  ///< a complete TLS ClientHello message; helloMessage() holds it
    Ssl2Hello, ///< a complete SSL 2.0 CLIENT-HELLO
    TlsOther,  ///< a TLS record, but no ClientHello: alert, data, a type, message or length that TLS does not have
    Http,
    ProxyProtocol, ///< HAProxy PROXY protocol, version 1 or 2
    Ssh,
    Unknown, ///< nothing that we know
};

/// Watches the beginning of a TCP stream without changing it: tells what it is, and puts the ClientHello together
/// from however many records and reads it came in. The verdict depends on the stream alone, not on how it was cut
/// into reads, and comes with the first octet that settles it. Holds at most the message and what came with its last
/// record. Not thread-safe.
class HelloCollector {
public:
    /// The longest ClientHello body that OpenSSL accepts (CLIENT_HELLO_MAX_LENGTH in its statem_local.h).
    static constexpr std::size_t sizeLimit = 131396;

    /// Takes the next bytes of the stream; returns the verdict so far. Once decided it stays, and further bytes are
    /// ignored.
    FirstBytes feed(std::span<const std::byte> bytes);

    [[nodiscard]] FirstBytes state() const { return m_state; }
    /// True once the stream is known to be in a form that a TLS server may answer, if only with an alert.
    [[nodiscard]] bool isTls() const { return m_form != Form::Unsettled || m_state == FirstBytes::TlsOther; }
    /// True when nothing more can be learned: feed() need not be called again.
    [[nodiscard]] bool isDone() const { return m_state != FirstBytes::Undecided; }
    /// The first octets of the stream, at most 64, as evidence; those of the reads up to the decision.
    [[nodiscard]] const QByteArray &firstOctets() const { return m_first; }
    /// The handshake message of TlsHello with its 4-octet header, or the SSL 2.0 message without its record header;
    /// else empty.
    [[nodiscard]] const QByteArray &helloMessage() const { return m_message; }

private:
    enum class Form : std::uint8_t { Unsettled, TlsRecords, Ssl2Record };

    void take(std::span<const std::byte> bytes);
    FirstBytes takeTlsRecords(std::span<const std::byte> bytes);
    FirstBytes takeRecordHeader(std::span<const std::byte> &bytes);
    FirstBytes takeFragment(std::span<const std::byte> &bytes);
    FirstBytes takeSsl2Record(std::span<const std::byte> bytes);

    FirstBytes m_state = FirstBytes::Undecided;
    Form m_form = Form::Unsettled;
    std::array<std::uint8_t, 5> m_header{}; ///< of the record that is being read, or the 2 octets of SSL 2.0
    std::uint8_t m_headerSize = 0;
    std::uint16_t m_recordLeft = 0; ///< octets of the current record still to come
    int m_emptyRecords = 0;         ///< in a row
    QByteArray m_first;
    QByteArray m_pending; ///< the message so far; released once decided
    QByteArray m_message;
};

} // namespace sealport
