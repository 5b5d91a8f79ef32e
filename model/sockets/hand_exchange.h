#pragma once

#include "model/sockets/connection_record.h"
#include "model/sockets/hand_transcript.h"

#include <QObject>

#include <map>
#include <vector>

namespace sealport {

class Workspace;

/// Everything that the user does by hand: which connections wait to be let in, what was said on each, and the orders of
/// the user. Knows the servers whose reply is ReplyMode::ByHand, those of this run. What ends stays to be read, until
/// there is too much of it. Lives in the GUI thread.
class HandExchange final : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype mostOctets = 64 << 20; ///< of all transcripts
    static constexpr std::size_t mostEnded = 500;     ///< conversations that are over

    struct Conversation {
        ConnectionRecord record; ///< the newest
        HandTranscript transcript;
    };

    /// `workspace` outlives it.
    explicit HandExchange(Workspace &workspace, QObject *parent = nullptr);

    [[nodiscard]] std::vector<ConnectionId> conversations() const; ///< all, in the order in which they came
    [[nodiscard]] std::vector<ConnectionId> waiting() const;       ///< those to be admitted or denied
    /// Null when it is not known, or forgotten. Valid until control returns to the event loop.
    [[nodiscard]] const Conversation *conversation(ConnectionId id) const;

    void admit(ConnectionId id);
    void deny(ConnectionId id);
    /// False when nothing can be sent any more, or not yet. What was sent comes back as a piece of the transcript, at
    /// its place among what the client says.
    bool send(ConnectionId id, const QByteArray &octets);
    void close(ConnectionId id);
    /// Where TLS begins when the user wants it.
    void secure(ConnectionId id);
    /// Drops one that is over.
    void forget(ConnectionId id);

Q_SIGNALS:
    void asked(sealport::ConnectionId id);     ///< a new one waits
    void changed(sealport::ConnectionId id);   ///< its state or its transcript
    void forgotten(sealport::ConnectionId id); ///< it is not known any more

private:
    void takeRecords(const std::vector<ConnectionRecord> &records);
    void takeData(const std::vector<DataExchanged> &data);
    [[nodiscard]] bool isByHand(const ConnectionRecord &record) const;
    void order(ConnectionId id, HandOrder order);
    void keepWithinBounds();

    Workspace &m_workspace;
    std::map<ConnectionId, Conversation> m_conversations; ///< ids rise
    qsizetype m_octets = 0;                               ///< of all transcripts
    std::size_t m_ended = 0;
};

} // namespace sealport
