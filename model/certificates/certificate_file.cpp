#include "model/certificates/certificate_file.h"

#include "model/base/file_safety.h"
#include "model/certificates/chain.h"
#include "model/certificates/content_reader.h"
#include "model/certificates/key_halves.h"
#include "model/certificates/key_store_mark.h"
#include "model/certificates/token_search.h"

#include <algorithm>

namespace sealport {

namespace {

constexpr std::size_t largestFile = 16U << 20U;

bool isAboutSecretKey(const Error &problem)
{
    return problem.code == ErrorCode::SecretKeyPassedOver;
}

/// As readCertificateFile(), or of a token.
Result<FileContents> readWithKeys(const QString &path, const SecretBytes *passphrase)
{
    if (isTokenPlace(path))
        return readToken(path, passphrase, TokenKeys::Wanted);
    return readCertificateFile(path, passphrase);
}

/// The certificates of a file whose key does not matter.
Result<FileContents> readForCertificates(const QString &path, const SecretBytes *passphrase)
{
    if (isTokenPlace(path))
        return readToken(path, nullptr, TokenKeys::NotWanted);
    FileReading reading = readCertificateFileLeniently(path, passphrase);
    std::erase_if(reading.problems, isAboutSecretKey);
    const auto problem = std::ranges::find_if_not(reading.problems, isAboutPassphrase);
    if (problem != reading.problems.end())
        return std::unexpected(*problem);
    if (reading.contents.certificates.empty())
        return std::unexpected(reading.problems.empty() ? noCertificateIn(reading, path) : reading.problems.front());
    return std::move(reading.contents);
}

Error inFile(ErrorCode code, const QString &path, QStringList values = {})
{
    return Error{.code = code, .subject = path, .values = std::move(values), .causes = {}};
}

} // namespace

bool isAboutPassphrase(const Error &error)
{
    return error.code == ErrorCode::PassphraseNeeded || error.code == ErrorCode::WrongPassphrase
           || error.code == ErrorCode::WrongPassphraseOrDamaged || isAboutPin(error);
}

bool isAboutPin(const Error &error)
{
    return error.code == ErrorCode::PinNeeded || error.code == ErrorCode::WrongPin;
}

bool hasLockedKey(const FileReading &reading)
{
    return std::ranges::find(reading.problems, ErrorCode::PassphraseNeeded, &Error::code) != reading.problems.end();
}

FileReading readCertificateFileLeniently(const QString &path, const SecretBytes *passphrase)
{
    const auto bytes = readFile(path, largestFile);
    if (!bytes) {
        Error error = bytes.error();
        if (error.code == ErrorCode::FileNotFound || error.code == ErrorCode::EmptyFile)
            error.values.append(keyStore);
        return {.contents = {}, .problems = {std::move(error)}};
    }
    FileReading reading = readCertificateBytes(bytes->bytes(), passphrase);
    for (Error &problem : reading.problems)
        problem.subject = path;
    return reading;
}

Result<FileContents> readCertificateFile(const QString &path, const SecretBytes *passphrase)
{
    FileReading reading = readCertificateFileLeniently(path, passphrase);
    if (!reading.contents.isEmpty())
        std::erase_if(reading.problems, isAboutSecretKey);
    if (!reading.problems.empty())
        return std::unexpected(std::move(reading.problems.front()));
    if (reading.contents.certificates.empty() && reading.contents.keys.empty())
        return std::unexpected(noCertificateIn(reading, path));
    return std::move(reading.contents);
}

Result<Identity> readIdentity(const QString &certificateFile, const QString &keyFile, const QString &chainFile,
                              const SecretBytes *passphrase)
{
    const bool isKeyApart = !keyFile.isEmpty();
    auto main =
        isKeyApart ? readForCertificates(certificateFile, passphrase) : readWithKeys(certificateFile, passphrase);
    if (!main)
        return std::unexpected(main.error());
    if (main->certificates.empty())
        return std::unexpected(
            inFile(ErrorCode::NoCertificateInFile, certificateFile, {QStringLiteral("private key")}));

    std::vector<PrivateKey> keys = main->keys;
    if (isKeyApart) {
        auto apart = readWithKeys(keyFile, passphrase);
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
        pool.insert(pool.end(), chain->certificates.begin(), chain->certificates.end());
    }
    for (const Certificate &certificate : main->certificates) {
        const auto key = std::ranges::find_if(keys, [&](const PrivateKey &k) { return k.matches(certificate); });
        if (key == keys.end())
            continue;
        if (!halvesBelongTogether(*key))
            return std::unexpected(halvesDiffer(isKeyApart ? keyFile : certificateFile));
        Identity identity{.certificate = certificate, .key = *key, .chain = issuersOf(certificate, pool)};
        const auto isPart = [&identity](const Certificate &given) {
            const auto hasIssuedIt = [&given](const Certificate &part) { return hasIssued(given, part); };
            return given == identity.certificate || hasIssuedIt(identity.certificate)
                   || std::ranges::any_of(identity.chain, hasIssuedIt);
        };
        identity.standingWith = pool;
        std::erase(identity.standingWith, certificate);
        const auto fromChainFile = std::span(pool).subspan(main->certificates.size());
        if (!fromChainFile.empty() && std::ranges::none_of(fromChainFile, isPart))
            return std::unexpected(inFile(ErrorCode::ChainMismatch, chainFile, {certificate.name()}));
        return identity;
    }
    return std::unexpected(inFile(ErrorCode::KeyMismatch, certificateFile));
}

} // namespace sealport
