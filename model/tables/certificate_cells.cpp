#include "model/tables/certificate_cells.h"

#include "model/certificates/display_text.h"
#include "model/certificates/thumbprint.h"
#include "model/text/error_text.h"
#include "model/text/formatting.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QtEndian>

namespace sealport {

namespace {

/// The context of this file's translatable texts.
struct CertificateCells {
    Q_DECLARE_TR_FUNCTIONS(CertificateCells)
};

bool isAboutPassphrase(const Error &error)
{
    return error.code == ErrorCode::PassphraseNeeded || error.code == ErrorCode::WrongPassphrase;
}

QString expiry(const Certificate &certificate, const Calendar &calendar)
{
    switch (certificateStatus(certificate, calendar)) {
    case CertificateStatus::Expired:
        return CertificateCells::tr("expired %1").arg(relativeDate(certificate.notAfter(), calendar.now));
    case CertificateStatus::NotYetValid:
        return CertificateCells::tr("valid %1").arg(relativeDate(certificate.notBefore(), calendar.now));
    case CertificateStatus::ExpiresSoon:
    case CertificateStatus::Valid:
        return relativeDate(certificate.notAfter(), calendar.now);
    }
    Q_UNREACHABLE();
}

QString keyTypeText(const Certificate &certificate)
{
    return certificate.keyBits() > 0 ? certificate.keyType() + u' ' + QString::number(certificate.keyBits())
                                     : certificate.keyType();
}

QString textOf(const Certificate &certificate, CertificateColumn column, const Calendar &calendar)
{
    switch (column) {
    case CertificateColumn::Name:
        return certificate.name();
    case CertificateColumn::Key:
    case CertificateColumn::Source:
        return {};
    case CertificateColumn::Sha1:
        return formatThumbprint(certificate.sha1(), ThumbprintFormat::Windows);
    case CertificateColumn::Sha256:
        return formatThumbprint(certificate.sha256(), ThumbprintFormat::OpenSsl);
    case CertificateColumn::Subject:
        return certificate.subject();
    case CertificateColumn::Issuer:
        return certificate.issuer();
    case CertificateColumn::AlternativeNames:
        return certificate.subjectAltNames().join(QStringLiteral(", "));
    case CertificateColumn::Expires:
        return expiry(certificate, calendar);
    case CertificateColumn::KeyType:
        return keyTypeText(certificate);
    case CertificateColumn::Signature:
        return certificate.signatureAlgorithm();
    case CertificateColumn::Serial:
        return certificate.serial();
    }
    Q_UNREACHABLE();
}

QString textOf(const Error &problem, CertificateColumn column)
{
    if (column == CertificateColumn::Name)
        return displayText(QFileInfo(problem.subject).fileName());
    return column == CertificateColumn::Sha1 ? describe(problem) : QString();
}

QByteArray textKey(const QString &text)
{
    return text.toLower().toUtf8();
}

QByteArray numberKey(qint64 number)
{
    QByteArray key(qsizetype(sizeof number), Qt::Uninitialized);
    qToBigEndian(quint64(number) + (quint64(1) << 63U), key.data()); // negative ones first
    return key;
}

} // namespace

CertificateStatus certificateStatus(const Certificate &certificate, const Calendar &calendar)
{
    if (certificate.notAfter() < calendar.now)
        return CertificateStatus::Expired;
    if (certificate.notBefore() > calendar.now)
        return CertificateStatus::NotYetValid;
    return certificate.notAfter() < calendar.now.addDays(calendar.soonDays) ? CertificateStatus::ExpiresSoon
                                                                            : CertificateStatus::Valid;
}

QString certificateHeader(CertificateColumn column)
{
    switch (column) {
    case CertificateColumn::Name:
        return CertificateCells::tr("Name");
    case CertificateColumn::Key:
        return CertificateCells::tr("Key");
    case CertificateColumn::Sha1:
        return QStringLiteral("SHA-1");
    case CertificateColumn::Sha256:
        return QStringLiteral("SHA-256");
    case CertificateColumn::Subject:
        return CertificateCells::tr("Subject");
    case CertificateColumn::Issuer:
        return CertificateCells::tr("Issuer");
    case CertificateColumn::AlternativeNames:
        return CertificateCells::tr("Alternative names");
    case CertificateColumn::Expires:
        return CertificateCells::tr("Expires");
    case CertificateColumn::KeyType:
        return CertificateCells::tr("Key type");
    case CertificateColumn::Signature:
        return CertificateCells::tr("Signature");
    case CertificateColumn::Serial:
        return CertificateCells::tr("Serial number");
    case CertificateColumn::Source:
        return CertificateCells::tr("Source");
    }
    Q_UNREACHABLE();
}

QString cellText(const ListedItem &item, CertificateColumn column, const Calendar &calendar)
{
    const Certificate *certificate = item.certificate();
    return certificate ? textOf(*certificate, column, calendar) : textOf(*item.problem(), column);
}

QString accessibleText(const ListedItem &item, CertificateColumn column, const Calendar &calendar)
{
    const QString text = cellText(item, column, calendar);
    const Certificate *certificate = item.certificate();
    if (!certificate)
        return column == CertificateColumn::Name ? CertificateCells::tr("%1, could not be read").arg(text) : text;
    if (column == CertificateColumn::Key)
        return item.hasKey ? CertificateCells::tr("has a private key") : CertificateCells::tr("no private key");
    const bool isSoon = column == CertificateColumn::Expires
                        && certificateStatus(*certificate, calendar) == CertificateStatus::ExpiresSoon;
    return isSoon ? CertificateCells::tr("expires soon: %1").arg(text) : text;
}

QString cellToolTip(const ListedItem &item, CertificateColumn column, const Calendar &calendar)
{
    const Certificate *certificate = item.certificate();
    if (!certificate)
        return describe(*item.problem());
    switch (column) {
    case CertificateColumn::Key:
        return item.hasKey ? CertificateCells::tr("The private key is here: a server can use this certificate.")
                           : CertificateCells::tr("No private key: a server cannot use this certificate.");
    case CertificateColumn::Expires:
        return CertificateCells::tr("Valid from %1\nuntil %2")
            .arg(exactDate(certificate->notBefore()), exactDate(certificate->notAfter()));
    case CertificateColumn::Name:
        return certificate->name() + u'\n' + displayText(item.file);
    case CertificateColumn::Source:
        return displayText(item.file);
    default:
        return textOf(*certificate, column, calendar);
    }
}

QString cellIconName(const ListedItem &item, CertificateColumn column, const Calendar &calendar)
{
    const Certificate *certificate = item.certificate();
    if (!certificate) {
        const bool isLocked = isAboutPassphrase(*item.problem());
        return column == CertificateColumn::Name ? (isLocked ? QStringLiteral("locked") : QStringLiteral("warning"))
                                                 : QString();
    }
    if (column == CertificateColumn::Name)
        return certificate->isCa() ? QStringLiteral("ca") : QStringLiteral("certificate");
    if (column == CertificateColumn::Key)
        return item.hasKey ? QStringLiteral("key") : QString();
    if (column != CertificateColumn::Expires)
        return {};
    switch (certificateStatus(*certificate, calendar)) {
    case CertificateStatus::Valid:
        return {};
    case CertificateStatus::ExpiresSoon:
        return QStringLiteral("warning");
    case CertificateStatus::Expired:
    case CertificateStatus::NotYetValid:
        return QStringLiteral("error");
    }
    Q_UNREACHABLE();
}

QByteArray sortKey(const Certificate &certificate, bool hasKey, CertificateColumn column)
{
    switch (column) {
    case CertificateColumn::Name:
        return textKey(certificate.name());
    case CertificateColumn::Key:
        return numberKey(hasKey ? 0 : 1); // ascending: usable ones first
    case CertificateColumn::Sha1:
        return certificate.sha1();
    case CertificateColumn::Sha256:
        return certificate.sha256();
    case CertificateColumn::Subject:
        return textKey(certificate.subject());
    case CertificateColumn::Issuer:
        return textKey(certificate.issuer());
    case CertificateColumn::AlternativeNames:
        return textKey(certificate.subjectAltNames().value(0));
    case CertificateColumn::Expires:
        return numberKey(certificate.notAfter().toSecsSinceEpoch());
    case CertificateColumn::KeyType:
        return certificate.keyType().toUtf8() + numberKey(certificate.keyBits());
    case CertificateColumn::Signature:
        return textKey(certificate.signatureAlgorithm());
    case CertificateColumn::Serial:
        return numberKey(certificate.serial().size()) + certificate.serial().toLatin1();
    case CertificateColumn::Source:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace sealport
