#pragma once

#include "model/certificates/certificate_store.h"
#include "model/certificates/thumbprint.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace sealport {

/// What of a certificate a text stands for.
enum class HashedObject : std::uint8_t {
    Certificate,   ///< its DER: what Windows and OpenSSL call thumbprint or fingerprint
    PublicKey,     ///< its SubjectPublicKeyInfo: the pin of curl and HPKP (RFC 7469 section 2.4)
    KeyIdentifier, ///< SHA-1 of the key's bits (RFC 5280 section 4.2.1.2): the subject key identifier of most
    SerialNumber,  ///< no hash at all; tools show it beside the thumbprint, in the same form
};

/// A digit that is wrong, missing or too many.
struct DigitDifference {
    qsizetype position = 0; ///< 1-based among the digits of the text; of a missing one, where it belongs
    char typed = 0;         ///< 0: it is missing
    char meant = 0;         ///< 0: it is too many
    friend bool operator==(const DigitDifference &, const DigitDifference &) = default;
};

/// One certificate that a text means or may mean.
struct ThumbprintFinding {
    enum class Kind : std::uint8_t {
        Exact,
        Near, ///< one or two digits are wrong, missing or too many
        Part, ///< the text is only a part of it
    };
    std::size_t certificate = 0; ///< index in the list that was searched
    Kind kind = Kind::Exact;
    HashedObject object = HashedObject::Certificate;
    ThumbprintAlgorithm algorithm = ThumbprintAlgorithm::Sha1; ///< nothing for a serial number
    int wrongDigits = 0;                                       ///< Near
    std::vector<DigitDifference> differences{};                ///< Near: as many
    qsizetype offset = 0;                                      ///< Part: digits in front of it
    friend bool operator==(const ThumbprintFinding &, const ThumbprintFinding &) = default;
};

struct ThumbprintDiagnosis {
    ThumbprintReading reading;
    std::vector<ThumbprintFinding> findings; ///< the exact ones, or else near ones by their wrong digits, then parts
};

/// What `text`, pasted from anywhere, means among these certificates: the whole thumbprint under every algorithm,
/// nearly it, a part of it (three digits will do where few certificates begin so), or another number of a certificate,
/// which must be whole; a serial number of zero is nobody's. At most as many near ones and parts as somebody would
/// read. Ends early, with what was found so far, once `stop` is requested: a hundred thousand certificates take a good
/// part of a second, so not on the GUI thread.
[[nodiscard]] ThumbprintDiagnosis diagnoseThumbprint(const QString &text,
                                                     const std::vector<StoredCertificate> &certificates,
                                                     const std::stop_token &stop = {});

} // namespace sealport
