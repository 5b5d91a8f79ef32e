#pragma once

#include "model/tls/protocol.h"

#include <QString>
#include <QStringView>

#include <cstdint>
#include <optional>
#include <vector>

namespace sealport {

/// The four texts of an AlgorithmChoice.
enum class AlgorithmList : std::uint8_t { Ciphers, CipherSuites, Groups, SignatureAlgorithms };

/// What somebody should know about a list that he typed. OpenSSL itself says nothing of most of it: it passes over
/// names that it does not know as long as others fit. model/text has the sentences.
struct ListFinding {
    enum class Kind : std::uint8_t {
        TooLong,          ///< over longestAlgorithmList
        IllegalCharacter, ///< element: the character
        Incomplete,       ///< an operator without a name, or nothing between two separators
        WrongSeparator,   ///< these lists have colons alone; suggestion: the element with colons
        UnknownCommand,   ///< neither @STRENGTH nor @SECLEVEL=0 to 5
        UnknownName,      ///< suggestion: the nearest known name, if one is near
        IanaName,         ///< suggestion: what OpenSSL calls it
        Tls13Suite,       ///< belongs into the list of TLS 1.3
        OlderSuite,       ///< belongs into the list of TLS 1.2 and older; suggestion: its name there
        NotAvailable,     ///< a name that OpenSSL has, or had, and this one has nothing for; suggestion: as above
        EmptyCombination, ///< nothing is all of "kRSA+ECDSA" at once
        NotAtBeginning,   ///< DEFAULT counts only there
        OverridesOthers,  ///< SUITEB128: would set groups and signatures too, unseen; suggestion: its suites
        NeedsSharedSecret,
        AlreadyThere,   ///< adds nothing to what stands before it
        ExcludedBefore, ///< "!" before it is for good
        LevelForbids,   ///< level
        // about the list as a whole
        NothingLeft,         ///< suggestion: the list with DEFAULT before it, if it only takes away or commands
        LevelLeavesNothing,  ///< level, and protocols for which nothing is left
        NothingForProtocols, ///< protocols, whatever the level
        RefusedByOpenSsl,    ///< for a reason that is not known here
    };

    AlgorithmList list{};
    Kind kind{};
    /// The server could not start with the list, or would do what it does not say. Else it starts: a notice.
    bool isError = false;
    qsizetype position = 0; ///< in the text as typed, in QChars; 0 and all of it for the list as a whole
    qsizetype length = 0;
    QString element{}; ///< what stands there, fit to be shown; long ones are cut
    QString suggestion{};
    int level = 0;
    ProtocolSet protocols{};

    friend bool operator==(const ListFinding &, const ListFinding &) = default;
};

/// What else is set: the lists are looked at against it.
struct ListUse {
    ProtocolSet protocols{Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2, Protocol::Tls1_3};
    int securityLevel = 0; ///< @SECLEVEL in a cipher list goes before it
};

inline constexpr qsizetype longestAlgorithmList = 4096; ///< in QChars

/// In the order of the text, those about the whole list last. Nothing for an empty text, which is Sealport's own list;
/// else what OpenSSL refuses always has an error. At most 100. Any thread; OpenSSL's error queue is empty afterwards.
[[nodiscard]] std::vector<ListFinding> checkCiphers(QStringView list, const ListUse &use = {});
[[nodiscard]] std::vector<ListFinding> checkCipherSuites(QStringView list, const ListUse &use = {});
[[nodiscard]] std::vector<ListFinding> checkGroups(QStringView list, const ListUse &use = {});
[[nodiscard]] std::vector<ListFinding> checkSignatureAlgorithms(QStringView list, const ListUse &use = {});
[[nodiscard]] bool hasError(const std::vector<ListFinding> &findings);

/// The security level that the cipher list itself commands, as OpenSSL reads it: the last one.
[[nodiscard]] std::optional<int> securityLevelIn(QStringView ciphers);

/// The numbers behind a list, in its order, as this OpenSSL offers them at this level; whatever the spelling. Empty
/// when OpenSSL refuses the list. At most some milliseconds (a finite field group at its beginning: 20).
[[nodiscard]] std::vector<std::uint16_t> groupNumbersOf(QStringView list, int securityLevel = 0);
[[nodiscard]] std::vector<std::uint16_t> signatureNumbersOf(QStringView list, int securityLevel = 0);

} // namespace sealport
