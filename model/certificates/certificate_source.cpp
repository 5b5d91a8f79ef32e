#include "model/certificates/certificate_source.h"

#include "model/certificates/certificate_file.h"
#include "model/certificates/content_reader.h"
#include "model/certificates/request_files.h"
#include "model/certificates/revocation.h"
#include "model/certificates/token_modules.h"

#include <QDir>
#include <QFileInfo>
#include <QStringBuilder>

#include <algorithm>
#include <iterator>
#include <utility>

namespace sealport {

namespace {

PrivateKey keyAmong(const FileReading &reading, const Certificate &certificate)
{
    const std::vector<PrivateKey> &keys = reading.contents.keys;
    const auto key = std::ranges::find_if(keys, [&](const PrivateKey &k) { return k.matches(certificate); });
    return key == keys.end() ? PrivateKey() : *key;
}

constexpr qsizetype mostWatched = 1000; // beyond it, what is written in place shows when it is read again

class MyCertificates final : public CertificateSource {
public:
    explicit MyCertificates(CertificateStore store)
        : m_store(std::move(store))
    {
    }
    [[nodiscard]] SourceKind kind() const override { return SourceKind::MyCertificates; }
    [[nodiscard]] QString location() const override { return m_store.folder(); }
    [[nodiscard]] FoundCertificates list(const std::stop_token & /*stop*/,
                                         const SearchProgress & /*progress*/) const override
    {
        return ownFiles(m_store.list(), m_store);
    }
    [[nodiscard]] QStringList watchedPaths(const FoundCertificates &found) const override
    {
        QStringList paths{m_store.folder()};
        for (const StoredCertificate &stored : found.certificates) {
            if (paths.size() < mostWatched)
                paths += {stored.file, CertificateStore::keyFile(stored.file)};
        }
        for (const FoundRequest &request : found.requests) {
            if (paths.size() < mostWatched)
                paths += {request.file, CertificateStore::keyFile(request.file)};
        }
        for (const FoundRevocationList &list : found.revocationLists) {
            if (paths.size() < mostWatched)
                paths += list.file;
        }
        for (const Error &problem : found.problems) {
            if (paths.size() < mostWatched && problem.subject.startsWith(m_store.folder()))
                paths += problem.subject;
        }
        paths.removeDuplicates();
        return paths;
    }
    [[nodiscard]] PrivateKey key(const StoredCertificate &stored) const override
    {
        const auto identity = m_store.identity(stored);
        return identity ? identity->key : PrivateKey();
    }

private:
    const CertificateStore m_store;
};

class SystemRoots final : public CertificateSource {
public:
    [[nodiscard]] SourceKind kind() const override { return SourceKind::SystemRoots; }
    [[nodiscard]] FoundCertificates list(const std::stop_token &stop, const SearchProgress &progress) const override
    {
        const QString file = systemRootsFile();
        return file.isEmpty() ? FoundCertificates() : searchCertificates(file, {}, stop, progress);
    }
};

template <class T>
void append(std::vector<T> &to, std::vector<T> from)
{
    std::ranges::move(from, std::back_inserter(to));
}

/// One file or folder, or many that were opened together.
class OpenedPaths final : public CertificateSource {
public:
    explicit OpenedPaths(QStringList paths, Passphrases passphrases = {})
        : m_paths(std::move(paths))
        , m_passphrases(std::move(passphrases))
    {
    }
    [[nodiscard]] SourceKind kind() const override { return SourceKind::Opened; }
    [[nodiscard]] QString location() const override
    {
        if (m_paths.size() == 1)
            return m_paths.first();
        return m_paths.first() % QStringLiteral(" … ") % QFileInfo(m_paths.last()).fileName();
    }
    [[nodiscard]] FoundCertificates list(const std::stop_token &stop, const SearchProgress &progress) const override
    {
        if (m_paths.size() == 1)
            return searchCertificates(m_paths.first(), m_passphrases, stop, progress);
        FoundCertificates all;
        for (qsizetype i = 0; i < m_paths.size() && !stop.stop_requested(); ++i) {
            if (progress)
                progress(static_cast<std::size_t>(i), static_cast<std::size_t>(m_paths.size()));
            FoundCertificates found = searchCertificates(m_paths.at(i), m_passphrases, stop);
            append(all.certificates, std::move(found.certificates));
            append(all.requests, std::move(found.requests));
            append(all.revocationLists, std::move(found.revocationLists));
            append(all.problems, std::move(found.problems));
        }
        return all;
    }
    [[nodiscard]] QStringList watchedPaths(const FoundCertificates &found) const override
    {
        QStringList paths = m_paths;
        for (const Error &problem : found.problems) {
            paths += problem.subject;
            if (problem.code == ErrorCode::FileNotFound)
                paths += QFileInfo(problem.subject).path(); // it may come back
        }
        for (const StoredCertificate &stored : found.certificates) // of a folder, what is written in place
            paths += {stored.file, QFileInfo(stored.file).path()};
        paths.removeDuplicates();
        return paths.mid(0, mostWatched);
    }
    [[nodiscard]] PrivateKey key(const StoredCertificate &stored) const override
    {
        return keyAmong(readCertificateFileLeniently(stored.file, m_passphrases.of(stored.file)), stored.certificate);
    }
    [[nodiscard]] std::shared_ptr<const CertificateSource>
    unlocked(const QString &file, std::shared_ptr<const SecretBytes> passphrase) const override
    {
        Passphrases passphrases = m_passphrases;
        passphrases.add(file, std::move(passphrase));
        return std::make_shared<OpenedPaths>(m_paths, std::move(passphrases));
    }

private:
    const QStringList m_paths;
    const Passphrases m_passphrases;
};

class PastedText final : public CertificateSource {
public:
    PastedText(std::shared_ptr<const SecretBytes> text, QString number,
               std::shared_ptr<const SecretBytes> passphrase = {})
        : m_text(std::move(text))
        , m_number(std::move(number))
        , m_passphrase(std::move(passphrase))
    {
    }
    [[nodiscard]] SourceKind kind() const override { return SourceKind::Pasted; }
    [[nodiscard]] QString location() const override { return m_number; }
    [[nodiscard]] FoundCertificates list(const std::stop_token & /*stop*/,
                                         const SearchProgress & /*progress*/) const override
    {
        return searchCertificateBytes(m_text->bytes(), m_passphrase.get());
    }
    [[nodiscard]] PrivateKey key(const StoredCertificate &stored) const override
    {
        return keyAmong(readCertificateBytes(m_text->bytes(), m_passphrase.get()), stored.certificate);
    }
    [[nodiscard]] std::shared_ptr<const CertificateSource>
    unlocked(const QString & /*file*/, std::shared_ptr<const SecretBytes> passphrase) const override
    {
        return std::make_shared<PastedText>(m_text, m_number, std::move(passphrase));
    }

private:
    const std::shared_ptr<const SecretBytes> m_text; ///< there may be a key in it
    const QString m_number;
    const std::shared_ptr<const SecretBytes> m_passphrase;
};

} // namespace

namespace {

/// A keystore that was copied there by hand is not to be looked for in vain.
std::vector<Error> notReadIn(const CertificateStore &store)
{
    static const QStringList read{QStringLiteral("pem"), QStringLiteral("crt"), QStringLiteral("cer"),
                                  QStringLiteral("key"), QStringLiteral("csr"), QStringLiteral("crl")};
    std::vector<Error> problems;
    for (const QFileInfo &file : QDir(store.folder()).entryInfoList(QDir::Files, QDir::Name))
        if (isNamedAsCertificateFile(file.fileName()) && !read.contains(file.suffix().toLower()))
            problems.push_back(
                {.code = ErrorCode::NotReadInStore, .subject = file.filePath(), .values = {}, .causes = {}});
    return problems;
}

} // namespace

FoundCertificates ownFiles(CertificateStore::Listing listing, const CertificateStore &store)
{
    FoundCertificates found{.certificates = std::move(listing.certificates), .problems = std::move(listing.problems)};
    RequestListing requests = requestsIn(store);
    found.requests = std::move(requests.requests);
    append(found.problems, std::move(requests.problems));
    RevocationListListing lists = revocationListsIn(store);
    found.revocationLists = std::move(lists.lists);
    append(found.problems, std::move(lists.problems));
    append(found.problems, notReadIn(store));
    return found;
}

std::shared_ptr<const CertificateSource> myCertificates(const CertificateStore &store)
{
    return std::make_shared<MyCertificates>(store);
}

std::shared_ptr<const CertificateSource> systemRoots()
{
    return std::make_shared<SystemRoots>();
}

std::shared_ptr<const CertificateSource> openedPath(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    if (const QString database = nssDatabaseAt(clean); !database.isEmpty())
        return nssDatabase(database);
    return std::make_shared<OpenedPaths>(QStringList(clean));
}

std::vector<std::shared_ptr<const CertificateSource>> openedPaths(const QStringList &paths)
{
    constexpr qsizetype mostRows = 20; // of a tree: whoever drops a thousand files wants one of them
    std::vector<std::shared_ptr<const CertificateSource>> sources;
    if (paths.size() > mostRows) {
        QStringList clean;
        for (const QString &path : paths)
            clean.append(QDir::cleanPath(path));
        sources.push_back(std::make_shared<OpenedPaths>(clean));
        return sources;
    }
    for (const QString &path : paths)
        sources.push_back(openedPath(path));
    return sources;
}

std::shared_ptr<const CertificateSource> pastedText(SecretBytes text, int number)
{
    return std::make_shared<PastedText>(std::make_shared<const SecretBytes>(std::move(text)), QString::number(number));
}

} // namespace sealport
