#include "model/certificates/certificate_extensions.h"

#include "model/certificates/alternative_name.h"

#include <openssl/objects.h>

#include <algorithm>
#include <array>
#include <utility>

namespace sealport {

namespace {

using BitsPtr = Handle<ASN1_BIT_STRING, ASN1_BIT_STRING_free>;
using OctetsPtr = Handle<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free>;
using ConstraintsPtr = Handle<BASIC_CONSTRAINTS, BASIC_CONSTRAINTS_free>;
using KeyPurposesPtr = Handle<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free>;
using AuthorityKeyPtr = Handle<AUTHORITY_KEYID, AUTHORITY_KEYID_free>;
using GeneralNamePtr = Handle<GENERAL_NAME, GENERAL_NAME_free>;
using GeneralNamesPtr = Handle<GENERAL_NAMES, GENERAL_NAMES_free>;
using PointPtr = Handle<DIST_POINT, DIST_POINT_free>;
using PointsPtr = Handle<CRL_DIST_POINTS, CRL_DIST_POINTS_free>;
using AccessPtr = Handle<ACCESS_DESCRIPTION, ACCESS_DESCRIPTION_free>;
using AccessesPtr = Handle<AUTHORITY_INFO_ACCESS, AUTHORITY_INFO_ACCESS_free>;

constexpr int isCritical = 1;
constexpr int isNotCritical = 0;

/// Collects extensions; once one was refused, the rest are.
class Collector {
public:
    void add(int nid, void *value, int critical)
    {
        STACK_OF(X509_EXTENSION) *stack = m_extensions.release();
        m_isFine = m_isFine && value && X509V3_add1_i2d(&stack, nid, value, critical, X509V3_ADD_DEFAULT) == 1;
        m_extensions.reset(stack);
    }
    [[nodiscard]] ExtensionsPtr take() { return m_isFine ? std::move(m_extensions) : nullptr; }

private:
    ExtensionsPtr m_extensions{sk_X509_EXTENSION_new_null()};
    bool m_isFine = true;
};

void addUsage(Collector &extensions, const CertificateSpec &spec, const EVP_PKEY &key)
{
    // Bit numbers of RFC 5280 section 4.2.1.3.
    constexpr int digitalSignature = 0;
    constexpr int keyEncipherment = 2;
    constexpr int keyCertSign = 5;
    constexpr int crlSign = 6;

    const ConstraintsPtr constraints(BASIC_CONSTRAINTS_new());
    const BitsPtr usage(ASN1_BIT_STRING_new());
    if (!constraints || !usage)
        return extensions.add(NID_basic_constraints, nullptr, isCritical);
    constraints->ca = spec.isCa ? 0xFF : 0; // DER's TRUE
    if (spec.pathLength) {
        constraints->pathlen = ASN1_INTEGER_new();
        if (!constraints->pathlen || ASN1_INTEGER_set(constraints->pathlen, *spec.pathLength) != 1)
            return extensions.add(NID_basic_constraints, nullptr, isCritical);
    }
    const bool isRsa = EVP_PKEY_get_base_id(&key) == EVP_PKEY_RSA; // the client of an RSA key exchange encrypts to it
    bool isSet = ASN1_BIT_STRING_set_bit(usage.get(), spec.isCa ? keyCertSign : digitalSignature, 1) == 1;
    if (spec.isCa)
        isSet = isSet && ASN1_BIT_STRING_set_bit(usage.get(), crlSign, 1) == 1;
    else if (isRsa)
        isSet = isSet && ASN1_BIT_STRING_set_bit(usage.get(), keyEncipherment, 1) == 1;
    extensions.add(NID_basic_constraints, constraints.get(), isCritical);
    extensions.add(NID_key_usage, isSet ? usage.get() : nullptr, isCritical);
}

int nidOf(KeyPurpose purpose)
{
    switch (purpose) {
    case KeyPurpose::ServerAuth:
        return NID_server_auth;
    case KeyPurpose::ClientAuth:
        return NID_client_auth;
    case KeyPurpose::CodeSigning:
        return NID_code_sign;
    case KeyPurpose::EmailProtection:
        return NID_email_protect;
    case KeyPurpose::TimeStamping:
        return NID_time_stamp;
    case KeyPurpose::OcspSigning:
        return NID_OCSP_sign;
    }
    Q_UNREACHABLE();
}

void addPurposes(Collector &extensions, const std::vector<KeyPurpose> &wanted)
{
    if (wanted.empty())
        return;
    const KeyPurposesPtr purposes(EXTENDED_KEY_USAGE_new());
    bool isMade = purposes != nullptr;
    for (const KeyPurpose purpose : wanted)
        isMade = isMade
                 && sk_ASN1_OBJECT_push(purposes.get(), OBJ_nid2obj(nidOf(purpose)))
                        > 0; // static objects: freeing is harmless
    extensions.add(NID_ext_key_usage, isMade ? purposes.get() : nullptr, isNotCritical);
}

int generalNameType(AlternativeName::Kind kind)
{
    switch (kind) {
    case AlternativeName::Kind::Dns:
        return GEN_DNS;
    case AlternativeName::Kind::Ip:
        return GEN_IPADD;
    case AlternativeName::Kind::Email:
        return GEN_EMAIL;
    case AlternativeName::Kind::Uri:
        return GEN_URI;
    }
    Q_UNREACHABLE();
}

GeneralNamePtr generalName(const AlternativeName &name)
{
    const bool isAddress = name.kind == AlternativeName::Kind::Ip;
    GeneralNamePtr result(GENERAL_NAME_new());
    ASN1_STRING *value = ASN1_STRING_type_new(isAddress ? V_ASN1_OCTET_STRING : V_ASN1_IA5STRING);
    if (!result || !value || ASN1_STRING_set(value, name.value.constData(), static_cast<int>(name.value.size())) != 1) {
        ASN1_STRING_free(value);
        return nullptr;
    }
    GENERAL_NAME_set0_value(result.get(), generalNameType(name.kind), value);
    return result;
}

GeneralNamePtr urlName(const QString &url)
{
    return generalName({.kind = AlternativeName::Kind::Uri, .value = url.toLatin1()});
}

/// Null when one of them is none.
GeneralNamesPtr generalNames(const QStringList &texts)
{
    std::vector<AlternativeName> added;
    GeneralNamesPtr names(GENERAL_NAMES_new());
    for (const QString &text : texts) {
        const auto name = parseAlternativeName(text);
        if (!names || !name)
            return nullptr;
        if (std::ranges::find(added, *name) != added.end())
            continue;
        added.push_back(*name);
        GeneralNamePtr entry = generalName(*name);
        if (!entry || sk_GENERAL_NAME_push(names.get(), entry.get()) <= 0)
            return nullptr;
        [[maybe_unused]] const GENERAL_NAME *kept = entry.release(); // the stack's now
    }
    return names;
}

void addRevocationListUrl(Collector &extensions, const QString &url)
{
    if (url.isEmpty())
        return;
    const PointsPtr points(CRL_DIST_POINTS_new());
    PointPtr point(DIST_POINT_new());
    GeneralNamePtr name = urlName(url);
    bool isMade = points && point && name;
    if (isMade) {
        point->distpoint = DIST_POINT_NAME_new();
        GENERAL_NAMES *names = GENERAL_NAMES_new();
        isMade = point->distpoint && names && sk_GENERAL_NAME_push(names, name.get()) > 0;
        if (isMade) [[maybe_unused]]
            const GENERAL_NAME *kept = name.release(); // the stack's now
        if (point->distpoint) {
            point->distpoint->type = 0; // fullName
            point->distpoint->name.fullname = names;
        }
        isMade = isMade && sk_DIST_POINT_push(points.get(), point.get()) > 0;
        if (isMade) [[maybe_unused]]
            const DIST_POINT *kept = point.release();
    }
    extensions.add(NID_crl_distribution_points, isMade ? points.get() : nullptr, isNotCritical);
}

void addAccess(Collector &extensions, const CertificateSpec &spec)
{
    if (spec.ocspUrl.isEmpty() && spec.issuerUrl.isEmpty())
        return;
    const AccessesPtr accesses(AUTHORITY_INFO_ACCESS_new());
    bool isMade = accesses != nullptr;
    for (const auto &[nid, url] :
         {std::pair{NID_ad_OCSP, spec.ocspUrl}, std::pair{NID_ad_ca_issuers, spec.issuerUrl}}) {
        if (url.isEmpty())
            continue;
        AccessPtr access(ACCESS_DESCRIPTION_new());
        GeneralNamePtr name = urlName(url);
        isMade = isMade && access && name;
        if (!isMade)
            break;
        access->method = OBJ_nid2obj(nid);
        GENERAL_NAME_free(access->location);
        access->location = name.release();
        isMade = sk_ACCESS_DESCRIPTION_push(accesses.get(), access.get()) > 0;
        if (isMade) [[maybe_unused]]
            const ACCESS_DESCRIPTION *kept = access.release();
    }
    extensions.add(NID_info_access, isMade ? accesses.get() : nullptr, isNotCritical);
}

OctetsPtr keyIdentifier(const X509 &certificate)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    OctetsPtr identifier(ASN1_OCTET_STRING_new());
    const bool isMade = identifier && X509_pubkey_digest(&certificate, EVP_sha1(), digest.data(), &size) == 1
                        && ASN1_OCTET_STRING_set(identifier.get(), digest.data(), static_cast<int>(size)) == 1;
    return isMade ? std::move(identifier) : nullptr;
}

} // namespace

