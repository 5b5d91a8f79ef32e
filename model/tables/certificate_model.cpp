#include "model/tables/certificate_model.h"

#include "model/certificates/thumbprint.h"
#include "model/text/formatting.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace sealport {

namespace {

constexpr qint64 soonDays = 30;

constexpr std::array titles{
    QT_TRANSLATE_NOOP("sealport::CertificateModel", "Name"),
    QT_TRANSLATE_NOOP("sealport::CertificateModel", "Key"),
    QT_TRANSLATE_NOOP("sealport::CertificateModel", "SHA-1"),
    QT_TRANSLATE_NOOP("sealport::CertificateModel", "SHA-256"),
    QT_TRANSLATE_NOOP("sealport::CertificateModel", "Subject"),
    QT_TRANSLATE_NOOP("sealport::CertificateModel", "Issuer"),
    QT_TRANSLATE_NOOP("sealport::CertificateModel", "Expires"),
    QT_TRANSLATE_NOOP("sealport::CertificateModel", "Key type"),
};
static_assert(titles.size() == CertificateModel::ColumnCount);

/// The same certificate may lie in two files; each is a row.
QByteArray identityOf(const StoredCertificate &stored)
{
    return stored.certificate.sha256() + stored.file.toUtf8();
}

QString searchTextOf(const Certificate &certificate)
{
    const QStringList parts{certificate.name(),
                            certificate.subject(),
                            certificate.issuer(),
                            certificate.subjectAltNames().join(QLatin1Char('\n')),
                            certificate.keyType(),
                            certificate.serial(),
                            formatThumbprint(certificate.sha1(), ThumbprintFormat::Plain),
                            formatThumbprint(certificate.sha256(), ThumbprintFormat::Plain)};
    return parts.join(QLatin1Char('\n')).toLower();
}

} // namespace

CertificateStatus certificateStatus(const Certificate &certificate, const QDateTime &now)
{
    if (certificate.notAfter() < now)
        return CertificateStatus::Expired;
    if (certificate.notBefore() > now)
        return CertificateStatus::NotYetValid;
    return certificate.notAfter() < now.addDays(soonDays) ? CertificateStatus::ExpiresSoon : CertificateStatus::Valid;
}

CertificateModel::CertificateModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void CertificateModel::setCertificates(const std::vector<StoredCertificate> &certificates, const QDateTime &now)
{
    removeMissing(certificates);
    placeWanted(certificates);
    refresh(now);
}

void CertificateModel::removeMissing(const std::vector<StoredCertificate> &wanted)
{
    QSet<QByteArray> kept;
    for (const StoredCertificate &stored : wanted)
        kept.insert(identityOf(stored));
    const auto isGone = [&](int row) {
        return !kept.contains(identityOf(m_rows[static_cast<std::size_t>(row)].stored));
    };
    for (int last = rowCount() - 1; last >= 0; --last) { // contiguous runs, from the bottom up
        if (!isGone(last))
            continue;
        int first = last;
        while (first > 0 && isGone(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void CertificateModel::placeWanted(const std::vector<StoredCertificate> &wanted)
{
    QSet<QByteArray> present;
    for (const Row &row : m_rows)
        present.insert(identityOf(row.stored));
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        const QByteArray identity = identityOf(wanted[at]);
        if (present.contains(identity)) {
            const auto found = std::find_if(m_rows.begin() + static_cast<std::ptrdiff_t>(at), m_rows.end(),
                                            [&](const Row &row) { return identityOf(row.stored) == identity; });
            const auto from = static_cast<int>(found - m_rows.begin());
            const auto to = static_cast<int>(at);
            if (found == m_rows.end())
                continue; // listed twice
            if (from != to) {
                beginMoveRows({}, from, from, {}, to);
                std::rotate(m_rows.begin() + to, found, found + 1);
                endMoveRows();
            }
            m_rows[at].stored = wanted[at];
            continue;
        }
        std::size_t end = at; // all new ones in a row come with one signal
        std::vector<Row> fresh;
        while (end < wanted.size() && !present.contains(identityOf(wanted[end]))) {
            present.insert(identityOf(wanted[end]));
            fresh.push_back({.stored = wanted[end], .searchText = searchTextOf(wanted[end].certificate)});
            ++end;
        }
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(end) - 1);
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at), std::make_move_iterator(fresh.begin()),
                      std::make_move_iterator(fresh.end()));
        endInsertRows();
        at = end - 1;
    }
}

