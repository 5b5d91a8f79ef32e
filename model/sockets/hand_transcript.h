#pragma once

#include "model/sockets/hand_messages.h"

#include <QByteArray>

#include <cstdint>
#include <deque>

namespace sealport {

/// What was exchanged on one connection, for the window: the newest mebibyte of it. Pieces of one side that come within
/// a moment of one another are one piece: TCP keeps no boundaries. A plain value.
class HandTranscript {
public:
    static constexpr qsizetype mostOctets = 1 << 20;
    static constexpr std::size_t mostPieces = 10'000;
    static constexpr qsizetype largestPiece = 64 << 10;
    static constexpr qint64 momentMs = 100;

    struct Piece {
        DataExchanged::From from{};
        QByteArray octets{};
        std::uint64_t cut = 0; ///< octets of the client that are missing in front of these
        qint64 at = 0;         ///< of its beginning; milliseconds since 1970, UTC
    };

    void add(const DataExchanged &data);
    /// Forgets the oldest until `most` octets are left.
    void shrink(qsizetype most);

    [[nodiscard]] const std::deque<Piece> &pieces() const { return m_pieces; }
    [[nodiscard]] qsizetype size() const { return m_size; } ///< octets that are kept
    /// Octets that were kept once, and are not any more.
    [[nodiscard]] std::uint64_t forgotten() const { return m_forgotten; }
    /// How many there have been, those that are forgotten included: tells what is new to a view.
    [[nodiscard]] std::uint64_t piecesEver() const { return m_piecesEver; }

private:
    [[nodiscard]] bool continuesLast(const DataExchanged &data) const;

    std::deque<Piece> m_pieces;
    qsizetype m_size = 0;
    std::uint64_t m_forgotten = 0;
    std::uint64_t m_piecesEver = 0;
};

} // namespace sealport
