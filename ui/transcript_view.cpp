#include "ui/transcript_view.h"

#include "model/text/formatting.h"

#include <QDateTime>
#include <QFontDatabase>
#include <QLocale>
#include <QScrollBar>

#include <algorithm>
#include <ranges>
#include <utility>
#include <vector>

namespace sealport {
namespace {

constexpr int mostLines = 10'000; ///< the transcript itself keeps a mebibyte
constexpr qsizetype octetsALine = 16;
constexpr qsizetype longestLine = 4096;
constexpr qsizetype mostOfBegun = 4 << 10; ///< it is written again whenever it has grown

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

/// A line of a hundred thousand characters takes seconds to lay out.
QString withShortLines(const QString &text)
{
    QString lines;
    lines.reserve(text.size() + text.size() / longestLine);
    for (qsizetype column = 0; const QChar character : text) {
        column = character == u'\n' ? 0 : column + 1;
        if (column > longestLine && !character.isLowSurrogate()) {
            lines += u'\n';
            column = 1;
        }
        lines += character;
    }
    return lines;
}

/// Where the newest lines begin, `most` of them.
qsizetype startOfLines(const QByteArray &octets, int most)
{
    qsizetype end = octets.size();
    for (int line = 0; line < most; ++line) {
        end = end > 0 ? octets.lastIndexOf('\n', end - 1) : -1;
        if (end < 0)
            return 0;
    }
    return end + 1;
}

} // namespace

/// A header and what stands below it. The header is written out only for what will be seen: a piece of 64 KiB may hold
/// as many messages.
struct TranscriptView::Entry {
    enum class What : std::uint8_t { Forgotten, TlsBegins, Cut, User, Client, Message, Unframed, Begun };

    What what{};
    qint64 at = 0;
    std::uint64_t size = 0;
    QByteArray octets{};

