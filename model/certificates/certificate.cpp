#include "model/certificates/certificate.h"

#include "model/certificates/display_text.h"
#include "model/certificates/ip_address.h"
#include "model/certificates/openssl_error.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <ctime>
#include <limits>

namespace sealport {

struct Certificate::Data {
    X509Ptr x509;
    QByteArray der;
    QByteArray sha1;
    QByteArray sha256;
    QString subject;
    QString issuer;
    QString name;
    QString serial;
    QDateTime notBefore;
    QDateTime notAfter;
    QString keyType;
    int keyBits = 0;
    QString signatureAlgorithm;
    QStringList subjectAltNames;
    bool isCa = false;
    bool isSelfIssued = false;
};

namespace {

void freeConfigValues(STACK_OF(CONF_VALUE) * values)
{
    sk_CONF_VALUE_pop_free(values, X509V3_conf_free);
}

using GeneralNamesPtr = Handle<GENERAL_NAMES, GENERAL_NAMES_free>;
using ConfigValuesPtr = Handle<STACK_OF(CONF_VALUE), freeConfigValues>;

QByteArray memoryOf(BIO &memory)
{
    char *start = nullptr;
    const long size = BIO_ctrl(&memory, BIO_CTRL_INFO, 0, static_cast<void *>(&start));
    return size > 0 ? QByteArray(start, static_cast<qsizetype>(size)) : QByteArray();
}

QString printedName(const X509_NAME *name)
{
    constexpr unsigned long asAgreed = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
    // A string that is not what its type claims cannot be converted; its octets can still be shown.
    constexpr unsigned long octetByOctet = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_UTF8_CONVERT);
    constexpr unsigned long dumped = XN_FLAG_RFC2253 | ASN1_STRFLGS_DUMP_ALL;
    for (const unsigned long flags : {asAgreed, octetByOctet, dumped}) {
        const BioPtr memory(BIO_new(BIO_s_mem()));
        if (memory && X509_NAME_print_ex(memory.get(), name, 0, flags) >= 0)
            return displayText(QString::fromUtf8(memoryOf(*memory)));
    }
    return {};
}

QString text(const ASN1_STRING *string)
{
    unsigned char *utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, string);
    if (size < 0) {
        const auto *octets = reinterpret_cast<const char *>(ASN1_STRING_get0_data(string));
        return displayText(QString::fromLatin1(octets, ASN1_STRING_length(string)));
    }
    const QString result = QString::fromUtf8(reinterpret_cast<const char *>(utf8), size);
    OPENSSL_free(utf8);
    return displayText(result);
}

QString lastCommonName(const X509_NAME *name)
{
    int last = -1;
    for (int at = -1; (at = X509_NAME_get_index_by_NID(name, NID_commonName, at)) >= 0;)
        last = at;
    return last < 0 ? QString() : text(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, last)));
}

QString objectName(const ASN1_OBJECT *object)
{
    std::array<char, 128> name{};
    OBJ_obj2txt(name.data(), static_cast<int>(name.size()), object, 0);
    return QString::fromLatin1(name.data());
}

QString serialHex(const ASN1_INTEGER *serial)
{
    const auto *octets = reinterpret_cast<const char *>(ASN1_STRING_get0_data(serial));
    const QByteArray hex = QByteArray(octets, ASN1_STRING_length(serial)).toHex();
    const bool negative = ASN1_STRING_type(serial) == V_ASN1_NEG_INTEGER;
    return (negative ? QStringLiteral("-") : QString())
           % (hex.isEmpty() ? QStringLiteral("00") : QString::fromLatin1(hex));
}

QDateTime utcTime(const ASN1_TIME *time)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
}

