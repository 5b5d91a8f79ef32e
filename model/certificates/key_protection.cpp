#include "model/certificates/key_protection.h"

#include "model/base/file_safety.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/content_reader.h"
#include "model/certificates/der_size.h"
#include "model/certificates/key_decoder.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/pem_blocks.h"

#include <QFileInfo>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace sealport {

namespace {

constexpr std::size_t largestFile = 16U << 20U;

Error failure(ErrorCode code, const QString &subject, const QString &cause = {})
{
    return Error{
        .code = code, .subject = subject, .values = {}, .causes = cause.isEmpty() ? QStringList() : QStringList{cause}};
}

bool holds(const std::vector<PrivateKey> &keys, const Certificate &certificate)
{
    return std::ranges::any_of(keys, [&certificate](const PrivateKey &key) { return key.matches(certificate); });
}

/// The text with `pem` in place of every block that holds the certificate's key; empty where there is none.
SecretBytes withKeyReplaced(std::string_view text, const Certificate &certificate, const SecretBytes *current,
                            const SecretBytes &pem)
{
    const IgnoreOpenSslErrors ignore;
    PasswordEncryption encryption;
    KeyDecoder decoder(current, encryption);
    std::vector<std::span<const std::byte>> parts;
    std::size_t at = 0;
    const std::string_view afterMark = text.substr(text.starts_with("\xEF\xBB\xBF") ? 3 : 0); // UTF-8's, of Notepad
    for (const PemBlock &block : findPemBlocks(afterMark)) {
        const auto object = block.label.ends_with("PRIVATE KEY") ? decodePem(block) : std::unexpected(Error());
        const auto key = object ? decoder.fromPem(*object) : std::unexpected(Error());
        if (!key || !key->matches(certificate))
            continue;
        const auto start = static_cast<std::size_t>(block.text.data() - text.data());
        parts.push_back(std::as_bytes(std::span(text.substr(at, start - at))));
        parts.push_back(pem.bytes());
        at = start + block.text.size();
        if (text.substr(at).starts_with("\r\n")) // the new block brings its own line end
            at += 2;
        else if (text.substr(at).starts_with('\n'))
            at += 1;
    }
    if (parts.empty())
        return {};
    parts.push_back(std::as_bytes(std::span(text.substr(at))));
    return joined(parts);
}

/// A file of the store that holds the key, and what it shall hold. Its text may hold other things; they stay.
Result<SecretBytes> rewritten(const QString &file, const Certificate &certificate, const SecretBytes *current,
                              const SecretBytes &pem)
{
    const auto bytes = readFile(file, largestFile);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto octets = bytes->bytes();
    SecretBytes text =
        withKeyReplaced({reinterpret_cast<const char *>(octets.data()), octets.size()}, certificate, current, pem);
    if (!text.isEmpty())
        return text;
    const FileReading reading = readCertificateBytes(octets, current);
    const FileContents &contents = reading.contents;
    const bool isOneKey = contents.keys.size() == 1 && contents.certificates.empty() && contents.requests.empty()
                          && contents.revocationLists.empty() && reading.problems.empty();
    if (isOneKey && derSize(octets) == octets.size()) // and not text that only looks like one key, as UTF-16 would
        return SecretBytes(pem.bytes());
    return std::unexpected(failure(ErrorCode::FileNotWritable, file, QStringLiteral("a container of several objects")));
}

/// Whether a file says what it shall: the key opens as it should and not otherwise, and no certificate was lost.
Result<void> checkFile(const QString &temporary, const FileReading &before, const Certificate &certificate,
                       const SecretBytes *wanted)
{
    const FileReading after = readCertificateFileLeniently(temporary, wanted);
    if (!holds(after.contents.keys, certificate))
        return std::unexpected(failure(ErrorCode::ExportDiffers, {}, QStringLiteral("the private key")));
    if (wanted && holds(readCertificateFileLeniently(temporary).contents.keys, certificate))
        return std::unexpected(failure(ErrorCode::ExportDiffers, {}, QStringLiteral("the key is not protected")));
    if (after.contents.certificates != before.contents.certificates
        || after.contents.requests.size() != before.contents.requests.size()
        || after.contents.revocationLists.size() != before.contents.revocationLists.size()
        || after.contents.keys.size() < before.contents.keys.size())
        return std::unexpected(failure(ErrorCode::ExportDiffers, {}, QStringLiteral("what stands beside the key")));
    return {};
}

/// Every file of the store that may hold the key of `stored`, its own last.
QStringList filesWithKey(const CertificateStore &store, const StoredCertificate &stored)
{
    const IgnoreOpenSslErrors ignore;
    const EVP_PKEY *publicKey = X509_get0_pubkey(stored.certificate.handle());
    const auto isSameKey = [publicKey](const Certificate &other) {
        const EVP_PKEY *its = X509_get0_pubkey(other.handle());
        return publicKey && its && EVP_PKEY_eq(publicKey, its) == 1;
    };
    QStringList files;
    for (const QString &file : store.files()) {
        if (file != stored.file
            && std::ranges::any_of(readCertificateFileLeniently(file).contents.certificates, isSameKey))
            files += {file, CertificateStore::keyFile(file)};
    }
    for (const QString &own : {stored.file, CertificateStore::keyFile(stored.file)}) {
        files.removeAll(own);
        files.append(own);
    }
    files.removeDuplicates();
    files.removeIf([](const QString &file) { return !QFileInfo::exists(file); });
    return files;
}

} // namespace

Result<SecretBytes> keyFileContent(const PrivateKey &key, const SecretBytes *passphrase, const QString &name)
{
    if (passphrase && passphrase->isEmpty())
        return std::unexpected(failure(ErrorCode::EmptyPassphrase, name));
    return key.pkcs8Pem(passphrase);
}

Result<QStringList> protectKey(const CertificateStore &store, const StoredCertificate &stored,
                               const SecretBytes *current, const SecretBytes *wanted)
{
    const auto identity = store.identity(stored, current);
    if (!identity)
        return std::unexpected(identity.error());
    if (!current && !wanted)
        return QStringList();
    const auto pem = keyFileContent(identity->key, wanted, stored.certificate.name());
    if (!pem)
        return std::unexpected(pem.error());
    struct Rewriting {
        QString file;
        FileReading before;
        SecretBytes content;
    };
    std::vector<Rewriting> all; // what cannot be rewritten is found out before the first file is
    for (const QString &file : filesWithKey(store, stored)) {
        FileReading before = readCertificateFileLeniently(file, current);
        if (!holds(before.contents.keys, stored.certificate))
            continue;
        auto content = rewritten(file, stored.certificate, current, *pem);
        if (!content)
            return std::unexpected(content.error());
        all.push_back({.file = file, .before = std::move(before), .content = std::move(*content)});
    }
    QStringList written;
    for (const Rewriting &one : all) {
        auto replaced = replaceSecretFile(one.file, one.content.bytes(), [&](const QString &temporary) {
            return checkFile(temporary, one.before, stored.certificate, wanted);
        });
        if (!replaced) {
            replaced.error().subject = one.file;
            return std::unexpected(replaced.error());
        }
        written.append(one.file);
    }
    return written;
}

QString keyringName(const Certificate &certificate)
{
    return QString::fromLatin1(certificate.publicKeySha256().toHex());
}

} // namespace sealport
