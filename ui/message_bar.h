#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace sealport {

/// A message in the window, next to what it is about, with at most one action; takes no space while there is none.
/// Replaces message boxes: it never takes the focus. GUI thread.
class MessageBar final : public QFrame {
    Q_OBJECT
public:
    enum class Level { Information, Warning, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    void showMessage(Level level, const QString &text);
    /// The bar closes when `action` is run.
    void showMessage(Level level, const QString &text, const QString &actionText, std::function<void()> action);
    void clear();
    /// Gets the focus when the bar goes while it has it.
    void setFocusHome(QWidget *home) { m_home = home; }
    [[nodiscard]] QString text() const;

private:
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
    QToolButton *m_close;
    std::function<void()> m_action;
    QWidget *m_home = nullptr;
};

} // namespace sealport
