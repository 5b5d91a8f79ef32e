#include "model/base/trash.h"

#include "model/base/file_safety.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringBuilder>
#include <QTemporaryDir>

#include <algorithm>
#include <filesystem>
#include <ranges>
#include <system_error>
#include <utility>

namespace sealport {

namespace {

constexpr std::size_t largestFile = 64U << 20U;

Error failure(ErrorCode code, const QString &path, const QString &cause = {})
{
    return Error{.code = code, .subject = path, .values = {}, .causes = {cause}};
}

QString originFile(const QString &folder)
{
    return folder % QStringLiteral("/origin.json");
}

Result<void> copyFile(const QString &from, const QString &to)
{
    const auto bytes = readFile(from, largestFile);
    if (!bytes && bytes.error().code != ErrorCode::EmptyFile)
        return std::unexpected(bytes.error());
    const auto octets = bytes ? bytes->bytes() : std::span<const std::byte>();
    auto written = writeFileAtomically(to, octets, FileAccess::OwnerOnly);
    if (written)
        QFile::setPermissions(to, QFileInfo(from).permissions());
    return written;
}

Result<void> moveOver(const QString &from, const QString &to)
{
    std::error_code problem;
    const auto native = [](const QString &path) { return QFileInfo(path).filesystemAbsoluteFilePath(); };
    std::filesystem::rename(native(from), native(to), problem);
    return problem ? copyFile(from, to) : Result<void>(); // another file system
}

} // namespace

QString Trash::keptFile(const Item &item, qsizetype number)
{
    // Two files of one name come from two folders.
    return item.folder % u'/' % QString::number(number + 1) % u'-' % QFileInfo(item.origins.at(number)).fileName();
}

Result<Trash::Item> Trash::keep(const QStringList &files) const
{
    QJsonArray origins;
    Item item{.folder = {}, .when = QDateTime::currentDateTimeUtc(), .origins = {}};
    for (const QString &file : files) {
        item.origins.append(QFileInfo(file).absoluteFilePath());
        origins.append(item.origins.last());
    }
    if (const auto made = ensurePrivateFolder(m_folder); !made)
        return std::unexpected(made.error());
    const QString stamp = item.when.toString(QStringLiteral("yyyy-MM-ddTHHmmss"));
    QTemporaryDir folder(m_folder % u'/' % stamp % QStringLiteral("-XXXXXX")); // 0700
    if (!folder.isValid())
        return std::unexpected(failure(ErrorCode::FileNotWritable, m_folder, folder.errorString()));
    item.folder = folder.path();
    const QJsonObject origin{{QStringLiteral("when"), item.when.toString(Qt::ISODateWithMs)},
                             {QStringLiteral("origins"), origins}};
    auto kept = writeFileAtomically(originFile(item.folder), QJsonDocument(origin).toJson(), FileAccess::OwnerOnly);
    for (qsizetype i = 0; kept && i < files.size(); ++i)
        kept = copyFile(item.origins.at(i), keptFile(item, i));
    if (!kept)
        return std::unexpected(kept.error());
    folder.setAutoRemove(false);
    return item;
}

Result<void> Trash::restore(const Item &item) const
{
    QStringList inTheWay;
    for (qsizetype i = 0; i < item.origins.size(); ++i) {
        if (QFileInfo::exists(keptFile(item, i)) && QFileInfo::exists(item.origins.at(i)))
            inTheWay.append(item.origins.at(i));
    }
    if (!QFileInfo(item.folder).isDir())
        return std::unexpected(failure(ErrorCode::FileNotFound, item.folder));
    if (!inTheWay.isEmpty()) {
        if (const auto kept = keep(inTheWay); !kept)
            return std::unexpected(kept.error());
    }
    for (qsizetype i = item.origins.size() - 1; i >= 0; --i) {
        if (!QFileInfo::exists(keptFile(item, i)))
            continue; // put back by an attempt before
        if (const auto moved = moveOver(keptFile(item, i), item.origins.at(i)); !moved)
            return moved;
    }
    QDir(item.folder).removeRecursively();
    return {};
}

void Trash::discard(const Item &item) const
{
    if (QFileInfo(item.folder).dir() == QDir(m_folder))
        QDir(item.folder).removeRecursively();
}

std::vector<Trash::Item> Trash::items() const
{
    std::vector<Item> items;
    for (const QString &name : QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = m_folder % u'/' % name;
        const auto bytes = readFile(originFile(folder), largestFile);
        if (!bytes)
            continue; // not ours
        const auto octets = bytes->bytes();
        const QJsonObject origin = QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char *>(octets.data()),
                                                                      static_cast<qsizetype>(octets.size())))
                                       .object();
        Item item{.folder = folder,
                  .when = QDateTime::fromString(origin.value(QStringLiteral("when")).toString(), Qt::ISODateWithMs),
                  .origins = {}};
        for (const auto &path : origin.value(QStringLiteral("origins")).toArray())
            item.origins.append(path.toString());
        if (item.when.isValid() && !item.origins.isEmpty())
            items.push_back(std::move(item));
    }
    std::ranges::sort(items, std::ranges::greater(), &Item::when);
    return items;
}

void Trash::purge(const QDateTime &now) const
{
    for (const Item &item : items()) {
        if (item.when.daysTo(now) > days)
            QDir(item.folder).removeRecursively();
    }
}

} // namespace sealport
