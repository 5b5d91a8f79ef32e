#include "tests/interop/peers.h"

#include "tests/interop/certificate_files.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace sealport::test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray request = "GET / HTTP/1.0\r\n\r\n";

/// One word for each version in the order of ClientVersion, Any left out.
QString word(ClientVersion version, const std::array<const char *, 4> &words)
{
    return QLatin1String(words[static_cast<std::size_t>(version)]);
}

QString number(quint16 port)
{
    return QString::number(port);
}

class OpenSslPeer final : public Peer {
public:
    QString name() const override { return u"openssl s_client"_s; }
    QString debianPackage() const override { return u"openssl"_s; }
    QStringList programs() const override { return {u"openssl"_s}; }
    PeerCommand command(const PeerSetting &setting, const std::vector<PeerTask> &tasks) const override
    {
        const PeerTask &task = tasks.front();
        QStringList words{u"s_client"_s,
                          u"-quiet"_s,
                          u"-connect"_s,
                          u"127.0.0.1:"_s + number(setting.port),
                          u"-CAfile"_s,
                          setting.authority,
                          u"-verify_return_error"_s,
                          u"-servername"_s,
                          task.serverName,
                          u"-verify_hostname"_s,
                          task.serverName,
                          u"-cipher"_s,
                          u"DEFAULT:@SECLEVEL=0"_s};
        if (task.version == ClientVersion::Any)
            words += {u"-min_protocol"_s, u"TLSv1"_s};
        else
            words += word(task.version, {"-tls1", "-tls1_1", "-tls1_2", "-tls1_3"});
        return {u"openssl"_s, words, {}, request};
    }
};

class GnuTlsPeer final : public Peer {
public:
    QString name() const override { return u"gnutls-cli"_s; }
    QString debianPackage() const override { return u"gnutls-bin"_s; }
    QStringList programs() const override { return {u"gnutls-cli"_s}; }
    PeerCommand command(const PeerSetting &setting, const std::vector<PeerTask> &tasks) const override
    {
        const PeerTask &task = tasks.front();
        const QString versions = task.version == ClientVersion::Any
                                     ? u"+VERS-TLS1.0:+VERS-TLS1.1:+VERS-TLS1.2:+VERS-TLS1.3"_s
                                     : u"+VERS-TLS"_s + word(task.version, {"1.0", "1.1", "1.2", "1.3"});
        const QStringList words{u"--port"_s,         number(setting.port), u"--x509cafile"_s,
                                setting.authority,   u"--priority"_s,      u"NORMAL:-VERS-ALL:"_s + versions,
                                u"--sni-hostname"_s, task.serverName,      u"--verify-hostname"_s,
                                task.serverName,     u"127.0.0.1"_s};
        return {u"gnutls-cli"_s, words, {}, request};
    }
};

class NssPeer final : public Peer {
public:
    QString name() const override { return u"tstclnt"_s; }
    QString debianPackage() const override { return u"libnss3-tools"_s; }
    QStringList programs() const override { return {u"tstclnt"_s, u"certutil"_s}; }
    bool prepare(const QString &folder, const QString &authority) const override
    {
        const QString database = u"sql:"_s + folder + u"/nss"_s;
        QFile page(folder + u"/request.txt"_s); // with standard input it would wait for its end, the server's or not
        return page.open(QIODevice::WriteOnly) && page.write(request) == request.size() && QDir(folder).mkpath(u"nss"_s)
               && runTool(u"certutil"_s, {u"-N"_s, u"-d"_s, database, u"--empty-password"_s})
               && runTool(u"certutil"_s,
                          {u"-A"_s, u"-d"_s, database, u"-n"_s, u"authority"_s, u"-t"_s, u"C,,"_s, u"-i"_s, authority});
    }
    PeerCommand command(const PeerSetting &setting, const std::vector<PeerTask> &tasks) const override
    {
        const PeerTask &task = tasks.front();
        const QString version = task.version == ClientVersion::Any
                                    ? QString()
                                    : word(task.version, {"tls1.0", "tls1.1", "tls1.2", "tls1.3"});
        const QString range = version.isEmpty() ? u"tls1.0:tls1.3"_s : version + u':' + version;
        const QStringList words{u"-4"_s,
                                u"-h"_s,
                                u"127.0.0.1"_s,
                                u"-p"_s,
                                number(setting.port),
                                u"-a"_s,
                                task.serverName,
                                u"-d"_s,
                                u"sql:"_s + setting.folder + u"/nss"_s,
                                u"-V"_s,
                                range,
                                u"-A"_s,
                                setting.folder + u"/request.txt"_s};
        // The policy of a distribution would take the old versions away.
        return {u"tstclnt"_s, words, {"NSS_IGNORE_SYSTEM_POLICY=1"}, {}};
    }
};

