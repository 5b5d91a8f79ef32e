#include "model/tables/certificate_cells.h"

#include "model/certificates/certificate_details.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/display_text.h"
#include "model/certificates/thumbprint.h"
#include "model/text/certificate_text.h"
#include "model/text/error_text.h"
#include "model/text/formatting.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <variant>

namespace sealport {

namespace {

/// The context of this file's translatable texts.
struct CertificateCells {
    Q_DECLARE_TR_FUNCTIONS(CertificateCells)
};

QString expiry(const Certificate &certificate, const Calendar &calendar)
{
    switch (certificateStatus(certificate, calendar)) {
    case CertificateStatus::OnHold: // a list says so, not the dates
    case CertificateStatus::Revoked:
    case CertificateStatus::ExpiresSoon:
    case CertificateStatus::Valid:
        return relativeDate(certificate.notAfter(), calendar.now);
    case CertificateStatus::Expired:
        return CertificateCells::tr("expired %1").arg(relativeDate(certificate.notAfter(), calendar.now));
    case CertificateStatus::NotYetValid:
        return CertificateCells::tr("valid %1").arg(relativeDate(certificate.notBefore(), calendar.now));
    }
    Q_UNREACHABLE();
}

/// After what its issuer says of it.
QString withRevocation(const QString &expiry, RevocationState revocation)
{
    switch (revocation) {
    case RevocationState::NotRevoked:
        return expiry;
    case RevocationState::OnHold:
        return CertificateCells::tr("on hold; %1", "expiry").arg(expiry);
    case RevocationState::Revoked:
        return CertificateCells::tr("revoked; %1", "expiry").arg(expiry);
    }
    Q_UNREACHABLE();
}

QString expiryToolTip(const Certificate &certificate, RevocationState revocation)
{
    const QString dates = CertificateCells::tr("Valid from %1\nuntil %2")
                              .arg(exactDate(certificate.notBefore()), exactDate(certificate.notAfter()));
    if (revocation == RevocationState::NotRevoked)
        return dates;
    return (revocation == RevocationState::OnHold
                ? CertificateCells::tr("A list of its issuer has it on hold: until that ends, it is not to be trusted.")
                : CertificateCells::tr("A list of its issuer has revoked it: it is not to be trusted any more."))
           + u'\n' + dates;
}

/// No cell is wide enough for more.
QString namesText(const QStringList &names)
{
    constexpr qsizetype most = 20;
    return nameList(names.first(std::min(most, names.size())))
           + (names.size() > most ? QStringLiteral(", …") : QString());
}

QString keyTypeText(const QString &type, int bits)
{
    return bits > 0 ? type + u' ' + QString::number(bits) : type;
}

QString purposesText(const Certificate &certificate)
{
    const std::vector<DetailTerm> purposes = purposesOf(certificate);
    return purposes.empty() ? CertificateCells::tr("other") : termTexts(purposes).join(QStringLiteral(", "));
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
        return namesText(certificate.subjectAltNames());
    case CertificateColumn::Expires:
        return expiry(certificate, calendar);
    case CertificateColumn::KeyType:
        return keyTypeText(certificate.keyType(), certificate.keyBits());
    case CertificateColumn::Signature:
        return certificate.signatureAlgorithm();
    case CertificateColumn::Serial:
        return certificate.serial();
    case CertificateColumn::Purposes:
        return purposesText(certificate);
    }
    Q_UNREACHABLE();
}

QString textOf(const CertificateRequest &request, CertificateColumn column, const Calendar & /*calendar*/)
{
    switch (column) {
    case CertificateColumn::Name:
        return request.name();
    case CertificateColumn::Sha1:
        return CertificateCells::tr("Certificate request");
    case CertificateColumn::Sha256:
        return formatThumbprint(request.sha256(), ThumbprintFormat::OpenSsl);
    case CertificateColumn::Subject:
        return request.subject();
    case CertificateColumn::AlternativeNames:
        return namesText(request.subjectAltNames());
    case CertificateColumn::KeyType:
        return keyTypeText(request.keyType(), request.keyBits());
    case CertificateColumn::Signature:
        return request.signatureAlgorithm();
    case CertificateColumn::Key:
    case CertificateColumn::Issuer:
    case CertificateColumn::Expires:
    case CertificateColumn::Serial:
    case CertificateColumn::Purposes:
    case CertificateColumn::Source:
        return {};
    }
    Q_UNREACHABLE();
}

QString textOf(const RevocationList &list, CertificateColumn column, const Calendar &calendar)
{
    switch (column) {
    case CertificateColumn::Name:
        return list.name();
    case CertificateColumn::Issuer:
        return list.issuer();
    case CertificateColumn::Sha1:
        return CertificateCells::tr("Revocation list, %n certificate(s)", nullptr, static_cast<int>(list.count()));
    case CertificateColumn::Sha256:
        return formatThumbprint(list.sha256(), ThumbprintFormat::OpenSsl);
    case CertificateColumn::Expires:
        return list.nextUpdate().isValid() ? relativeDate(list.nextUpdate(), calendar.now) : QString();
    case CertificateColumn::Signature:
        return list.signatureAlgorithm();
    case CertificateColumn::Serial:
        return list.number();
    case CertificateColumn::Key:
    case CertificateColumn::Subject:
    case CertificateColumn::AlternativeNames:
    case CertificateColumn::KeyType:
    case CertificateColumn::Purposes:
    case CertificateColumn::Source:
        return {};
    }
    Q_UNREACHABLE();
}

QString textOf(const Error &problem, CertificateColumn column, const Calendar & /*calendar*/)
{
    if (column == CertificateColumn::Name)
        return displayText(QFileInfo(problem.subject).fileName());
    return column == CertificateColumn::Sha1 ? describe(problem) : QString();
}

constexpr std::uint32_t requestWord = 1U << 0U;
constexpr std::uint32_t revocationListWord = 1U << 1U;
constexpr std::uint32_t revokedWord = 1U << 10U; ///< those on hold too: whoever looks for the one wants to see both
constexpr std::uint32_t onHoldWord = 1U << 11U;
/// Those that the column of purposes most often says, with the bit of each.
constexpr std::array purposeWords{
    std::pair{1U << 2U, DetailTerm::SignsCertificates}, std::pair{1U << 3U, DetailTerm::AnyPurpose},
    std::pair{1U << 4U, DetailTerm::TlsServer},         std::pair{1U << 5U, DetailTerm::TlsClient},
    std::pair{1U << 6U, DetailTerm::CodeSigning},       std::pair{1U << 7U, DetailTerm::EmailProtection},
    std::pair{1U << 8U, DetailTerm::TimeStamping},      std::pair{1U << 9U, DetailTerm::OcspSigning}};

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
    case CertificateColumn::Purposes:
        return CertificateCells::tr("Purposes");
    case CertificateColumn::Source:
        return CertificateCells::tr("Source");
    }
    Q_UNREACHABLE();
}

