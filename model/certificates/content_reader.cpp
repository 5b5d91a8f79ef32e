#include "model/certificates/content_reader.h"

#include "model/certificates/der_kind.h"
#include "model/certificates/der_size.h"
#include "model/certificates/foreign_file.h"
#include "model/certificates/java_keystore_reader.h"
#include "model/certificates/key_decoder.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/pem_blocks.h"
#include "model/certificates/pkcs12_reader.h"
#include "model/certificates/pkcs7_reader.h"

#include <openssl/pkcs12.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>

namespace sealport {

namespace {

using namespace std::string_view_literals;

using Pkcs12Ptr = Handle<PKCS12, PKCS12_free>;

Error failure(ErrorCode code, QStringList values = {})
{
    return Error{.code = code, .subject = {}, .values = std::move(values), .causes = {}};
}

std::string_view textOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

/// PowerShell's `>` writes UTF-16: PEM in it becomes ASCII again, what is not ASCII becomes '?'.
std::optional<SecretBytes> narrowed(std::span<const std::byte> bytes)
{
    const std::string_view text = textOf(bytes);
    const bool isLittleEndian = text.starts_with("\xFF\xFE");
    if (!isLittleEndian && !text.starts_with("\xFE\xFF"))
        return std::nullopt;
    SecretBytes narrow(bytes.size() / 2 - 1);
    for (std::size_t i = 0; i < narrow.bytes().size(); ++i) {
        const std::byte low = bytes[2 * i + (isLittleEndian ? 2 : 3)];
        const std::byte high = bytes[2 * i + (isLittleEndian ? 3 : 2)];
        narrow.bytes()[i] = high == std::byte{0} ? low : std::byte{'?'};
    }
    return narrow;
}

enum class PemKind { Certificate, TrustedCertificate, Key, Request, RevocationList, Pkcs7, Pkcs12, Other };

PemKind pemKind(std::string_view label)
{
    if (label == "CERTIFICATE" || label == "X509 CERTIFICATE")
        return PemKind::Certificate;
    if (label == "TRUSTED CERTIFICATE")
        return PemKind::TrustedCertificate;
    if (label.ends_with("PRIVATE KEY") && label != "OPENSSH PRIVATE KEY")
        return PemKind::Key; // or something else of that name: "NEBULA X25519 PRIVATE KEY"
    if (label.ends_with("CERTIFICATE REQUEST"))
        return PemKind::Request;
    if (label == "X509 CRL")
        return PemKind::RevocationList;
    if (label == "PKCS7" || label == "CMS" || label == "PKCS #7 SIGNED DATA")
        return PemKind::Pkcs7;
    return label == "PKCS12" ? PemKind::Pkcs12 : PemKind::Other; // GnuTLS writes it
}

/// What a PEM label that is not read announces, in words for NoCertificateInFile.
QString kindOf(std::string_view label)
{
    if (label.ends_with("PUBLIC KEY"))
        return QStringLiteral("public key");
    if (label == "OPENSSH PRIVATE KEY")
        return QStringLiteral("OpenSSH private key");
    if (label.starts_with("PGP "))
        return QStringLiteral("OpenPGP data");
    if (label.ends_with("PARAMETERS"))
        return QStringLiteral("key parameters");
    constexpr std::size_t longest = 64;
    const std::string_view shown = label.substr(0, longest);
    return QLatin1String(shown.data(), static_cast<qsizetype>(shown.size()));
}

/// As RFC 7468 and OpenSSL write them.
bool isUsualKeyLabel(std::string_view label)
{
    constexpr std::array usual{"PRIVATE KEY"sv,     "ENCRYPTED PRIVATE KEY"sv, "RSA PRIVATE KEY"sv,
                               "DSA PRIVATE KEY"sv, "EC PRIVATE KEY"sv,        "DH PRIVATE KEY"sv};
    return std::ranges::find(usual, label) != usual.end();
}

/// The first object of several octets: what follows it says nothing about it, and OpenSSL does not look at it either.
std::span<const std::byte> firstObject(std::span<const std::byte> der)
{
    const auto size = derSize(der);
    return size && *size < der.size() ? der.first(static_cast<std::size_t>(*size)) : der;
}

Result<Certificate> trustedCertificate(std::span<const std::byte> der)
{
    const auto *in = reinterpret_cast<const unsigned char *>(der.data());
    X509Ptr certificate(d2i_X509_AUX(nullptr, &in, static_cast<long>(der.size()))); // OpenSSL's trust settings follow
    if (!certificate)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedCertificate));
    return Certificate::fromX509(std::move(certificate));
}

class ContentReader {
public:
    ContentReader(const SecretBytes *passphrase, std::uint64_t mostRounds)
        : m_passphrase(passphrase)
        , m_encryption(mostRounds, passphrase ? 3 : 1)
        , m_keys(passphrase, m_encryption)
    {
    }