class CurlPeer final : public Peer {
public:
    QString name() const override { return u"curl"_s; }
    QString debianPackage() const override { return u"curl"_s; }
    QStringList programs() const override { return {u"curl"_s}; }
    PeerCommand command(const PeerSetting &setting, const std::vector<PeerTask> &tasks) const override
    {
        const PeerTask &task = tasks.front();
        const bool isAny = task.version == ClientVersion::Any;
        const QString version = isAny ? u"1.0"_s : word(task.version, {"1.0", "1.1", "1.2", "1.3"});
        const QString host = task.serverName + u':' + number(setting.port);
        const QStringList words{u"--silent"_s,
                                u"--show-error"_s,
                                u"--noproxy"_s,
                                u"*"_s,
                                u"--cacert"_s,
                                setting.authority,
                                u"--tlsv"_s + version,
                                u"--tls-max"_s,
                                isAny ? u"1.3"_s : version,
                                u"--ciphers"_s,
                                u"DEFAULT:@SECLEVEL=0"_s,
                                u"--resolve"_s,
                                host + u":127.0.0.1"_s,
                                u"https://"_s + host + u'/'};
        return {u"curl"_s, words, {}, {}};
    }
};

class JavaPeer final : public Peer {
public:
    QString name() const override { return u"Java"_s; }
    QString debianPackage() const override { return u"default-jdk-headless"_s; }
    QStringList programs() const override { return {u"java"_s, u"javac"_s}; }
    bool prepare(const QString &folder, const QString &) const override
    {
        QFile settings(folder + u"/java.security"_s); // the stock one switches TLS 1.0 and 1.1 off
        return settings.open(QIODevice::WriteOnly)
               && settings.write(
                      "jdk.tls.disabledAlgorithms=\njdk.tls.legacyAlgorithms=\njdk.certpath.disabledAlgorithms=\n")
                      > 0
               && runTool(u"javac"_s, {u"-d"_s, folder, QStringLiteral(SEALPORT_INTEROP_SOURCES "/PageClient.java")});
    }
    bool takesManyTasks() const override { return true; }
    PeerCommand command(const PeerSetting &setting, const std::vector<PeerTask> &tasks) const override
    {
        QStringList words{u"-Djava.security.properties="_s + setting.folder + u"/java.security"_s,
                          u"-XX:TieredStopAtLevel=1"_s,
                          u"-XX:+UseSerialGC"_s,
                          u"-cp"_s,
                          setting.folder,
                          u"PageClient"_s,
                          number(setting.port),
                          setting.authority};
        for (const PeerTask &task : tasks) {
            const bool isAny = task.version == ClientVersion::Any;
            words += {task.serverName, isAny ? u"TLSv1,TLSv1.1,TLSv1.2,TLSv1.3"_s
                                             : word(task.version, {"TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"})};
        }
        return {u"java"_s, words, {}, {}};
    }
};

class NodePeer final : public Peer {
public:
    QString name() const override { return u"Node.js"_s; }
    QString debianPackage() const override { return u"nodejs"_s; }
    QStringList programs() const override { return {u"node"_s}; }
    PeerCommand command(const PeerSetting &setting, const std::vector<PeerTask> &tasks) const override
    {
        const PeerTask &task = tasks.front();
        const bool isAny = task.version == ClientVersion::Any;
        const QString version = isAny ? u"TLSv1"_s : word(task.version, {"TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"});
        const QStringList words{QStringLiteral(SEALPORT_INTEROP_SOURCES "/page_client.js"),
                                number(setting.port),
                                setting.authority,
                                task.serverName,
                                version,
                                isAny ? u"TLSv1.3"_s : version};
        return {u"node"_s, words, {}, {}};
    }
};

} // namespace

bool Peer::prepare(const QString &, const QString &) const
{
    return true;
}

const std::vector<const Peer *> &allPeers()
{
    static const OpenSslPeer openSsl;
    static const GnuTlsPeer gnuTls;
    static const NssPeer nss;
    static const CurlPeer curl;
    static const JavaPeer java;
    static const NodePeer node;
    static const std::vector<const Peer *> peers{&openSsl, &gnuTls, &nss, &curl, &java, &node};
    return peers;
}

bool isInstalled(const Peer &peer)
{
    const QStringList programs = peer.programs();
    return std::ranges::none_of(
        programs, [](const QString &program) { return QStandardPaths::findExecutable(program).isEmpty(); });
}

} // namespace sealport::test
