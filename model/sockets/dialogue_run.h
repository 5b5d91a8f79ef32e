#pragma once

#include "model/sockets/dialogue.h"

#include <cstddef>
#include <expected>
#include <memory>
#include <optional>
#include <span>

namespace sealport {

/// One client's way through a dialogue: takes what the client sends and says what is to be done. Pure: no sockets, no
/// clocks, and nothing that takes long.
///
/// Why no client can make a pattern run away: it looks at a window of 4 KiB, and from each position in it PCRE2 gives
/// up after 5,000 steps, which ends the dialogue as TooCostly. What one call of next() may cost is thereby bounded by
/// the script alone; the responder measures it and rests ten times as long before it calls again, so that a client that
/// sends octet by octet gains nothing.
class DialogueRun {
public:
    static constexpr qsizetype window = 4096;      ///< a match that is longer is not sure to be found; half that is
    static constexpr qsizetype mostUnread = 65536; ///< kept while the dialogue pauses; the oldest octets go first

    struct Await {}; ///< nothing, until the client has sent more
    struct TooCostly {
        int line = 0; ///< of the pattern
    };
    using Action = std::variant<Await, SendOctets, PauseFor, CloseConnection, ResetConnection, TooCostly>;

    explicit DialogueRun(std::shared_ptr<const Dialogue> dialogue)
        : m_dialogue(std::move(dialogue))
    {
    }

    void receive(std::span<const std::byte> data);
    /// To be called again until it says Await; after CloseConnection, ResetConnection and TooCostly it says nothing
    /// else.
    [[nodiscard]] Action next();

private:
    struct Match {
        qsizetype start = 0;
        qsizetype length = 0;
        const DialogueRule *rule = nullptr; ///< null: it is what the step waits for
    };
    using Found = std::expected<std::optional<Match>, TooCostly>;
    [[nodiscard]] Found look(const DialoguePattern &pattern, const QString &characters) const;
    [[nodiscard]] Found lookForFirst(const DialoguePattern *wanted) const;
    std::optional<Action> takeStep();
    std::optional<Action> search(const DialoguePattern *wanted);
    std::optional<Action> countBytes(std::int64_t wanted);
    Action follow(const DialogueRule &rule);
    Action finish(const Action &last);
    void use(qsizetype size);

    const std::shared_ptr<const Dialogue> m_dialogue;
    std::size_t m_step = 0;
    std::int64_t m_counted = 0; ///< bytes of the step that counts them
    QByteArray m_unread;
    bool m_hasMoved = false; ///< something was done or used up since the last repeat: it may repeat again
    bool m_isOver = false;
};

} // namespace sealport
