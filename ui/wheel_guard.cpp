#include "ui/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QTabBar>
#include <QWidget>

namespace sealport {

WheelGuard::WheelGuard(QWidget &form)
    : QObject(&form)
{
    const auto fields = form.findChildren<QWidget *>();
    for (QWidget *field : fields) {
        if (qobject_cast<QAbstractSpinBox *>(field) || qobject_cast<QComboBox *>(field)) {
            field->setFocusPolicy(Qt::StrongFocus);
            field->installEventFilter(this);
        }
        if (qobject_cast<QTabBar *>(field))
            field->installEventFilter(this);
    }
}

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel) {
        const auto *field = qobject_cast<QWidget *>(watched);
        if (field && !field->hasFocus()) {
            event->ignore();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sealport
