#include "model/certificates/pkcs12_reader.h"

#include "model/certificates/key_decoder.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/password_decryption.h"
#include "model/certificates/password_encryption.h"
#include "model/certificates/x509_values.h"

#include <openssl/err.h>

#include <algorithm>
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

/// Each octet as a character of its own, in UTF-8: what OpenSSL before 1.1 took a pass phrase in UTF-8 for. Empty where
/// there is nothing beyond ASCII.
SecretBytes octetByOctet(const SecretBytes &passphrase)
{
    constexpr std::byte beyondAscii{0x80};
    const std::span<const std::byte> given = passphrase.bytes();
    const auto more = std::ranges::count_if(given, [](std::byte octet) { return octet >= beyondAscii; });
    if (more == 0)
        return {};
    SecretBytes text(given.size() + static_cast<std::size_t>(more));
    auto out = text.bytes().begin();
    for (const std::byte octet : given) {
        if (octet >= beyondAscii)
            *out++ = std::byte{0xC0} | octet >> 6U;
        *out++ = octet >= beyondAscii ? beyondAscii | (octet & std::byte{0x3F}) : octet;
    }
    return text;
}

Error failure(ErrorCode code, QStringList values = {})
{
    return Error{.code = code, .subject = {}, .values = std::move(values), .causes = {}};
}

class Pkcs12Reader {
public:
    Pkcs12Reader(PKCS12 &container, const SecretBytes *passphrase, PasswordEncryption &encryption)
        : m_container(container)
        , m_isPassphraseGiven(passphrase != nullptr)
        , m_encryption(encryption)
    {
        if (passphrase) {
            m_tries.push_back({passphraseText(*passphrase), static_cast<int>(passphrase->bytes().size())});
            m_oldForm = octetByOctet(*passphrase);
        }
        if (!m_oldForm.isEmpty())
            m_tries.push_back({passphraseText(m_oldForm), static_cast<int>(m_oldForm.bytes().size())});
        m_given = m_tries.size();
        m_tries.push_back({"", 0});
        m_tries.push_back({nullptr, 0});
    }

    FileReading read();

private:
    Result<void> findPassword();
    Result<BagsPtr> bagsOf(PKCS7 &safe);
    Result<BagsPtr> decrypted(PKCS7 &safe);
    void judgeMac(Error refusal);
    void readBags(const STACK_OF(PKCS12_SAFEBAG) * bags, int depth);
    void readBag(PKCS12_SAFEBAG &bag, int depth);
    void readCertificate(PKCS12_SAFEBAG &bag);
    void readRevocationList(PKCS12_SAFEBAG &bag);
    Result<PrivateKey> shroudedKey(PKCS12_SAFEBAG &bag);

    /// Runs `open` with each pass phrase still in question until one fits; the work of the first is booked already.
    template <class Open>
    auto withPassword(Open open) -> decltype(open(Password{}))
    {
        for (std::size_t i = 0; i < m_tries.size() && (i == 0 || m_encryption.spendAgain()); ++i) {
            const Password password = m_tries[i];
            if (auto opened = open(password)) {
                m_tries = {password}; // one pass phrase for the whole container
                return opened;
            }
        }
        return {};
    }
    /// What `parse` makes of the decrypted octets.
    template <class Parse>
    auto opened(const X509_ALGOR &algorithm, const ASN1_OCTET_STRING &data, Parse parse)
        -> Result<decltype(parse(std::span<const std::byte>()))>
    {
        m_hasEncrypted = true;
        const auto context = m_encryption.contextFor(algorithm);
        if (!context)
            return std::unexpected(context.error());
        bool isDamaged = false;
        auto object = withPassword([&](Password password) {
            const Decryption plain = decryptedByScheme(algorithm, password, octetsOf(data), *context);
            auto parsed = parse(plain.content());
            isDamaged = isDamaged || (!parsed && plain.isPassphraseRight());
            return parsed;
        });
        m_isPassphraseRight = m_isPassphraseRight || object || isDamaged;
        if (object)
            return object;
        if (isDamaged)
            return std::unexpected(takeOpenSslError(ErrorCode::MalformedContainer));
        return std::unexpected(
            refusal(m_isMacRight ? ErrorCode::WrongPassphrase : ErrorCode::WrongPassphraseOrDamaged));
    }
    Error refusal(ErrorCode code) const { return m_isPassphraseGiven ? takeOpenSslError(code) : passphraseNeeded(); }
    void report(Error problem)
    {
        if (std::ranges::find(m_reading.problems, problem.code, &Error::code) == m_reading.problems.end())
            m_reading.problems.push_back(std::move(problem)); // once, not for each of a hundred bags
    }
    void take(Result<PrivateKey> key)
    {
        if (key)
            m_reading.contents.keys.push_back(std::move(*key));
        else
            report(std::move(key.error()));
    }

