#pragma once

#include <QByteArrayMatcher>
#include <QSortFilterProxyModel>

namespace sealport {

class CertificateModel;

/// The rows of a CertificateModel that contain a text: in any of their columns, or as a part of a thumbprint or serial
/// number, with or without its separators. Unsorted it keeps the model's order; sorting is by true value and stable.
/// GUI thread.
class CertificateFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit CertificateFilter(QObject *parent = nullptr);

    /// Only a CertificateModel.
    void setSourceModel(QAbstractItemModel *model) override;
    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const CertificateModel *m_certificates = nullptr;
    QByteArrayMatcher m_text; ///< lower case
    QByteArrayMatcher m_hex;  ///< the text without separators when it can be a part of a thumbprint, else empty
};

} // namespace sealport
