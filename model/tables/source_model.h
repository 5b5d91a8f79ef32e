#pragma once

#include "model/certificates/certificate_catalogue.h"
#include "model/tables/table_icons.h"

#include <QAbstractItemModel>

#include <map>
#include <optional>
#include <vector>

namespace sealport {

/// The sources of certificates as a tree: one row for each kind, and below those that may be many, one for each. Says
/// how many certificates are there, how far a reading is, and whether something could not be read. GUI thread.
class SourceModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    /// `catalogue` must outlive this object.
    explicit SourceModel(CertificateCatalogue &catalogue, QObject *parent = nullptr);

    /// The source in this row, or all of a kind.
    [[nodiscard]] std::vector<SourceId> sourcesAt(const QModelIndex &index) const;
    /// The one that can be closed; nothing for what is always there.
    [[nodiscard]] std::optional<SourceId> closableAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(SourceId id) const;
    [[nodiscard]] QModelIndex openedGroup() const { return groupIndex(SourceKind::Opened); }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    using Entry = CertificateCatalogue::Entry;
    [[nodiscard]] const Entry *entryAt(const QModelIndex &index) const;
    [[nodiscard]] std::vector<const Entry *> entriesAt(const QModelIndex &index) const;
    [[nodiscard]] QString title(const QModelIndex &index) const;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const;
    [[nodiscard]] QString iconName(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex groupIndex(SourceKind kind) const;
    void insert(SourceId id);
    void remove();
    void change(SourceId id);

    CertificateCatalogue &m_catalogue;
    std::map<SourceKind, std::vector<SourceId>> m_children; ///< as views know them
    TableIcons m_icons;
};

} // namespace sealport
