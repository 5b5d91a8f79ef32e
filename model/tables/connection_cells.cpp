#include "model/tables/connection_cells.h"

#include "model/diagnosis/printable.h"
#include "model/text/formatting.h"
#include "model/text/verdict_text.h"
#include "model/tls/registry.h"

#include <QCoreApplication>
#include <QDateTime>

#include <compare>
#include <cstring>

namespace sealport {

namespace {

constexpr qsizetype nameLimit = 256; // a DNS name has at most 253 characters

QString nothing()
{
    return QStringLiteral("–");
}

QString textOrNothing(const QString &text)
{
    return text.isEmpty() ? nothing() : text;
}

QString timeOf(const ConnectionRecord &record)
{
    return QDateTime::fromMSecsSinceEpoch(record.acceptedAt).toString(QStringLiteral("HH:mm:ss"));
}

QString exactTimeOf(const ConnectionRecord &record)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(record.acceptedAt);
    return time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz ")) + time.timeZoneAbbreviation();
}

template <class T>
int compare(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

int compareText(const QString &a, const QString &b)
{
    return QString::compare(a, b, Qt::CaseInsensitive);
}

int compareAddresses(const QHostAddress &a, const QHostAddress &b)
{
    const Q_IPV6ADDR left = a.toIPv6Address(); // IPv4 comes mapped, so that both kinds sort together
    const Q_IPV6ADDR right = b.toIPv6Address();
    return std::memcmp(left.c, right.c, sizeof left.c);
}

int compareEndpoints(const Endpoint &a, const Endpoint &b)
{
    const int addresses = compareAddresses(a.address, b.address);
    return addresses != 0 ? addresses : compare(a.port, b.port);
}

/// Compares by name, but only where the numbers differ: most rows share a few values.
int compareNames(std::uint16_t a, std::uint16_t b, QString (*name)(std::uint16_t))
{
    return a == b ? 0 : compareText(name(a), name(b));
}

int compareNegotiated(const Negotiated &a, const Negotiated &b, ConnectionColumn column)
{
    switch (column) {
    case ConnectionColumn::Protocol:
        return compare(a.protocol, b.protocol);
    case ConnectionColumn::Cipher:
        return compareNames(a.cipherSuite, b.cipherSuite, cipherSuiteName);
    case ConnectionColumn::Group:
        return compareNames(a.group, b.group, groupName);
    case ConnectionColumn::Alpn:
        return compare(a.alpn, b.alpn);
    case ConnectionColumn::Resumed:
        return compare(a.resumed, b.resumed);
    case ConnectionColumn::Handshake:
        return compare(a.handshakeMs, b.handshakeMs);
    default:
        return 0;
    }
}

int compareVerdicts(const std::shared_ptr<const Verdict> &a, const std::shared_ptr<const Verdict> &b)
{
    if (!a || !b)
        return compare(a != nullptr, b != nullptr);
    return a->code == b->code ? 0 : compareText(verdictTitle(a->code), verdictTitle(b->code));
}

/// "Plain HTTP. The client sent …": the title sorts and groups, the sentence tells without a click.
QString verdictText(const Verdict &verdict)
{
    const QString title = verdictTitle(verdict.code);
    return isFailure(verdict.code) ? QString(title + QLatin1String(". ") + sentence(verdict)) : title;
}

QString negotiatedText(const Negotiated &negotiated, ConnectionColumn column)
{
    switch (column) {
    case ConnectionColumn::Protocol:
        return protocolLabel(negotiated.protocol);
    case ConnectionColumn::Cipher:
        return cipherSuiteName(negotiated.cipherSuite);
    case ConnectionColumn::Group:
        return negotiated.group == 0 ? nothing() : groupName(negotiated.group);
    case ConnectionColumn::Alpn:
        return textOrNothing(printable(negotiated.alpn, nameLimit));
    case ConnectionColumn::Resumed:
        return negotiated.resumed ? QCoreApplication::translate("ConnectionModel", "yes")
                                  : QCoreApplication::translate("ConnectionModel", "no");
    case ConnectionColumn::Handshake:
        return shortDuration(negotiated.handshakeMs);
    default:
        return {};
    }
}

} // namespace

QString connectionHeader(ConnectionColumn column)
{
    switch (column) { // no default: a new column without a title does not compile
    case ConnectionColumn::Time:
        return QCoreApplication::translate("ConnectionModel", "Time");
    case ConnectionColumn::Server:
        return QCoreApplication::translate("ConnectionModel", "Server");
    case ConnectionColumn::Peer:
        return QCoreApplication::translate("ConnectionModel", "Peer");
    case ConnectionColumn::State:
        return QCoreApplication::translate("ConnectionModel", "State");
    case ConnectionColumn::Protocol:
        return QCoreApplication::translate("ConnectionModel", "Protocol");
    case ConnectionColumn::Cipher:
        return QCoreApplication::translate("ConnectionModel", "Cipher");
    case ConnectionColumn::Group:
        return QCoreApplication::translate("ConnectionModel", "Group");
    case ConnectionColumn::Name:
        return QCoreApplication::translate("ConnectionModel", "Name");
    case ConnectionColumn::Alpn:
        return QCoreApplication::translate("ConnectionModel", "ALPN");
    case ConnectionColumn::Resumed:
        return QCoreApplication::translate("ConnectionModel", "Resumed");
    case ConnectionColumn::Handshake:
        return QCoreApplication::translate("ConnectionModel", "Handshake");
    case ConnectionColumn::BytesIn:
        return QCoreApplication::translate("ConnectionModel", "Received");
    case ConnectionColumn::BytesOut:
        return QCoreApplication::translate("ConnectionModel", "Sent");
    case ConnectionColumn::Duration:
        return QCoreApplication::translate("ConnectionModel", "Duration");
    case ConnectionColumn::Generation:
        return QCoreApplication::translate("ConnectionModel", "Generation");
    case ConnectionColumn::Verdict:
        return QCoreApplication::translate("ConnectionModel", "Verdict");
    }
    Q_UNREACHABLE();
}

bool isNumeric(ConnectionColumn column)
{
    return column == ConnectionColumn::Handshake || column == ConnectionColumn::BytesIn
           || column == ConnectionColumn::BytesOut || column == ConnectionColumn::Duration
           || column == ConnectionColumn::Generation;
}

QString cellText(const ConnectionRecord &record, ConnectionColumn column)
{
    switch (column) { // no default: a new column without a text does not compile
    case ConnectionColumn::Time:
        return timeOf(record);
    case ConnectionColumn::Server:
        return record.serverName;
    case ConnectionColumn::Peer:
        return record.peer.toString();
    case ConnectionColumn::State:
        return stateLabel(record.state);
    case ConnectionColumn::Protocol:
    case ConnectionColumn::Cipher:
    case ConnectionColumn::Group:
    case ConnectionColumn::Alpn:
    case ConnectionColumn::Resumed:
    case ConnectionColumn::Handshake:
        return record.negotiated ? negotiatedText(*record.negotiated, column) : nothing();
    case ConnectionColumn::Name:
        return textOrNothing(printable(record.sni, nameLimit));
    case ConnectionColumn::BytesIn:
        return byteSize(record.bytesIn);
    case ConnectionColumn::BytesOut:
        return byteSize(record.bytesOut);
    case ConnectionColumn::Duration:
        return hasEnded(record.state) ? shortDuration(record.durationMs) : nothing();
    case ConnectionColumn::Generation:
        return record.generation == 0 ? nothing() : QString::number(record.generation);
    case ConnectionColumn::Verdict:
        return record.verdict ? verdictText(*record.verdict) : nothing();
    }
    Q_UNREACHABLE();
}

QString cellToolTip(const ConnectionRecord &record, ConnectionColumn column)
{
    if (column == ConnectionColumn::Time)
        return exactTimeOf(record);
    if (column == ConnectionColumn::Generation && record.generation > 0)
        return QCoreApplication::translate("ConnectionModel",
                                           "Counts what the server was started with and has taken over since.");
    if ((column == ConnectionColumn::State || column == ConnectionColumn::Verdict) && record.verdict) {
        const QString what = advice(*record.verdict);
        const QString why = sentence(*record.verdict);
        return what.isEmpty() ? why : QString(why + QLatin1Char('\n') + what);
    }
    return {};
}

QString connectionIconName(const ConnectionRecord &record)
{
    switch (record.state) { // no default: a new state without an icon does not compile
    case ConnectionState::Waiting:
    case ConnectionState::Accepted:
    case ConnectionState::Plain:
    case ConnectionState::Handshaking:
    case ConnectionState::Secured:
        return QStringLiteral("live");
    case ConnectionState::Closed:
        return record.verdict && isFailure(record.verdict->code) ? QStringLiteral("warning") : QStringLiteral("ok");
    case ConnectionState::Failed:
        return QStringLiteral("failed");
    }
    Q_UNREACHABLE();
}

int compareCells(const ConnectionRecord &a, const ConnectionRecord &b, ConnectionColumn column)
{
    switch (column) { // no default: a new column that cannot be sorted does not compile
    case ConnectionColumn::Time:
        return compare(a.acceptedAt, b.acceptedAt);
    case ConnectionColumn::Server:
        return compareText(a.serverName, b.serverName);
    case ConnectionColumn::Peer:
        return compareEndpoints(a.peer, b.peer);
    case ConnectionColumn::State:
        return compare(a.state, b.state);
    case ConnectionColumn::Protocol:
    case ConnectionColumn::Cipher:
    case ConnectionColumn::Group:
    case ConnectionColumn::Alpn:
    case ConnectionColumn::Resumed:
    case ConnectionColumn::Handshake:
        if (!a.negotiated || !b.negotiated)
            return compare(a.negotiated.has_value(), b.negotiated.has_value());
        return compareNegotiated(*a.negotiated, *b.negotiated, column);
    case ConnectionColumn::Name:
        return compare(a.sni, b.sni);
    case ConnectionColumn::BytesIn:
        return compare(a.bytesIn, b.bytesIn);
    case ConnectionColumn::BytesOut:
        return compare(a.bytesOut, b.bytesOut);
    case ConnectionColumn::Duration:
        if (!hasEnded(a.state) || !hasEnded(b.state))
            return compare(hasEnded(a.state), hasEnded(b.state));
        return compare(a.durationMs, b.durationMs);
    case ConnectionColumn::Generation:
        return compare(a.generation, b.generation);
    case ConnectionColumn::Verdict:
        return compareVerdicts(a.verdict, b.verdict);
    }
    Q_UNREACHABLE();
}

QByteArray searchTextOf(const ConnectionRecord &record)
{
    QString text;
    text.reserve(160);
    for (int column = 0; column < connectionColumnCount; ++column) {
        text += cellText(record, static_cast<ConnectionColumn>(column));
        text += QLatin1Char('\n');
    }
    return text.toLower().toUtf8();
}

} // namespace sealport
