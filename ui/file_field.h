#pragma once

#include <QWidget>

class QLineEdit;

namespace sealport {

/// The path of a file, typed or chosen. GUI thread.
class FileField final : public QWidget {
    Q_OBJECT
public:
    enum class Purpose { Reading, Appending };

    /// `name`: what the file holds, for screen readers and as title of the chooser.
    FileField(const QString &objectName, const QString &name, Purpose purpose, QWidget *parent);

    [[nodiscard]] QString path() const; ///< without spaces around it
    void setPath(const QString &path);  ///< without changed(); the same one leaves the cursor where it is
    [[nodiscard]] QLineEdit *editor() const { return m_edit; }

Q_SIGNALS:
    void changed(); ///< by the user

private:
    void browse();

    const Purpose m_purpose;
    QLineEdit *m_edit;
};

} // namespace sealport
