#include "model/certificates/thumbprint_doctor.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>

namespace sealport {

namespace {

using Kind = ThumbprintFinding::Kind;

constexpr int mostWrong = 2;
constexpr qsizetype fewestNear = 16; ///< digits; with fewer, two wrong ones make anything out of anything
constexpr qsizetype fewestPart = 6;  ///< digits at either end
constexpr qsizetype fewestBeginning = 3;
constexpr std::size_t mostSuchBeginnings = 3; ///< of fewer digits than fewestPart; more say nothing
constexpr qsizetype fewestInside = 12;        ///< digits in the middle, where chance finds more
constexpr std::size_t mostInexact = 20;

/// A number of a certificate, and how it is computed.
struct Candidate {
    HashedObject object;
    ThumbprintAlgorithm algorithm;
    qsizetype digits; ///< 0: not fixed
};
constexpr std::array<Candidate, 8> candidates{{
    {HashedObject::Certificate, ThumbprintAlgorithm::Sha1, 40},
    {HashedObject::Certificate, ThumbprintAlgorithm::Sha256, 64},
    {HashedObject::PublicKey, ThumbprintAlgorithm::Sha256, 64},
    {HashedObject::KeyIdentifier, ThumbprintAlgorithm::Sha1, 40},
    {HashedObject::SerialNumber, ThumbprintAlgorithm::Sha1, 0},
    {HashedObject::Certificate, ThumbprintAlgorithm::Md5, 32},
    {HashedObject::Certificate, ThumbprintAlgorithm::Sha384, 96},
    {HashedObject::Certificate, ThumbprintAlgorithm::Sha512, 128},
}};

QByteArray hexOf(const Certificate &certificate, const Candidate &candidate)
{
    switch (candidate.object) {
    case HashedObject::Certificate:
        return certificate.thumbprint(candidate.algorithm).toHex();
    case HashedObject::PublicKey:
        return certificate.publicKeySha256().toHex();
    case HashedObject::KeyIdentifier:
        return certificate.keyIdentifier().toHex();
    case HashedObject::SerialNumber:
        return certificate.serial().toLatin1();
    }
    Q_UNREACHABLE();
}

/// Digits to change, add or leave out; nothing when it takes more than mostWrong (Levenshtein, in a band around the
/// diagonal). An unknown digit is wrong wherever it stands.
std::optional<int> wrongDigits(const QByteArray &typed, const QByteArray &hex)
{
    constexpr int width = 2 * mostWrong + 1;
    constexpr int tooMany = mostWrong + 1;
    if (std::abs(typed.size() - hex.size()) > mostWrong)
        return std::nullopt;
    std::array<int, width> row{}; // distance to hex.left(i + column - mostWrong), for the typed digits up to i
    for (int column = 0; column < width; ++column)
        row[std::size_t(column)] = column < mostWrong ? tooMany : column - mostWrong;
    for (qsizetype i = 1; i <= typed.size(); ++i) {
        std::array<int, width> next{};
        int best = tooMany;
        for (int column = 0; column < width; ++column) {
            const qsizetype j = i + column - mostWrong;
            int distance = tooMany;
            if (j == 0) {
                distance = static_cast<int>(i);
            } else if (j > 0 && j <= hex.size()) {
                distance = row[std::size_t(column)] + (typed.at(i - 1) == hex.at(j - 1) ? 0 : 1);
                if (column + 1 < width)
                    distance = std::min(distance, row[std::size_t(column) + 1] + 1);
                if (column > 0)
                    distance = std::min(distance, next[std::size_t(column) - 1] + 1);
            }
            next[std::size_t(column)] = std::min(distance, tooMany);
            best = std::min(best, next[std::size_t(column)]);
        }
        if (best == tooMany)
            return std::nullopt;
        row = next;
    }
    const int distance = row[std::size_t(hex.size() - typed.size() + mostWrong)];
    return distance <= mostWrong ? std::optional(distance) : std::nullopt;
}

/// Appends how `typed` becomes `hex` with at most `most` changes, those first that leave the length alone.
bool findDifferences(QByteArrayView typed, QByteArrayView hex, qsizetype position, int most,
                     std::vector<DigitDifference> &differences)
{
    while (!typed.empty() && !hex.empty() && typed.front() == hex.front()) {
        typed = typed.sliced(1);
        hex = hex.sliced(1);
        ++position;
    }
    if (typed.empty() && hex.empty())
        return true;
    if (most == 0)
        return false;
    const auto step = [&](qsizetype ofTyped, qsizetype ofHex) {
        if (ofTyped > typed.size() || ofHex > hex.size())
            return false;
        differences.push_back({.position = position,
                               .typed = ofTyped > 0 ? typed.front() : '\0',
                               .meant = ofHex > 0 ? hex.front() : '\0'});
        if (findDifferences(typed.sliced(ofTyped), hex.sliced(ofHex), position + ofTyped, most - 1, differences))
            return true;
        differences.pop_back();
        return false;
    };
    return step(1, 1) || step(0, 1) || step(1, 0);
}

std::optional<qsizetype> partOffset(const QByteArray &typed, const QByteArray &hex)
{
    if (typed.size() < fewestBeginning || typed.size() >= hex.size() || typed.contains(ThumbprintReading::unknown))
        return std::nullopt;
    if (hex.startsWith(typed))
        return 0;
    if (typed.size() < fewestPart)
        return std::nullopt;
    if (hex.endsWith(typed))
        return hex.size() - typed.size();
    const qsizetype inside = typed.size() >= fewestInside ? hex.indexOf(typed) : -1;
    return inside > 0 ? std::optional(inside) : std::nullopt;
}

std::optional<ThumbprintFinding> inexact(const QByteArray &typed, const Candidate &candidate, const QByteArray &hex)
{
    ThumbprintFinding finding{.object = candidate.object, .algorithm = candidate.algorithm};
    if (typed.size() >= fewestNear) {
        if (const auto wrong = wrongDigits(typed, hex)) {
            finding.kind = Kind::Near;
            finding.wrongDigits = *wrong;
            findDifferences(typed, hex, 1, *wrong, finding.differences);
            return finding;
        }
    }
    if (const auto offset = partOffset(typed, hex)) {
        finding.kind = Kind::Part;
        finding.offset = *offset;
        return finding;
    }
    return std::nullopt;
}

/// Tools write an octet of zeros in front of a serial number, or leave its first zero out.
bool isSameNumber(const QByteArray &typed, const QByteArray &serial)
{
    constexpr qsizetype mostZeros = 2;
    const auto bare = [](QByteArrayView digits) {
        while (digits.startsWith('0'))
            digits = digits.sliced(1);
        return digits;
    };
    return !bare(serial).isEmpty() && bare(typed) == bare(serial) && typed.size() <= serial.size() + mostZeros;
}

bool isExact(const QByteArray &typed, const Candidate &candidate, const Certificate &certificate)
{
    if (candidate.object == HashedObject::SerialNumber)
        return typed.size() >= fewestPart && isSameNumber(typed, hexOf(certificate, candidate));
    return typed.size() == candidate.digits && typed == hexOf(certificate, candidate);
}

/// A serial number or a key identifier is no thumbprint, and all the less one that is only nearly so.
bool mayBeInexact(const QByteArray &typed, const Candidate &candidate)
{
    const bool isHash = candidate.object == HashedObject::Certificate || candidate.object == HashedObject::PublicKey;
    return isHash && typed.size() <= candidate.digits + mostWrong;
}

/// Runs `look` over every certificate and candidate.
template <class Look>
void forEach(const std::vector<StoredCertificate> &certificates, const std::stop_token &stop, Look look)
{
    for (std::size_t i = 0; i < certificates.size() && !stop.stop_requested(); ++i)
        for (const Candidate &candidate : candidates)
            look(i, candidate);
}

} // namespace

ThumbprintDiagnosis diagnoseThumbprint(const QString &text, const std::vector<StoredCertificate> &certificates,
                                       const std::stop_token &stop)
{
    ThumbprintDiagnosis diagnosis{.reading = readThumbprint(text), .findings = {}};
    const QByteArray &typed = diagnosis.reading.digits;
    std::vector<ThumbprintFinding> &findings = diagnosis.findings;
    forEach(certificates, stop, [&](std::size_t index, const Candidate &candidate) {
        if (isExact(typed, candidate, certificates[index].certificate))
            findings.push_back({.certificate = index, .object = candidate.object, .algorithm = candidate.algorithm});
    });
    if (!findings.empty())
        return diagnosis;

    forEach(certificates, stop, [&](std::size_t index, const Candidate &candidate) {
        if (!mayBeInexact(typed, candidate) || (!findings.empty() && findings.back().certificate == index))
            return; // one for each certificate: the first candidate is the likeliest
        if (auto finding = inexact(typed, candidate, hexOf(certificates[index].certificate, candidate))) {
            finding->certificate = index;
            findings.push_back(*finding);
        }
    });
    if (typed.size() < fewestPart && findings.size() > mostSuchBeginnings)
        findings.clear();
    std::ranges::stable_sort(findings, {}, [](const ThumbprintFinding &finding) {
        return std::pair(finding.kind, finding.kind == Kind::Near ? finding.wrongDigits : 0);
    });
    if (findings.size() > mostInexact)
        findings.resize(mostInexact);
    return diagnosis;
}

} // namespace sealport
