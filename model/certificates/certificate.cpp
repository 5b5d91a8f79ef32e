#include "model/certificates/certificate.h"

#include "model/certificates/openssl_error.h"
#include "model/certificates/pem_blocks.h"
#include "model/certificates/x509_values.h"

#include <QCryptographicHash>

#include <limits>
#include <mutex>

namespace sealport {

struct Certificate::Data {
    mutable std::once_flag decoded; ///< a list of 100,000 shows strings alone: most are never decoded again
    mutable X509Ptr x509;
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
    std::uint32_t extendedKeyUsage = 0;
    bool isCa = false;
    bool isSelfIssued = false;

    static std::shared_ptr<Data> of(X509 &certificate);
};

namespace {

using GeneralNamesPtr = Handle<GENERAL_NAMES, GENERAL_NAMES_free>;

QStringList alternativeNames(const X509 *x509)
{
    const GeneralNamesPtr names(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(x509, NID_subject_alt_name, nullptr, nullptr)));
    return names ? generalNameTexts(*names) : QStringList();
}

} // namespace

Result<Certificate> Certificate::fromDer(std::span<const std::byte> der)
{
    const IgnoreOpenSslErrors ignore; // a part that cannot be read is shown as missing
    const auto *in = reinterpret_cast<const unsigned char *>(der.data());
    const unsigned char *const end = in + der.size();
    X509Ptr x509;
    if (der.size() <= static_cast<std::size_t>(std::numeric_limits<long>::max()))
        x509.reset(d2i_X509(nullptr, &in, static_cast<long>(der.size())));
    if (!x509 || in != end)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedCertificate));
    return Certificate(Data::of(*x509));
}

Certificate Certificate::fromX509(X509Ptr certificate)
{
    auto data = Data::of(*certificate);
    std::call_once(data->decoded, [&] { data->x509 = std::move(certificate); });
    return Certificate(std::move(data));
}

std::shared_ptr<Certificate::Data> Certificate::Data::of(X509 &certificate)
{
    const IgnoreOpenSslErrors ignore; // a part that cannot be read is shown as missing
    X509 *x509 = &certificate;
    X509_check_purpose(x509, -1, 0); // fills the extension cache now, so that later reads change nothing

    auto data = std::make_shared<Data>();
    data->der = encodedDer(i2d_X509, x509);
    data->sha1 = QCryptographicHash::hash(data->der, QCryptographicHash::Sha1);
    data->sha256 = QCryptographicHash::hash(data->der, QCryptographicHash::Sha256);
    data->subject = nameText(X509_get_subject_name(x509));
    data->issuer = nameText(X509_get_issuer_name(x509));
    data->serial = serialHex(X509_get0_serialNumber(x509));
    data->notBefore = utcTime(X509_get0_notBefore(x509));
    data->notAfter = utcTime(X509_get0_notAfter(x509));
    data->keyType = keyTypeName(*X509_get_X509_PUBKEY(x509));
    if (const EVP_PKEY *key = X509_get0_pubkey(x509))
        data->keyBits = EVP_PKEY_get_bits(key);
    data->signatureAlgorithm = objectName(X509_get0_tbs_sigalg(x509)->algorithm);
    data->subjectAltNames = alternativeNames(x509);
    data->extendedKeyUsage = X509_get_extended_key_usage(x509);
    data->isCa = (X509_get_extension_flags(x509) & EXFLAG_CA) != 0;
    data->isSelfIssued = X509_NAME_cmp(X509_get_subject_name(x509), X509_get_issuer_name(x509)) == 0;

    data->name = shownName(X509_get_subject_name(x509), data->subjectAltNames, data->subject);
    return data;
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
std::uint32_t Certificate::extendedKeyUsage() const
{
    return d->extendedKeyUsage;
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
    std::call_once(d->decoded, [this] {
        const IgnoreOpenSslErrors ignore;
        const auto *in = reinterpret_cast<const unsigned char *>(d->der.constData());
        d->x509.reset(d2i_X509(nullptr, &in, static_cast<long>(d->der.size())));
        X509_check_purpose(d->x509.get(), -1, 0);
    });
    return d->x509.get();
}

QByteArray Certificate::pem() const
{
    return pemBlock("CERTIFICATE", d->der);
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
    const QByteArray der = encodedDer(i2d_X509_PUBKEY, X509_get_X509_PUBKEY(handle()));
    return QCryptographicHash::hash(der, QCryptographicHash::Sha256);
}

QByteArray Certificate::keyIdentifier() const
{
    const ASN1_BIT_STRING *bits = X509_get0_pubkey_bitstr(handle());
    return QCryptographicHash::hash(QByteArrayView(bits->data, bits->length), QCryptographicHash::Sha1);
}

} // namespace sealport
