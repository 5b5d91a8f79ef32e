#include "tests/sockets/watched_workspace.h"
#include "tests/support/file_size_limit.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <cerrno>

using namespace sealport;
using namespace sealport::test;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The packets of a file, up to its end or the first half of one.
std::uint64_t packetsIn(const QByteArray &file)
{
    std::uint64_t packets = 0;
    for (qsizetype at = 0; file.size() - at >= 12;) {
        packets += qFromLittleEndian<std::uint32_t>(file.constData() + at) == 6 ? 1 : 0;
        const auto size = static_cast<qsizetype>(qFromLittleEndian<std::uint32_t>(file.constData() + at + 4));
        if (size < 12)
            break;
        at += size;
    }
    return packets;
}

const Warning *warningOf(const ServerEntry &entry, WarningCode code)
{
    const auto found = std::ranges::find(entry.warnings, code, &Warning::code);
    return found == entry.warnings.end() ? nullptr : &*found;
}

} // namespace

/// What servers write down of their connections, as the window and the terminal have it written.
class TestWorkspaceCaptures final : public QObject {
    Q_OBJECT

    [[nodiscard]] QString path(const char *name) const { return m_files->filePath(QLatin1String(name)); }
    /// One that echoes in plain text.
    ServerId add(Watched &watched, const char *name, const QString &capture) const
    {
        ServerProfile profile = watched.profile(QLatin1String(name));
        profile.opening = Opening::plain();
        profile.tls.capture = capture;
        return watched.workspace->addTemporaryServer(profile);
    }
    static bool say(const Watched &watched, ServerId id, const QByteArray &words)
    {
        const RawClient client(watched.entry(id).endpoint.port);
        return client.write(words) && client.read(words.size()) == words;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_files = std::make_unique<QTemporaryDir>();
    }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void serversWithOneCaptureShareItsFile()
    {
        const QString file = path("a.pcapng");
        {
            OPEN(watched);
            const ServerId first = add(watched, "first", file);
            const ServerId second = add(watched, "second", file);
            LISTEN(watched, first);
            LISTEN(watched, second);
            QVERIFY(say(watched, first, "said to the first"));
            QVERIFY(say(watched, second, "said to the second"));

            const std::uint64_t generation = watched.entry(first).generation;
            watched.workspace->restart(first);
            QTRY_VERIFY(watched.entry(first).generation > generation && watched.state(first) == ServerState::Listening);
            QVERIFY(say(watched, first, "said after a restart"));
            watched.workspace->stopAll();
            QTRY_COMPARE(watched.allStopped.size(), 1);
        }
        const QByteArray content = contentOf(file);
        for (const char *words : {"said to the first", "said to the second", "said after a restart"})
            QVERIFY2(content.contains(words), words);
        QVERIFY2(!QFile::exists(file + u'~'), "nothing was pushed aside");
    }

    void startsThatFailLeaveTheFileToWhoRuns()
    {
        const QString file = path("a.pcapng");
        OPEN(watched);
        const ServerId first = add(watched, "first", file);
        LISTEN(watched, first);
        ServerProfile same = watched.entry(first).profile;
        same.name = QStringLiteral("second");
        same.port = watched.entry(first).endpoint.port;
        same.anyPort = true;
        same.addressUse = AddressUse::Unique;
        const ServerId second = watched.workspace->addTemporaryServer(same);
        for (int i = 0; i < 2; ++i) {
            watched.workspace->start(second);
            QTRY_COMPARE(watched.state(second), ServerState::Stopped);
            QVERIFY(watched.entry(second).error);
        }
        QVERIFY(say(watched, first, "still here"));
        watched.workspace->stop(first);
        QTRY_COMPARE(watched.state(first), ServerState::Stopped);
        QVERIFY(contentOf(file).contains("still here"));
        QVERIFY(!QFile::exists(file + u'~'));
    }

