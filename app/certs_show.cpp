#include "app/certs_actions.h"
#include "app/detail_lines.h"
#include "model/certificates/certificate_search.h"
#include "model/certificates/certificate_source.h"
#include "model/certificates/token_search.h"
#include "model/text/error_text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <utility>

namespace sealport {

namespace {

void print(const AskedCertificate &asked, CertsOutput::Detail detail, CertsOutput &output,
           const CertsOutput::Members &members = {})
{
    const StoredCertificate &stored = asked.stored;
    output.certificate(
        stored.certificate,
        {.hasKey = stored.hasKey, .source = asked.source, .file = stored.file, .isKeyLocked = stored.isKeyLocked},
        detail, {}, members);
}

/// What the options ask for beside the usual, in JSON.
template <class Object>
CertsOutput::Members furtherMembers(const Object &object, const CertsOptions &options, const CertsOutput &output)
{
    CertsOutput::Members members;
    if (options.hasDetails && output.isJson())
        members.emplace_back("details", detailsJson(detailsOf(object)));
    if (options.hasAsn1 && output.isJson())
        members.emplace_back("asn1", asn1Json(asn1View(object.der())));
    return members;
}

/// The same in text.
template <class Object>
void printFurther(const Object &object, const CertsOptions &options, CertsOutput &output)
{
    if (options.hasDetails && !output.isJson())
        output.lines(detailLines(detailsOf(object)));
    if (options.hasAsn1 && !output.isJson())
        output.lines(asn1Lines(asn1View(object.der())));
}

void printInFull(const AskedCertificate &asked, const CertsOptions &options, CertsOutput &output)
{
    const Certificate &certificate = asked.stored.certificate;
    print(asked, CertsOutput::Detail::Full, output, furtherMembers(certificate, options, output));
    printFurther(certificate, options, output);
}

void printOthers(const Asked &asked, const CertsOptions &options, CertsOutput &output)
{
    for (const FoundRequest &one : asked.requests) {
        output.request(one.request, {.hasKey = false, .source = fileSource(), .file = one.file},
                       furtherMembers(one.request, options, output));
        printFurther(one.request, options, output);
    }
    for (const FoundRevocationList &one : asked.revocationLists) {
        output.revocationList(one.list, {.hasKey = false, .source = fileSource(), .file = one.file},
                              furtherMembers(one.list, options, output));
        printFurther(one.list, options, output);
    }
}

/// Requests and revocation lists of the store. What cannot be read is a failure for who asks for them alone.
void listOthers(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    const FoundCertificates found = ownFiles({}, CertificateStore(folder.certificates()));
    for (const FoundRequest &one : found.requests)
        output.request(one.request, {.hasKey = one.hasKey, .source = storeSource(), .file = one.file});
    for (const FoundRevocationList &one : found.revocationLists)
        output.revocationList(one.list, {.hasKey = false, .source = storeSource(), .file = one.file}, {},
                              CertsOutput::Detail::Short);
    for (const Error &problem : found.problems) {
        if (options.hasFiles)
            output.fail(problem.subject, problem);
        else
            output.warn(describe(problem));
    }
}

FoundCertificates foundSystemRoots()
{
    const QString file = systemRootsFile();
    return file.isEmpty() ? FoundCertificates() : searchCertificates(file);
}

/// By a thumbprint in any form; names are the store's.
std::vector<StoredCertificate> systemRootsKnownAs(const QString &thumbprint)
{
    if (!parseThumbprint(thumbprint))
        return {};
    return certificatesKnownAs(foundSystemRoots().certificates, thumbprint).value_or(std::vector<StoredCertificate>());
}

} // namespace

Asked askedItems(const QString &item, PassphrasePtr passphrase, const DataFolder &folder, CertsOutput &output)
{
    Asked asked;
    const QFileInfo info(item);
    const bool isPath = item.contains(u'/') || isTokenPlace(item);
    const bool isFile = isPath || info.exists() || info.isSymLink();
    Result<std::vector<StoredCertificate>> known = std::unexpected(Error{});
    if (!isPath) {
        const CertificateStore store(folder.certificates());
        known = certificatesKnownAs((isFile ? store.list() : openStore(folder, output)).certificates, item);
    }
    std::vector<StoredCertificate> roots;
    if (!known && !isFile)
        roots = systemRootsKnownAs(item);
    for (StoredCertificate &stored : roots)
        asked.certificates.push_back({.stored = std::move(stored), .source = systemSource()});
    if (!asked.certificates.empty())
        return asked;
    if (!known && !isFile) {
        output.fail(item, known.error());
        return asked;
    }
    if (known) {
        for (StoredCertificate &stored : *known)
            asked.certificates.push_back({.stored = std::move(stored), .source = storeSource()});
        return asked;
    }
    FoundCertificates found = searchOrAsk(item, passphrase, output);
    for (StoredCertificate &stored : found.certificates)
        asked.certificates.push_back({.stored = std::move(stored), .source = fileSource()});
    asked.requests = std::move(found.requests);
    asked.revocationLists = std::move(found.revocationLists);
    for (const Error &problem : found.problems)
        output.fail(problem.subject, problem);
    return asked;
}

void failWithoutCertificate(const QString &item, const Asked &asked, CertsOutput &output)
{
    const bool isOtherThing = !asked.requests.empty() || !asked.revocationLists.empty();
    if (asked.certificates.empty() && isOtherThing)
        output.fail(item, {.code = ErrorCode::NoCertificateInFile,
                           .subject = item,
                           .values = {asked.requests.empty() ? QStringLiteral("certificate revocation list")
                                                             : QStringLiteral("certificate request")},
                           .causes = {}});
}

std::vector<AskedCertificate> askedCertificates(const QString &item, PassphrasePtr passphrase, const DataFolder &folder,
                                                CertsOutput &output)
{
    Asked asked = askedItems(item, std::move(passphrase), folder, output);
    failWithoutCertificate(item, asked, output);
    return std::move(asked.certificates);
}

Result<AskedCertificate> findAnywhere(const QString &id, const DataFolder &folder, CertsOutput &output)
{
    auto found = findCertificate(openStore(folder, output).certificates, IdentifyBy::Name, id);
    if (found)
        return AskedCertificate{.stored = std::move(*found), .source = storeSource()};
    std::vector<StoredCertificate> roots = systemRootsKnownAs(id);
    if (!roots.empty()) // a thumbprint is that of one, however often a bundle holds it
        return AskedCertificate{.stored = std::move(roots.front()), .source = systemSource()};
    return std::unexpected(found.error());
}

QString storeSource()
{
    return QStringLiteral("My certificates");
}

QString systemSource()
{
    return QStringLiteral("System roots");
}

QString fileSource()
{
    return QStringLiteral("Opened files");
}

CertificateStore::Listing openStore(const DataFolder &folder, CertsOutput &output)
{
    DataFolderContents contents = openDataFolder(folder);
    for (const Error &problem : contents.problems) {
        if (problem.subject == folder.profiles())
            output.warn(describe(problem)); // nothing that was asked for is missing
        else
            output.fail(problem.subject, problem);
    }
    return std::move(contents.listing);
}

void reportUnread(const std::vector<Error> &problems, CertsOutput &output)
{
    for (const Error &problem : problems) {
        if (problem.code == ErrorCode::KeyWithoutCertificate)
            output.warn(describe(problem)); // no certificate is missing from the list
        else
            output.fail(problem.subject, problem);
    }
}

void listCertificates(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    if (options.hasStore) {
        const CertificateStore::Listing listing = openStore(folder, output);
        for (const StoredCertificate &stored : listing.certificates)
            print({.stored = stored, .source = storeSource()}, CertsOutput::Detail::Short, output);
        reportUnread(listing.problems, output);
        if (!output.isJson()) // there, each line is a certificate
            listOthers(options, folder, output);
        if (listing.certificates.empty() && !options.hasSystem && !output.isJson() && !output.hasFailed())
            output.warn(QCoreApplication::translate("CommandLine", "There is no certificate in %1 yet. Make one: "
                                                                   "sealport certs create localhost")
                            .arg(folder.certificates()));
    }
    if (options.hasFiles)
        listOthers(options, folder, output);
    if (!options.hasSystem)
        return;
    const FoundCertificates roots = foundSystemRoots();
    if (roots.certificates.empty() && roots.problems.empty()) {
        output.warn(QCoreApplication::translate("CommandLine", "No list of authorities of this system was found. Name "
                                                               "one in the environment variable SSL_CERT_FILE."));
        output.setFailed();
    }
    for (const StoredCertificate &stored : roots.certificates)
        print({.stored = stored, .source = systemSource()}, CertsOutput::Detail::Short, output);
    for (const Error &problem : roots.problems)
        output.fail(problem.subject, problem);
}

void showCertificates(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    PassphrasePtr passphrase;
    if (!readGivenPassphrase(options.passphraseFile, output, passphrase))
        return;
    for (const QString &item : options.items) {
        const Asked asked = askedItems(item, passphrase, folder, output);
        for (const AskedCertificate &one : asked.certificates)
            printInFull(one, options, output);
        printOthers(asked, options, output);
    }
}

} // namespace sealport
