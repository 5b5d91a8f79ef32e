// CPU time of the server process for each full TLS 1.3 handshake (ECDSA P-256): Sealport with all observation on, nginx
// with one worker, `openssl s_server -www`. Same client load, in turns, so that a noisy machine disturbs all three
// alike.

#include "tests/bench/tls_load.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <map>
#include <vector>

using namespace sealport::bench;

namespace {

enum class Load { HandshakeOnly, WithRequest };

struct Server {
    QString name;
    std::uint16_t port = 0;
    std::unique_ptr<QProcess> process;
    qint64 worker = 0; ///< the process whose time counts
    std::map<Load, std::vector<double>> milliseconds;
};

bool makeCertificate(const QString &folder)
{
    return QProcess::execute(QStringLiteral("openssl"),
                             {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                              QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                              QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                              QStringLiteral("-subj"), QStringLiteral("/CN=localhost"), QStringLiteral("-days"),
                              QStringLiteral("30"), QStringLiteral("-keyout"), folder + QStringLiteral("/key.pem"),
                              QStringLiteral("-out"), folder + QStringLiteral("/cert.pem"), QStringLiteral("-batch")})
               == 0
           || QFile::exists(folder + QStringLiteral("/cert.pem"));
}

bool waitUntilListening(std::uint16_t port)
{
    const ContextPtr context = makeClientContext();
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 10'000) {
        if (const auto client = Client::connect(*context, port)) {
            client->close();
            return true;
        }
        QThread::msleep(20);
    }
    return false;
}

Server startSealport(const QString &executable, const QString &folder)
{
    Server server{.name = QStringLiteral("sealport"),
                  .port = freePort(),
                  .process = std::make_unique<QProcess>(),
                  .worker = 0,
                  .milliseconds = {}};
    server.process->setStandardOutputFile(folder + QStringLiteral("/sealport.json"));
    server.process->start(executable,
                          {QStringLiteral("--data-dir"), folder + QStringLiteral("/data"), QStringLiteral("serve"),
                           QStringLiteral("--any-port"), QStringLiteral("--port"), QString::number(server.port),
                           QStringLiteral("--protocols"), QStringLiteral("modern"), QStringLiteral("--cert-file"),
                           folder + QStringLiteral("/cert.pem"), QStringLiteral("--key-file"),
                           folder + QStringLiteral("/key.pem"), QStringLiteral("--reply"), QStringLiteral("http"),
                           QStringLiteral("--format"), QStringLiteral("json")});
    server.process->waitForStarted();
    server.worker = server.process->processId();
    return server;
}

Server startNginx(const QString &folder)
{
    Server server{.name = QStringLiteral("nginx"),
                  .port = freePort(),
                  .process = std::make_unique<QProcess>(),
                  .worker = 0,
                  .milliseconds = {}};
    QFile file(folder + QStringLiteral("/nginx.conf"));
    if (!file.open(QIODevice::WriteOnly))
        return server;
    file.write(
        QStringLiteral(
            "daemon off; master_process off; pid %1/nginx.pid; error_log %1/nginx-error.log;\n"
            "events { worker_connections 1024; }\n"
            "http { access_log %1/nginx-access.log; server { listen 127.0.0.1:%2 ssl; ssl_certificate %1/cert.pem;\n"
            "  ssl_certificate_key %1/key.pem; ssl_protocols TLSv1.2 TLSv1.3; location / { return 200 'ok'; } } }\n")
            .arg(folder)
            .arg(server.port)
            .toUtf8());
    file.close();
    server.process->start(QStringLiteral("/usr/sbin/nginx"),
                          {QStringLiteral("-p"), folder, QStringLiteral("-c"), file.fileName()});
    server.process->waitForStarted();
    server.worker = server.process->processId();
    return server;
}

