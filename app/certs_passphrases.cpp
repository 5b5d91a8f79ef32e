#include "app/certs_passphrases.h"

#include "app/ask_passphrase.h"
#include "app/passphrase_file.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/display_text.h"
#include "model/certificates/token_search.h"
#include "model/text/error_text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <functional>
#include <utility>

#include <unistd.h>

namespace sealport {

namespace {

bool isMissing(const Error &error)
{
    return error.code == ErrorCode::PassphraseNeeded || error.code == ErrorCode::PinNeeded;
}

/// Null: nothing was.
PassphrasePtr typed(const QString &question)
{
    Result<SecretBytes> line = askPassphrase(question + u' ');
    return line && !line->isEmpty() ? std::make_shared<const SecretBytes>(std::move(*line)) : nullptr;
}

Result<void> typedAgain(const PassphrasePtr &wanted, const QString &file)
{
    const PassphrasePtr again = typed(QCoreApplication::translate("CommandLine", "The same again:"));
    if (again && std::ranges::equal(wanted->bytes(), again->bytes()))
        return {};
    return std::unexpected(Error{.code = ErrorCode::PassphrasesDiffer, .subject = file, .values = {}, .causes = {}});
}

bool readOption(const QString &file, CertsOutput &output, PassphrasePtr &passphrase, const QString &option,
                const QString &question)
{
    if (file.isEmpty())
        return true;
    Result<SecretBytes> read = readPassphrase(file, option, question.arg(option) + u' ');
    if (!read) {
        output.fail(file, read.error());
        return false;
    }
    passphrase = std::make_shared<const SecretBytes>(std::move(*read));
    return true;
}

/// Asks for what `missing` tells of, and again while `attempt` says that it is wrong: three times, but a PIN once, for
/// tokens lock themselves. An empty line gives up.
void tryTyped(const Error &missing, CertsOutput &output,
              const std::function<Result<void>(const PassphrasePtr &)> &attempt)
{
    const bool isPin = missing.code == ErrorCode::PinNeeded;
    if (!output.canAsk() || !isMissing(missing))
        return;
    const QString question =
        isPin ? QCoreApplication::translate("CommandLine", "PIN of %1:").arg(displayText(missing.values.value(0)))
              : QCoreApplication::translate("CommandLine", "Pass phrase of %1:").arg(displayText(missing.subject));
    for (int tries = isPin ? 1 : 3; tries > 0; --tries) {
        const PassphrasePtr passphrase = typed(question);
        if (!passphrase)
            return;
        const Result<void> tried = attempt(passphrase);
        if (tried || !isAboutPassphrase(tried.error()))
            return;
        if (tries > 1) // the last one is reported by who asked
            output.warn(describe(tried.error()));
    }
}

} // namespace

bool readGivenPassphrase(const QString &file, CertsOutput &output, PassphrasePtr &passphrase, const QString &option)
{
    return readOption(file, output, passphrase, option,
                      QCoreApplication::translate("CommandLine", "Pass phrase (%1):"));
}

bool readNewPassphrase(const QString &file, CertsOutput &output, PassphrasePtr &passphrase, const QString &option)
{
    if (!readOption(file, output, passphrase, option,
                    QCoreApplication::translate("CommandLine", "New pass phrase (%1):")))
        return false;
    if (file != u"-" || ::isatty(STDIN_FILENO) != 1 || passphrase->isEmpty())
        return true;
    const auto same = typedAgain(passphrase, file);
    if (!same)
        output.fail(file, same.error());
    return same.has_value();
}

FoundCertificates searchOrAsk(const QString &path, PassphrasePtr &passphrase, CertsOutput &output)
{
    FoundCertificates found = searchCertificates(path, passphrase.get());
    const auto missing = std::ranges::find_if(found.problems, isMissing);
    const bool isOne = isTokenPlace(path) || QFileInfo(path).isFile(); // nobody answers for each file of a folder
    if (passphrase || missing == found.problems.end() || !isOne)
        return found;
    tryTyped(Error(*missing), output, [&, of = missing->subject](const PassphrasePtr &one) -> Result<void> {
        Passphrases passphrases;
        passphrases.add(of, one); // and not to any other token that the place stands for
        found = searchCertificates(path, passphrases);
        const auto wrong = std::ranges::find_if(
            found.problems, [&of](const Error &error) { return error.subject == of && isAboutPassphrase(error); });
        if (wrong != found.problems.end())
            return std::unexpected(*wrong);
        passphrase = one;
        return {};
    });
    return found;
}

Result<Identity> openOrAsk(const CertificateStore &store, const StoredCertificate &stored, PassphrasePtr &passphrase,
                           CertsOutput &output)
{
    Result<Identity> opened = store.identity(stored, passphrase.get());
    if (opened || passphrase)
        return opened;
    tryTyped(Error(opened.error()), output, [&](const PassphrasePtr &one) -> Result<void> {
        opened = store.identity(stored, one.get());
        if (!opened)
            return std::unexpected(opened.error());
        passphrase = one;
        return {};
    });
    return opened;
}

Result<PassphrasePtr> askNewPassphrase(const QString &what, const CertsOutput &output)
{
    if (!output.canAsk())
        return PassphrasePtr();
    PassphrasePtr wanted =
        typed(QCoreApplication::translate("CommandLine", "New pass phrase for %1:").arg(displayText(what)));
    if (!wanted)
        return wanted;
    if (const auto same = typedAgain(wanted, what); !same)
        return std::unexpected(same.error());
    return wanted;
}

bool KeyPassphrases::read(const CertsOptions &options, CertsOutput &output)
{
    const bool isNew = options.action == CertsOptions::Action::Create; // all others open a key with it
    return (isNew ? readNewPassphrase : readGivenPassphrase)(options.passphraseFile, output, m_own,
                                                             QStringLiteral("--pass-file"))
           && readGivenPassphrase(options.issuerPassphraseFile, output, m_ofIssuer,
                                  QStringLiteral("--issuer-pass-file"));
}

Result<Identity> KeyPassphrases::openOwn(const CertificateStore &store, const StoredCertificate &stored,
                                         CertsOutput &output)
{
    return openOrAsk(store, stored, m_own, output);
}

Result<Identity> KeyPassphrases::openIssuer(const CertificateStore &store, const StoredCertificate &stored,
                                            CertsOutput &output)
{
    return openOrAsk(store, stored, m_ofIssuer || !m_own ? m_ofIssuer : m_own, output);
}

} // namespace sealport
