#include "ui/icons.h"

#include <QStringBuilder>

#include <algorithm>
#include <array>

namespace sealport {
namespace {

/// Only actions that every desktop draws alike; states and our own things keep one look everywhere.
struct ThemeName {
    QLatin1StringView own;
    QLatin1StringView theme;
};
constexpr std::array themeNames{
    ThemeName{QLatin1StringView("start"), QLatin1StringView("media-playback-start")},
    ThemeName{QLatin1StringView("stop"), QLatin1StringView("media-playback-stop")},
    ThemeName{QLatin1StringView("pause"), QLatin1StringView("media-playback-pause")},
    ThemeName{QLatin1StringView("copy"), QLatin1StringView("edit-copy")},
    ThemeName{QLatin1StringView("clear"), QLatin1StringView("edit-clear-history")},
    ThemeName{QLatin1StringView("open"), QLatin1StringView("document-open")},
};

} // namespace

QIcon themedIcon(const QString &name)
{
    QIcon own(QString(QStringLiteral(":/icons/") % name % QStringLiteral(".svg")));
    const auto known = std::ranges::find(themeNames, name, [](const ThemeName &entry) { return QString(entry.own); });
    if (known == themeNames.end())
        return own;
    return QIcon::fromTheme(QString(known->theme), own);
}

} // namespace sealport
