#include "model/sockets/tls_preparation.h"

#include "model/base/file_safety.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/certificate_search.h"
#include "model/certificates/ocsp_response.h"
#include "model/certificates/pkcs11_uri.h"
#include "model/certificates/renewal.h"
#include "model/certificates/revocation.h"
#include "model/sockets/application_certificates.h"
#include "model/sockets/source_files.h"
#include "model/tls/list_meaning.h"

#include <QCryptographicHash>

#include <algorithm>
#include <iterator>
#include <utility>

namespace sealport {

namespace {

/// Reads the store and the system's roots at most once for all certificates of a profile.
class IdentityReader {
public:
    IdentityReader(const CertificateStore &store, const ApplicationStore &applications, const SecretBytes *passphrase,
                   const TlsSettings &settings)
        : m_store(store)
        , m_applications(applications)
        , m_passphrase(passphrase)
        , m_form(settings.chain)
        , m_ocsp(settings.ocsp)
    {
    }

    /// Several of an application.
    Result<std::vector<Identity>> read(const CertificateReference &reference)
    {
        Result<std::vector<Identity>> identities = found(reference);
        if (!identities)
            return identities;
        for (Identity &identity : *identities) {
            if (auto response = ocspResponse(identity))
                identity.ocspResponse = std::move(*response);
            else
                return std::unexpected(response.error());
            identity.chain = chainToSend(identity, m_form, known());
        }
        return identities;
    }

    [[nodiscard]] const QByteArray &madeStatuses() const { return m_madeStatuses; }

private:
    Result<std::vector<Identity>> found(const CertificateReference &reference)
    {
        if (reference.file.isEmpty() && reference.by == IdentifyBy::Application && !isPkcs11Uri(reference.id)) {
            const auto application = m_applications.find(reference.id.trimmed());
            return application ? serverIdentitiesOf(*application, m_store, m_passphrase)
                               : std::unexpected(application.error());
        }
        auto identity = foundOne(reference);
        if (!identity)
            return std::unexpected(identity.error());
        return std::vector<Identity>{std::move(*identity)};
    }
    Result<Identity> foundOne(const CertificateReference &reference)
    {
        if (reference.file.isEmpty() && isPkcs11Uri(reference.id))
            return readIdentity(reference.id, {}, {}, m_passphrase);
        if (!reference.file.isEmpty())
            return readIdentity(reference.file, reference.keyFile, reference.chainFile, m_passphrase);
        const Result<StoredCertificate> stored = findCertificate(listed(), reference.by, reference.id);
        if (!stored)
            return std::unexpected(stored.error());
        return m_store.identity(*stored, m_passphrase);
    }
    /// A file of somebody else's certificate is not stapled to it.
    Result<QByteArray> ocspResponse(const Identity &identity)
    {
        if (m_ocsp.isEmpty())
            return QByteArray();
        if (m_ocsp == u"made")
            return madeResponse(identity);
        constexpr std::size_t largest = 64U << 10U;
        const auto content = readFile(m_ocsp, largest);
        if (!content)
            return std::unexpected(content.error());
        const std::span<const std::byte> der = content->bytes();
        if (!isOcspResponse(der)) // it would be sent to every client that asks, whatever it is
            return std::unexpected(
                Error{.code = ErrorCode::MalformedContainer, .subject = m_ocsp, .values = {}, .causes = {}});
        if (!identity.chain.empty())
            if (const auto read = readOcspResponse(der, identity.certificate, identity.chain.front()); !read)
                return std::unexpected(read.error());
        return QByteArray(reinterpret_cast<const char *>(der.data()), static_cast<qsizetype>(der.size()));
    }
    Result<QByteArray> madeResponse(const Identity &identity)
    {
        const auto stored = storedIssuer(identity.certificate, m_store);
        if (!stored)
            return std::unexpected(stored.error());
        const auto issuer = m_store.identity(*stored, m_passphrase);
        if (!issuer)
            return std::unexpected(issuer.error());
        const QDateTime now = QDateTime::currentDateTimeUtc();
        constexpr qint64 lifeDays = 7;
        const bool isRevoked = std::ranges::any_of(revocationListsIn(m_store).lists, [&](const auto &one) {
            return isMadeBy(one.list, issuer->certificate) && isRevokedIn(one.list, identity.certificate);
        });
        m_madeStatuses += issuer->certificate.sha256() + (isRevoked ? "revoked/" : "good/");
        return makeOcspResponse(identity.certificate, *issuer,
                                {.status = isRevoked ? OcspStatus::Revoked : OcspStatus::Good,
                                 .thisUpdate = now.addSecs(-60),
                                 .nextUpdate = now.addDays(lifeDays)});
    }
    const std::vector<StoredCertificate> &listed()
    {
        if (!m_listed)
            m_listed = m_store.list().certificates;
        return *m_listed;
    }
    /// Where roots are looked for.
    std::vector<Certificate> known()
    {
        if (m_form != ChainForm::WithRoot && m_form != ChainForm::Reversed)
            return {};
        std::vector<Certificate> all;
        for (const StoredCertificate &stored : listed())
            all.push_back(stored.certificate);
        if (const QString file = systemRootsFile(); !file.isEmpty())
            std::ranges::move(readCertificateFileLeniently(file).contents.certificates, std::back_inserter(all));
        return all;
    }

