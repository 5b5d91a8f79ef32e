#include "tests/interop/starttls_peers.h"

namespace sealport::test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray request = "GET / HTTP/1.0\r\n\r\n";

PeerCommand openSsl(const QString &protocol, const PeerSetting &setting)
{
    const QStringList words{u"s_client"_s,
                            u"-quiet"_s,
                            u"-starttls"_s,
                            protocol,
                            u"-connect"_s,
                            u"127.0.0.1:"_s + QString::number(setting.port),
                            u"-CAfile"_s,
                            setting.authority,
                            u"-verify_return_error"_s,
                            u"-verify_hostname"_s,
                            u"localhost"_s};
    return {u"openssl"_s, words, {}, request};
}

PeerCommand gnuTls(const QString &protocol, const PeerSetting &setting)
{
    const QStringList words{u"--starttls-proto="_s + protocol,
                            u"--port"_s,
                            QString::number(setting.port),
                            u"--x509cafile"_s,
                            setting.authority,
                            u"--verify-hostname"_s,
                            u"localhost"_s,
                            u"127.0.0.1"_s};
    return {u"gnutls-cli"_s, words, {}, request};
}

PeerCommand curl(const QString &protocol, const PeerSetting &setting)
{
    const QStringList words{u"--silent"_s,   u"--show-error"_s,
                            u"--max-time"_s, u"20"_s,
                            u"--noproxy"_s,  u"*"_s,
                            u"--cacert"_s,   setting.authority,
                            u"--ssl-reqd"_s, protocol + u"://127.0.0.1:"_s + QString::number(setting.port) + u'/'};
    return {u"curl"_s, words, {}, {}};
}

PeerCommand python(const QString &protocol, const PeerSetting &setting)
{
    const QStringList words{QStringLiteral(SEALPORT_INTEROP_SOURCES "/starttls_client.py"), protocol,
                            QString::number(setting.port), setting.authority};
    return {u"python3"_s, words, {}, {}};
}

PeerCommand psql(const QString &, const PeerSetting &setting)
{
    const QStringList words{u"--no-password"_s,
                            u"host=localhost hostaddr=127.0.0.1 port=%1 user=nobody dbname=none "
                            u"sslmode=verify-full sslrootcert=%2 connect_timeout=20"_s.arg(setting.port)
                                .arg(setting.authority)};
    return {u"psql"_s, words, {}, {}};
}

} // namespace

const std::vector<StartTlsPeer> &startTlsPeers()
{
    static const QStringList all{u"smtp"_s, u"imap"_s, u"pop3"_s, u"ftp"_s, u"ldap"_s, u"postgres"_s};
    static const std::vector<StartTlsPeer> peers{
        {u"openssl s_client"_s, u"openssl"_s, u"openssl"_s, all, true, openSsl},
        {u"gnutls-cli"_s, u"gnutls-bin"_s, u"gnutls-cli"_s, all, true, gnuTls},
        // Not over LDAP: curl 7.88 takes the yes and goes on without TLS.
        {u"curl"_s, u"curl"_s, u"curl"_s, all.first(4), false, curl},
        {u"Python"_s, u"python3"_s, u"python3"_s, all.first(4), false, python},
        {u"psql"_s, u"postgresql-client"_s, u"psql"_s, {u"postgres"_s}, false, psql},
    };
    return peers;
}

} // namespace sealport::test
