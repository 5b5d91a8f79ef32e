#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace sealport {

/// A thumbprint as a person typed or pasted it, made clean.
struct Thumbprint {
    QByteArray octets;
    ThumbprintAlgorithm algorithm = ThumbprintAlgorithm::Sha1; ///< told by the length
    int removedInvisible = 0; ///< invisible characters that were dropped (U+200E from certmgr.msc, …)

    friend bool operator==(const Thumbprint &, const Thumbprint &) = default;
};

/// What can be made of a text that is meant to be a thumbprint, also when it is none: the first half of
/// parseThumbprint() and of diagnoseThumbprint().
struct ThumbprintReading {
    static constexpr char unknown = '?';

    QByteArray digits;             ///< lower-case hex; `unknown` for a letter that is no hexadecimal digit
    int removedInvisible = 0;      ///< characters that nobody sees
    bool isBase64 = false;         ///< digits stand for what was Base64
    qsizetype illegalPosition = 0; ///< of the first character that is no digit, 1-based in the text; 0: there is none
    QString illegalCharacter;      ///< fit to be shown
    QString leftOut; ///< what stood in front of it, or else behind it, fit to be shown: "SHA1 Fingerprint="
    std::optional<ThumbprintAlgorithm> named{}; ///< there, whatever the length says

    friend bool operator==(const ThumbprintReading &, const ThumbprintReading &) = default;
};

/// Longest text that is read; whatever is longer was no thumbprint.
constexpr qsizetype longestThumbprintText = 4096;
[[nodiscard]] ThumbprintReading readThumbprint(const QString &text);

/// Whether somebody who types this means a thumbprint, be it a wrong one: mostly hexadecimal digits, or one in Base64.
[[nodiscard]] bool looksLikeThumbprint(const QString &text);

/// The algorithm that makes so many octets.
[[nodiscard]] std::optional<ThumbprintAlgorithm> thumbprintAlgorithm(qsizetype octets);

/// Cleans and decodes: invisible and directional characters, every Unicode space, `: - . , ;`, `0x`,
/// prefixes such as `sha1:` and `SHA1 Fingerprint=`, quotes and brackets, full-width digits, either case, Base64 of 16,
/// 20, 32, 48 or 64 octets; of other text that holds one, as a table, the first that is as long as one. The text is
/// hostile (clipboard, command line): inputs over 4096 characters are refused. Errors: NotAThumbprint (values: 1-based
/// position in the input and the character), ThumbprintLength (values: hex digits found).
[[nodiscard]] Result<Thumbprint> parseThumbprint(const QString &text);

/// How a thumbprint is written; none of the forms holds an invisible character.
enum class ThumbprintFormat {
    Windows, ///< "9d a4 84": certmgr.msc and WinDev
    DotNet,  ///< "9DA484": .NET and PowerShell
    OpenSsl, ///< "9D:A4:84"
    Plain,   ///< "9da484": JSON
    Base64,
};
[[nodiscard]] QString formatThumbprint(const QByteArray &octets, ThumbprintFormat format);

} // namespace sealport
