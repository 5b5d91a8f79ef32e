#include "model/tables/certificate_filter.h"

#include "model/tables/table_roles.h"

#include <algorithm>

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
    setSortRole(SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void CertificateFilter::setText(const QString &text)
{
    const QString wanted = text.trimmed().toLower();
    if (wanted == m_text)
        return;
    m_text = wanted;
    m_hex = hexIn(wanted);
    invalidate();
}

bool CertificateFilter::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (m_text.isEmpty())
        return true;
    const QString haystack = sourceModel()->index(sourceRow, 0, sourceParent).data(SearchRole).toString();
    return haystack.contains(m_text) || (!m_hex.isEmpty() && haystack.contains(m_hex));
}

} // namespace sealport
