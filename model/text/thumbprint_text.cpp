#include "model/text/thumbprint_text.h"

#include "model/certificates/display_text.h"

#include <QCoreApplication>

#include <array>

namespace sealport {

namespace {

struct Length {
    qsizetype digits;
    ThumbprintAlgorithm algorithm;
};
constexpr std::array<Length, 5> lengths{{{40, ThumbprintAlgorithm::Sha1},
                                         {64, ThumbprintAlgorithm::Sha256},
                                         {32, ThumbprintAlgorithm::Md5},
                                         {96, ThumbprintAlgorithm::Sha384},
                                         {128, ThumbprintAlgorithm::Sha512}}};

/// The thumbprint that these digits nearly fill, or overfill.
const Length *nearestLength(qsizetype digits)
{
    constexpr qsizetype near = 2;
    for (const Length &length : lengths)
        if (std::abs(length.digits - digits) <= near)
            return &length;
    return nullptr;
}

QString illegalNote(const ThumbprintReading &reading)
{
    const QString note =
        QCoreApplication::translate("Thumbprint", "Character %1 is “%2”, which is no hexadecimal digit.")
            .arg(reading.illegalPosition)
            .arg(reading.illegalCharacter);
    const QString lower = reading.illegalCharacter.toLower();
    if (lower == u"o")
        return note + QLatin1Char(' ') + QCoreApplication::translate("Thumbprint", "Perhaps it should be the digit 0.");
    if (lower == u"l" || lower == u"i")
        return note + QLatin1Char(' ') + QCoreApplication::translate("Thumbprint", "Perhaps it should be the digit 1.");
    return note;
}

/// For what is too far from every length to be one with a slip.
QString farLengthNote(qsizetype digits)
{
    if (digits < 2 || digits > lengths.front().digits)
        return {};
    return QCoreApplication::translate("Thumbprint", "It has %1 digits; SHA-1 has 40, SHA-256 has 64.").arg(digits);
}

bool isMostlyDigits(const ThumbprintReading &reading)
{
    return !reading.digits.isEmpty() && reading.digits.count(ThumbprintReading::unknown) * 2 <= reading.digits.size();
}

QString lengthNote(const ThumbprintReading &reading)
{
    const qsizetype digits = reading.digits.size();
    const Length *nearest = nearestLength(digits);
    if (nearest == nullptr)
        return isMostlyDigits(reading) ? farLengthNote(digits) : QString();
    if (nearest->digits == digits)
        return {};
    const int difference = static_cast<int>(std::abs(nearest->digits - digits));
    const QString label = thumbprintAlgorithmLabel(nearest->algorithm);
    if (digits < nearest->digits)
        return QCoreApplication::translate("Thumbprint", "It has %1 digits, and %2 has %3: %n are missing.", nullptr,
                                           difference)
            .arg(digits)
            .arg(label)
            .arg(nearest->digits);
    return QCoreApplication::translate("Thumbprint", "It has %1 digits, and %2 has %3: %n are too many.", nullptr,
                                       difference)
        .arg(digits)
        .arg(label)
        .arg(nearest->digits);
}

QString namedNote(const ThumbprintReading &reading)
{
    const auto algorithm = thumbprintAlgorithm(reading.digits.size() / 2);
    if (!reading.named || reading.digits.size() % 2 != 0 || !algorithm || *algorithm == *reading.named)
        return {};
    return QCoreApplication::translate("Thumbprint", "%1 is named, but %2 digits are the length of %3.")
        .arg(thumbprintAlgorithmLabel(*reading.named))
        .arg(reading.digits.size())
        .arg(thumbprintAlgorithmLabel(*algorithm));
}

QString exactly(const ThumbprintFinding &finding, const QString &name)
{
    const QString label = thumbprintAlgorithmLabel(finding.algorithm);
    switch (finding.object) {
    case HashedObject::Certificate:
        return QCoreApplication::translate("Thumbprint", "“%1” has this %2 thumbprint.").arg(name, label);
    case HashedObject::PublicKey:
        return QCoreApplication::translate(
                   "Thumbprint",
                   "The public key of “%1” has this %2 hash (a pin); it is not the certificate's thumbprint.")
            .arg(name, label);
    case HashedObject::KeyIdentifier:
        return QCoreApplication::translate(
                   "Thumbprint", "This is the key identifier of “%1” (%2 of its key's bits), not its thumbprint.")
            .arg(name, label);
    case HashedObject::SerialNumber:
        return QCoreApplication::translate("Thumbprint", "This is the serial number of “%1”, not its thumbprint.")
            .arg(name);
    }
    Q_UNREACHABLE();
}

QString differenceText(const DigitDifference &difference)
{
    const QChar typed = QLatin1Char(difference.typed);
    const QChar meant = QLatin1Char(difference.meant);
    if (difference.typed == 0)
        return QCoreApplication::translate("Thumbprint", "Digit %1 is missing: “%2”.")
            .arg(difference.position)
            .arg(meant);
    if (difference.meant == 0)
        return QCoreApplication::translate("Thumbprint", "Digit %1 is too many.").arg(difference.position);
    if (difference.typed == ThumbprintReading::unknown)
        return QCoreApplication::translate("Thumbprint", "Digit %1 should be “%2”.")
            .arg(difference.position)
            .arg(meant);
    return QCoreApplication::translate("Thumbprint", "Digit %1 is “%2” and should be “%3”.")
        .arg(difference.position)
        .arg(typed)
        .arg(meant);
}

QString nearly(const ThumbprintFinding &finding, const QString &label, const QString &name)
{
    QStringList sentences{QCoreApplication::translate("Thumbprint", "It is the %2 of “%1”, but for %n digits.", nullptr,
                                                      finding.wrongDigits)
                              .arg(name, label)};
    for (const DigitDifference &difference : finding.differences)
        sentences.append(differenceText(difference));
    return sentences.join(u' ');
}

/// "SHA-1 thumbprint", "serial number"
QString objectLabel(const ThumbprintFinding &finding)
{
    switch (finding.object) {
    case HashedObject::Certificate:
        return QCoreApplication::translate("Thumbprint", "%1 thumbprint")
            .arg(thumbprintAlgorithmLabel(finding.algorithm));
    case HashedObject::PublicKey:
        return QCoreApplication::translate("Thumbprint", "%1 hash of its public key")
            .arg(thumbprintAlgorithmLabel(finding.algorithm));
    case HashedObject::KeyIdentifier:
        return QCoreApplication::translate("Thumbprint", "key identifier");
    case HashedObject::SerialNumber:
        return QCoreApplication::translate("Thumbprint", "serial number");
    }
    Q_UNREACHABLE();
}

} // namespace

QString thumbprintAlgorithmLabel(ThumbprintAlgorithm algorithm)
{
    switch (algorithm) {
    case ThumbprintAlgorithm::Md5:
        return QStringLiteral("MD5");
    case ThumbprintAlgorithm::Sha1:
        return QStringLiteral("SHA-1");
    case ThumbprintAlgorithm::Sha256:
        return QStringLiteral("SHA-256");
    case ThumbprintAlgorithm::Sha384:
        return QStringLiteral("SHA-384");
    case ThumbprintAlgorithm::Sha512:
        return QStringLiteral("SHA-512");
    }
    Q_UNREACHABLE();
}

QStringList readingNotes(const ThumbprintReading &reading)
{
    QStringList notes;
    if (reading.removedInvisible > 0)
        notes.append(QCoreApplication::translate("Thumbprint", "%n invisible characters were left out.", nullptr,
                                                 reading.removedInvisible));
    if (!reading.leftOut.isEmpty())
        notes.append(QCoreApplication::translate("Thumbprint", "“%1” was left out.").arg(reading.leftOut));
    if (reading.isBase64)
        notes.append(QCoreApplication::translate("Thumbprint", "It was read as Base64."));
    if (reading.illegalPosition != 0)
        notes.append(illegalNote(reading));
    for (const QString &note : {lengthNote(reading), namedNote(reading)})
        if (!note.isEmpty())
            notes.append(note);
    return notes;
}

QString describe(const ThumbprintFinding &finding, const QString &name)
{
    const QString shown = displayText(name);
    switch (finding.kind) {
    case ThumbprintFinding::Kind::Exact:
        return exactly(finding, shown);
    case ThumbprintFinding::Kind::Near:
        return nearly(finding, objectLabel(finding), shown);
    case ThumbprintFinding::Kind::Part:
        return finding.offset == 0
                   ? QCoreApplication::translate("Thumbprint", "The %2 of “%1” begins like this.")
                         .arg(shown, objectLabel(finding))
                   : QCoreApplication::translate("Thumbprint", "The %2 of “%1” holds this, behind its first %3 digits.")
                         .arg(shown, objectLabel(finding))
                         .arg(finding.offset);
    }
    Q_UNREACHABLE();
}

QString nothingFound(const ThumbprintReading &reading)
{
    if (!isMostlyDigits(reading))
        return QCoreApplication::translate("Thumbprint",
                                           "This is no thumbprint: it must consist of hexadecimal digits.");
    return QCoreApplication::translate("Thumbprint", "No certificate here has this thumbprint, nor nearly so. Open the "
                                                     "file or folder where it should be, or look for its name.");
}

} // namespace sealport
