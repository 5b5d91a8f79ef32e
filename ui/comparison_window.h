#pragma once

#include "model/certificates/comparison.h"

#include <QWidget>

class QTreeWidgetItem;

namespace sealport {

class ValueTree;

/// Two certificates side by side, with what differs marked. GUI thread.
class ComparisonWindow final : public QWidget {
    Q_OBJECT
public:
    ComparisonWindow(const Certificate &left, const Certificate &right, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QTreeWidgetItem *itemFor(const ComparisonRow &row) const;

    ValueTree *m_tree;
};

} // namespace sealport
