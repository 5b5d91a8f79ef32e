#pragma once

#include <QWidget>

#include <cstdint>

class QLabel;

namespace sealport {

/// What is wrong with a field, or worth knowing about it, in the line below it; takes no space while there is nothing
/// to say. Plain text. GUI thread.
class FieldNote final : public QWidget {
    Q_OBJECT
public:
    enum class Level : std::uint8_t { Information, Warning, Error };

    /// A screen reader says the note with `field`; null: with nothing.
    FieldNote(QWidget *field, QWidget *parent);

    /// An empty text says nothing.
    void showNote(Level level, const QString &text);
    void clear() { showNote(Level::Information, {}); }
    [[nodiscard]] QString text() const;

private:
    QWidget *m_field;
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace sealport
