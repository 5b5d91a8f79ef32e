#pragma once

#include "model/base/strong_id.h"
#include "model/certificates/source_listing.h"
#include "model/tables/certificate_cells.h"
#include "model/tables/table_icons.h"
#include "model/tables/table_roles.h"

#include <QAbstractTableModel>
#include <QByteArrayMatcher>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace sealport {

/// A source whose items are to be shown.
struct ShownSource {
    SourceId id;
    QString title;
    std::shared_ptr<const SourceListing> listing;
    friend bool operator==(const ShownSource &, const ShownSource &) = default;
};

/// What a view remembers of a row while the model begins anew.
struct RowIdentity {
    QByteArray sha256; ///< of its DER; empty for what could not be read
    QString file;
    friend bool operator==(const RowIdentity &, const RowIdentity &) = default;
};

/// What the chosen sources hold: filtered, sorted by true value, quick with a hundred thousand rows. GUI thread.
/// Nothing runs by itself: dates are told relative to the last setSources() or setCalendar().
class CertificateModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit CertificateModel(QObject *parent = nullptr);

    /// Resets the model unless they are what it shows already. True: it did.
    bool setSources(std::vector<ShownSource> sources, const QDateTime &now = QDateTime::currentDateTimeUtc());
    /// Only rows that contain this text, in any case: in any of their columns, or as a part of a thumbprint or serial
    /// number, with or without its separators. Empty shows all.
    void setFilter(const QString &text);
    /// By true value and stable, what could not be read always last; column -1: the sources' own order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// Tells the dates anew.
    void setCalendar(const Calendar &calendar);
    [[nodiscard]] const Calendar &calendar() const { return m_calendar; }
    /// Of certificates of these and other sources; they stay until they are told anew.
    void setRevoked(RevocationStates revoked);

    [[nodiscard]] const ListedItem &itemAt(int row) const { return *rowAt(row).item; }
    [[nodiscard]] SourceId sourceAt(int row) const;
    [[nodiscard]] RevocationState revocationAt(int row) const { return revocationOf(itemAt(row)); }
    [[nodiscard]] RowIdentity identityAt(int row) const;
    /// -1: not there, or filtered out.
    [[nodiscard]] int rowOf(const RowIdentity &identity) const;
    [[nodiscard]] int rowOf(const Certificate &certificate) const;
    /// The first of what a file holds.
    [[nodiscard]] int rowOfFile(const QString &file) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Source {
        ShownSource shown;
        bool hasManyFiles = false;
        bool isTitleWanted = false; ///< the filter lets all of it through
    };
    struct Row {
        const ListedItem *item; ///< in the listing of m_sources[source]
        std::uint32_t source;
    };
    [[nodiscard]] const Row &rowAt(int row) const { return m_rows[m_shown.at(static_cast<std::size_t>(row))]; }
    enum class Change : std::uint8_t { Order, Filter, NarrowedFilter };
    void sortRows();
    /// The title, and the file where the source has several.
    [[nodiscard]] QString sourceText(const Row &row) const;
    [[nodiscard]] RevocationState revocationOf(const ListedItem &item) const;
    [[nodiscard]] bool isLetThrough(std::uint32_t row) const;
    void matchTitles();
    void filterRows();
    void rearrange(Change change);

    std::vector<Source> m_sources;
    std::vector<Row> m_rows;            ///< all of them
    std::vector<std::uint32_t> m_order; ///< all rows as they are sorted
    std::vector<std::uint32_t> m_shown; ///< those of m_order that the filter lets through
    QByteArrayMatcher m_text;           ///< lower case
    QByteArrayMatcher m_hex;   ///< the text without separators where it can be a part of a thumbprint, else empty
    std::uint32_t m_words = 0; ///< see cellWordsContaining()
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    Calendar m_calendar;
    RevocationStates m_revoked;
    TableIcons m_icons;
};

} // namespace sealport
