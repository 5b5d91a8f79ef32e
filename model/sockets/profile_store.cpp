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

QString stampOf(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz"));
}

/// Whatever the reason is that the file cannot be used: the next time that the file is written must not destroy it.
StoredProfiles keptAside(const QString &file, const QString &cause)
{
    const QString aside = file + QStringLiteral(".damaged-") + stampOf(QDateTime::currentDateTimeUtc());
    const bool moved = QFile::rename(file, aside);
    const Error problem{
        .code = ErrorCode::DamagedStore, .subject = file, .values = {moved ? aside : file}, .causes = {cause}};
    return {.profiles = {}, .problems = {problem}, .fileExists = true, .mustStay = !moved};
}

/// What is left out must survive the next time that the file is written. One copy for each state of the file.
bool keepCopy(const QString &file)
{
    const QString copy = file + QStringLiteral(".incomplete-") + stampOf(QFileInfo(file).lastModified());
    return QFileInfo::exists(copy) || QFile::copy(file, copy);
}

} // namespace

StoredProfiles readProfiles(const QString &file)
{
    const Result<SecretBytes> bytes = readFile(file, largestFile);
    if (!bytes && bytes.error().code == ErrorCode::FileNotFound)
        return {};
    if (!bytes) {
        const QString cause = bytes.error().causes.value(0);
        return keptAside(file, cause.isEmpty() ? errorName(bytes.error().code) : cause);
    }
    QJsonParseError failure;
    const auto *text = reinterpret_cast<const char *>(bytes->bytes().data());
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(text, static_cast<qsizetype>(bytes->bytes().size())), &failure);
    const QJsonObject root = document.object();
    const int version = root[QStringLiteral("version")].toInt();
    if (version > currentVersion)
        return {.profiles = {},
                .problems = {{.code = ErrorCode::NewerStore,
                              .subject = file,
                              .values = {QString::number(version)},
                              .causes = {}}},
                .fileExists = true,
                .mustStay = true};
    if (failure.error != QJsonParseError::NoError || version < 1 || !root[QStringLiteral("servers")].isArray()) {
        const QString cause = failure.error != QJsonParseError::NoError
                                  ? QStringLiteral("%1 at offset %2").arg(failure.errorString()).arg(failure.offset)
                                  : QStringLiteral("version %1").arg(version);
        return keptAside(file, cause);
    }
    StoredProfiles stored;
    stored.fileExists = true;
    const QJsonArray servers = root[QStringLiteral("servers")].toArray();
    for (const auto &entry : servers) {
        if (const Result<ServerProfile> profile = profileFromJson(entry.toObject()))
            stored.profiles.push_back(*profile);
        else
            stored.problems.push_back(profile.error());
    }
    if (!stored.problems.empty())
        stored.mustStay = !keepCopy(file);
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
