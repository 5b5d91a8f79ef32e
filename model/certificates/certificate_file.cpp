#include "model/certificates/certificate_file.h"

#include "model/base/file_safety.h"
#include "model/certificates/certificate_request.h"
#include "model/certificates/chain.h"
#include "model/certificates/key_decoder.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/password_encryption.h"
#include "model/certificates/pem_blocks.h"
#include "model/certificates/pkcs12_reader.h"
#include "model/certificates/revocation_list.h"

#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace sealport {

namespace {

using Pkcs12Ptr = Handle<PKCS12, PKCS12_free>;

using Pkcs7Ptr = Handle<PKCS7, PKCS7_free>;

constexpr std::size_t largestFile = 16U << 20U;

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

/// What a PEM label announces, in words for NoCertificateInFile; empty for parts that say nothing about a file.
QString kindOf(std::string_view label)
{
    if (label.ends_with("CERTIFICATE REQUEST"))
        return QStringLiteral("certificate request");
    if (label == "X509 CRL")
        return QStringLiteral("certificate revocation list");
    if (label.ends_with("PUBLIC KEY"))
        return QStringLiteral("public key");
    if (label == "OPENSSH PRIVATE KEY")
        return QStringLiteral("OpenSSH private key");
    if (label == "PKCS7" || label == "CMS")
        return QStringLiteral("PKCS #7 container");
    if (label.ends_with("PARAMETERS"))
        return QStringLiteral("key parameters");
    constexpr std::size_t longest = 64;
    const std::string_view shown = label.substr(0, longest);
    return QLatin1String(shown.data(), static_cast<qsizetype>(shown.size()));
}

QString kindOf(std::span<const std::byte> der)
{
    const IgnoreOpenSslErrors ignore;
    const auto *const start = reinterpret_cast<const unsigned char *>(der.data());
    const auto size = static_cast<long>(der.size());
    const unsigned char *in = start;
    if (RequestPtr(d2i_X509_REQ(nullptr, &in, size)))
        return QStringLiteral("certificate request");
    in = start;
    if (RevocationListPtr(d2i_X509_CRL(nullptr, &in, size)))
        return QStringLiteral("certificate revocation list");
    in = start;
    if (PkeyPtr(d2i_PUBKEY(nullptr, &in, size)))
        return QStringLiteral("public key");
    in = start;
    if (Pkcs7Ptr(d2i_PKCS7(nullptr, &in, size)))
        return QStringLiteral("PKCS #7 container");
    return {};
}

Result<Certificate> trustedCertificate(std::span<const std::byte> der)
{
    const auto *in = reinterpret_cast<const unsigned char *>(der.data());
    X509Ptr certificate(d2i_X509_AUX(nullptr, &in, static_cast<long>(der.size()))); // OpenSSL's trust settings follow
    if (!certificate)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedCertificate));
    return Certificate::fromX509(std::move(certificate));
}

/// Reads one file's bytes; the subject of problems is filled in by the caller.
class ContentReader {
public:
    explicit ContentReader(const SecretBytes *passphrase)
        : m_passphrase(passphrase)
        , m_keys(passphrase, m_encryption)
    {
    }

    FileReading read(std::span<const std::byte> bytes)
    {
        std::string_view text = textOf(bytes);
        const std::vector<PemBlock> blocks = findPemBlocks(text.substr(text.starts_with("\xEF\xBB\xBF") ? 3 : 0));
        if (blocks.empty())
            readDer(bytes);
        for (const PemBlock &block : blocks)
            readBlock(block);
        const FileContents &contents = m_reading.contents;
        if (contents.certificates.empty() && contents.keys.empty() && m_reading.problems.empty())
            m_reading.problems.push_back(failure(ErrorCode::NoCertificateInFile, m_foundInstead));
        return std::move(m_reading);
    }

private:
    void take(Result<Certificate> certificate)
    {
        if (certificate)
            m_reading.contents.certificates.push_back(std::move(*certificate));
        else
            m_reading.problems.push_back(std::move(certificate.error()));
    }
    void take(Result<PrivateKey> key)
    {
        if (key)
            m_reading.contents.keys.push_back(std::move(*key));
        else
            m_reading.problems.push_back(std::move(key.error()));
    }
    void readBlock(const PemBlock &block);
    void readDer(std::span<const std::byte> der);
    bool readContainer(std::span<const std::byte> der);
    void refuseDer(std::span<const std::byte> der);

    const SecretBytes *m_passphrase;
    PasswordEncryption m_encryption;
    KeyDecoder m_keys;
    FileReading m_reading;
    QStringList m_foundInstead;
};

void ContentReader::readBlock(const PemBlock &block)
{
    const bool isTrusted = block.label == "TRUSTED CERTIFICATE";
    const bool isCertificate = isTrusted || block.label == "CERTIFICATE" || block.label == "X509 CERTIFICATE";
    const bool isKey = block.label.ends_with("PRIVATE KEY") && block.label != "OPENSSH PRIVATE KEY";
    if (!isCertificate && !isKey) {
        m_foundInstead.append(kindOf(block.label));
        return;
    }
    const auto object = decodePem(block);
    if (!object)
        m_reading.problems.push_back(object.error());
    else if (isKey)
        take(m_keys.fromPem(*object));
    else
        take(isTrusted ? trustedCertificate(object->der.bytes()) : Certificate::fromDer(object->der.bytes()));
}

void ContentReader::readDer(std::span<const std::byte> der)
{
    constexpr std::byte sequence{0x30};
    if (der.size() < 2 || der[0] != sequence)
        return;
    if (auto certificate = Certificate::fromDer(der)) {
        take(std::move(certificate));
        return;
    }
    if (readContainer(der))
        return;
    if (const QString kind = kindOf(der); !kind.isEmpty()) {
        m_foundInstead.append(kind);
        return;
    }
    auto key = m_keys.fromDer(der);
    if (key || key.error().code != ErrorCode::MalformedKey)
        take(std::move(key));
    else
        refuseDer(der);
}

