#include "model/diagnosis/fingerprint.h"

#include "model/tls/registry.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <algorithm>
#include <iterator>
#include <vector>

namespace sealport {
namespace {

constexpr std::uint16_t serverNameExtension = 0;
constexpr std::uint16_t alpnExtension = 16;

bool isCounted(std::uint16_t value)
{
    return !isGrease(value);
}

template <class Number>
void appendDecimal(QByteArray &text, const std::vector<Number> &values)
{
    bool first = true;
    for (const Number value : values) {
        if (sizeof(Number) == 2 && isGrease(value))
            continue;
        if (!first)
            text += '-';
        text += QByteArray::number(value);
        first = false;
    }
}

constexpr char hexDigit(unsigned value)
{
    return "0123456789abcdef"[value & 0xf];
}

/// "1301,1302,c02b"
QByteArray hexList(const std::vector<std::uint16_t> &values)
{
    QByteArray text;
    text.reserve(5 * static_cast<qsizetype>(values.size()));
    for (const std::uint16_t value : values) {
        if (!text.isEmpty())
            text += ',';
        for (const int shift : {12, 8, 4, 0})
            text += hexDigit(static_cast<unsigned>(value) >> shift);
    }
    return text;
}

std::vector<std::uint16_t> withoutGrease(const std::vector<std::uint16_t> &values)
{
    std::vector<std::uint16_t> kept;
    kept.reserve(values.size());
    std::ranges::copy_if(values, std::back_inserter(kept), isCounted);
    return kept;
}

/// First 12 hex digits of the SHA-256; zeros stand for "nothing there".
QByteArray shortHash(const QByteArray &text)
{
    constexpr qsizetype shown = 12;
    if (text.isEmpty())
        return QByteArray(shown, '0');
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().first(shown);
}

QByteArray twoDigits(std::size_t count)
{
    return QByteArray::number(static_cast<qulonglong>(std::min<std::size_t>(count, 99))).rightJustified(2, '0');
}

/// The highest of supported_versions; the version field where that extension is absent or all GREASE.
QByteArray versionMark(const ClientHello &hello)
{
    const std::vector<std::uint16_t> offered = withoutGrease(hello.supportedVersions);
    const std::uint16_t version = offered.empty() ? hello.legacyVersion : std::ranges::max(offered);
    switch (version) {
    case 0x0304:
        return "13";
    case 0x0303:
        return "12";
    case 0x0302:
        return "11";
    case 0x0301:
        return "10";
    case 0x0300:
        return "s3";
    case 0x0002:
        return "s2";
    default:
        return "00";
    }
}

constexpr bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// First and last character of the first protocol name, of its hex form when either is not alphanumeric.
QByteArray alpnMark(const ClientHello &hello)
{
    if (hello.alpn.empty() || hello.alpn.front().isEmpty())
        return "00";
    const QByteArray &name = hello.alpn.front();
    const char first = name.front();
    const char last = name.back();
    if (isAlphanumeric(first) && isAlphanumeric(last))
        return QByteArray{}.append(first).append(last);
    return QByteArray{}
        .append(hexDigit(static_cast<std::uint8_t>(first) >> 4))
        .append(hexDigit(static_cast<std::uint8_t>(last)));
}

} // namespace

QString ja3(const ClientHello &hello)
{
    QByteArray text = QByteArray::number(hello.legacyVersion);
    text += ',';
    appendDecimal(text, hello.cipherSuites);
    text += ',';
    appendDecimal(text, hello.extensions);
    text += ',';
    appendDecimal(text, hello.groups);
    text += ',';
    appendDecimal(text, hello.pointFormats);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex());
}

QString ja4(const ClientHello &hello)
{
    std::vector<std::uint16_t> suites = withoutGrease(hello.cipherSuites);
    std::vector<std::uint16_t> extensions = withoutGrease(hello.extensions);
    const bool toDomain = std::ranges::find(extensions, serverNameExtension) != extensions.end();

    QByteArray text = "t" + versionMark(hello) + (toDomain ? 'd' : 'i') + twoDigits(suites.size())
                      + twoDigits(extensions.size()) + alpnMark(hello);

    std::ranges::sort(suites);
    text += '_' + shortHash(hexList(suites));

    std::erase_if(extensions, [](auto type) { return type == serverNameExtension || type == alpnExtension; });
    std::ranges::sort(extensions);
    QByteArray capabilities = hexList(extensions);
    const std::vector<std::uint16_t> signatures = withoutGrease(hello.signatureAlgorithms);
    if (!capabilities.isEmpty() && !signatures.empty())
        capabilities += '_' + hexList(signatures);
    text += '_' + shortHash(capabilities);
    return QString::fromLatin1(text);
}

} // namespace sealport
