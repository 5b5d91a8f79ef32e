// Any text may be pasted into the thumbprint field. Whatever is accepted must be written back, in every format, as text
// that holds nothing invisible and that reads as the same octets.

#include "model/certificates/issuer.h"
#include "model/certificates/thumbprint_doctor.h"
#include "tests/fuzz/fuzz_require.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace sealport;
using namespace sealport::fuzz;

namespace {

bool isHex(QChar character)
{
    return (character >= u'0' && character <= u'9') || (character >= u'a' && character <= u'f')
           || (character >= u'A' && character <= u'F');
}

/// SHA-384 in Base64 has the length of SHA-256 in hex and no padding: where it looks like hex, hex is what it is read
/// as.
bool isAmbiguous(const QString &base64)
{
    return !base64.endsWith(u'=') && std::ranges::count_if(base64, isHex) * 4 >= base64.size() * 3;
}

/// With a serial number and a key of its own at each start: the fuzzer cannot learn its hashes by heart.
Certificate testCertificate()
{
    const PrivateKey key = PrivateKey::generate(KeyKind{}).value();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return issue({.commonName = QStringLiteral("fuzz"), .notBefore = now, .notAfter = now.addDays(1)}, key).value();
}

void checkRoundTrip(const Thumbprint &thumbprint)
{
    for (const ThumbprintFormat format :
         {ThumbprintFormat::Windows, ThumbprintFormat::DotNet, ThumbprintFormat::OpenSsl, ThumbprintFormat::Plain,
          ThumbprintFormat::Base64}) {
        const QString text = formatThumbprint(thumbprint.octets, format);
        if (format == ThumbprintFormat::Base64 && isAmbiguous(text))
            continue;
        if (format != ThumbprintFormat::Base64)
            require(std::ranges::all_of(text, [](QChar c) { return isHex(c) || c == u' ' || c == u':'; }));
        const auto again = parseThumbprint(text);
        require(again.has_value() && again->octets == thumbprint.octets && again->algorithm == thumbprint.algorithm
                && again->removedInvisible == 0);
    }
}

void checkError(const Error &error, const QString &text)
{
    require(error.code == ErrorCode::NotAThumbprint || error.code == ErrorCode::ThumbprintLength);
    if (error.code == ErrorCode::NotAThumbprint && !error.values.isEmpty()) {
        const qsizetype position = error.values.first().toLongLong();
        require(position >= 1 && position <= text.size());
    }
}

/// What the doctor makes of it, with nothing to find and with a certificate to mistake it for.
void checkDiagnosis(const QString &text)
{
    const ThumbprintReading reading = readThumbprint(text);
    require(std::ranges::all_of(reading.digits, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == ThumbprintReading::unknown;
    }));
    require((reading.illegalPosition == 0) == reading.illegalCharacter.isEmpty());
    require(reading.illegalPosition == 0 || reading.digits.contains(ThumbprintReading::unknown));
    static const std::vector<StoredCertificate> certificates{{.certificate = testCertificate()}};
    for (const ThumbprintFinding &finding : diagnoseThumbprint(text, certificates).findings) {
        require(finding.certificate == 0);
        require((finding.kind == ThumbprintFinding::Kind::Near) == (finding.wrongDigits > 0));
        require(finding.differences.size() == static_cast<std::size_t>(finding.wrongDigits));
        require(finding.wrongDigits <= 2 && finding.offset >= 0 && finding.offset < 128);
    }
}

void check(const QString &text)
{
    checkDiagnosis(text);
    const auto thumbprint = parseThumbprint(text);
    if (thumbprint)
        checkRoundTrip(*thumbprint);
    else
        checkError(thumbprint.error(), text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto length = static_cast<qsizetype>(size);
    check(QString::fromUtf8(reinterpret_cast<const char *>(data), length));
    // The same octets as a thumbprint: each that has the length of one must survive being written and read.
    if (size == 16 || size == 20 || size == 32 || size == 48 || size == 64) {
        const QByteArray octets(reinterpret_cast<const char *>(data), length);
        const auto read = parseThumbprint(formatThumbprint(octets, ThumbprintFormat::Plain));
        require(read.has_value() && read->octets == octets);
        checkRoundTrip(*read);
    }
    return 0;
}
