#pragma once

#include "model/base/error.h"
#include "model/tls/endpoint.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <stop_token>
#include <utility>

namespace sealport {

class CaptureFile;
class CaptureWriter;

/// The two ends of a captured connection.
struct CapturedEnds {
    Endpoint client;
    Endpoint server;
    QByteArray comment; ///< at its first packet
};

/// A piece of a captured connection, to be made packets of. Positions count from the SYN of each side.
struct CapturedSegment {
    std::shared_ptr<const CapturedEnds> ends;
    std::int64_t time = 0; ///< nanoseconds since 1970, UTC
    std::uint64_t sequence = 0;
    std::uint64_t acknowledgement = 0;
    QByteArray data{};
    std::uint8_t flags = 0; ///< TcpSegment::Flag
    bool isFromClient = false;
};

/// A file that gets everything that passes between a server and its clients, for Wireshark and its like (pcapng); TCP
/// and IP are made anew around the octets. Whoever can read it sees what is not encrypted, and with the secrets in it
/// everything: 0600. Nobody who adds to it waits: one thread writes (CaptureWriter), and what it cannot take, or what
/// is beyond the limit, is counted and left out. Any thread, once it is open.
class Capture {
public:
    static constexpr std::int64_t usualLimit = 1 << 30; ///< octets

    explicit Capture(QString path, std::int64_t limit = usualLimit)
        : m_path(std::move(path))
        , m_limit(limit)
    {
    }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] std::int64_t limit() const { return m_limit; }

    /// Once; nothing is kept before. Where `writer` writes the file at this path already, and still can, both go on in
    /// it; else the file is made anew. One that is full is gone on with only as that of `before`, whose place this one
    /// takes: the limit is the same. In its place there may be an older capture of Sealport's, which gets a name of its
    /// own (makeCapture()), and nothing else. Blocking. Errors: those of makeCapture().
    Result<void> open(CaptureWriter &writer, const Capture *before = nullptr);
    /// What open() would be refused for, as far as that can be told with everything left as it is; null: nobody writes
    /// captures yet. Blocking.
    [[nodiscard]] Result<void> mayOpen(CaptureWriter *writer = nullptr) const;

    /// Whether both go into one file.
    [[nodiscard]] bool sharesFileWith(const Capture &other) const { return m_file == other.m_file; }

    void add(CapturedSegment segment);
    /// A line of a key log, without its end. Before the packets that it decrypts.
    void addSecrets(const char *line);

    /// Of the file, whoever adds to it.
    struct Facts {
        std::uint64_t packets = 0; ///< written
        std::int64_t octets = 0;   ///< of the file
        std::uint64_t dropped = 0; ///< segments that were left out
        bool isFull = false;       ///< the limit was met
        QString failure{};         ///< what the system said when it could not be written; nothing is after that

        friend bool operator==(const Facts &, const Facts &) = default;
    };
    [[nodiscard]] Facts facts() const;
    /// Blocks until what was added before is written, or left out, and at most two seconds: job threads only.
    void settle(const std::stop_token &stop) const;

private:
    const QString m_path;
    const std::int64_t m_limit;
    std::shared_ptr<CaptureFile> m_file;
};

} // namespace sealport
