#include "app/certs_actions.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/certificate_import.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace sealport {

namespace {

using Outcome = ImportedCertificate::Outcome;

QString noteOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Added:
        return QCoreApplication::translate("CommandLine", "Imported:");
    case Outcome::KeyAdded:
        return QCoreApplication::translate("CommandLine", "Was in the store; its key is now too:");
    case Outcome::AlreadyThere:
        return QCoreApplication::translate("CommandLine", "Was in the store already:");
    }
    Q_UNREACHABLE();
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Added:
        return QStringLiteral("added");
    case Outcome::KeyAdded:
        return QStringLiteral("key-added");
    case Outcome::AlreadyThere:
        return QStringLiteral("already-there");
    }
    Q_UNREACHABLE();
}

/// With its key only where the format needs one: it may be locked, or elsewhere.
Result<Identity> whatToExport(const CertificateStore &store, const StoredCertificate &stored, ExportFormat format,
                              PassphrasePtr &passphrase, CertsOutput &output)
{
    if (holdsPrivateKey(format))
        return openOrAsk(store, stored, passphrase, output);
    return Identity{.certificate = stored.certificate, .key = {}, .chain = store.chainOf(stored)};
}

/// What opens each of the files, asked for where what opened one before does not.
Passphrases askedFor(const QStringList &files, CertsOutput &output)
{
    const auto isOpen = [](const FoundCertificates &found) {
        return std::ranges::none_of(found.problems, isAboutPassphrase);
    };
    Passphrases passphrases;
    PassphrasePtr last;
    for (const QString &file : files) {
        if (!QFileInfo(file).isFile())
            continue;
        PassphrasePtr own = last && isOpen(searchCertificates(file, last.get())) ? last : nullptr;
        if (!own)
            static_cast<void>(searchOrAsk(file, own, output));
        if (own)
            last = own;
        passphrases.add(file, own);
    }
    return passphrases;
}

/// PKCS #12 is never written without one.
bool needsPassphrase(ExportFormat format)
{
    return format == ExportFormat::Pkcs12 || format == ExportFormat::Pkcs12ForOldDevices;
}

bool holdsIssuers(ExportFormat format)
{
    return format == ExportFormat::PemChain || format == ExportFormat::Pkcs7 || holdsPrivateKey(format);
}

/// How many certificates a file with issuers holds; nothing of one that never has any.
QString countText(const Identity &identity, ExportFormat format)
{
    if (!holdsIssuers(format))
        return {};
    const QString count = QString::number(identity.chain.size() + 1);
    if (identity.certificate.isSelfIssued())
        return count;
    return QCoreApplication::translate("CommandLine", "%1, and no root: clients use the one that they have").arg(count);
}

void exportToOutput(const Identity &identity, ExportFormat format, const SecretBytes *passphrase, CertsOutput &output)
{
    if (holdsPrivateKey(format) && output.isTerminal()) {
        output.warn(QCoreApplication::translate(
            "CommandLine", "A private key is not written to a terminal. Give a file: --out FILE, or redirect."));
        output.setFailed();
        return;
    }
    const auto bytes = encodeCertificate(identity, format, passphrase);
    if (!bytes)
        return output.fail(identity.certificate.name(), bytes.error());
    if (const auto checked = checkExport(bytes->bytes(), identity, format, passphrase); !checked)
        return output.fail(identity.certificate.name(), checked.error());
    output.octets(bytes->bytes());
}

} // namespace

