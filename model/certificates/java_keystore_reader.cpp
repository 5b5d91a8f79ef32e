#include "model/certificates/java_keystore_reader.h"

#include "model/certificates/java_key_protection.h"
#include "model/certificates/key_decoder.h"
#include "model/certificates/openssl_error.h"

#include <algorithm>
#include <string_view>

namespace sealport {

namespace {

constexpr std::uint32_t jksMagic = 0xFEEDFEED;
constexpr std::uint32_t jceksMagic = 0xCECECECE;
constexpr std::size_t digestSize = 20; // SHA-1

enum class Entry : std::uint32_t { PrivateKey = 1, Certificate = 2, SecretKey = 3 };

Error failure(ErrorCode code, QStringList values = {})
{
    return Error{.code = code, .subject = {}, .values = std::move(values), .causes = {}};
}

/// Java's DataInputStream over octets that may end anywhere.
class Input {
public:
    explicit Input(std::span<const std::byte> bytes)
        : m_rest(bytes)
    {
    }
    std::span<const std::byte> take(std::size_t size)
    {
        if (size > m_rest.size()) {
            m_isCutShort = true;
            size = m_rest.size();
        }
        const std::span<const std::byte> taken = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return m_isCutShort ? std::span<const std::byte>() : taken;
    }
    std::uint32_t number(std::size_t octets)
    {
        std::uint32_t value = 0;
        for (const std::byte octet : take(octets))
            value = value << 8U | std::to_integer<std::uint32_t>(octet);
        return value;
    }
    std::uint32_t word() { return number(4); }
    std::span<const std::byte> text() { return take(number(2)); }
    std::span<const std::byte> block() { return take(word()); }
    [[nodiscard]] bool isCutShort() const { return m_isCutShort; }
    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }

private:
    std::span<const std::byte> m_rest;
    bool m_isCutShort = false;
};

class KeystoreReader {
public:
    KeystoreReader(const SecretBytes *passphrase, PasswordEncryption &encryption)
        : m_passphrase(passphrase)
        , m_encryption(encryption)
    {
    }

    FileReading read(std::span<const std::byte> bytes);

private:
    bool readEntry(Input &input);
    void readCertificate(Input &input);
    void readKey(std::span<const std::byte> encrypted);
    void report(Error problem)
    {
        if (std::ranges::find(m_reading.problems, problem.code, &Error::code) == m_reading.problems.end())
            m_reading.problems.push_back(std::move(problem)); // once, not for each of a hundred keys
    }

    const SecretBytes *m_passphrase;
    PasswordEncryption &m_encryption;
    std::uint32_t m_version = 0;
    FileReading m_reading;
};

FileReading KeystoreReader::read(std::span<const std::byte> bytes)
{
    constexpr std::size_t headerSize = 12;
    if (bytes.size() < headerSize + digestSize) {
        report(failure(ErrorCode::TruncatedFile));
        return std::move(m_reading);
    }
    Input input(bytes.first(bytes.size() - digestSize));
    input.word(); // the magic number
    m_version = input.word();
    const std::uint32_t count = input.word();
    if (m_version != 1 && m_version != 2) {
        report(failure(ErrorCode::MalformedContainer));
        return std::move(m_reading);
    }
    std::uint32_t done = 0;
    while (done < count && !input.isCutShort() && readEntry(input))
        ++done;
    if (input.isCutShort())
        report(failure(ErrorCode::TruncatedFile));
    if (done < count)
        return std::move(m_reading); // its digest covers what was not understood
    if (!input.isAtEnd())
        report(failure(ErrorCode::MalformedContainer));
    else if (m_passphrase
             && !isKeystoreDigest(bytes.last(digestSize), bytes.first(bytes.size() - digestSize), *m_passphrase))
        report(failure(ErrorCode::WrongPassphrase));
    if (m_reading.contents.isEmpty() && m_reading.problems.empty())
        m_reading.otherKinds.append(QStringLiteral("empty Java keystore"));
    return std::move(m_reading);
}

bool KeystoreReader::readEntry(Input &input)
{
    const auto kind = static_cast<Entry>(input.word());
    input.text();  // alias
    input.take(8); // when it was made
    if (input.isCutShort())
        return false;
    switch (kind) {
    case Entry::PrivateKey: {
        const std::span<const std::byte> encrypted = input.block();
        const std::uint32_t certificates = input.word();
        if (!input.isCutShort())
            readKey(encrypted);
        for (std::uint32_t i = 0; i < certificates && !input.isCutShort(); ++i)
            readCertificate(input);
        return !input.isCutShort();
    }
    case Entry::Certificate:
        readCertificate(input);
        return !input.isCutShort();
    case Entry::SecretKey: // without a length: only Java can read on
        report(failure(ErrorCode::UnsupportedAlgorithm, {QStringLiteral("javax.crypto.SealedObject")}));
        return false;
    }
    report(failure(ErrorCode::MalformedContainer));
    return false;
}

void KeystoreReader::readCertificate(Input &input)
{
    const std::span<const std::byte> type =
        m_version == 2 ? input.text() : std::as_bytes(std::span(std::string_view("X.509")));
    const std::span<const std::byte> der = input.block();
    if (input.isCutShort())
        return;
    const std::string_view name{reinterpret_cast<const char *>(type.data()), type.size()};
    if (name != "X.509" && name != "X509")
        return; // nothing else was ever in use
    auto certificate = Certificate::fromDer(der);
    if (certificate)
        m_reading.contents.certificates.push_back(std::move(*certificate));
    else
        report(std::move(certificate.error()));
}

void KeystoreReader::readKey(std::span<const std::byte> encrypted)
{
    if (!m_passphrase)
        return report(passphraseNeeded());
    const auto plain = openJavaKey(encrypted, *m_passphrase, m_encryption);
    if (!plain)
        return report(plain.error());
    auto key = KeyDecoder(nullptr, m_encryption).fromDer(plain->bytes());
    if (key)
        m_reading.contents.keys.push_back(std::move(*key));
    else
        report(std::move(key.error()));
}

} // namespace

bool isJavaKeystore(std::span<const std::byte> bytes)
{
    const std::uint32_t magic = bytes.size() < 4 ? 0 : Input(bytes).word();
    return magic == jksMagic || magic == jceksMagic;
}

FileReading readJavaKeystore(std::span<const std::byte> bytes, const SecretBytes *passphrase,
                             PasswordEncryption &encryption)
{
    return KeystoreReader(passphrase, encryption).read(bytes);
}

} // namespace sealport
