#include "app/certs_actions.h"
#include "model/certificates/certificate_report.h"
#include "model/certificates/certificate_search.h"
#include "model/certificates/display_text.h"
#include "model/certificates/revocation.h"
#include "model/certificates/thumbprint.h"
#include "model/text/chain_text.h"
#include "model/text/error_text.h"
#include "model/text/gsk_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

/// Whether all that was asked for could be read.
bool addFrom(const QString &path, PassphrasePtr passphrase, CertsOutput &output, ChainQuestion &question,
             std::vector<Certificate> &certificates)
{
    const FoundCertificates found = searchOrAsk(path, passphrase, output);
    for (const StoredCertificate &stored : found.certificates)
        certificates.push_back(stored.certificate);
    for (const FoundRevocationList &one : found.revocationLists)
        question.revocationLists.push_back(one.list.der());
    for (const Error &problem : found.problems)
        output.fail(problem.subject, problem);
    return found.problems.empty();
}

std::vector<StoredCertificate> storedIn(const DataFolder &folder, CertsOutput &output)
{
    CertificateStore::Listing listing = CertificateStore(folder.certificates()).list();
    for (const Error &problem : listing.problems)
        if (problem.code != ErrorCode::KeyWithoutCertificate)
            output.warn(describe(problem));
    return std::move(listing.certificates);
}

/// The lists of the store's authorities: what they revoked is revoked wherever it stands. Returns why some could not
/// be read: each may be the last one of any of them, whatever its name says.
std::vector<Error> addRevocationLists(const DataFolder &folder, CertsOutput &output, ChainQuestion &question)
{
    RevocationListListing listing = revocationListsIn(CertificateStore(folder.certificates()));
    for (const FoundRevocationList &stored : listing.lists)
        question.revocationLists.push_back(stored.list.der());
    for (const Error &problem : listing.problems)
        output.warn(describe(problem));
    return std::move(listing.problems);
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

void print(const AskedCertificate &asked, const ChainValidation &validation, const std::vector<Error> &unreadLists,
           CertsOutput &output)
{
    QStringList lines{summary(validation)};
    std::vector<JsonLine> path;
    qsizetype depth = 0;
    for (const ChainLink &link : validation.path) {
        const QString margin(4 * ++depth, u' ');
        lines.append(margin % link.certificate.name()
                     % (link.isTrusted ? QCoreApplication::translate("CommandLine", " (trusted)") : QString()));
        for (const ChainFinding &finding : link.findings) {
            lines.append(margin % QStringLiteral("    ")
                         % withGsk(describe(finding, link.certificate.name()), gskCode(finding.fault)) % u' '
                         % advice(finding));
            if (finding.fault == ChainFault::WrongPurpose)
                lines.last() += QStringLiteral(" (--purpose server|client|authority|any)");
        }
        path.push_back(linkJson(link));
    }
    QStringList unread;
    QStringList doubts;
    for (const Error &problem : unreadLists) {
        unread.append(describe(problem));
        doubts.append(QCoreApplication::translate("CommandLine",
                                                  "The revocation list %1 cannot be read: whether it revokes "
                                                  "one of them is not known. Mend or delete it.")
                          .arg(displayText(problem.subject)));
    }
    doubts.removeDuplicates(); // several things may be wrong with one file
    output.lines(lines + doubts);
    JsonLine line;
    output.object(line.text("file", asked.stored.file)
                      .text("subject", asked.stored.certificate.subject())
                      .boolean("valid", validation.isValid())
                      .text("sentence", summary(validation))
                      .objects("path", path)
                      .texts("unreadRevocationLists", unread));
}

} // namespace

void addKnownAuthorities(const DataFolder &folder, CertsOutput &output, ChainQuestion &question)
{
    if (const QString roots = systemRootsFile(); !roots.isEmpty()) {
        const FoundCertificates found = searchCertificates(roots);
        for (const StoredCertificate &stored : found.certificates)
            letCount(stored.certificate, SourceKind::SystemRoots, question);
        for (const Error &problem : found.problems)
            output.warn(describe(problem));
    }
    for (const StoredCertificate &stored : storedIn(folder, output))
        letCount(stored.certificate, SourceKind::MyCertificates, question);
}

void verifyCertificate(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    PassphrasePtr passphrase;
    if (!readGivenPassphrase(options.passphraseFile, output, passphrase))
        return;
    const QString &item = options.items.first();
    const Asked found = askedItems(item, passphrase, folder, output);
    failWithoutCertificate(item, found, output);
    const std::vector<AskedCertificate> &asked = found.certificates;
    if (asked.empty())
        return output.setFailed();

    ChainQuestion question{.time = options.time, .purpose = options.purpose, .host = options.host.trimmed()};
    bool isWhole = true;
    for (const QString &path : options.roots)
        isWhole &= addFrom(path, passphrase, output, question, question.trusted);
    for (const QString &path : options.chains)
        isWhole &= addFrom(path, passphrase, output, question, question.intermediates);
    if (!isWhole)
        return; // without a part of what was given it would be another question
    if (options.roots.isEmpty())
        addKnownAuthorities(folder, output, question);
    else
        for (const StoredCertificate &stored :
             storedIn(folder, output)) // the way to the given roots, and none beside them
            letCount(stored.certificate, SourceKind::Opened, question);
    for (const AskedCertificate &one : asked) // a file often holds its chain too
        question.intermediates.push_back(one.stored.certificate);
    for (const FoundRevocationList &one : found.revocationLists)
        question.revocationLists.push_back(one.list.der());
    const std::vector<Error> unreadLists = addRevocationLists(folder, output, question);

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
    print(chosen, validation, unreadLists, output);
    if (!validation.isValid() || !unreadLists.empty())
        output.setFailed();
    else if (options.roots.isEmpty() && !output.isJson())
        output.lines({QCoreApplication::translate("CommandLine",
                                                  "Trusted: the system's roots and the authorities of your store.")});
}

} // namespace sealport
