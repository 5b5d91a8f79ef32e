#pragma once

#include "model/certificates/certificate_store.h"
#include "model/tables/certificate_filter.h"
#include "model/tables/table_icons.h"
#include "model/tables/table_roles.h"

#include <QAbstractTableModel>
#include <QDateTime>

#include <cstdint>
#include <vector>

namespace sealport {

enum class CertificateStatus : std::uint8_t { Valid, ExpiresSoon, Expired, NotYetValid };
/// Soon: within 30 days.
[[nodiscard]] CertificateStatus certificateStatus(const Certificate &certificate, const QDateTime &now);

/// The certificates of the user's store, in the store's order. GUI thread. The clock is given from outside: dates are
/// told relative to the time of the last setCertificates() or refresh(); nothing runs by itself.
class CertificateModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        KeyColumn,
        Sha1Column,
        Sha256Column,
        SubjectColumn,
        IssuerColumn,
        ExpiresColumn,
        KeyTypeColumn,
        ColumnCount
    };

    explicit CertificateModel(QObject *parent = nullptr);

    /// Takes a new listing over: rows that stay keep their place and selection, whatever order they came in before.
    void setCertificates(const std::vector<StoredCertificate> &certificates,
                         const QDateTime &now = QDateTime::currentDateTimeUtc());
    /// Tells the dates anew.
    void refresh(const QDateTime &now);

    [[nodiscard]] const StoredCertificate &certificateAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Row {
        StoredCertificate stored;
        QString searchText;
    };
    void removeMissing(const std::vector<StoredCertificate> &wanted);
    void placeWanted(const std::vector<StoredCertificate> &wanted);
    [[nodiscard]] QString text(const Row &row, int column) const;
    [[nodiscard]] QString expiry(const Certificate &certificate) const;
    [[nodiscard]] QString toolTip(const Row &row, int column) const;
    [[nodiscard]] QString iconName(const Row &row, int column) const;

    std::vector<Row> m_rows;
    QDateTime m_now = QDateTime::currentDateTimeUtc();
    TableIcons m_icons;
};

} // namespace sealport