QString cellText(const ListedItem &item, CertificateColumn column, const Calendar &calendar, RevocationState revocation)
{
    const QString text = std::visit([&](const auto &object) { return textOf(object, column, calendar); }, item.object);
    return column == CertificateColumn::Expires ? withRevocation(text, revocation) : text;
}

QString accessibleText(const ListedItem &item, CertificateColumn column, const Calendar &calendar,
                       RevocationState revocation)
{
    const QString text = cellText(item, column, calendar, revocation);
    const Certificate *certificate = item.certificate();
    if (item.problem() && column == CertificateColumn::Name)
        return CertificateCells::tr("%1, could not be read").arg(text);
    if (!certificate && !item.request())
        return text;
    if (column == CertificateColumn::Key && item.isKeyLocked)
        return CertificateCells::tr("has a private key, locked with a pass phrase");
    if (column == CertificateColumn::Key)
        return item.hasKey ? CertificateCells::tr("has a private key") : CertificateCells::tr("no private key");
    if (!certificate)
        return text;
    const bool isSoon = column == CertificateColumn::Expires
                        && certificateStatus(*certificate, calendar, revocation) == CertificateStatus::ExpiresSoon;
    return isSoon ? CertificateCells::tr("expires soon: %1").arg(text) : text;
}

QString cellToolTip(const ListedItem &item, CertificateColumn column, const Calendar &calendar,
                    RevocationState revocation)
{
    const Certificate *certificate = item.certificate();
    if (item.problem())
        return describe(*item.problem());
    if (item.request() && column == CertificateColumn::Key) {
        if (item.isKeyLocked)
            return CertificateCells::tr("A private key that a pass phrase protects stands beside it.");
        return item.hasKey ? CertificateCells::tr("Its private key is here.") : QString();
    }
    if (!certificate)
        return column == CertificateColumn::Name ? displayText(item.file)
                                                 : cellText(item, column, calendar, revocation);
    switch (column) {
    case CertificateColumn::Key:
        if (item.isKeyLocked)
            return CertificateCells::tr("The private key is here, locked: a server that uses this certificate asks for "
                                        "the pass phrase at its start.");
        return item.hasKey ? CertificateCells::tr("The private key is here: a server can use this certificate.")
                           : CertificateCells::tr("No private key: a server cannot use this certificate.");
    case CertificateColumn::Expires:
        return expiryToolTip(*certificate, revocation);
    case CertificateColumn::Name:
        return certificate->name() + u'\n' + displayText(item.file);
    case CertificateColumn::Source:
        return displayText(item.file);
    default:
        return textOf(*certificate, column, calendar);
    }
}

