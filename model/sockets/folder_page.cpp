#include "model/sockets/folder_page.h"

#include "model/certificates/display_text.h"
#include "model/sockets/http_answer.h"

#include <QFile>
#include <QLocale>
#include <QMimeDatabase>
#include <QStringDecoder>

namespace sealport {

namespace {

QString shownName(const QByteArray &name)
{
    return displayText(QFile::decodeName(name)).toHtmlEscaped();
}

QString rowOf(const QByteArray &name, bool isFolder, const QString &size, const QString &modified)
{
    const QString slash = isFolder ? QStringLiteral("/") : QString();
    // "./" in front: a name with a colon would read as a protocol
    return QStringLiteral("<tr><td><a href=\"./%1%2\">%3%2</a></td><td>%4</td><td>%5</td></tr>\n")
        .arg(QString::fromLatin1(encodedName(name)), slash, shownName(name), size, modified);
}

} // namespace

QByteArray folderPage(const ServedFolder &folder)
{
    const QString path = u'/' + displayText(QFile::decodeName(folder.path.parts.join('/')));
    QString body = QStringLiteral("<h1>%1</h1>\n<table>\n").arg(path.toHtmlEscaped());
    if (!folder.path.parts.isEmpty())
        body += QStringLiteral("<tr><td><a href=\"../\">..</a></td><td></td><td></td></tr>\n");
    for (const ServedFolder::Entry &entry : folder.entries)
        body +=
            rowOf(entry.name, entry.isFolder, entry.isFolder ? QString() : QLocale::c().formattedDataSize(entry.size),
                  entry.modified.toString(Qt::ISODate));
    body += QStringLiteral("</table>\n");
    if (folder.entries.empty() && !folder.isCut)
        body += QStringLiteral("<p>This folder is empty.</p>\n");
    if (folder.isCut)
        body += QStringLiteral("<p>There are more files than this page shows.</p>\n");
    return htmlPage(path, body);
}

QByteArray contentTypeOf(const QByteArray &name, const QByteArray &beginning)
{
    const QMimeType type = QMimeDatabase().mimeTypeForFileNameAndData(QFile::decodeName(name), beginning);
    QByteArray text = type.name().toLatin1();
    QStringDecoder decoder(QStringDecoder::Utf8); // keeps to itself a character that is cut off at the end
    static_cast<void>(QString(decoder.decode(beginning)));
    if (text.startsWith("text/") && !decoder.hasError())
        text += "; charset=utf-8";
    return text;
}

} // namespace sealport
