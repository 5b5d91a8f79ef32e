#include "model/sockets/data_folder.h"

#include "model/base/file_safety.h"
#include "model/certificates/certificate_spec.h"
#include "model/certificates/issuer.h"
#include "model/sockets/profile_store.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <iterator>

#include <pwd.h>
#include <unistd.h>

namespace sealport {

namespace {

constexpr int lockPatience = 10'000; ///< milliseconds

/// From an hour ago, for clients whose clock is slow.
CertificateSpec specFor(const QString &name, const QStringList &alternativeNames, bool isCa)
{
    const QDateTime start = QDateTime::currentDateTimeUtc().addSecs(-3600);
    return {.commonName = name,
            .alternativeNames = alternativeNames,
            .notBefore = start,
            .notAfter = usualEnd(start, isCa),
            .isCa = isCa};
}

Result<StoredCertificate> makeDefaultCertificate(const CertificateStore &store)
{
    const Result<PrivateKey> authorityKey = PrivateKey::generate(KeyKind{});
    if (!authorityKey)
        return std::unexpected(authorityKey.error());
    const Result<Certificate> authority = issue(specFor(QStringLiteral("Sealport test CA"), {}, true), *authorityKey);
    if (!authority)
        return std::unexpected(authority.error());
    const Result<PrivateKey> key = PrivateKey::generate(KeyKind{});
    if (!key)
        return std::unexpected(key.error());
    const Identity issuer{.certificate = *authority, .key = *authorityKey, .chain = {}};
    const QStringList names{QStringLiteral("DNS:localhost"), QStringLiteral("IP:127.0.0.1"), QStringLiteral("IP:::1")};
    const Result<Certificate> leaf = issue(specFor(QStringLiteral("localhost"), names, false), *key, &issuer);
    if (!leaf)
        return std::unexpected(leaf.error());
    if (const auto added = store.add(*authority, *authorityKey); !added)
        return std::unexpected(added.error());
    return store.add(*leaf, *key);
}

ServerProfile defaultProfile(const Certificate &certificate)
{
    ServerProfile profile;
    profile.name = QStringLiteral("sSocketSSL");
    profile.certificate.by = IdentifyBy::Thumbprint;
    profile.certificate.id = formatThumbprint(certificate.sha1(), ThumbprintFormat::Windows);
    return profile;
}

/// As the system's list of users has it.
QString homeOfUser()
{
    passwd entry{};
    passwd *found = nullptr;
    std::array<char, 16'384> buffer{};
    const int problem = ::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found);
    return problem == 0 && found != nullptr ? QDir::cleanPath(QFile::decodeName(found->pw_dir)) : QString();
}

/// The newest certificate that can serve, for a profile that starts without one.
const StoredCertificate *usableCertificate(const CertificateStore::Listing &listing)
{
    const StoredCertificate *best = nullptr;
    for (const StoredCertificate &stored : listing.certificates)
        if (stored.hasKey && !stored.certificate.isCa()
            && (best == nullptr || stored.certificate.notAfter() > best->certificate.notAfter()))
            best = &stored;
    return best;
}

} // namespace

QString userDataFolder()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    if (QDir::cleanPath(data) != u"/.local/share") // what comes of a HOME that is missing, or is the root
        return data + QStringLiteral("/sealport");
    const QString home = homeOfUser();
    return home.isEmpty() || home == u"/" ? QString() : home + QStringLiteral("/.local/share/sealport");
}

DataFolderContents openDataFolder(const DataFolder &folder)
{
    DataFolderContents contents;
    const CertificateStore store(folder.certificates());
    auto made = ensurePrivateFolder(folder.path);
    if (made)
        made = ensurePrivateFolder(folder.certificates());
    if (!made)
        contents.problems.push_back(made.error());
    folder.trash().purge();
    QLockFile lock(folder.path + QStringLiteral("/.first-start.lock"));
    lock.setStaleLockTime(lockPatience);
    lock.tryLock(lockPatience);

    StoredProfiles stored = readProfiles(folder.profiles());
    contents.listing = store.list();
    if (!made) // said already
        std::erase_if(contents.listing.problems,
                      [&](const Error &problem) { return problem.subject == made.error().subject; });
    contents.profiles = std::move(stored.profiles);
    std::ranges::move(stored.problems, std::back_inserter(contents.problems));
    contents.profilesMustStay = stored.mustStay;
    if (!made || QFileInfo::exists(folder.profiles()))
        return contents; // not so when it was damaged and has just been moved aside

    const bool isStoreReadable = std::ranges::find(contents.listing.problems, store.folder(), &Error::subject)
                                 == contents.listing.problems.end();
    if (isStoreReadable && usableCertificate(contents.listing) == nullptr) {
        if (const auto issued = makeDefaultCertificate(store); !issued)
            contents.problems.push_back(issued.error());
        contents.listing = store.list();
    }
    if (const StoredCertificate *certificate = usableCertificate(contents.listing)) {
        contents.profiles.push_back(defaultProfile(certificate->certificate));
        if (const auto written = writeProfiles(folder.profiles(), contents.profiles); !written)
            contents.problems.push_back(written.error());
    }
    return contents;
}

} // namespace sealport
