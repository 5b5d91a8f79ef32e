#pragma once

#include "model/certificates/der_reader.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace sealport {

/// One element of DER as a person reads it.
struct Asn1Node {
    qsizetype offset = 0; ///< of its header, from the start of all
    qsizetype headerLength = 0;
    qsizetype contentLength = 0;
    QString tag{};               ///< "SEQUENCE", "[0]"
    QString value{};             ///< of a primitive one, fit to be shown, cut where it is long; in no language
    bool isEncapsulated = false; ///< an octet or bit string that holds DER: `children` are what it holds
    std::vector<Asn1Node> children{};
};

/// Where reading stopped and why; what was read up to there is shown all the same.
struct Asn1Stop {
    enum class Reason : std::uint8_t {
        Truncated,
        BadTag,
        BadLength,
        IndefiniteLength,
        TooDeep,  ///< nested deeper than is shown
        TooLarge, ///< more elements than are shown
    };
    Reason reason = Reason::Truncated;
    qsizetype offset = 0; ///< of the element that could not be read
    friend bool operator==(const Asn1Stop &, const Asn1Stop &) = default;
};

struct Asn1View {
    std::vector<Asn1Node> nodes;
    std::vector<Asn1Stop> stops; ///< empty: everything was read; in the order of their offsets, at most 100
};

constexpr int deepestAsn1 = 32;
constexpr int mostAsn1Nodes = 20'000;

/// The tree of any octets that are meant to be DER. Pure; bounded in depth, elements and length of text, whatever the
/// octets are.
[[nodiscard]] Asn1View asn1View(const QByteArray &der);

} // namespace sealport
