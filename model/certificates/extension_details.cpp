// The extensions of RFC 5280 section 4.2.1, but for those about policies, and those of section 5.2.

#include "model/certificates/detail_rows.h"

#include "model/certificates/ip_address.h"
#include "model/certificates/x509_values.h"

#include <array>
#include <utility>

namespace sealport {

namespace {

using Reading = ExtensionReading;
using GeneralNamesPtr = Handle<GENERAL_NAMES, GENERAL_NAMES_free>;

void addNames(std::vector<Detail> &rows, DetailField field, const GENERAL_NAMES *names)
{
    addRows(rows, names ? sk_GENERAL_NAME_num(names) : 0,
            [&](int i) { return detail(field, generalNameText(*sk_GENERAL_NAME_value(names, i))); });
}

Reading readNames(int nid, X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    const auto names = decoded<GENERAL_NAMES, GENERAL_NAMES_free>(extension, nid);
    addNames(rows, DetailField::AlternativeName, names.get());
    return names ? Reading::Done : Reading::Damaged;
}

Reading readSubjectKey(X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    const auto identifier = decoded<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free>(extension, NID_subject_key_identifier);
    if (!identifier)
        return Reading::Damaged;
    rows.push_back(detail(DetailField::KeyIdentifier, hexOf(identifier.get())));
    return Reading::Done;
}

Reading readAuthorityKey(X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    const auto identifier = decoded<AUTHORITY_KEYID, AUTHORITY_KEYID_free>(extension, NID_authority_key_identifier);
    if (!identifier)
        return Reading::Damaged;
    if (identifier->keyid)
        rows.push_back(detail(DetailField::KeyIdentifier, hexOf(identifier->keyid)));
    addNames(rows, DetailField::IssuerName, identifier->issuer);
    if (identifier->serial)
        rows.push_back(detail(DetailField::IssuerSerial, serialHex(identifier->serial)));
    return Reading::Done;
}

Reading readUsage(X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    static constexpr std::array words{
        DetailTerm::DigitalSignature, DetailTerm::NonRepudiation, DetailTerm::KeyEncipherment,
        DetailTerm::DataEncipherment, DetailTerm::KeyAgreement,   DetailTerm::KeyCertSign,
        DetailTerm::CrlSign,          DetailTerm::EncipherOnly,   DetailTerm::DecipherOnly};
    const auto bits = decoded<ASN1_BIT_STRING, ASN1_BIT_STRING_free>(extension, NID_key_usage);
    if (!bits)
        return Reading::Damaged;
    Detail row{.field = DetailField::Usage, .terms = {}, .parts = {}};
    for (std::size_t bit = 0; bit < words.size(); ++bit)
        if (ASN1_BIT_STRING_get_bit(bits.get(), static_cast<int>(bit)) != 0)
            row.terms.push_back(words[bit]);
    rows.push_back(row);
    return Reading::Done;
}

Reading readPurposes(X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    const auto purposes = decoded<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free>(extension, NID_ext_key_usage);
    addRows(rows, purposes ? sk_ASN1_OBJECT_num(purposes.get()) : 0,
            [&](int i) { return purposeDetail(sk_ASN1_OBJECT_value(purposes.get(), i)); });
    return purposes ? Reading::Done : Reading::Damaged;
}

Reading readBasicConstraints(X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    const auto constraints = decoded<BASIC_CONSTRAINTS, BASIC_CONSTRAINTS_free>(extension, NID_basic_constraints);
    if (!constraints)
        return Reading::Damaged;
    const bool isAuthority = constraints->ca != 0;
    rows.push_back(detail(DetailField::IsAuthority, isAuthority ? DetailTerm::Yes : DetailTerm::No));
    if (constraints->pathlen)
        rows.push_back(detail(DetailField::PathLength, numberText(constraints->pathlen)));
    else if (isAuthority)
        rows.push_back(detail(DetailField::PathLength, DetailTerm::Unlimited));
    return Reading::Done;
}

/// An address of a name constraint is followed by its mask (RFC 5280 section 4.2.1.10).
QString subtreeText(GENERAL_NAME &name)
{
    int type = 0;
    const auto *value = static_cast<const ASN1_STRING *>(GENERAL_NAME_get0_value(&name, &type));
    if (type != GEN_IPADD)
        return generalNameText(name);
    const QByteArray octets = octetsOf(value).toByteArray();
    const qsizetype half = octets.size() / 2;
    return QStringLiteral("IP:") % ipText(octets.left(half)) % u'/' % ipText(octets.mid(half));
}

void addSubtrees(std::vector<Detail> &rows, DetailField field, const STACK_OF(GENERAL_SUBTREE) * trees)
{
    addRows(rows, trees ? sk_GENERAL_SUBTREE_num(trees) : 0,
            [&](int i) { return detail(field, subtreeText(*sk_GENERAL_SUBTREE_value(trees, i)->base)); });
}

Reading readNameConstraints(X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    const auto constraints = decoded<NAME_CONSTRAINTS, NAME_CONSTRAINTS_free>(extension, NID_name_constraints);
    if (!constraints)
        return Reading::Damaged;
    addSubtrees(rows, DetailField::Permitted, constraints->permittedSubtrees);
    addSubtrees(rows, DetailField::Excluded, constraints->excludedSubtrees);
    return Reading::Done;
}

std::vector<DetailTerm> reasons(const ASN1_BIT_STRING &bits)
{
    static constexpr std::array words{DetailTerm::KeyCompromise,        DetailTerm::AuthorityCompromise,
                                      DetailTerm::AffiliationChanged,   DetailTerm::Superseded,
                                      DetailTerm::CessationOfOperation, DetailTerm::CertificateHold,
                                      DetailTerm::PrivilegeWithdrawn,   DetailTerm::AttributeAuthorityCompromise};
    std::vector<DetailTerm> terms;
    for (std::size_t bit = 0; bit < words.size(); ++bit)
        if (ASN1_BIT_STRING_get_bit(&bits, static_cast<int>(bit) + 1) != 0) // bit 0 is unused
            terms.push_back(words[bit]);
    return terms;
}

void addPlace(std::vector<Detail> &rows, const DIST_POINT_NAME *place)
{
    if (place && place->type == 0)
        addNames(rows, DetailField::Location, place->name.fullname);
    if (place && place->type == 1) {
        const STACK_OF(X509_NAME_ENTRY) *entries = place->name.relativename;
        addRows(rows, sk_X509_NAME_ENTRY_num(entries), [entries](int i) {
            const X509_NAME_ENTRY *entry = sk_X509_NAME_ENTRY_value(entries, i);
            return detail(DetailField::NameEntry, X509_NAME_ENTRY_get_object(entry),
                          stringText(X509_NAME_ENTRY_get_data(entry)));
        });
    }
}

void addReasons(std::vector<Detail> &rows, const ASN1_BIT_STRING *bits)
{
    if (bits)
        rows.push_back({.field = DetailField::RevocationReasons, .terms = reasons(*bits), .parts = {}});
}

Detail pointDetail(const DIST_POINT &point)
{
    Detail row = detail(DetailField::DistributionPoint, std::vector<Detail>());
    addPlace(row.parts, point.distpoint);
    addReasons(row.parts, point.reasons);
    addNames(row.parts, DetailField::RevocationIssuer, point.CRLissuer);
    return row;
}

Reading readDistributionPoints(int nid, X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    const auto points = decoded<CRL_DIST_POINTS, CRL_DIST_POINTS_free>(extension, nid);
    addRows(rows, points ? sk_DIST_POINT_num(points.get()) : 0,
            [&](int i) { return pointDetail(*sk_DIST_POINT_value(points.get(), i)); });
    return points ? Reading::Done : Reading::Damaged;
}

Reading readAccess(int nid, X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    const auto access = decoded<AUTHORITY_INFO_ACCESS, AUTHORITY_INFO_ACCESS_free>(extension, nid);
    addRows(rows, access ? sk_ACCESS_DESCRIPTION_num(access.get()) : 0, [&](int i) {
        const ACCESS_DESCRIPTION *one = sk_ACCESS_DESCRIPTION_value(access.get(), i);
        return detail(DetailField::AccessMethod, one->method, generalNameText(*one->location));
    });
    return access ? Reading::Done : Reading::Damaged;
}

/// RFC 5280 section 5.2.5.
Reading readIssuingPoint(X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    const auto point = decoded<ISSUING_DIST_POINT, ISSUING_DIST_POINT_free>(extension, NID_issuing_distribution_point);
    if (!point)
        return Reading::Damaged;
    addPlace(rows, point->distpoint);
    for (const auto &[isOn, term] : {std::pair{point->onlyuser, DetailTerm::EndCertificates},
                                     std::pair{point->onlyCA, DetailTerm::AuthorityCertificates},
                                     std::pair{point->onlyattr, DetailTerm::AttributeCertificates},
                                     std::pair{point->indirectCRL, DetailTerm::CertificatesOfOthers}})
        if (isOn > 0) // absent is -1 or 0
            rows.push_back(detail(DetailField::Covers, term));
    addReasons(rows, point->onlysomereasons);
    return Reading::Done;
}

Reading readNumber(DetailField field, int nid, X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    const auto number = decoded<ASN1_INTEGER, ASN1_INTEGER_free>(extension, nid);
    if (!number)
        return Reading::Damaged;
    rows.push_back(detail(field, numberText(number.get())));
    return Reading::Done;
}

} // namespace

ExtensionReading readListExtension(int nid, X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    switch (nid) {
    case NID_crl_number:
        return readNumber(DetailField::ListNumber, nid, extension, rows);
    case NID_delta_crl:
        return readNumber(DetailField::BaseNumber, nid, extension, rows);
    case NID_issuing_distribution_point:
        return readIssuingPoint(extension, rows);
    default:
        return Reading::NotMine;
    }
}

ExtensionReading readStandardExtension(int nid, X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    switch (nid) {
    case NID_subject_key_identifier:
        return readSubjectKey(extension, rows);
    case NID_authority_key_identifier:
        return readAuthorityKey(extension, rows);
    case NID_key_usage:
        return readUsage(extension, rows);
    case NID_ext_key_usage:
        return readPurposes(extension, rows);
    case NID_basic_constraints:
        return readBasicConstraints(extension, rows);
    case NID_subject_alt_name:
    case NID_issuer_alt_name:
        return readNames(nid, extension, rows);
    case NID_name_constraints:
        return readNameConstraints(extension, rows);
    case NID_crl_distribution_points:
    case NID_freshest_crl:
        return readDistributionPoints(nid, extension, rows);
    case NID_info_access:
    case NID_sinfo_access:
        return readAccess(nid, extension, rows);
    default:
        return Reading::NotMine;
    }
}

} // namespace sealport
