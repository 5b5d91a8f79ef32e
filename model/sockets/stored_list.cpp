#include "model/sockets/stored_list.h"

#include "model/base/file_safety.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace sealport {

namespace {

constexpr int currentVersion = 1;
constexpr std::size_t largestFile = 16 << 20;
constexpr QLatin1StringView versionKey("version");

QString stampOf(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz"));
}

StoredList withProblem(const QString &file, const Error &problem, bool mustStay)
{
    return {
        .file = file, .entries = {}, .further = {}, .problems = {problem}, .fileExists = true, .mustStay = mustStay};
}

/// Whatever the reason is that the file cannot be used: the next time that the file is written must not destroy it.
StoredList keptAside(const QString &file, const QString &cause)
{
    const QString aside = file + QStringLiteral(".damaged-") + stampOf(QDateTime::currentDateTimeUtc());
    const bool isMoved = QFile::rename(file, aside);
    return withProblem(
        file, {.code = ErrorCode::DamagedStore, .subject = file, .values = {isMoved ? aside : file}, .causes = {cause}},
        !isMoved);
}

} // namespace

StoredList readStoredList(const QString &file, QLatin1StringView key)
{
    const Result<SecretBytes> bytes = readFile(file, largestFile);
    if (!bytes && bytes.error().code == ErrorCode::FileNotFound)
        return {.file = file, .entries = {}, .further = {}, .problems = {}};
    if (!bytes) {
        const QString cause = bytes.error().causes.value(0);
        return keptAside(file, cause.isEmpty() ? errorName(bytes.error().code) : cause);
    }
    QJsonParseError failure;
    const auto *text = reinterpret_cast<const char *>(bytes->bytes().data());
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(text, static_cast<qsizetype>(bytes->bytes().size())), &failure);
    QJsonObject root = document.object();
    const int version = root.take(versionKey).toInt();
    if (version > currentVersion)
        return withProblem(
            file, {.code = ErrorCode::NewerStore, .subject = file, .values = {QString::number(version)}, .causes = {}},
            true);
    if (failure.error != QJsonParseError::NoError || version < 1 || !root[key].isArray()) {
        const QString cause = failure.error != QJsonParseError::NoError
                                  ? QStringLiteral("%1 at offset %2").arg(failure.errorString()).arg(failure.offset)
                                  : QStringLiteral("version %1").arg(version);
        return keptAside(file, cause);
    }
    const QJsonArray entries = root.take(key).toArray();
    return {.file = file, .entries = entries, .further = root, .problems = {}, .fileExists = true};
}

void keepIncomplete(StoredList &list)
{
    const QString copy = list.file + QStringLiteral(".incomplete-") + stampOf(QFileInfo(list.file).lastModified());
    list.mustStay = !QFileInfo::exists(copy) && !QFile::copy(list.file, copy);
}

Result<void> writeStoredList(const QString &file, QLatin1StringView key, const QJsonArray &entries,
                             const QJsonObject &further)
{
    QJsonObject root = further;
    root.insert(versionKey, currentVersion);
    root.insert(key, entries);
    return writeFileAtomically(file, QJsonDocument(root).toJson(QJsonDocument::Indented), FileAccess::OwnerOnly);
}

} // namespace sealport
