#pragma once

#include <QString>
#include <QTableView>

namespace sealport {

/// A table of rows: whole rows are selected, all of one height, copied as text with Ctrl+C; while it is empty it says
/// in its middle what to do next. GUI thread.
class HintTable final : public QTableView {
    Q_OBJECT
public:
    explicit HintTable(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *newModel) override;
    void setHint(const QString &hint);
    /// This row and no other, whatever keys are held at the moment.
    void selectOnly(int row);
    /// The selected rows, visible columns in the order shown, separated by tabs.
    [[nodiscard]] QString selectedText() const;
    void copySelection() const;
    /// A context menu for tables that have no more than that to offer.
    void showCopyMenu(const QPoint &position);
    /// Rows of the view's model, ascending.
    [[nodiscard]] QList<int> selectedRows() const;

Q_SIGNALS:
    /// A double click or Enter: unlike activated(), never the single click by which some desktops open things.
    void rowChosen(const QModelIndex &index);

protected:
    /// Where one row is selected, one always is: a click beside the rows, or with Ctrl on it, takes nothing away.
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                                       const QEvent *event) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool isHintShown() const;
    void updateDescription();

    QString m_hint;
};

} // namespace sealport
