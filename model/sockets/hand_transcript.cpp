#include "model/sockets/hand_transcript.h"

namespace sealport {

bool HandTranscript::continuesLast(const DataExchanged &data) const
{
    if (m_pieces.empty() || data.cut > 0)
        return false;
    const Piece &last = m_pieces.back();
    return last.from == data.from && data.at - last.at <= momentMs
           && last.octets.size() + data.octets.size() <= largestPiece;
}

void HandTranscript::add(const DataExchanged &data)
{
    if (continuesLast(data)) {
        m_pieces.back().octets += data.octets;
    } else {
        m_pieces.push_back({.from = data.from, .octets = data.octets, .cut = data.cut, .at = data.at});
        ++m_piecesEver;
    }
    m_size += data.octets.size();
    shrink(mostOctets);
}

void HandTranscript::shrink(qsizetype most)
{
    while (!m_pieces.empty() && (m_size > most || m_pieces.size() > mostPieces)) {
        Piece &oldest = m_pieces.front();
        const qsizetype surplus = m_size - most;
        if (m_pieces.size() <= mostPieces && surplus < oldest.octets.size()) { // its end stays
            oldest.octets.remove(0, surplus);
            m_size = most;
            m_forgotten += static_cast<std::uint64_t>(surplus);
            return;
        }
        m_size -= oldest.octets.size();
        m_forgotten += static_cast<std::uint64_t>(oldest.octets.size());
        m_pieces.pop_front();
    }
}

} // namespace sealport
