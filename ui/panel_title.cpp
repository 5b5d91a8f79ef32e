#include "ui/panel_title.h"

#include <QLabel>

namespace sealport {

QLabel *makePanelTitle(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *title = new QLabel(text, parent);
    title->setBuddy(buddy);
    QFont font = title->font();
    font.setBold(true);
    title->setFont(font);
    title->setContentsMargins(0, 2, 0, 2);
    return title;
}

} // namespace sealport
