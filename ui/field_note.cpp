#include "ui/field_note.h"

#include "ui/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

namespace sealport {

FieldNote::FieldNote(QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    m_text->setObjectName(QStringLiteral("note"));
    m_text->setTextFormat(Qt::PlainText); // it may repeat what a stranger wrote
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeading | Qt::AlignTop); // beside its icon, also where a form gives it more room
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 2);
    row->setSpacing(6);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    hide();
}

void FieldNote::showNote(Level level, const QString &text)
{
    m_text->setText(text);
    if (m_field)
        m_field->setAccessibleDescription(text);
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    const bool isIconShown = level != Level::Information;
    if (isIconShown) {
        const QString icon = level == Level::Error ? QStringLiteral("error") : QStringLiteral("warning");
        m_icon->setPixmap(themedIcon(icon).pixmap(size, size));
    }
    m_icon->setVisible(isIconShown);
    setVisible(!text.isEmpty());
}

QString FieldNote::text() const
{
    return m_text->text();
}

} // namespace sealport
