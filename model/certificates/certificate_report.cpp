#include "model/certificates/certificate_report.h"

#include <utility>

namespace sealport {

namespace {

ChainQuestion chainQuestion(const ReportQuestion &asked, const std::vector<CertificateCatalogue::Entry> &entries,
                            const std::stop_token &stop)
{
    ChainQuestion question;
    question.time = asked.time;
    question.purpose = asked.purpose;
    question.host = asked.host;
    for (const KnownCertificate &known : knownCertificates(entries, stop))
        letCount(known.certificate, known.kind, question);
    for (const CertificateCatalogue::Entry &entry : entries) {
        if (!entry.listing)
            continue;
        for (const ListedItem &item : entry.listing->items)
            if (item.revocationList())
                question.revocationLists.push_back(item.revocationList()->der());
    }
    return question;
}

} // namespace

std::vector<KnownCertificate> knownCertificates(const std::vector<CertificateCatalogue::Entry> &entries,
                                                const std::stop_token &stop)
{
    std::vector<KnownCertificate> known;
    for (const CertificateCatalogue::Entry &entry : entries) {
        const SourceKind kind = entry.source->kind();
        if (entry.listing) {
            for (const ListedItem &item : entry.listing->items)
                if (item.certificate())
                    known.push_back({.certificate = *item.certificate(), .kind = kind});
        } else if (kind == SourceKind::SystemRoots) {
            for (StoredCertificate &stored : entry.source->list(stop, {}).certificates)
                known.push_back({.certificate = std::move(stored.certificate), .kind = kind});
        }
    }
    return known;
}

void letCount(const Certificate &certificate, SourceKind kind, ChainQuestion &question)
{
    const bool isOwnAuthority = kind == SourceKind::MyCertificates && certificate.isCa() && certificate.isSelfIssued();
    if (kind == SourceKind::SystemRoots || isOwnAuthority)
        question.trusted.push_back(certificate);
    else if (certificate.isCa()) // no other one is ever an issuer
        question.intermediates.push_back(certificate);
}

std::vector<Certificate> issuersIn(const ChainValidation &chain)
{
    std::vector<Certificate> issuers;
    issuers.reserve(chain.path.size());
    for (const ChainLink &link : chain.path)
        issuers.push_back(link.certificate);
    issuers.pop_back(); // the certificate itself
    return issuers;
}

CertificateReport reportOn(const Certificate &certificate, const ReportQuestion &question,
                           const std::vector<CertificateCatalogue::Entry> &entries, const std::stop_token &stop)
{
    ChainValidation chain = validateChain(certificate, chainQuestion(question, entries, stop));
    std::vector<LintFinding> findings = lint(certificate, {.now = question.time, .issuers = issuersIn(chain)});
    const ServerUse use = serverUseOf(certificate, findings);
    return {.details = detailsOf(certificate),
            .asn1 = asn1View(certificate.der()),
            .findings = std::move(findings),
            .serverUse = use,
            .chain = std::move(chain)};
}

} // namespace sealport
