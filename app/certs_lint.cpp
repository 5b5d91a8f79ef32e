#include "app/certs_actions.h"
#include "model/certificates/certificate_report.h"
#include "model/certificates/lint.h"
#include "model/certificates/thumbprint.h"
#include "model/text/lint_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace sealport {

namespace {

QString answerName(ServerUse::Answer answer)
{
    switch (answer) {
    case ServerUse::Answer::Yes:
        return QStringLiteral("yes");
    case ServerUse::Answer::YesBut:
        return QStringLiteral("yes-but");
    case ServerUse::Answer::No:
        return QStringLiteral("no");
    }
    Q_UNREACHABLE();
}

JsonLine findingJson(const LintFinding &finding)
{
    const LintReason reason = reasonFor(finding);
    JsonLine line;
    return line.text("code", lintRuleName(finding.rule))
        .text("severity", lintSeverityName(finding.severity))
        .text("sentence", describe(finding))
        .text("reason", reason.reason)
        .text("source", reason.source)
        .text("clients", reason.clients);
}

void print(const AskedCertificate &asked, const std::vector<LintFinding> &findings, CertsOutput &output)
{
    const Certificate &certificate = asked.stored.certificate;
    const ServerUse use = serverUseOf(certificate, findings);
    std::vector<JsonLine> objects;
    QStringList lines{certificate.name(), QStringLiteral("    ") % describe(use)};
    for (const LintFinding &finding : findings) {
        const LintReason reason = reasonFor(finding);
        objects.push_back(findingJson(finding));
        lines.append(QStringLiteral("    ") % severityText(finding.severity) % QStringLiteral(": ")
                     % describe(finding));
        lines.append(QStringLiteral("        ") % reason.reason % QStringLiteral(" (") % reason.source
                     % QStringLiteral(") ") % reason.clients);
    }
    if (findings.empty())
        lines.append(QStringLiteral("    ") % QCoreApplication::translate("CommandLine", "Nothing is wrong with it."));
    output.lines(lines);
    JsonLine answer;
    answer.text("answer", answerName(use.answer)).text("sentence", describe(use));
    JsonLine line;
    output.object(line.text("file", asked.stored.file)
                      .text("subject", certificate.subject())
                      .text("sha256", formatThumbprint(certificate.sha256(), ThumbprintFormat::Plain))
                      .objects("findings", objects)
                      .object("serverUse", answer));
}

} // namespace

void lintCertificates(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    PassphrasePtr passphrase;
    if (!readGivenPassphrase(options.passphraseFile, output, passphrase))
        return;
    ChainQuestion known{.time = QDateTime::currentDateTimeUtc()};
    addKnownAuthorities(folder, output, known);
    for (const QString &item : options.items) {
        const std::vector<AskedCertificate> asked = askedCertificates(item, passphrase, folder, output);
        ChainQuestion chain = known; // for the name constraints of issuers, which may stand in the same file
        for (const AskedCertificate &one : asked)
            letCount(one.stored.certificate, SourceKind::Opened, chain);
        for (const AskedCertificate &one : asked) {
            LintQuestion question{.now = known.time};
            if (asked.size() < 100) // a folder of thousands is no chain
                question.issuers = issuersIn(validateChain(one.stored.certificate, chain));
            const std::vector<LintFinding> findings = lint(one.stored.certificate, question);
            print(one, findings, output);
            if (std::ranges::find(findings, LintSeverity::Error, &LintFinding::severity) != findings.end())
                output.setFailed();
        }
    }
}

} // namespace sealport
