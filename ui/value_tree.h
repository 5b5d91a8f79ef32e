#pragma once

#include <QTreeWidget>

namespace sealport {

/// Rows that say something of an object: values stand there whole, in as many lines as they need, and are copied alone
/// (Ctrl+C) or with their row. GUI thread.
class ValueTree final : public QTreeWidget {
    Q_OBJECT
public:
    ValueTree(const QStringList &headers, const QString &name, QWidget *parent = nullptr);

protected:
    /// To the right, the value of an open row comes before its children.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
};

} // namespace sealport
