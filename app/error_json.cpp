#include "app/error_json.h"

#include "model/text/error_text.h"
#include "model/text/gsk_text.h"

namespace sealport {

JsonLine errorObject(const Error &error)
{
    JsonLine line;
    line.text("code", errorName(error.code));
    if (const int gsk = gskCode(error); gsk != 0)
        line.number("gsk", gsk);
    else
        line.null("gsk");
    return line.text("sentence", describe(error));
}

} // namespace sealport
