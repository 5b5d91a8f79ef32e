#include "model/certificates/request_files.h"

#include "model/base/file_safety.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/store_names.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace sealport {

namespace {

std::span<const std::byte> octets(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

bool matches(const PrivateKey &key, const CertificateRequest &request)
{
    EVP_PKEY *asked = X509_REQ_get0_pubkey(request.handle());
    return asked && !key.isNull() && EVP_PKEY_eq(asked, key.handle()) == 1;
}

} // namespace

Result<QString> addRequest(const CertificateStore &store, const CertificateRequest &request, const PrivateKey &key)
{
    if (!matches(key, request))
        return std::unexpected(
            Error{.code = ErrorCode::KeyMismatch, .subject = request.name(), .values = {}, .causes = {}});
    const auto keyPem = key.pkcs8Pem();
    if (!keyPem)
        return std::unexpected(keyPem.error());
    if (const auto made = ensurePrivateFolder(store.folder()); !made)
        return std::unexpected(made.error());
    const auto path = reserveName(store.folder(), safeBaseName(request.name()));
    if (!path)
        return std::unexpected(path.error());
    const QString keyFile = *path % QStringLiteral(".key");
    const QString file = *path % QStringLiteral(".csr");
    auto written = writeFileAtomically(keyFile, keyPem->bytes(), FileAccess::OwnerOnly);
    if (written)
        written = writeFileAtomically(file, request.pem(), FileAccess::Readable);
    if (!written) {
        QFile::remove(keyFile);
        return std::unexpected(written.error());
    }
    return file;
}

Result<StoredCertificate> addAnswer(const CertificateStore &store, const Certificate &certificate)
{
    PrivateKey copied;
    const QStringList names = QDir(store.folder()).entryList({QStringLiteral("*.key")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QString base = store.folder() % u'/' % QFileInfo(name).completeBaseName();
        for (const PrivateKey &key : readCertificateFileLeniently(store.folder() % u'/' % name).contents.keys) {
            if (!key.matches(certificate))
                continue;
            copied = key;
            const QString file = base % QStringLiteral(".pem");
            const auto written =
                writeFileAtomically(file, octets(certificate.pem()), FileAccess::Readable, ExistingFile::Keep);
            if (written)
                return StoredCertificate{.certificate = certificate, .hasKey = true, .file = file};
            if (written.error().code != ErrorCode::AlreadyExists)
                return std::unexpected(written.error());
        }
    }
    return copied.isNull() ? store.add(certificate) : store.add(certificate, copied);
}

Result<CertificateRequest> readRequest(const QString &file)
{
    FileReading reading = readCertificateFileLeniently(file);
    if (reading.contents.requests.size() == 1)
        return std::move(reading.contents.requests.front());
    if (!reading.problems.empty())
        return std::unexpected(std::move(reading.problems.front()));
    return std::unexpected(Error{.code = ErrorCode::MalformedRequest, .subject = file, .values = {}, .causes = {}});
}

} // namespace sealport
