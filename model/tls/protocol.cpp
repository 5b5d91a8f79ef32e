#include "model/tls/protocol.h"

#include "model/tls/memory_handshake.h"
#include "model/tls/ssl_handle.h"

#include <openssl/err.h>

#include <QStringBuilder>

#include <algorithm>
#include <array>

namespace sealport {

namespace {

struct ProtocolText {
    Protocol protocol;
    std::uint16_t wire;
    const char *label;
    const char *name;
    const char *option;
};

constexpr std::array<ProtocolText, 6> texts{{
    {Protocol::Ssl2, 0x0002, "SSL 2.0", "SSLv2", "ssl2"},
    {Protocol::Ssl3, 0x0300, "SSL 3.0", "SSLv3", "ssl3"},
    {Protocol::Tls1_0, 0x0301, "TLS 1.0", "TLSv1.0", "tls1"},
    {Protocol::Tls1_1, 0x0302, "TLS 1.1", "TLSv1.1", "tls1.1"},
    {Protocol::Tls1_2, 0x0303, "TLS 1.2", "TLSv1.2", "tls1.2"},
    {Protocol::Tls1_3, 0x0304, "TLS 1.3", "TLSv1.3", "tls1.3"},
}};

const ProtocolText &textOf(Protocol protocol)
{
    return texts[static_cast<std::size_t>(protocol)];
}

SslContextPtr probeContext(const SSL_METHOD *method, int version)
{
    SslContextPtr context(SSL_CTX_new(method));
    if (!context || SSL_CTX_set_min_proto_version(context.get(), version) != 1
        || SSL_CTX_set_max_proto_version(context.get(), version) != 1)
        return {};
    // A pre-shared key needs neither a certificate nor a costly key exchange: the probe is about versions alone.
    // What an openssl.cnf may have said of the rest is taken back; the key goes with SHA-256, hence one suite of
    // TLS 1.3.
    SSL_CTX_clear_options(context.get(), SSL_OP_NO_SSL_MASK);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_security_level(context.get(), 0);
    if (SSL_CTX_set_cipher_list(context.get(), "kPSK") != 1 || SSL_CTX_set1_groups_list(context.get(), "X25519") != 1
        || SSL_CTX_set_ciphersuites(context.get(), "TLS_AES_128_GCM_SHA256") != 1)
        return {};
    return context;
}

unsigned int probeClientKey(SSL *, const char *, char *identity, unsigned int identitySize, unsigned char *key,
                            unsigned int keySize)
{
    if (identitySize < 2 || keySize < 32)
        return 0;
    identity[0] = 'p';
    identity[1] = '\0';
    std::fill_n(key, 32, static_cast<unsigned char>(1));
    return 32;
}

unsigned int probeServerKey(SSL *, const char *, unsigned char *key, unsigned int keySize)
{
    if (keySize < 32)
        return 0;
    std::fill_n(key, 32, static_cast<unsigned char>(1));
    return 32;
}

bool canNegotiate(Protocol protocol)
{
    if (protocol == Protocol::Ssl2)
        return false; // left OpenSSL with 1.1.0; there is no version number to ask for
    const int version = wireVersion(protocol);
    const SslContextPtr serverContext = probeContext(TLS_server_method(), version);
    const SslContextPtr clientContext = probeContext(TLS_client_method(), version);
    if (!serverContext || !clientContext)
        return false;
    SSL_CTX_set_psk_server_callback(serverContext.get(), probeServerKey);
    SSL_CTX_set_psk_client_callback(clientContext.get(), probeClientKey);

    const SslPtr server(SSL_new(serverContext.get()));
    const SslPtr client(SSL_new(clientContext.get()));
    return server && client && handshakeInMemory(*server, *client) && SSL_version(server.get()) == version;
}

ProtocolSet probe()
{
    ProtocolSet found;
    for (const Protocol protocol : allProtocols)
        if (canNegotiate(protocol))
            found.insert(protocol);
    ERR_clear_error();
    return found;
}

} // namespace

std::vector<Protocol> ProtocolSet::toVector() const
{
    std::vector<Protocol> result;
    for (const Protocol protocol : allProtocols)
        if (contains(protocol))
            result.push_back(protocol);
    return result;
}

std::uint16_t wireVersion(Protocol protocol)
{
    return textOf(protocol).wire;
}

QString protocolLabel(Protocol protocol)
{
    return QLatin1String(textOf(protocol).label);
}

QString protocolName(Protocol protocol)
{
    return QLatin1String(textOf(protocol).name);
}

QString protocolOption(Protocol protocol)
{
    return QLatin1String(textOf(protocol).option);
}

QStringList protocolLabels(ProtocolSet protocols)
{
    QStringList labels;
    for (const Protocol protocol : protocols.toVector())
        labels.append(protocolLabel(protocol));
    return labels;
}

QStringList protocolNames(ProtocolSet protocols)
{
    QStringList names;
    for (const Protocol protocol : protocols.toVector())
        names.append(protocolName(protocol));
    return names;
}

QString protocolOptions(ProtocolSet protocols)
{
    QStringList options;
    for (const Protocol protocol : protocols.toVector())
        options.append(protocolOption(protocol));
    return options.join(u',');
}

Result<ProtocolSet> parseProtocols(const QString &text)
{
    ProtocolSet result;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString word = part.trimmed().toLower();
        if (word == u"modern") {
            for (const Protocol protocol : modernProtocols.toVector())
                result.insert(protocol);
            continue;
        }
        const auto found = std::ranges::find_if(texts, [&word](const ProtocolText &candidate) {
            return word == QLatin1String(candidate.option)
                   || (word == u"tls1.0" && candidate.protocol == Protocol::Tls1_0);
        });
        if (found == texts.end())
            return std::unexpected(
                Error{.code = ErrorCode::InvalidOption,
                      .subject = QStringLiteral("--protocols"),
                      .values = {part.trimmed(), QStringLiteral("ssl2, ssl3, tls1, tls1.1, tls1.2, tls1.3, modern")},
                      .causes = {}});
        result.insert(found->protocol);
    }
    if (result.isEmpty())
        return std::unexpected(Error{.code = ErrorCode::NoProtocol, .subject = text, .values = {}, .causes = {}});
    return result;
}

ProtocolSet availableProtocols()
{
    static const ProtocolSet found = probe();
    return found;
}

QString openSslVersion()
{
    return QLatin1String(OpenSSL_version(OPENSSL_VERSION));
}

} // namespace sealport
