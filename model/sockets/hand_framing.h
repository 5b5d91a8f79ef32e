#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace sealport {

/// What a line that the user typed ends with on the wire.
enum class LineEnding : std::uint8_t {
    None, ///< as typed: a line end inside is LF, none is added behind the last line
    Lf,
    CrLf,
    Cr,
    Nul,
};
/// In UTF-8; every line, the last one included, ends as wanted.
[[nodiscard]] QByteArray withLineEndings(const QString &text, LineEnding ending);

/// Where a message ends, for SocketLit and SocketEcrit of WinDev (doc.pcsoft.fr 3070001 and 3070005, "transmission
/// mode"): both sides must do the same.
struct MessageFrame {
    enum class Kind : std::uint8_t {
        None,         ///< the octets as they are (SocketSansMarqueur)
        WinDevLength, ///< WinDev's default: "11" CR LF "Hello World". Whether it counts characters or octets where the
                      ///< two differ is not documented; here it is octets.
        EndTag,       ///< `tag` behind each message (SocketMarqueurFin). WinDev's own is called EOF, and which octet
                      ///< that is is not documented; its third parameter sets another one, and CR LF is the one that
                      ///< its documentation gives as an example.
    };
    Kind kind = Kind::None;
    QByteArray tag = QByteArrayLiteral("\r\n"); ///< for the user to set; empty: as None

    friend bool operator==(const MessageFrame &, const MessageFrame &) = default;
};
[[nodiscard]] QByteArray framed(const QByteArray &message, const MessageFrame &frame);

/// Takes messages out of a stream, however it is cut. What is not framed as it should be is given away as it came.
class MessageReader {
public:
    static constexpr qsizetype longestMessage = 1 << 20;

    struct Message {
        QByteArray octets{};  ///< without their frame
        bool isFramed = true; ///< else as they came, or the end of a message whose beginning is missing

        friend bool operator==(const Message &, const Message &) = default;
    };

    explicit MessageReader(MessageFrame frame)
        : m_frame(std::move(frame))
    {
    }
    /// Octets are missing in front of those that are read next: begins anew, perhaps amid a message.
    void skip();
    /// What is complete now.
    [[nodiscard]] std::vector<Message> read(QByteArrayView octets);
    /// The beginning of the next one, with its frame.
    [[nodiscard]] const QByteArray &begun() const { return m_begun; }

private:
    [[nodiscard]] std::optional<Message> nextTagged();
    [[nodiscard]] std::optional<Message> nextCounted();
    [[nodiscard]] Message unframed();

    MessageFrame m_frame;
    QByteArray m_begun;
    qsizetype m_searched = 0; ///< octets of it that hold no tag
    bool m_isAmid = false;    ///< it may be the end of a message whose beginning is missing
};

/// "0d 0a 41": what parseHexOctets() reads.
[[nodiscard]] QString asHex(const QByteArray &octets);
/// UTF-8 as text of lines: line ends stay, what cannot be seen or moves the cursor becomes `\` and two digits for each
/// octet, what is no UTF-8 the replacement character.
[[nodiscard]] QString asText(const QByteArray &octets);

} // namespace sealport
