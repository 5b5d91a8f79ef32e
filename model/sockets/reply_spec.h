#pragma once

#include "model/base/error.h"
#include "model/tls/opening.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace sealport {

/// What a server does with what it receives.
enum class ReplyMode : std::uint8_t {
    Echo,
    Discard,
    Text,     ///< ReplySpec::text for every message; for a client that stays silent, once
    Http,     ///< answers HTTP requests with a page that says what was negotiated
    File,     ///< answers HTTP requests with a file, or with the files of a folder
    Dialogue, ///< what a script says: see dialogue.h
    ByHand,   ///< what the user writes: see hand_exchange.h
    Protocol, ///< of a STARTTLS server: its protocol goes on inside TLS, see protocol_dialogue.h
};

/// A reply as the user describes it. A plain value; nothing is checked before validateReply().
struct ReplySpec {
    static constexpr int longestText = 65536; ///< of `text`, in characters

    ReplyMode mode = ReplyMode::Echo;
    QString text{};         ///< of Text; of a Dialogue without a path, the script itself
    QString path{};         ///< of File: a file or a folder; of Dialogue: the file that holds the script
    bool asksFirst = false; ///< of ByHand: nobody gets in before the user says so

    /// "echo", "discard", "http" (also "page"), "text:STRING", "file:PATH", "dialogue:FILE", "dialogue-text:SCRIPT",
    /// "by-hand", "by-hand:ask", "protocol". What a form can be left in is read too, an empty path for example.
    /// Errors: InvalidOption.
    static Result<ReplySpec> parse(const QString &option);
    /// As parse() reads it: profiles are stored so. What the mode does not use is left out.
    [[nodiscard]] QString toOption() const;
    friend bool operator==(const ReplySpec &, const ReplySpec &) = default;
};

/// What is usual with this opening: a STARTTLS server goes on in its protocol, all others echo.
[[nodiscard]] ReplyMode usualReply(const Opening &opening);

/// What would be refused without looking at any file (InvalidProfile).
[[nodiscard]] std::vector<Error> validateReply(const ReplySpec &reply);

} // namespace sealport
