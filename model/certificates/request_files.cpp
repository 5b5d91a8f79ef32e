#include "model/certificates/request_files.h"

#include "model/base/file_safety.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/key_protection.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/store_names.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace sealport {

namespace {

std::span<const std::byte> octets(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

/// Whether a locked key waits under this name: the request for it, which is not locked, tells whose key it is.
bool isAwaited(const QString &base, const FileReading &keyFile, const Certificate &certificate)
{
    if (!hasLockedKey(keyFile))
        return false;
    const auto request = readRequest(base % QStringLiteral(".csr"));
    const IgnoreOpenSslErrors ignore; // of public keys that cannot be read
    const EVP_PKEY *asked = request ? X509_REQ_get0_pubkey(request->handle()) : nullptr;
    const EVP_PKEY *answered = X509_get0_pubkey(certificate.handle());
    return asked && answered && EVP_PKEY_eq(asked, answered) == 1;
}

/// With a copy of a key that nobody has to open for that: what is deleted with its key leaves the other one whole.
Result<StoredCertificate> addWithKeyFile(const CertificateStore &store, const Certificate &certificate,
                                         const QString &keyFile)
{
    constexpr std::size_t largest = 16U << 20U;
    const auto content = readFile(keyFile, largest);
    if (!content)
        return std::unexpected(content.error());
    const auto path = writeKeyUnderFreeName(store.folder(), safeBaseName(certificate.name()), content->bytes());
    if (!path)
        return std::unexpected(path.error());
    const QString file = *path % QStringLiteral(".pem");
    const auto written = writeFileAtomically(file, octets(certificate.pem()), FileAccess::Readable, ExistingFile::Keep);
    if (!written) {
        QFile::remove(*path % QStringLiteral(".key"));
        return std::unexpected(written.error());
    }
    return StoredCertificate{.certificate = certificate, .hasKey = true, .file = file, .isKeyLocked = true};
}

} // namespace

Result<QString> addRequest(const CertificateStore &store, const CertificateRequest &request, const PrivateKey &key,
                           const SecretBytes *passphrase)
{
    if (!key.matches(request))
        return std::unexpected(
            Error{.code = ErrorCode::KeyMismatch, .subject = request.name(), .values = {}, .causes = {}});
    const auto keyPem = keyFileContent(key, passphrase, request.name());
    if (!keyPem)
        return std::unexpected(keyPem.error());
    if (const auto made = ensurePrivateFolder(store.folder()); !made)
        return std::unexpected(made.error());
    const auto path = writeKeyUnderFreeName(store.folder(), safeBaseName(request.name()), keyPem->bytes());
    if (!path)
        return std::unexpected(path.error());
    const QString file = *path % QStringLiteral(".csr");
    if (const auto written = writeFileAtomically(file, request.pem(), FileAccess::Readable); !written) {
        QFile::remove(*path % QStringLiteral(".key"));
        return std::unexpected(written.error());
    }
    return file;
}

Result<StoredCertificate> addAnswer(const CertificateStore &store, const Certificate &certificate)
{
    PrivateKey copied;
    QString lockedKey;
    const QStringList names = QDir(store.folder()).entryList({QStringLiteral("*.key")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QString base = store.folder() % u'/' % QFileInfo(name).completeBaseName();
        const QString file = base % QStringLiteral(".pem");
        const FileReading reading = readCertificateFileLeniently(store.folder() % u'/' % name);
        const bool isLockedAndOurs = isAwaited(base, reading, certificate);
        if (isLockedAndOurs && QFileInfo::exists(file))
            lockedKey = store.folder() % u'/' % name; // of an answer that is there already
        if (isLockedAndOurs && !QFileInfo::exists(file)) {
            const auto written =
                writeFileAtomically(file, octets(certificate.pem()), FileAccess::Readable, ExistingFile::Keep);
            if (!written)
                return std::unexpected(written.error());
            return StoredCertificate{.certificate = certificate, .hasKey = true, .file = file, .isKeyLocked = true};
        }
        for (const PrivateKey &key : reading.contents.keys) {
            if (!key.matches(certificate))
                continue;
            copied = key;
            const auto written =
                writeFileAtomically(file, octets(certificate.pem()), FileAccess::Readable, ExistingFile::Keep);
            if (written)
                return StoredCertificate{.certificate = certificate, .hasKey = true, .file = file};
            if (written.error().code != ErrorCode::AlreadyExists)
                return std::unexpected(written.error());
        }
    }
    if (copied.isNull() && !lockedKey.isEmpty())
        return addWithKeyFile(store, certificate, lockedKey);
    return copied.isNull() ? store.add(certificate) : store.add(certificate, copied);
}

RequestListing requestsIn(const CertificateStore &store)
{
    RequestListing listing;
    const QStringList names = QDir(store.folder()).entryList({QStringLiteral("*.csr")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QString file = store.folder() % u'/' % name;
        FileReading reading = readCertificateFileLeniently(file);
        const QString keyFile = CertificateStore::keyFile(file);
        const FileReading beside = QFileInfo::exists(keyFile) ? readCertificateFileLeniently(keyFile) : FileReading();
        if (reading.contents.requests.empty() && reading.problems.empty())
            reading.problems.push_back(
                {.code = ErrorCode::NoRequestInFile, .subject = file, .values = {}, .causes = {}});
        for (CertificateRequest &request : reading.contents.requests) {
            const bool isOpen = std::ranges::any_of(beside.contents.keys,
                                                    [&request](const PrivateKey &key) { return key.matches(request); });
            const bool isLocked = !isOpen && hasLockedKey(beside);
            listing.requests.push_back(
                {.request = std::move(request), .file = file, .hasKey = isOpen || isLocked, .isKeyLocked = isLocked});
        }
        std::ranges::move(reading.problems, std::back_inserter(listing.problems));
    }
    return listing;
}

Result<CertificateRequest> readRequest(const QString &file)
{
    FileReading reading = readCertificateFileLeniently(file);
    if (reading.contents.requests.size() == 1)
        return std::move(reading.contents.requests.front());
    const bool isReadable = reading.problems.empty();
    if (!isReadable && reading.problems.front().code != ErrorCode::NoCertificateInFile)
        return std::unexpected(std::move(reading.problems.front()));
    const std::size_t count = reading.contents.requests.size();
    return std::unexpected(Error{.code = ErrorCode::NoRequestInFile,
                                 .subject = file,
                                 .values = count > 1 ? QStringList{QString::number(count)} : QStringList(),
                                 .causes = {}});
}

} // namespace sealport
