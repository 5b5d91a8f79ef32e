#include "ui/transcript_view.h"

#include "model/sockets/hand_framing.h"
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
        --m_shown;
    }
    for (; m_shown < transcript.piecesEver(); ++m_shown) {
        m_last.movePosition(QTextCursor::End);
        write(transcript.pieces().at(static_cast<std::size_t>(m_shown - first)));
    }
    if (wasAtEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void TranscriptView::write(const HandTranscript::Piece &piece)
{
    const bool isClient = piece.from == DataExchanged::From::Client;
    if (piece.cut > 0)
        writeLine(tr("%1 of the client were not kept: they came faster than this window takes them.")
                      .arg(byteSize(piece.cut)),
                  true);
    if (piece.octets.isEmpty())
        return;
    const QString size = byteSize(static_cast<std::uint64_t>(piece.octets.size()));
    writeLine(
        (isClient ? tr("%1 client, %2", "time, size") : tr("%1 you, %2", "time, size")).arg(timeOf(piece.at), size),
        true);
    writeLine(m_form == Form::Hex ? hexLines(piece.octets) : asText(piece.octets), false);
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
