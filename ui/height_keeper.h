#pragma once

#include <QObject>

class QWidget;

namespace sealport {

/// Makes a dialog higher when texts in it, which are wrapped, come to need more lines than it has room for: the layouts
/// of Qt do not. Never lower: the user may want it so. Owned by the dialog, which has its layout already. GUI thread.
class HeightKeeper final : public QObject {
    Q_OBJECT
public:
    explicit HeightKeeper(QWidget &dialog);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keep();

    QWidget &m_dialog;
};

} // namespace sealport
