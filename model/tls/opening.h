#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <cstdint>
#include <optional>

namespace sealport {

/// The protocols in which a client can ask for TLS in the middle of a plain connection.
enum class PlainProtocol : std::uint8_t {
    Smtp,       ///< RFC 3207
    Imap,       ///< RFC 9051 section 6.2.1
    Pop3,       ///< RFC 2595
    Ftp,        ///< RFC 4217
    Ldap,       ///< RFC 4511 section 4.14
    PostgreSql, ///< PostgreSQL's documentation, "SSL Session Encryption"
};
inline constexpr std::array<PlainProtocol, 6> allPlainProtocols{PlainProtocol::Smtp, PlainProtocol::Imap,
                                                                PlainProtocol::Pop3, PlainProtocol::Ftp,
                                                                PlainProtocol::Ldap, PlainProtocol::PostgreSql};

[[nodiscard]] QString plainProtocolOption(PlainProtocol protocol); ///< "smtp", "postgres": options and files
[[nodiscard]] QString plainProtocolLabel(PlainProtocol protocol);  ///< "SMTP", "PostgreSQL"
/// The command with which a client asks for TLS: "STARTTLS", "AUTH TLS".
[[nodiscard]] QString tlsRequestName(PlainProtocol protocol);
[[nodiscard]] std::optional<PlainProtocol> plainProtocolOf(QStringView option);

/// How the connections of a server begin. A plain value.
struct Opening {
    enum class Mode : std::uint8_t {
        Tls,       ///< with TLS, at once
        Plain,     ///< without TLS, which never comes
        OnRequest, ///< without TLS, until this side's user asks for it
        StartTls,  ///< in `protocol`, until the client asks for TLS
    };
    Mode mode = Mode::Tls;
    PlainProtocol protocol = PlainProtocol::Smtp; ///< of StartTls

    static constexpr Opening plain() { return {.mode = Mode::Plain}; }
    static constexpr Opening onRequest() { return {.mode = Mode::OnRequest}; }
    static constexpr Opening startTls(PlainProtocol protocol) { return {.mode = Mode::StartTls, .protocol = protocol}; }
    /// "tls", "plain", "on-request", "starttls-smtp"; nothing for another word.
    static std::optional<Opening> parse(QStringView word);
    [[nodiscard]] QString toWord() const;

    [[nodiscard]] constexpr bool mayBecomeTls() const { return mode != Mode::Plain; }
    friend bool operator==(const Opening &, const Opening &) = default;
};

} // namespace sealport
