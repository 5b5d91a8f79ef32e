#include "app/certs_actions.h"
#include "model/text/formatting.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringBuilder>

#include <algorithm>
#include <cstddef>

namespace sealport {

namespace {

/// By its number in the list, the newest first, or by its own name, which stays the same.
const Trash::Item *itemNamed(const std::vector<Trash::Item> &items, const QString &name)
{
    const auto named = std::ranges::find(items, name, trashItemId);
    if (named != items.end())
        return &*named;
    const std::size_t number = name.toULongLong();
    return number >= 1 && number <= items.size() ? &items[number - 1] : nullptr;
}

/// Of the files that would be put back, one that has another in its place.
QString fileInTheWay(const Trash::Item &item)
{
    for (qsizetype i = 0; i < item.origins.size(); ++i) {
        const QFileInfo there(item.origins.at(i));
        if (QFileInfo::exists(Trash::keptFile(item, i)) && (there.exists() || there.isSymLink()))
            return there.filePath();
    }
    return {};
}

JsonLine jsonOf(const Trash::Item &item, bool isRestored)
{
    JsonLine line;
    return line.text("id", trashItemId(item))
        .text("when", item.when.toString(Qt::ISODate))
        .text("folder", item.folder)
        .texts("files", item.origins)
        .boolean("restored", isRestored);
}

void list(const std::vector<Trash::Item> &items, CertsOutput &output)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Trash::Item &item = items[i];
        output.object(jsonOf(item, false));
        output.lines({QString::number(i + 1).leftJustified(4) % trashItemId(item) % QStringLiteral("  ")
                      % relativeDate(item.when, now)});
        for (const QString &file : item.origins)
            output.lines({QStringLiteral("        ") % file});
    }
    if (items.empty() && !output.isJson())
        output.warn(QCoreApplication::translate("CommandLine", "The trash is empty."));
}

} // namespace

QString trashItemId(const Trash::Item &item)
{
    return QFileInfo(item.folder).fileName();
}

void restoreFromTrash(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    const Trash trash = folder.trash();
    const std::vector<Trash::Item> items = trash.items();
    if (options.id.isEmpty())
        return list(items, output);
    const Trash::Item *item = itemNamed(items, options.id);
    if (!item)
        return output.fail(options.id, {.code = ErrorCode::FileNotFound,
                                        .subject = trash.folder() % u'/' % options.id,
                                        .values = {},
                                        .causes = {}});
    const QString inTheWay = options.mayOverwrite ? QString() : fileInTheWay(*item);
    if (!inTheWay.isEmpty())
        return output.fail(inTheWay, {.code = ErrorCode::AlreadyExists,
                                      .subject = inTheWay,
                                      .values = {QStringLiteral("restore")},
                                      .causes = {}});
    if (const auto restored = trash.restore(*item); !restored)
        return output.fail(restored.error().subject, restored.error());
    output.object(jsonOf(*item, true));
    output.lines(QStringList{QCoreApplication::translate("CommandLine", "Put back:")} + item->origins);
}

} // namespace sealport