int extensionsAttribute(const X509_REQ &request)
{
    for (const int *nid = X509_REQ_get_extension_nids(); *nid != NID_undef; ++nid)
        if (const int at = X509_REQ_get_attr_by_NID(&request, *nid, -1); at >= 0)
            return at;
    return -1;
}

ExtensionsPtr extensionsOf(const CertificateSpec &spec, const EVP_PKEY &key, SubjectIs subject)
{
    Collector extensions;
    addUsage(extensions, spec, key);
    addPurposes(extensions, spec.effectivePurposes());
    if (!spec.alternativeNames.isEmpty())
        extensions.add(NID_subject_alt_name, generalNames(spec.alternativeNames).get(),
                       subject == SubjectIs::Empty ? isCritical : isNotCritical);
    addRevocationListUrl(extensions, spec.revocationListUrl);
    addAccess(extensions, spec);
    return extensions.take();
}

std::optional<KeyPurpose> purposeOf(const ASN1_OBJECT *usage)
{
    switch (OBJ_obj2nid(usage)) {
    case NID_server_auth:
        return KeyPurpose::ServerAuth;
    case NID_client_auth:
        return KeyPurpose::ClientAuth;
    case NID_code_sign:
        return KeyPurpose::CodeSigning;
    case NID_email_protect:
        return KeyPurpose::EmailProtection;
    case NID_time_stamp:
        return KeyPurpose::TimeStamping;
    case NID_OCSP_sign:
        return KeyPurpose::OcspSigning;
    default:
        return {};
    }
}

