#include "model/certificates/certificate_request.h"

#include "model/certificates/certificate_extensions.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/pem_blocks.h"
#include "model/certificates/x509_values.h"

#include <QCryptographicHash>

#include <limits>

namespace sealport {

struct CertificateRequest::Data {
    RequestPtr request;
    QByteArray der;
    QByteArray sha256;
    QByteArray publicKeySha256;
    QString subject;
    QString name;
    QString keyType;
    int keyBits = 0;
    QString signatureAlgorithm;
    QStringList subjectAltNames;
    bool isSignatureValid = false;
};

namespace {

using GeneralNamesPtr = Handle<GENERAL_NAMES, GENERAL_NAMES_free>;

QStringList requestedNames(X509_REQ &request)
{
    const ExtensionsPtr extensions(X509_REQ_get_extensions(&request));
    if (!extensions)
        return {};
    const GeneralNamesPtr names(
        static_cast<GENERAL_NAMES *>(X509V3_get_d2i(extensions.get(), NID_subject_alt_name, nullptr, nullptr)));
    return names ? generalNameTexts(*names) : QStringList();
}

} // namespace

Result<CertificateRequest> CertificateRequest::fromDer(std::span<const std::byte> der)
{
    const IgnoreOpenSslErrors ignore; // a part that cannot be read is shown as missing
    const auto *in = reinterpret_cast<const unsigned char *>(der.data());
    const unsigned char *const end = in + der.size();
    RequestPtr request;
    if (der.size() <= static_cast<std::size_t>(std::numeric_limits<long>::max()))
        request.reset(d2i_X509_REQ(nullptr, &in, static_cast<long>(der.size())));
    if (!request || in != end)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedRequest));

    auto data = std::make_shared<Data>();
    data->der = encodedDer(i2d_X509_REQ, request.get());
    data->sha256 = QCryptographicHash::hash(data->der, QCryptographicHash::Sha256);
    data->subject = nameText(X509_REQ_get_subject_name(request.get()));
    X509_PUBKEY *publicKey = X509_REQ_get_X509_PUBKEY(request.get());
    data->publicKeySha256 =
        QCryptographicHash::hash(encodedDer(i2d_X509_PUBKEY, publicKey), QCryptographicHash::Sha256);
    data->keyType = keyTypeName(*publicKey);
    if (EVP_PKEY *key = X509_REQ_get0_pubkey(request.get())) {
        data->keyBits = EVP_PKEY_get_bits(key);
        data->isSignatureValid = X509_REQ_verify(request.get(), key) == 1;
    }
    const X509_ALGOR *algorithm = nullptr;
    X509_REQ_get0_signature(request.get(), nullptr, &algorithm);
    data->signatureAlgorithm = objectName(algorithm->algorithm);
    data->subjectAltNames = requestedNames(*request);
    data->name = shownName(X509_REQ_get_subject_name(request.get()), data->subjectAltNames, data->subject);
    data->request = std::move(request);
    return CertificateRequest(std::move(data));
}

const QString &CertificateRequest::subject() const
{
    return d->subject;
}
const QString &CertificateRequest::name() const
{
    return d->name;
}
const QString &CertificateRequest::keyType() const
{
    return d->keyType;
}
int CertificateRequest::keyBits() const
{
    return d->keyBits;
}
const QString &CertificateRequest::signatureAlgorithm() const
{
    return d->signatureAlgorithm;
}
const QStringList &CertificateRequest::subjectAltNames() const
{
    return d->subjectAltNames;
}
bool CertificateRequest::isSignatureValid() const
{
    return d->isSignatureValid;
}
const QByteArray &CertificateRequest::der() const
{
    return d->der;
}
QByteArray CertificateRequest::pem() const
{
    return pemBlock("CERTIFICATE REQUEST", d->der);
}
const QByteArray &CertificateRequest::sha256() const
{
    return d->sha256;
}
const QByteArray &CertificateRequest::publicKeySha256() const
{
    return d->publicKeySha256;
}
X509_REQ *CertificateRequest::handle() const
{
    return d->request.get();
}

} // namespace sealport
