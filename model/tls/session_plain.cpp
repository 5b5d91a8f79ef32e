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

/// What a ClientHello may begin with: a TLS record (RFC 8446 section 5.1), or the header of SSL 2.0. In the middle of
/// data the latter is too likely to be text in UTF-8.
bool mayBeginHello(std::byte first, bool isBeginning)
{
    constexpr std::byte handshakeRecord{0x16};
    constexpr std::byte ssl2Header{0x80};
    return first == handshakeRecord || (isBeginning && first >= ssl2Header);
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
        StartTlsDialogue::Step step = m_dialogue->feed(bytes);
        if (step.startsTls && step.consumed == bytes.size())
            m_dialogue->refuseSurplus(step, static_cast<std::uint64_t>(m_socket.waiting()));
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
            if (!isTlsBeforeRequest(m_evidence.dialogue.fault))
                releaseHeldBack();
            if (m_phase == Phase::Plain)
                endOfTcp();
            return;
        }
        const auto bytes = std::span<const std::byte>(buffer).first(result.size);
        m_evidence.wireBytesIn += result.size;
        m_greeting = Clock::time_point::max();
        restartIdleTime();
        if (!isHeldForTls(bytes))
            takePlain(bytes);
    }
}

void TlsSession::takePlain(std::span<const std::byte> bytes)
{
    m_evidence.bytesIn += bytes.size();
    m_observer.received(*this, bytes);
}

/// What looked like TLS and is none, after all.
void TlsSession::releaseHeldBack()
{
    const QByteArray data = std::exchange(m_heldBack, {});
    if (!data.isEmpty())
        takePlain(octetsOf(data));
}

/// Looks for a client that begins with TLS where we have not asked for it. True where `bytes` wait, for our user's wish
/// or to be recognised, and are no data: a plain server takes everything for data.
bool TlsSession::isHeldForTls(std::span<const std::byte> bytes)
{
    const bool mayBecomeTls = m_evidence.opening.mayBecomeTls();
    const bool isBeginning = m_watch == Watch::Beginning;
    if (isBeginning || (m_watch == Watch::Data && mayBecomeTls)) {
        m_watch = mayBeginHello(bytes.front(), isBeginning) ? Watch::Hello : Watch::Data;
        m_collector = HelloCollector();
    }
    if (m_watch == Watch::Data)
        return false;
    if (mayBecomeTls)
        m_heldBack.append(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    m_evidence.firstBytes = m_collector.feed(bytes);
    if (m_collector.isDone() && m_collector.helloMessage().isEmpty()) {
        m_watch = Watch::Data;
        m_collector = HelloCollector();
        m_evidence.firstBytes = FirstBytes::Undecided;
        m_evidence.dialogue.fault = DialogueFault::None;
        if (mayBecomeTls)
            releaseHeldBack();
        return mayBecomeTls;
    }
    if (m_collector.isTls())
        m_evidence.dialogue.fault = DialogueFault::BeganWithTls;
    noteEarlyHello(); // last: our user's wish may come from inside
    return mayBecomeTls;
}

void TlsSession::noteEarlyHello()
{
    if (m_heldBack.size() > qsizetype{HelloCollector::sizeLimit})
        return end(Ending::Cause::NotTls); // no client says so much before it has been answered
    if (!m_evidence.hello.isEmpty() || m_collector.helloMessage().isEmpty())
        return;
    m_evidence.hello = m_collector.helloMessage();
    m_observer.helloSeen(*this);
}

bool TlsSession::secure()
{
    if (m_phase != Phase::Plain || m_evidence.opening.mode != Opening::Mode::OnRequest)
        return false;
    const QByteArray early = std::exchange(m_heldBack, {});
    beginTls(octetsOf(early));
    pump();
    return true;
}

/// From here on everything is as if the connection had begun with TLS, and `first` had been its first octets: the time
/// for a handshake begins too.
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
    setDeadline(m_limits.handshakeTimeout > 0ms ? m_tlsBeganAt + m_limits.handshakeTimeout : Clock::time_point::max());
    m_greeting = Clock::time_point::max();
    m_isReadingPaused = false;
    m_evidence.dialogue.fault = DialogueFault::None;
    m_evidence.wireBytesIn = 0;
    m_evidence.firstBytes = FirstBytes::Undecided;
    m_evidence.hello.clear();
    m_collector = HelloCollector();
    takeForTls(first);
    m_observer.tlsBegins(*this);
}

/// Nothing that may be a password: neither words of a dialogue, nor words in place of the TLS that was asked for.
QByteArray TlsSession::octetsToShow() const
{
    if (m_dialogue)
        return m_dialogue->octetsToShow();
    if (m_evidence.part == Ending::Part::Plain && !isTlsBeforeRequest(m_evidence.dialogue.fault))
        return {};
    const bool mayBeWords = m_evidence.opening.mode != Opening::Mode::Tls && !m_collector.isTls();
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
