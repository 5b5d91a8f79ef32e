#pragma once

#include <QObject>

class QWidget;

namespace sealport {

/// Over a field or a row of tabs without the focus the wheel scrolls the form; it must not change a value or a page by
/// the way. For those that `form` has when this is made, and owned by it. GUI thread.
class WheelGuard final : public QObject {
    Q_OBJECT
public:
    explicit WheelGuard(QWidget &form);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace sealport
