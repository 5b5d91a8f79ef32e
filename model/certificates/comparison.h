#pragma once

#include "model/certificates/certificate_details.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sealport {

/// One line of two certificates side by side.
struct ComparisonRow {
    std::optional<Detail> left{};  ///< without its parts, which are rows of their own; empty: it has none
    std::optional<Detail> right{}; ///< one of both is there
    int depth = 0;                 ///< 0: a field or an extension; its parts below it
    bool isSame = true;            ///< both, with all that is below them
};

/// What a certificate is to another.
enum class Kinship : std::uint8_t {
    Identical,
    Renewed,  ///< same subject, key and issuer: other dates and serial number
    Reissued, ///< same subject and key, by another issuer
    Rekeyed,  ///< same subject, another key
    SameKey,  ///< another subject
    Different,
};

struct Comparison {
    Kinship kinship = Kinship::Different;
    std::vector<ComparisonRow> rows;
};

/// Every detail of both in one order: fields as they come, extensions matched by their objects, parts by what they are
/// about. Pure.
[[nodiscard]] Comparison compareCertificates(const Certificate &left, const Certificate &right);

/// Stable lower-case name for JSON, for example "renewed".
[[nodiscard]] QString kinshipName(Kinship kinship);

} // namespace sealport
