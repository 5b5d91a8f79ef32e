#include "model/certificates/object_names.h"

#include <array>
#include <utility>

namespace sealport {

namespace {

constexpr std::array<std::pair<const char *, const char *>, 41> furtherNames{{
    // CA/Browser Forum baseline requirements 7.1.6.1, EV guidelines, code signing and S/MIME requirements
    {"2.23.140.1.1", "CA/Browser Forum extended validation"},
    {"2.23.140.1.2.1", "CA/Browser Forum domain validated"},
    {"2.23.140.1.2.2", "CA/Browser Forum organization validated"},
    {"2.23.140.1.2.3", "CA/Browser Forum individual validated"},
    {"2.23.140.1.3", "CA/Browser Forum extended validation code signing"},
    {"2.23.140.1.4.1", "CA/Browser Forum code signing"},
    {"2.23.140.1.31", "CA/Browser Forum onion service descriptor"},
    {"2.23.140.3.1", "CA/Browser Forum organization identifier"},
    {"1.3.6.1.4.1.44947.1.1.1", "ISRG domain validated"},
    // ETSI EN 319 412-5
    {"0.4.0.1862.1.1", "QC compliance"},
    {"0.4.0.1862.1.2", "QC limit of value"},
    {"0.4.0.1862.1.3", "QC retention period"},
    {"0.4.0.1862.1.4", "QC key in a secure device"},
    {"0.4.0.1862.1.5", "QC disclosure statements"},
    {"0.4.0.1862.1.6", "QC type"},
    {"0.4.0.1862.1.6.1", "electronic signature"},
    {"0.4.0.1862.1.6.2", "electronic seal"},
    {"0.4.0.1862.1.6.3", "web site authentication"},
    {"0.4.0.1862.1.7", "QC legislation"},
    {"0.4.0.19495.2", "PSD2 statement"},
    {"0.4.0.194112.1.0", "ETSI QCP-n"},
    {"0.4.0.194112.1.1", "ETSI QCP-l"},
    {"0.4.0.194112.1.2", "ETSI QCP-n-qscd"},
    {"0.4.0.194112.1.3", "ETSI QCP-l-qscd"},
    {"0.4.0.194112.1.4", "ETSI QCP-w"},
    {"0.4.0.2042.1.1", "ETSI NCP"},
    {"0.4.0.2042.1.3", "ETSI LCP"},
    {"0.4.0.2042.1.4", "ETSI EVCP"},
    {"0.4.0.2042.1.6", "ETSI DVCP"},
    {"0.4.0.2042.1.7", "ETSI OVCP"},
    {"1.3.6.1.5.5.7.11.1", "PKIX QC syntax 1"},
    {"1.3.6.1.5.5.7.11.2", "PKIX QC syntax 2"},
    // Microsoft
    {"1.3.6.1.4.1.311.20.2", "Microsoft certificate template name"},
    {"1.3.6.1.4.1.311.21.1", "Microsoft CA version"},
    {"1.3.6.1.4.1.311.21.2", "Microsoft previous CA certificate hash"},
    {"1.3.6.1.4.1.311.21.7", "Microsoft certificate template"},
    {"1.3.6.1.4.1.311.21.10", "Microsoft application policies"},
    {"1.3.6.1.4.1.311.25.2", "Microsoft account security identifier"},
    {"1.3.6.1.4.1.311.10.3.13", "Microsoft lifetime signing"},
    {"1.3.6.1.4.1.311.80.1", "Microsoft document encryption"},
    // others
    {"1.3.6.1.4.1.11129.2.4.4", "Certificate Transparency precertificate signing"},
}};

} // namespace

QString dottedNumber(const ASN1_OBJECT *object)
{
    std::array<char, 256> number{};
    if (!object || OBJ_obj2txt(number.data(), static_cast<int>(number.size()), object, 1) <= 0)
        return {};
    return QString::fromLatin1(number.data());
}

QString knownObjectName(const ASN1_OBJECT *object)
{
    const int nid = object ? OBJ_obj2nid(object) : NID_undef;
    if (nid != NID_undef)
        return QString::fromLatin1(OBJ_nid2ln(nid));
    const QString number = dottedNumber(object);
    for (const auto &[known, name] : furtherNames)
        if (number == QLatin1String(known))
            return QString::fromLatin1(name);
    return {};
}

QString objectText(const ASN1_OBJECT *object)
{
    const QString name = knownObjectName(object);
    const QString number = dottedNumber(object);
    if (name.isEmpty())
        return number;
    return name % QStringLiteral(" (") % number % u')';
}

} // namespace sealport
