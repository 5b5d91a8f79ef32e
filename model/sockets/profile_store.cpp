#include "model/sockets/profile_store.h"

#include "model/base/file_safety.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace sealport {

namespace {

constexpr int currentVersion = 1;
constexpr std::size_t largestFile = 16 << 20;

Error keptAside(const QString &file, const QString &cause)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz"));
    const QString aside = file + QStringLiteral(".damaged-") + stamp;
    const bool moved = QFile::rename(file, aside);
    return Error{.code = ErrorCode::DamagedStore, .subject = file, .values = {moved ? aside : file}, .causes = {cause}};
}

/// What is left out must survive the next time that the file is written. One copy for each state of the file.
void keepCopy(const QString &file)
{
    const QString stamp = QFileInfo(file).lastModified().toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz"));
    QFile::copy(file, file + QStringLiteral(".incomplete-") + stamp);
}

} // namespace

StoredProfiles readProfiles(const QString &file)
{
    StoredProfiles stored;
    const Result<SecretBytes> bytes = readFile(file, largestFile);
    if (!bytes) {
        stored.fileExists = bytes.error().code != ErrorCode::FileNotFound;
        if (bytes.error().code == ErrorCode::EmptyFile)
            stored.problems.push_back(keptAside(file, QStringLiteral("empty")));
        else if (stored.fileExists)
            stored.problems.push_back(bytes.error());
        return stored;
    }
    stored.fileExists = true;
    QJsonParseError failure;
    const auto *text = reinterpret_cast<const char *>(bytes->bytes().data());
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(text, static_cast<qsizetype>(bytes->bytes().size())), &failure);
    const QJsonObject root = document.object();
    const int version = root[QStringLiteral("version")].toInt();
    if (failure.error != QJsonParseError::NoError || version < 1 || version > currentVersion
        || !root[QStringLiteral("servers")].isArray()) {
        const QString cause = failure.error != QJsonParseError::NoError
                                  ? QStringLiteral("%1 at offset %2").arg(failure.errorString()).arg(failure.offset)
                                  : QStringLiteral("version %1").arg(version);
        stored.problems.push_back(keptAside(file, cause));
        return stored;
    }
    const QJsonArray servers = root[QStringLiteral("servers")].toArray();
    for (const QJsonValue &entry : servers) {
        if (const Result<ServerProfile> profile = profileFromJson(entry.toObject()))
            stored.profiles.push_back(*profile);
        else
            stored.problems.push_back(profile.error());
    }
    if (!stored.problems.empty())
        keepCopy(file);
    return stored;
}

Result<void> writeProfiles(const QString &file, const std::vector<ServerProfile> &profiles)
{
    QJsonArray servers;
    for (const ServerProfile &profile : profiles)
        servers.append(toJson(profile));
    const QJsonObject root{{QStringLiteral("version"), currentVersion}, {QStringLiteral("servers"), servers}};
    return writeFileAtomically(file, QJsonDocument(root).toJson(QJsonDocument::Indented), FileAccess::OwnerOnly);
}

} // namespace sealport
