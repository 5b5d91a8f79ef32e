#pragma once

#include "app/json_line.h"
#include "model/certificates/asn1_view.h"
#include "model/certificates/certificate_details.h"

#include <QStringList>

#include <vector>

namespace sealport {

// The details and the tree of ASN.1 in a terminal: indented lines, long hex wrapped; and as JSON.

[[nodiscard]] QStringList detailLines(const std::vector<Detail> &rows);
[[nodiscard]] QStringList asn1Lines(const Asn1View &view);

/// {"rows":[{"label":…,"object":…,"value":…,"critical":…,"parts":[…]}]}
[[nodiscard]] JsonLine detailsJson(const std::vector<Detail> &rows);
/// {"nodes":[{"offset":…,"headerLength":…,"length":…,"tag":…,"value":…,"nodes":[…]}],"stops":[…]}
[[nodiscard]] JsonLine asn1Json(const Asn1View &view);

} // namespace sealport