    void startsThatFailAgainAndAgainLeaveOneFile()
    {
        const QString file = path("a.pcapng");
        for (int i = 0; i < 3; ++i) { // as a service manager starts a program again
            OPEN(watched);
            const ServerId first = add(watched, "first", {});
            LISTEN(watched, first);
            ServerProfile same = watched.entry(first).profile;
            same.name = QStringLiteral("second");
            same.port = watched.entry(first).endpoint.port;
            same.anyPort = true;
            same.addressUse = AddressUse::Unique;
            same.tls.capture = file;
            const ServerId second = watched.workspace->addTemporaryServer(same);
            watched.workspace->start(second);
            QTRY_COMPARE(watched.state(second), ServerState::Stopped);
            QVERIFY(watched.entry(second).error);
        }
        QCOMPARE(QDir(m_files->path()).entryList(QDir::Files), QStringList{QStringLiteral("a.pcapng")});
    }

    void whatStandsThereAndIsNoCaptureStopsAStart()
    {
        QFile diary(path("diary"));
        QVERIFY(diary.open(QIODevice::WriteOnly) && diary.write("dear diary") == 10);
        diary.close();
        OPEN(watched);
        const ServerId id = add(watched, "a", path("diary"));
        watched.workspace->start(id);
        QTRY_COMPARE(watched.state(id), ServerState::Stopped);
        QCOMPARE(watched.entry(id).error->code, ErrorCode::AlreadyExists);
        QCOMPARE(contentOf(path("diary")), QByteArray("dear diary"));
    }

    void everythingIsWrittenWhenAServerHasStopped()
    {
        OPEN(watched);
        const ServerId id = add(watched, "a", path("a.pcapng"));
        LISTEN(watched, id);
        const QByteArray much(4 << 20, 'm');
        const quint16 port = watched.entry(id).endpoint.port;
        QByteArray heard;
        for (int i = 0; i < 3; ++i) { // less than may wait, so that none is left out
            const RawClient client(port);
            std::jthread writer([&] { client.write(much); });
            heard = client.read(much.size());
            QCOMPARE(heard.size(), much.size());
        }
        qint64 size = 0;
        connect(watched.workspace.get(), &Workspace::serverChanged, this, [&] {
            if (watched.state(id) == ServerState::Stopped && size == 0)
                size = QFileInfo(path("a.pcapng")).size();
        });
        watched.workspace->stop(id);
        QTRY_COMPARE(watched.state(id), ServerState::Stopped);
        const Capture::Facts facts = watched.entry(id).capture->facts();
        QCOMPARE(facts.dropped, std::uint64_t{0});
        QVERIFY2(size > 6 * much.size(), qPrintable(QStringLiteral("%1 octets").arg(size)));
    }