AuthorityKeyPtr authorityKeyIdentifier(const X509 &signer)
{
    AuthorityKeyPtr authority(AUTHORITY_KEYID_new());
    if (!authority)
        return nullptr;
    const int at = X509_get_ext_by_NID(&signer, NID_subject_key_identifier, -1);
    if (at >= 0)
        authority->keyid =
            static_cast<ASN1_OCTET_STRING *>(X509_get_ext_d2i(&signer, NID_subject_key_identifier, nullptr, nullptr));
    if (!authority->keyid)
        authority->keyid = keyIdentifier(signer).release();
    return authority->keyid ? std::move(authority) : nullptr;
}

bool addKeyIdentifiers(X509 &certificate, const X509 &signer)
{
    const OctetsPtr own = keyIdentifier(certificate);
    const bool isAdded =
        own
        && X509_add1_ext_i2d(&certificate, NID_subject_key_identifier, own.get(), isNotCritical, X509V3_ADD_DEFAULT)
               == 1;
    const AuthorityKeyPtr authority = isAdded ? authorityKeyIdentifier(signer) : nullptr;
    return authority
           && X509_add1_ext_i2d(&certificate, NID_authority_key_identifier, authority.get(), isNotCritical,
                                X509V3_ADD_DEFAULT)
                  == 1;
}

} // namespace sealport
