#include "app/certs_actions.h"
#include "model/certificates/key_protection.h"

#include <QCoreApplication>

namespace sealport {

namespace {

/// What opens the key now, and what shall open it.
struct Change {
    const SecretBytes *current = nullptr;
    const SecretBytes *wanted = nullptr;
};

QString note(bool isLocked)
{
    return isLocked ? QCoreApplication::translate("CommandLine", "The key is protected by the pass phrase now:")
                    : QCoreApplication::translate("CommandLine", "The key has no pass phrase now:");
}

} // namespace

void protectInStore(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    const bool isAsking =
        options.passphraseFile.isEmpty() && options.newPassphraseFile.isEmpty() && !options.isUnprotecting;
    if (isAsking && !output.canAsk())
        return output.refuse(QCoreApplication::translate(
            "CommandLine", "certs protect needs --pass-file: a file whose first line is the pass phrase."));
    const auto found = findCertificate(openStore(folder, output).certificates, IdentifyBy::Name, options.name);
    if (!found)
        return output.fail(options.name, found.error());
    const bool isFirst = !found->isKeyLocked && options.newPassphraseFile.isEmpty() && !options.isUnprotecting;
    PassphrasePtr given;
    PassphrasePtr fresh;
    if (!(isFirst ? readNewPassphrase : readGivenPassphrase)(options.passphraseFile, output, given,
                                                             QStringLiteral("--pass-file"))
        || !readNewPassphrase(options.newPassphraseFile, output, fresh, QStringLiteral("--new-pass-file")))
        return;

    const CertificateStore store(folder.certificates());
    if (found->isKeyLocked && !given)
        if (const auto opened = openOrAsk(store, *found, given, output); !opened)
            return output.fail(found->file, opened.error());
    if (isAsking && found->hasKey) {
        const auto typed = askNewPassphrase(found->certificate.name(), output);
        if (!typed)
            return output.fail(found->file, typed.error());
        if (!*typed)
            return output.fail(
                found->file,
                {.code = ErrorCode::EmptyPassphrase, .subject = found->certificate.name(), .values = {}, .causes = {}});
        fresh = *typed;
    }
    Change change{.current = given.get(), .wanted = fresh.get()};
    if (!found->isKeyLocked && given && fresh)
        output.warn(
            QCoreApplication::translate("CommandLine", "The key of %1 had no pass phrase: --pass-file was not needed.")
                .arg(found->certificate.name()));
    if (!found->isKeyLocked && !options.isUnprotecting && !fresh)
        change = {.current = nullptr, .wanted = change.current};
    else if (found->isKeyLocked && given && !fresh && !options.isUnprotecting) {
        output.warn(QCoreApplication::translate("CommandLine",
                                                "The key of %1 has a pass phrase already. Give another one with "
                                                "--new-pass-file, or take it away with --remove.")
                        .arg(found->certificate.name()));
        return output.setFailed();
    }
    const auto written = protectKey(store, *found, change.current, change.wanted);
    if (!written)
        return output.fail(found->file, written.error());
    const bool isLocked = change.wanted != nullptr;
    JsonLine files;
    files.texts("files", *written);
    output.certificate(found->certificate,
                       {.hasKey = true, .source = storeSource(), .file = found->file, .isKeyLocked = isLocked},
                       CertsOutput::Detail::Short, note(isLocked), {{"protect", files}});
    for (const QString &file : *written)
        output.field(QCoreApplication::translate("CommandLine", "private key"), file);
}

} // namespace sealport