    void gapsFoundWhileStoppingAreSaid()
    {
        OPEN(watched);
        const ServerId id = add(watched, "a", path("a.pcapng"));
        LISTEN(watched, id);
        std::vector<ServerState> said; // the states in which it was
        connect(watched.workspace.get(), &Workspace::serverChanged, this, [&] {
            if (warningOf(watched.entry(id), WarningCode::CaptureIncomplete))
                said.push_back(watched.state(id));
        });
        const FileSizeLimit limit(QFileInfo(path("a.pcapng")).size() + 1000);
        QVERIFY(say(watched, id, QByteArray(20'000, 'x')));
        watched.workspace->stop(id);
        QTRY_COMPARE(watched.state(id), ServerState::Stopped);
        QVERIFY(!said.empty() && said.back() == ServerState::Stopped);
        const Warning *warning = warningOf(watched.entry(id), WarningCode::CaptureIncomplete);
        QCOMPARE(warning->values.value(0), path("a.pcapng"));
        QCOMPARE(warning->values.value(3), qt_error_string(EFBIG));
        const Capture::Facts facts = watched.entry(id).capture->facts();
        QCOMPARE(packetsIn(contentOf(path("a.pcapng"))), facts.packets);
        QVERIFY(facts.dropped > 0);
    }

    void whatAnotherFileLackedIsNotSaidOfTheNewOne()
    {
        OPEN(watched);
        const ServerId id = add(watched, "a", path("old.pcapng"));
        LISTEN(watched, id);
        {
            const FileSizeLimit limit(QFileInfo(path("old.pcapng")).size() + 10);
            QVERIFY(say(watched, id, "lost"));
            QTRY_VERIFY(warningOf(watched.entry(id), WarningCode::CaptureIncomplete));
        }
        ServerProfile profile = watched.entry(id).profile;
        profile.tls.capture = path("new.pcapng");
        QVERIFY(watched.workspace->updateServer(id, profile));
        QVERIFY(watched.workspace->applyChanges(id));
        QTRY_COMPARE(watched.entry(id).generation, std::uint64_t{2});
        QVERIFY(!warningOf(watched.entry(id), WarningCode::CaptureIncomplete));
        QVERIFY(say(watched, id, "kept"));
        QVERIFY(!warningOf(watched.entry(id), WarningCode::CaptureIncomplete));
        watched.workspace->stop(id);
        QTRY_COMPARE(watched.state(id), ServerState::Stopped);
        QVERIFY(contentOf(path("new.pcapng")).contains("kept"));
    }

    void gapsOfTheSameFileStaySaid()
    {
        OPEN(watched);
        const ServerId id = add(watched, "a", path("a.pcapng"));
        LISTEN(watched, id);
        const auto file = std::const_pointer_cast<Capture>(watched.entry(id).capture);
        file->add({.ends = std::make_shared<const CapturedEnds>(), .data = QByteArray(40 << 20, 'x')}); // too much
        QVERIFY(say(watched, id, "x"));
        QTRY_VERIFY(warningOf(watched.entry(id), WarningCode::CaptureIncomplete));
        ServerProfile profile = watched.entry(id).profile;
        profile.limits.maxConnections = 5;
        QVERIFY(watched.workspace->updateServer(id, profile));
        QVERIFY(watched.workspace->applyChanges(id));
        QTRY_COMPARE(watched.entry(id).generation, std::uint64_t{2});
        QVERIFY(warningOf(watched.entry(id), WarningCode::CaptureIncomplete));
        QVERIFY(watched.entry(id).capture->sharesFileWith(*file));
    }

    void whatAKeyLogLacksIsSaid()
    {
        OPEN(watched);
        ServerProfile profile = watched.profile(QStringLiteral("a"));
        profile.tls.keyLog = path("keys.log");
        const ServerId id = watched.workspace->addTemporaryServer(profile);
        LISTEN(watched, id);
        TlsClient fine(watched.entry(id).endpoint.port);
        QVERIFY(fine.handshake() && exchange(fine));
        QVERIFY(!warningOf(watched.entry(id), WarningCode::KeyLogIncomplete));
        const FileSizeLimit limit(QFileInfo(path("keys.log")).size());
        TlsClient client(watched.entry(id).endpoint.port);
        QVERIFY(client.handshake() && exchange(client));
        QTRY_VERIFY(warningOf(watched.entry(id), WarningCode::KeyLogIncomplete));
        QCOMPARE(warningOf(watched.entry(id), WarningCode::KeyLogIncomplete)->values,
                 (QStringList{path("keys.log"), qt_error_string(EFBIG)}));

        const QString lost = watched.entry(id).keyLog->failure();
        profile.limits.maxConnections = 5;
        QVERIFY(watched.workspace->updateServer(id, profile));
        QVERIFY(watched.workspace->applyChanges(id));
        QTRY_COMPARE(watched.entry(id).generation, std::uint64_t{2});
        QVERIFY2(warningOf(watched.entry(id), WarningCode::KeyLogIncomplete), "a change brings no line back");
        QCOMPARE(watched.entry(id).keyLog->failure(), lost);
        profile.tls.keyLog = path("other.log");
        QVERIFY(watched.workspace->updateServer(id, profile));
        QVERIFY(watched.workspace->applyChanges(id));
        QTRY_COMPARE(watched.entry(id).generation, std::uint64_t{3});
        QVERIFY2(!warningOf(watched.entry(id), WarningCode::KeyLogIncomplete), "it has lost nothing");
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_files;
};

QTEST_GUILESS_MAIN(TestWorkspaceCaptures)
#include "tst_workspace_captures.moc"
