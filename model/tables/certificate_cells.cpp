#include "model/tables/certificate_cells.h"

#include "model/certificates/display_text.h"
#include "model/certificates/thumbprint.h"
#include "model/text/error_text.h"
#include "model/text/formatting.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <compare>

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

template <class T>
int threeWay(const T &a, const T &b)
{
    return a < b ? -1 : (b < a ? 1 : 0);
}

int compareNumbers(const QString &a, const QString &b)
{
    return a.size() != b.size() ? threeWay(a.size(), b.size()) : a.compare(b);
}

int compareValues(const Certificate &a, const Certificate &b, CertificateColumn column)
{
    const auto compareText = [](const QString &x, const QString &y) { return x.compare(y, Qt::CaseInsensitive); };
    switch (column) {
    case CertificateColumn::Name:
        return compareText(a.name(), b.name());
    case CertificateColumn::Key:
    case CertificateColumn::Source:
        return 0;
    case CertificateColumn::Sha1:
        return threeWay(a.sha1(), b.sha1());
    case CertificateColumn::Sha256:
        return threeWay(a.sha256(), b.sha256());
    case CertificateColumn::Subject:
        return compareText(a.subject(), b.subject());
    case CertificateColumn::Issuer:
        return compareText(a.issuer(), b.issuer());
    case CertificateColumn::AlternativeNames:
        return compareText(a.subjectAltNames().value(0), b.subjectAltNames().value(0));
    case CertificateColumn::Expires:
        return threeWay(a.notAfter(), b.notAfter());
    case CertificateColumn::KeyType:
        return a.keyType() != b.keyType() ? a.keyType().compare(b.keyType()) : threeWay(a.keyBits(), b.keyBits());
    case CertificateColumn::Signature:
        return compareText(a.signatureAlgorithm(), b.signatureAlgorithm());
    case CertificateColumn::Serial:
        return compareNumbers(a.serial(), b.serial());
    }
    Q_UNREACHABLE();
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

int compareCells(const ListedItem &a, const ListedItem &b, CertificateColumn column)
{
    if (a.problem() || b.problem()) {
        if (!a.problem() || !b.problem())
            return a.problem() ? 1 : -1;
        return a.file.compare(b.file, Qt::CaseInsensitive);
    }
    if (column == CertificateColumn::Key)
        return threeWay(b.hasKey, a.hasKey); // ascending: usable ones first
    return compareValues(*a.certificate(), *b.certificate(), column);
}

} // namespace sealport
