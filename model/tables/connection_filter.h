#pragma once

#include <QByteArrayMatcher>
#include <QSortFilterProxyModel>

namespace sealport {

class ConnectionModel;

/// The rows of a ConnectionModel that the user wants to see. Unsorted it keeps the model's order, oldest first; sorting
/// is by true value and stable. GUI thread.
class ConnectionFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum class Show { All, Live, Failed };

    explicit ConnectionFilter(QObject *parent = nullptr);

    /// Only a ConnectionModel.
    void setSourceModel(QAbstractItemModel *model) override;
    void setShow(Show show);
    [[nodiscard]] Show show() const { return m_show; }
    /// Rows whose cells contain this text, in any case; empty shows all. White space around it is ignored.
    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const ConnectionModel *m_connections = nullptr;
    Show m_show = Show::All;
    QString m_text;
    QByteArrayMatcher m_matcher;
};

} // namespace sealport