    FileReading read(std::span<const std::byte> bytes);

private:
    template <class T>
    void take(Result<T> object, std::vector<T> &objects)
    {
        if (object)
            objects.push_back(std::move(*object));
        else
            m_reading.problems.push_back(std::move(object.error()));
    }
    void take(FileReading part);
    void readBlock(const PemBlock &block);
    void readCertificate(std::span<const std::byte> der);
    void readContainer(std::span<const std::byte> der);
    void readKey(const PemBlock &block, const PemObject &object);
    void readDerFile(std::span<const std::byte> bytes);
    void readDer(std::span<const std::byte> der);
    bool readPkcs12Container(std::span<const std::byte> der);
    void refuseDer(std::span<const std::byte> der);

    const SecretBytes *m_passphrase;
    PasswordEncryption m_encryption;
    KeyDecoder m_keys;
    FileReading m_reading;
};

/// Of several blocks, which one is damaged.
void sayLine(Error &problem, const PemBlock &block)
{
    switch (problem.code) {
    case ErrorCode::MalformedCertificate:
    case ErrorCode::MalformedKey:
    case ErrorCode::MalformedRequest:
    case ErrorCode::MalformedRevocationList:
    case ErrorCode::MalformedContainer:
        problem.values = {QString::number(block.line)};
        break;
    default:
        break;
    }
}

FileReading ContentReader::read(std::span<const std::byte> bytes)
{
    const std::string_view text = textOf(bytes);
    const std::vector<PemBlock> blocks = findPemBlocks(text.substr(text.starts_with("\xEF\xBB\xBF") ? 3 : 0));
    for (const PemBlock &block : blocks) {
        const std::size_t before = m_reading.problems.size();
        readBlock(block);
        for (std::size_t i = before; blocks.size() > 1 && i < m_reading.problems.size(); ++i)
            sayLine(m_reading.problems[i], block);
    }
    if (blocks.empty() && isJavaKeystore(bytes))
        take(readJavaKeystore(bytes, m_passphrase, m_encryption));
    else if (const auto bare = blocks.empty() ? bareBase64(text) : std::nullopt)
        readDer(bare->bytes());
    else if (blocks.empty())
        readDerFile(bytes);
    if (!m_reading.contents.isEmpty() || !m_reading.problems.empty())
        return std::move(m_reading);
    if (m_reading.otherKinds.isEmpty())
        if (const QString kind = foreignKind(bytes); !kind.isEmpty())
            m_reading.otherKinds.append(kind);
    m_reading.problems.push_back(noCertificateIn(m_reading, {}));
    return std::move(m_reading);
}

void ContentReader::take(FileReading part)
{
    const auto append = [](auto &to, auto &from) { std::ranges::move(from, std::back_inserter(to)); };
    append(m_reading.contents.certificates, part.contents.certificates);
    append(m_reading.contents.keys, part.contents.keys);
    append(m_reading.contents.requests, part.contents.requests);
    append(m_reading.contents.revocationLists, part.contents.revocationLists);
    append(m_reading.problems, part.problems);
    m_reading.otherKinds += part.otherKinds;
}

void ContentReader::readBlock(const PemBlock &block)
{
    const PemKind kind = pemKind(block.label);
    if (kind == PemKind::Other) {
        m_reading.otherKinds.append(kindOf(block.label));
        return;
    }
    const auto object = decodePem(block);
    if (!object) {
        m_reading.problems.push_back(object.error());
        return;
    }
    const std::span<const std::byte> der = firstObject(object->der.bytes());
    switch (kind) {
    case PemKind::Certificate:
        return readCertificate(der);
    case PemKind::TrustedCertificate:
        return take(trustedCertificate(object->der.bytes()), m_reading.contents.certificates);
    case PemKind::Key:
        return readKey(block, *object);
    case PemKind::Request:
        return take(CertificateRequest::fromDer(der), m_reading.contents.requests);
    case PemKind::RevocationList:
        return take(RevocationList::fromDer(der), m_reading.contents.revocationLists);
    case PemKind::Pkcs7:
    case PemKind::Pkcs12:
        return readContainer(der);
    case PemKind::Other:
        break;
    }
}

void ContentReader::readKey(const PemBlock &block, const PemObject &object)
{
    auto key = m_keys.fromPem(object);
    if (!key && key.error().code == ErrorCode::MalformedKey && !isUsualKeyLabel(block.label))
        m_reading.otherKinds.append(kindOf(block.label));
    else
        take(std::move(key), m_reading.contents.keys);
}

/// Some programs write a whole PKCS#7 container under this label.
void ContentReader::readCertificate(std::span<const std::byte> der)
{
    auto certificate = Certificate::fromDer(der);
    if (!certificate) {
        if (auto container = readPkcs7(der)) {
            take(std::move(*container));
            return;
        }
    }
    take(std::move(certificate), m_reading.contents.certificates);
}

