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
/// up after 5,000 steps, which ends the dialogue as TooCostly. One call of next() takes one step, or looks for one
/// pattern in one window; GoOn says that there is more to do. The responder measures each call and rests ten times as
/// long before it calls again, so that a client that sends octet by octet gains nothing.
class DialogueRun {
public:
    static constexpr qsizetype window = 4096;      ///< a match that is longer is not sure to be found; half that is
    static constexpr qsizetype mostUnread = 65536; ///< kept while the dialogue pauses; the oldest octets go first

    struct Await {}; ///< nothing, until the client has sent more
    struct GoOn {};  ///< nothing in this call: others may have their turn first
    struct TooCostly {
        int line = 0; ///< of the pattern
    };
    using Action = std::variant<Await, GoOn, SendOctets, PauseFor, CloseConnection, ResetConnection, TooCostly>;

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
    /// What has been looked for in the window, one pattern after the other.
    struct Search {
        qsizetype size = 0;           ///< of the window; 0: it has not begun
        std::size_t next = 0;         ///< 0: what the step waits for; then the rules
        std::optional<Match> first{}; ///< of what was found
    };
    using Found = std::expected<std::optional<Match>, TooCostly>;
    [[nodiscard]] Found look(const DialoguePattern &pattern) const;
    Action search(const DialoguePattern *wanted);
    Action conclude();
    Action countBytes(std::int64_t wanted);
    Action follow(const DialogueRule &rule);
    Action finish(const Action &last);
    void use(qsizetype size);

    const std::shared_ptr<const Dialogue> m_dialogue;
    std::size_t m_step = 0;
    std::int64_t m_counted = 0; ///< bytes of the step that counts them
    QByteArray m_unread;
    Search m_search;
    bool m_hasMoved = false; ///< something was sent or used up since the last repeat: it may repeat again
    bool m_isOver = false;
};

} // namespace sealport
