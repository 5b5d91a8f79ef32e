#include "ui/placeholder_color.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>

namespace sealport {

namespace {

void setFromText()
{
    constexpr int half = 128;
    QColor color = QApplication::palette().color(QPalette::Text);
    color.setAlpha(half);
    if (QApplication::palette().color(QPalette::PlaceholderText) == color)
        return;                                 // also when it is this that has changed the palette
    QPalette palette = QApplication::palette(); // its mask names what the program has set; the rest stays the theme's
    palette.setColor(QPalette::PlaceholderText, color);
    QApplication::setPalette(palette);
}

} // namespace

PlaceholderColor::PlaceholderColor(QApplication &application)
    : QObject(&application)
{
    application.installEventFilter(this);
    setFromText();
}

bool PlaceholderColor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        setFromText();
    return QObject::eventFilter(watched, event);
}

} // namespace sealport
