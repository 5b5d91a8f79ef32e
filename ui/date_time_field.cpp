#include "ui/date_time_field.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace sealport {
namespace {

constexpr std::array<int, 6> widths{4, 2, 2, 2, 2, 2}; // year, month, day, hour, minute, second
constexpr std::array<int, widths.size()> smallest{1, 1, 1, 0, 0, 0};
constexpr std::size_t partsOfDate = 3;

struct Typed {
    std::vector<int> numbers;
    bool isLastOpen = false; ///< further digits belong to it
};

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/// A number that has all its digits ends by itself. Nothing: there are more numbers than a moment has.
std::optional<Typed> read(const QString &text)
{
    Typed typed;
    int width = 0;
    for (const QChar character : text) {
        if (!isDigit(character)) {
            typed.isLastOpen = false;
            continue;
        }
        if (!typed.isLastOpen) {
            if (typed.numbers.size() == widths.size())
                return std::nullopt;
            typed.numbers.push_back(0);
            width = 0;
        }
        typed.numbers.back() = typed.numbers.back() * 10 + character.digitValue();
        typed.isLastOpen = ++width < widths.at(typed.numbers.size() - 1);
    }
    return typed;
}

/// What was not typed yet is the smallest; invalid where a number is too large.
QDateTime momentOf(const Typed &typed)
{
    std::array<int, widths.size()> values = smallest;
    for (std::size_t i = 0; i < typed.numbers.size(); ++i) {
        const bool isBegun = typed.isLastOpen && i == typed.numbers.size() - 1;
        values.at(i) = isBegun ? std::max(smallest.at(i), typed.numbers.at(i)) : typed.numbers.at(i);
    }
    return {QDate(values[0], values[1], values[2]), QTime(values[3], values[4], values[5])};
}

bool isTyping(const QKeyEvent &event)
{
    constexpr Qt::KeyboardModifiers harmless = Qt::ShiftModifier | Qt::KeypadModifier;
    const QString text = event.text();
    return (event.modifiers() & ~harmless) == Qt::NoModifier && text.size() == 1 && text.front().isPrint();
}

} // namespace

DateTimeField::DateTimeField(QWidget *parent)
    : QDateTimeEdit(parent)
{
    lineEdit()->installEventFilter(this);
}

void DateTimeField::keyPressEvent(QKeyEvent *event)
{
    const bool isAllSelected = lineEdit()->hasSelectedText() && lineEdit()->selectedText() == lineEdit()->text();
    if (isTyping(*event) && (m_typed || (isAllSelected && isDigit(event->text().front()))))
        return take(event->text().front());
    if (m_typed && event->key() == Qt::Key_Backspace) {
        m_typed->chop(1);
        return showTyped();
    }
    finish();
    QDateTimeEdit::keyPressEvent(event);
}

void DateTimeField::take(QChar character)
{
    static const QString separators = QStringLiteral("-/.:, T");
    if (!isDigit(character) && !separators.contains(character))
        return;
    const QString text = m_typed.value_or(QString()) + character;
    const auto typed = read(text);
    if (!typed)
        return;
    const bool isYearAlone = typed->numbers.size() == 1 && typed->isLastOpen;
    const QDateTime moment = momentOf(*typed);
    if (!isYearAlone && (!moment.isValid() || moment < minimumDateTime() || moment > maximumDateTime()))
        return;
    m_typed = text;
    if (typed->numbers.size() >= partsOfDate)
        setDateTime(moment); // whoever asks for it, or presses a button, while the rest is being typed
    if (typed->numbers.size() == widths.size() && !typed->isLastOpen)
        finish();
    else
        showTyped();
}

void DateTimeField::showTyped()
{
    const QSignalBlocker quiet(lineEdit()); // else it is read as the text of one section
    lineEdit()->setText(*m_typed);
}

void DateTimeField::finish()
{
    if (!m_typed)
        return;
    m_typed.reset();
    setDateTime(dateTime());
}

void DateTimeField::stepBy(int steps)
{
    finish();
    QDateTimeEdit::stepBy(steps);
}

bool DateTimeField::focusNextPrevChild(bool isForward)
{
    if (!m_typed)
        return QDateTimeEdit::focusNextPrevChild(isForward); // to the next section
    finish();
    return QWidget::focusNextPrevChild(isForward);
}

void DateTimeField::focusOutEvent(QFocusEvent *event)
{
    finish();
    QDateTimeEdit::focusOutEvent(event);
}

void DateTimeField::mousePressEvent(QMouseEvent *event)
{
    finish();
    QDateTimeEdit::mousePressEvent(event);
}

bool DateTimeField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress)
        finish();
    return QDateTimeEdit::eventFilter(watched, event);
}

} // namespace sealport