QString cellIconName(const ListedItem &item, CertificateColumn column, const Calendar &calendar,
                     RevocationState revocation)
{
    const Certificate *certificate = item.certificate();
    if (column == CertificateColumn::Key)
        return item.isKeyLocked ? QStringLiteral("locked") : item.hasKey ? QStringLiteral("key") : QString();
    if (!certificate && column != CertificateColumn::Name)
        return {};
    if (item.request())
        return QStringLiteral("request");
    if (item.revocationList())
        return QStringLiteral("revoked");
    if (item.problem())
        return isAboutPassphrase(*item.problem()) ? QStringLiteral("locked") : QStringLiteral("warning");
    if (column == CertificateColumn::Name)
        return certificate->isCa() ? QStringLiteral("ca") : QStringLiteral("certificate");
    if (column != CertificateColumn::Expires)
        return {};
    switch (certificateStatus(*certificate, calendar, revocation)) {
    case CertificateStatus::Valid:
        return {};
    case CertificateStatus::OnHold:
    case CertificateStatus::Revoked:
        return QStringLiteral("revoked");
    case CertificateStatus::ExpiresSoon:
        return QStringLiteral("warning");
    case CertificateStatus::Expired:
    case CertificateStatus::NotYetValid:
        return QStringLiteral("error");
    }
    Q_UNREACHABLE();
}

std::uint32_t cellWordsContaining(const QString &text)
{
    std::uint32_t words = 0;
    const auto look = [&](std::uint32_t word, const QString &shown) {
        if (!text.isEmpty() && shown.toLower().contains(text))
            words |= word;
    };
    for (const auto &[word, purpose] : purposeWords)
        look(word, termText(purpose));
    look(requestWord, CertificateCells::tr("Certificate request"));
    look(revocationListWord, CertificateCells::tr("Revocation list"));
    look(revokedWord, CertificateCells::tr("revoked"));
    look(onHoldWord, CertificateCells::tr("on hold"));
    return words;
}

std::uint32_t cellWordsOf(const ListedItem &item, RevocationState revocation)
{
    if (item.request())
        return requestWord;
    if (item.revocationList())
        return revocationListWord;
    const Certificate *certificate = item.certificate();
    if (!certificate)
        return 0;
    std::uint32_t words = revocation == RevocationState::NotRevoked ? 0 : revokedWord;
    if (revocation == RevocationState::OnHold)
        words |= onHoldWord;
    for (const auto &[word, purpose] : purposeWords)
        if (hasPurpose(*certificate, purpose))
            words |= word;
    return words;
}

QByteArray sortKey(const ListedItem &item, CertificateColumn column)
{
    const Certificate *certificate = item.certificate();
    if (column == CertificateColumn::Key)
        return numberKey((item.hasKey ? 0 : 2) + (item.isKeyLocked ? 1 : 0)); // ascending: usable ones first
    if (!certificate)
        return textKey(cellText(item, column, {}, {}));
    switch (column) {
    case CertificateColumn::Sha1:
        return certificate->sha1();
    case CertificateColumn::Sha256:
        return certificate->sha256();
    case CertificateColumn::Expires:
        return numberKey(certificate->notAfter().toSecsSinceEpoch());
    case CertificateColumn::KeyType:
        return certificate->keyType().toUtf8() + numberKey(certificate->keyBits());
    case CertificateColumn::Serial:
        return numberKey(certificate->serial().size()) + certificate->serial().toLatin1();
    case CertificateColumn::Purposes: // equal ones together; their words would decode a hundred thousand certificates
        return numberKey(certificate->isCa() ? -1 : certificate->extendedKeyUsage());
    default:
        return textKey(textOf(*certificate, column, {}));
    }
}

} // namespace sealport
