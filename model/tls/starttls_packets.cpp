// LDAP and PostgreSQL before TLS: messages are packets that say how long they are.

#include "model/tls/starttls_dialogues.h"

#include <algorithm>
#include <array>
#include <optional>

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

struct LdapOperation {
    std::uint8_t request;
    std::uint8_t response; ///< 0: none
    const char *name;
};
/// RFC 4511 section 4: the application tags of protocolOp.
constexpr auto ldapOperations = std::to_array<LdapOperation>({{0x60, 0x61, "bind"},
                                                              {0x63, 0x65, "search"},
                                                              {0x66, 0x67, "modify"},
                                                              {0x68, 0x69, "add"},
                                                              {0x4a, 0x6b, "delete"},
                                                              {0x6c, 0x6d, "modifyDN"},
                                                              {0x6e, 0x6f, "compare"},
                                                              {0x50, 0x00, "abandon"}});
constexpr std::uint8_t ldapUnbind = 0x42;
constexpr std::uint8_t ldapExtendedRequest = 0x77;
constexpr std::uint8_t ldapExtendedResponse = 0x78;
constexpr std::uint8_t ldapRequestName = 0x80;
constexpr std::uint8_t ldapResponseName = 0x8a;

enum class LdapResult : std::uint8_t {
    Success = 0,
    ProtocolError = 2,
    ConfidentialityRequired = 13,
    UnwillingToPerform = 53,
};

/// RFC 4511 section 4.1.9, inside the message that answers `messageId`.
QByteArray ldapAnswer(const QByteArray &messageId, std::uint8_t operation, LdapResult result, const QByteArray &text,
                      const QByteArray &more = {})
{
    const QByteArray fields = element(berEnumerated, QByteArray(1, static_cast<char>(result)))
                              + element(berOctetString, {}) + element(berOctetString, text) + more;
    return element(berSequence, element(berInteger, messageId) + element(operation, fields));
}

class LdapDialogue final : public StartTlsDialogue {
public:
    QByteArray greeting() const override { return {}; }

private:
    bool mayBeginWith(std::uint8_t octet) const override { return octet == berSequence; }

    Frame frameIn(const QByteArray &pending) const override
    {
        if (pending.isEmpty())
            return {};
        BerHeader header;
        const BerState state = readHeader(pending, 0, header);
        if (octetAt(pending, 0) != berSequence || state == BerState::Malformed)
            return {.fault = DialogueFault::Malformed};
        if (state == BerState::Incomplete)
            return {};
        const qsizetype size = header.size + header.content;
        if (size > longestMessage)
            return {.fault = DialogueFault::MessageTooLong};
        return {.size = size <= pending.size() ? size : 0};
    }

    Answer answerTo(const QByteArray &message) override
    {
        qsizetype at = 0;
        const auto envelope = readElement(message, at);
        at = 0;
        const auto id = envelope ? readElement(envelope->content, at) : std::nullopt;
        const auto operation = id ? readElement(envelope->content, at) : std::nullopt; // controls may follow
        if (!operation || !isMessageId(*id))
            return {.fault = DialogueFault::Malformed};
        if (operation->tag == ldapUnbind)
            return goodbye({});
        if (operation->tag == ldapExtendedRequest)
            return answerToExtended(id->content, operation->content);
        const auto known = std::ranges::find(ldapOperations, operation->tag, &LdapOperation::request);
        if (known == ldapOperations.end())
            return {.fault = DialogueFault::Malformed};
        noteCommand(known->name);
        if (known->response == 0)
            return {};
        return {.reply = ldapAnswer(id->content, known->response, LdapResult::ConfidentialityRequired,
                                    "StartTLS comes first")};
    }

    /// 1 to 2147483647; 0 is for what a server says unasked.
    static bool isMessageId(const BerElement &id)
    {
        const qsizetype size = id.content.size();
        return id.tag == berInteger && size >= 1 && size <= 4 && octetAt(id.content, 0) < 0x80
               && bigEndian(id.content, 0, size) != 0;
    }

    Answer answerToExtended(const QByteArray &messageId, const QByteArray &request)
    {
        qsizetype at = 0;
        const auto name = readElement(request, at);
        if (!name || name->tag != ldapRequestName)
            return {.fault = DialogueFault::Malformed};
        if (name->content == "1.3.6.1.4.1.1466.20037") { // RFC 4511 section 4.14.1
            noteCommand("StartTLS");
            // Without responseName, which is optional: GnuTLS takes nothing but exactly these octets.
            return {.reply = ldapAnswer(messageId, ldapExtendedResponse, LdapResult::Success, {}),
                    .next = Answer::Next::StartTls};
        }
        noteCommand("extended");
        return {.reply = ldapAnswer(messageId, ldapExtendedResponse, LdapResult::UnwillingToPerform,
                                    "StartTLS comes first")};
    }

