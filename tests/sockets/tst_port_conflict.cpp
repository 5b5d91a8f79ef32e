#include "model/sockets/port_conflict.h"
#include "model/tls/port_holder.h"
#include "tests/sockets/watched_workspace.h"
#include "tests/support/child_process.h"
#include "tests/tls/descriptor.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace sealport;
using namespace sealport::test;

/// Servers whose port somebody else has, or had until now.
class TestPortConflict final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void takenPortNamesItsHolderAndTheNextFreeOne()
    {
        ChildProcess other;
        QVERIFY(other.start(QStringLiteral("openssl"), {QStringLiteral("s_server"), QStringLiteral("-nocert"),
                                                        QStringLiteral("-accept"), QStringLiteral("127.0.0.1:0")}));
        static const QRegularExpression accepts(QStringLiteral("ACCEPT 127\\.0\\.0\\.1:(\\d+)"));
        QTRY_VERIFY2(accepts.match(QString::fromLatin1(other.output())).hasMatch(), other.output().constData());
        const quint16 taken = accepts.match(QString::fromLatin1(other.output())).captured(1).toUShort();
        OPEN(watched);
        const ServerId id = startAt(watched, taken, AddressUse::Shared);
        QTRY_COMPARE(watched.state(id), ServerState::Stopped);
        QVERIFY(watched.entry(id).error);
        const Error error = *watched.entry(id).error;
        QCOMPARE(error.code, ErrorCode::PortInUse);
        QCOMPARE(error.subject, QStringLiteral("127.0.0.1:%1").arg(taken));
        const std::vector<PortHolder> holders = holdersFrom(error.values.mid(1));
        QCOMPARE(holders.size(), std::size_t{1});
        QCOMPARE(holders.front().program, QStringLiteral("openssl"));
        QCOMPARE(holders.front().process, qint64{other.processId()});

        const quint16 free = error.values.value(0).toUShort();
        QVERIFY(free != 0 && free != taken);
        const ServerId next = startAt(watched, free, AddressUse::Unique);
        QTRY_COMPARE(watched.state(next), ServerState::Listening);
    }

    void freePortLiesInTheRangeOfTheServer()
    {
        const Descriptor taken = listenAt(loopback);
        const Endpoint wanted{.address = loopback, .port = taken.port()};
        const Error error{
            .code = ErrorCode::PortInUse, .subject = wanted.toString(), .values = {}, .causes = {QStringLiteral("x")}};
        const Error explained = explainPortInUse(error, wanted, portRange(false));
        const int free = explained.values.value(0).toInt();
        QVERIFY(free >= 5000 && free <= 65000);
        QCOMPARE(explained.causes, error.causes);
        QCOMPARE(explained.subject, error.subject);
        const Error without = explainPortInUse(error, wanted, {.lowest = wanted.port, .highest = wanted.port});
        QCOMPARE(without.values.value(0), QString());
        QCOMPARE(holdersFrom(without.values.mid(1)).size(), std::size_t{1});
    }

    void serverWhoseHolderIsLookedForCanBeStopped()
    {
        const Descriptor taken = listenAt(loopback);
        OPEN(watched);
        const ServerId id = startAt(watched, taken.port(), AddressUse::Unique);
        for (int turn = 0; turn < 40 && watched.state(id) == ServerState::Starting; ++turn) {
            for (int i = 0; i < turn; ++i) // a little later each time: before, during and after the look-up
                QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            watched.workspace->stop(id);
            QTRY_COMPARE(watched.state(id), ServerState::Stopped);
            watched.workspace->start(id);
        }
        QTRY_COMPARE(watched.state(id), ServerState::Stopped);
        QCOMPARE(watched.entry(id).error->code, ErrorCode::PortInUse);
        watched.workspace->start(id);
        watched.workspace->removeServer(id);
        QVERIFY(!watched.workspace->server(id));
    }

    void whoSharesThePortIsNamed()
    {
        const Descriptor other = listenAt(loopback, 0, true);
        OPEN(watched);
        const ServerId id = startAt(watched, other.port(), AddressUse::Shared);
        QTRY_COMPARE(watched.state(id), ServerState::Listening);
        const auto &warnings = watched.entry(id).warnings;
        const auto shared = std::ranges::find(warnings, WarningCode::PortShared, &Warning::code);
        QVERIFY(shared != warnings.end());
        QCOMPARE(shared->values.value(0), QStringLiteral("127.0.0.1:%1").arg(other.port()));
        const std::vector<PortHolder> holders = holdersFrom(shared->values.mid(1));
        QCOMPARE(holders.size(), std::size_t{1});
        QVERIFY(holders.front().isThisProgram());
    }

    void connectionsThatEndedShareNothing()
    {
        Descriptor other = listenAt(loopback, 0, true);
        const quint16 port = other.port();
        const Descriptor client = connectTo("127.0.0.1", port);
        const Descriptor accepted(Result<int>(::accept(other.number(), nullptr, nullptr)));
        QVERIFY(client.isOpen() && accepted.isOpen());
        other.close();
        PreparedServer prepared;
        prepared.address = loopback;
        prepared.profile.port = port;
        warnAboutPort(prepared);
        QVERIFY(prepared.warnings.empty());
    }

    void portIsFreeOnceTheServerIsStopped_data()
    {
        QTest::addColumn<AddressUse>("use");
        QTest::newRow("shared") << AddressUse::Shared;
        QTest::newRow("unique") << AddressUse::Unique;
    }
    void portIsFreeOnceTheServerIsStopped()
    {
        QFETCH(const AddressUse, use);
        OPEN(watched);
        const ServerId id = startAt(watched, 0, use);
        QTRY_COMPARE(watched.state(id), ServerState::Listening);
        const quint16 port = watched.entry(id).endpoint.port;
        TlsClient lingering(port); // does not answer the close_notify
        QVERIFY(lingering.handshake() && exchange(lingering));
        {
            TlsClient gone(port);
            QVERIFY(gone.handshake() && exchange(gone));
            QTRY_VERIFY(watched.connectionFrom(gone.socket().localPort()));
            watched.workspace->disconnect(watched.connectionFrom(gone.socket().localPort())->id);
            QVERIFY(gone.readToEnd().isEmpty() && gone.hasCloseNotify());
            QVERIFY(gone.socket().readToEnd().isEmpty() && !gone.socket().wasReset()); // the server's FIN comes first
        }
        QTRY_VERIFY(isInTimeWait(port));
        watched.workspace->stop(id);
        QTRY_COMPARE(watched.state(id), ServerState::Stopped);
        QVERIFY2(listenAt(loopback, port).isOpen(), "for anybody");

        const ServerId again = startAt(watched, port, use);
        QTRY_COMPARE(watched.state(again), ServerState::Listening);
        QVERIFY2(isInTimeWait(port), "or there was nothing to see");
        QVERIFY(TlsClient(port).handshake());
    }

private:
    static ServerId startAt(Watched &watched, quint16 port, AddressUse use)
    {
        ServerProfile profile = watched.profile(QStringLiteral("a"));
        profile.port = port;
        profile.anyPort = true;
        profile.addressUse = use;
        const ServerId id = watched.workspace->addTemporaryServer(profile);
        watched.workspace->start(id);
        return id;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestPortConflict)
#include "tst_port_conflict.moc"
