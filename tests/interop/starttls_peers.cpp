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

QStringList curlWords(const QString &protocol, const PeerSetting &setting)
{
    return {u"--silent"_s,
            u"--show-error"_s,
            u"--max-time"_s,
            u"20"_s,
            u"--noproxy"_s,
            u"*"_s,
            u"--cacert"_s,
            setting.authority,
            u"--ssl-reqd"_s,
            u"--write-out"_s,
            u"answered %{response_code}"_s,
            u"--user"_s,
            u"bob:secret"_s,
            protocol + u"://127.0.0.1:"_s + QString::number(setting.port) + u'/'};
}

/// Logs in, and sends a mail, lists what is there, or asks for nothing: files are not transferred.
PeerCommand curl(const QString &protocol, const PeerSetting &setting)
{
    QStringList words = curlWords(protocol, setting);
    if (protocol == u"smtp")
        words += {u"--mail-from"_s,      u"bob@example.test"_s, u"--mail-rcpt"_s,
                  u"eve@example.test"_s, u"--upload-file"_s,    setting.authority};
    if (protocol == u"ftp")
        words += u"--head"_s;
    return {u"curl"_s, words, {}, {}};
}

/// Over SMTP it asks for help.
PeerCommand curlWithoutMail(const QString &protocol, const PeerSetting &setting)
{
    return {u"curl"_s, curlWords(protocol, setting), {}, {}};
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

/// TLS where it is to be had: after an error that comes too early it tries again without.
PeerCommand psqlAsItComes(const QString &, const PeerSetting &setting)
{
    const QStringList words{u"--no-password"_s,
                            u"host=127.0.0.1 port=%1 user=nobody dbname=none connect_timeout=20"_s.arg(setting.port)};
    return {u"psql"_s, words, {}, {}};
}

} // namespace

const std::vector<StartTlsPeer> &startTlsPeers()
{
    static const QStringList all{u"smtp"_s, u"imap"_s, u"pop3"_s, u"ftp"_s, u"ldap"_s, u"postgres"_s};
    static const std::vector<StartTlsPeer> peers{
        {u"openssl s_client"_s, u"openssl"_s, u"openssl"_s, all, true, openSsl, {}},
        {u"gnutls-cli"_s, u"gnutls-bin"_s, u"gnutls-cli"_s, all, true, gnuTls, {}},
        // Not over LDAP: curl 7.88 takes the yes and goes on without TLS.
        {u"curl"_s,
         u"curl"_s,
         u"curl"_s,
         all.first(4),
         false,
         curl,
         {u"answered 250"_s, u"INBOX"_s, u"answered 0"_s, u"answered 257"_s}},
        {u"curl without a mail"_s, u"curl"_s, u"curl"_s, {u"smtp"_s}, false, curlWithoutMail, {u"answered 214"_s}},
        {u"Python"_s,
         u"python3"_s,
         u"python3"_s,
         all.first(4),
         false,
         python,
         {u"mail taken"_s, u"OK OK ('OK', [b'() \"/\" INBOX']) ('OK', [b'0']) ('OK', [b''])"_s,
          u"(0, 0) [] b'+OK Bye'"_s, u"502 Sealport transfers no files"_s}},
        {u"psql"_s, u"postgresql-client"_s, u"psql"_s, {u"postgres"_s}, false, psql, {u"Sealport is no database"_s}},
        {u"psql that is told nothing of TLS"_s,
         u"postgresql-client"_s,
         u"psql"_s,
         {u"postgres"_s},
         false,
         psqlAsItComes,
         {u"Sealport is no database"_s}},
    };
    return peers;
}

} // namespace sealport::test
