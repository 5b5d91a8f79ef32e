#include "model/certificates/request_signing.h"

#include "model/certificates/alternative_name.h"
#include "model/certificates/certificate_extensions.h"
#include "model/certificates/certificate_signing.h"
#include "model/certificates/detail_rows.h"
#include "model/certificates/display_text.h"
#include "model/certificates/object_names.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/x509_values.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

using ConstraintsPtr = Handle<BASIC_CONSTRAINTS, BASIC_CONSTRAINTS_free>;
using KeyPurposesPtr = Handle<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free>;

Error refused(ErrorCode code, const QString &subject)
{
    return Error{.code = code, .subject = displayText(subject.left(300)), .values = {}, .causes = {}};
}

QSet<QString> usagesIn(X509_EXTENSION &extension)
{
    QSet<QString> numbers;
    const auto usages = decoded<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free>(extension, NID_ext_key_usage);
    for (int i = 0; usages && i < sk_ASN1_OBJECT_num(usages.get()); ++i)
        numbers.insert(dottedNumber(sk_ASN1_OBJECT_value(usages.get(), i)));
    return numbers;
}

bool hasSame(const X509 &certificate, X509_EXTENSION &wanted)
{
    const int at = X509_get_ext_by_OBJ(&certificate, X509_EXTENSION_get_object(&wanted), -1);
    if (at < 0)
        return false;
    X509_EXTENSION *given = X509_get_ext(&certificate, at);
    if (OBJ_obj2nid(X509_EXTENSION_get_object(&wanted)) == NID_ext_key_usage)
        return usagesIn(*given) == usagesIn(wanted);
    return ASN1_OCTET_STRING_cmp(X509_EXTENSION_get_data(given), X509_EXTENSION_get_data(&wanted)) == 0;
}

/// Null where the value is none.
ExtensionsPtr extensionsIn(const ASN1_TYPE &value)
{
    if (value.type != V_ASN1_SEQUENCE)
        return nullptr;
    const unsigned char *in = value.value.sequence->data;
    return ExtensionsPtr(d2i_X509_EXTENSIONS(nullptr, &in, value.value.sequence->length));
}

/// What the values of an attribute from `first` on ask for and the certificate does not have just so.
QStringList refusedIn(X509_ATTRIBUTE &attribute, int first, const X509 &certificate)
{
    QStringList names;
    for (int i = first; i < X509_ATTRIBUTE_count(&attribute); ++i) {
        const ExtensionsPtr wanted = extensionsIn(*X509_ATTRIBUTE_get0_type(&attribute, i));
        if (!wanted)
            names.append(displayText(objectText(X509_ATTRIBUTE_get0_object(&attribute))));
        for (int at = 0; wanted && at < sk_X509_EXTENSION_num(wanted.get()); ++at) {
            X509_EXTENSION &extension = *sk_X509_EXTENSION_value(wanted.get(), at);
            if (!hasSame(certificate, extension))
                names.append(displayText(objectText(X509_EXTENSION_get_object(&extension))));
        }
    }
    return names;
}

} // namespace

Result<CertificateRequest> makeRequest(const CertificateSpec &spec, const PrivateKey &key)
{
    if (std::vector<Error> errors = validateRequest(spec); !errors.empty())
        return std::unexpected(std::move(errors.front()));
    if (key.isNull())
        return std::unexpected(refused(ErrorCode::NoPrivateKey, spec.commonName));

    CertificateSpec asked = spec;
    asked.revocationListUrl.clear();
    asked.ocspUrl.clear();
    asked.issuerUrl.clear();
    const RequestPtr request(X509_REQ_new());
    const ExtensionsPtr extensions = extensionsOf(asked, *key.handle(), SubjectIs::Given);
    const bool isBuilt = request && extensions && X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) == 1
                         && writeSubject(*X509_REQ_get_subject_name(request.get()), asked)
                         && X509_REQ_set_pubkey(request.get(), key.handle()) == 1
                         && X509_REQ_add_extensions(request.get(), extensions.get()) == 1
                         && X509_REQ_sign(request.get(), key.handle(), signatureDigest(*key.handle())) > 0;
    if (!isBuilt)
        return std::unexpected(takeOpenSslError(ErrorCode::Internal, QStringLiteral("making the request")));
    const QByteArray der = encodedDer(i2d_X509_REQ, request.get());
    return CertificateRequest::fromDer(std::as_bytes(std::span(der.constData(), static_cast<std::size_t>(der.size()))));
}

