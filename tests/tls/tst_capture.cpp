#include "model/tls/capture_writer.h"
#include "model/tls/pcapng_writer.h"
#include "model/tls/tcp_packet.h"
#include "tests/support/file_size_limit.h"
#include "tests/tls/served.h"
#include "tests/tls/test_identity.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <cerrno>
#include <optional>
#include <thread>

using namespace sealport;
using namespace sealport::test;

namespace {

struct Block {
    std::uint32_t type = 0;
    QByteArray body;
};

/// None where it is no pcapng, up to the last octet.
std::optional<std::vector<Block>> blocksIn(const QByteArray &file)
{
    std::vector<Block> blocks;
    for (qsizetype at = 0; at < file.size();) {
        if (file.size() - at < 12)
            return std::nullopt;
        const auto type = qFromLittleEndian<std::uint32_t>(file.constData() + at);
        const auto size = static_cast<qsizetype>(qFromLittleEndian<std::uint32_t>(file.constData() + at + 4));
        if (size < 12 || size % 4 != 0 || size > file.size() - at
            || qFromLittleEndian<std::uint32_t>(file.constData() + at + size - 4) != static_cast<std::uint32_t>(size))
            return std::nullopt;
        blocks.push_back({.type = type, .body = file.mid(at + 8, size - 12)});
        at += size;
    }
    return blocks;
}

QByteArray packetOf(const Block &block)
{
    return block.body.mid(20, static_cast<qsizetype>(qFromLittleEndian<std::uint32_t>(block.body.constData() + 12)));
}

/// RFC 1071: with its checksum, everything that it covers adds up to ones.
bool addsUp(const QByteArray &octets)
{
    std::uint64_t sum = 0;
    for (qsizetype i = 0; i < octets.size(); ++i)
        sum += static_cast<std::uint64_t>(static_cast<unsigned char>(octets[i])) << (i % 2 == 0 ? 8U : 0U);
    while (sum > 0xFFFF)
        sum = (sum & 0xFFFF) + (sum >> 16U);
    return sum == 0xFFFF;
}

/// What the client, or the server, has sent according to a file, put together by its sequence numbers.
QByteArray streamIn(const QByteArray &file, quint16 fromPort)
{
    QByteArray stream;
    const auto blocks = blocksIn(file);
    for (const Block &block : blocks.value_or(std::vector<Block>())) {
        if (block.type != 6)
            continue;
        const QByteArray packet = packetOf(block);
        const qsizetype tcp = static_cast<unsigned char>(packet[0]) >> 4 == 4 ? 20 : 40;
        const auto at = static_cast<qsizetype>(qFromBigEndian<std::uint32_t>(packet.constData() + tcp + 4)) - 1;
        const QByteArray data = packet.mid(tcp + 20);
        if (qFromBigEndian<quint16>(packet.constData() + tcp) == fromPort && !data.isEmpty() && at == stream.size())
            stream += data;
    }
    return stream;
}

Endpoint endpoint(const char *address, quint16 port)
{
    return {.address = QHostAddress(QLatin1String(address)), .port = port};
}

} // namespace

