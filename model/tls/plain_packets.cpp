#include "model/tls/plain_packets.h"

#include <QStringBuilder>

#include <algorithm>
#include <array>

namespace sealport {

namespace {

std::uint8_t octetAt(const QByteArray &octets, qsizetype at)
{
    return static_cast<std::uint8_t>(octets.at(at));
}

std::uint32_t bigEndian(const QByteArray &octets, qsizetype at, qsizetype count)
{
    std::uint32_t number = 0;
    for (qsizetype i = at; i < at + count; ++i)
        number = number << 8 | octetAt(octets, i);
    return number;
}

// --- BER as LDAP uses it (RFC 4511 section 5.1): definite lengths alone ---

constexpr std::uint8_t berInteger = 0x02;
constexpr std::uint8_t berOctetString = 0x04;
constexpr std::uint8_t berEnumerated = 0x0a;
constexpr std::uint8_t berSequence = 0x30;

/// Tag and length of the element that begins at `at`.
struct BerHeader {
    std::uint8_t tag = 0;
    qsizetype size = 0;    ///< of the header itself
    qsizetype content = 0; ///< octets that follow it
};
enum class BerState { Complete, Incomplete, Malformed };

BerState readHeader(const QByteArray &octets, qsizetype at, BerHeader &header)
{
    const qsizetype left = octets.size() - at;
    if (left < 2)
        return BerState::Incomplete;
    header.tag = octetAt(octets, at);
    const std::uint8_t length = octetAt(octets, at + 1);
    const qsizetype more = length & 0x7f;
    if (length < 0x80) {
        header.size = 2;
        header.content = length;
        return BerState::Complete;
    }
    if (more == 0 || more > 4)
        return BerState::Malformed;
    if (left < 2 + more)
        return BerState::Incomplete;
    header.size = 2 + more;
    header.content = qsizetype{bigEndian(octets, at + 2, more)};
    return BerState::Complete;
}

struct BerElement {
    std::uint8_t tag = 0;
    QByteArray content;
};

/// The element at `at`, which moves behind it.
std::optional<BerElement> readElement(const QByteArray &octets, qsizetype &at)
{
    BerHeader header;
    if (readHeader(octets, at, header) != BerState::Complete || header.content > octets.size() - at - header.size)
        return std::nullopt;
    const BerElement element{.tag = header.tag, .content = octets.mid(at + header.size, header.content)};
    at += header.size + header.content;
    return element;
}

/// Short ones only: nothing that is said here has 128 octets.
QByteArray element(std::uint8_t tag, const QByteArray &content)
{
    Q_ASSERT(content.size() < 0x80);
    return QByteArray(1, static_cast<char>(tag)) + static_cast<char>(content.size()) + content;
}

// --- LDAP ---

/// RFC 4511 section 4: the application tags of protocolOp.
constexpr auto ldapOperations = std::to_array<LdapOperation>({{0x60, 0x61, "bind"},
                                                              {0x63, 0x65, "search"},
                                                              {0x66, 0x67, "modify"},
                                                              {0x68, 0x69, "add"},
                                                              {0x4a, 0x6b, "delete"},
                                                              {0x6c, 0x6d, "modifyDN"},
                                                              {0x6e, 0x6f, "compare"},
                                                              {0x50, 0x00, "abandon"}});
constexpr std::uint8_t ldapRequestName = 0x80;
constexpr std::uint8_t ldapResponseName = 0x8a;

/// 1 to 2147483647; 0 is for what a server says unasked.
bool isMessageId(const BerElement &id)
{
    const qsizetype size = id.content.size();
    return id.tag == berInteger && size >= 1 && size <= 4 && octetAt(id.content, 0) < 0x80
           && bigEndian(id.content, 0, size) != 0;
}

/// RFC 4511 section 4.1.9, inside the message that answers `messageId`.
QByteArray answerWith(const QByteArray &messageId, std::uint8_t operation, LdapResult result, const QByteArray &text,
                      const QByteArray &more)
{
    const QByteArray fields = element(berEnumerated, QByteArray(1, static_cast<char>(result)))
                              + element(berOctetString, {}) + element(berOctetString, text) + more;
    return element(berSequence, element(berInteger, messageId) + element(operation, fields));
}

// --- PostgreSQL ---

constexpr qsizetype postgreSqlHeader = 8;

} // namespace

const LdapOperation *ldapOperation(std::uint8_t request)
{
    const auto *const known = std::ranges::find(ldapOperations, request, &LdapOperation::request);
    return known == ldapOperations.end() ? nullptr : known;
}

PacketFrame ldapFrame(const QByteArray &octets)
{
    if (octets.isEmpty())
        return {};
    BerHeader header;
    const BerState state = readHeader(octets, 0, header);
    if (octetAt(octets, 0) != berSequence || state == BerState::Malformed)
        return {.isMalformed = true};
    return {.size = state == BerState::Complete ? header.size + header.content : 0};
}

std::optional<LdapRequest> readLdapRequest(const QByteArray &message)
{
    qsizetype at = 0;
    const auto envelope = readElement(message, at);
    at = 0;
    const auto id = envelope ? readElement(envelope->content, at) : std::nullopt;
    const auto operation = id ? readElement(envelope->content, at) : std::nullopt; // controls may follow
    if (!operation || !isMessageId(*id))
        return std::nullopt;
    return LdapRequest{.id = id->content, .operation = operation->tag, .content = operation->content};
}

std::optional<QByteArray> ldapExtendedName(const QByteArray &content)
{
    qsizetype at = 0;
    const auto name = readElement(content, at);
    return name && name->tag == ldapRequestName ? std::optional(name->content) : std::nullopt;
}

QByteArray ldapAnswer(const QByteArray &messageId, std::uint8_t operation, LdapResult result, const QByteArray &text)
{
    return answerWith(messageId, operation, result, text, {});
}

QByteArray ldapDisconnection()
{
    return answerWith(QByteArray(1, '\0'), ldapExtendedResponse, LdapResult::ProtocolError, {},
                      element(ldapResponseName, "1.3.6.1.4.1.1466.20036"));
}

PacketFrame postgreSqlFrame(const QByteArray &octets)
{
    if (octets.size() < 4)
        return {};
    const auto size = qsizetype{bigEndian(octets, 0, 4)};
    return {.size = size, .isMalformed = size < postgreSqlHeader};
}

std::uint32_t postgreSqlCode(const QByteArray &packet)
{
    return bigEndian(packet, 4, 4);
}

QByteArray postgreSqlWelcome()
{
    return QByteArray::fromHex("52"         // R
                               "00000008"   // octets from here on
                               "00000000"); // nothing more is asked
}

/// Fields of a type and a string each: severity, severity untranslated, code, text.
QByteArray postgreSqlError(const QByteArray &code, const QByteArray &text)
{
    const QByteArray end(1, '\0');
    const QByteArray fields = "SFATAL" + end + "VFATAL" + end + 'C' + code + end + 'M' + text + end + end;
    Q_ASSERT(fields.size() < 0x100 - 4);
    QByteArray size(4, '\0');
    size[3] = static_cast<char>(fields.size() + 4);
    return 'E' + size + fields;
}

} // namespace sealport
