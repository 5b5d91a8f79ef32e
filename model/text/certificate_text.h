#pragma once

#include "model/certificates/asn1_view.h"
#include "model/certificates/certificate_details.h"
#include "model/certificates/comparison.h"

#include <QString>
#include <QStringList>

namespace sealport {

/// What a row of the details is about: "Serial number", "Alternative names", "2.5.29.99".
[[nodiscard]] QString detailLabel(const Detail &detail);

/// What it says, in words where it says words; empty where its parts say all.
[[nodiscard]] QString detailValue(const Detail &detail);

/// The same with "(critical)" behind it where the extension is.
[[nodiscard]] QString detailValueWithCriticality(const Detail &detail);

/// "TLS server", "signs certificates", "yes".
[[nodiscard]] QString termText(DetailTerm term);
[[nodiscard]] QStringList termTexts(const std::vector<DetailTerm> &terms);

/// Why the tree of ASN.1 ends early, in one sentence.
[[nodiscard]] QString describe(const Asn1Stop &stop);

/// What two certificates are to each other, in one sentence.
[[nodiscard]] QString describe(Kinship kinship);

} // namespace sealport
