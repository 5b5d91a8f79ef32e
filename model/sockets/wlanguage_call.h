#pragma once

#include "model/sockets/server_profile.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sealport {

/// The parameters of SocketCréeSSL, in their order.
enum class WLanguageParameter : std::uint8_t { Name, Port, Certificate, Options, Address, Store };

/// What of a text was not understood, not used, or taken in a way that its author should know. The comment says what
/// `values` hold; model/text has the sentences.
struct WLanguageNote {
    enum class Code : std::uint8_t {
        NoCall,    ///< nowhere in the text
        OtherCall, ///< none, but one of a relative that makes no server with TLS; values: its name
        TextTooLong,
        TooManyCalls,      ///< values: how many were read
        UnfinishedComment, ///< it has no */
        UnfinishedCall,    ///< its parenthesis is not closed
        UnfinishedString,
        TypographicQuotes,   ///< “ ” or « », which WLanguage does not know
        MultilineString,     ///< [ … ]: check it
        Interpolation,       ///< [%…%] in a string was left as it is
        NotUnderstood,       ///< `parameter`; values: the code
        UnknownVariable,     ///< `parameter`; values: the names that the text gives no value to
        ParameterMissing,    ///< `parameter`
        ParametersLeftOver,  ///< values: the code of those that SocketCréeSSL does not have
        NameFromVariable,    ///< values: the variable, whose name was taken for want of its value
        PortOutsideRange,    ///< values: the port, which the profile allows nevertheless
        PortOfSystem,        ///< 0: the system chooses
        PortImpossible,      ///< values: what was given
        UnknownConstant,     ///< values: its name
        HashAndName,         ///< both constants: the hash was taken
        NoProtocol,          ///< options, but none of a protocol: those of SocketCréeSSL were taken
        ThumbprintDoubtful,  ///< values: the text, which is kept as it is; readThumbprint() says more
        ThumbprintNotSha1,   ///< values: the number of its digits
        NameIsThumbprint,    ///< a whole thumbprint is given as a name
        NoAddress,           ///< values: the address that was taken
        StoreNotUsed,        ///< values: its name
        SettingsRead,        ///< values: the names of settings that a comment of wLanguageCall() gave
        SettingsNotRead,     ///< values: the same, of those that cannot be used
        SocketOptionUnknown, ///< Socket.Option = something else; values: the code
    };
    Code code{};
    int line = 0; ///< of the text, from 1; 0: none of it in particular
    WLanguageParameter parameter{};
    QStringList values{};

    friend bool operator==(const WLanguageNote &, const WLanguageNote &) = default;
};

/// What a text of WLanguage says about servers.
struct WLanguageReading {
    std::vector<ServerProfile> profiles; ///< one for each call; as written, not checked by validate()
    std::vector<std::size_t> unnamed;    ///< places of those whose call says no name that is understood: sSocketSSL
    std::vector<WLanguageNote> notes;    ///< at most some hundreds
};

constexpr qsizetype longestWLanguageText = 1 << 20; ///< characters; of longer ones nothing is read

/// The calls of SocketCréeSSL (SocketCreateSSL, with accents or without, in any case) in a text that may hold other
/// code: comments, conditions, `...` at the end of lines, strings that `+` puts together, and variables that the text
/// gives a value before. What a call leaves out is as SocketCréeSSL has it, but the address: 127.0.0.1. The text is
/// hostile (clipboard, files). Any thread; a megabyte takes a good part of a second.
[[nodiscard]] WLanguageReading readWLanguageCall(QStringView text);

enum class WLanguageDialect : std::uint8_t { French, English };

/// The profile as such a call, which ends with a line break. What the call has no words for stands above it in
/// comments, in which readWLanguageCall() finds it again, so that the same profile comes back, but for members of
/// later versions; a thumbprint is grouped as certmgr.msc shows it. Holds no PIN. An address of 0.0.0.0 is left out, as
/// whoever does not choose one does.
[[nodiscard]] QString wLanguageCall(const ServerProfile &profile, WLanguageDialect dialect);

/// The names, as toJson() has them, of what stands in those comments.
[[nodiscard]] QStringList settingsBesideWLanguageCall(const ServerProfile &profile);

} // namespace sealport
