#include "app/detail_lines.h"

#include "model/text/certificate_text.h"

#include <QCoreApplication>

namespace sealport {

namespace {

// Details and ASN.1 are bounded in depth where they are made.

constexpr qsizetype widest = 96;

/// In lines of whole words, or octets.
QStringList folded(QString text)
{
    QStringList lines;
    while (text.size() > widest) {
        const qsizetype space = text.lastIndexOf(u' ', widest);
        const qsizetype end = space > 0 ? space : widest;
        lines.append(text.left(end));
        text = text.mid(space > 0 ? end + 1 : end);
    }
    return lines << text;
}

void addDetails(QStringList &lines, const std::vector<Detail> &rows, int depth)
{
    const QString margin(qsizetype{4} * (depth + 1), u' ');
    for (const Detail &row : rows) {
        const QString label = detailLabel(row);
        const QString value = detailValue(row);
        QString line = margin % label;
        if (row.isCritical)
            line += QCoreApplication::translate("CommandLine", " (critical)");
        if (!value.isEmpty() && !label.isEmpty())
            line += QStringLiteral(": ");
        if (value.size() <= widest || !value.contains(u' ')) {
            lines.append(line % value);
        } else {
            lines.append(line.trimmed().prepend(margin));
            for (const QString &part : folded(value))
                lines.append(margin % QStringLiteral("    ") % part);
        }
        addDetails(lines, row.parts, depth + 1);
    }
}

void addNodes(QStringList &lines, const std::vector<Asn1Node> &nodes, int depth)
{
    for (const Asn1Node &node : nodes) {
        const QString position =
            QStringLiteral("%1 +%2 %3").arg(node.offset, 6).arg(node.headerLength).arg(node.contentLength, 5);
        lines.append(position % QString(qsizetype{2} * (depth + 1), u' ') % node.tag
                     % (node.value.isEmpty() ? QString() : QString(QStringLiteral(": ") % node.value)));
        addNodes(lines, node.children, depth + 1);
    }
}

std::vector<JsonLine> detailObjects(const std::vector<Detail> &rows)
{
    std::vector<JsonLine> objects;
    for (const Detail &row : rows) {
        JsonLine object;
        object.text("label", detailLabel(row));
        if (!row.object.isEmpty())
            object.text("object", row.object);
        object.text("value", detailValue(row));
        if (row.field == DetailField::Extension)
            object.boolean("critical", row.isCritical);
        if (!row.parts.empty())
            object.objects("parts", detailObjects(row.parts));
        objects.push_back(std::move(object));
    }
    return objects;
}

std::vector<JsonLine> nodeObjects(const std::vector<Asn1Node> &nodes)
{
    std::vector<JsonLine> objects;
    for (const Asn1Node &node : nodes) {
        JsonLine object;
        object.number("offset", node.offset)
            .number("headerLength", node.headerLength)
            .number("length", node.contentLength)
            .text("tag", node.tag)
            .text("value", node.value);
        if (!node.children.empty())
            object.objects("nodes", nodeObjects(node.children));
        objects.push_back(std::move(object));
    }
    return objects;
}

} // namespace

QStringList detailLines(const std::vector<Detail> &rows)
{
    QStringList lines;
    addDetails(lines, rows, 0);
    return lines;
}

QStringList asn1Lines(const Asn1View &view)
{
    QStringList lines;
    addNodes(lines, view.nodes, 0);
    for (const Asn1Stop &stop : view.stops)
        lines.append(describe(stop));
    return lines;
}

JsonLine detailsJson(const std::vector<Detail> &rows)
{
    return JsonLine().objects("rows", detailObjects(rows));
}

JsonLine asn1Json(const Asn1View &view)
{
    QStringList stops;
    for (const Asn1Stop &stop : view.stops)
        stops.append(describe(stop));
    return JsonLine().objects("nodes", nodeObjects(view.nodes)).texts("stops", stops);
}

} // namespace sealport
