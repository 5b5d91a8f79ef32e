#include "app/certs_actions.h"
#include "app/passphrase_file.h"
#include "model/certificates/certificate_search.h"
#include "model/text/error_text.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace sealport {

namespace {

void printStored(const StoredCertificate &stored, const QString &source, CertsOutput::Detail detail,
                 CertsOutput &output)
{
    output.certificate(stored.certificate, {.hasKey = stored.hasKey, .source = source, .file = stored.file}, detail);
}

/// A name of the store goes before a file of the same name; `./name` is always the file. A look at a file leaves the
/// store alone.
void showItem(const QString &item, const SecretBytes *passphrase, const DataFolder &folder, CertsOutput &output)
{
    const QFileInfo info(item);
    const bool isPath = item.contains(u'/');
    const bool isFile = isPath || info.exists() || info.isSymLink();
    Result<std::vector<StoredCertificate>> known = std::unexpected(Error{});
    if (!isPath) {
        const CertificateStore store(folder.certificates());
        known = certificatesKnownAs((isFile ? store.list() : openStore(folder, output)).certificates, item);
    }
    if (!known && !isFile)
        return output.fail(item, known.error());
    if (known) {
        for (const StoredCertificate &stored : *known)
            printStored(stored, storeSource(), CertsOutput::Detail::Full, output);
        return;
    }
    const FoundCertificates found = searchCertificates(item, passphrase);
    for (const StoredCertificate &stored : found.certificates)
        printStored(stored, fileSource(), CertsOutput::Detail::Full, output);
    for (const FoundRequest &one : found.requests)
        output.request(one.request, {.hasKey = false, .source = fileSource(), .file = one.file});
    for (const FoundRevocationList &one : found.revocationLists)
        output.revocationList(one.list, {.hasKey = false, .source = fileSource(), .file = one.file});
    for (const Error &problem : found.problems)
        output.fail(problem.subject, problem);
}

} // namespace

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

bool readGivenPassphrase(const CertsOptions &options, CertsOutput &output, std::optional<SecretBytes> &passphrase)
{
    if (options.passphraseFile.isEmpty())
        return true;
    Result<SecretBytes> read = readPassphrase(options.passphraseFile);
    if (!read) {
        output.fail(options.passphraseFile, read.error());
        return false;
    }
    passphrase = std::move(*read);
    return true;
}

void listCertificates(const DataFolder &folder, CertsOutput &output)
{
    const CertificateStore::Listing listing = openStore(folder, output);
    for (const StoredCertificate &stored : listing.certificates)
        printStored(stored, storeSource(), CertsOutput::Detail::Short, output);
    for (const Error &problem : listing.problems)
        output.fail(problem.subject, problem);
    if (listing.certificates.empty() && !output.isJson() && !output.hasFailed())
        output.warn(QCoreApplication::translate(
                        "CommandLine", "There is no certificate in %1 yet. Make one: sealport certs create localhost")
                        .arg(folder.certificates()));
}

void showCertificates(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    std::optional<SecretBytes> passphrase;
    if (!readGivenPassphrase(options, output, passphrase))
        return;
    for (const QString &item : options.items)
        showItem(item, passphrase ? &*passphrase : nullptr, folder, output);
}

} // namespace sealport
