#include "model/tls/client_certificate_check.h"

#include "model/certificates/x509_values.h"
#include "model/tls/tls_policy.h"

namespace sealport {

namespace {

void freeRecord(void *, void *record, CRYPTO_EX_DATA *, int, long, void *)
{
    delete static_cast<ClientCertificate *>(record);
}

/// Where a connection keeps its record.
int recordIndex()
{
    static const int index = SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, freeRecord);
    return index;
}

void addChain(ClientCertificate &shown, X509 *own, const STACK_OF(X509) * others)
{
    shown.chain.push_back(encodedDer(i2d_X509, own));
    for (int i = 0; i < sk_X509_num(others); ++i) {
        X509 *other = sk_X509_value(others, i);
        if (X509_cmp(other, own) != 0)
            shown.chain.push_back(encodedDer(i2d_X509, other));
    }
}

} // namespace

int judgeClientCertificate(int isFine, X509_STORE_CTX *store)
{
    auto *ssl = static_cast<SSL *>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    if (isFine != 1 && SSL_get_ex_data(ssl, recordIndex()) == nullptr) {
        auto shown = std::make_unique<ClientCertificate>();
        shown->verifyResult = X509_STORE_CTX_get_error(store);
        addChain(*shown, X509_STORE_CTX_get0_cert(store), X509_STORE_CTX_get0_untrusted(store));
        if (SSL_set_ex_data(ssl, recordIndex(), shown.get()) == 1)
            shown.release(); // the connection's now
    }
    const auto *policy = static_cast<const TlsPolicy *>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl)));
    return policy->clientCertificates.mode == ClientCertificateMode::Report ? 1 : isFine;
}

std::optional<ClientCertificate> clientCertificateOf(SSL &ssl)
{
    if (const auto *record = static_cast<const ClientCertificate *>(SSL_get_ex_data(&ssl, recordIndex())))
        return *record;
    X509 *own = SSL_get0_peer_certificate(&ssl);
    if (own == nullptr)
        return std::nullopt;
    ClientCertificate shown{.chain = {}, .verifyResult = static_cast<int>(SSL_get_verify_result(&ssl))};
    addChain(shown, own, SSL_get_peer_cert_chain(&ssl));
    return shown;
}

} // namespace sealport
