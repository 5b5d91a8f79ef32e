#include "model/tables/table_icons.h"

namespace sealport {

QIcon TableIcons::icon(const QString &name) const
{
    if (name.isEmpty())
        return {};
    const auto found = m_icons.constFind(name);
    if (found != m_icons.constEnd())
        return *found;
    return *m_icons.insert(name, QIcon(QString(QLatin1String(":/icons/") + name + QLatin1String(".svg"))));
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    QString escaped = text.toHtmlEscaped();
    escaped.replace(QLatin1Char('\n'), QLatin1String("<br>"));
    return QLatin1String("<qt>") + escaped + QLatin1String("</qt>");
}

QString plainTitle(const QString &text)
{
    return QString(text).replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
}

} // namespace sealport