QString alternativeName(GENERAL_NAME &name)
{
    int type = 0;
    void *value = GENERAL_NAME_get0_value(&name, &type);
    const auto *string = static_cast<const ASN1_STRING *>(value);
    switch (type) {
    case GEN_DNS:
        return QStringLiteral("DNS:") % text(string);
    case GEN_EMAIL:
        return QStringLiteral("email:") % text(string);
    case GEN_URI:
        return QStringLiteral("URI:") % text(string);
    case GEN_IPADD:
        return QStringLiteral("IP:")
               % ipText(QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(string)),
                                   ASN1_STRING_length(string)));
    default:
        break;
    }
    const ConfigValuesPtr values(i2v_GENERAL_NAME(nullptr, &name, nullptr));
    if (!values || sk_CONF_VALUE_num(values.get()) == 0)
        return {};
    const CONF_VALUE &entry = *sk_CONF_VALUE_value(values.get(), 0);
    return displayText(QString::fromUtf8(entry.name) % u':' % QString::fromUtf8(entry.value));
}

QStringList alternativeNames(const X509 *x509)
{
    const GeneralNamesPtr names(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(x509, NID_subject_alt_name, nullptr, nullptr)));
    QStringList result;
    const int count = names ? sk_GENERAL_NAME_num(names.get()) : 0;
    for (int i = 0; i < count; ++i)
        result.append(alternativeName(*sk_GENERAL_NAME_value(names.get(), i)));
    return result;
}

QString keyTypeName(const X509 *x509)
{
    const EVP_PKEY *key = X509_get0_pubkey(x509);
    switch (key ? EVP_PKEY_get_base_id(key) : EVP_PKEY_NONE) {
    case EVP_PKEY_RSA:
        return QStringLiteral("RSA");
    case EVP_PKEY_RSA_PSS:
        return QStringLiteral("RSA-PSS");
    case EVP_PKEY_EC:
        return QStringLiteral("EC");
    case EVP_PKEY_ED25519:
        return QStringLiteral("ED25519");
    case EVP_PKEY_ED448:
        return QStringLiteral("ED448");
    case EVP_PKEY_DSA:
        return QStringLiteral("DSA");
    default:
        break;
    }
    ASN1_OBJECT *algorithm = nullptr;
    X509_PUBKEY_get0_param(&algorithm, nullptr, nullptr, nullptr, X509_get_X509_PUBKEY(x509));
    return algorithm ? objectName(algorithm) : QString();
}

QByteArray encoded(const X509 *x509)
{
    QByteArray der(std::max(0, i2d_X509(x509, nullptr)), Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(der.data());
    i2d_X509(x509, &out);
    return der;
}

QString withoutPrefix(const QString &alternativeName)
{
    return alternativeName.mid(alternativeName.indexOf(u':') + 1);
}

} // namespace

Result<Certificate> Certificate::fromDer(std::span<const std::byte> der)
{
    const auto *in = reinterpret_cast<const unsigned char *>(der.data());
    const unsigned char *const end = in + der.size();
    X509Ptr x509;
    if (der.size() <= static_cast<std::size_t>(std::numeric_limits<long>::max()))
        x509.reset(d2i_X509(nullptr, &in, static_cast<long>(der.size())));
    if (!x509 || in != end)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedCertificate));
    return fromX509(std::move(x509));
}

Certificate Certificate::fromX509(X509Ptr certificate)
{
    const IgnoreOpenSslErrors ignore; // a part that cannot be read is shown as missing
    X509 *x509 = certificate.get();
    X509_check_purpose(x509, -1, 0); // fills the extension cache now, so that later reads change nothing

    auto data = std::make_shared<Data>();
    data->der = encoded(x509);
    data->sha1 = QCryptographicHash::hash(data->der, QCryptographicHash::Sha1);
    data->sha256 = QCryptographicHash::hash(data->der, QCryptographicHash::Sha256);
    data->subject = printedName(X509_get_subject_name(x509));
    data->issuer = printedName(X509_get_issuer_name(x509));
    data->serial = serialHex(X509_get0_serialNumber(x509));
    data->notBefore = utcTime(X509_get0_notBefore(x509));
    data->notAfter = utcTime(X509_get0_notAfter(x509));
    data->keyType = keyTypeName(x509);
    if (const EVP_PKEY *key = X509_get0_pubkey(x509))
        data->keyBits = EVP_PKEY_get_bits(key);
    data->signatureAlgorithm = objectName(X509_get0_tbs_sigalg(x509)->algorithm);
    data->subjectAltNames = alternativeNames(x509);
    data->isCa = (X509_get_extension_flags(x509) & EXFLAG_CA) != 0;
    data->isSelfIssued = X509_NAME_cmp(X509_get_subject_name(x509), X509_get_issuer_name(x509)) == 0;

    data->name = lastCommonName(X509_get_subject_name(x509));
    if (data->name.isEmpty() && !data->subjectAltNames.isEmpty())
        data->name = withoutPrefix(data->subjectAltNames.first());
    if (data->name.isEmpty())
        data->name = data->subject;

    data->x509 = std::move(certificate);
    return Certificate(std::move(data));
}

