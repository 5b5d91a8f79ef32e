#include "model/certificates/detail_rows.h"

#include "model/certificates/object_names.h"
#include "model/certificates/x509_values.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/rsa.h>

#include <array>

namespace sealport {

namespace {

using BigNumberPtr = Handle<BIGNUM, BN_free>;
using PssParametersPtr = Handle<RSA_PSS_PARAMS, RSA_PSS_PARAMS_free>;
using AlgorithmPtr = Handle<X509_ALGOR, X509_ALGOR_free>;

QByteArray octetsOfNumber(const EVP_PKEY &key, const char *parameter)
{
    BIGNUM *raw = nullptr;
    if (EVP_PKEY_get_bn_param(&key, parameter, &raw) != 1)
        return {};
    const BigNumberPtr number(raw);
    QByteArray octets(BN_num_bytes(raw), Qt::Uninitialized);
    BN_bn2bin(raw, reinterpret_cast<unsigned char *>(octets.data()));
    return octets;
}

/// In decimal as far as people say it so: 65537, not a number of a hundred digits.
QString exponentText(const QByteArray &octets)
{
    constexpr qsizetype spoken = 7;
    if (octets.size() > spoken)
        return hexOf(QByteArrayView(octets));
    quint64 value = 0;
    for (const char octet : octets)
        value = value << 8 | static_cast<unsigned char>(octet);
    return QString::number(value);
}

QString curveOf(const EVP_PKEY &key)
{
    std::array<char, 80> group{};
    std::size_t size = 0;
    if (EVP_PKEY_get_utf8_string_param(&key, OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size(), &size) != 1)
        return {};
    const int nid = OBJ_txt2nid(group.data());
    const char *spoken = EC_curve_nid2nist(nid);
    const QString name = QString::fromLatin1(group.data());
    return spoken && name != QLatin1String(spoken)
               ? QString(QString::fromLatin1(spoken) % QStringLiteral(" (") % name % u')')
               : name;
}

void addHash(std::vector<Detail> &rows, DetailField field, const X509_ALGOR *algorithm)
{
    if (algorithm) {
        const ASN1_OBJECT *object = nullptr;
        X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
        rows.push_back(detail(field, objectText(object)));
    } else {
        rows.push_back(detail(field, QStringLiteral("sha1"))); // the default of RFC 4055 section 3.1
    }
}

void addPssParameters(std::vector<Detail> &rows, const ASN1_STRING *encoded)
{
    const unsigned char *in = ASN1_STRING_get0_data(encoded);
    const PssParametersPtr parameters(d2i_RSA_PSS_PARAMS(nullptr, &in, ASN1_STRING_length(encoded)));
    if (!parameters) {
        rows.push_back(detail(DetailField::Undecodable, hexOf(encoded)));
        return;
    }
    addHash(rows, DetailField::HashAlgorithm, parameters->hashAlgorithm);
    QString mask = QStringLiteral("mgf1 (sha1)");
    if (parameters->maskGenAlgorithm) {
        const ASN1_OBJECT *object = nullptr;
        int type = 0;
        const void *value = nullptr;
        X509_ALGOR_get0(&object, &type, &value, parameters->maskGenAlgorithm);
        mask = objectText(object);
        if (type == V_ASN1_SEQUENCE) {
            const auto *inner = static_cast<const ASN1_STRING *>(value);
            const unsigned char *from = ASN1_STRING_get0_data(inner);
            const AlgorithmPtr hash(d2i_X509_ALGOR(nullptr, &from, ASN1_STRING_length(inner)));
            if (hash)
                mask += QStringLiteral(", ") + objectText(hash->algorithm);
        }
    }
    rows.push_back(detail(DetailField::MaskGeneration, mask));
    rows.push_back(detail(DetailField::SaltLength,
                          parameters->saltLength ? numberText(parameters->saltLength) : QStringLiteral("20")));
    if (parameters->trailerField)
        rows.push_back(detail(DetailField::TrailerField, numberText(parameters->trailerField)));
}

} // namespace

Detail algorithmDetail(DetailField field, const X509_ALGOR &algorithm)
{
    const ASN1_OBJECT *object = nullptr;
    int type = 0;
    const void *value = nullptr;
    X509_ALGOR_get0(&object, &type, &value, &algorithm);
    Detail row = detail(field, object, objectName(object));
    if (OBJ_obj2nid(object) == NID_rsassaPss && type == V_ASN1_SEQUENCE)
        addPssParameters(row.parts, static_cast<const ASN1_STRING *>(value));
    return row;
}

Detail publicKeyDetail(X509_PUBKEY &key)
{
    ASN1_OBJECT *object = nullptr;
    const unsigned char *bits = nullptr;
    int size = 0;
    X509_ALGOR *algorithm = nullptr;
    X509_PUBKEY_get0_param(&object, &bits, &size, &algorithm, &key);
    Detail row = detail(DetailField::PublicKey, object, keyTypeName(key));

    const EVP_PKEY *decodedKey = X509_PUBKEY_get0(&key);
    const int type = decodedKey ? EVP_PKEY_get_base_id(decodedKey) : EVP_PKEY_NONE;
    const QString value = hexOf(QByteArrayView(bits, size));
    if (decodedKey && EVP_PKEY_get_bits(decodedKey) > 0)
        row.parts.push_back(detail(DetailField::KeySize, QString::number(EVP_PKEY_get_bits(decodedKey))));
    if (type == EVP_PKEY_RSA || type == EVP_PKEY_RSA_PSS) {
        const QByteArray modulus = octetsOfNumber(*decodedKey, OSSL_PKEY_PARAM_RSA_N);
        row.parts.push_back(detail(DetailField::Modulus, hexOf(QByteArrayView(modulus))));
        row.parts.push_back(
            detail(DetailField::Exponent, exponentText(octetsOfNumber(*decodedKey, OSSL_PKEY_PARAM_RSA_E))));
        int parametersType = 0;
        const void *parameters = nullptr;
        X509_ALGOR_get0(nullptr, &parametersType, &parameters, algorithm);
        if (type == EVP_PKEY_RSA_PSS && parametersType == V_ASN1_SEQUENCE)
            addPssParameters(row.parts, static_cast<const ASN1_STRING *>(parameters));
    } else if (type == EVP_PKEY_EC) {
        row.parts.push_back(detail(DetailField::Curve, curveOf(*decodedKey)));
        row.parts.push_back(detail(DetailField::Point, value));
    } else {
        row.parts.push_back(detail(decodedKey ? DetailField::KeyValue : DetailField::Undecodable, value));
    }
    return row;
}

} // namespace sealport
