#pragma once

#include "model/sockets/hand_framing.h"
#include "model/sockets/hand_transcript.h"

#include <QPlainTextEdit>

#include <cstdint>
#include <deque>

namespace sealport {

/// What was said on one connection, in text or in hexadecimal, the newest at the end. Follows it while the end is in
/// sight. Nothing that a stranger sent can move the cursor or hide. GUI thread.
class TranscriptView final : public QPlainTextEdit {
    Q_OBJECT
public:
    enum class Form { Text, Hex };

    explicit TranscriptView(QWidget *parent = nullptr);

    void setForm(Form form); ///< before the next showTranscript()
    /// What the client says is taken apart into messages; before the next showTranscript().
    void setFrame(const MessageFrame &frame);
    /// The newest state of this connection's transcript; only what is new is written.
    void showTranscript(ConnectionId of, const HandTranscript &transcript);
    void showNothing();

private:
    struct Entry;
    using Entries = std::deque<Entry>;

    [[nodiscard]] Entries startAgain(ConnectionId of, const HandTranscript &transcript);
    [[nodiscard]] bool isLastWhole(const HandTranscript &transcript) const;
    void removeLast();
    void take(const HandTranscript::Piece &piece, Entries &entries);
    void takeMessages(qint64 at, const QByteArray &octets, Entries &entries);
    void takeBegun(Entries &entries) const;
    [[nodiscard]] QString bodyOf(const QByteArray &octets, int most) const;
    void write(const Entries &entries);

    Form m_form = Form::Text;
    MessageFrame m_frame;
    MessageReader m_reader{{}};       ///< of the client's pieces that are shown
    MessageReader m_readerBefore{{}}; ///< the last of them
    ConnectionId m_of;
    std::uint64_t m_shown = 0; ///< pieces, those that are forgotten by now included
    QTextCursor m_last;        ///< where the last one begins: it may grow
    qsizetype m_lastSize = 0;  ///< its octets
};

} // namespace sealport