/// The file that gets everything that passes.
class TestCapture final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("a.pcapng")); }
    [[nodiscard]] QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static CapturedSegment segmentOf(const QByteArray &data)
    {
        return {.ends = std::make_shared<const CapturedEnds>(CapturedEnds{
                    .client = endpoint("127.0.0.1", 1), .server = endpoint("127.0.0.1", 2), .comment = {}}),
                .sequence = 1,
                .data = data,
                .flags = TcpSegment::Ack,
                .isFromClient = true};
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void packetsHaveRightLengthsAndChecksums_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("destination");
        QTest::addColumn<int>("version");
        QTest::addColumn<int>("size");
        const auto rows = [](const char *name, const char *source, const char *destination, int version) {
            for (const int size : {0, 1, 1000, 1001, static_cast<int>(mostSegmentData)})
                QTest::addRow("%s, %d octets", name, size)
                    << QString::fromLatin1(source) << QString::fromLatin1(destination) << version << size;
        };
        rows("IPv4", "192.0.2.1", "127.0.0.1", 4);
        rows("IPv6", "2001:db8::1", "::1", 6);
        rows("IPv4 at a socket of both", "::ffff:192.0.2.1", "::ffff:127.0.0.1", 4);
    }
    void packetsHaveRightLengthsAndChecksums()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, destination);
        QFETCH(const int, version);
        QFETCH(const int, size);
        QByteArray data(size, '\xAB');
        const QByteArray packet = ipPacket({.source = {.address = QHostAddress(source), .port = 40'000},
                                            .destination = {.address = QHostAddress(destination), .port = 443},
                                            .sequence = 0xFFFFFFFF,
                                            .acknowledgement = 7,
                                            .flags = TcpSegment::Psh | TcpSegment::Ack,
                                            .data = data});
        const qsizetype header = version == 4 ? 20 : 40;
        QCOMPARE(packet.size(), header + 20 + size);
        QCOMPARE(static_cast<unsigned char>(packet[0]) >> 4, version);
        const auto told = qFromBigEndian<quint16>(packet.constData() + (version == 4 ? 2 : 4));
        QCOMPARE(static_cast<qsizetype>(told), version == 4 ? packet.size() : packet.size() - header);
        const QByteArray addresses = version == 4 ? packet.mid(12, 8) : packet.mid(8, 32);
        if (version == 4)
            QVERIFY(addsUp(packet.left(20)));
        QByteArray covered = addresses + QByteArray::fromHex("00000000") + QByteArray::fromHex("00000006");
        qToBigEndian(static_cast<std::uint32_t>(20 + size), covered.data() + addresses.size());
        QVERIFY(addsUp(covered + packet.mid(header)));
        QCOMPARE(packet.mid(header + 20), data);
    }

    void whatPassesCanBePutTogetherAgain_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<bool>("withSecrets");
        QTest::newRow("TLS 1.2") << TLS1_2_VERSION << true;
        QTest::newRow("TLS 1.3") << TLS1_3_VERSION << true;
        QTest::newRow("TLS 1.3 without its secrets") << TLS1_3_VERSION << false;
    }
    void whatPassesCanBePutTogetherAgain()
    {
        QFETCH(const int, version);
        QFETCH(const bool, withSecrets);
        quint16 serverPort = 0;
        quint16 clientPort = 0;
        std::uint64_t wireBytesIn = 0;
        {
            CaptureWriter writer;
            const auto capture = std::make_shared<Capture>(path());
            QVERIFY(capture->open(writer).has_value());
            Served served(
                ServerContext::make({.protocols = modernProtocols, .secretsInto = withSecrets ? capture : nullptr},
                                    makeIdentity())
                    .value());
            served.server.captureInto(capture);
            serverPort = served.port;
            const QByteArray much(200'000, 'm');
            QVERIFY(whileServing([&] {
                TlsClient client(served.port, {.oldest = version, .newest = version});
                clientPort = client.socket().localPort();
                return client.handshake() && client.write("x") && client.read(1) == "x" && client.write(much)
                       && client.read(much.size()) == much && client.close();
            }));
            QTRY_VERIFY(served.observer.firstEnding());
            wireBytesIn = served.observer.firstEnding()->wireBytesIn;
            QTRY_COMPARE(served.server.openSockets(), std::size_t{0});
            QCOMPARE(capture->facts().dropped, std::uint64_t{0});
        }
        const QByteArray file = content();
        const auto blocks = blocksIn(file);
        QVERIFY(blocks);
        QCOMPARE(blocks->at(0).type, 0x0A0D0D0AU);
        QCOMPARE(blocks->at(1).type, 1U);
        const auto isSecrets = [](const Block &block) { return block.type == 10; };
        QCOMPARE(std::ranges::any_of(*blocks, isSecrets), withSecrets);
        const QByteArray fromClient = streamIn(file, clientPort);
        QVERIFY(fromClient.startsWith(QByteArray::fromHex("1603")));
        QVERIFY2(static_cast<std::uint64_t>(fromClient.size()) >= wireBytesIn, "no octet is missing");
        QVERIFY(streamIn(file, serverPort).size() > 200'000);
        QVERIFY(file.contains("connection 1"));
        if (!withSecrets)
            return;
        // A reader goes from the beginning to the end: what decrypts the client's Finished must stand before it.
        const char *wanted = version == TLS1_2_VERSION ? "CLIENT_RANDOM " : "CLIENT_HANDSHAKE_TRAFFIC_SECRET ";
        const auto secrets = std::ranges::find_if(
            *blocks, [&](const Block &block) { return isSecrets(block) && block.body.contains(wanted); });
        QVERIFY(secrets != blocks->end());
        qsizetype fromClientBefore = 0;
        for (auto block = blocks->begin(); block != secrets; ++block)
            if (block->type == 6 && qFromBigEndian<quint16>(packetOf(*block).constData() + 20) == clientPort
                && packetOf(*block).size() > 40)
                ++fromClientBefore;
        QCOMPARE(fromClientBefore, version == TLS1_2_VERSION ? 1 : 0); // its hello alone
    }

    void theLimitIsKeptAndWhatIsMissingIsCounted()
    {
        constexpr std::int64_t limit = 20'000;
        {
            CaptureWriter writer;
            Capture capture(path(), limit);
            QVERIFY(capture.open(writer).has_value());
            for (int i = 0; i < 10; ++i)
                capture.add(segmentOf(QByteArray(5000, 'x')));
            QTRY_COMPARE(capture.facts().packets + capture.facts().dropped, std::uint64_t{10});
            QVERIFY(capture.facts().isFull);
            QCOMPARE(capture.facts().packets, std::uint64_t{3});
            QVERIFY(capture.facts().failure.isEmpty());
        }
        QVERIFY(content().size() <= limit && blocksIn(content()));
    }

    void moreThanMayWaitIsLeftOutAndCounted()
    {
        CaptureWriter writer;
        Capture capture(path());
        QVERIFY(capture.open(writer).has_value());
        capture.add(segmentOf(QByteArray(static_cast<qsizetype>(CaptureWriter::mostWaiting), 'x')));
        QCOMPARE(capture.facts().dropped, std::uint64_t{1});
        capture.add(segmentOf("x"));
        QTRY_COMPARE(capture.facts().packets, std::uint64_t{1});
    }

    void whatCannotBeWrittenIsCountedAndTheReasonIsSaid()
    {
        constexpr std::uint64_t given = 300;
        CaptureWriter writer;
        auto capture = std::make_unique<Capture>(path());
        QVERIFY(capture->open(writer).has_value());
        {
            const FileSizeLimit limit(100'000);
            for (std::uint64_t i = 0; i < given; ++i)
                capture->add(segmentOf(QByteArray(1000, 'x')));
            capture->settle({});
        }
        const Capture::Facts facts = capture->facts();
        QCOMPARE(facts.failure, qt_error_string(EFBIG));
        QVERIFY(!facts.isFull);
        const auto blocks = blocksIn(content());
        QVERIFY2(blocks, "no half packet stands at the end");
        const auto isPacket = [](const Block &block) { return block.type == 6; };
        QCOMPARE(static_cast<std::uint64_t>(std::ranges::count_if(*blocks, isPacket)), facts.packets);
        QVERIFY(facts.packets > 50);
        QCOMPARE(facts.packets + facts.dropped, given);
        QCOMPARE(facts.octets, content().size());

        Capture next(path());
        QVERIFY(next.open(writer).has_value());
        QVERIFY2(!next.sharesFileWith(*capture), "a file that cannot be written goes on nowhere");
        QVERIFY(QFile::exists(path() + u'~'));
    }

    void whoOpensTheSameFileSharesIt()
    {
        CaptureWriter writer;
        Capture first(path());
        Capture second(m_folder->path() + QStringLiteral("/./a.pcapng"));
        Capture other(path() + u'2');
        QVERIFY(first.open(writer) && second.open(writer) && other.open(writer));
        QVERIFY(first.sharesFileWith(second) && !first.sharesFileWith(other));
        first.add(segmentOf("one"));
        second.add(segmentOf("two"));
        first.settle({});
        QVERIFY(content().contains("one") && content().contains("two"));
        QVERIFY(!QFile::exists(path() + u'~'));

        QVERIFY(QFile::remove(path()));
        Capture anew(path());
        QVERIFY(anew.open(writer));
        QVERIFY2(!anew.sharesFileWith(first), "the other one is gone");
        QVERIFY(QFile::exists(path()));
    }

    void nobodyWaitsForWhatOthersAddMeanwhile()
    {
        CaptureWriter writer;
        Capture busy(path(), 1000); // soon full: nothing but the adding and the taking
        Capture ending(path(), 1000);
        QVERIFY(busy.open(writer) && ending.open(writer));
        const std::jthread others([&busy](const std::stop_token &stop) {
            while (!stop.stop_requested())
                busy.add(segmentOf(QByteArray(500, 'x')));
        });
        QTRY_VERIFY(ending.facts().isFull);
        QElapsedTimer timer;
        timer.start();
        ending.settle({});
        QVERIFY2(timer.elapsed() < 1900, "it gave up after two seconds");
    }

    void aChangeMakesNoRoomInAFullFile()
    {
        CaptureWriter writer;
        Capture running(path(), 1000);
        QVERIFY(running.open(writer));
        running.add(segmentOf(QByteArray(2000, 'x')));
        running.settle({});
        QVERIFY(running.facts().isFull);
        Capture changed(path(), 1000);
        QVERIFY(changed.open(writer, &running));
        QVERIFY(changed.sharesFileWith(running));
        QVERIFY(!QFile::exists(path() + u'~'));

        Capture started(path(), 1000);
        QVERIFY(started.open(writer));
        QVERIFY2(!started.sharesFileWith(running), "a Start begins anew");
    }

    void anotherGenerationGoesOnInTheSameFile()
    {
        {
            CaptureWriter writer;
            auto first = std::make_unique<Capture>(path());
            QVERIFY(first->open(writer).has_value());
            first->add(segmentOf("one"));
            Capture second(path());
            QVERIFY(second.open(writer).has_value());
            first.reset();
            second.add(segmentOf("two"));
            QTRY_COMPARE(second.facts().packets, std::uint64_t{2});
        }
        QVERIFY(content().contains("one") && content().contains("two"));
    }
};

QTEST_GUILESS_MAIN(TestCapture)
#include "tst_capture.moc"
