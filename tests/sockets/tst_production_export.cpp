#include "model/sockets/production_export.h"

#include "tests/sockets/exported_profile.h"

#include <QTest>

#include <functional>

using namespace sealport;
using namespace sealport::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Change = std::function<void(ServerProfile &, ExportFiles &)>;

Result<ProductionConfig> exported(ExportTarget target, const Change &change)
{
    ServerProfile profile = exportableProfile();
    ExportFiles files = exportableFiles();
    change(profile, files);
    return productionConfig(target, profile, files);
}

/// A row: what the text holds ("!": what it does not), and the notes that there are ("!": that there are not).
class Rows {
public:
    explicit Rows(ExportTarget target)
        : m_target(target)
    {
        QTest::addColumn<ExportTarget>("target");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QStringList>("text");
        QTest::addColumn<QStringList>("notes");
    }
    void add(const char *name, Change change, const QStringList &text, const QStringList &notes = {})
    {
        QTest::newRow(name) << m_target << std::move(change) << text << notes;
    }

private:
    const ExportTarget m_target;
};

void nothing(ServerProfile &, ExportFiles &) {}

void withHole(ServerProfile &profile, ExportFiles &)
{
    profile.protocols = {Protocol::Tls1_0, Protocol::Tls1_2, Protocol::Tls1_3};
}

void asSocketCreeSsl(ServerProfile &profile, ExportFiles &)
{
    profile.protocols = socketCreeSslProtocols;
}

void oneOfEach(ServerProfile &profile, ExportFiles &)
{
    profile.tls.algorithms = {.ciphers = u"ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305"_s,
                              .cipherSuites = u"TLS_AES_128_GCM_SHA256"_s,
                              .groups = u"P-384:X25519"_s,
                              .signatureAlgorithms = u"ecdsa_secp384r1_sha384"_s};
}

Change withClients(ClientCertificateMode mode, const QString &authorities = u"/etc/ssl/clients.pem"_s)
{
    return [mode, authorities](ServerProfile &profile, ExportFiles &) {
        profile.tls.clientCertificates = mode;
        profile.tls.clientAuthorities = authorities;
    };
}

Change withReply(ReplyMode mode, const QString &text = {})
{
    return [mode, text](ServerProfile &profile, ExportFiles &) { profile.reply = {.mode = mode, .text = text}; };
}

Change at(const QString &address)
{
    return [address](ServerProfile &profile, ExportFiles &) { profile.address = address; };
}

void chained(ServerProfile &, ExportFiles &files)
{
    files.certificate.chain = u"/etc/ssl/chain.pem"_s;
}

void onToken(ServerProfile &, ExportFiles &files)
{
    files.certificate.key = u"pkcs11:token=card;object=server"_s;
}

void strict(ServerProfile &profile, ExportFiles &)
{
    profile.refusesOtherNames = true;
}

void named(ServerProfile &profile, ExportFiles &files)
{
    addNamed(profile, files, u"shop"_s, {u"shop.example.org"_s, u"*.shop.example.org"_s});
}

void further(ServerProfile &profile, ExportFiles &files)
{
    addFurther(profile, files, u"rsa"_s);
}

} // namespace
Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(sealport::ExportTarget)

