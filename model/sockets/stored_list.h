#pragma once

#include "model/base/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace sealport {

/// A list of things of the user as one readable JSON file: {"version":1,"KEY":[…]}. What cannot be understood is kept,
/// never overwritten. Blocking file I/O: job thread only.
struct StoredList {
    QString file;
    QJsonArray entries;
    QJsonObject further;         ///< whatever else stands in the file, for the next time that it is written
    std::vector<Error> problems; ///< DamagedStore (values: where the file was kept aside), NewerStore, those of entries
    bool fileExists = false;
    bool mustStay = false; ///< what was not understood could not be kept aside: the file must not be written
};

/// A file that cannot be read or understood is moved aside; that of a newer program stays.
[[nodiscard]] StoredList readStoredList(const QString &file, QLatin1StringView key);

/// The next time that the file is written, entries of it will be missing: keeps a copy beside it, one for each state of
/// the file.
void keepIncomplete(StoredList &list);

/// All or nothing, for the user's eyes alone. Errors: FileNotWritable.
Result<void> writeStoredList(const QString &file, QLatin1StringView key, const QJsonArray &entries,
                             const QJsonObject &further = {});

/// What the entries are; one that `read` refuses is left out and said, and a copy of the file is kept.
template <class Item>
[[nodiscard]] std::vector<Item> readEntries(StoredList &list, Result<Item> (*read)(const QJsonObject &))
{
    std::vector<Item> items;
    const QJsonArray &entries = list.entries;
    const std::size_t problemsBefore = list.problems.size();
    for (const auto &entry : entries) {
        if (Result<Item> item = read(entry.toObject()))
            items.push_back(std::move(*item));
        else
            list.problems.push_back(item.error());
    }
    if (list.problems.size() > problemsBefore)
        keepIncomplete(list);
    return items;
}

} // namespace sealport
