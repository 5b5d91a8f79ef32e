#include "tests/interop/certificate_files.h"
#include "tests/interop/peers.h"
#include "tests/interop/serve_process.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>

using namespace sealport::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array versions{ClientVersion::Tls1_0, ClientVersion::Tls1_1, ClientVersion::Tls1_2,
                              ClientVersion::Tls1_3, ClientVersion::Any};

constexpr int protocolVersionAlert = 70;

/// A server of the matrix. Empty protocols: what SocketCréeSSL switches on when nothing is said.
struct ServerKind {
    const char *label;
    const char *protocols;
    const char *certificate;
    std::vector<ClientVersion> allows;
};

using enum ClientVersion;
const std::vector<ServerKind> protocolServers{
    {"TLS 1.0", "tls1", "p256", {Tls1_0}},
    {"TLS 1.1", "tls1.1", "p256", {Tls1_1}},
    {"TLS 1.2", "tls1.2", "p256", {Tls1_2}},
    {"TLS 1.3", "tls1.3", "p256", {Tls1_3}},
    {"TLS 1.0 and 1.2", "tls1,tls1.2", "p256", {Tls1_0, Tls1_2}},
    {"TLS 1.1 and 1.3", "tls1.1,tls1.3", "p256", {Tls1_1, Tls1_3}},
    {"TLS 1.2 and 1.3", "modern", "p256", {Tls1_2, Tls1_3}},
    {"TLS 1.0 to 1.3", "tls1,tls1.1,tls1.2,tls1.3", "p256", {Tls1_0, Tls1_1, Tls1_2, Tls1_3}},
    {"SocketCréeSSL's default", "", "p256", {Tls1_0, Tls1_1, Tls1_2}},
};

const std::vector<ServerKind> certificateServers{
    {"RSA", "tls1,tls1.1,tls1.2,tls1.3", "rsa", {Tls1_0, Tls1_1, Tls1_2, Tls1_3}},
    {"P-384", "tls1,tls1.1,tls1.2,tls1.3", "p384", {Tls1_0, Tls1_1, Tls1_2, Tls1_3}},
    {"Ed25519", "modern", "ed25519", {Tls1_2, Tls1_3}},
    {"RSA-PSS", "modern", "rsapss", {Tls1_2, Tls1_3}},
};

QString label(ClientVersion version)
{
    static constexpr std::array labels{"TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3", "every version"};
    return QLatin1String(labels[static_cast<std::size_t>(version)]);
}

QString eventName(ClientVersion version)
{
    static constexpr std::array names{"TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"};
    return QLatin1String(names[static_cast<std::size_t>(version)]);
}

/// NSS 3.87 has no Ed25519, and tstclnt offers RSASSA-PSS with RSA keys of the usual type alone.
bool lacks(const Peer &peer, const QByteArray &certificate)
{
    return peer.name() == u"tstclnt" && (certificate == "ed25519" || certificate == "rsapss");
}

/// A process that does one task or several.
struct Run {
    std::vector<PeerTask> tasks;
    PeerCommand command;
    std::unique_ptr<ChildProcess> process;
};

Run start(const Peer &peer, const PeerSetting &setting, const std::vector<PeerTask> &tasks)
{
    Run run{tasks, peer.command(setting, tasks), std::make_unique<ChildProcess>()};
    if (!run.process->start(run.command.program, run.command.arguments, run.command.variables)
        || !run.process->write(run.command.input))
        qWarning("%s could not be started", qUtf8Printable(run.command.program));
    return run;
}

/// What a process with many tasks printed for one of them.
QString section(const QString &output, const QString &serverName)
{
    const QString head = u"\n== "_s + serverName + u'\n';
    const qsizetype start = output.indexOf(head);
    if (start < 0)
        return {};
    const qsizetype end = output.indexOf(u"\n== "_s, start + head.size());
    return output.mid(start + head.size(), end < 0 ? -1 : end - start - head.size());
}

QString keyOf(const ServerKind &server, const QString &serverName)
{
    return QLatin1String(server.protocols) + u'/' + QLatin1String(server.certificate) + u'/' + serverName;
}

/// One client against one server, done.
struct Outcome {
    bool gotThePage = false;
    QString output{};
    QList<QJsonObject> events{};
};

} // namespace

