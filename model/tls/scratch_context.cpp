#include "model/tls/scratch_context.h"

#include "model/tls/registry_tables.h"

#include <openssl/err.h>

#include <QByteArray>

namespace sealport {

namespace {

/// Every suite of TLS 1.3 that this OpenSSL was built with.
QByteArray suitesOfTls13(SSL_CTX &context)
{
    QByteArray list;
    const SslPtr ssl(SSL_new(&context));
    for (const RegistryEntry &entry : cipherSuiteTable()) {
        const unsigned char number[2] = {static_cast<unsigned char>(entry.value >> 8),
                                         static_cast<unsigned char>(entry.value & 0xff)};
        const SSL_CIPHER *cipher = ssl ? SSL_CIPHER_find(ssl.get(), number) : nullptr;
        if (cipher == nullptr || QByteArray(SSL_CIPHER_get_version(cipher)) != "TLSv1.3")
            continue;
        if (!list.isEmpty())
            list += ':';
        list += SSL_CIPHER_get_name(cipher);
    }
    return list;
}

} // namespace

SslContextPtr scratchContext()
{
    SslContextPtr context(SSL_CTX_new(TLS_client_method()));
    if (!context)
        return {};
    SSL_CTX_clear_options(context.get(), SSL_OP_NO_SSL_MASK);
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
    static const QByteArray newSuites = suitesOfTls13(*context);
    // Of the groups and signatures one each must be left at every security level, or there would be no ClientHello.
    if (SSL_CTX_set_min_proto_version(context.get(), 0) != 1 || SSL_CTX_set_max_proto_version(context.get(), 0) != 1
        || SSL_CTX_set_cipher_list(context.get(), "ALL:COMPLEMENTOFALL") != 1
        || SSL_CTX_set_ciphersuites(context.get(), newSuites.constData()) != 1
        || SSL_CTX_set1_groups_list(context.get(), "P-256:P-521") != 1
        || SSL_CTX_set1_sigalgs_list(
               context.get(), "RSA+SHA256:ECDSA+SHA256:DSA+SHA256:RSA+SHA512:RSA-PSS+SHA512:ECDSA+SHA512:DSA+SHA512")
               != 1) {
        ERR_clear_error();
        return {};
    }
    return context;
}

std::optional<ClientHello> helloOf(SSL_CTX &client, int securityLevel, int newest)
{
    const SslPtr ssl(SSL_new(&client));
    BioPtr input(BIO_new(BIO_s_mem()));
    BioPtr output(BIO_new(BIO_s_mem()));
    if (!ssl || !input || !output || SSL_set_max_proto_version(ssl.get(), newest) != 1)
        return std::nullopt;
    BIO &sent = *output;
    SSL_set_bio(ssl.get(), input.release(), output.release());
    SSL_set_security_level(ssl.get(), securityLevel);
    SSL_set_connect_state(ssl.get());
    SSL_do_handshake(ssl.get()); // stops where it would wait for an answer
    ERR_clear_error();
    char *octets = nullptr;
    const long size = BIO_ctrl(&sent, BIO_CTRL_INFO, 0, static_cast<void *>(&octets));
    HelloCollector collector;
    if (size > 0)
        collector.feed(std::as_bytes(std::span(octets, static_cast<std::size_t>(size))));
    if (collector.state() != FirstBytes::TlsHello)
        return std::nullopt;
    const QByteArray &message = collector.helloMessage();
    const auto hello =
        parseClientHello(std::as_bytes(std::span(message.constData(), static_cast<std::size_t>(message.size()))));
    return hello ? std::optional(*hello) : std::nullopt;
}

} // namespace sealport
