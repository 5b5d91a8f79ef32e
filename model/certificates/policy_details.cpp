// Extensions about policies (RFC 5280 sections 4.2.1.4, 4.2.1.5, 4.2.1.11, 4.2.1.14).

#include "model/certificates/detail_rows.h"

#include "model/certificates/asn1_values.h"
#include "model/certificates/object_names.h"
#include "model/certificates/x509_values.h"

namespace sealport {

namespace {

using Reading = ExtensionReading;

void addNotice(std::vector<Detail> &rows, const USERNOTICE &notice)
{
    if (notice.exptext)
        rows.push_back(detail(DetailField::PolicyNotice, stringText(notice.exptext)));
    if (!notice.noticeref)
        return;
    QStringList numbers;
    for (int i = 0; i < std::min(sk_ASN1_INTEGER_num(notice.noticeref->noticenos), mostDetailRows); ++i)
        numbers.append(numberText(sk_ASN1_INTEGER_value(notice.noticeref->noticenos, i)));
    rows.push_back(
        detail(DetailField::NoticeReference,
               stringText(notice.noticeref->organization) % QStringLiteral(": ") % numbers.join(QStringLiteral(", "))));
}

Detail policyDetail(const POLICYINFO &policy)
{
    Detail row = detail(DetailField::Policy, policy.policyid);
    const int count = policy.qualifiers ? sk_POLICYQUALINFO_num(policy.qualifiers) : 0;
    for (int i = 0; i < std::min(count, mostDetailRows); ++i) {
        const POLICYQUALINFO *qualifier = sk_POLICYQUALINFO_value(policy.qualifiers, i);
        switch (OBJ_obj2nid(qualifier->pqualid)) {
        case NID_id_qt_cps:
            row.parts.push_back(detail(DetailField::PolicyStatement, stringText(qualifier->d.cpsuri)));
            break;
        case NID_id_qt_unotice:
            addNotice(row.parts, *qualifier->d.usernotice);
            break;
        default:
            row.parts.push_back(detail(DetailField::PolicyQualifier, qualifier->pqualid));
        }
    }
    return row;
}

void freeMappings(STACK_OF(POLICY_MAPPING) * mappings)
{
    sk_POLICY_MAPPING_pop_free(mappings, POLICY_MAPPING_free);
}

Reading readMappings(X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    const auto mappings = decoded<POLICY_MAPPINGS, freeMappings>(extension, NID_policy_mappings);
    addRows(rows, mappings ? sk_POLICY_MAPPING_num(mappings.get()) : 0, [&](int i) {
        const POLICY_MAPPING *mapping = sk_POLICY_MAPPING_value(mappings.get(), i);
        return detail(DetailField::PolicyMapping, objectText(mapping->issuerDomainPolicy) % QStringLiteral(" → ")
                                                      % objectText(mapping->subjectDomainPolicy));
    });
    return mappings ? Reading::Done : Reading::Damaged;
}

Reading readConstraints(X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    const auto constraints = decoded<POLICY_CONSTRAINTS, POLICY_CONSTRAINTS_free>(extension, NID_policy_constraints);
    if (!constraints)
        return Reading::Damaged;
    if (constraints->requireExplicitPolicy)
        rows.push_back(detail(DetailField::RequireExplicitPolicy, numberText(constraints->requireExplicitPolicy)));
    if (constraints->inhibitPolicyMapping)
        rows.push_back(detail(DetailField::InhibitPolicyMapping, numberText(constraints->inhibitPolicyMapping)));
    return Reading::Done;
}

} // namespace

ExtensionReading readPolicies(X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    const auto policies = decoded<CERTIFICATEPOLICIES, CERTIFICATEPOLICIES_free>(extension, NID_certificate_policies);
    addRows(rows, policies ? sk_POLICYINFO_num(policies.get()) : 0,
            [&](int i) { return policyDetail(*sk_POLICYINFO_value(policies.get(), i)); });
    return policies ? Reading::Done : Reading::Damaged;
}

ExtensionReading readPolicyExtension(int nid, X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    switch (nid) {
    case NID_certificate_policies:
        return readPolicies(extension, rows);
    case NID_policy_mappings:
        return readMappings(extension, rows);
    case NID_policy_constraints:
        return readConstraints(extension, rows);
    case NID_inhibit_any_policy: {
        const auto number = decoded<ASN1_INTEGER, ASN1_INTEGER_free>(extension, nid);
        if (!number)
            return Reading::Damaged;
        rows.push_back(detail(DetailField::InhibitAnyPolicy, numberText(number.get())));
        return Reading::Done;
    }
    default:
        return Reading::NotMine;
    }
}

} // namespace sealport