void ContentReader::readContainer(std::span<const std::byte> der)
{
    if (auto container = readPkcs7(der))
        take(std::move(*container));
    else if (!readPkcs12Container(der))
        m_reading.problems.push_back(failure(ErrorCode::MalformedContainer));
}

/// Certificates may stand one behind the other. What follows the last one is skipped: editors and terminals leave line
/// ends, zeros or an end-of-file mark there.
void ContentReader::readDerFile(std::span<const std::byte> bytes)
{
    std::size_t before = 0;
    do {
        before = m_reading.contents.certificates.size();
        const std::span<const std::byte> der = firstObject(bytes);
        readDer(der);
        bytes = bytes.subspan(der.size());
    } while (m_reading.contents.certificates.size() > before && derSize(bytes).value_or(0) > 0
             && *derSize(bytes) <= bytes.size());
}

void ContentReader::readDer(std::span<const std::byte> der)
{
    if (derContents(der).empty())
        return;
    if (auto certificate = Certificate::fromDer(der))
        return take(std::move(certificate), m_reading.contents.certificates);
    if (readPkcs12Container(der))
        return;
    if (auto container = readPkcs7(der))
        return take(std::move(*container));
    if (auto request = CertificateRequest::fromDer(der))
        return take(std::move(request), m_reading.contents.requests);
    if (auto list = RevocationList::fromDer(der))
        return take(std::move(list), m_reading.contents.revocationLists);
    if (const QString kind = otherDerKind(der); !kind.isEmpty()) {
        m_reading.otherKinds.append(kind);
        return;
    }
    auto key = m_keys.fromDer(der);
    if (key || key.error().code != ErrorCode::MalformedKey || KeyDecoder::isEncrypted(der))
        take(std::move(key), m_reading.contents.keys);
    else
        refuseDer(der);
}

bool ContentReader::readPkcs12Container(std::span<const std::byte> der)
{
    const IgnoreOpenSslErrors ignore;
    const auto *in = reinterpret_cast<const unsigned char *>(der.data());
    const Pkcs12Ptr container(d2i_PKCS12(nullptr, &in, static_cast<long>(der.size())));
    if (container)
        take(readPkcs12(*container, m_passphrase, m_encryption));
    return container != nullptr;
}

/// Something in DER that is whole in no way that we know: what stands first in it tells what it meant to be.
void ContentReader::refuseDer(std::span<const std::byte> der)
{
    constexpr std::byte integer{0x02}; // the version of a key or of PKCS#12
    constexpr std::byte object{0x06};  // the kind of a PKCS#7 container
    constexpr std::byte sequence{0x30};
    const std::span<const std::byte> contents = derContents(der);
    const std::byte tag = contents.front();
    const bool isText = std::ranges::all_of(
        textOf(der), [](unsigned char c) { return c >= ' ' || c == '\t' || c == '\n' || c == '\r'; });
    if (isText || (tag != integer && tag != object && tag != sequence))
        return; // the digit 0 is the tag of a sequence too
    constexpr std::uint64_t largest = 16U << 20U;
    const auto size = derSize(der);
    const bool isPkcs12 = tag == integer && contents.size() > 2 && contents[2] == std::byte{3};
    ErrorCode code = ErrorCode::MalformedCertificate;
    if (tag == object || isPkcs12)
        code = ErrorCode::MalformedContainer;
    else if (tag == integer)
        code = ErrorCode::MalformedKey;
    if (size && *size > der.size() && *size <= largest)
        m_reading.problems.push_back(
            failure(ErrorCode::TruncatedFile, {QString::number(*size), QString::number(der.size())}));
    else
        m_reading.problems.push_back(failure(code));
}

} // namespace

FileReading readCertificateBytes(std::span<const std::byte> bytes, const SecretBytes *passphrase,
                                 std::uint64_t mostRounds)
{
    const auto narrow = narrowed(bytes);
    const std::span<const std::byte> plain = narrow ? narrow->bytes() : bytes;
    const auto lines = unflattenedPem(textOf(plain));
    return ContentReader(passphrase, mostRounds).read(lines ? lines->bytes() : plain);
}

Error noCertificateIn(const FileReading &reading, const QString &file)
{
    QStringList kinds = reading.otherKinds;
    if (!reading.contents.revocationLists.empty())
        kinds.prepend(QStringLiteral("certificate revocation list"));
    if (!reading.contents.requests.empty())
        kinds.prepend(QStringLiteral("certificate request"));
    if (!reading.contents.keys.empty())
        kinds.prepend(QStringLiteral("private key"));
    return Error{.code = ErrorCode::NoCertificateInFile, .subject = file, .values = kinds, .causes = {}};
}

} // namespace sealport
