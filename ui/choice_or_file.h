#pragma once

#include <QString>
#include <QWidget>

#include <utility>
#include <vector>

class QComboBox;

namespace sealport {

class FileField;

/// One of some values that have a meaning, or the path of a file. GUI thread.
class ChoiceOrFile final : public QWidget {
    Q_OBJECT
public:
    /// `choices`: what is shown, and its value.
    ChoiceOrFile(const QString &objectName, const QString &name,
                 const std::vector<std::pair<QString, QString>> &choices, QWidget *parent);

    [[nodiscard]] QString value() const;
    void setValue(const QString &value); ///< without changed()
    [[nodiscard]] QComboBox *choice() const { return m_choice; }

Q_SIGNALS:
    void changed(); ///< by the user

private:
    [[nodiscard]] bool isFile() const;
    void updateFile();

    QComboBox *m_choice;
    FileField *m_file;
};

} // namespace sealport
