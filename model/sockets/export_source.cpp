#include "model/sockets/export_source.h"

#include "model/certificates/certificate_search.h"
#include "model/certificates/display_text.h"
#include "model/certificates/pkcs11_uri.h"
#include "model/sockets/application_certificates.h"
#include "model/sockets/found_certificate.h"
#include "model/sockets/production_draft.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>
#include <optional>

namespace sealport {

namespace {

/// Puts the files of one profile together, each certificate once.
class SourceFinder {
public:
    SourceFinder(const ServerProfile &profile, const CertificateStore &store, const ApplicationStore &applications,
                 const QString &folder)
        : m_store(store)
        , m_applications(applications)
        , m_form(profile.tls.chain)
        , m_source{.profile = profile, .files = {}}
    {
        m_source.files.folder = folder;
    }

    Result<ExportSource> find()
    {
        if (!m_source.profile.opening.mayBecomeTls())
            return m_source;
        const ServerProfile wanted = m_source.profile;
        m_source.profile.furtherCertificates.clear();
        m_source.profile.namedCertificates.clear();
        std::vector<CertificateReference> usual{wanted.certificate};
        std::ranges::copy(wanted.furtherCertificates, std::back_inserter(usual));
        for (const CertificateReference &reference : usual)
            if (const auto taken = takeUsual(reference); !taken)
                return std::unexpected(taken.error());
        for (const NamedCertificate &named : wanted.namedCertificates)
            if (const auto taken = takeNamed(named); !taken)
                return std::unexpected(taken.error());
        return takeAuthorities();
    }

private:
    static CertificateReference referenceTo(const ExportedIdentity &identity)
    {
        return {.by = IdentifyBy::Name,
                .id = {},
                .file = identity.certificate,
                .keyFile = isPkcs11Uri(identity.key) ? QString() : identity.key,
                .chainFile = identity.chain};
    }

    Result<void> takeUsual(const CertificateReference &reference)
    {
        const auto identities = identitiesOf(reference);
        if (!identities)
            return std::unexpected(identities.error());
        for (const ExportedIdentity &identity : *identities) {
            if (m_source.files.certificate.certificate.isEmpty()) {
                m_source.files.certificate = identity;
                m_source.profile.certificate = referenceTo(identity);
                m_source.profile.certificate.by = reference.by; // an application may say whom it trusts
                continue;
            }
            m_source.files.furtherCertificates.push_back(identity);
            m_source.profile.furtherCertificates.push_back(referenceTo(identity));
        }
        return {};
    }

    Result<void> takeNamed(const NamedCertificate &named)
    {
        const auto identities = identitiesOf(named.certificate);
        if (!identities)
            return std::unexpected(identities.error());
        for (const ExportedIdentity &identity : *identities) {
            m_source.files.namedCertificates.push_back(identity);
            m_source.profile.namedCertificates.push_back({.names = named.names, .certificate = referenceTo(identity)});
        }
        return {};
    }

    /// As policyOf() has it: whom an application trusts is trusted where the profile names nobody.
    ExportSource takeAuthorities()
    {
        const TlsSettings &tls = m_source.profile.tls;
        if (!tls.clientAuthorities.isEmpty())
            m_source.files.clientAuthorities = QFileInfo(tls.clientAuthorities).absoluteFilePath();
        else if (m_application && tls.clientCertificates != ClientCertificateMode::DoNotAsk) {
            if (m_application->trusted)
                note(ExportNote::AuthoritiesInNoFile, {m_application->id});
            else
                m_source.files.clientAuthorities = systemRootsFile();
        }
        return m_source;
    }

    Result<std::vector<ExportedIdentity>> identitiesOf(const CertificateReference &reference)
    {
        if (reference.file.isEmpty() && isPkcs11Uri(reference.id))
            return std::vector{ofToken(reference.id)};
        auto found = foundFor(reference);
        if (!found)
            return std::unexpected(found.error());
        std::vector<ExportedIdentity> identities;
        for (const FoundCertificate &one : *found)
            identities.push_back(placed(one));
        return identities;
    }

