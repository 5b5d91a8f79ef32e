#include "ui/transcript_view.h"

#include "model/text/formatting.h"

#include <QDateTime>
#include <QFontDatabase>
#include <QLocale>
#include <QScrollBar>

namespace sealport {
namespace {

constexpr int mostLines = 20'000; ///< the transcript itself keeps a mebibyte
constexpr qsizetype octetsALine = 16;

QString hexLines(const QByteArray &octets)
{
    QString lines;
    for (qsizetype at = 0; at < octets.size(); at += octetsALine) {
        const QByteArray part = octets.mid(at, octetsALine);
        QString characters;
        for (const char octet : part)
            characters += octet >= ' ' && octet <= '~' ? QLatin1Char(octet) : QLatin1Char('.');
        if (at > 0)
            lines += u'\n';
        lines += asHex(part).leftJustified(octetsALine * 3 + 1) + characters;
    }
    return lines;
}

QString sizeOf(const QByteArray &octets)
{
    return byteSize(static_cast<std::uint64_t>(octets.size()));
}

QString timeOf(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds).toString(QStringLiteral("hh:mm:ss.zzz"));
}

} // namespace

TranscriptView::TranscriptView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setMaximumBlockCount(mostLines);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    m_last = QTextCursor(document());
    m_last.setKeepPositionOnInsert(true);
}

void TranscriptView::setForm(Form form)
{
    if (form == m_form)
        return;
    m_form = form;
    m_of = ConnectionId(); // everything is written anew
}

void TranscriptView::setFrame(const MessageFrame &frame)
{
    if (frame == m_frame)
        return;
    m_frame = frame;
    m_of = ConnectionId(); // everything is written anew
}

void TranscriptView::showNothing()
{
    m_of = ConnectionId();
    m_shown = 0;
    clear();
}

void TranscriptView::startAgain(ConnectionId of, const HandTranscript &transcript)
{
    clear();
    m_of = of;
    m_reader = m_readerBefore = MessageReader(m_frame);
    m_shown = transcript.piecesEver() - transcript.pieces().size();
    if (transcript.forgotten() > 0)
        writeLine(tr("Earlier ones are not kept any more: %1.").arg(byteSize(transcript.forgotten())), true);
}

void TranscriptView::showTranscript(ConnectionId of, const HandTranscript &transcript)
{
    const QScrollBar *bar = verticalScrollBar();
    const bool wasAtEnd = bar->value() == bar->maximum();
    const std::uint64_t first = transcript.piecesEver() - transcript.pieces().size();
    if (of != m_of || m_shown < first) {
        startAgain(of, transcript);
    } else if (m_shown > first) {
        QTextCursor last(document());
        last.setPosition(m_last.position()); // the anchor of m_last moves on when something is inserted
        last.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
        last.removeSelectedText();
        m_reader = m_readerBefore;
        --m_shown;
    }
    for (; m_shown < transcript.piecesEver(); ++m_shown) {
        m_last.movePosition(QTextCursor::End);
        m_readerBefore = m_reader;
        write(transcript.pieces().at(static_cast<std::size_t>(m_shown - first)));
    }
    writeBegun(); // behind the last piece, and taken away again with it
    if (wasAtEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void TranscriptView::write(const HandTranscript::Piece &piece)
{
    const bool isTlsBeginning = piece.from == DataExchanged::From::Nobody;
    if (isTlsBeginning || piece.cut > 0) { // no message goes on behind it
        writeBegun();
        m_reader = MessageReader(m_frame);
    }
    if (isTlsBeginning)
        return writeLine(tr("%1 ── TLS begins here ──", "time").arg(timeOf(piece.at)), true);
    const bool isClient = piece.from == DataExchanged::From::Client;
    if (piece.cut > 0)
        writeLine(tr("%1 of the client were not kept: they came faster than this window takes them.")
                      .arg(byteSize(piece.cut)),
                  true);
    if (piece.octets.isEmpty())
        return;
    const QString time = timeOf(piece.at);
    if (isClient && m_frame.kind != MessageFrame::Kind::None)
        return writeMessages(time, piece.octets);
    writeOctets(
        (isClient ? tr("%1 client, %2", "time, size") : tr("%1 you, %2", "time, size")).arg(time, sizeOf(piece.octets)),
        piece.octets);
}

void TranscriptView::writeMessages(const QString &time, const QByteArray &octets)
{
    for (const QByteArray &message : m_reader.read(octets))
        writeOctets(tr("%1 client, a message of %2", "time, size").arg(time, sizeOf(message)), message);
}

void TranscriptView::writeBegun()
{
    const QByteArray &begun = m_reader.begun();
    if (!begun.isEmpty())
        writeOctets(tr("client, %1 without an end", "size").arg(sizeOf(begun)), begun);
}

void TranscriptView::writeOctets(const QString &header, const QByteArray &octets)
{
    writeLine(header, true);
    writeLine(m_form == Form::Hex ? hexLines(octets) : asText(octets), false);
}

void TranscriptView::writeLine(const QString &line, bool isHeader)
{
    QTextCharFormat format;
    format.setFontWeight(isHeader ? QFont::Bold : QFont::Normal);
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.insertText(line + u'\n', format);
}

} // namespace sealport
