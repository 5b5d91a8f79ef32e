#pragma once

#include <QByteArray>

#include <cstdint>
#include <optional>

// Messages of LDAP and PostgreSQL, as far as a server reads and writes them that has neither a directory nor a
// database.

namespace sealport {

/// The message at the beginning of some octets.
struct PacketFrame {
    qsizetype size = 0; ///< of the whole message, also while not all of it has come; 0: that cannot be told yet
    bool isMalformed = false;
};

// --- LDAP: RFC 4511 ---

enum class LdapResult : std::uint8_t {
    Success = 0,
    OperationsError = 1,
    ProtocolError = 2,
    ConfidentialityRequired = 13,
    UnwillingToPerform = 53,
};
inline constexpr std::uint8_t ldapBind = 0x60;
inline constexpr std::uint8_t ldapSearch = 0x63;
inline constexpr std::uint8_t ldapUnbind = 0x42;
inline constexpr std::uint8_t ldapExtendedRequest = 0x77;
inline constexpr std::uint8_t ldapExtendedResponse = 0x78;

struct LdapOperation {
    std::uint8_t request;
    std::uint8_t response; ///< 0: none
    const char *name;
};
/// Null for what is none, and for unbind and extended requests, which are answered in ways of their own.
[[nodiscard]] const LdapOperation *ldapOperation(std::uint8_t request);

struct LdapRequest {
    QByteArray id; ///< of the message, as its answer repeats it
    std::uint8_t operation = 0;
    QByteArray content;
};
[[nodiscard]] PacketFrame ldapFrame(const QByteArray &octets);
/// Nothing when it cannot be read. `message`: a whole one.
[[nodiscard]] std::optional<LdapRequest> readLdapRequest(const QByteArray &message);
/// The name of an extended request, in figures and dots.
[[nodiscard]] std::optional<QByteArray> ldapExtendedName(const QByteArray &content);
[[nodiscard]] inline bool isLdapStartTls(const QByteArray &name)
{
    return name == "1.3.6.1.4.1.1466.20037"; // RFC 4511 section 4.14.1
}
/// `text`: at most 80 octets.
[[nodiscard]] QByteArray ldapAnswer(const QByteArray &messageId, std::uint8_t operation, LdapResult result,
                                    const QByteArray &text);
/// RFC 4511 section 4.4.1, Notice of Disconnection.
[[nodiscard]] QByteArray ldapDisconnection();

// --- PostgreSQL: its documentation, "Message Formats" ---

/// The version field of the first packet, which stands for a request where it is no version.
enum PostgreSqlCode : std::uint32_t {
    cancelRequest = 80877102,
    sslRequest = 80877103,
    gssEncryptionRequest = 80877104,
};
/// Of a packet before the login: these have no type.
[[nodiscard]] PacketFrame postgreSqlFrame(const QByteArray &octets);
/// `packet`: a whole one.
[[nodiscard]] std::uint32_t postgreSqlCode(const QByteArray &packet);
/// AuthenticationOk: no password is needed. Before it libpq takes an error for a reason to try again without TLS.
[[nodiscard]] QByteArray postgreSqlWelcome();
/// ErrorResponse. `code`: five characters of SQLSTATE; `text`: at most 200 octets.
[[nodiscard]] QByteArray postgreSqlError(const QByteArray &code, const QByteArray &text);

} // namespace sealport
