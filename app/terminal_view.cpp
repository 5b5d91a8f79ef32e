#include "app/terminal_view.h"

#include "model/certificates/thumbprint.h"
#include "model/diagnosis/printable.h"
#include "model/text/error_text.h"
#include "model/text/gsk_text.h"
#include "model/text/verdict_text.h"
#include "model/text/warning_text.h"
#include "model/tls/registry.h"

#include <QCoreApplication>
#include <QDateTime>

namespace sealport {

namespace {

QString securedText(const Negotiated &agreed, const QByteArray &sni)
{
    QStringList parts{protocolLabel(agreed.protocol), cipherSuiteName(agreed.cipherSuite)};
    if (agreed.group != 0)
        parts.append(groupName(agreed.group));
    if (!sni.isEmpty())
        parts.append(printable(sni));
    if (agreed.resumed)
        parts.append(TerminalView::tr("resumed"));
    return parts.join(QStringLiteral(", "));
}

/// "TLS 1.2, TLS 1.3", and what comes before it.
QString spokenBy(const ServerProfile &profile)
{
    QStringList labels;
    for (const Protocol protocol : profile.protocols.toVector())
        labels.append(protocolLabel(protocol));
    const QString versions = labels.join(QStringLiteral(", "));
    const Opening &opening = profile.opening;
    switch (opening.mode) { // no default: a new mode without words does not compile
    case Opening::Mode::Tls:
        return versions;
    case Opening::Mode::Plain:
        return TerminalView::tr("without TLS");
    case Opening::Mode::OnRequest:
        return TerminalView::tr("plain, then %1 on request").arg(versions);
    case Opening::Mode::StartTls:
        return TerminalView::tr("%1 up to %2, then %3")
            .arg(plainProtocolLabel(opening.protocol), tlsRequestName(opening.protocol), versions);
    }
    Q_UNREACHABLE();
}

bool mayStayPlain(const Opening &opening)
{
    return opening.mode == Opening::Mode::Plain || opening.mode == Opening::Mode::OnRequest;
}

QString connectionLine(const ConnectionRecord &record)
{
    const QDateTime time =
        QDateTime::fromMSecsSinceEpoch(record.acceptedAt).addMSecs(static_cast<qint64>(record.durationMs));
    QString what;
    if (record.state == ConnectionState::Secured && record.negotiated)
        what = securedText(*record.negotiated, record.sni);
    else if (record.verdict && record.state == ConnectionState::Closed)
        what = TerminalView::tr("%1 (%2 octets in, %3 out)")
                   .arg(sentence(*record.verdict))
                   .arg(record.bytesIn)
                   .arg(record.bytesOut);
    else if (record.verdict)
        what = QStringLiteral("[%1] %2 %3")
                   .arg(verdictName(record.verdict->code), withGsk(sentence(*record.verdict), record.verdict->gsk),
                        advice(*record.verdict))
                   .trimmed();
    const char mark = record.verdict && isFailure(record.verdict->code) ? '!' : ' ';
    return QStringLiteral("%1 %2 #%3 %4  %5  %6")
        .arg(time.toString(QStringLiteral("HH:mm:ss")), QString(QLatin1Char(mark)))
        .arg(record.id.value())
        .arg(record.peer.toString(), stateLabel(record.state), what);
}

} // namespace

void TerminalView::write(const QByteArray &line)
{
    if (std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), m_out)
            != static_cast<std::size_t>(line.size())
        || std::fputc('\n', m_out) == EOF)
        m_isReadable = false;
}

void TerminalView::flush()
{
    if (std::fflush(m_out) != 0)
        m_isReadable = false;
}

void TerminalView::listening(const ServerEntry &entry)
{
    if (m_format == OutputFormat::Json) {
        write(listeningJson(entry));
        return flush();
    }
    write(TerminalView::tr("%1 listens on %2 (%3). Ctrl+C stops it.")
              .arg(printable(entry.profile.name), entry.endpoint.toString(), spokenBy(entry.profile))
              .toUtf8());
    writeCertificate(entry);
    for (const Warning &warning : entry.warnings)
        write((QStringLiteral("  ! ") + describe(warning)).toUtf8());
    flush();
}

void TerminalView::writeCertificate(const ServerEntry &entry)
{
    if (entry.certificate)
        write(TerminalView::tr("  certificate %1, SHA-1 %2")
                  .arg(entry.certificate->subject(),
                       formatThumbprint(entry.certificate->sha1(), ThumbprintFormat::Windows))
                  .toUtf8());
}

void TerminalView::changed(const ServerEntry &entry)
{
    if (entry.changeError)
        error(TerminalView::tr("%1 goes on as it was: %2")
                  .arg(printable(entry.applied.name), describe(*entry.changeError)));
    if (m_format == OutputFormat::Json) {
        write(entry.changeError ? unchangedJson(entry, *entry.changeError) : changedJson(entry));
    } else if (!entry.changeError) {
        write(TerminalView::tr("%1 serves new connections with what it has taken over (generation %2); those that "
                               "live go on.")
                  .arg(printable(entry.applied.name))
                  .arg(entry.generation)
                  .toUtf8());
        writeCertificate(entry);
    }
    flush();
}

void TerminalView::connections(const std::vector<ConnectionRecord> &records)
{
    for (const ConnectionRecord &record : records)
        if (record.state == ConnectionState::Secured || hasEnded(record.state))
            write(lineOf(record));
    flush();
}

QByteArray TerminalView::lineOf(const ConnectionRecord &record)
{
    if (m_format == OutputFormat::Text)
        return connectionLine(record).toUtf8();
    if (record.state == ConnectionState::Secured)
        return connectionJson(record, m_live.emplace(record.id, fingerprintsOf(record)).first->second);
    const auto known = m_live.extract(record.id);
    return connectionJson(record, known ? known.mapped() : fingerprintsOf(record));
}

void TerminalView::stopped(const ServerEntry &entry)
{
    if (m_format == OutputFormat::Json)
        write(stoppedJson(entry));
    else if (mayStayPlain(entry.profile.opening))
        write(TerminalView::tr("%1 stopped: %2 accepted, %3 plain, %4 secured, %5 failed.")
                  .arg(printable(entry.profile.name))
                  .arg(entry.counts.accepted)
                  .arg(entry.counts.plain)
                  .arg(entry.counts.secured)
                  .arg(entry.counts.failed)
                  .toUtf8());
    else
        write(TerminalView::tr("%1 stopped: %2 accepted, %3 secured, %4 failed.")
                  .arg(printable(entry.profile.name))
                  .arg(entry.counts.accepted)
                  .arg(entry.counts.secured)
                  .arg(entry.counts.failed)
                  .toUtf8());
    flush();
}

void TerminalView::failed(const QString &server, const Error &error)
{
    if (m_format != OutputFormat::Json)
        return;
    write(failedJson(server, error));
    flush();
}

void TerminalView::error(const QString &sentence)
{
    std::fprintf(m_err, "sealport: %s\n", qUtf8Printable(sentence));
}

void TerminalView::note(const QString &sentence)
{
    std::fprintf(m_err, "%s\n", qUtf8Printable(sentence));
}

} // namespace sealport
