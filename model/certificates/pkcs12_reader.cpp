#include "model/certificates/pkcs12_reader.h"

#include "model/certificates/key_decoder.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/password_encryption.h"
#include "model/certificates/x509_values.h"

#include <optional>
#include <utility>

namespace sealport {

namespace {

using Pkcs8Ptr = Handle<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>;

/// OpenSSL declares the stack's free functions inline, one name for each type.
void freeBags(STACK_OF(PKCS12_SAFEBAG) * bags)
{
    sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
}
void freeSafes(STACK_OF(PKCS7) * safes)
{
    sk_PKCS7_pop_free(safes, PKCS7_free);
}
using BagsPtr = Handle<STACK_OF(PKCS12_SAFEBAG), freeBags>;
using SafesPtr = Handle<STACK_OF(PKCS7), freeSafes>;

struct Password {
    const char *text = nullptr; ///< null: absent, which derives another key than the empty one
    int size = 0;
};

class Pkcs12Reader {
public:
    Pkcs12Reader(PKCS12 &container, const SecretBytes *passphrase)
        : m_container(container)
        , m_isPassphraseGiven(passphrase != nullptr)
    {
        if (passphrase)
            m_tries.push_back({passphraseText(*passphrase), static_cast<int>(passphrase->bytes().size())});
        m_tries.push_back({"", 0});
        m_tries.push_back({nullptr, 0});
    }

    Result<FileContents> read();

private:
    Result<void> findPassword();
    Result<void> readSafe(PKCS7 &safe);
    Result<void> readBags(STACK_OF(PKCS12_SAFEBAG) * bags, int depth);
    Result<void> readBag(PKCS12_SAFEBAG &bag, int depth);
    Result<void> readShroudedKey(PKCS12_SAFEBAG &bag);
    Result<BagsPtr> decrypted(PKCS7 &safe);

    /// Runs `open` with each pass phrase still in question until one fits.
    template <class Open>
    auto withPassword(Open open) -> Result<decltype(open(Password{}))>
    {
        for (const Password password : m_tries) {
            if (auto opened = open(password)) {
                m_tries = {password}; // one pass phrase for the whole container
                return opened;
            }
        }
        return std::unexpected(refusal());
    }
    Error refusal() const
    {
        Error error = takeOpenSslError(ErrorCode::WrongPassphrase);
        if (!m_isPassphraseGiven)
            error = passphraseNeeded();
        return error;
    }

    PKCS12 &m_container;
    bool m_isPassphraseGiven;
    std::vector<Password> m_tries;
    PasswordEncryption m_encryption;
    FileContents m_contents;
};

Result<FileContents> Pkcs12Reader::read()
{
    if (const auto found = findPassword(); !found)
        return std::unexpected(found.error());
    const SafesPtr safes(PKCS12_unpack_authsafes(&m_container));
    if (!safes)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedCertificate));
    for (int i = 0; i < sk_PKCS7_num(safes.get()); ++i) {
        if (const auto done = readSafe(*sk_PKCS7_value(safes.get(), i)); !done)
            return std::unexpected(done.error());
    }
    return std::move(m_contents);
}

Result<void> Pkcs12Reader::findPassword()
{
    if (PKCS12_mac_present(&m_container) != 1)
        return {};
    const X509_ALGOR *digest = nullptr;
    const ASN1_INTEGER *rounds = nullptr;
    PKCS12_get0_mac(nullptr, &digest, nullptr, &rounds, &m_container);
    const QString name = objectName(digest->algorithm);
    if (!EVP_get_digestbyobj(digest->algorithm)) // PBMAC1 (RFC 9579), for example
        return std::unexpected(
            Error{.code = ErrorCode::UnsupportedAlgorithm, .subject = {}, .values = {name}, .causes = {}});
    std::uint64_t asked = 1;
    if (rounds && ASN1_INTEGER_get_uint64(&asked, rounds) != 1)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedCertificate));
    for (std::size_t i = 0; i < m_tries.size(); ++i) {
        if (const auto booked = m_encryption.spend(asked, name); !booked)
            return booked;
    }
    const auto found = withPassword(
        [this](Password password) { return PKCS12_verify_mac(&m_container, password.text, password.size) == 1; });
    if (!found)
        return std::unexpected(found.error());
    return {};
}