/// A server in the words of others: what they can do stands there, what they cannot is said.
class TestProductionExport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nginx_data()
    {
        Rows rows(ExportTarget::Nginx);
        rows.add("an ordinary server", nothing,
                 {u"listen 127.0.0.1:5043 ssl http2 reuseport default_server;"_s, u"server_name main.test;"_s,
                  u"ssl_certificate \"/etc/ssl/main.pem\";"_s, u"ssl_certificate_key \"/etc/ssl/main.key\";"_s,
                  u"ssl_protocols TLSv1.2 TLSv1.3;"_s, u":@SECLEVEL=2\";"_s, u"ssl_prefer_server_ciphers on;"_s,
                  u"ssl_conf_command Ciphersuites \"TLS_AES_256_GCM_SHA384:"_s, u"ssl_ecdh_curve \"X25519:P-256:"_s,
                  u"ssl_session_tickets on;"_s, u"ssl_conf_command NumTickets 2;"_s, u"ssl_verify_client off;"_s,
                  u"client_header_timeout 10000ms;"_s},
                 {u"!alpn-fixed"_s, u"alpn-required"_s, u"reply-elsewhere"_s, u"most-connections"_s});
        rows.add("TLS 1.0 takes the security level along", asSocketCreeSsl,
                 {u"ssl_protocols TLSv1 TLSv1.1 TLSv1.2;"_s, u":@SECLEVEL=0\";"_s, u"rsa_pkcs1_sha1"_s});
        rows.add("a hole in the protocols", withHole, {u"ssl_protocols TLSv1 TLSv1.2 TLSv1.3;"_s},
                 {u"!protocols-with-hole"_s});
        rows.add("lists of one's own", oneOfEach,
                 {u"ssl_ciphers \"ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:@SECLEVEL=2\";"_s,
                  u"ssl_conf_command Ciphersuites \"TLS_AES_128_GCM_SHA256\";"_s, u"ssl_ecdh_curve \"P-384:X25519\";"_s,
                  u"ssl_conf_command SignatureAlgorithms \"ecdsa_secp384r1_sha384\";"_s, u"!ssl_dhparam"_s},
                 {u"!dh-group-fixed"_s});
        rows.add("the client's order",
                 [](ServerProfile &p, ExportFiles &) { p.tls.algorithms.prefersServerOrder = false; },
                 {u"ssl_prefer_server_ciphers off;"_s, u"!PrioritizeChaCha"_s});
        rows.add(
            "a chain goes into one file with the certificate", chained,
            {u"#   (umask 077; awk 1 /etc/ssl/main.pem /etc/ssl/chain.pem > /etc/ssl/shop-fullchain-1.pem.new && mv -f -- /etc/ssl/shop-fullchain-1.pem.new /etc/ssl/shop-fullchain-1.pem)"_s,
             u"ssl_certificate \"/etc/ssl/shop-fullchain-1.pem\";"_s});
        rows.add("client certificates", withClients(ClientCertificateMode::Require),
                 {u"ssl_verify_client on;"_s, u"ssl_client_certificate \"/etc/ssl/clients.pem\";"_s,
                  u"ssl_verify_depth 100;"_s},
                 {u"clients-refused-later"_s, u"authority-must-be-root"_s, u"chain-may-grow"_s});
        rows.add("client certificates for the record", withClients(ClientCertificateMode::Report, {}),
                 {u"ssl_verify_client optional_no_ca;"_s, u"!ssl_client_certificate"_s}, {u"!clients-refused-later"_s});
        rows.add("no tickets and no sessions",
                 [](ServerProfile &p, ExportFiles &) { p.tls.resumption = {.tickets = 0, .keepsSessions = false}; },
                 {u"ssl_session_tickets off;"_s, u"ssl_conf_command NumTickets 0;"_s, u"ssl_session_cache off;"_s});
        rows.add("small records", [](ServerProfile &p, ExportFiles &) { p.tls.largestRecord = 512; },
                 {u"ssl_buffer_size 512;"_s}, {u"!record-size-fixed"_s});
        rows.add("renegotiation", [](ServerProfile &p, ExportFiles &) { p.tls.renegotiation = Renegotiation::Secure; },
                 {}, {u"renegotiation-never"_s});
        rows.add("further keys", further,
                 {u"ssl_certificate \"/etc/ssl/rsa.pem\";"_s, u"ssl_certificate_key \"/etc/ssl/rsa.key\";"_s},
                 {u"!further-certificates"_s});
        rows.add("names of their own", named,
                 {u"server_name shop.example.org *.shop.example.org;"_s, u"listen 127.0.0.1:5043 ssl http2;"_s},
                 {u"wildcard-is-deeper"_s});
        rows.add("other names are refused", strict, {u"ssl_reject_handshake on;"_s, u"server_name main.test;"_s},
                 {u"nameless-refused"_s, u"!other-names-served"_s});
        rows.add("other names where nobody knows ours",
                 [](ServerProfile &p, ExportFiles &f) {
                     p.refusesOtherNames = true;
                     f.certificate.names.clear();
                 },
                 {u"!ssl_reject_handshake"_s}, {u"other-names-served"_s, u"names-unknown"_s});
        rows.add("IPv6", at(u"::1"_s), {u"listen [::1]:5043 ssl http2 reuseport ipv6only=on default_server;"_s});
        rows.add("every address", at(u"::"_s), {u"listen [::]:5043 "_s, u"ipv6only=off"_s});
        rows.add("an address of one interface", at(u"fe80::1%eth0"_s), {u"listen 127.0.0.1:5043"_s},
                 {u"value-refused"_s});
        rows.add("a unique address", [](ServerProfile &p, ExportFiles &) { p.addressUse = AddressUse::Unique; },
                 {u"!reuseport"_s});
        rows.add("a port that the system chooses", [](ServerProfile &p, ExportFiles &) { p.port = 0; },
                 {u":5043 ssl"_s}, {u"port-chosen"_s});
        rows.add("a text with a variable in it", withReply(ReplyMode::Text, u"5 $ \"each\"\nthanks"_s),
                 {u"geo $sealport_dollar { default \"$\"; }"_s,
                  u"return 200 \"5 ${sealport_dollar} \\\"each\\\"\\nthanks\";"_s},
                 {u"reply-nearest"_s});
        rows.add("a text that is too long", withReply(ReplyMode::Text, QString(5000, u'x')), {u"return 204;"_s},
                 {u"value-too-long"_s});
        rows.add("a page", withReply(ReplyMode::Http), {u"$ssl_protocol"_s}, {u"!reply-elsewhere"_s});
        rows.add("no ALPN", [](ServerProfile &p, ExportFiles &) { p.tls.alpn.clear(); }, {u"!http2"_s},
                 {u"alpn-fixed"_s});
        rows.add("the key of a token", onToken,
                 {u"ssl_certificate_key \"engine:pkcs11:pkcs11:token=card;object=server\";"_s},
                 {u"token-key-needs-engine"_s});
        rows.add("DHE needs parameters", nothing,
                 {u"-pkeyopt group:ffdhe2048 > /etc/ssl/shop-dhparam.pem"_s,
                  u"ssl_dhparam \"/etc/ssl/shop-dhparam.pem\";"_s},
                 {u"dh-group-fixed"_s});
        rows.add("DHE at a strict level needs larger ones",
                 [](ServerProfile &p, ExportFiles &) { p.tls.algorithms.securityLevel = 3; }, {u"ffdhe3072"_s});
    }
    void nginx() { compare(); }

    void apache_data()
    {
        Rows rows(ExportTarget::Apache);
        rows.add("an ordinary server", nothing,
                 {u"Listen 127.0.0.1:5043 https"_s, u"<VirtualHost 127.0.0.1:5043>"_s, u"ServerName main.test"_s,
                  u"SSLProtocol -all +TLSv1.2 +TLSv1.3"_s, u"SSLCipherSuite TLSv1.3 \"TLS_AES_256_GCM_SHA384:"_s,
                  u"SSLOpenSSLConfCmd Groups \"X25519:"_s, u"SSLHonorCipherOrder on"_s, u"SSLSessionTickets on"_s,
                  u"Protocols h2 http/1.1"_s, u"RequestReadTimeout handshake=10"_s, u"!SSLOpenSSLConfCmd Protocol"_s},
                 {u"!alpn-fixed"_s, u"address-not-shared"_s, u"session-cache-fixed"_s, u"reply-elsewhere"_s});
        rows.add("a hole goes to OpenSSL itself", withHole,
                 {u"SSLOpenSSLConfCmd MinProtocol TLSv1\n"_s,
                  u"SSLOpenSSLConfCmd Protocol \"-ALL,TLSv1,TLSv1.2,TLSv1.3\""_s, u":@SECLEVEL=0\""_s},
                 {u"!protocols-with-hole"_s});
        rows.add("suites without encryption",
                 [](ServerProfile &p, ExportFiles &) {
                     p.tls.algorithms.ciphers = u"AES128-SHA:eNULL"_s;
                     p.tls.algorithms.securityLevel = 0;
                 },
                 {}, {u"suites-missing"_s});
        rows.add("client certificates", withClients(ClientCertificateMode::Ask),
                 {u"SSLVerifyClient optional\n"_s, u"SSLVerifyDepth 100"_s,
                  u"SSLCACertificateFile \"/etc/ssl/clients.pem\""_s});
        rows.add("client certificates for the record", withClients(ClientCertificateMode::Report, {}),
                 {u"SSLVerifyClient optional_no_ca"_s}, {u"clients-partly-taken"_s});
        rows.add("other names are refused", strict, {}, {u"other-names-served"_s});
        rows.add("names of their own", named, {u"ServerName shop.example.org\n"_s, u"ServerAlias *.shop.example.org"_s},
                 {u"wildcard-is-deeper"_s});
        rows.add("a pattern alone is no ServerName",
                 [](ServerProfile &p, ExportFiles &f) { addNamed(p, f, u"shop"_s, {u"*.example.org"_s}); },
                 {u"ServerName certificate-2.invalid"_s, u"ServerAlias *.example.org"_s});
        rows.add("a part of a second", [](ServerProfile &p, ExportFiles &) { p.limits.handshakeTimeout = 1500ms; },
                 {u"handshake=2"_s}, {u"time-rounded"_s});
        rows.add("for ever", [](ServerProfile &p, ExportFiles &) { p.limits.handshakeTimeout = 0ms; },
                 {u"handshake=0"_s}, {u"!time-rounded"_s});
        rows.add("small records", [](ServerProfile &p, ExportFiles &) { p.tls.largestRecord = 512; }, {},
                 {u"record-size-fixed"_s});
        rows.add("the key of a token", onToken, {u"SSLCertificateKeyFile \"pkcs11:token=card;object=server\""_s},
                 {u"token-key-needs-engine"_s});
        rows.add("IPv6", at(u"::1"_s), {u"Listen [::1]:5043 https"_s, u"<VirtualHost [::1]:5043>"_s});
    }
    void apache() { compare(); }

    void haproxy_data()
    {
        Rows rows(ExportTarget::HAProxy);
        rows.add("an ordinary server", nothing,
                 {u"frontend shop\n"_s, u"bind 127.0.0.1:5043 ssl crt \"/etc/ssl/shop-haproxy-1.pem\""_s,
                  u"awk 1 /etc/ssl/main.pem > /etc/ssl/shop-haproxy-1.pem.new"_s,
                  u"ln -sfn -- /etc/ssl/main.key /etc/ssl/shop-haproxy-1.pem.key"_s, u"!awk 1 /etc/ssl/main.pem /"_s,
                  u"ssl-min-ver TLSv1.2 ssl-max-ver TLSv1.3"_s, u"curves X25519:"_s, u"alpn \"h2,http/1.1\""_s,
                  u"verify none"_s, u"maxconn 10000"_s, u"tune.ssl.cachesize 1024"_s,
                  u"tune.ssl.default-dh-param 2048"_s, u"!noreuseport"_s, u"!prefer-client-ciphers"_s},
                 {u"signatures-fixed"_s, u"!ticket-count"_s});
        rows.add("a chain stands behind the certificate, and a link leads to the key", chained,
                 {u"awk 1 /etc/ssl/main.pem /etc/ssl/chain.pem > /etc/ssl/shop-haproxy-1.pem.new"_s,
                  u"ln -sfn -- /etc/ssl/main.key /etc/ssl/shop-haproxy-1.pem.key"_s});
        rows.add("a key beside the certificate as HAProxy wants it",
                 [](ServerProfile &, ExportFiles &f) { f.certificate.key = u"/etc/ssl/main.pem.key"_s; },
                 {u"ssl crt \"/etc/ssl/main.pem\""_s, u"!awk 1"_s, u"!ln -s"_s});
        rows.add("a hole loses what lies below it", withHole, {u"ssl-min-ver TLSv1.2 ssl-max-ver TLSv1.3"_s},
                 {u"protocols-with-hole"_s});
        rows.add("TLS 1.0", asSocketCreeSsl, {u"ssl-min-ver TLSv1.0 ssl-max-ver TLSv1.2"_s, u":@SECLEVEL=0 "_s});
        rows.add("client certificates", withClients(ClientCertificateMode::Require),
                 {u"ca-file \"/etc/ssl/clients.pem\" verify required"_s}, {u"authority-must-be-root"_s});
        rows.add("client certificates for the record", withClients(ClientCertificateMode::Report),
                 {u"verify optional crt-ignore-err all ca-ignore-err all"_s}, {u"!clients-not-asked"_s});
        rows.add("client certificates for the record without authorities",
                 withClients(ClientCertificateMode::Report, {}), {u"verify none"_s}, {u"clients-not-asked"_s});
        rows.add("other names are refused", strict, {u" strict-sni"_s}, {u"nameless-refused"_s});
        rows.add("names of their own", named,
                 {u"crt-list \"/etc/ssl/shop-crt-list.txt\""_s,
                  u"printf '%s\\n' '/etc/ssl/shop-haproxy-1.pem' "
                  "'/etc/ssl/shop-haproxy-2.pem shop.example.org *.shop.example.org' > "_s});
        rows.add("a list cannot quote its files",
                 [](ServerProfile &p, ExportFiles &f) {
                     named(p, f);
                     f.folder = u"/etc/my ssl"_s;
                 },
                 {u"!crt-list"_s}, {u"!value-refused"_s, u"names-of-certificate"_s});
        rows.add("further keys", further, {u"crt \"/etc/ssl/shop-haproxy-2.pem\""_s}, {u"further-by-name"_s});
        rows.add("the key of a token", onToken, {u"!pkcs11"_s}, {u"token-key-refused"_s});
        rows.add("a unique address", [](ServerProfile &p, ExportFiles &) { p.addressUse = AddressUse::Unique; },
                 {u"noreuseport"_s});
        rows.add("another number of tickets", [](ServerProfile &p, ExportFiles &) { p.tls.resumption.tickets = 5; }, {},
                 {u"ticket-count"_s});
        rows.add("a name with a comma in it", [](ServerProfile &p, ExportFiles &) { p.tls.alpn = {u"a,b"_s}; },
                 {u"!alpn"_s}, {u"value-refused"_s});
        rows.add("a text", withReply(ReplyMode::Text, u"it's \"5 $\"\n"_s), {u"string \"it's \\\"5 \\$\\\"\\n\""_s},
                 {u"reply-nearest"_s});
        rows.add("an empty text", withReply(ReplyMode::Text), {u"return status 204"_s, u"!string \"\""_s},
                 {u"reply-nearest"_s});
    }
    void haproxy() { compare(); }

    void caddy_data()
    {
        Rows rows(ExportTarget::Caddy);
        rows.add("an ordinary server", nothing,
                 {u"https://:5043 {"_s, u"bind 127.0.0.1"_s, u"tls \"/etc/ssl/main.pem\" \"/etc/ssl/main.key\" {"_s,
                  u"protocols tls1.2 tls1.3"_s, u"TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"_s,
                  u"curves x25519 secp256r1 secp521r1 secp384r1"_s, u"alpn \"h2\" \"http/1.1\""_s, u"!client_auth"_s,
                  u"!TLS_AES"_s, u"auto_https off"_s},
                 {u"suites-missing"_s, u"groups-missing"_s, u"!tls13-suites-fixed"_s, u"signatures-fixed"_s,
                  u"alpn-added"_s});
        rows.add("old protocols", asSocketCreeSsl, {u"protocols tls1.2 tls1.2"_s}, {u"protocols-missing"_s});
        rows.add("nothing but old protocols", [](ServerProfile &p, ExportFiles &) { p.protocols = {Protocol::Tls1_0}; },
                 {u"!https"_s}, {u"protocols-missing"_s, u"nothing-left"_s});
        rows.add("no suite of TLS 1.2 that it has",
                 [](ServerProfile &p, ExportFiles &) { p.tls.algorithms.ciphers = u"DHE-RSA-AES128-GCM-SHA256"_s; },
                 {u"protocols tls1.3 tls1.3"_s, u"!ciphers"_s}, {u"protocols-missing"_s, u"suites-missing"_s});
        rows.add("one suite of TLS 1.3", oneOfEach,
                 {u"ciphers TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"_s,
                  u"curves secp384r1 x25519"_s},
                 {u"tls13-suites-fixed"_s, u"!suites-missing"_s});
        rows.add("groups that it does not have",
                 [](ServerProfile &p, ExportFiles &) { p.tls.algorithms.groups = u"X448"_s; }, {u"!curves"_s},
                 {u"groups-fixed"_s});
        rows.add("client certificates", withClients(ClientCertificateMode::Ask),
                 {u"mode verify_if_given"_s, u"trusted_ca_cert_file \"/etc/ssl/clients.pem\""_s},
                 {u"first-authority-only"_s});
        rows.add("client certificates for the record", withClients(ClientCertificateMode::Report, {}),
                 {u"mode request"_s, u"!trusted_ca_cert_file"_s});
        rows.add("the client's order",
                 [](ServerProfile &p, ExportFiles &) { p.tls.algorithms.prefersServerOrder = false; }, {},
                 {u"server-order-always"_s});
        rows.add("names of their own", named, {u"https://shop.example.org:5043, https://*.shop.example.org:5043 {"_s});
        rows.add("IPv6", at(u"::1"_s), {u"bind [::1]"_s});
        rows.add("a unique address", [](ServerProfile &p, ExportFiles &) { p.addressUse = AddressUse::Unique; }, {},
                 {u"address-shared"_s});
        rows.add("a text that begins like a path", withReply(ReplyMode::Text, u"/hello"_s),
                 {u"respond * \"/hello\" 200"_s}, {u"reply-nearest"_s});
        rows.add("a text with braces", withReply(ReplyMode::Text, u"{\"a\": 1}"_s), {u"respond 204"_s},
                 {u"value-refused"_s});
    }
    void caddy() { compare(); }

    void stunnel_data()
    {
        Rows rows(ExportTarget::Stunnel);
        rows.add("an ordinary server", nothing,
                 {u"[shop]\naccept = 127.0.0.1:5043\n"_s, u"cert = /etc/ssl/main.pem\n"_s,
                  u"key = /etc/ssl/main.key\n"_s, u"sslVersionMin = TLSv1.2\nsslVersionMax = TLSv1.3\n"_s,
                  u"securityLevel = 2\n"_s, u"ciphersuites = TLS_AES_256_GCM_SHA384:"_s, u"curves = X25519:"_s,
                  u"options = CIPHER_SERVER_PREFERENCE\n"_s, u"exec = /bin/cat\nexecArgs = cat\n"_s,
                  u"TIMEOUTbusy = 10\n"_s, u"renegotiation = no\n"_s, u"!sni ="_s},
                 {u"alpn-left-out"_s, u"!reply-elsewhere"_s, u"!reply-nearest"_s, u"address-not-shared"_s});
        rows.add("a hole in the protocols", withHole,
                 {u"sslVersionMin = TLSv1\nsslVersionMax = TLSv1.3\noptions = NO_TLSv1_1\nsecurityLevel = 0\n"_s},
                 {u"!protocols-with-hole"_s});
        rows.add("client certificates", withClients(ClientCertificateMode::Ask),
                 {u"verifyChain = yes\nrequireCert = no\n"_s, u"CAfile = /etc/ssl/clients.pem"_s});
        rows.add("client certificates for the record", withClients(ClientCertificateMode::Report, {}),
                 {u"verify = 0\n"_s});
        rows.add("no tickets", [](ServerProfile &p, ExportFiles &) { p.tls.resumption.tickets = 0; },
                 {u"options = NO_TICKET\nconfig = NumTickets:0\n"_s});
        rows.add("renegotiation of any kind",
                 [](ServerProfile &p, ExportFiles &) { p.tls.renegotiation = Renegotiation::Unsafe; },
                 {u"renegotiation = yes\nconfig = Options:ClientRenegotiation,UnsafeLegacyRenegotiation\n"_s});
        rows.add("names of their own, and all others", named,
                 {u"[shop-2]\nsni = shop:shop.example.org\nsni = shop:*.shop.example.org\n"_s,
                  u"[shop-others]\nsni = shop:*\n"_s},
                 {u"wildcard-is-deeper"_s});
        rows.add("other names are refused", strict, {u"[shop-others]\nsni = shop:main.test\n"_s, u"!shop:*"_s},
                 {u"!nameless-refused"_s, u"!other-names-served"_s});
        rows.add("further keys", further, {u"!rsa.pem"_s}, {u"further-certificates"_s});
        rows.add("IPv6 has no brackets here", at(u"::1"_s), {u"accept = ::1:5043\n"_s});
        rows.add("a text", withReply(ReplyMode::Text, u"hi 100%\n"_s),
                 {u"exec = /usr/bin/printf\nexecArgs = printf hi\\040100\\045\\012\n"_s}, {u"reply-nearest"_s});
        rows.add("silence", withReply(ReplyMode::Discard), {u"execArgs = dd of=/dev/null status=none"_s},
                 {u"!reply-elsewhere"_s});
    }
    void stunnel() { compare(); }

    void openSslServer_data()
    {
        Rows rows(ExportTarget::OpenSslServer);
        rows.add("an ordinary server", nothing,
                 {u"#!/bin/sh\n"_s, u"exec openssl s_server \\\n    -accept 127.0.0.1:5043 \\\n"_s,
                  u"-cert /etc/ssl/main.pem"_s, u"-key /etc/ssl/main.key"_s, u"-min_protocol TLSv1.2"_s,
                  u"-max_protocol TLSv1.3"_s, u"-serverpref"_s, u"-alpn h2,http/1.1"_s, u"-num_tickets 2"_s,
                  u"-no_renegotiation"_s, u"-no-CAfile"_s, u"-rev"_s},
                 {u"one-at-a-time"_s, u"handshake-time-fixed"_s, u"!idle-time-fixed"_s, u"alpn-required"_s});
        rows.add("a hole in the protocols", withHole, {u"-min_protocol TLSv1 "_s, u"-no_tls1_1"_s, u"!-no_tls1_2"_s});
        rows.add("a chain has a file of its own", chained, {u"-cert_chain /etc/ssl/chain.pem"_s, u"!awk 1"_s});
        rows.add("client certificates", withClients(ClientCertificateMode::Require),
                 {u"-CAfile /etc/ssl/clients.pem"_s, u"-partial_chain"_s, u"-Verify 100"_s, u"-verify_return_error"_s},
                 {u"!authority-must-be-root"_s});
        rows.add("client certificates for the record", withClients(ClientCertificateMode::Report, {}),
                 {u"-verify 100"_s, u"!-verify_return_error"_s});
        rows.add("further keys", further, {u"-dcert /etc/ssl/rsa.pem"_s, u"-dkey /etc/ssl/rsa.key"_s},
                 {u"!further-certificates"_s});
        rows.add("more further keys",
                 [](ServerProfile &p, ExportFiles &f) {
                     further(p, f);
                     addFurther(p, f, u"ed"_s);
                 },
                 {}, {u"further-certificates"_s});
        rows.add("names of their own", named,
                 {u"-servername shop.example.org"_s, u"-cert2 /etc/ssl/shop.pem"_s, u"!-servername_fatal"_s},
                 {u"named-left-out"_s});
        rows.add("other names are refused", strict,
                 {u"-servername main.test"_s, u"-cert2 /etc/ssl/main.pem"_s, u"-servername_fatal"_s},
                 {u"!other-names-served"_s});
        rows.add("a port that the system chooses", [](ServerProfile &p, ExportFiles &) { p.port = 0; },
                 {u"-accept 127.0.0.1:0 "_s}, {u"!port-chosen"_s});
        rows.add("the key of a token", onToken,
                 {u"-engine pkcs11"_s, u"-keyform engine"_s, u"-key 'pkcs11:token=card;object=server'"_s},
                 {u"token-key-needs-engine"_s});
        rows.add("small records", [](ServerProfile &p, ExportFiles &) { p.tls.largestRecord = 512; },
                 {u"-max_send_frag 512"_s});
        rows.add("a page", withReply(ReplyMode::Http), {u"-www"_s}, {u"!reply-nearest"_s});
    }
    void openSslServer() { compare(); }

    void gnuTlsServer_data()
    {
        Rows rows(ExportTarget::GnuTlsServer);
        rows.add("an ordinary server", nothing,
                 {u"exec gnutls-serv \\\n    --port 5043 \\\n"_s, u"--x509certfile /etc/ssl/main.pem"_s,
                  u"--priority NONE:+VERS-TLS1.2:+VERS-TLS1.3:+AES-256-GCM:"_s, u"%SERVER_PRECEDENCE"_s, u"--alpn=h2"_s,
                  u"--disable-client-cert"_s, u"--echo"_s, u"!--alpn-fatal"_s},
                 {u"every-address"_s, u"renegotiation-always"_s, u"alpn-by-client"_s, u"suite-order"_s});
        rows.add("a hole in the protocols", withHole, {u"+VERS-TLS1.0:+VERS-TLS1.2:+VERS-TLS1.3:"_s});
        rows.add("lists that can only be had together", oneOfEach,
                 {u"+AES-128-GCM:+AES-256-GCM:+CHACHA20-POLY1305:+AEAD:+ECDHE-RSA:+ECDHE-ECDSA:"_s,
                  u"+GROUP-SECP384R1:+GROUP-X25519:"_s},
                 {u"suites-added"_s});
        rows.add("suites that it does not have",
                 [](ServerProfile &p, ExportFiles &) {
                     p.tls.algorithms.ciphers = u"ECDHE-ARIA256-GCM-SHA384:AES128-SHA"_s;
                 },
                 {}, {u"suites-missing"_s});
        rows.add("nothing that it has",
                 [](ServerProfile &p, ExportFiles &) {
                     p.protocols = {Protocol::Tls1_2};
                     p.tls.algorithms.ciphers = u"ECDHE-ARIA256-GCM-SHA384"_s;
                 },
                 {u"!gnutls-serv"_s}, {u"nothing-left"_s});
        rows.add("client certificates", withClients(ClientCertificateMode::Require),
                 {u"--require-client-cert"_s, u"--verify-client-cert"_s, u"--x509cafile /etc/ssl/clients.pem"_s});
        rows.add("a chain is made first", chained,
                 {u"set -e\n(umask 077; awk 1 /etc/ssl/main.pem /etc/ssl/chain.pem > "
                  "/etc/ssl/shop-fullchain-1.pem.new && mv -f -- /etc/ssl/shop-fullchain-1.pem.new "
                  "/etc/ssl/shop-fullchain-1.pem)\n"_s});
        rows.add("a chain in disorder",
                 [](ServerProfile &p, ExportFiles &f) {
                     chained(p, f);
                     p.tls.chain = ChainForm::Reversed;
                 },
                 {}, {u"chain-sorted"_s});
        rows.add("names of their own", named, {u"--x509certfile /etc/ssl/shop.pem"_s}, {u"names-of-certificate"_s});
        rows.add("other names are refused", strict, {u"--sni-hostname main.test"_s, u"--sni-hostname-fatal"_s});
        rows.add("the key of a token", onToken, {u"--x509keyfile 'pkcs11:token=card;object=server'"_s},
                 {u"!token-key-refused"_s, u"!token-key-needs-engine"_s});
        rows.add("every address", at(u"::"_s), {}, {u"!every-address"_s});
        rows.add("no tickets and no sessions",
                 [](ServerProfile &p, ExportFiles &) { p.tls.resumption = {.tickets = 0, .keepsSessions = false}; },
                 {u"--noticket"_s, u"--nodb"_s});
    }
    void gnuTlsServer() { compare(); }

    void whatCannotStartCannotBeExported_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, Change change, ErrorCode code) {
            QTest::newRow(name) << std::move(change) << int(code);
        };
        row(
            "a profile that is not valid", [](ServerProfile &p, ExportFiles &) { p.name.clear(); },
            ErrorCode::InvalidName);
        row(
            "a list that OpenSSL refuses",
            [](ServerProfile &p, ExportFiles &) { p.tls.algorithms.ciphers = u"NONSENSE"_s; },
            ErrorCode::BadCipherString);
        row(
            "protocols that are gone", [](ServerProfile &p, ExportFiles &) { p.protocols = {Protocol::Ssl2}; },
            ErrorCode::ProtocolUnavailable);
        row(
            "a certificate without its file", [](ServerProfile &, ExportFiles &f) { f.certificate = {}; },
            ErrorCode::NoCertificate);
        row(
            "a further one without its files",
            [](ServerProfile &p, ExportFiles &f) {
                further(p, f);
                f.furtherCertificates.clear();
            },
            ErrorCode::NoCertificate);
        row(
            "a PIN that would stand in a file",
            [](ServerProfile &, ExportFiles &f) { f.certificate.key = u"pkcs11:object=a?pin-value=1234"_s; },
            ErrorCode::PinInTokenUri);
    }
    void whatCannotStartCannotBeExported()
    {
        QFETCH(const Change, change);
        for (const ExportTarget target : allExportTargets) {
            const auto config = exported(target, change);
            QVERIFY(!config.has_value());
            QTEST(int(config.error().code), "code");
        }
    }

    void protocolsThatAreGoneAreLeftOut()
    {
        for (const ExportTarget target : allExportTargets) {
            const auto config = exported(
                target, [](ServerProfile &p, ExportFiles &) { p.protocols = {Protocol::Ssl2, Protocol::Tls1_2}; });
            QVERIFY(config.has_value());
            QCOMPARE(valuesOf(*config, ExportNote::ProtocolsMissing), QStringList{u"SSL 2.0"_s});
            QVERIFY(!config->text.contains(u"SSLv2"_s));
        }
    }

    void authoritiesThatCannotBeWrittenLetNobodyIn_data()
    {
        QTest::addColumn<ExportTarget>("target");
        QTest::addColumn<QString>("authorities");
        QTest::addColumn<bool>("isWritten");
        for (const ExportTarget target : allExportTargets) {
            const auto row = [target](const char *name, const QString &authorities, bool isWritten) {
                QTest::addRow("%s, %s", qPrintable(exportTargetName(target)), name)
                    << target << authorities << isWritten;
            };
            row("an ordinary path", u"/etc/ssl/clients.pem"_s, true);
            row("braces", u"/etc/{ca}.pem"_s, target != ExportTarget::Caddy);
            row("longer than a word", u'/' + QString(1000, u'a'), false);
            row("a control character", u"/etc/a\x01.pem"_s, false);
        }
    }
    void authoritiesThatCannotBeWrittenLetNobodyIn()
    {
        QFETCH(const ExportTarget, target);
        QFETCH(const QString, authorities);
        QFETCH(const bool, isWritten);
        for (const ClientCertificateMode mode : {ClientCertificateMode::Ask, ClientCertificateMode::Require}) {
            const auto config = exported(target, [&](ServerProfile &p, ExportFiles &f) {
                withClients(mode)(p, f);
                f.clientAuthorities = authorities;
            });
            QVERIFY(config.has_value());
            QCOMPARE(config->text.contains(authorities), isWritten);
            QCOMPARE(!config->text.isEmpty(), isWritten);
            QCOMPARE(noteNames(*config).contains(u"authorities-missing"_s), !isWritten);
        }
    }

private:
    static void compare()
    {
        QFETCH(const ExportTarget, target);
        QFETCH(const Change, change);
        QFETCH(const QStringList, text);
        QFETCH(const QStringList, notes);
        const auto config = exported(target, change);
        QVERIFY(config.has_value());
        for (const QString &part : text) {
            const bool isWanted = !part.startsWith(u'!');
            QVERIFY2(config->text.contains(isWanted ? part : part.mid(1)) == isWanted,
                     qPrintable(part + u"\n\n"_s + config->text));
        }
        QStringList given;
        for (const NotExpressed &note : config->notExpressed)
            given.append(exportNoteName(note.code));
        for (const QString &note : notes) {
            const bool isWanted = !note.startsWith(u'!');
            QVERIFY2(given.contains(isWanted ? note : note.mid(1)) == isWanted,
                     qPrintable(note + u" in "_s + noteNames(*config)));
        }
    }
};

QTEST_GUILESS_MAIN(TestProductionExport)
#include "tst_production_export.moc"
