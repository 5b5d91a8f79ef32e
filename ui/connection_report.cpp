#include "ui/connection_report.h"

#include "model/diagnosis/fingerprint.h"
#include "model/diagnosis/printable.h"
#include "model/text/formatting.h"
#include "model/text/gsk_text.h"
#include "model/text/verdict_text.h"
#include "model/tls/client_hello.h"
#include "model/tls/registry.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringBuilder>
#include <QStringList>

#include <span>

namespace sealport {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ConnectionReport)
};

/// Rows of two columns under headings.
class Report {
public:
    void heading(const QString &text)
    {
        m_html += QStringLiteral("<tr><td colspan=\"2\"><b>") % text.toHtmlEscaped() % QStringLiteral("</b></td></tr>");
    }
    void row(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_html += QStringLiteral("<tr><td style=\"padding-right:10px\">") % name.toHtmlEscaped()
                      % QStringLiteral("</td><td>") % value.toHtmlEscaped() % QStringLiteral("</td></tr>");
    }
    void line(const QString &value)
    {
        m_html += QStringLiteral("<tr><td colspan=\"2\">") % value.toHtmlEscaped() % QStringLiteral("</td></tr>");
    }
    [[nodiscard]] QString html() const
    {
        return QStringLiteral("<table cellspacing=\"0\" cellpadding=\"1\">") % m_html % QStringLiteral("</table>");
    }

private:
    QString m_html;
};

template <class Name>
QString names(const std::vector<std::uint16_t> &values, Name name)
{
    QStringList list;
    for (const std::uint16_t value : values)
        list.append(name(value));
    return list.join(QStringLiteral(", "));
}

void addNegotiated(Report &report, const Negotiated &negotiated)
{
    report.heading(Text::tr("Agreed on"));
    report.row(Text::tr("Protocol"), protocolLabel(negotiated.protocol));
    report.row(Text::tr("Cipher suite"), cipherSuiteName(negotiated.cipherSuite));
    if (negotiated.group != 0)
        report.row(Text::tr("Group"), groupName(negotiated.group));
    if (negotiated.signature != 0)
        report.row(Text::tr("Signature"), signatureAlgorithmName(negotiated.signature));
    report.row(Text::tr("ALPN"), printable(negotiated.alpn));
    report.row(Text::tr("Session"), negotiated.resumed ? Text::tr("resumed") : Text::tr("new"));
    if (negotiated.earlyData == EarlyData::Accepted)
        report.row(Text::tr("Early data"), Text::tr("%1, taken").arg(byteSize(negotiated.earlyBytes)));
    else if (negotiated.earlyData == EarlyData::Rejected)
        report.row(Text::tr("Early data"), Text::tr("refused, to be sent again"));
}

void addOffer(Report &report, const ConnectionRecord &record)
{
    const std::span message(reinterpret_cast<const std::byte *>(record.hello.constData()),
                            std::size_t(record.hello.size()));
    const auto hello = record.ssl2Hello ? parseSsl2ClientHello(message) : parseClientHello(message);
    report.heading(Text::tr("The client offers"));
    if (!hello) {
        report.line(Text::tr("a first message that cannot be read (at octet %1: %2)")
                        .arg(hello.error().offset)
                        .arg(QLatin1StringView(hello.error().reason)));
        return;
    }
    report.row(Text::tr("Server name"), printable(hello->serverName));
    report.row(Text::tr("Versions"), hello->supportedVersions.empty() ? versionName(hello->legacyVersion)
                                                                      : names(hello->supportedVersions, versionName));
    report.row(Text::tr("Cipher suites"), names(hello->cipherSuites, cipherSuiteName));
    report.row(Text::tr("Groups"), names(hello->groups, groupName));
    report.row(Text::tr("Signatures"), names(hello->signatureAlgorithms, signatureAlgorithmName));
    QStringList alpn;
    for (const QByteArray &protocol : hello->alpn)
        alpn.append(printable(protocol));
    report.row(Text::tr("ALPN"), alpn.join(QStringLiteral(", ")));
    report.row(Text::tr("Extensions"), names(hello->extensions, extensionName));
    if (!record.ssl2Hello) {
        report.row(QStringLiteral("JA3"), ja3(*hello));
        report.row(QStringLiteral("JA4"), ja4(*hello));
    }
}

} // namespace

QString connectionReport(const ConnectionRecord &record)
{
    const QLocale locale;
    Report report;
    if (record.verdict) {
        const Verdict &verdict = *record.verdict;
        report.heading(Text::tr("Evidence"));
        for (const QString &line : verdict.evidence) {
            const EvidenceText fact = evidenceText(line);
            if (fact.label.isEmpty())
                report.line(fact.value);
            else
                report.row(fact.label, fact.value);
        }
        report.row(Text::tr("Verdict"), verdictName(verdict.code));
        if (verdict.gsk != 0)
            report.row(Text::tr("GSKit code"), gskText(verdict.gsk));
    }
    if (record.negotiated)
        addNegotiated(report, *record.negotiated);

    report.heading(Text::tr("Connection"));
    const QDateTime accepted = QDateTime::fromMSecsSinceEpoch(record.acceptedAt);
    report.row(Text::tr("Accepted"), locale.toString(accepted.date(), QLocale::ShortFormat) % QLatin1Char(' ')
                                         % accepted.time().toString(QStringLiteral("HH:mm:ss.zzz")));
    if (record.negotiated)
        report.row(Text::tr("Handshake"), shortDuration(record.negotiated->handshakeMs));
    if (hasEnded(record.state))
        report.row(Text::tr("Lasted"), shortDuration(record.durationMs));
    report.row(Text::tr("Data"), Text::tr("%1 in, %2 out").arg(byteSize(record.bytesIn), byteSize(record.bytesOut)));
    if (!record.hello.isEmpty())
        addOffer(report, record);
    return report.html();
}

} // namespace sealport