    Entry(What theWhat, qint64 theAt, std::uint64_t theSize)
        : what(theWhat)
        , at(theAt)
        , size(theSize)
    {
    }
    Entry(What theWhat, qint64 theAt, QByteArray theOctets)
        : what(theWhat)
        , at(theAt)
        , size(static_cast<std::uint64_t>(theOctets.size()))
        , octets(std::move(theOctets))
    {
    }
    [[nodiscard]] QString header(const QString &time) const;
};

QString TranscriptView::Entry::header(const QString &time) const
{
    const QString amount = byteSize(size);
    switch (what) {
    case What::Forgotten:
        return tr("Earlier ones are not kept any more: %1.").arg(amount);
    case What::TlsBegins:
        return tr("%1 ── TLS begins here ──", "time").arg(time);
    case What::Cut:
        return tr("%1 of the client were not kept: they came faster than this window takes them.").arg(amount);
    case What::User:
        return tr("%1 you, %2", "time, size").arg(time, amount);
    case What::Client:
        return tr("%1 client, %2", "time, size").arg(time, amount);
    case What::Message:
        return tr("%1 client, a message of %2", "time, size").arg(time, amount);
    case What::Unframed:
        return tr("%1 client, %2 not framed so", "time, size").arg(time, amount);
    case What::Begun:
        return size == static_cast<std::uint64_t>(octets.size())
                   ? tr("client, %1 without an end", "size").arg(amount)
                   : tr("client, %1 without an end, the last %2 of it", "size")
                         .arg(amount, byteSize(static_cast<std::uint64_t>(octets.size())));
    }
    Q_UNREACHABLE();
}

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

TranscriptView::Entries TranscriptView::startAgain(ConnectionId of, const HandTranscript &transcript)
{
    clear();
    m_of = of;
    m_reader = MessageReader(m_frame);
    m_shown = transcript.piecesEver() - transcript.pieces().size();
    if (transcript.forgotten() == 0)
        return {};
    m_reader.skip();
    return {Entry(Entry::What::Forgotten, 0, transcript.forgotten())};
}

/// As it was written, and nothing that is only begun stands behind it.
bool TranscriptView::isLastWhole(const HandTranscript &transcript) const
{
    const std::uint64_t behind = transcript.piecesEver() - m_shown;
    const auto &last = transcript.pieces().at(transcript.pieces().size() - 1 - static_cast<std::size_t>(behind));
    return last.octets.size() == m_lastSize && m_reader.begun().isEmpty();
}

/// It may have grown since it was written.
void TranscriptView::removeLast()
{
    QTextCursor last(document());
    last.setPosition(m_last.position()); // the anchor of m_last moves on when something is inserted
    last.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    last.removeSelectedText();
    m_reader = m_readerBefore;
    --m_shown;
}

void TranscriptView::showTranscript(ConnectionId of, const HandTranscript &transcript)
{
    const QScrollBar *bar = verticalScrollBar();
    const bool wasAtEnd = bar->value() == bar->maximum();
    const std::uint64_t first = transcript.piecesEver() - transcript.pieces().size();
    QTextCursor edit(document());
    edit.beginEditBlock(); // is laid out once
    Entries entries;
    if (of != m_of || m_shown < first)
        entries = startAgain(of, transcript);
    else if (m_shown > first && !isLastWhole(transcript))
        removeLast();
    const std::uint64_t before = m_shown;
    for (; m_shown < transcript.piecesEver(); ++m_shown) {
        if (m_shown + 1 == transcript.piecesEver()) {
            write(std::exchange(entries, {}));
            m_last.movePosition(QTextCursor::End);
            m_readerBefore = m_reader;
        }
        take(transcript.pieces().at(static_cast<std::size_t>(m_shown - first)), entries);
    }
    if (m_shown > before) {
        takeBegun(entries); // behind the last piece, and taken away again with it
        write(entries);
        m_lastSize = transcript.pieces().back().octets.size();
    }
    edit.endEditBlock();
    if (wasAtEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void TranscriptView::take(const HandTranscript::Piece &piece, Entries &entries)
{
    const bool isTlsBeginning = piece.from == DataExchanged::From::Nobody;
    if (isTlsBeginning || piece.cut > 0) { // no message goes on behind it
        takeBegun(entries);
        m_reader = MessageReader(m_frame);
    }
    if (isTlsBeginning) {
        entries.emplace_back(Entry::What::TlsBegins, piece.at, 0U);
        return;
    }
    if (piece.cut > 0) {
        m_reader.skip();
        entries.emplace_back(Entry::What::Cut, piece.at, piece.cut);
    }
    const bool isClient = piece.from == DataExchanged::From::Client;
    if (isClient && m_frame.kind != MessageFrame::Kind::None)
        takeMessages(piece.at, piece.octets, entries);
    else if (!piece.octets.isEmpty())
        entries.emplace_back(isClient ? Entry::What::Client : Entry::What::User, piece.at, piece.octets);
}

void TranscriptView::takeMessages(qint64 at, const QByteArray &octets, Entries &entries)
{
    std::vector<MessageReader::Message> messages = m_reader.read(octets);
    for (MessageReader::Message &message : messages) {
        entries.emplace_back(message.isFramed ? Entry::What::Message : Entry::What::Unframed, at,
                             std::move(message.octets));
        if (entries.size() > mostLines / 2) // each has two lines at least
            entries.pop_front();
    }
}

void TranscriptView::takeBegun(Entries &entries) const
{
    const QByteArray &begun = m_reader.begun();
    if (begun.isEmpty())
        return;
    entries.emplace_back(Entry::What::Begun, 0, begun.right(mostOfBegun));
    entries.back().size = static_cast<std::uint64_t>(begun.size());
}

/// The newest `most` lines of it.
QString TranscriptView::bodyOf(const QByteArray &octets, int most) const
{
    if (m_form == Form::Text)
        return withShortLines(asText(octets.mid(startOfLines(octets, most))));
    const qsizetype lines = (octets.size() + octetsALine - 1) / octetsALine;
    return hexLines(octets.mid(std::max<qsizetype>(lines - most, 0) * octetsALine));
}

/// At the end, and no more than the view keeps: the rest would cost time, and go away at once.
void TranscriptView::write(const Entries &entries)
{
    struct Part {
        QString text;
        bool isHeader;
    };
    std::vector<Part> parts; // the newest first
    qint64 at = -1;
    QString time; // the same for many messages
    for (qsizetype lines = 0; const Entry &entry : std::views::reverse(entries)) {
        if (lines >= mostLines)
            break;
        if (!entry.octets.isEmpty() || entry.what == Entry::What::Message) { // an empty message is one too
            const QString body = bodyOf(entry.octets, mostLines - static_cast<int>(lines)) + u'\n';
            lines += body.count(u'\n');
            parts.push_back({body, false});
        }
        if (entry.at != at)
            time = timeOf(at = entry.at);
        parts.push_back({entry.header(time) + u'\n', true});
        ++lines;
    }
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    for (const Part &part : std::views::reverse(parts)) {
        QTextCharFormat format;
        format.setFontWeight(part.isHeader ? QFont::Bold : QFont::Normal);
        end.insertText(part.text, format);
    }
}

} // namespace sealport
