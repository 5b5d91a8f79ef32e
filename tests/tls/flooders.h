#pragma once

#include "tests/tls/hello_bytes.h"
#include "tests/tls/tls_client.h"

#include <openssl/evp.h>
#include <openssl/kdf.h>

#include <array>
#include <optional>

namespace sealport::test {

/// Records of a TLS 1.2 client with TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, made by hand: OpenSSL's client gives up
/// over the first refused renegotiation. RFC 5246 sections 5, 6.2.3.3 and 6.3; RFC 5288 section 3.
class Tls12Writer {
public:
    /// After the handshake, before any data.
    explicit Tls12Writer(const SSL &ssl)
    {
        std::array<unsigned char, SSL_MAX_MASTER_KEY_LENGTH> master{};
        const std::size_t masterSize = SSL_SESSION_get_master_key(SSL_get_session(&ssl), master.data(), master.size());
        std::array<unsigned char, 2 * SSL3_RANDOM_SIZE> randoms{};
        SSL_get_server_random(&ssl, randoms.data(), SSL3_RANDOM_SIZE);
        SSL_get_client_random(&ssl, randoms.data() + SSL3_RANDOM_SIZE, SSL3_RANDOM_SIZE);
        const QByteArray seed = "key expansion" + bytes(randoms);
        std::array<unsigned char, 40> block{}; // two keys of 16 octets, two salts of 4
        std::size_t size = block.size();
        const Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free> prf(EVP_PKEY_CTX_new_id(EVP_PKEY_TLS1_PRF, nullptr));
        EVP_PKEY_derive_init(prf.get());
        EVP_PKEY_CTX_set_tls1_prf_md(prf.get(), EVP_sha256());
        EVP_PKEY_CTX_set1_tls1_prf_secret(prf.get(), master.data(), static_cast<int>(masterSize));
        EVP_PKEY_CTX_add1_tls1_prf_seed(prf.get(), octets(seed), static_cast<int>(seed.size()));
        EVP_PKEY_derive(prf.get(), block.data(), &size);
        EVP_EncryptInit_ex(m_cipher.get(), EVP_aes_128_gcm(), nullptr, block.data(), nullptr);
        m_salt = bytes(block).mid(32, 4);
    }

    [[nodiscard]] QByteArray record(int type, const QByteArray &content)
    {
        constexpr int tagSize = 16;
        const QByteArray sequence = number(++m_sequence, 8); // 0 was that of Finished
        const QByteArray header = number(static_cast<std::size_t>(type), 1) + QByteArray::fromHex("0303");
        const QByteArray nonce = m_salt + sequence;
        const QByteArray context = sequence + header + number(static_cast<std::size_t>(content.size()), 2);
        QByteArray sealed(content.size() + tagSize, '\0');
        int size = 0;
        EVP_EncryptInit_ex(m_cipher.get(), nullptr, nullptr, nullptr, octets(nonce));
        EVP_EncryptUpdate(m_cipher.get(), nullptr, &size, octets(context), static_cast<int>(context.size()));
        EVP_EncryptUpdate(m_cipher.get(), reinterpret_cast<unsigned char *>(sealed.data()), &size, octets(content),
                          static_cast<int>(content.size()));
        EVP_EncryptFinal_ex(m_cipher.get(), nullptr, &size);
        EVP_CIPHER_CTX_ctrl(m_cipher.get(), EVP_CTRL_AEAD_GET_TAG, tagSize, sealed.data() + content.size());
        return header + vector(sequence + sealed, 2);
    }

private:
    static const unsigned char *octets(const QByteArray &data)
    {
        return reinterpret_cast<const unsigned char *>(data.constData());
    }
    template <std::size_t size>
    static QByteArray bytes(const std::array<unsigned char, size> &data)
    {
        return {reinterpret_cast<const char *>(data.data()), static_cast<qsizetype>(size)};
    }

    const Handle<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free> m_cipher{EVP_CIPHER_CTX_new()};
    QByteArray m_salt;
    std::size_t m_sequence = 0;
};

/// A client of messages that carry no data and that the server must answer.
class Flooder {
public:
    Flooder(quint16 port, const ClientWishes &wishes)
        : client(port, wishes)
    {
    }
    virtual ~Flooder() = default;
    [[nodiscard]] virtual bool begin() { return client.handshake(); }
    /// Records to be sent; this client reads nothing by itself.
    [[nodiscard]] virtual QByteArray messages(int count) = 0;
    [[nodiscard]] virtual QByteArray data(const QByteArray &octets) = 0;

    TlsClient client;
};

class Renegotiations final : public Flooder {
public:
    Renegotiations(quint16 port, int receiveBuffer)
        : Flooder(port, {.oldest = TLS1_2_VERSION,
                         .newest = TLS1_2_VERSION,
                         .ciphers = "ECDHE-ECDSA-AES128-GCM-SHA256",
                         .receiveBuffer = receiveBuffer})
    {
    }
    bool begin() override
    {
        const bool isSecured = Flooder::begin();
        if (isSecured)
            m_writer.emplace(client.ssl());
        return isSecured;
    }
    QByteArray messages(int count) override
    {
        const QByteArray hello = handshake(1, helloStart());
        QByteArray records;
        for (int message = 0; message < count; ++message)
            records += m_writer->record(22, hello);
        return records;
    }
    QByteArray data(const QByteArray &octets) override { return m_writer->record(23, octets); }

private:
    std::optional<Tls12Writer> m_writer;
};

class KeyUpdates final : public Flooder {
public:
    KeyUpdates(quint16 port, int receiveBuffer)
        : Flooder(port, {.oldest = TLS1_3_VERSION, .receiveBuffer = receiveBuffer})
    {
    }
    bool begin() override
    {
        const bool isSecured = Flooder::begin();
        SSL_set0_wbio(&client.ssl(), BIO_new(BIO_s_mem()));
        return isSecured;
    }
    QByteArray messages(int count) override
    {
        for (int message = 0; message < count; ++message) {
            SSL_key_update(&client.ssl(), SSL_KEY_UPDATE_REQUESTED);
            SSL_do_handshake(&client.ssl());
        }
        return written();
    }
    QByteArray data(const QByteArray &octets) override
    {
        client.write(octets);
        return written();
    }

private:
    QByteArray written()
    {
        BIO *out = SSL_get_wbio(&client.ssl());
        QByteArray records(static_cast<qsizetype>(BIO_ctrl_pending(out)), '\0');
        BIO_read(out, records.data(), static_cast<int>(records.size()));
        return records;
    }
};

} // namespace sealport::test