/// Programs of other people against every kind of server: each gets through exactly when it should.
class TestInteropMatrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void protocols_data();
    void protocols() { check(); }
    void certificates_data();
    void certificates() { check(); }
    void countsAddUp();

private:
    void check();
    void addRows(const std::vector<ServerKind> &servers, const QString &pattern);
    /// All clients of one server at the same time; the results of later rows wait in m_outcomes.
    void runAll(const ServerKind &server);
    static QString serverNameOf(const Peer &peer, ClientVersion version);

    QTemporaryDir m_folder;
    std::optional<CertificateFiles> m_files;
    QList<QString> m_ready;                ///< names of the peers that can be used
    std::map<QString, Outcome> m_outcomes; ///< by server and client
    QStringList m_complaints;
};

void TestInteropMatrix::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_files.emplace(m_folder.path());
    QVERIFY(m_files->makeAuthority(u"authority"_s));
    const QString authority = u"authority"_s;
    QVERIFY(m_files->make(u"p256"_s, {u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s}, authority));
    QVERIFY(m_files->make(u"p384"_s, {u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-384"_s}, authority));
    QVERIFY(m_files->make(u"rsa"_s, {u"rsa:2048"_s}, authority));
    QVERIFY(m_files->make(u"rsapss"_s, {u"rsa-pss"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:2048"_s}, authority));
    QVERIFY(m_files->make(u"ed25519"_s, {u"ed25519"_s}, authority));
    for (const Peer *peer : allPeers())
        if (isInstalled(*peer) && peer->prepare(m_folder.path(), m_files->certificate(authority)))
            m_ready.append(peer->name());
}

QString TestInteropMatrix::serverNameOf(const Peer &peer, ClientVersion version)
{
    QString name = (peer.name() + u'-' + label(version)).toLower();
    for (const QChar odd : {u' ', u'.', u'_'}) // a wildcard stands for one label, without underscores
        name.replace(odd, u'-');
    return name + u".interop.test"_s;
}

void TestInteropMatrix::addRows(const std::vector<ServerKind> &servers, const QString &pattern)
{
    QTest::addColumn<const ServerKind *>("server");
    QTest::addColumn<const Peer *>("peer");
    QTest::addColumn<ClientVersion>("version");
    for (const ServerKind &server : servers) {
        for (const Peer *peer : allPeers()) {
            for (const ClientVersion version : versions) {
                const bool allowed = version == Any || std::ranges::find(server.allows, version) != server.allows.end();
                const QString fate =
                    allowed && !lacks(*peer, server.certificate) ? u"gets through to"_s : u"is refused by"_s;
                QTest::newRow(
                    qUtf8Printable(pattern.arg(peer->name(), label(version), fate, QString::fromUtf8(server.label))))
                    << &server << peer << version;
            }
        }
    }
}

void TestInteropMatrix::protocols_data()
{
    addRows(protocolServers, u"%1 with %2 %3 a server for %4"_s);
}

void TestInteropMatrix::certificates_data()
{
    addRows(certificateServers, u"%1 with %2 %3 a server with a certificate for %4"_s);
}

void TestInteropMatrix::runAll(const ServerKind &server)
{
    constexpr int patience = 60'000;
    QStringList options{u"--port"_s, u"0"_s, u"--reply"_s, u"http"_s, u"--handshake-timeout"_s, u"60"_s};
    options += m_files->options(QLatin1String(server.certificate));
    if (*server.protocols != '\0')
        options += {u"--protocols"_s, QLatin1String(server.protocols)};
    ServeProcess serve(m_folder.filePath(u"home"_s), options);
    if (!serve.start()) {
        m_complaints.append(QString::fromUtf8(server.label) + u": "_s + serve.errors());
        return;
    }

    const PeerSetting setting{serve.port(), m_files->certificate(u"authority"_s), m_folder.path()};
    std::vector<Run> runs;
    std::ptrdiff_t clients = 0;
    for (const Peer *peer : allPeers()) {
        if (!m_ready.contains(peer->name()))
            continue;
        std::vector<PeerTask> tasks;
        for (const ClientVersion version : versions)
            tasks.push_back({version, serverNameOf(*peer, version)});
        clients += std::ssize(tasks);
        if (peer->takesManyTasks()) {
            runs.push_back(start(*peer, setting, tasks));
            continue;
        }
        for (const PeerTask &task : tasks)
            runs.push_back(start(*peer, setting, {task}));
    }
    const auto isDone = [](const Run &run) { return !run.process->isRunning(); };
    const bool allDone = QTest::qWaitFor([&] { return std::ranges::all_of(runs, isDone); }, patience);
    // A client may be gone before the server's last word about it has arrived.
    const auto ends = [&] { return std::ranges::count_if(serve.events(), isFinal); };
    const bool allEnded = serve.waitFor([&] { return ends() == clients; });

    for (Run &run : runs) {
        if (!isDone(run))
            m_complaints.append(QString::fromUtf8(server.label) + u": never ended: "_s + run.command.program + u' '
                                + run.command.arguments.join(u' '));
        const QString output = QString::fromUtf8(run.process->output());
        for (const PeerTask &task : run.tasks) {
            Outcome outcome;
            outcome.output = run.tasks.size() == 1 ? output : section(output, task.serverName);
            outcome.gotThePage = outcome.output.contains(u"The TLS handshake succeeded"_s);
            for (const QJsonObject &event : serve.events())
                if (text(event, u"sni"_s) == task.serverName)
                    outcome.events.append(event);
            m_outcomes[keyOf(server, task.serverName)] = outcome;
        }
        run.process->kill();
    }
    const QJsonObject stopped = serve.stop();
    const int accepted = stopped[u"accepted"_s].toInt();
    if (!allDone || !allEnded || accepted != clients
        || accepted != stopped[u"secured"_s].toInt() + stopped[u"failed"_s].toInt())
        m_complaints.append(
            u"%1: %2 clients, of which %3 ended; the server counted %4"_s.arg(QString::fromUtf8(server.label))
                .arg(clients)
                .arg(ends())
                .arg(accepted));
}

void TestInteropMatrix::check()
{
    QFETCH(const ServerKind *, server);
    QFETCH(const Peer *, peer);
    QFETCH(ClientVersion, version);
    QVERIFY2(m_ready.contains(peer->name()),
             qUtf8Printable(u"MISSING: %1. Install the Debian package %2 to test with it."_s.arg(
                 peer->name(), peer->debianPackage())));
    const QString key = keyOf(*server, serverNameOf(*peer, version));
    if (!m_outcomes.contains(key))
        runAll(*server);
    QVERIFY2(m_outcomes.contains(key), qUtf8Printable(m_complaints.join(u'\n')));

    const Outcome &outcome = m_outcomes.at(key);
    const char *said = qUtf8Printable(outcome.output);
    const bool isAllowed = version == Any || std::ranges::find(server->allows, version) != server->allows.end();
    QVERIFY2(!outcome.events.isEmpty(), said);
    const QJsonObject end = outcome.events.last();
    const QJsonObject verdict = end[u"verdict"_s].toObject();
    const QString code = text(verdict, u"code"_s);

    if (!isAllowed) {
        QVERIFY(!outcome.gotThePage);
        QCOMPARE(outcome.events.size(), 1);
        QCOMPARE(code, u"no-common-protocol"_s);
        QVERIFY(text(verdict, u"sentence"_s).contains(label(version)));
        // Sent or received; not there where OpenSSL cannot read the client's, whose record says another version.
        if (verdict[u"alert"_s].isObject())
            QCOMPARE(verdict[u"alert"_s][u"code"_s].toInt(), protocolVersionAlert);
        return;
    }
    if (lacks(*peer, server->certificate)) {
        QVERIFY(!outcome.gotThePage);
        QCOMPARE(code, u"no-common-signature"_s);
        return;
    }
    const ClientVersion expected = version == Any ? server->allows.back() : version;
    QVERIFY2(outcome.gotThePage, said);
    QVERIFY(outcome.output.contains(eventName(expected))); // on the page too
    QCOMPARE(outcome.events.size(), 2);
    QCOMPARE(text(outcome.events.first(), u"state"_s), u"secured"_s);
    QCOMPARE(text(end, u"state"_s), u"closed"_s);
    QCOMPARE(text(end, u"protocol"_s), eventName(expected));
    QCOMPARE(code, u"ok"_s);
}

/// Last: each client was seen exactly once.
void TestInteropMatrix::countsAddUp()
{
    QVERIFY2(m_complaints.isEmpty(), qUtf8Printable(m_complaints.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestInteropMatrix)
#include "tst_interop_matrix.moc"
