#pragma once

#include "model/sockets/connection_record.h"

namespace sealport::test {

/// A connection of a made-up client, told apart by its id.
inline ConnectionRecord sampleRecord(std::uint64_t id, ConnectionState state)
{
    ConnectionRecord record;
    record.id = ConnectionId(id);
    record.server = ServerId(1);
    record.serverName = QStringLiteral("sSocketSSL");
    record.peer = {.address = QHostAddress(static_cast<quint32>(0x0a000000 + id % 250)),
                   .port = static_cast<quint16>(40'000 + id % 20'000)};
    record.acceptedAt = 1'800'000'000'000 + static_cast<qint64>(id);
    record.state = state;
    record.sni = "host-" + QByteArray::number(static_cast<qulonglong>(id)) + ".test";
    if (state == ConnectionState::Secured || state == ConnectionState::Closed) {
        Negotiated negotiated;
        negotiated.protocol = Protocol::Tls1_3;
        negotiated.cipherSuite = 0x1302;
        negotiated.group = 0x001d;
        negotiated.handshakeMs = 1.9;
        record.negotiated = negotiated;
    }
    if (hasEnded(state)) {
        Verdict verdict;
        verdict.code = state == ConnectionState::Closed ? VerdictCode::Ok : VerdictCode::Silent;
        record.verdict = std::make_shared<const Verdict>(verdict);
        record.durationMs = 10;
    }
    return record;
}

} // namespace sealport::test
