#pragma once

#include "model/certificates/revocation_list_report.h"

#include <QAbstractTableModel>
#include <QString>

#include <cstdint>
#include <vector>

namespace sealport {

/// The entries of one revocation list, sorted by true values and filtered by a text. GUI thread; quick with the
/// hundreds of thousands that lists of large authorities have.
class RevokedCertificateModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { Serial, Date, Reason, Name };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(std::vector<KnownRevocation> entries);
    /// What a serial number (with or without separators), a reason or a name must contain.
    void setFilter(const QString &text);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void collectReasons();
    void matchReasons();
    /// What is selected stays so, as far as it is still shown.
    void rearrange();
    void arrange();
    [[nodiscard]] bool isLetThrough(std::uint32_t place) const;
    [[nodiscard]] bool isBefore(std::uint32_t left, std::uint32_t right) const;
    [[nodiscard]] QString cellOf(std::uint32_t place, Column column) const;

    std::vector<KnownRevocation> m_entries; ///< in the list's order
    std::vector<std::uint32_t> m_shown;     ///< places in m_entries
    /// There are few, and their words are made once.
    struct Reason {
        QString words;
        bool containsText = false; ///< m_text
    };
    std::vector<Reason> m_reasons;         ///< sorted by their words
    std::vector<std::uint32_t> m_reasonOf; ///< of each entry, its place in m_reasons
    QString m_text;
    QString m_digits; ///< of m_text where that can be a part of a serial number
    int m_column = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace sealport
