#include "app/certs_actions.h"
#include "model/certificates/certificate_search.h"
#include "model/certificates/chain_validation.h"
#include "model/certificates/revocation.h"
#include "model/certificates/thumbprint.h"
#include "model/text/chain_text.h"
#include "model/text/error_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace sealport {

namespace {

/// Whether all that was asked for could be read.
bool addFrom(const QString &path, const SecretBytes *passphrase, CertsOutput &output,
             std::vector<Certificate> &certificates)
{
    const FoundCertificates found = searchCertificates(path, passphrase);
    for (const StoredCertificate &stored : found.certificates)
        certificates.push_back(stored.certificate);
    for (const Error &problem : found.problems)
        output.fail(problem.subject, problem);
    return found.problems.empty();
}

/// The system's roots and the store's own authorities: who made one wants to know whether it works.
void addUsualRoots(const DataFolder &folder, CertsOutput &output, std::vector<Certificate> &trusted)
{
    if (const QString roots = systemRootsFile(); !roots.isEmpty()) {
        const FoundCertificates found = searchCertificates(roots);
        for (const StoredCertificate &stored : found.certificates)
            trusted.push_back(stored.certificate);
        for (const Error &problem : found.problems)
            output.warn(describe(problem));
    }
    for (const StoredCertificate &stored : CertificateStore(folder.certificates()).list().certificates)
        if (stored.certificate.isCa() && stored.certificate.isSelfIssued())
            trusted.push_back(stored.certificate);
}

/// The lists of the store's authorities: what they revoked is revoked wherever it stands.
void addRevocationLists(const DataFolder &folder, CertsOutput &output, ChainQuestion &question)
{
    const RevocationListListing listing = revocationListsIn(CertificateStore(folder.certificates()));
    for (const StoredRevocationList &stored : listing.lists)
        question.revocationLists.push_back(stored.list.der());
    for (const Error &problem : listing.problems)
        output.warn(describe(problem));
}

JsonLine linkJson(const ChainLink &link)
{
    std::vector<JsonLine> findings;
    for (const ChainFinding &finding : link.findings) {
        JsonLine one;
        one.text("code", chainFaultName(finding.fault))
            .text("sentence", describe(finding, link.certificate.name()))
            .text("fix", advice(finding));
        if (gskCode(finding.fault) != 0)
            one.number("gsk", gskCode(finding.fault));
        else
            one.null("gsk");
        findings.push_back(std::move(one));
    }
    JsonLine line;
    return line.text("subject", link.certificate.subject())
        .text("sha256", formatThumbprint(link.certificate.sha256(), ThumbprintFormat::Plain))
        .boolean("trusted", link.isTrusted)
        .objects("findings", findings);
}

void print(const AskedCertificate &asked, const ChainValidation &validation, CertsOutput &output)
{
    QStringList lines{summary(validation)};
    std::vector<JsonLine> path;
    qsizetype depth = 0;
    for (const ChainLink &link : validation.path) {
        const QString margin(4 * ++depth, u' ');
        lines.append(margin % link.certificate.name()
                     % (link.isTrusted ? QCoreApplication::translate("CommandLine", " (trusted)") : QString()));
        for (const ChainFinding &finding : link.findings)
            lines.append(margin % QStringLiteral("    ") % describe(finding, link.certificate.name()) % u' '
                         % advice(finding));
        path.push_back(linkJson(link));
    }
    output.lines(lines);
    JsonLine line;
    output.object(line.text("file", asked.stored.file)
                      .text("subject", asked.stored.certificate.subject())
                      .boolean("valid", validation.isValid())
                      .text("sentence", summary(validation))
                      .objects("path", path));
}

} // namespace

void verifyCertificate(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    std::optional<SecretBytes> given;
    if (!readGivenPassphrase(options.passphraseFile, output, given))
        return;
    const SecretBytes *passphrase = given ? &*given : nullptr;
    const std::vector<AskedCertificate> asked = askedCertificates(options.items.first(), passphrase, folder, output);
    if (asked.empty())
        return output.setFailed();

    ChainQuestion question{.time = options.time, .purpose = options.purpose, .host = options.host.trimmed()};
    bool isWhole = true;
    for (const QString &path : options.roots)
        isWhole &= addFrom(path, passphrase, output, question.trusted);
    for (const QString &path : options.chains)
        isWhole &= addFrom(path, passphrase, output, question.intermediates);
    if (!isWhole)
        return; // without a part of what was given it would be another question
    if (options.roots.isEmpty())
        addUsualRoots(folder, output, question.trusted);
    for (const AskedCertificate &one : asked) // a file often holds its chain too
        question.intermediates.push_back(one.stored.certificate);
    if (asked.front().source == storeSource())
        for (const StoredCertificate &stored : CertificateStore(folder.certificates()).list().certificates)
            question.intermediates.push_back(stored.certificate);

    addRevocationLists(folder, output, question);

    // Of a file with several, the one that none of the others was issued by; the first where that is none.
    const auto isIssuer = [&asked](const AskedCertificate &candidate) {
        return std::ranges::any_of(asked, [&candidate](const AskedCertificate &other) {
            return !(other.stored.certificate == candidate.stored.certificate)
                   && other.stored.certificate.issuer() == candidate.stored.certificate.subject();
        });
    };
    const auto leaf = std::ranges::find_if_not(asked, isIssuer);
    const AskedCertificate &chosen = leaf == asked.end() ? asked.front() : *leaf;
    const ChainValidation validation = validateChain(chosen.stored.certificate, question);
    print(chosen, validation, output);
    if (!validation.isValid())
        output.setFailed();
    else if (options.roots.isEmpty() && !output.isJson())
        output.lines({QCoreApplication::translate("CommandLine",
                                                  "Trusted: the system's roots and the authorities of your store.")});
}

} // namespace sealport