    PKCS12 &m_container;
    bool m_isPassphraseGiven;
    bool m_isMacRight = false; ///< it is there, and fits: nothing is damaged
    bool m_hasEncrypted = false;
    bool m_isPassphraseRight = false; ///< it has opened something
    SecretBytes m_oldForm;
    std::vector<Password> m_tries;
    std::size_t m_given = 0; ///< how many of them are what the user gave
    PasswordEncryption &m_encryption;
    FileReading m_reading;
};

FileReading Pkcs12Reader::read()
{
    const auto found = findPassword();
    if (!found && found.error().code != ErrorCode::WrongPassphrase) {
        report(found.error());
        return std::move(m_reading);
    }
    if (!found)
        m_tries.resize(m_given); // the work of a wrong one is enough
    const SafesPtr safes(PKCS12_unpack_authsafes(&m_container));
    if (!safes) {
        const bool isSigned = ERR_GET_REASON(ERR_peek_last_error()) == PKCS12_R_CONTENT_TYPE_NOT_DATA;
        Error error = takeOpenSslError(isSigned ? ErrorCode::UnsupportedAlgorithm : ErrorCode::MalformedContainer);
        if (isSigned) // public-key integrity mode, RFC 7292 section 4
            error.values = {QString::fromLatin1(OBJ_nid2ln(NID_pkcs7_signed))};
        report(std::move(error));
        return std::move(m_reading);
    }
    for (int i = 0; i < sk_PKCS7_num(safes.get()); ++i) {
        if (const auto bags = bagsOf(*sk_PKCS7_value(safes.get(), i)))
            readBags(bags->get(), 0);
        else
            report(bags.error());
    }
    if (!found)
        judgeMac(found.error());
    if (m_reading.contents.isEmpty() && m_reading.problems.empty())
        m_reading.otherKinds.append(QStringLiteral("empty PKCS #12 container"));
    return std::move(m_reading);
}

/// The MAC fits no pass phrase, though one may have opened something: then the container is damaged, or was made with a
/// pass phrase of its own for the MAC (openssl pkcs12 -twopass).
void Pkcs12Reader::judgeMac(Error refusal)
{
    if (!m_isPassphraseRight) {
        if (!m_hasEncrypted && refusal.code == ErrorCode::WrongPassphrase)
            refusal.code = ErrorCode::WrongPassphraseOrDamaged; // nothing but the MAC can tell
        m_reading = {.contents = {}, .problems = {std::move(refusal)}};
        return;
    }
    std::erase_if(m_reading.problems, [](const Error &problem) {
        return problem.code == ErrorCode::WrongPassphrase || problem.code == ErrorCode::WrongPassphraseOrDamaged;
    });
    report(failure(ErrorCode::WrongPassphraseOrDamaged, {QStringLiteral("content")}));
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
        return std::unexpected(failure(ErrorCode::UnsupportedAlgorithm, {name}));
    std::uint64_t asked = 1;
    if (rounds && ASN1_INTEGER_get_uint64(&asked, rounds) != 1)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedContainer));
    if (const auto booked = m_encryption.spend(asked, name); !booked)
        return booked;
    m_isMacRight = withPassword(
        [this](Password password) { return PKCS12_verify_mac(&m_container, password.text, password.size) == 1; });
    if (!m_isMacRight)
        return std::unexpected(refusal(ErrorCode::WrongPassphrase));
    return {};
}