    /// RFC 4511 section 4.4.1, Notice of Disconnection.
    QByteArray refusal(DialogueFault fault) const override
    {
        if (fault == DialogueFault::ForeignProtocol)
            return {};
        return ldapAnswer(QByteArray(1, '\0'), ldapExtendedResponse, LdapResult::ProtocolError, {},
                          element(ldapResponseName, "1.3.6.1.4.1.1466.20036"));
    }
};

// --- PostgreSQL ---

/// The version field of the first packet, which stands for a request where it is no version.
enum PostgreSqlCode : std::uint32_t {
    cancelRequest = 80877102,
    sslRequest = 80877103,
    gssEncryptionRequest = 80877104,
};
constexpr qsizetype postgreSqlHeader = 8;
constexpr std::uint32_t oldestStartup = 2;
constexpr std::uint32_t newestStartup = 3;

class PostgreSqlDialogue final : public StartTlsDialogue {
public:
    QByteArray greeting() const override { return {}; }

private:
    /// A packet of 16 MB would not be a beginning.
    bool mayBeginWith(std::uint8_t octet) const override { return octet == 0; }
    /// libpq 17: sslnegotiation=direct.
    bool takesTlsAtOnce() const override { return true; }

    Frame frameIn(const QByteArray &pending) const override
    {
        if (!pending.isEmpty() && !mayBeginWith(octetAt(pending, 0)))
            return {.fault = DialogueFault::Malformed};
        if (pending.size() < 4)
            return {};
        const auto size = qsizetype{bigEndian(pending, 0, 4)};
        if (size < postgreSqlHeader)
            return {.fault = DialogueFault::Malformed};
        if (size > longestMessage)
            return {.fault = DialogueFault::MessageTooLong};
        return {.size = size <= pending.size() ? size : 0};
    }

    Answer answerTo(const QByteArray &message) override
    {
        const std::uint32_t code = bigEndian(message, 4, 4);
        if (code == sslRequest && message.size() == postgreSqlHeader) {
            noteCommand("SSLRequest");
            return {.reply = "S", .next = Answer::Next::StartTls};
        }
        if (code == gssEncryptionRequest && message.size() == postgreSqlHeader) {
            noteCommand("GSSENCRequest");
            return {.reply = "N"};
        }
        if (code == cancelRequest) {
            noteCommand("CancelRequest");
            return {.fault = DialogueFault::OnlyCancels};
        }
        const std::uint32_t version = code >> 16;
        if (version != oldestStartup && version != newestStartup)
            return {.fault = DialogueFault::Malformed};
        noteCommand("StartupMessage");
        return {.fault = DialogueFault::LoginInPlain};
    }

    QByteArray refusal(DialogueFault fault) const override
    {
        switch (fault) { // no default: a new fault without an answer does not compile
        case DialogueFault::LoginInPlain:
            return errorResponse("28000", "SSL required"); // invalid_authorization_specification
        case DialogueFault::DataBehindRequest:
            return errorResponse("08P01", "data came with the request for SSL"); // protocol_violation
        case DialogueFault::Malformed:
        case DialogueFault::MessageTooLong:
        case DialogueFault::TooManyMessages:
            return errorResponse("08P01", "SSLRequest expected");
        case DialogueFault::None:
        case DialogueFault::BeganWithTls:
        case DialogueFault::TlsUnasked:
        case DialogueFault::ForeignProtocol:
        case DialogueFault::OnlyCancels: // which has no answer
            return {};
        }
        Q_UNREACHABLE();
    }

    /// Fields of a type and a string each: severity, severity untranslated, code, text.
    static QByteArray errorResponse(const QByteArray &code, const QByteArray &text)
    {
        const QByteArray end(1, '\0');
        const QByteArray fields = "SFATAL" + end + "VFATAL" + end + 'C' + code + end + 'M' + text + end + end;
        QByteArray size(4, '\0');
        size[3] = static_cast<char>(fields.size() + 4); // the texts above are short
        return 'E' + size + fields;
    }
};

} // namespace

std::unique_ptr<StartTlsDialogue> makeLdapDialogue()
{
    return std::make_unique<LdapDialogue>();
}

std::unique_ptr<StartTlsDialogue> makePostgreSqlDialogue()
{
    return std::make_unique<PostgreSqlDialogue>();
}

} // namespace sealport