RequestedUse requestedUse(const CertificateRequest &request)
{
    const IgnoreOpenSslErrors ignore;
    RequestedUse use;
    const ExtensionsPtr extensions(X509_REQ_get_extensions(request.handle()));
    const auto contentOf = [&extensions](int nid) {
        return X509V3_get_d2i(extensions.get(), nid, nullptr, nullptr); // null where there are no extensions
    };
    const ConstraintsPtr constraints(static_cast<BASIC_CONSTRAINTS *>(contentOf(NID_basic_constraints)));
    use.isAuthority = constraints && constraints->ca != 0;
    const KeyPurposesPtr usages(static_cast<EXTENDED_KEY_USAGE *>(contentOf(NID_ext_key_usage)));
    const int count = usages ? sk_ASN1_OBJECT_num(usages.get()) : 0;
    addRows(use.rows, count, [&usages](int i) { return purposeDetail(sk_ASN1_OBJECT_value(usages.get(), i)); });
    for (int i = 0; i < count; ++i) { // all of them, however many are shown
        const auto purpose = purposeOf(sk_ASN1_OBJECT_value(usages.get(), i));
        if (purpose && std::ranges::find(use.purposes, *purpose) == use.purposes.end())
            use.purposes.push_back(*purpose);
    }
    return use;
}

Result<Certificate> signRequest(const CertificateRequest &request, const CertificateSpec &terms, const Identity &issuer,
                                const std::optional<QStringList> &alternativeNames)
{
    const QStringList names = alternativeNames.value_or(request.subjectAltNames());
    if (!request.isSignatureValid())
        return std::unexpected(refused(ErrorCode::RequestNotSigned, request.name()));
    X509_NAME *subject = X509_REQ_get_subject_name(request.handle());
    if (X509_NAME_entry_count(subject) == 0 && names.isEmpty())
        return std::unexpected(refused(ErrorCode::InvalidName, {}));
    for (const QString &name : names)
        if (!parseAlternativeName(name))
            return std::unexpected(refused(ErrorCode::InvalidAlternativeName, name));
    if (std::vector<Error> errors = validateTerms(terms); !errors.empty())
        return std::unexpected(std::move(errors.front()));
    if (!issuer.certificate.isCa())
        return std::unexpected(refused(ErrorCode::NotAnAuthority, issuer.certificate.name()));
    if (const auto checked = checkIssuer(&issuer); !checked)
        return std::unexpected(checked.error());

    CertificateSpec spec = terms;
    spec.alternativeNames = names;
    return signCertificate(spec, *subject, *X509_REQ_get0_pubkey(request.handle()), &issuer, *issuer.key.handle());
}

QStringList refusedExtensions(const CertificateRequest &request, const Certificate &certificate)
{
    const IgnoreOpenSslErrors ignore; // what cannot be read was not taken over
    QStringList names;
    const ExtensionsPtr wanted(X509_REQ_get_extensions(request.handle()));
    for (int i = 0; wanted && i < sk_X509_EXTENSION_num(wanted.get()); ++i) {
        X509_EXTENSION &extension = *sk_X509_EXTENSION_value(wanted.get(), i);
        const ASN1_OBJECT *object = X509_EXTENSION_get_object(&extension);
        const bool isName = OBJ_obj2nid(object) == NID_subject_alt_name; // taken over, perhaps written otherwise
        if (!isName && !hasSame(*certificate.handle(), extension))
            names.append(displayText(objectText(object)));
    }
    const int read = extensionsAttribute(*request.handle());
    for (int i = 0; i < X509_REQ_get_attr_count(request.handle()); ++i) {
        X509_ATTRIBUTE &attribute = *X509_REQ_get_attr(request.handle(), i);
        const bool isAsking = X509_REQ_extension_nid(OBJ_obj2nid(X509_ATTRIBUTE_get0_object(&attribute))) != 0;
        if (isAsking)
            names += refusedIn(attribute, i == read && wanted ? 1 : 0, *certificate.handle());
    }
    names.removeDuplicates();
    return names;
}

} // namespace sealport
