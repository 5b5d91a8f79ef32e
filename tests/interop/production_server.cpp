#include "tests/interop/production_server.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <chrono>

namespace sealport::test {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds patience{30'000};

/// What Debian's nginx.conf has around the files of conf.d, without its folders.
const char *const nginxMain = R"(daemon off;
master_process off;
pid %1/nginx.pid;
error_log stderr;
events { worker_connections 256; }
http {
    access_log off;
    client_body_temp_path %1/body;
    proxy_temp_path %1/proxy;
    fastcgi_temp_path %1/fastcgi;
    uwsgi_temp_path %1/uwsgi;
    scgi_temp_path %1/scgi;
    include %1/server.conf;
}
)";

const char *const apacheMain = R"(ServerRoot %1
DefaultRuntimeDir %1
PidFile %1/httpd.pid
ErrorLog %1/error.log
Mutex file:%1
ServerName localhost
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule ssl_module /usr/lib/apache2/modules/mod_ssl.so
LoadModule http2_module /usr/lib/apache2/modules/mod_http2.so
LoadModule reqtimeout_module /usr/lib/apache2/modules/mod_reqtimeout.so
Include %1/server.conf
)";

bool accepts(quint16 port)
{
    QTcpSocket probe;
    probe.connectToHost(u"127.0.0.1"_s, port);
    return probe.waitForConnected(1000);
}

} // namespace

QString ProductionServer::program(ExportTarget target)
{
    const auto names = [target]() -> QStringList {
        switch (target) {
        case ExportTarget::Nginx:
            return {u"nginx"_s};
        case ExportTarget::Apache:
            return {u"apache2"_s};
        case ExportTarget::HAProxy:
            return {u"haproxy"_s};
        case ExportTarget::Caddy:
            return {u"caddy"_s};
        case ExportTarget::Stunnel:
            return {u"stunnel4"_s, u"stunnel"_s};
        case ExportTarget::OpenSslServer:
            return {u"openssl"_s};
        case ExportTarget::GnuTlsServer:
            return {u"gnutls-serv"_s};
        }
        Q_UNREACHABLE();
    };
    for (const QString &name : names()) {
        const QString path = QStandardPaths::findExecutable(name);
        if (!path.isEmpty())
            return path;
        const QString ofAdministrators = QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/sbin"_s});
        if (!ofAdministrators.isEmpty())
            return ofAdministrators;
    }
    return {};
}

QString ProductionServer::debianPackage(ExportTarget target)
{
    switch (target) {
    case ExportTarget::Nginx:
        return u"nginx-light"_s;
    case ExportTarget::Apache:
        return u"apache2-bin"_s;
    case ExportTarget::HAProxy:
        return u"haproxy"_s;
    case ExportTarget::Caddy:
        return u"caddy"_s;
    case ExportTarget::Stunnel:
        return u"stunnel4"_s;
    case ExportTarget::OpenSslServer:
        return u"openssl"_s;
    case ExportTarget::GnuTlsServer:
        return u"gnutls-bin"_s;
    }
    Q_UNREACHABLE();
}

bool ProductionServer::write(const QString &name, const QString &text) const
{
    QFile out(file(name));
    const QByteArray octets = text.toUtf8();
    return out.open(QIODevice::WriteOnly) && out.write(octets) == octets.size();
}

bool ProductionServer::writeConfiguration(const QString &text) const
{
    switch (m_target) {
    case ExportTarget::Nginx:
        return write(u"server.conf"_s, text) && write(u"nginx.conf"_s, QString::fromLatin1(nginxMain).arg(m_folder));
    case ExportTarget::Apache:
        return write(u"server.conf"_s, text) && write(u"apache.conf"_s, QString::fromLatin1(apacheMain).arg(m_folder));
    case ExportTarget::Caddy: { // of several that run at once, one has the port of the administrator
        QString withoutAdmin = text;
        withoutAdmin.replace(u"    auto_https off\n"_s, u"    auto_https off\n    admin off\n"_s);
        return write(u"server.conf"_s, withoutAdmin);
    }
    case ExportTarget::Stunnel:
        return write(u"server.conf"_s, u"foreground = yes\npid =\nsyslog = no\n"_s + text);
    case ExportTarget::HAProxy:
    case ExportTarget::OpenSslServer:
    case ExportTarget::GnuTlsServer:
        return write(u"server.conf"_s, text);
    }
    Q_UNREACHABLE();
}