    const CertificateStore &m_store;
    const ApplicationStore &m_applications;
    const SecretBytes *m_passphrase;
    const ChainForm m_form;
    const QString m_ocsp; ///< as in TlsSettings
    std::optional<std::vector<StoredCertificate>> m_listed;
    QByteArray m_madeStatuses;
};

Result<std::vector<Certificate>> clientAuthorities(const QString &file,
                                                   const std::optional<ApplicationDefinition> &application)
{
    if (file.isEmpty() && application && application->trusted)
        return *application->trusted;
    const QString place = file.isEmpty() && application ? systemRootsFile() : file;
    if (place.isEmpty())
        return std::vector<Certificate>();
    auto authorities = readCertificateFile(place);
    if (!authorities)
        return std::unexpected(authorities.error());
    if (authorities->certificates.empty())
        return std::unexpected(
            Error{.code = ErrorCode::NoCertificateInFile, .subject = place, .values = {}, .causes = {}});
    return std::move(authorities->certificates);
}

/// What hasError() of the lists of algorithms (algorithm_lists.h).
std::optional<Error> wrongList(const ServerProfile &profile)
{
    constexpr std::pair<AlgorithmList, const char *> lists[] = {
        {AlgorithmList::Ciphers, "ciphers"},
        {AlgorithmList::CipherSuites, "cipherSuites"},
        {AlgorithmList::Groups, "groups"},
        {AlgorithmList::SignatureAlgorithms, "signatureAlgorithms"}};
    for (const auto &[list, name] : lists) {
        std::vector<ListFinding> findings = findingsOf(list, profile.protocols, profile.tls.algorithms);
        if (!profile.tls.sharedSecrets.isEmpty()) // such suites are of use then
            std::erase_if(findings, [](const ListFinding &finding) {
                return finding.kind == ListFinding::Kind::NeedsSharedSecret;
            });
        if (hasError(findings))
            return Error{.code = ErrorCode::BadCipherString,
                         .subject = textOf(list, profile.tls.algorithms),
                         .values = {QLatin1String(name)},
                         .causes = {}};
    }
    return std::nullopt;
}

Result<DhRule> dhRuleOf(const QString &setting)
{
    if (setting.isEmpty())
        return DhRule{};
    if (setting == u"none")
        return DhRule{.kind = DhRule::Kind::None};
    constexpr std::size_t largest = 64U << 10U;
    const auto content = readFile(setting, largest);
    if (!content)
        return std::unexpected(content.error());
    const auto *text = reinterpret_cast<const char *>(content->bytes().data());
    return DhRule{.kind = DhRule::Kind::Own,
                  .parameters = QByteArray(text, static_cast<qsizetype>(content->bytes().size())),
                  .file = setting};
}

void addTo(QCryptographicHash &hash, const Identity &identity, bool withResponse)
{
    hash.addData(identity.certificate.sha256());
    for (const Certificate &issuer : identity.chain)
        hash.addData(issuer.sha256());
    hash.addData(withResponse ? identity.ocspResponse : QByteArray());
    hash.addData("/");
}

/// Clients that begin PostgreSQL with TLS at once (libpq 17, sslnegotiation=direct) insist on its name.
QStringList alpnOf(const ServerProfile &profile)
{
    if (profile.tls.alpn.isEmpty() && profile.opening == Opening::startTls(PlainProtocol::PostgreSql))
        return {QStringLiteral("postgresql")};
    return profile.tls.alpn;
}

} // namespace

Result<Presented> presentedBy(const ServerProfile &profile, const CertificateStore &store,
                              const ApplicationStore &applications, const SecretBytes *passphrase)
{
    IdentityReader reader(store, applications, passphrase, profile.tls);
    Presented presented{.identities = {.usual = {}, .named = {}, .refusesOtherNames = profile.refusesOtherNames}};
    const CertificateReference &main = profile.certificate;
    if (main.file.isEmpty() && main.by == IdentifyBy::Application)
        if (auto application = applications.find(main.id.trimmed()))
            presented.application = std::move(*application);
    std::vector<CertificateReference> usual{main};
    std::ranges::copy(profile.furtherCertificates, std::back_inserter(usual));
    for (const CertificateReference &reference : usual) {
        auto identities = reader.read(reference);
        if (!identities)
            return std::unexpected(identities.error());
        std::ranges::move(*identities, std::back_inserter(presented.identities.usual));
    }
    std::vector<NamedIdentities> &all = presented.identities.named;
    for (const NamedCertificate &named : profile.namedCertificates) {
        auto identities = reader.read(named.certificate);
        if (!identities)
            return std::unexpected(identities.error());
        const auto same = std::ranges::find(all, named.names, &NamedIdentities::names);
        if (same != all.end() && !named.names.isEmpty())
            std::ranges::move(*identities, std::back_inserter(same->identities));
        else
            all.push_back({.names = named.names, .identities = std::move(*identities)});
    }
    presented.madeStatuses = reader.madeStatuses();
    return presented;
}

Result<TlsPolicy> policyOf(const ServerProfile &profile, const std::optional<ApplicationDefinition> &application)
{
    const TlsSettings &settings = profile.tls;
    if (const auto wrong = wrongList(profile))
        return std::unexpected(*wrong);
    TlsPolicy policy{.protocols = profile.protocols,
                     .algorithms = settings.algorithms,
                     .alpn = alpnOf(profile),
                     .requiresAlpn = settings.requiresAlpn && !settings.alpn.isEmpty(),
                     .clientCertificates = {.mode = settings.clientCertificates},
                     .resumption = settings.resumption,
                     .renegotiation = settings.renegotiation,
                     .earlyData = settings.earlyData,
                     .largestRecord = settings.largestRecord};
    if (settings.clientCertificates != ClientCertificateMode::DoNotAsk) {
        auto authorities = clientAuthorities(settings.clientAuthorities, application);
        if (!authorities)
            return std::unexpected(authorities.error());
        policy.clientCertificates.authorities = std::move(*authorities);
    }
    if (const auto dh = dhRuleOf(settings.dhParameters))
        policy.dh = *dh;
    else
        return std::unexpected(dh.error());
    if (!settings.sharedSecrets.isEmpty()) {
        auto secrets = SharedSecrets::read(settings.sharedSecrets);
        if (!secrets)
            return std::unexpected(secrets.error());
        policy.sharedSecrets = std::move(*secrets);
    }
    if (!settings.keyLog.isEmpty())
        policy.keyLog = std::make_shared<KeyLog>(settings.keyLog);
    return policy;
}

QByteArray contentsOf(const Presented &presented, const TlsPolicy &policy, const TlsSettings &settings)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const bool isFromFile = settings.ocsp != u"made";
    for (const Identity &identity : presented.identities.usual)
        addTo(hash, identity, isFromFile);
    for (const NamedIdentities &named : presented.identities.named) {
        hash.addData(QByteArray(named.names.join(u' ').toUtf8() + '\n'));
        for (const Identity &identity : named.identities)
            addTo(hash, identity, isFromFile);
    }
    for (const Certificate &authority : policy.clientCertificates.authorities)
        hash.addData(authority.sha256());
    hash.addData(presented.madeStatuses);
    hash.addData(policy.dh.parameters);
    if (!settings.sharedSecrets.isEmpty())
        hash.addData(stampOf({settings.sharedSecrets})); // nobody needs a digest of secrets
    return hash.result();
}

} // namespace sealport
