// A certificate that a stranger made, as it is explained: every field and extension, the lint, a comparison; also a
// request and a revocation list. Whatever they say: bounded and fit to be shown.

#include "model/certificates/certificate_details.h"
#include "model/certificates/certificate_request.h"
#include "model/certificates/comparison.h"
#include "model/certificates/lint.h"
#include "model/certificates/revocation_list.h"
#include "tests/fuzz/fuzz_require.h"

#include <openssl/err.h>

#include <cstddef>
#include <cstdint>
#include <span>

using namespace sealport;
using namespace sealport::fuzz;

namespace {

constexpr int deepest = 40;
constexpr int mostRows = 100'000;

int check(const std::vector<Detail> &rows, int depth)
{
    require(depth <= deepest);
    int count = 0;
    for (const Detail &row : rows) {
        requireShowable(row.object);
        requireShowable(row.name);
        requireShowable(row.value);
        count += 1 + check(row.parts, depth + 1);
    }
    return count;
}

void checkLint(const Certificate &certificate)
{
    const LintQuestion question{.now = QDateTime(QDate(2027, 1, 1), QTime(), Qt::UTC), .issuers = {certificate}};
    const std::vector<LintFinding> findings = lint(certificate, question);
    for (const LintFinding &finding : findings) {
        require(!lintRuleName(finding.rule).isEmpty());
        requireShowable(finding.values);
    }
    static_cast<void>(serverUseOf(certificate, findings));
}

void checkComparison(const Certificate &certificate)
{
    const Comparison comparison = compareCertificates(certificate, certificate);
    require(comparison.kinship == Kinship::Identical);
    for (const ComparisonRow &row : comparison.rows)
        require(row.isSame && row.left && row.right);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto bytes = std::as_bytes(std::span(data, size));
    const auto certificate = Certificate::fromDer(bytes);
    if (const auto request = CertificateRequest::fromDer(bytes); !certificate && request)
        require(check(detailsOf(*request), 1) <= mostRows);
    else if (const auto list = RevocationList::fromDer(bytes); !certificate && list)
        require(check(detailsOf(*list), 1) <= mostRows);
    if (certificate) {
        require(check(detailsOf(*certificate), 1) <= mostRows);
        static_cast<void>(purposesOf(*certificate));
        checkLint(*certificate);
        if (size % 8 == 0) // takes as long as everything else
            checkComparison(*certificate);
    }
    require(ERR_peek_error() == 0);
    return 0;
}
