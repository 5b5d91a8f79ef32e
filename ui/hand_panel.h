#pragma once

#include "model/sockets/hand_exchange.h"
#include "model/sockets/hand_framing.h"

#include <QHash>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sealport {

class FieldNote;
class TranscriptView;

/// One connection that the user serves by hand: what was said, and what is to be said next. GUI thread.
class HandPanel final : public QWidget {
    Q_OBJECT
public:
    /// `exchange` outlives it.
    explicit HandPanel(HandExchange &exchange, QWidget *parent = nullptr);

    void showConversation(std::optional<ConnectionId> id);
    void goToInput();

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class End { Nothing, Lf, CrLf, Cr, Nul, WinDevLength, WinDevTag };

    void build();
    void connectFields();
    void refresh();
    void updateInput();
    void updateFrame();
    void send();
    /// What stands in the field, as it goes over the wire; says what is wrong with it where it cannot.
    [[nodiscard]] std::optional<QByteArray> octetsToSend() const;
    [[nodiscard]] std::optional<QByteArray> octetsIn(const QLineEdit &field) const;
    [[nodiscard]] End end() const;
    [[nodiscard]] LineEnding lineEnding() const;
    [[nodiscard]] const HandExchange::Conversation *shown() const;
    [[nodiscard]] static QString stageOf(const ConnectionRecord &record);

    HandExchange &m_exchange;
    std::optional<ConnectionId> m_id;
    QHash<ConnectionId, QString> m_drafts; ///< begun and not sent, of the other connections
    QLabel *m_stage;
    // in the order in which Tab visits them
    QPushButton *m_admit;
    QPushButton *m_deny;
    QPushButton *m_secure;
    QComboBox *m_form;
    TranscriptView *m_transcript;
    QLineEdit *m_input;
    QPushButton *m_send;
    QComboBox *m_inputForm;
    QComboBox *m_end;
    QLineEdit *m_tag;
    QPushButton *m_close;
    FieldNote *m_fault;
};

} // namespace sealport
