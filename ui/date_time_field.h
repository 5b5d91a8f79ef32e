#pragma once

#include <QDateTimeEdit>

#include <optional>

namespace sealport {

/// A moment that can be typed over what stands there when all of that is selected, from the year on, with or without
/// separators and a time; QDateTimeEdit gives all digits to the section in which the cursor was. GUI thread.
class DateTimeField final : public QDateTimeEdit {
    Q_OBJECT
public:
    explicit DateTimeField(QWidget *parent);

    void stepBy(int steps) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    bool focusNextPrevChild(bool isForward) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void take(QChar character); ///< unless no date can come of it
    void showTyped();
    void finish(); ///< shows the moment again

    std::optional<QString> m_typed; ///< in the place of all that stood there
};

} // namespace sealport