    Result<std::vector<FoundCertificate>> foundFor(const CertificateReference &reference)
    {
        if (!reference.file.isEmpty()) {
            auto found = foundInFiles(reference);
            if (!found)
                return std::unexpected(found.error());
            return std::vector{std::move(*found)};
        }
        if (reference.by == IdentifyBy::Application)
            return ofApplication(reference.id.trimmed());
        const auto stored = findCertificate(listed(), reference.by, reference.id);
        if (!stored)
            return std::unexpected(stored.error());
        auto found = foundInStore(*stored, m_store, listed());
        if (!found)
            return std::unexpected(found.error());
        return std::vector{std::move(*found)};
    }

    Result<std::vector<FoundCertificate>> ofApplication(const QString &id)
    {
        auto application = m_applications.find(id);
        if (!application)
            return std::unexpected(application.error());
        if (application->type != ApplicationType::Server)
            return std::unexpected(
                Error{.code = ErrorCode::ApplicationNotForServers, .subject = id, .values = {}, .causes = {}});
        const auto stored = certificatesOf(*application, listed());
        if (!stored)
            return std::unexpected(stored.error());
        std::vector<FoundCertificate> all;
        for (const StoredCertificate &one : *stored) {
            auto found = foundInStore(one, m_store, listed());
            if (!found)
                return std::unexpected(found.error());
            all.push_back(std::move(*found));
        }
        if (m_source.files.certificate.certificate.isEmpty()) // as in presentedBy(): the main one's counts
            m_application = std::move(*application);
        return all;
    }

    /// The certificate has to leave the token.
    ExportedIdentity ofToken(const QString &uri)
    {
        ExportedIdentity identity{.certificate = {}, .key = uri, .chain = {}, .names = {}};
        const std::optional<QString> word = shellQuoted(uri);
        identity.certificate =
            word ? made(QStringLiteral("p11tool --export ") + *word, QStringLiteral("certificate")).value_or(uri) : uri;
        return identity;
    }

    ExportedIdentity placed(const FoundCertificate &found)
    {
        const CertificateHolder &main = found.holders.front();
        const Certificate &certificate = found.identity.certificate;
        const std::vector<Certificate> sent = chainToSend(found.identity, m_form, roots());
        std::vector<Certificate> whole{certificate};
        std::ranges::copy(sent, std::back_inserter(whole));

        ExportedIdentity identity{.certificate = main.file,
                                  .key = found.keyFile,
                                  .chain = {},
                                  .names = found.hostNames(),
                                  .isKeyProtected = found.isKeyProtected};
        noteKey(found.keyFile);
        if (!main.isPem) { // the first thing to do, and then it is another server
            note(ExportNote::FileNotPem, {displayText(main.file)});
            return identity;
        }
        const bool holdsKey = found.keyFile == main.file;
        identity.holdsChain = !sent.empty() && main.certificates == whole;
        if (identity.holdsChain || (sent.empty() && main.certificates == whole))
            return identity;
        if (main.certificates != std::vector{certificate} || holdsKey) // whoever joins files copies no key
            identity.certificate = alone(main, certificate).value_or(main.file);
        identity.chain = chainFile(found, sent);
        return identity;
    }

    std::optional<QString> alone(const CertificateHolder &holder, const Certificate &certificate)
    {
        const auto command = commandFor(holder, certificate);
        return command ? made(*command, QStringLiteral("certificate")) : std::nullopt;
    }

    static std::optional<QString> commandFor(const CertificateHolder &holder, const Certificate &certificate)
    {
        const auto at = std::ranges::find(holder.certificates, certificate);
        if (at == holder.certificates.end() || !holder.isPem)
            return std::nullopt;
        return certificatesCommand(holder.file, QStringLiteral("n==%1").arg(at - holder.certificates.begin() + 1));
    }

