#include "model/certificates/java_keystore_reader.h"

#include "model/certificates/java_key_protection.h"
#include "model/certificates/java_object.h"
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

class KeystoreReader {
public:
    KeystoreReader(const SecretBytes *passphrase, PasswordEncryption &encryption)
        : m_passphrase(passphrase)
        , m_encryption(encryption)
    {
    }

    FileReading read(std::span<const std::byte> bytes);

private:
    bool readEntry(JavaInput &input);
    void readCertificate(JavaInput &input);
    void readKey(std::span<const std::byte> encrypted, const QString &alias);
    void judgePassphrase(bool isOfStore);
    void report(Error problem)
    {
        const bool isKnown = std::ranges::any_of(m_reading.problems, [&problem](const Error &known) {
            return known.code == problem.code && known.values.value(1) == problem.values.value(1);
        });
        if (!isKnown) // once, not for each of a hundred keys
            m_reading.problems.push_back(std::move(problem));
    }

    const SecretBytes *m_passphrase;
    PasswordEncryption &m_encryption;
    std::uint32_t m_version = 0;
    bool m_hasOpenedKey = false;
    QStringList m_closedKeys; ///< aliases of those that the pass phrase does not open
    FileReading m_reading;
};

FileReading KeystoreReader::read(std::span<const std::byte> bytes)
{
    constexpr std::size_t headerSize = 12;
    if (bytes.size() < headerSize + digestSize) {
        report(failure(ErrorCode::TruncatedFile));
        return std::move(m_reading);
    }
    JavaInput input(bytes.first(bytes.size() - digestSize));
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
    if (done == count && !input.isAtEnd())
        report(failure(ErrorCode::MalformedContainer));
    if (done == count && input.isAtEnd() && m_passphrase)
        judgePassphrase(
            isKeystoreDigest(bytes.last(digestSize), bytes.first(bytes.size() - digestSize), *m_passphrase));
    else if (!m_closedKeys.isEmpty()) // the digest covers what was not understood
        report(failure(ErrorCode::WrongPassphrase));
    if (m_reading.contents.isEmpty() && m_reading.problems.empty())
        m_reading.otherKinds.append(QStringLiteral("empty Java keystore"));
    return std::move(m_reading);
}

void KeystoreReader::judgePassphrase(bool isOfStore)
{
    const bool isDamaged =
        std::ranges::find(m_reading.problems, ErrorCode::MalformedKey, &Error::code) != m_reading.problems.end();
    if (isOfStore && !m_closedKeys.isEmpty())
        report(failure(ErrorCode::WrongPassphrase, {m_closedKeys.first()}));
    else if (!isOfStore && m_hasOpenedKey)
        report(failure(ErrorCode::WrongPassphraseOrDamaged, {QStringLiteral("key")}));
    else if (!isOfStore && !isDamaged) // without a key nothing but the digest can tell
        report(failure(m_closedKeys.isEmpty() ? ErrorCode::WrongPassphraseOrDamaged : ErrorCode::WrongPassphrase));
}

bool KeystoreReader::readEntry(JavaInput &input)
{
    const auto kind = static_cast<Entry>(input.word());
    const std::span<const std::byte> name = input.text();
    constexpr qsizetype longestAlias = 64; // a stranger's
    const QString alias =
        QString::fromUtf8(reinterpret_cast<const char *>(name.data()), static_cast<qsizetype>(name.size()))
            .left(longestAlias);
    input.take(8); // when it was made
    if (input.isCutShort())
        return false;
    switch (kind) {
    case Entry::PrivateKey: {
        const std::span<const std::byte> encrypted = input.block();
        const std::uint32_t certificates = input.word();
        if (!input.isCutShort())
            readKey(encrypted, alias);
        for (std::uint32_t i = 0; i < certificates && !input.isCutShort(); ++i)
            readCertificate(input);
        return !input.isCutShort();
    }
    case Entry::Certificate:
        readCertificate(input);
        return !input.isCutShort();
    case Entry::SecretKey: {
        const bool isSkipped = skipJavaObject(input);
        if (isSkipped)
            report(failure(ErrorCode::SecretKeyPassedOver));
        else if (!input.isCutShort())
            report(failure(ErrorCode::UnsupportedAlgorithm, {QStringLiteral("javax.crypto.SealedObject")}));
        return isSkipped;
    }
    }
    report(failure(ErrorCode::MalformedContainer));
    return false;
}

void KeystoreReader::readCertificate(JavaInput &input)
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

void KeystoreReader::readKey(std::span<const std::byte> encrypted, const QString &alias)
{
    if (!m_passphrase)
        return report(passphraseNeeded());
    const auto plain = openJavaKey(encrypted, *m_passphrase, m_encryption);
    if (!plain && plain.error().code == ErrorCode::WrongPassphrase)
        return m_closedKeys.append(alias);
    if (!plain)
        return report(plain.error());
    m_hasOpenedKey = true;
    auto key = KeyDecoder(nullptr, m_encryption).fromDer(plain->bytes());
    if (key)
        m_reading.contents.keys.push_back(std::move(*key));
    else
        report(std::move(key.error()));
}

} // namespace

bool isJavaKeystore(std::span<const std::byte> bytes)
{
    const std::uint32_t magic = bytes.size() < 4 ? 0 : JavaInput(bytes).word();
    return magic == jksMagic || magic == jceksMagic;
}

FileReading readJavaKeystore(std::span<const std::byte> bytes, const SecretBytes *passphrase,
                             PasswordEncryption &encryption)
{
    return KeystoreReader(passphrase, encryption).read(bytes);
}

} // namespace sealport