Server startSServer(const QString &folder)
{
    Server server{.name = QStringLiteral("s_server"),
                  .port = freePort(),
                  .process = std::make_unique<QProcess>(),
                  .worker = 0,
                  .milliseconds = {}};
    server.process->setStandardOutputFile(QProcess::nullDevice());
    server.process->setStandardErrorFile(QProcess::nullDevice());
    server.process->start(QStringLiteral("openssl"),
                          {QStringLiteral("s_server"), QStringLiteral("-accept"),
                           QStringLiteral("127.0.0.1:%1").arg(server.port), QStringLiteral("-cert"),
                           folder + QStringLiteral("/cert.pem"), QStringLiteral("-key"),
                           folder + QStringLiteral("/key.pem"), QStringLiteral("-www")});
    server.process->waitForStarted();
    server.worker = server.process->processId();
    return server;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

void report(Load load, const char *title, const std::vector<Server> &servers)
{
    std::printf("%s\n", title);
    const std::vector<double> &ours = servers.front().milliseconds.at(load);
    for (const Server &server : servers) {
        const std::vector<double> &times = server.milliseconds.at(load);
        std::vector<double> ratios;
        for (std::size_t i = 0; i < times.size(); ++i)
            ratios.push_back(ours[i] / times[i]);
        std::printf("  %-9s %.3f ms (min %.3f, max %.3f)", qPrintable(server.name), median(times),
                    std::ranges::min(times), std::ranges::max(times));
        if (&server != &servers.front())
            std::printf("   sealport / %s = %.2f (%.2f to %.2f)", qPrintable(server.name), median(ratios),
                        std::ranges::min(ratios), std::ranges::max(ratios));
        std::printf("\n");
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rounds = qEnvironmentVariableIntValue("SEALPORT_BENCH_ROUNDS") > 0
                           ? qEnvironmentVariableIntValue("SEALPORT_BENCH_ROUNDS")
                           : 7;
    constexpr int handshakesPerRound = 1000;
    const QString executable = application.arguments().value(1);
    const QTemporaryDir folder;
    if (executable.isEmpty() || !makeCertificate(folder.path())) {
        std::fprintf(stderr, "usage: bench_handshakes SEALPORT (needs openssl)\n");
        return 1;
    }
    std::vector<Server> servers;
    servers.push_back(startSealport(executable, folder.path()));
    if (QFile::exists(QStringLiteral("/usr/sbin/nginx")))
        servers.push_back(startNginx(folder.path()));
    else
        std::printf("nginx is not installed: left out\n");
    servers.push_back(startSServer(folder.path()));
    const ContextPtr context = makeClientContext();
    for (const Server &server : servers) {
        if (!waitUntilListening(server.port)) {
            std::fprintf(stderr, "%s does not listen: %s\n", qPrintable(server.name),
                         server.process->readAllStandardError().constData());
            return 1;
        }
    }
    int failures = 0;
    for (int round = 0; round <= rounds; ++round) { // the first one warms up
        for (const Load load : {Load::HandshakeOnly, Load::WithRequest}) {
            for (Server &server : servers) {
                const double before = cpuSeconds(server.worker);
                for (int i = 0; i < handshakesPerRound; ++i) {
                    const auto client = Client::connect(*context, server.port);
                    if (!client || (load == Load::WithRequest && !client->get()))
                        ++failures;
                    else
                        client->close();
                }
                QThread::msleep(100); // what is left to do after the last close
                if (round > 0)
                    server.milliseconds[load].push_back((cpuSeconds(server.worker) - before) * 1000
                                                        / handshakesPerRound);
            }
        }
    }
    std::printf("CPU of the server process per full TLS 1.3 handshake, ECDSA P-256; %d rounds of %d, %d failed\n",
                rounds, handshakesPerRound, failures);
    report(Load::HandshakeOnly, "the handshake alone", servers);
    report(Load::WithRequest, "handshake, one HTTP request, close", servers);
    for (const Server &server : servers) {
        server.process->terminate();
        server.process->waitForFinished(5000);
    }
    return 0;
}
