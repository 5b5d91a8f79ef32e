#pragma once

#include "model/base/error.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QString>

#include <chrono>
#include <cstdint>
#include <expected>
#include <optional>
#include <variant>
#include <vector>

namespace sealport {

/// What is looked for in what the client sends.
struct DialoguePattern {
    std::variant<QByteArray, QRegularExpression> wanted; ///< octets as they are, or a pattern over them
    int line = 0;                                        ///< of the script
};

struct WaitForPattern {
    DialoguePattern pattern;
};
struct WaitForBytes {
    std::int64_t count = 0;
};
struct SendOctets {
    QByteArray octets;
};
struct PauseFor {
    std::chrono::milliseconds time{};
};
struct CloseConnection {}; ///< with close_notify
struct ResetConnection {}; ///< TCP reset
struct StartAgain {};
using DialogueStep =
    std::variant<WaitForPattern, WaitForBytes, SendOctets, PauseFor, CloseConnection, ResetConnection, StartAgain>;

/// What is done whenever a pattern appears, whichever step waits meanwhile.
struct DialogueRule {
    DialoguePattern pattern;
    std::variant<SendOctets, CloseConnection, ResetConnection> action;
};

/// What a server says to each client, written down before: one step a line.
///
///     # anything behind a number sign
///     send "220 ready\r\n"          text in UTF-8; \r \n \t \0 \\ \" and \x0d
///     send "a" hex 0d 0a            several pieces, one after the other
///     wait "QUIT\r\n"               until these octets have come
///     wait /^(EHLO|HELO) .*\r\n/i   until the pattern is found (Perl's; ^ and $ know lines; i: case does not count)
///     wait 4 bytes                  until so many have come
///     delay 200 ms                  or s
///     on /^NOOP/ send "250 ok\r\n"  whenever it comes while a step waits for a text or a pattern, and after the last
///                                   step; also close and reset
///     close                         close_notify, then the end
///     reset                         TCP reset
///     repeat                        from the first step again
///
/// Behind close, reset and repeat only rules may stand: no step is reached there.///
/// A step begins where the last one ended: what was found is used up, with everything in front of it. Behind the last
/// step the connection stays open until the client, the idle time-out or a rule ends it. Patterns are over octets: one
/// of UTF-8 that is no ASCII counts as several. There is no step that sends a file: a script is whole in itself.
struct Dialogue {
    std::vector<DialogueStep> steps;
    std::vector<DialogueRule> rules;

    static constexpr qsizetype mostLines = 1000;
    static constexpr std::size_t mostRules = 32;
    static constexpr qsizetype longestText = 2048; ///< that can be waited for
};

/// Where and why a script cannot be understood.
struct ScriptFault {
    enum class Kind : std::uint8_t {
        UnknownStep,     ///< detail: the word
        NothingToSend,   ///< behind send
        NothingToWait,   ///< behind wait or on
        UnfinishedText,  ///< no closing quote
        UnfinishedRegex, ///< no closing slash
        BadRegex,        ///< detail: what Qt says of it
        EmptyRegex,      ///< it is found before anything has come
        UnknownFlag,     ///< behind the closing slash; detail: the letter
        UnknownEscape,   ///< detail: the letter behind the backslash
        BadHex,          ///< detail: the character
        HalfOctet,       ///< a hexadecimal digit stands alone
        TextTooLong,     ///< detail: the most
        BadCount,        ///< of bytes; detail: what stands there
        BadTime,         ///< detail: what stands there
        MissingAction,   ///< behind on and its pattern
        BytesInRule,     ///< "on 4 bytes"
        Surplus,         ///< more than the step takes; detail: what
        TooManyLines,    ///< detail: the most
        TooManyRules,    ///< detail: the most
        TooLarge,        ///< detail: the most, in bytes
        Unreachable,     ///< a step behind the last one; detail: that one's word
        NothingToRepeat, ///< no step in front of repeat sends anything or waits for the client
        Empty,           ///< no step and no rule
    };
    Kind kind{};
    int line = 1;
    int column = 1;
    QString detail{};

    friend bool operator==(const ScriptFault &, const ScriptFault &) = default;
};

/// Pure. Patterns are made with limits in them: whatever is matched against them, each attempt ends soon, in a match or
/// in an error. See dialogue_run.h.
[[nodiscard]] std::expected<Dialogue, ScriptFault> parseDialogue(const QString &script);

/// InvalidProfile, values: "dialogue", line, column, the kind's number, detail. `script`: what it is called.
[[nodiscard]] Error errorOf(const ScriptFault &fault, const QString &script);
/// The way back; nothing for another error.
[[nodiscard]] std::optional<ScriptFault> scriptFaultIn(const QStringList &values);

} // namespace sealport
