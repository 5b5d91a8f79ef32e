#pragma once

#include <QObject>
#include <QSettings>
#include <QString>
#include <QTableView>

#include <vector>

class QMenu;

namespace sealport {

/// How one column looks until the user changes it.
struct ColumnDefault {
    int width = 100; ///< pixels at the default font
    bool visible = true;
};

/// The header menu of a table (show, hide, reset columns) and the memory of widths, order and sorting between two
/// starts. Owned by the view. GUI thread.
class TableLayout final : public QObject {
    Q_OBJECT
public:
    /// `columns` in the model's order; `stretch` takes the room that is left, but never less than its default width.
    TableLayout(QTableView &view, QSettings &settings, QString key, std::vector<ColumnDefault> columns, int stretch);

    void restore(); ///< after the model is set
    void save();
    void reset();
    /// One checkable entry a column, then Reset.
    void fillMenu(QMenu &menu);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setColumnVisible(int column, bool visible);
    [[nodiscard]] int defaultWidth(int column) const;
    void fillRoom();

    QTableView &m_view;
    QSettings &m_settings;
    QString m_key;
    std::vector<ColumnDefault> m_columns;
    int m_stretch;
};

} // namespace sealport
