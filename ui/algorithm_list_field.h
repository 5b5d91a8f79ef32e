#pragma once

#include "model/tls/algorithm_lists.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLineEdit;
class QPushButton;

namespace sealport {

class FieldNote;

/// One of the lists that decide what a handshake may use: typed, with what there is to know about it below, or picked.
/// GUI thread.
class AlgorithmListField final : public QWidget {
    Q_OBJECT
public:
    AlgorithmListField(AlgorithmList list, const QString &name, QWidget *parent);

    [[nodiscard]] AlgorithmList list() const { return m_list; }
    [[nodiscard]] QString text() const;
    void setText(const QString &text);                           ///< without changed()
    void replaceText(const QString &text);                       ///< as if typed: it can be undone in the field
    void showFindings(const std::vector<ListFinding> &findings); ///< of the text as it is now
    [[nodiscard]] QLineEdit *editor() const { return m_edit; }

Q_SIGNALS:
    void changed(); ///< by the user
    void pickRequested();

private:
    void correct();

    AlgorithmList m_list;
    QLineEdit *m_edit;
    FieldNote *m_note;
    QPushButton *m_correct;
    std::optional<QString> m_corrected; ///< what the button writes
};

} // namespace sealport
