#pragma once

#include "model/base/error.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace sealport {

/// Files that were deleted or overwritten, kept for a while: a folder (0700) for each time, with the files under their
/// own names and `origin.json`, which says where they stood. A process that is killed at any moment leaves every file
/// where it was, in the trash, or in both. Blocking file I/O: job thread only.
class Trash {
public:
    static constexpr int days = 30; ///< what is older is thrown away by purge()

    struct Item {
        QString folder;
        QDateTime when;      ///< UTC
        QStringList origins; ///< absolute paths
        friend bool operator==(const Item &, const Item &) = default;
    };

    /// Where the copy of item.origins[number] lies.
    [[nodiscard]] static QString keptFile(const Item &item, qsizetype number);

    explicit Trash(QString folder)
        : m_folder(std::move(folder))
    {
    }

    [[nodiscard]] const QString &folder() const { return m_folder; }

    /// Keeps copies of files that are about to be deleted or overwritten. Errors: FileNotFound, FileNotReadable,
    /// FileTooLarge, FileNotWritable; nothing is kept then.
    Result<Item> keep(const QStringList &files) const;
    /// Puts them back, the last one first; what stands in their places now is kept first. Errors: FileNotFound (thrown
    /// away meanwhile), FileNotWritable.
    Result<void> restore(const Item &item) const;
    /// Of copies that were not needed: what was to happen did not.
    void discard(const Item &item) const;
    [[nodiscard]] std::vector<Item> items() const; ///< the newest first
    void purge(const QDateTime &now = QDateTime::currentDateTimeUtc()) const;

private:
    QString m_folder;
};

} // namespace sealport
