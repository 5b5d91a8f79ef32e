#include "model/tables/certificate_filter.h"

#include "model/tables/certificate_model.h"

namespace sealport {

namespace {

/// "9D:A4 84" reads "9da484"; empty when the text is no hex. What it looks like is enough here, parseThumbprint() is
/// strict.
QString hexIn(const QString &text)
{
    QString hex;
    for (const QChar character : text) {
        if (character.isSpace() || character == u':' || character == u'-'
            || character.category() == QChar::Other_Format)
            continue;
        const bool isHex = (character >= u'0' && character <= u'9') || (character >= u'a' && character <= u'f');
        if (!isHex)
            return {};
        hex += character;
    }
    return hex;
}

} // namespace

CertificateFilter::CertificateFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void CertificateFilter::setSourceModel(QAbstractItemModel *model)
{
    m_certificates = qobject_cast<const CertificateModel *>(model);
    Q_ASSERT(m_certificates != nullptr || model == nullptr);
    QSortFilterProxyModel::setSourceModel(model);
}

void CertificateFilter::setText(const QString &text)
{
    const QString wanted = text.trimmed().toLower();
    if (wanted.toUtf8() == m_text.pattern())
        return;
    m_text.setPattern(wanted.toUtf8());
    m_hex.setPattern(hexIn(wanted).toLatin1());
    invalidate(); // invalidateFilter() would announce each gap on its own, which takes seconds where rows alternate
}

bool CertificateFilter::filterAcceptsRow(int sourceRow, const QModelIndex & /*sourceParent*/) const
{
    if (m_text.pattern().isEmpty())
        return true;
    const QByteArray &haystack = m_certificates->itemAt(sourceRow).searchText;
    return m_text.indexIn(haystack) >= 0 || (!m_hex.pattern().isEmpty() && m_hex.indexIn(haystack) >= 0);
}

bool CertificateFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto column = static_cast<CertificateColumn>(left.column());
    if (column == CertificateColumn::Source)
        return m_certificates->sourceTitleAt(left.row()) < m_certificates->sourceTitleAt(right.row());
    return compareCells(m_certificates->itemAt(left.row()), m_certificates->itemAt(right.row()), column) < 0;
}

} // namespace sealport
