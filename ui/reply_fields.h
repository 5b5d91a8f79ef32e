#pragma once

#include "model/sockets/reply_spec.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;

namespace sealport {

class FieldNote;

/// What a server replies, as fields: which kind of reply, and what that one needs. A dialogue is checked while it is
/// written, and its fault is said with the line. GUI thread.
class ReplyFields final : public QWidget {
    Q_OBJECT
public:
    explicit ReplyFields(QWidget *parent = nullptr);

    [[nodiscard]] ReplySpec reply() const;
    /// Without changed(). What was written for the other kinds of reply stays, unless the reply `isOfAnother` server.
    void setReply(const ReplySpec &reply, bool isOfAnother);
    [[nodiscard]] QComboBox *kindField() const { return m_kind; } ///< for the label in front

Q_SIGNALS:
    void changed(); ///< by the user

private:
    enum class Kind { Echo, Discard, Text, Http, Files, Dialogue, DialogueFile, ByHand, Protocol };

    void fillKinds();
    QWidget *buildPath();
    void connectFields();
    void choosePath(bool folder);
    void noteEdit();
    void updateFields();
    void checkScript();
    void markLine(int line);
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] static Kind kindOf(const ReplySpec &reply);

    bool m_loading = false;
    // in the order in which Tab visits them
    QComboBox *m_kind;
    QLineEdit *m_text;
    QLineEdit *m_path;
    QWidget *m_chooseFolder = nullptr;
    QCheckBox *m_asksFirst;
    QPlainTextEdit *m_script;
    FieldNote *m_fault;
    QStackedWidget *m_fields;
    QString m_files;        ///< what m_path holds for files
    QString m_dialogueFile; ///< and for a dialogue
};

} // namespace sealport
