// LDAP and PostgreSQL before TLS: messages are packets that say how long they are.

#include "model/tls/plain_packets.h"
#include "model/tls/starttls_dialogues.h"

namespace sealport {

namespace {

/// The most that is waited for.
qsizetype whatHasCome(const PacketFrame &frame, const QByteArray &pending)
{
    return frame.size <= pending.size() ? frame.size : 0;
}

class LdapDialogue final : public StartTlsDialogue {
public:
    QByteArray greeting() const override { return {}; }

private:
    bool mayBeginWith(std::uint8_t octet) const override { return octet == 0x30; }

    Frame frameIn(const QByteArray &pending) const override
    {
        const PacketFrame frame = ldapFrame(pending);
        if (frame.isMalformed)
            return {.fault = DialogueFault::Malformed};
        if (frame.size > longestMessage)
            return {.fault = DialogueFault::MessageTooLong};
        return {.size = whatHasCome(frame, pending)};
    }

    Answer answerTo(const QByteArray &message) override
    {
        const auto request = readLdapRequest(message);
        if (!request)
            return {.fault = DialogueFault::Malformed};
        if (request->operation == ldapUnbind)
            return goodbye({});
        if (request->operation == ldapExtendedRequest)
            return answerToExtended(*request);
        const LdapOperation *known = ldapOperation(request->operation);
        if (known == nullptr)
            return {.fault = DialogueFault::Malformed};
        noteCommand(known->name);
        if (known->response == 0)
            return {};
        return {.reply = ldapAnswer(request->id, known->response, LdapResult::ConfidentialityRequired,
                                    "StartTLS comes first")};
    }

    Answer answerToExtended(const LdapRequest &request)
    {
        const auto name = ldapExtendedName(request.content);
        if (!name)
            return {.fault = DialogueFault::Malformed};
        if (isLdapStartTls(*name)) {
            noteCommand("StartTLS");
            // Without responseName, which is optional: GnuTLS takes nothing but exactly these octets.
            return {.reply = ldapAnswer(request.id, ldapExtendedResponse, LdapResult::Success, {}),
                    .next = Answer::Next::StartTls};
        }
        noteCommand("extended");
        return {.reply = ldapAnswer(request.id, ldapExtendedResponse, LdapResult::UnwillingToPerform,
                                    "StartTLS comes first")};
    }

    QByteArray refusal(DialogueFault fault) const override
    {
        return fault == DialogueFault::ForeignProtocol ? QByteArray() : ldapDisconnection();
    }
};

constexpr qsizetype postgreSqlRequest = 8; ///< octets of one that has no fields
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
        if (!pending.isEmpty() && !mayBeginWith(static_cast<std::uint8_t>(pending.front())))
            return {.fault = DialogueFault::Malformed};
        const PacketFrame frame = postgreSqlFrame(pending);
        if (frame.isMalformed)
            return {.fault = DialogueFault::Malformed};
        if (frame.size > longestMessage)
            return {.fault = DialogueFault::MessageTooLong};
        return {.size = whatHasCome(frame, pending)};
    }

    Answer answerTo(const QByteArray &message) override
    {
        const std::uint32_t code = postgreSqlCode(message);
        if (code == sslRequest && message.size() == postgreSqlRequest) {
            noteCommand("SSLRequest");
            return {.reply = "S", .next = Answer::Next::StartTls};
        }
        if (code == gssEncryptionRequest && message.size() == postgreSqlRequest) {
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
            return postgreSqlError("28000", "SSL required"); // invalid_authorization_specification
        case DialogueFault::DataBehindRequest:
            return postgreSqlError("08P01", "data came with the request for SSL"); // protocol_violation
        case DialogueFault::Malformed:
        case DialogueFault::MessageTooLong:
        case DialogueFault::TooManyMessages:
            return postgreSqlError("08P01", "SSLRequest expected");
        case DialogueFault::None:
        case DialogueFault::BeganWithTls:
        case DialogueFault::TlsUnasked:
        case DialogueFault::ForeignProtocol:
        case DialogueFault::OnlyCancels: // which has no answer
            return {};
        }
        Q_UNREACHABLE();
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
