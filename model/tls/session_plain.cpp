// What a TlsSession does before TLS, or without it: a dialogue up to the client's request, or plain data.

#include "model/tls/session.h"

#include <array>

namespace sealport {

namespace {

using namespace std::chrono_literals;

std::span<const std::byte> octetsOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

/// A TLS record with a ClientHello at its beginning: RFC 8446 sections 5.1 and 4. Data that looks like that is not
/// likely to be anything else.
bool isClientHello(std::span<const std::byte> bytes)
{
    constexpr std::size_t upToMessageType = 6;
    const auto octet = [bytes](std::size_t at) { return std::to_integer<int>(bytes[at]); };
    return bytes.size() >= upToMessageType && octet(0) == 0x16 && octet(1) == 0x03 && octet(2) <= 0x04
           && octet(5) == 0x01;
}

} // namespace

void TlsSession::begin()
{
    switch (m_phase) {
    case Phase::Dialogue:
        m_observer.openedPlain(*this);
        return writeBytes(octetsOf(m_dialogue->greeting()));
    case Phase::Plain:
        restartIdleTime(); // the handshake time-out is for those who have to do one
        return m_observer.openedPlain(*this);
    case Phase::Handshaking:
    case Phase::Open:
    case Phase::Closing:
    case Phase::Lingering:
    case Phase::Finished:
        return;
    }
}

void TlsSession::readDialogue()
{
    std::array<std::byte, 4096> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): filled by take()
    for (int read = 0; read < recordsPerTurn && m_phase == Phase::Dialogue; ++read) {
        const TcpStream::ReadResult result = m_socket.take(buffer);
        if (result.arrival == TcpStream::Arrival::Nothing)
            return;
        if (result.arrival != TcpStream::Arrival::Data) {
            m_tcpEnd = result.arrival;
            return endOfTcp();
        }
        m_evidence.wireBytesIn += result.size;
        const auto bytes = std::span<const std::byte>(buffer).first(result.size);
        const StartTlsDialogue::Step step = m_dialogue->feed(bytes);
        m_evidence.dialogue = m_dialogue->facts();
        writeBytes(octetsOf(step.reply));
        if (step.startsTls)
            return beginTls(bytes.subspan(step.consumed));
        if (step.closes)
            return endDialogue();
    }
}

void TlsSession::endDialogue()
{
    const DialogueFault fault = m_evidence.dialogue.fault;
    if (isTlsBeforeRequest(fault) || fault == DialogueFault::ForeignProtocol) {
        m_evidence.firstBytes = m_dialogue->opening().state();
        m_evidence.hello = m_dialogue->opening().helloMessage();
    }
    if (!m_evidence.hello.isEmpty())
        m_observer.helloSeen(*this);
    report(Ending::Cause::DialogueOver);
    linger();
}

void TlsSession::readPlain()
{
    std::array<std::byte, 16384> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): filled by take()
    for (int read = 0; read < recordsPerTurn && m_phase == Phase::Plain && !isReadingHeldBack(); ++read) {
        const TcpStream::ReadResult result = m_socket.take(buffer);
        if (result.arrival == TcpStream::Arrival::Nothing)
            return;
        if (result.arrival != TcpStream::Arrival::Data) {
            m_tcpEnd = result.arrival;
            return endOfTcp();
        }
        const bool isFirst = m_evidence.wireBytesIn == 0;
        const bool mayBecomeTls = m_evidence.opening.mayBecomeTls();
        const auto bytes = std::span<const std::byte>(buffer).first(result.size);
        m_evidence.wireBytesIn += result.size;
        m_greeting = Clock::time_point::max();
        restartIdleTime();
        if (m_hasEarlyHello || ((isFirst || mayBecomeTls) && isClientHello(bytes))) {
            noteEarlyHello(bytes);
            if (mayBecomeTls)
                continue; // it waits for our user's wish, and is no data
        }
        m_evidence.bytesIn += result.size;
        m_observer.received(*this, bytes);
    }
}

/// A client that begins with TLS where we have not asked for it.
void TlsSession::noteEarlyHello(std::span<const std::byte> bytes)
{
    m_hasEarlyHello = true;
    m_evidence.dialogue.fault = DialogueFault::BeganWithTls;
    if (!m_collector.isDone()) {
        m_evidence.firstBytes = m_collector.feed(bytes);
        m_evidence.hello = m_collector.helloMessage();
        if (!m_evidence.hello.isEmpty())
            m_observer.helloSeen(*this);
    }
    if (!m_evidence.opening.mayBecomeTls())
        return;
    m_heldBack.append(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    if (m_heldBack.size() > qsizetype{HelloCollector::sizeLimit})
        end(Ending::Cause::NotTls); // no client says so much before it has been answered
}

bool TlsSession::secure()
{
    if (m_phase != Phase::Plain || m_evidence.opening.mode != Opening::Mode::OnRequest)
        return false;
    const QByteArray early = std::exchange(m_heldBack, {});
    setDeadline(m_limits.handshakeTimeout > 0ms ? Clock::now() + m_limits.handshakeTimeout : Clock::time_point::max());
    beginTls(octetsOf(early));
    pump();
    return true;
}

/// From here on everything is as if the connection had begun with TLS, and `first` had been its first octets.
void TlsSession::beginTls(std::span<const std::byte> first)
{
    m_evidence.part = Ending::Part::Tls;
    m_phase = Phase::Handshaking;
    Result<SslPtr> ssl = m_context->newConnection();
    if (!ssl) {
        m_evidence.detail = ssl.error().causes.join(QStringLiteral(": "));
        return end(Ending::Cause::Fault);
    }
    attach(std::move(*ssl));
    m_dialogue.reset();
    m_tlsBeganAt = Clock::now();
    m_greeting = Clock::time_point::max();
    m_isReadingPaused = false;
    m_evidence.dialogue.fault = DialogueFault::None;
    m_evidence.wireBytesIn = 0;
    m_evidence.firstBytes = FirstBytes::Undecided;
    m_evidence.hello.clear();
    m_collector = HelloCollector();
    takeForTls(first);
}

/// Nothing that may be a password: neither words of a dialogue, nor words in place of the TLS that was asked for.
QByteArray TlsSession::octetsToShow() const
{
    if (m_dialogue)
        return m_dialogue->octetsToShow();
    const bool mayBeWords = m_evidence.opening.mode == Opening::Mode::StartTls && !m_collector.isTls();
    return mayBeWords ? QByteArray() : m_collector.firstOctets();
}

/// Octets that came before OpenSSL asks for them.
void TlsSession::takeForTls(std::span<const std::byte> bytes)
{
    if (bytes.empty())
        return;
    m_evidence.wireBytesIn += bytes.size();
    noteLastOctets(bytes);
    m_evidence.firstBytes = m_collector.feed(bytes);
    m_heldBack.append(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

} // namespace sealport
