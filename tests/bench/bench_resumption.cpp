// CPU time of the server process for each resumed TLS 1.3 handshake against a full one, in turns, for an RSA 2048 and
// an ECDSA P-256 certificate.

#include "tests/bench/serve_process.h"
#include "tests/bench/tls_load.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace sealport::bench;

namespace {

bool makeCertificate(const QString &folder, const QStringList &key)
{
    QProcess openssl;
    openssl.setStandardErrorFile(QProcess::nullDevice());
    openssl.start(QStringLiteral("openssl"),
                  QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-nodes"),
                              QStringLiteral("-subj"), QStringLiteral("/CN=localhost"), QStringLiteral("-days"),
                              QStringLiteral("30"), QStringLiteral("-keyout"), folder + QStringLiteral("/key.pem"),
                              QStringLiteral("-out"), folder + QStringLiteral("/cert.pem"), QStringLiteral("-batch"),
                              QStringLiteral("-newkey")}
                      + key);
    return openssl.waitForFinished() && openssl.exitCode() == 0;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

/// Prints the figures for one kind of key; false when something did not work.
bool measure(const char *title, const QString &executable, const QStringList &key, int rounds)
{
    constexpr int handshakesPerRound = 1000;
    const QTemporaryDir folder;
    if (!makeCertificate(folder.path(), key))
        return false;
    const ServeProcess server(
        executable, folder.path() + QStringLiteral("/data"), folder.path() + QStringLiteral("/events.json"),
        {QStringLiteral("--protocols"), QStringLiteral("modern"), QStringLiteral("--cert-file"),
         folder.path() + QStringLiteral("/cert.pem"), QStringLiteral("--key-file"),
         folder.path() + QStringLiteral("/key.pem"), QStringLiteral("--reply"), QStringLiteral("http")});
    const ContextPtr context = makeClientContext();
    const SessionPtr session = Client::sessionOf(*context, server.port());
    if (!session)
        return false;
    std::vector<double> full;
    std::vector<double> resumed;
    std::vector<double> ratios;
    int wrong = 0;
    for (int round = 0; round <= rounds; ++round) { // the first one warms up
        for (SSL_SESSION *offered : {static_cast<SSL_SESSION *>(nullptr), session.get()}) {
            const double before = cpuSeconds(server.processId());
            for (int i = 0; i < handshakesPerRound; ++i) {
                const auto client = Client::connect(*context, server.port(), offered);
                if (!client || client->isResumed() != (offered != nullptr))
                    ++wrong;
                if (client)
                    client->close();
            }
            QThread::msleep(100); // what is left to do after the last close
            if (round > 0)
                (offered != nullptr ? resumed : full)
                    .push_back((cpuSeconds(server.processId()) - before) * 1000 / handshakesPerRound);
        }
        if (round > 0)
            ratios.push_back(resumed.back() / full.back());
    }
    std::printf("  %-12s full %.3f ms, resumed %.3f ms, resumed / full = %.2f (%.2f "
                "to %.2f); %d not as wanted\n",
                title, median(full), median(resumed), median(ratios), std::ranges::min(ratios),
                std::ranges::max(ratios), wrong);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rounds = qEnvironmentVariableIntValue("SEALPORT_BENCH_ROUNDS") > 0
                           ? qEnvironmentVariableIntValue("SEALPORT_BENCH_ROUNDS")
                           : 7;
    const QString executable = application.arguments().value(1);
    std::printf("CPU of the server process per TLS 1.3 connection with one HTTP "
                "request; %d rounds of 1000\n",
                rounds);
    const bool done =
        measure("RSA 2048", executable, {QStringLiteral("rsa:2048")}, rounds)
        && measure("ECDSA P-256", executable,
                   {QStringLiteral("ec"), QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256")},
                   rounds);
    return done ? 0 : 1;
}
