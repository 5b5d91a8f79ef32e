#include "model/certificates/pkcs12_writer.h"

#include "model/certificates/key_decoder.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/x509_values.h"

#include <openssl/pkcs12.h>
#include <openssl/pkcs7.h>

#include <algorithm>

namespace sealport {

namespace {

/// OpenSSL declares the stack's free function inline, one name for each type. The certificates are borrowed.
void freeStack(STACK_OF(X509) * certificates)
{
    sk_X509_free(certificates);
}
using BorrowedPtr = Handle<STACK_OF(X509), freeStack>;
using Pkcs12Ptr = Handle<PKCS12, PKCS12_free>;
using Pkcs7Ptr = Handle<PKCS7, PKCS7_free>;

constexpr int modernRounds = 100'000;  // a tenth of a second; Java's own limit is 5 million
constexpr int oldDeviceRounds = 2'048; // small processors, and what Windows and OpenSSL always wrote

Error failed(const QString &what)
{
    return takeOpenSslError(ErrorCode::Internal, what);
}

Error staysOnToken(const QString &name)
{
    return Error{.code = ErrorCode::KeyStaysOnToken, .subject = name, .values = {}, .causes = {}};
}

Result<SecretBytes> octetsOf(const QByteArray &bytes, const QString &what)
{
    if (bytes.isEmpty())
        return std::unexpected(failed(what));
    return SecretBytes(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

/// As C text, which is all that PKCS12_create() takes.
SecretBytes terminated(const SecretBytes &passphrase)
{
    SecretBytes text(passphrase.bytes().size() + 1);
    std::ranges::copy(passphrase.bytes(), text.bytes().begin());
    return text;
}

} // namespace

Result<SecretBytes> encodePkcs12(const Identity &identity, const SecretBytes &passphrase, Pkcs12Strength strength)
{
    const QString what = QStringLiteral("writing PKCS #12");
    if (identity.key.isOnToken())
        return std::unexpected(staysOnToken(identity.certificate.name()));
    const BorrowedPtr chain(sk_X509_new_null());
    if (!chain)
        return std::unexpected(failed(what));
    for (const Certificate &issuer : identity.chain)
        if (sk_X509_push(chain.get(), issuer.handle()) == 0)
            return std::unexpected(failed(what));
    const bool isModern = strength == Pkcs12Strength::Modern;
    const int encryption = isModern ? NID_aes_256_cbc : NID_pbe_WithSHA1And3_Key_TripleDES_CBC;
    const int rounds = isModern ? modernRounds : oldDeviceRounds;
    constexpr int withoutMac = -1; // it is set below, with a digest of our choice
    const SecretBytes text = terminated(passphrase);
    const QByteArray name = identity.certificate.name().toUtf8();
    const Pkcs12Ptr container(PKCS12_create(passphraseText(text), name.constData(), identity.key.handle(),
                                            identity.certificate.handle(), chain.get(), encryption, encryption, rounds,
                                            withoutMac, 0));
    if (!container
        || PKCS12_set_mac(container.get(), passphraseText(passphrase), static_cast<int>(passphrase.bytes().size()),
                          nullptr, 0, rounds, isModern ? EVP_sha256() : EVP_sha1())
               != 1)
        return std::unexpected(failed(what));
    return octetsOf(encodedDer(i2d_PKCS12, container.get()), what);
}

Result<SecretBytes> encodePkcs7(const std::vector<Certificate> &certificates)
{
    const QString what = QStringLiteral("writing PKCS #7");
    const Pkcs7Ptr container(PKCS7_new());
    if (!container || PKCS7_set_type(container.get(), NID_pkcs7_signed) != 1)
        return std::unexpected(failed(what));
    container->d.sign->contents->type = OBJ_nid2obj(NID_pkcs7_data);
    for (const Certificate &certificate : certificates)
        if (PKCS7_add_certificate(container.get(), certificate.handle()) != 1)
            return std::unexpected(failed(what));
    return octetsOf(encodedDer(i2d_PKCS7, container.get()), what);
}

} // namespace sealport