void importCertificates(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    PassphrasePtr passphrase;
    PassphrasePtr protection;
    if (!readGivenPassphrase(options.passphraseFile, output, passphrase)
        || !readNewPassphrase(options.newPassphraseFile, output, protection, QStringLiteral("--new-pass-file")))
        return;
    const CertificateStore store(folder.certificates());
    const bool isAsking = !passphrase && output.canAsk();
    const ImportResult result =
        importFiles(store, options.files, isAsking ? askedFor(options.files, output) : Passphrases(passphrase.get()),
                    protection.get());
    for (const ImportedCertificate &imported : result.certificates) {
        JsonLine outcome;
        outcome.text("outcome", outcomeName(imported.outcome));
        output.certificate(imported.stored.certificate,
                           {.hasKey = imported.stored.hasKey,
                            .source = storeSource(),
                            .file = imported.stored.file,
                            .isKeyLocked = imported.stored.isKeyLocked},
                           CertsOutput::Detail::Short, noteOf(imported.outcome), {{"import", outcome}});
    }
    for (const ImportedRevocationList &imported : result.revocationLists) {
        const Outcome outcome = imported.wasThere ? Outcome::AlreadyThere : Outcome::Added;
        JsonLine member;
        member.text("outcome", outcomeName(outcome));
        output.lines({noteOf(outcome)});
        output.revocationList(imported.stored.list,
                              {.hasKey = false, .source = storeSource(), .file = imported.stored.file},
                              {{"import", member}});
    }
    for (const Error &problem : result.problems)
        output.fail(problem.subject, problem);
}

void exportFromStore(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    const auto asked = findAnywhere(options.id, folder, output);
    if (!asked)
        return output.fail(options.id, asked.error());
    const StoredCertificate *found = &asked->stored;
    const CertificateStore store(folder.certificates());
    const ExportFormat format = options.exportFormat;
    const bool isNew = holdsPrivateKey(format) && !found->isKeyLocked;
    PassphrasePtr passphrase;
    if (!(isNew ? readNewPassphrase : readGivenPassphrase)(options.passphraseFile, output, passphrase,
                                                           QStringLiteral("--pass-file")))
        return;
    const auto identity = whatToExport(store, *found, format, passphrase, output);
    if (!identity)
        return output.fail(found->file, identity.error());
    if (needsPassphrase(format) && !passphrase && options.outputFile != u"-") {
        const auto typed = askNewPassphrase(options.outputFile, output);
        if (!typed)
            return output.fail(options.outputFile, typed.error());
        passphrase = *typed;
    }
    if (options.outputFile == u"-")
        return exportToOutput(*identity, format, passphrase.get(), output);

    Result<Trash::Item> kept;
    if (options.mayOverwrite && QFileInfo(options.outputFile).isFile()) {
        kept = folder.trash().keep({options.outputFile});
        if (!kept)
            return output.fail(options.outputFile, kept.error()); // never an overwrite without undo
    }
    if (passphrase && !holdsPrivateKey(format))
        output.warn(
            QCoreApplication::translate("CommandLine", "--pass-file protects nothing here: %1 holds no private key.")
                .arg(exportFormatName(format)));
    const auto existing = options.mayOverwrite ? ExistingFile::Replace : ExistingFile::Keep;
    const auto written = exportCertificate(options.outputFile, *identity, format, passphrase.get(), existing);
    if (!written)
        return output.fail(options.outputFile, written.error());
    const QString protection = exportProtection(format, passphrase != nullptr);
    JsonLine member;
    member.text("format", exportFormatName(format))
        .text("file", options.outputFile)
        .textOrNull("protection", protection)
        .number("chain", static_cast<std::int64_t>(identity->chain.size()));
    output.certificate(
        found->certificate,
        {.hasKey = found->hasKey, .source = asked->source, .file = found->file, .isKeyLocked = found->isKeyLocked},
        CertsOutput::Detail::Short, QCoreApplication::translate("CommandLine", "Exported, read back and compared:"),
        {{"export", member}});
    output.field(QCoreApplication::translate("CommandLine", "written to"), options.outputFile);
    output.field(QCoreApplication::translate("CommandLine", "certificates"), countText(*identity, format));
    output.field(QCoreApplication::translate("CommandLine", "protection"), protection);
    output.field(QCoreApplication::translate("CommandLine", "before it"), kept->folder);
}

} // namespace sealport
