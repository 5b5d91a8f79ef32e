#include "model/certificates/openssh_public_key.h"

#include "model/certificates/openssl_error.h"

#include <openssl/core_names.h>
#include <openssl/param_build.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace sealport {

namespace {

using NumberPtr = Handle<BIGNUM, BN_free>;
using ParameterBuilderPtr = Handle<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using ParametersPtr = Handle<OSSL_PARAM, OSSL_PARAM_free>;

struct Curve {
    const char *group; ///< as OpenSSL calls it
    const char *label; ///< as EVP_PKEY's users do
    const char *name;  ///< as SSH does
};

constexpr std::array curves{Curve{"prime256v1", "P-256", "nistp256"}, Curve{"secp384r1", "P-384", "nistp384"},
                            Curve{"secp521r1", "P-521", "nistp521"}};
constexpr auto ecPrefix = "ecdsa-sha2-";

Error unsupported(const QString &name)
{
    return Error{
        .code = ErrorCode::UnsupportedAlgorithm, .subject = {}, .values = {name, QStringLiteral("ssh")}, .causes = {}};
}

Error malformed()
{
    return takeOpenSslError(ErrorCode::MalformedKey);
}

/// RFC 4251 section 5: "string".
QByteArray field(const QByteArray &octets)
{
    QByteArray result;
    for (unsigned shift = 32; shift > 0; shift -= 8)
        result.append(static_cast<char>(octets.size() >> (shift - 8)));
    return result + octets;
}

/// RFC 4251 section 5: "mpint" of a number that is not negative.
QByteArray numberField(const BIGNUM &number)
{
    QByteArray octets(BN_num_bytes(&number), Qt::Uninitialized);
    BN_bn2bin(&number, reinterpret_cast<unsigned char *>(octets.data()));
    constexpr int sign = 0x80;
    if (!octets.isEmpty() && (octets.front() & sign) != 0)
        octets.prepend('\0');
    return field(octets);
}

NumberPtr number(const EVP_PKEY &key, const char *name)
{
    BIGNUM *value = nullptr;
    EVP_PKEY_get_bn_param(&key, name, &value);
    return NumberPtr(value);
}

QByteArray octets(const EVP_PKEY &key, const char *name)
{
    std::size_t size = 0;
    if (EVP_PKEY_get_octet_string_param(&key, name, nullptr, 0, &size) != 1)
        return {};
    QByteArray result(static_cast<qsizetype>(size), Qt::Uninitialized);
    EVP_PKEY_get_octet_string_param(&key, name, reinterpret_cast<unsigned char *>(result.data()), size, &size);
    return result;
}

/// Type and blob.
using Parts = std::pair<QByteArray, QByteArray>;

Result<Parts> rsaParts(const EVP_PKEY &key)
{
    const QByteArray type = "ssh-rsa";
    const NumberPtr exponent = number(key, OSSL_PKEY_PARAM_RSA_E);
    const NumberPtr modulus = number(key, OSSL_PKEY_PARAM_RSA_N);
    if (!exponent || !modulus)
        return std::unexpected(malformed());
    QByteArray blob = field(type);
    blob += numberField(*exponent);
    blob += numberField(*modulus);
    return Parts(type, blob);
}

Result<Parts> ecParts(const EVP_PKEY &key)
{
    std::array<char, 64> group{};
    std::size_t size = 0;
    EVP_PKEY_get_group_name(&key, group.data(), group.size(), &size);
    const QByteArray name(group.data(), static_cast<qsizetype>(size));
    const auto curve = std::ranges::find_if(curves, [&](const Curve &c) { return name == c.group || name == c.label; });
    if (curve == curves.end())
        return std::unexpected(unsupported(QString::fromLatin1(name)));
    // The point as it stands in OpenSSL may be compressed; SSH wants it whole.
    const NumberPtr x = number(key, OSSL_PKEY_PARAM_EC_PUB_X);
    const NumberPtr y = number(key, OSSL_PKEY_PARAM_EC_PUB_Y);
    if (!x || !y)
        return std::unexpected(malformed());
    const int width = (EVP_PKEY_get_bits(&key) + 7) / 8;
    QByteArray point(1 + 2 * width, '\x04');
    auto *out = reinterpret_cast<unsigned char *>(point.data());
    if (BN_bn2binpad(x.get(), out + 1, width) != width || BN_bn2binpad(y.get(), out + 1 + width, width) != width)
        return std::unexpected(malformed());
    const QByteArray type = QByteArray(ecPrefix) + curve->name;
    QByteArray blob = field(type);
    blob += field(curve->name);
    blob += field(point);
    return Parts(type, blob);
}

Result<Parts> edwardsParts(const EVP_PKEY &key)
{
    const QByteArray type = "ssh-ed25519";
    QByteArray blob = field(type);
    blob += field(octets(key, OSSL_PKEY_PARAM_PUB_KEY));
    return Parts(type, blob);
}

Result<Parts> partsOf(const EVP_PKEY &key)
{
    switch (EVP_PKEY_get_base_id(&key)) {
    case EVP_PKEY_RSA:
        return rsaParts(key);
    case EVP_PKEY_EC:
        return ecParts(key);
    case EVP_PKEY_ED25519:
        return edwardsParts(key);
    default:
        break;
    }
    const char *name = EVP_PKEY_get0_type_name(&key);
    return std::unexpected(unsupported(QString::fromLatin1(name ? name : "?")));
}

/// Takes the first "string" off `blob`; nothing where it is cut short.
std::optional<QByteArray> takeField(QByteArray &blob)
{
    constexpr qsizetype lengthSize = 4;
    if (blob.size() < lengthSize)
        return std::nullopt;
    std::uint32_t size = 0;
    for (qsizetype i = 0; i < lengthSize; ++i)
        size = size << 8U | static_cast<unsigned char>(blob.at(i));
    if (static_cast<qsizetype>(size) > blob.size() - lengthSize)
        return std::nullopt;
    const QByteArray result = blob.mid(lengthSize, static_cast<qsizetype>(size));
    blob.remove(0, lengthSize + result.size());
    return result;
}

PkeyPtr keyFrom(const char *type, OSSL_PARAM_BLD &builder)
{
    const ParametersPtr parameters(OSSL_PARAM_BLD_to_param(&builder));
    const PkeyContextPtr context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (parameters && context && EVP_PKEY_fromdata_init(context.get()) == 1)
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get());
    return PkeyPtr(key);
}

