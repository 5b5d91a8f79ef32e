#pragma once

#include "ui/algorithm_rows.h"

#include <QDialog>
#include <QStringList>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace sealport {

/// What the OpenSSL of this machine has for a list, to tick and to put in order. Not modal. GUI thread.
class AlgorithmPicker final : public QDialog {
    Q_OBJECT
public:
    /// `chosen`: what is ticked at the beginning, in its order.
    AlgorithmPicker(const QString &title, const std::vector<AlgorithmRow> &rows, const QStringList &chosen,
                    QWidget *parent);

    [[nodiscard]] QStringList chosen() const; ///< the names that are ticked, from top to bottom

Q_SIGNALS:
    void picked(const QStringList &names); ///< none: Sealport's own list

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void addRow(const AlgorithmRow &row, bool isChosen);
    void filter(const QString &text);
    void move(int step);
    void updateOrder();
    void finish(const QStringList &names);
    /// The next one up (-1) or down (1) that is shown and ticked, or not ticked, as this one.
    [[nodiscard]] int neighbourOf(QTreeWidgetItem &item, int step) const;

    QLineEdit *m_find;
    QTreeWidget *m_list;
    QLabel *m_count;
    QPushButton *m_use;
};

} // namespace sealport