bool ProductionServer::prepare(const ProductionConfig &config)
{
    for (const FileToMake &made : config.filesToMake) {
        const ProgramRun run = runProgram(u"/bin/sh"_s, {u"-c"_s, made.command});
        if (run.exitCode != 0) {
            qWarning("%s: %s", qUtf8Printable(made.command), run.output.constData());
            return false;
        }
    }
    for (const QString &needed : config.files)
        if (!QFile::exists(needed)) {
            qWarning("%s is missing", qUtf8Printable(needed));
            return false;
        }
    return writeConfiguration(config.text);
}

QStringList ProductionServer::checkWords() const
{
    switch (m_target) {
    case ExportTarget::Nginx:
        return {u"-e"_s, u"stderr"_s, u"-t"_s, u"-p"_s, m_folder, u"-c"_s, file(u"nginx.conf"_s)};
    case ExportTarget::Apache:
        return {u"-t"_s, u"-f"_s, file(u"apache.conf"_s)};
    case ExportTarget::HAProxy:
        return {u"-c"_s, u"-f"_s, file(u"server.conf"_s)};
    case ExportTarget::Caddy:
        return {u"validate"_s, u"--adapter"_s, u"caddyfile"_s, u"--config"_s, file(u"server.conf"_s)};
    case ExportTarget::Stunnel:
    case ExportTarget::OpenSslServer:
    case ExportTarget::GnuTlsServer:
        return {};
    }
    Q_UNREACHABLE();
}

QStringList ProductionServer::startWords() const
{
    switch (m_target) {
    case ExportTarget::Nginx:
        return {u"-e"_s, u"stderr"_s, u"-p"_s, m_folder, u"-c"_s, file(u"nginx.conf"_s)};
    case ExportTarget::Apache:
        return {u"-X"_s, u"-f"_s, file(u"apache.conf"_s)};
    case ExportTarget::HAProxy:
        return {u"-db"_s, u"-f"_s, file(u"server.conf"_s)};
    case ExportTarget::Caddy:
        return {u"run"_s, u"--adapter"_s, u"caddyfile"_s, u"--config"_s, file(u"server.conf"_s)};
    case ExportTarget::Stunnel:
    case ExportTarget::OpenSslServer:
    case ExportTarget::GnuTlsServer:
        return {file(u"server.conf"_s)};
    }
    Q_UNREACHABLE();
}

QString ProductionServer::check() const
{
    const QStringList words = checkWords();
    if (words.isEmpty())
        return {};
    const ProgramRun run = runProgram(program(m_target), words);
    return run.exitCode == 0 ? QString() : QString::fromUtf8(run.output);
}

bool ProductionServer::start(quint16 port)
{
    const bool isScript = m_target == ExportTarget::OpenSslServer || m_target == ExportTarget::GnuTlsServer;
    const Variables variables{"XDG_DATA_HOME=" + QFile::encodeName(m_folder),
                              "XDG_CONFIG_HOME=" + QFile::encodeName(m_folder), "HOME=" + QFile::encodeName(m_folder)};
    if (!m_process.start(isScript ? u"/bin/sh"_s : program(m_target), startWords(), variables))
        return false;
    bool isReady = false;
    return QTest::qWaitFor([&] { return (isReady = accepts(port)) || !m_process.isRunning(); },
                           static_cast<int>(patience.count()))
           && isReady;
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16{0};
}

} // namespace sealport::test
