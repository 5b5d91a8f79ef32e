#include "model/sockets/http_answer.h"

#include <QLocale>

namespace sealport {

namespace {

QString dateForm()
{
    return QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'");
}

} // namespace

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), dateForm()).toLatin1();
}

std::optional<QDateTime> parseHttpDate(const QByteArray &text)
{
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text), dateForm());
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

QByteArray headOf(const HttpAnswer &answer, bool isLast)
{
    QByteArray head = QByteArray("HTTP/1.1 ") + answer.status;
    if (!answer.contentType.isEmpty())
        head += "\r\nContent-Type: " + answer.contentType;
    head += "\r\nContent-Length: " + QByteArray::number(static_cast<qlonglong>(answer.length));
    head += "\r\nDate: " + httpDate(QDateTime::currentDateTimeUtc()); // RFC 9110 section 6.6.1: who has a clock says so
    head += "\r\n" + answer.fields + "Connection: ";
    head += isLast ? "close\r\n\r\n" : "keep-alive\r\n\r\n";
    return head;
}

QByteArray htmlMessage(const QString &heading, const QString &paragraph)
{
    return htmlPage(heading,
                    QStringLiteral("<h1>%1</h1>\n<p>%2</p>\n").arg(heading.toHtmlEscaped(), paragraph.toHtmlEscaped()));
}

QByteArray htmlPage(const QString &title, const QString &body)
{
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1</title>\n"
                          "<meta name=\"color-scheme\" content=\"light dark\">\n"
                          "<style>body{font:16px/1.5 sans-serif;margin:3em auto;max-width:50em;padding:0 1em}"
                          "th{text-align:left;padding-right:2em;font-weight:600;vertical-align:top}"
                          "td{font-family:monospace;overflow-wrap:anywhere}</style></head>\n<body>%2</body></html>\n")
        .arg(title.toHtmlEscaped(), body)
        .toUtf8();
}

} // namespace sealport
