#pragma once

#include "model/certificates/display_text.h"

#include <QString>
#include <QStringList>

#include <cstdlib>

namespace sealport::fuzz {

inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Nothing invisible in it, no control characters.
inline void requireShowable(const QString &text)
{
    require(displayText(text) == text);
}

inline void requireShowable(const QStringList &texts)
{
    for (const QString &text : texts)
        requireShowable(text);
}

} // namespace sealport::fuzz