Result<BagsPtr> Pkcs12Reader::decrypted(PKCS7 &safe)
{
    const PKCS7_ENCRYPT *encrypted = safe.d.encrypted;
    if (!encrypted || !encrypted->enc_data || !encrypted->enc_data->enc_data)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedCertificate));
    const PKCS7_ENC_CONTENT &content = *encrypted->enc_data;
    const auto context = m_encryption.contextFor(*content.algorithm);
    if (!context)
        return std::unexpected(context.error());
    return withPassword([&](Password password) {
        void *bags = PKCS12_item_decrypt_d2i_ex(content.algorithm, ASN1_ITEM_rptr(PKCS12_SAFEBAGS), password.text,
                                                password.size, content.enc_data, 1, *context, nullptr);
        return BagsPtr(static_cast<STACK_OF(PKCS12_SAFEBAG) *>(bags));
    });
}

Result<void> Pkcs12Reader::readSafe(PKCS7 &safe)
{
    if (PKCS7_type_is_data(&safe)) {
        const BagsPtr bags(PKCS12_unpack_p7data(&safe));
        if (!bags)
            return std::unexpected(takeOpenSslError(ErrorCode::MalformedCertificate));
        return readBags(bags.get(), 0);
    }
    if (!PKCS7_type_is_encrypted(&safe))
        return std::unexpected(Error{.code = ErrorCode::UnsupportedAlgorithm,
                                     .subject = {},
                                     .values = {QString::fromLatin1(OBJ_nid2ln(OBJ_obj2nid(safe.type)))},
                                     .causes = {}});
    const auto bags = decrypted(safe);
    if (!bags)
        return std::unexpected(bags.error());
    return readBags(bags->get(), 0);
}

Result<void> Pkcs12Reader::readBags(STACK_OF(PKCS12_SAFEBAG) * bags, int depth)
{
    constexpr int deepest = 8;
    if (depth > deepest)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedCertificate));
    for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); ++i) {
        if (const auto done = readBag(*sk_PKCS12_SAFEBAG_value(bags, i), depth); !done)
            return done;
    }
    return {};
}

Result<void> Pkcs12Reader::readBag(PKCS12_SAFEBAG &bag, int depth)
{
    switch (PKCS12_SAFEBAG_get_nid(&bag)) {
    case NID_certBag: {
        if (PKCS12_SAFEBAG_get_bag_nid(&bag) != NID_x509Certificate)
            return {}; // SDSI certificates are no X.509
        X509Ptr certificate(PKCS12_SAFEBAG_get1_cert(&bag));
        if (!certificate)
            return std::unexpected(takeOpenSslError(ErrorCode::MalformedCertificate));
        m_contents.certificates.push_back(Certificate::fromX509(std::move(certificate)));
        return {};
    }
    case NID_keyBag: {
        auto key = KeyDecoder::fromPkcs8(*PKCS12_SAFEBAG_get0_p8inf(&bag));
        if (!key)
            return std::unexpected(key.error());
        m_contents.keys.push_back(std::move(*key));
        return {};
    }
    case NID_pkcs8ShroudedKeyBag:
        return readShroudedKey(bag);
    case NID_safeContentsBag:
        return readBags(const_cast<STACK_OF(PKCS12_SAFEBAG) *>(PKCS12_SAFEBAG_get0_safes(&bag)), depth + 1); // NOLINT
    default:
        return {}; // revocation lists, secrets
    }
}

Result<void> Pkcs12Reader::readShroudedKey(PKCS12_SAFEBAG &bag)
{
    const X509_ALGOR *algorithm = nullptr;
    X509_SIG_get0(PKCS12_SAFEBAG_get0_pkcs8(&bag), &algorithm, nullptr);
    const auto context = m_encryption.contextFor(*algorithm);
    if (!context)
        return std::unexpected(context.error());
    const auto plain = withPassword([&](Password password) {
        return Pkcs8Ptr(PKCS12_decrypt_skey_ex(&bag, password.text, password.size, *context, nullptr));
    });
    if (!plain)
        return std::unexpected(plain.error());
    auto key = KeyDecoder::fromPkcs8(**plain);
    if (!key)
        return std::unexpected(key.error());
    m_contents.keys.push_back(std::move(*key));
    return {};
}

} // namespace

Result<FileContents> readPkcs12(PKCS12 &container, const SecretBytes *passphrase)
{
    const IgnoreOpenSslErrors ignore; // of the pass phrases that did not fit before the one that did
    return Pkcs12Reader(container, passphrase).read();
}

} // namespace sealport
