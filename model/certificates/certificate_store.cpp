#include "model/certificates/certificate_store.h"

#include "model/base/file_safety.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/chain.h"
#include "model/certificates/key_halves.h"
#include "model/certificates/key_protection.h"
#include "model/certificates/store_names.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace sealport {

namespace {

std::span<const std::byte> octets(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

/// A file of the store and the key file beside it. Who may read the key file is its owner's business: 0640 works too.
FileReading readPair(const QString &certificateFile, const SecretBytes *passphrase = nullptr)
{
    FileReading reading = readCertificateFileLeniently(certificateFile, passphrase);
    if (reading.problems.empty() && reading.contents.certificates.empty() && reading.contents.keys.empty())
        reading.problems.push_back(noCertificateIn(reading, certificateFile));
    const QString keyFile = CertificateStore::keyFile(certificateFile);
    if (QFileInfo::exists(keyFile)) {
        FileReading apart = readCertificateFileLeniently(keyFile, passphrase);
        if (apart.problems.empty() && apart.contents.certificates.empty() && apart.contents.keys.empty())
            apart.problems.push_back(noCertificateIn(apart, keyFile));
        for (Error &problem : apart.problems)
            if (problem.code == ErrorCode::NoCertificateInFile)
                problem = {.code = ErrorCode::NoPrivateKeyInFile, .subject = keyFile, .values = {}, .causes = {}};
        std::ranges::move(apart.contents.keys, std::back_inserter(reading.contents.keys));
        std::ranges::move(apart.problems, std::back_inserter(reading.problems));
    }
    return reading;
}

const PrivateKey *keyFor(const Certificate &certificate, const std::vector<PrivateKey> &keys)
{
    const auto key = std::ranges::find_if(keys, [&](const PrivateKey &k) { return k.matches(certificate); });
    return key == keys.end() ? nullptr : &*key;
}

int usefulness(const StoredCertificate &stored)
{
    return (stored.hasKey ? 2 : 0) - (stored.isKeyLocked ? 1 : 0);
}

/// The certificates of a file. Where none has a key, a locked one counts as that of the first: servers' files begin
/// with the certificate whose key it is (RFC 8446 section 4.4.2).
std::vector<StoredCertificate> certificatesOf(FileReading &pair, const QString &file)
{
    std::vector<StoredCertificate> found;
    found.reserve(pair.contents.certificates.size());
    for (const Certificate &certificate : pair.contents.certificates)
        found.push_back({certificate, keyFor(certificate, pair.contents.keys) != nullptr, file});
    if (found.empty() || !hasLockedKey(pair) || std::ranges::any_of(found, &StoredCertificate::hasKey))
        return found;
    found.front().hasKey = true;
    found.front().isKeyLocked = true;
    std::erase_if(pair.problems, [](const Error &problem) { return problem.code == ErrorCode::PassphraseNeeded; });
    return found;
}

bool isListedBefore(const StoredCertificate &a, const StoredCertificate &b)
{
    const int order = QString::compare(a.certificate.name(), b.certificate.name(), Qt::CaseInsensitive);
    if (order != 0)
        return order < 0;
    if (a.certificate.notAfter() != b.certificate.notAfter())
        return a.certificate.notAfter() < b.certificate.notAfter();
    return a.certificate.sha256() < b.certificate.sha256();
}

} // namespace

QString CertificateStore::keyFile(const QString &certificateFile)
{
    const QFileInfo info(certificateFile);
    return info.path() % u'/' % info.completeBaseName() % QStringLiteral(".key");
}

QStringList CertificateStore::files() const
{
    static const QStringList patterns{QStringLiteral("*.pem"), QStringLiteral("*.crt"), QStringLiteral("*.cer")};
    QStringList files = QDir(m_folder).entryList(patterns, QDir::Files | QDir::System, QDir::Name);
    for (QString &file : files)
        file.prepend(m_folder % u'/');
    return files;
}

QStringList CertificateStore::loneKeys() const
{
    const QDir folder(m_folder);
    QSet<QString> neighbours;
    for (const QString &file : files())
        neighbours.insert(keyFile(file));
    for (const QString &request : folder.entryList({QStringLiteral("*.csr")}, QDir::Files))
        neighbours.insert(keyFile(m_folder % u'/' % request));
    QStringList keys = folder.entryList({QStringLiteral("*.key")}, QDir::Files, QDir::Name);
    for (QString &key : keys)
        key.prepend(m_folder % u'/');
    keys.removeIf([&neighbours](const QString &key) { return neighbours.contains(key); });
    return keys;
}

CertificateStore::Listing CertificateStore::list() const
{
    Listing listing;
    const QFileInfo info(m_folder);
    if (!info.exists())
        return listing;
    if (!info.isDir() || !info.isReadable() || !info.isExecutable()) {
        listing.problems.push_back(
            {.code = ErrorCode::FileNotReadable, .subject = m_folder, .values = {}, .causes = {}});
        return listing;
    }
    QHash<QByteArray, std::size_t> known;
    for (const QString &file : files()) {
        FileReading reading = readPair(file);
        for (StoredCertificate &stored : certificatesOf(reading, file)) {
            const auto before = known.constFind(stored.certificate.sha256());
            if (before == known.cend()) {
                known.insert(stored.certificate.sha256(), listing.certificates.size());
                listing.certificates.push_back(std::move(stored));
            } else if (StoredCertificate &same = listing.certificates[*before]; usefulness(stored) > usefulness(same)) {
                same = std::move(stored);
            }
        }
        std::ranges::move(reading.problems, std::back_inserter(listing.problems));
    }
    for (const QString &file : loneKeys()) {
        const FileReading reading = readCertificateFileLeniently(file);
        const bool isSomebodys = std::ranges::any_of(listing.certificates, [&reading](const StoredCertificate &stored) {
            return keyFor(stored.certificate, reading.contents.keys) != nullptr;
        });
        if (!isSomebodys)
            listing.problems.push_back({.code = ErrorCode::KeyWithoutCertificate,
                                        .subject = file,
                                        .values = {QStringLiteral("store")},
                                        .causes = {}});
    }
    std::ranges::sort(listing.certificates, isListedBefore);
    return listing;
}

Result<StoredCertificate> CertificateStore::add(const Certificate &certificate, const PrivateKey &key,
                                                const SecretBytes *passphrase) const
{
    if (!key.matches(certificate))
        return std::unexpected(
            Error{.code = ErrorCode::KeyMismatch, .subject = certificate.name(), .values = {}, .causes = {}});
    const auto keyPem = keyFileContent(key, passphrase, certificate.name());
    if (!keyPem)
        return std::unexpected(keyPem.error());
    if (const auto made = ensurePrivateFolder(m_folder); !made)
        return std::unexpected(made.error());
    for (int attempt = 1;; ++attempt) {
        const auto path = writeKeyUnderFreeName(m_folder, safeBaseName(certificate.name()), keyPem->bytes());
        if (!path)
            return std::unexpected(path.error());
        const QString file = *path % QStringLiteral(".pem");
        const QByteArray pem = certificate.pem();
        const auto written = writeFileAtomically(file, octets(pem), FileAccess::Readable, ExistingFile::Keep);
        if (written)
            return StoredCertificate{
                .certificate = certificate, .hasKey = true, .file = file, .isKeyLocked = passphrase != nullptr};
        QFile::remove(*path % QStringLiteral(".key"));
        if (written.error().code != ErrorCode::AlreadyExists || attempt == mostCopies) // else somebody was faster
            return std::unexpected(written.error());
    }
}

Result<StoredCertificate> CertificateStore::add(const Certificate &certificate) const
{
    if (const auto made = ensurePrivateFolder(m_folder); !made)
        return std::unexpected(made.error());
    const QByteArray pem = certificate.pem();
    const QString base = m_folder % u'/' % safeBaseName(certificate.name());
    for (int copy = 1;; ++copy) {
        const QString path = copy == 1 ? base : base % u'-' % QString::number(copy);
        if (QFileInfo::exists(path % QStringLiteral(".key")))
            continue; // somebody else's key
        const QString file = path % QStringLiteral(".pem");
        const auto written = writeFileAtomically(file, octets(pem), FileAccess::Readable, ExistingFile::Keep);
        if (written)
            return StoredCertificate{.certificate = certificate, .hasKey = false, .file = file};
        if (written.error().code != ErrorCode::AlreadyExists || copy == mostCopies)
            return std::unexpected(written.error());
    }
}

Result<StoredCertificate> CertificateStore::addKey(const StoredCertificate &stored, const PrivateKey &key,
                                                   const SecretBytes *passphrase) const
{
    if (!key.matches(stored.certificate))
        return std::unexpected(
            Error{.code = ErrorCode::KeyMismatch, .subject = stored.certificate.name(), .values = {}, .causes = {}});
    const auto pem = keyFileContent(key, passphrase, stored.certificate.name());
    if (!pem)
        return std::unexpected(pem.error());
    const auto written =
        writeFileAtomically(keyFile(stored.file), pem->bytes(), FileAccess::OwnerOnly, ExistingFile::Keep);
    if (!written && written.error().code == ErrorCode::AlreadyExists)
        return add(stored.certificate, key, passphrase);
    if (!written)
        return std::unexpected(written.error());
    return StoredCertificate{
        .certificate = stored.certificate, .hasKey = true, .file = stored.file, .isKeyLocked = passphrase != nullptr};
}

std::vector<Certificate> CertificateStore::chainOf(const StoredCertificate &stored) const
{
    std::vector<Certificate> pool = readCertificateFileLeniently(stored.file).contents.certificates;
    for (StoredCertificate &other : list().certificates)
        pool.push_back(std::move(other.certificate));
    return issuersOf(stored.certificate, pool);
}

Result<Identity> CertificateStore::identity(const StoredCertificate &stored, const SecretBytes *passphrase) const
{
    const FileReading reading = readPair(stored.file, passphrase);
    const std::vector<PrivateKey> &keys = reading.contents.keys;
    const PrivateKey *key = keyFor(stored.certificate, keys);
    if (!key) {
        if (!reading.problems.empty())
            return std::unexpected(reading.problems.front());
        const ErrorCode code = keys.empty() ? ErrorCode::NoPrivateKey : ErrorCode::KeyMismatch;
        return std::unexpected(Error{.code = code, .subject = stored.certificate.name(), .values = {}, .causes = {}});
    }
    if (!halvesBelongTogether(*key)) {
        const FileReading main = readCertificateFileLeniently(stored.file, passphrase);
        const bool isApart = keyFor(stored.certificate, main.contents.keys) == nullptr;
        return std::unexpected(halvesDiffer(isApart ? keyFile(stored.file) : stored.file));
    }
    std::vector<Certificate> others = reading.contents.certificates;
    std::erase(others, stored.certificate);
    return Identity{
        .certificate = stored.certificate, .key = *key, .chain = chainOf(stored), .standingWith = std::move(others)};
}

} // namespace sealport
