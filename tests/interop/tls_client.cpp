#include "tests/interop/tls_client.h"

#include <openssl/bio.h>
#include <openssl/err.h>

#include <array>
#include <limits>

namespace sealport::test {

TlsClient::TlsClient(RawClient &tcp, const TlsOffer &offer)
    : m_tcp(tcp)
    , m_context(SSL_CTX_new(TLS_client_method()))
{
    SSL_CTX &context = *m_context;
    SSL_CTX_set_security_level(&context, 0);
    SSL_CTX_set_min_proto_version(&context, offer.oldest);
    SSL_CTX_set_max_proto_version(&context, offer.newest);
    if (!offer.ciphers.isEmpty())
        SSL_CTX_set_cipher_list(&context, offer.ciphers.constData());
    if (!offer.suites.isEmpty())
        SSL_CTX_set_ciphersuites(&context, offer.suites.constData());
    if (!offer.groups.isEmpty())
        SSL_CTX_set1_groups_list(&context, offer.groups.constData());
    if (!offer.signatures.isEmpty())
        SSL_CTX_set1_sigalgs_list(&context, offer.signatures.constData());
    SSL_CTX_set_verify(&context, offer.verifies ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, nullptr);

    m_ssl.reset(SSL_new(&context));
    SSL_set_bio(m_ssl.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
    SSL_set_connect_state(m_ssl.get());
    std::array<char, 10> host{"localhost"}; // what SSL_set_tlsext_host_name() does, which is a macro with an old cast
    SSL_ctrl(m_ssl.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, host.data());
    SSL_set_msg_callback(m_ssl.get(),
                         [](int outgoing, int, int type, const void *data, size_t size, SSL *, void *self) {
                             if (outgoing == 0 && type == SSL3_RT_ALERT && size >= 2)
                                 static_cast<TlsClient *>(self)->noteAlert(static_cast<const unsigned char *>(data)[1]);
                         });
    SSL_set_msg_callback_arg(m_ssl.get(), this);
}

void TlsClient::noteAlert(int code)
{
    if (code == SSL_AD_CLOSE_NOTIFY)
        m_closeNotify = true;
    else
        m_alert = code;
}

QByteArray TlsClient::takeRecords()
{
    if (SSL_in_before(m_ssl.get()))
        SSL_do_handshake(m_ssl.get());
    QByteArray records;
    std::array<char, 16384> buffer{};
    for (int size = 1; size > 0;) {
        size = BIO_read(SSL_get_wbio(m_ssl.get()), buffer.data(), static_cast<int>(buffer.size()));
        if (size > 0)
            records.append(buffer.data(), size);
    }
    ERR_clear_error();
    return records;
}

bool TlsClient::flush()
{
    const QByteArray records = takeRecords();
    return records.isEmpty() || m_tcp.send(records);
}

/// Waits for more from the server; false when nothing more comes.
bool TlsClient::feed()
{
    const QByteArray arrived = m_tcp.receive();
    if (arrived.isEmpty())
        return false;
    return BIO_write(SSL_get_rbio(m_ssl.get()), arrived.constData(), static_cast<int>(arrived.size()))
           == arrived.size();
}

bool TlsClient::handshake()
{
    while (true) {
        ERR_clear_error();
        const int result = SSL_do_handshake(m_ssl.get());
        const int problem = result == 1 ? SSL_ERROR_NONE : SSL_get_error(m_ssl.get(), result);
        ERR_clear_error();
        const bool sent = flush();
        if (problem == SSL_ERROR_NONE)
            return sent;
        if (problem != SSL_ERROR_WANT_READ || !sent || !feed())
            return false;
    }
}

QByteArray TlsClient::encrypted(const QByteArray &data)
{
    ERR_clear_error();
    if (SSL_write(m_ssl.get(), data.constData(), static_cast<int>(data.size())) != data.size())
        return {};
    return takeRecords();
}

bool TlsClient::send(const QByteArray &data)
{
    const QByteArray records = encrypted(data);
    return !records.isEmpty() && m_tcp.send(records);
}

QByteArray TlsClient::receive(qsizetype size)
{
    QByteArray received;
    std::array<char, 16384> buffer{};
    while (received.size() < size) {
        ERR_clear_error();
        const int result = SSL_read(m_ssl.get(), buffer.data(), static_cast<int>(buffer.size()));
        if (result > 0) {
            received.append(buffer.data(), result);
            continue;
        }
        const int problem = SSL_get_error(m_ssl.get(), result);
        ERR_clear_error();
        flush(); // an answer to what was read: a KeyUpdate, an alert
        if (problem != SSL_ERROR_WANT_READ || !feed())
            break;
    }
    return received;
}

bool TlsClient::sendCloseNotify()
{
    ERR_clear_error();
    SSL_shutdown(m_ssl.get());
    ERR_clear_error();
    return flush();
}

QByteArray TlsClient::receiveAll()
{
    return receive(std::numeric_limits<qsizetype>::max());
}

} // namespace sealport::test