Result<BagsPtr> Pkcs12Reader::decrypted(PKCS7 &safe)
{
    const PKCS7_ENCRYPT *encrypted = safe.d.encrypted;
    if (!encrypted || !encrypted->enc_data || !encrypted->enc_data->enc_data)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedContainer));
    const PKCS7_ENC_CONTENT &content = *encrypted->enc_data;
    return opened(*content.algorithm, *content.enc_data, [](std::span<const std::byte> der) {
        const auto *in = reinterpret_cast<const unsigned char *>(der.data());
        void *bags = ASN1_item_d2i(nullptr, &in, static_cast<long>(der.size()), ASN1_ITEM_rptr(PKCS12_SAFEBAGS));
        return BagsPtr(static_cast<STACK_OF(PKCS12_SAFEBAG) *>(bags));
    });
}

Result<BagsPtr> Pkcs12Reader::bagsOf(PKCS7 &safe)
{
    if (PKCS7_type_is_encrypted(&safe))
        return decrypted(safe);
    if (!PKCS7_type_is_data(&safe))
        return std::unexpected(failure(ErrorCode::UnsupportedAlgorithm, {objectName(safe.type)}));
    BagsPtr bags(PKCS12_unpack_p7data(&safe));
    if (!bags)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedContainer));
    return bags;
}

void Pkcs12Reader::readBags(const STACK_OF(PKCS12_SAFEBAG) * bags, int depth)
{
    constexpr int deepest = 8;
    if (depth > deepest)
        return report(failure(ErrorCode::MalformedContainer));
    for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); ++i)
        readBag(*sk_PKCS12_SAFEBAG_value(bags, i), depth);
}

void Pkcs12Reader::readBag(PKCS12_SAFEBAG &bag, int depth)
{
    switch (PKCS12_SAFEBAG_get_nid(&bag)) {
    case NID_certBag:
        return readCertificate(bag);
    case NID_crlBag:
        return readRevocationList(bag);
    case NID_keyBag:
        return take(KeyDecoder::fromPkcs8(*PKCS12_SAFEBAG_get0_p8inf(&bag)));
    case NID_pkcs8ShroudedKeyBag:
        return take(shroudedKey(bag));
    case NID_safeContentsBag:
        return readBags(PKCS12_SAFEBAG_get0_safes(&bag), depth + 1);
    default:
        return; // secrets
    }
}

void Pkcs12Reader::readCertificate(PKCS12_SAFEBAG &bag)
{
    if (PKCS12_SAFEBAG_get_bag_nid(&bag) != NID_x509Certificate)
        return; // SDSI certificates are no X.509
    X509Ptr certificate(PKCS12_SAFEBAG_get1_cert(&bag));
    if (certificate)
        m_reading.contents.certificates.push_back(Certificate::fromX509(std::move(certificate)));
    else
        report(takeOpenSslError(ErrorCode::MalformedCertificate));
}

void Pkcs12Reader::readRevocationList(PKCS12_SAFEBAG &bag)
{
    RevocationListPtr list(PKCS12_SAFEBAG_get1_crl(&bag));
    if (list)
        m_reading.contents.revocationLists.push_back(RevocationList::fromX509(std::move(list)));
    else
        report(takeOpenSslError(ErrorCode::MalformedRevocationList));
}

Result<PrivateKey> Pkcs12Reader::shroudedKey(PKCS12_SAFEBAG &bag)
{
    const X509_ALGOR *algorithm = nullptr;
    const ASN1_OCTET_STRING *data = nullptr;
    X509_SIG_get0(PKCS12_SAFEBAG_get0_pkcs8(&bag), &algorithm, &data);
    const auto plain = opened(*algorithm, *data, [](std::span<const std::byte> der) {
        const auto *in = reinterpret_cast<const unsigned char *>(der.data());
        return Pkcs8Ptr(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &in, static_cast<long>(der.size())));
    });
    if (!plain)
        return std::unexpected(plain.error());
    return KeyDecoder::fromPkcs8(**plain);
}

} // namespace

FileReading readPkcs12(PKCS12 &container, const SecretBytes *passphrase, PasswordEncryption &encryption)
{
    const IgnoreOpenSslErrors ignore; // of the pass phrases that did not fit before the one that did
    return Pkcs12Reader(container, passphrase, encryption).read();
}

} // namespace sealport
