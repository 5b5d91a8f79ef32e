#include "model/sockets/hand_framing.h"

#include "model/certificates/display_text.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

constexpr qsizetype longestHeader = 12; ///< ten digits, CR LF

QString signOf(LineEnding ending)
{
    switch (ending) {
    case LineEnding::None:
    case LineEnding::Lf:
        return QStringLiteral("\n");
    case LineEnding::CrLf:
        return QStringLiteral("\r\n");
    case LineEnding::Cr:
        return QStringLiteral("\r");
    case LineEnding::Nul:
        return QString(QChar(u'\0'));
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray withLineEndings(const QString &text, LineEnding ending)
{
    QString lines = text;
    lines.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    if (ending != LineEnding::None && !lines.endsWith(u'\n'))
        lines += u'\n';
    return lines.replace(u'\n', signOf(ending)).toUtf8();
}

QByteArray framed(const QByteArray &message, const MessageFrame &frame)
{
    switch (frame.kind) {
    case MessageFrame::Kind::None:
        return message;
    case MessageFrame::Kind::WinDevLength:
        return QByteArray::number(message.size()) + "\r\n" + message;
    case MessageFrame::Kind::EndTag:
        return message + frame.tag;
    }
    Q_UNREACHABLE();
}

void MessageReader::skip()
{
    m_begun.clear();
    m_searched = 0;
    m_isAmid = true;
}

/// All that is there.
MessageReader::Message MessageReader::unframed()
{
    m_searched = 0;
    m_isAmid = false;
    return {.octets = std::exchange(m_begun, {}), .isFramed = false};
}

std::vector<MessageReader::Message> MessageReader::read(QByteArrayView octets)
{
    m_begun += octets;
    std::vector<Message> messages;
    const bool isCounted = m_frame.kind == MessageFrame::Kind::WinDevLength;
    if (!isCounted && (m_frame.kind == MessageFrame::Kind::None || m_frame.tag.isEmpty())) {
        if (!m_begun.isEmpty())
            messages.push_back({.octets = std::exchange(m_begun, {})});
        return messages;
    }
    while (auto message = isCounted ? nextCounted() : nextTagged())
        messages.push_back(std::move(*message));
    if (m_begun.size() > longestMessage + longestHeader) {
        messages.push_back(unframed());
        m_isAmid = true;
    }
    return messages;
}

std::optional<MessageReader::Message> MessageReader::nextTagged()
{
    const qsizetype end = m_begun.indexOf(m_frame.tag, m_searched);
    if (end < 0) { // the tag may have begun at its end
        m_searched = std::max<qsizetype>(m_begun.size() - m_frame.tag.size() + 1, 0);
        return std::nullopt;
    }
    Message message{.octets = m_begun.left(end), .isFramed = !std::exchange(m_isAmid, false)};
    m_begun.remove(0, end + m_frame.tag.size());
    m_searched = 0;
    return message;
}

std::optional<MessageReader::Message> MessageReader::nextCounted()
{
    if (m_begun.isEmpty())
        return std::nullopt;
    const qsizetype end = m_begun.left(longestHeader).indexOf("\r\n");
    const QByteArray digits = m_begun.left(end < 0 ? longestHeader : end);
    const bool mayBeLength = std::ranges::all_of(digits, [](char c) { return (c >= '0' && c <= '9') || c == '\r'; });
    if (end < 0 && mayBeLength && m_begun.size() < longestHeader)
        return std::nullopt;
    bool isNumber = false;
    const qsizetype length = digits.toInt(&isNumber);
    if (end < 0 || !mayBeLength || !isNumber || length > longestMessage)
        return unframed();
    if (m_begun.size() < end + 2 + length)
        return std::nullopt;
    const qsizetype frame = m_isAmid ? 0 : end + 2; // digits amid a message are its own
    Message message{.octets = m_begun.mid(frame, end + 2 + length - frame),
                    .isFramed = !std::exchange(m_isAmid, false)};
    m_begun.remove(0, end + 2 + length);
    return message;
}

QString asHex(const QByteArray &octets)
{
    return QString::fromLatin1(octets.toHex(' '));
}

QString asText(const QByteArray &octets)
{
    QStringList lines = QString::fromUtf8(octets).split(u'\n');
    for (QString &line : lines) {
        const bool hasReturn = line.endsWith(u'\r') && &line != &lines.back();
        line = displayText(hasReturn ? line.chopped(1) : line);
    }
    const bool beginsWithMark = octets.startsWith("\xef\xbb\xbf"); // which the client did send, and fromUtf8() swallows
    return (beginsWithMark ? QStringLiteral("\\EF\\BB\\BF") : QString()) + lines.join(u'\n');
}

} // namespace sealport
