#include "model/certificates/revocation_list.h"

#include "model/certificates/openssl_error.h"
#include "model/certificates/pem_blocks.h"
#include "model/certificates/x509_values.h"

#include <QCryptographicHash>

#include <algorithm>
#include <limits>

namespace sealport {

struct RevocationList::Data {
    RevocationListPtr list;
    QByteArray der;
    QByteArray sha256;
    QString issuer;
    QString name;
    QDateTime thisUpdate;
    QDateTime nextUpdate;
    QString number;
    QString signatureAlgorithm;
    std::size_t count = 0;
};

namespace {

using IntegerPtr = Handle<ASN1_INTEGER, ASN1_INTEGER_free>;
using EnumeratedPtr = Handle<ASN1_ENUMERATED, ASN1_ENUMERATED_free>;

QString listNumber(const X509_CRL &list)
{
    const IntegerPtr number(static_cast<ASN1_INTEGER *>(X509_CRL_get_ext_d2i(&list, NID_crl_number, nullptr, nullptr)));
    char *text = number ? i2s_ASN1_INTEGER(nullptr, number.get()) : nullptr;
    const QString result = QString::fromLatin1(text);
    OPENSSL_free(text);
    return result;
}

QString reasonText(const X509_REVOKED &entry)
{
    const EnumeratedPtr reason(
        static_cast<ASN1_ENUMERATED *>(X509_REVOKED_get_ext_d2i(&entry, NID_crl_reason, nullptr, nullptr)));
    if (!reason)
        return {};
    switch (const long number = ASN1_ENUMERATED_get(reason.get())) {
    case CRL_REASON_UNSPECIFIED:
        return QStringLiteral("unspecified");
    case CRL_REASON_KEY_COMPROMISE:
        return QStringLiteral("keyCompromise");
    case CRL_REASON_CA_COMPROMISE:
        return QStringLiteral("cACompromise");
    case CRL_REASON_AFFILIATION_CHANGED:
        return QStringLiteral("affiliationChanged");
    case CRL_REASON_SUPERSEDED:
        return QStringLiteral("superseded");
    case CRL_REASON_CESSATION_OF_OPERATION:
        return QStringLiteral("cessationOfOperation");
    case CRL_REASON_CERTIFICATE_HOLD:
        return QStringLiteral("certificateHold");
    case CRL_REASON_REMOVE_FROM_CRL:
        return QStringLiteral("removeFromCRL");
    case CRL_REASON_PRIVILEGE_WITHDRAWN:
        return QStringLiteral("privilegeWithdrawn");
    case CRL_REASON_AA_COMPROMISE:
        return QStringLiteral("aACompromise");
    default:
        return QString::number(number);
    }
}

} // namespace

Result<RevocationList> RevocationList::fromDer(std::span<const std::byte> der)
{
    const IgnoreOpenSslErrors ignore; // a part that cannot be read is shown as missing
    const auto *in = reinterpret_cast<const unsigned char *>(der.data());
    const unsigned char *const end = in + der.size();
    RevocationListPtr list;
    if (der.size() <= static_cast<std::size_t>(std::numeric_limits<long>::max()))
        list.reset(d2i_X509_CRL(nullptr, &in, static_cast<long>(der.size())));
    if (!list || in != end)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedRevocationList));
    return fromX509(std::move(list));
}

RevocationList RevocationList::fromX509(RevocationListPtr list)
{
    const IgnoreOpenSslErrors ignore; // a part that cannot be read is shown as missing
    auto data = std::make_shared<Data>();
    data->der = encodedDer(i2d_X509_CRL, list.get());
    data->sha256 = QCryptographicHash::hash(data->der, QCryptographicHash::Sha256);
    data->issuer = nameText(X509_CRL_get_issuer(list.get()));
    data->name = shownName(X509_CRL_get_issuer(list.get()), {}, data->issuer);
    data->thisUpdate = utcTime(X509_CRL_get0_lastUpdate(list.get()));
    if (const ASN1_TIME *next = X509_CRL_get0_nextUpdate(list.get()))
        data->nextUpdate = utcTime(next);
    data->number = listNumber(*list);
    const X509_ALGOR *algorithm = nullptr;
    X509_CRL_get0_signature(list.get(), nullptr, &algorithm);
    data->signatureAlgorithm = objectName(algorithm->algorithm);
    data->count = static_cast<std::size_t>(std::max(0, sk_X509_REVOKED_num(X509_CRL_get_REVOKED(list.get()))));
    data->list = std::move(list);
    return RevocationList(std::move(data));
}

std::vector<RevokedCertificate> RevocationList::entries(std::size_t first, std::size_t most) const
{
    const IgnoreOpenSslErrors ignore;
    std::vector<RevokedCertificate> result;
    const std::size_t begin = std::min(first, d->count);
    const std::size_t end = begin + std::min(most, d->count - begin);
    result.reserve(end - begin);
    const STACK_OF(X509_REVOKED) *revoked = X509_CRL_get_REVOKED(d->list.get());
    for (std::size_t i = begin; i < end; ++i) {
        const X509_REVOKED &entry = *sk_X509_REVOKED_value(revoked, static_cast<int>(i));
        result.push_back({.serial = serialHex(X509_REVOKED_get0_serialNumber(&entry)),
                          .date = utcTime(X509_REVOKED_get0_revocationDate(&entry)),
                          .reason = reasonText(entry)});
    }
    return result;
}

const QString &RevocationList::issuer() const
{
    return d->issuer;
}
const QString &RevocationList::name() const
{
    return d->name;
}
const QDateTime &RevocationList::thisUpdate() const
{
    return d->thisUpdate;
}
const QDateTime &RevocationList::nextUpdate() const
{
    return d->nextUpdate;
}
const QString &RevocationList::number() const
{
    return d->number;
}
const QString &RevocationList::signatureAlgorithm() const
{
    return d->signatureAlgorithm;
}
std::size_t RevocationList::count() const
{
    return d->count;
}
const QByteArray &RevocationList::der() const
{
    return d->der;
}
QByteArray RevocationList::pem() const
{
    return pemBlock("X509 CRL", d->der);
}
const QByteArray &RevocationList::sha256() const
{
    return d->sha256;
}
X509_CRL *RevocationList::handle() const
{
    return d->list.get();
}

} // namespace sealport
