#include "ui/time_choice.h"

#include "model/text/formatting.h"
#include "ui/date_time_field.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStandardItemModel>

#include <utility>

namespace sealport {

TimeChoice::TimeChoice(const QString &name, std::vector<Usual> usual, QWidget *parent)
    : QWidget(parent)
    , m_usual(std::move(usual))
    , m_choice(new QComboBox(this))
    , m_edit(new DateTimeField(this))
{
    m_choice->setObjectName(name + QStringLiteral("Choice"));
    m_edit->setObjectName(name);
    m_edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss")); // digits alone: one can type it
    m_edit->setCalendarPopup(true);
    m_edit->setMinimumWidth(m_edit->sizeHint().width() + 2 * fontMetrics().averageCharWidth());
    for (const Usual &one : m_usual)
        m_choice->addItem(one.text);
    m_choice->addItem(tr("another time"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_choice, 1);
    row->addWidget(m_edit);
    setFocusProxy(m_choice);
    setFocusPolicy(Qt::StrongFocus); // else the access key of its label does nothing

    connect(m_choice, &QComboBox::activated, this, [this](int index) {
        m_isTouched = true;
        if (index < static_cast<int>(m_usual.size()))
            Q_EMIT usualChosen(index);
        else
            m_edit->setFocus();
    });
    connect(m_choice, &QComboBox::currentIndexChanged, this, &TimeChoice::changed);
    connect(m_edit, &DateTimeField::dateTimeChanged, this, [this] {
        m_isTouched = true;
        const QSignalBlocker once(m_choice);
        m_choice->setCurrentIndex(m_choice->count() - 1);
        Q_EMIT changed();
    });
}

void TimeChoice::setName(const QString &name)
{
    m_choice->setAccessibleName(name);
    m_edit->setAccessibleName(name);
}

void TimeChoice::setUsual(int index, const Usual &usual)
{
    m_usual.at(static_cast<std::size_t>(index)) = usual;
    m_choice->setItemText(index, usual.text);
}

void TimeChoice::setAvailable(int index, bool isAvailable)
{
    if (auto *items = qobject_cast<QStandardItemModel *>(m_choice->model())) // which a combo box has by itself
        items->item(index)->setEnabled(isAvailable);
}

void TimeChoice::choose(int index)
{
    m_choice->setCurrentIndex(index);
}

void TimeChoice::setTime(const QDateTime &time)
{
    m_edit->setDateTime(time.toLocalTime());
}

void TimeChoice::setBase(const QDateTime &base)
{
    const QDateTime shown = time(base).toLocalTime();
    if (chosen() >= 0) {
        const QSignalBlocker quiet(m_edit);
        m_edit->setDateTime(shown);
    }
    m_edit->setToolTip(exactDate(shown));
}

QDateTime TimeChoice::time(const QDateTime &base) const
{
    if (const int index = chosen(); index >= 0)
        return timeOf(index, base);
    return m_edit->dateTime().toUTC();
}

QDateTime TimeChoice::timeOf(int index, const QDateTime &base) const
{
    return m_usual.at(static_cast<std::size_t>(index)).time(base);
}

int TimeChoice::chosen() const
{
    const int index = m_choice->currentIndex();
    return index < static_cast<int>(m_usual.size()) ? index : -1;
}

} // namespace sealport
