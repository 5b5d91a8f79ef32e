#pragma once

#include <QDateTime>
#include <QWidget>

#include <functional>
#include <vector>

class QComboBox;

namespace sealport {

class DateTimeField;

/// A moment: one of some usual ones, which are counted from another moment, or any other. GUI thread.
class TimeChoice final : public QWidget {
    Q_OBJECT
public:
    struct Usual {
        QString text;
        std::function<QDateTime(const QDateTime &base)> time;
    };

    /// `name` is what the two fields are called by objectName, accessible names come from setName().
    TimeChoice(const QString &name, std::vector<Usual> usual, QWidget *parent);

    /// What a screen reader calls it.
    void setName(const QString &name);
    /// Changes one of the usual moments.
    void setUsual(int index, const Usual &usual);
    /// Whether one of the usual moments can be chosen.
    void setAvailable(int index, bool isAvailable);
    void choose(int index);
    /// As the user would: changed() is told, and isTouched().
    void setTime(const QDateTime &time);
    /// Shows what the usual moment comes to.
    void setBase(const QDateTime &base);

    /// UTC, counted from `base` where a usual one is chosen.
    [[nodiscard]] QDateTime time(const QDateTime &base) const;
    /// What one of the usual ones comes to.
    [[nodiscard]] QDateTime timeOf(int index, const QDateTime &base) const;
    /// -1: another one.
    [[nodiscard]] int chosen() const;
    /// Whether the user has chosen anything.
    [[nodiscard]] bool isTouched() const { return m_isTouched; }
    [[nodiscard]] QComboBox *choice() const { return m_choice; } ///< for a label's access key

Q_SIGNALS:
    void changed();
    void usualChosen(int index); ///< by the user

private:
    std::vector<Usual> m_usual;
    QComboBox *m_choice;
    DateTimeField *m_edit;
    bool m_isTouched = false;
};

} // namespace sealport