const QString &Certificate::subject() const
{
    return d->subject;
}
const QString &Certificate::issuer() const
{
    return d->issuer;
}
const QString &Certificate::name() const
{
    return d->name;
}
const QString &Certificate::serial() const
{
    return d->serial;
}
const QDateTime &Certificate::notBefore() const
{
    return d->notBefore;
}
const QDateTime &Certificate::notAfter() const
{
    return d->notAfter;
}
const QString &Certificate::keyType() const
{
    return d->keyType;
}
int Certificate::keyBits() const
{
    return d->keyBits;
}
const QString &Certificate::signatureAlgorithm() const
{
    return d->signatureAlgorithm;
}
const QStringList &Certificate::subjectAltNames() const
{
    return d->subjectAltNames;
}
bool Certificate::isCa() const
{
    return d->isCa;
}
bool Certificate::isSelfIssued() const
{
    return d->isSelfIssued;
}
QByteArray Certificate::der() const
{
    return d->der;
}
const QByteArray &Certificate::sha1() const
{
    return d->sha1;
}
const QByteArray &Certificate::sha256() const
{
    return d->sha256;
}
X509 *Certificate::handle() const
{
    return d->x509.get();
}

QByteArray Certificate::pem() const
{
    constexpr qsizetype lineLength = 64; // RFC 7468 section 2
    const QByteArray base64 = d->der.toBase64();
    QByteArray pem("-----BEGIN CERTIFICATE-----\n");
    for (qsizetype at = 0; at < base64.size(); at += lineLength)
        pem += base64.mid(at, lineLength) + '\n';
    return pem + "-----END CERTIFICATE-----\n";
}

QByteArray Certificate::thumbprint(ThumbprintAlgorithm algorithm) const
{
    switch (algorithm) {
    case ThumbprintAlgorithm::Md5:
        return QCryptographicHash::hash(d->der, QCryptographicHash::Md5);
    case ThumbprintAlgorithm::Sha1:
        return d->sha1;
    case ThumbprintAlgorithm::Sha256:
        return d->sha256;
    case ThumbprintAlgorithm::Sha384:
        return QCryptographicHash::hash(d->der, QCryptographicHash::Sha384);
    case ThumbprintAlgorithm::Sha512:
        return QCryptographicHash::hash(d->der, QCryptographicHash::Sha512);
    }
    Q_UNREACHABLE();
}

QByteArray Certificate::publicKeySha256() const
{
    const X509_PUBKEY *key = X509_get_X509_PUBKEY(d->x509.get());
    QByteArray der(std::max(0, i2d_X509_PUBKEY(key, nullptr)), Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(der.data());
    i2d_X509_PUBKEY(key, &out);
    return QCryptographicHash::hash(der, QCryptographicHash::Sha256);
}

QByteArray Certificate::keyIdentifier() const
{
    const ASN1_BIT_STRING *bits = X509_get0_pubkey_bitstr(d->x509.get());
    return QCryptographicHash::hash(QByteArrayView(bits->data, bits->length), QCryptographicHash::Sha1);
}

} // namespace sealport
