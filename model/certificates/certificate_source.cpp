#include "model/certificates/certificate_source.h"

#include "model/certificates/certificate_file.h"
#include "model/certificates/content_reader.h"
#include "model/certificates/token_modules.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

PrivateKey keyAmong(const FileReading &reading, const Certificate &certificate)
{
    const std::vector<PrivateKey> &keys = reading.contents.keys;
    const auto key = std::ranges::find_if(keys, [&](const PrivateKey &k) { return k.matches(certificate); });
    return key == keys.end() ? PrivateKey() : *key;
}

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
        CertificateStore::Listing listing = m_store.list();
        return {.certificates = std::move(listing.certificates), .problems = std::move(listing.problems)};
    }
    [[nodiscard]] QStringList watchedPaths(const FoundCertificates &found) const override
    {
        constexpr qsizetype most = 1000; // beyond it, what is written in place shows when it is read again
        QStringList paths{m_store.folder()};
        for (const StoredCertificate &stored : found.certificates) {
            if (paths.size() < most)
                paths += {stored.file, CertificateStore::keyFile(stored.file)};
        }
        for (const Error &problem : found.problems) {
            if (paths.size() < most && problem.subject.startsWith(m_store.folder()))
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

class OpenedPath final : public CertificateSource {
public:
    explicit OpenedPath(QString path, Passphrases passphrases = {})
        : m_path(std::move(path))
        , m_passphrases(std::move(passphrases))
    {
    }
    [[nodiscard]] SourceKind kind() const override { return SourceKind::Opened; }
    [[nodiscard]] QString location() const override { return m_path; }
    [[nodiscard]] FoundCertificates list(const std::stop_token &stop, const SearchProgress &progress) const override
    {
        return searchCertificates(m_path, m_passphrases, stop, progress);
    }
    [[nodiscard]] QStringList watchedPaths(const FoundCertificates &found) const override
    {
        const auto isMissing = [](const Error &problem) { return problem.code == ErrorCode::FileNotFound; };
        if (std::ranges::any_of(found.problems, isMissing))
            return {QFileInfo(m_path).path()}; // it may come back
        return {m_path};
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
        return std::make_shared<OpenedPath>(m_path, std::move(passphrases));
    }

private:
    const QString m_path;
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
    if (const QString database = nssDatabaseAt(path); !database.isEmpty())
        return nssDatabase(database);
    return std::make_shared<OpenedPath>(path);
}

std::shared_ptr<const CertificateSource> pastedText(SecretBytes text, int number)
{
    return std::make_shared<PastedText>(std::make_shared<const SecretBytes>(std::move(text)), QString::number(number));
}

} // namespace sealport
