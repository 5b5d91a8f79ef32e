#include "app/certs_actions.h"
#include "model/certificates/certificate_search.h"
#include "model/certificates/thumbprint_doctor.h"
#include "model/text/thumbprint_text.h"

#include <QCoreApplication>

namespace sealport {

namespace {

/// Everything that is searched, and the group that each belongs to.
struct Haystack {
    std::vector<StoredCertificate> certificates;
    std::vector<QString> sources;

    void add(const std::vector<StoredCertificate> &found, const QString &source)
    {
        certificates.insert(certificates.end(), found.begin(), found.end());
        sources.resize(certificates.size(), source);
    }
};

Haystack gather(const CertsOptions &options, const PassphrasePtr &passphrase, const DataFolder &folder,
                CertsOutput &output)
{
    Haystack haystack;
    const auto addPlace = [&](const QString &place, const QString &source) {
        PassphrasePtr own = passphrase;
        const FoundCertificates found = searchOrAsk(place, own, output);
        haystack.add(found.certificates, source);
        for (const Error &problem : found.problems)
            output.report(problem.subject, problem);
        if (found.certificates.empty() && found.problems.empty() && !found.isEmpty()) {
            const QString kind = found.requests.empty() ? QStringLiteral("certificate revocation list")
                                                        : QStringLiteral("certificate request");
            output.report(place,
                          {.code = ErrorCode::NoCertificateInFile, .subject = place, .values = {kind}, .causes = {}});
        }
    };
    for (const QString &place : options.places)
        addPlace(place, fileSource());
    if (!options.places.isEmpty())
        return haystack;
    const CertificateStore::Listing listing = openStore(folder, output);
    haystack.add(listing.certificates, storeSource());
    for (const Error &problem : listing.problems)
        if (problem.code != ErrorCode::KeyWithoutCertificate)
            output.report(problem.subject, problem);
    if (const QString roots = systemRootsFile(); !roots.isEmpty())
        addPlace(roots, systemSource());
    return haystack;
}

QString kindName(ThumbprintFinding::Kind kind)
{
    switch (kind) {
    case ThumbprintFinding::Kind::Exact:
        return QStringLiteral("exact");
    case ThumbprintFinding::Kind::Near:
        return QStringLiteral("near");
    case ThumbprintFinding::Kind::Part:
        return QStringLiteral("part");
    }
    Q_UNREACHABLE();
}

QString objectName(HashedObject object)
{
    switch (object) {
    case HashedObject::Certificate:
        return QStringLiteral("certificate");
    case HashedObject::PublicKey:
        return QStringLiteral("public-key");
    case HashedObject::KeyIdentifier:
        return QStringLiteral("key-identifier");
    case HashedObject::SerialNumber:
        return QStringLiteral("serial-number");
    }
    Q_UNREACHABLE();
}

JsonLine matchJson(const ThumbprintFinding &finding)
{
    JsonLine match;
    match.text("kind", kindName(finding.kind)).text("object", objectName(finding.object));
    if (finding.object == HashedObject::SerialNumber)
        match.null("algorithm");
    else
        match.text("algorithm", thumbprintAlgorithmLabel(finding.algorithm));
    return match.number("wrongDigits", finding.wrongDigits);
}

JsonLine diagnosisJson(const QString &message, const QStringList &notes)
{
    JsonLine line;
    return line.text("message", message).texts("notes", notes);
}

} // namespace

void findThumbprint(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    PassphrasePtr passphrase;
    if (!readGivenPassphrase(options.passphraseFile, output, passphrase))
        return;
    const Haystack haystack = gather(options, passphrase, folder, output);
    const ThumbprintDiagnosis diagnosis = diagnoseThumbprint(options.thumbprint, haystack.certificates);
    const bool isFound =
        !diagnosis.findings.empty() && diagnosis.findings.front().kind == ThumbprintFinding::Kind::Exact;

    const QStringList notes = readingNotes(diagnosis.reading);
    QStringList explanation = notes;
    if (diagnosis.findings.empty())
        explanation.append(nothingFound(diagnosis.reading));
    if (!isFound && !diagnosis.findings.empty())
        explanation.prepend(QCoreApplication::translate("Thumbprint", "No certificate here has this thumbprint."));
    if (!explanation.isEmpty())
        output.warn(explanation.join(u' '));
    for (const ThumbprintFinding &finding : diagnosis.findings) {
        const StoredCertificate &stored = haystack.certificates[finding.certificate];
        const QString &source = haystack.sources[finding.certificate];
        output.certificate(
            stored.certificate,
            {.hasKey = stored.hasKey, .source = source, .file = stored.file, .isKeyLocked = stored.isKeyLocked},
            isFound ? CertsOutput::Detail::Full : CertsOutput::Detail::Short,
            describe(finding, stored.certificate.name()),
            {{"match", matchJson(finding)},
             {"diagnosis", diagnosisJson(describe(finding, stored.certificate.name()), notes)}});
    }
    if (diagnosis.findings.empty()) {
        const QString sentence = nothingFound(diagnosis.reading);
        JsonLine error;
        error.text("code", errorName(ErrorCode::CertificateNotFound)).text("sentence", sentence);
        JsonLine nothing;
        output.object(nothing.object("error", error).object("diagnosis", diagnosisJson(sentence, notes)));
    }
    if (!isFound)
        output.setFailed();
}

} // namespace sealport
