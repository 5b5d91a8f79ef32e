#pragma once

#include <qnamespace.h>

namespace sealport {

/// What the table models answer beside Qt's own roles.
enum TableRole {
    SortRole = Qt::UserRole + 1, ///< the true value behind the text: number, date, raw text
    IconNameRole,                ///< QString: the drawing is ":/icons/<name>.svg"; empty when there is none
    ElideRole, ///< int: the Qt::TextElideMode of a text whose beginning tells less than its end; else nothing
};

} // namespace sealport
