#include "model/certificates/certificate_source.h"

#include <utility>

namespace sealport {

namespace {

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

private:
    const CertificateStore m_store;
};

class SystemRoots final : public CertificateSource {
public:
    [[nodiscard]] SourceKind kind() const override { return SourceKind::SystemRoots; }
    [[nodiscard]] FoundCertificates list(const std::stop_token &stop, const SearchProgress &progress) const override
    {
        const QString file = systemRootsFile();
        return file.isEmpty() ? FoundCertificates() : searchCertificates(file, nullptr, stop, progress);
    }
};

class OpenedPath final : public CertificateSource {
public:
    explicit OpenedPath(QString path)
        : m_path(std::move(path))
    {
    }
    [[nodiscard]] SourceKind kind() const override { return SourceKind::Opened; }
    [[nodiscard]] QString location() const override { return m_path; }
    [[nodiscard]] FoundCertificates list(const std::stop_token &stop, const SearchProgress &progress) const override
    {
        return searchCertificates(m_path, nullptr, stop, progress);
    }
    [[nodiscard]] QStringList watchedPaths(const FoundCertificates & /*found*/) const override { return {m_path}; }

private:
    const QString m_path;
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
    return std::make_shared<OpenedPath>(path);
}

} // namespace sealport
