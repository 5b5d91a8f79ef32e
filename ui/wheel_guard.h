#pragma once

#include <QObject>

class QWidget;

namespace sealport {

/// Over a field without the focus the wheel scrolls the form; it must not change a value by the way. For the fields
/// that `form` has when this is made, and owned by it. GUI thread.
class WheelGuard final : public QObject {
    Q_OBJECT
public:
    explicit WheelGuard(QWidget &form);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace sealport