void CertificateModel::refresh(const QDateTime &now)
{
    m_now = now;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const StoredCertificate &CertificateModel::certificateAt(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row)).stored;
}

int CertificateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CertificateModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CertificateModel::expiry(const Certificate &certificate) const
{
    switch (certificateStatus(certificate, m_now)) {
    case CertificateStatus::Expired:
        return tr("expired %1").arg(relativeDate(certificate.notAfter(), m_now));
    case CertificateStatus::NotYetValid:
        return tr("valid %1").arg(relativeDate(certificate.notBefore(), m_now));
    case CertificateStatus::ExpiresSoon:
    case CertificateStatus::Valid:
        return relativeDate(certificate.notAfter(), m_now);
    }
    Q_UNREACHABLE();
}

QString CertificateModel::text(const Row &row, int column) const
{
    const Certificate &certificate = row.stored.certificate;
    switch (column) {
    case NameColumn:
        return certificate.name();
    case KeyColumn:
        return {};
    case Sha1Column:
        return formatThumbprint(certificate.sha1(), ThumbprintFormat::Windows);
    case Sha256Column:
        return formatThumbprint(certificate.sha256(), ThumbprintFormat::OpenSsl);
    case SubjectColumn:
        return certificate.subject();
    case IssuerColumn:
        return certificate.issuer();
    case ExpiresColumn:
        return expiry(certificate);
    case KeyTypeColumn:
        return tr("%1 %2").arg(certificate.keyType()).arg(certificate.keyBits());
    default:
        return {};
    }
}

QString CertificateModel::toolTip(const Row &row, int column) const
{
    const Certificate &certificate = row.stored.certificate;
    switch (column) {
    case KeyColumn:
        return row.stored.hasKey ? tr("The private key is here: a server can use this certificate.")
                                 : tr("No private key: a server cannot use this certificate.");
    case ExpiresColumn:
        return tr("Valid from %1\nuntil %2").arg(exactDate(certificate.notBefore()), exactDate(certificate.notAfter()));
    case NameColumn:
        return certificate.name() + QLatin1Char('\n') + row.stored.file;
    default:
        return text(row, column);
    }
}

QString CertificateModel::iconName(const Row &row, int column) const
{
    if (column == NameColumn)
        return row.stored.certificate.isCa() ? QStringLiteral("ca") : QStringLiteral("certificate");
    if (column == KeyColumn)
        return row.stored.hasKey ? QStringLiteral("key") : QString();
    if (column != ExpiresColumn)
        return {};
    switch (certificateStatus(row.stored.certificate, m_now)) {
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

QVariant CertificateModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::AccessibleTextRole:
        if (column == KeyColumn)
            return row.stored.hasKey ? tr("has a private key") : tr("no private key");
        return column == ExpiresColumn
                       && certificateStatus(row.stored.certificate, m_now) == CertificateStatus::ExpiresSoon
                   ? tr("expires soon: %1").arg(text(row, column))
                   : text(row, column);
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(row, column));
    case Qt::DecorationRole: {
        const QString name = iconName(row, column);
        return name.isEmpty() ? QVariant() : QVariant(m_icons.icon(name));
    }
    case SortRole:
        if (column == ExpiresColumn)
            return row.stored.certificate.notAfter();
        if (column == KeyColumn)
            return row.stored.hasKey ? 0 : 1; // ascending: usable ones first
        if (column == KeyTypeColumn)
            return QString(row.stored.certificate.keyType()
                           + QString::number(row.stored.certificate.keyBits()).rightJustified(6, QLatin1Char('0')));
        return text(row, column);
    case IconNameRole:
        return iconName(row, column);
    case SearchRole:
        return row.searchText;
    default:
        return {};
    }
}

QVariant CertificateModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return tr(titles.at(static_cast<std::size_t>(section)));
}

} // namespace sealport
