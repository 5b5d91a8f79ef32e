#pragma once

#include "model/certificates/comparison.h"

#include <QWidget>

class QTreeWidget;
class QTreeWidgetItem;

namespace sealport {

/// Two certificates side by side, with what differs marked. GUI thread.
class ComparisonWindow final : public QWidget {
    Q_OBJECT
public:
    ComparisonWindow(const Certificate &left, const Certificate &right, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildTree(const QStringList &headers);
    [[nodiscard]] QTreeWidgetItem *itemFor(const ComparisonRow &row) const;

    QTreeWidget *m_tree;
};

} // namespace sealport
