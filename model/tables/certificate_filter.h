#pragma once

#include <QSortFilterProxyModel>

namespace sealport {

/// The rows of a CertificateModel that contain a text: names, alternative names, subject, issuer, or a part of a
/// thumbprint or serial number, with or without its separators. GUI thread.
class CertificateFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit CertificateFilter(QObject *parent = nullptr);

    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    QString m_text; ///< lower case
    QString m_hex;  ///< the text without separators when it can be a part of a thumbprint, else empty
};

} // namespace sealport
