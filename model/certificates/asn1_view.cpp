#include "model/certificates/asn1_view.h"

#include "model/certificates/asn1_values.h"

namespace sealport {

namespace {

Asn1Stop::Reason reasonOf(DerFault fault)
{
    switch (fault) {
    case DerFault::Truncated:
        return Asn1Stop::Reason::Truncated;
    case DerFault::BadTag:
        return Asn1Stop::Reason::BadTag;
    case DerFault::BadLength:
        return Asn1Stop::Reason::BadLength;
    case DerFault::IndefiniteLength:
        return Asn1Stop::Reason::IndefiniteLength;
    }
    Q_UNREACHABLE();
}

/// The DER inside a string: what an extension's OCTET STRING or a key's BIT STRING holds. Random octets seldom are one
/// whole element of a known type.
QByteArrayView encapsulated(const DerElement &element)
{
    if (element.isConstructed || element.content.isEmpty())
        return {};
    QByteArrayView inner = element.content;
    if (element.isUniversal(DerBitString)) {
        if (inner.front() != 0)
            return {};
        inner = inner.sliced(1);
    } else if (!element.isUniversal(DerOctetString)) {
        return {};
    }
    const auto first = readDerElement(inner);
    if (!first || first->length() != inner.size() || first->tagClass != DerElement::Class::Universal)
        return {};
    const bool isStructure = first->isConstructed && (first->tag == DerSequence || first->tag == DerSet);
    const bool isSimple = element.isUniversal(DerOctetString) && !first->isConstructed && first->tag != 0
                          && first->tag <= DerBmpString && !first->content.isEmpty();
    if (!isStructure && !isSimple)
        return {};
    return isWholeDer(inner, deepestAsn1) ? inner : QByteArrayView();
}

class Reader {
public:
    explicit Reader(QByteArrayView all)
        : m_all(all)
    {
    }

    std::vector<Asn1Node> read(QByteArrayView bytes, int depth)
    {
        std::vector<Asn1Node> nodes;
        while (!bytes.isEmpty()) {
            const qsizetype offset = bytes.data() - m_all.data();
            if (m_count >= mostAsn1Nodes) {
                stop(Asn1Stop::Reason::TooLarge, offset);
                break;
            }
            const auto element = readDerElement(bytes);
            if (!element) {
                stop(reasonOf(element.error()), offset);
                break;
            }
            nodes.push_back(nodeOf(*element, bytes.first(element->length()), offset, depth));
            bytes = bytes.sliced(element->length());
        }
        return nodes;
    }

    [[nodiscard]] std::vector<Asn1Stop> takeStops() { return std::move(m_stops); }

private:
    Asn1Node nodeOf(const DerElement &element, QByteArrayView whole, qsizetype offset, int depth)
    {
        ++m_count;
        Asn1Node node{.offset = offset,
                      .headerLength = element.headerLength,
                      .contentLength = element.content.size(),
                      .tag = asn1TagName(element)};
        const QByteArrayView inner = element.isConstructed ? element.content : encapsulated(element);
        node.isEncapsulated = !element.isConstructed && !inner.isEmpty();
        if (!element.isConstructed && !node.isEncapsulated)
            node.value = asn1Value(element, whole);
        else if (depth >= deepestAsn1)
            stop(Asn1Stop::Reason::TooDeep, offset);
        else
            node.children = read(inner, depth + 1);
        return node;
    }

    void stop(Asn1Stop::Reason reason, qsizetype offset)
    {
        constexpr std::size_t most = 100;
        if (m_stops.size() < most && (m_stops.empty() || m_stops.back() != Asn1Stop{reason, offset}))
            m_stops.push_back({.reason = reason, .offset = offset});
    }

    const QByteArrayView m_all;
    std::vector<Asn1Stop> m_stops;
    int m_count = 0;
};

} // namespace

Asn1View asn1View(const QByteArray &der)
{
    Reader reader{QByteArrayView(der)};
    Asn1View view;
    view.nodes = reader.read(QByteArrayView(der), 1);
    view.stops = reader.takeStops();
    return view;
}

} // namespace sealport