NumberPtr numberOf(const QByteArray &octets)
{
    return NumberPtr(BN_bin2bn(reinterpret_cast<const unsigned char *>(octets.constData()),
                               static_cast<int>(octets.size()), nullptr));
}

} // namespace

Result<QByteArray> openSshPublicKey(const EVP_PKEY &key, const QString &comment)
{
    const auto parts = partsOf(key);
    if (!parts)
        return std::unexpected(parts.error());
    QByteArray line = parts->first + ' ' + parts->second.toBase64();
    if (const QString simple = comment.simplified(); !simple.isEmpty())
        line += ' ' + simple.toUtf8();
    return line + '\n';
}

Result<PkeyPtr> parseOpenSshPublicKey(const QByteArray &line)
{
    const QList<QByteArray> words = line.simplified().split(' ');
    QByteArray blob = QByteArray::fromBase64(words.value(1));
    const auto type = takeField(blob);
    const auto first = takeField(blob);
    if (!type || !first || *type != words.first())
        return std::unexpected(malformed());
    const ParameterBuilderPtr builder(OSSL_PARAM_BLD_new());
    if (!builder)
        return std::unexpected(malformed());
    PkeyPtr key;
    if (*type == "ssh-ed25519") {
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, first->constData(),
                                         static_cast<std::size_t>(first->size()));
        key = keyFrom("ED25519", *builder);
    } else if (const auto second = takeField(blob); !second) {
        return std::unexpected(malformed());
    } else if (*type == "ssh-rsa") {
        const NumberPtr exponent = numberOf(*first);
        const NumberPtr modulus = numberOf(*second);
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
        key = keyFrom("RSA", *builder);
    } else {
        const auto curve = std::ranges::find_if(
            curves, [&](const Curve &c) { return *type == QByteArray(ecPrefix) + c.name && *first == c.name; });
        if (curve == curves.end())
            return std::unexpected(unsupported(QString::fromLatin1(*type)));
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve->group, 0);
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, second->constData(),
                                         static_cast<std::size_t>(second->size()));
        key = keyFrom("EC", *builder);
    }
    if (!key || !blob.isEmpty())
        return std::unexpected(malformed());
    return key;
}

} // namespace sealport