bool ContentReader::readContainer(std::span<const std::byte> der)
{
    const IgnoreOpenSslErrors ignore;
    const auto *in = reinterpret_cast<const unsigned char *>(der.data());
    const Pkcs12Ptr container(d2i_PKCS12(nullptr, &in, static_cast<long>(der.size())));
    if (!container)
        return false;
    auto contents = readPkcs12(*container, m_passphrase);
    if (contents)
        m_reading.contents = std::move(*contents);
    else
        m_reading.problems.push_back(std::move(contents.error()));
    return true;
}

/// Something in DER that is whole in no way that we know: its second tag tells what it meant to be.
void ContentReader::refuseDer(std::span<const std::byte> der)
{
    constexpr std::byte integer{0x02};
    const auto lengthOctet = std::to_integer<std::size_t>(der[1]);
    const std::size_t second = 2 + (lengthOctet > 0x80 ? lengthOctet - 0x80 : 0);
    const bool isVersioned = second + 2 < der.size() && der[second] == integer; // keys and containers begin with one
    const bool isContainer = isVersioned && der[second + 2] == std::byte{3};
    m_reading.problems.push_back(
        failure(isVersioned && !isContainer ? ErrorCode::MalformedKey : ErrorCode::MalformedCertificate));
}

bool isAboutPassphrase(const Error &error)
{
    return error.code == ErrorCode::PassphraseNeeded || error.code == ErrorCode::WrongPassphrase;
}

/// The certificates of a file whose key does not matter.
Result<FileContents> readForCertificates(const QString &path, const SecretBytes *passphrase)
{
    FileReading reading = readCertificateFileLeniently(path, passphrase);
    const auto problem = std::ranges::find_if_not(reading.problems, isAboutPassphrase);
    if (problem != reading.problems.end())
        return std::unexpected(*problem);
    if (reading.contents.certificates.empty() && !reading.problems.empty())
        return std::unexpected(reading.problems.front());
    return std::move(reading.contents);
}

Error inFile(ErrorCode code, const QString &path, QStringList values = {})
{
    return Error{.code = code, .subject = path, .values = std::move(values), .causes = {}};
}

} // namespace

FileReading readCertificateFileLeniently(const QString &path, const SecretBytes *passphrase)
{
    const auto bytes = readFile(path, largestFile);
    if (!bytes)
        return {.contents = {}, .problems = {bytes.error()}};
    const auto narrow = narrowed(bytes->bytes());
    FileReading reading = ContentReader(passphrase).read(narrow ? narrow->bytes() : bytes->bytes());
    for (Error &problem : reading.problems)
        problem.subject = path;
    return reading;
}

Result<FileContents> readCertificateFile(const QString &path, const SecretBytes *passphrase)
{
    FileReading reading = readCertificateFileLeniently(path, passphrase);
    if (!reading.problems.empty())
        return std::unexpected(std::move(reading.problems.front()));
    return std::move(reading.contents);
}

Result<Identity> readIdentity(const QString &certificateFile, const QString &keyFile, const QString &chainFile,
                              const SecretBytes *passphrase)
{
    const bool isKeyApart = !keyFile.isEmpty();
    auto main = isKeyApart ? readForCertificates(certificateFile, passphrase)
                           : readCertificateFile(certificateFile, passphrase);
    if (!main)
        return std::unexpected(main.error());
    if (main->certificates.empty())
        return std::unexpected(
            inFile(ErrorCode::NoCertificateInFile, certificateFile, {QStringLiteral("private key")}));

    std::vector<PrivateKey> keys = main->keys;
    if (isKeyApart) {
        auto apart = readCertificateFile(keyFile, passphrase);
        if (!apart)
            return std::unexpected(apart.error());
        keys = std::move(apart->keys);
        if (keys.empty())
            return std::unexpected(inFile(ErrorCode::NoPrivateKeyInFile, keyFile));
    }
    if (keys.empty())
        return std::unexpected(inFile(ErrorCode::NoPrivateKey, certificateFile));

    std::vector<Certificate> pool = main->certificates;
    if (!chainFile.isEmpty()) {
        const auto chain = readForCertificates(chainFile, passphrase);
        if (!chain)
            return std::unexpected(chain.error());
        if (chain->certificates.empty())
            return std::unexpected(inFile(ErrorCode::NoCertificateInFile, chainFile, {QStringLiteral("private key")}));
        pool.insert(pool.end(), chain->certificates.begin(), chain->certificates.end());
    }
    for (const Certificate &certificate : main->certificates) {
        const auto key = std::ranges::find_if(keys, [&](const PrivateKey &k) { return k.matches(certificate); });
        if (key == keys.end())
            continue;
        Identity identity{.certificate = certificate, .key = *key, .chain = issuersOf(certificate, pool)};
        const auto isPart = [&identity](const Certificate &given) {
            const auto hasIssuedIt = [&given](const Certificate &part) { return hasIssued(given, part); };
            return given == identity.certificate || hasIssuedIt(identity.certificate)
                   || std::ranges::any_of(identity.chain, hasIssuedIt);
        };
        const auto fromChainFile = std::span(pool).subspan(main->certificates.size());
        if (!fromChainFile.empty() && std::ranges::none_of(fromChainFile, isPart))
            return std::unexpected(inFile(ErrorCode::ChainMismatch, chainFile, {certificate.name()}));
        return identity;
    }
    return std::unexpected(inFile(ErrorCode::KeyMismatch, certificateFile));
}

} // namespace sealport
