#include "model/sockets/hand_responder.h"

#include <QDateTime>

#include <utility>

namespace sealport {

void HandResponder::secured(TlsSession &session)
{
    m_id = session.id();
    if (session.evidence().wasSecured() && session.evidence().opening.mode != Opening::Mode::Tls)
        tell(DataExchanged::From::Nobody, {});
}

void HandResponder::received(TlsSession &, std::span<const std::byte> data)
{
    const std::size_t kept = m_budget ? m_budget->take(m_id, data.size()) : 0;
    if (kept > 0)
        tell(DataExchanged::From::Client,
             QByteArray(reinterpret_cast<const char *>(data.data()), static_cast<qsizetype>(kept)));
    m_cut += data.size() - kept;
}

void HandResponder::write(TlsSession &session, QByteArray octets)
{
    session.send(std::as_bytes(std::span(octets.constData(), static_cast<std::size_t>(octets.size()))));
    tell(DataExchanged::From::User, std::move(octets));
}

void HandResponder::ended()
{
    if (m_cut > 0)
        tell(DataExchanged::From::Client, {});
}

void HandResponder::tell(DataExchanged::From from, QByteArray octets)
{
    if (m_tell)
        m_tell({.id = m_id,
                .from = from,
                .octets = std::move(octets),
                .cut = from == DataExchanged::From::Client ? std::exchange(m_cut, 0) : 0,
                .at = QDateTime::currentMSecsSinceEpoch()});
}

} // namespace sealport