    QString chainFile(const FoundCertificate &found, const std::vector<Certificate> &sent)
    {
        std::vector<CertificateHolder> holders = found.holders;
        if (m_form == ChainForm::WithRoot || m_form == ChainForm::Reversed)
            holders.push_back(systemRoots());
        for (const CertificateHolder &holder : holders)
            if (holder.isPem && holder.certificates == sent && holder.file != found.keyFile)
                return holder.file;
        QStringList commands;
        for (const Certificate &certificate : sent) {
            std::optional<QString> command;
            for (const CertificateHolder &holder : holders)
                if (!command)
                    command = commandFor(holder, certificate);
            if (command)
                commands.append(*command);
            else
                note(ExportNote::ChainInNoFile, {displayText(certificate.name())});
        }
        if (commands.isEmpty())
            return {};
        return made(u'(' + commands.join(QStringLiteral("; ")) + u')', QStringLiteral("chain")).value_or(QString());
    }

    /// A file with this number: several certificates have one each.
    std::optional<QString> made(const QString &command, const QString &purpose)
    {
        std::vector<FileToMake> &all = m_source.files.filesToMake;
        const auto file = fileToMake(m_source.files.folder, m_source.profile.name, command,
                                     QStringLiteral("%1-%2.pem").arg(purpose, QString::number(all.size() + 1)));
        if (!file) {
            note(ExportNote::ValueRefused, {QStringLiteral("folder"), shownValue(m_source.files.folder)});
            return std::nullopt;
        }
        all.push_back(*file);
        return file->file;
    }

    void noteKey(const QString &file)
    {
        const QFileInfo info(file);
        if (!info.exists())
            return;
        const auto flags = static_cast<int>(info.permissions().toInt()); // four bits for each, of which three count
        const int mode = ((flags >> 6) & 0700) | ((flags >> 1) & 070) | (flags & 07);
        const QString owner = info.owner().isEmpty() ? QString::number(info.ownerId()) : info.owner();
        note(ExportNote::KeyNeeds,
             {displayText(file), displayText(owner), QString::number(mode, 8).rightJustified(4, u'0')});
    }

    void note(ExportNote code, const QStringList &values)
    {
        const NotExpressed noted{.code = code, .values = values};
        std::vector<NotExpressed> &all = m_source.files.notExpressed;
        if (std::ranges::find(all, noted) == all.end())
            all.push_back(noted);
    }

    const std::vector<StoredCertificate> &listed()
    {
        if (!m_listed)
            m_listed = m_store.list().certificates;
        return *m_listed;
    }
    const CertificateHolder &systemRoots()
    {
        if (!m_systemRoots) {
            const QString file = systemRootsFile();
            m_systemRoots = file.isEmpty() ? CertificateHolder{} : holderOf(file);
        }
        return *m_systemRoots;
    }
    /// Where roots are looked for.
    std::vector<Certificate> roots()
    {
        if (m_form != ChainForm::WithRoot && m_form != ChainForm::Reversed)
            return {};
        std::vector<Certificate> all = systemRoots().certificates;
        for (const StoredCertificate &stored : listed())
            all.push_back(stored.certificate);
        return all;
    }

    const CertificateStore &m_store;
    const ApplicationStore &m_applications;
    const ChainForm m_form;
    ExportSource m_source;
    std::optional<ApplicationDefinition> m_application; ///< the first that is named
    std::optional<std::vector<StoredCertificate>> m_listed;
    std::optional<CertificateHolder> m_systemRoots;
};

} // namespace

Result<ExportSource> exportSourceOf(const ServerProfile &profile, const CertificateStore &store,
                                    const ApplicationStore &applications, const QString &folder)
{
    return SourceFinder(profile, store, applications, folder).find();
}

} // namespace sealport
