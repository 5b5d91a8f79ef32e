#include "model/sockets/tls_preparation.h"

#include "model/base/file_safety.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/certificate_search.h"
#include "model/certificates/ocsp_response.h"
#include "model/certificates/pkcs11_uri.h"
#include "model/certificates/renewal.h"
#include "model/certificates/revocation.h"

#include <algorithm>
#include <iterator>

namespace sealport {

namespace {

/// Reads the store and the system's roots at most once for all certificates of a profile.
class IdentityReader {
public:
    IdentityReader(const CertificateStore &store, const SecretBytes *passphrase, const TlsSettings &settings)
        : m_store(store)
        , m_passphrase(passphrase)
        , m_form(settings.chain)
        , m_ocsp(settings.ocsp)
    {
    }

    Result<Identity> read(const CertificateReference &reference)
    {
        Result<Identity> identity = found(reference);
        if (!identity)
            return identity;
        if (auto response = ocspResponse(*identity))
            identity->ocspResponse = std::move(*response);
        else
            return std::unexpected(response.error());
        identity->chain = chainToSend(*identity, m_form, known());
        return identity;
    }

private:
    Result<Identity> found(const CertificateReference &reference)
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
    const SecretBytes *m_passphrase;
    const ChainForm m_form;
    const QString m_ocsp; ///< as in TlsSettings
    std::optional<std::vector<StoredCertificate>> m_listed;
};

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
                  .parameters = QByteArray(text, static_cast<qsizetype>(content->bytes().size()))};
}

} // namespace

Result<ServerIdentities> identitiesOf(const ServerProfile &profile, const CertificateStore &store,
                                      const SecretBytes *passphrase)
{
    IdentityReader reader(store, passphrase, profile.tls);
    ServerIdentities all{.usual = {}, .named = {}, .refusesOtherNames = profile.refusesOtherNames};
    std::vector<CertificateReference> usual{profile.certificate};
    std::ranges::copy(profile.furtherCertificates, std::back_inserter(usual));
    for (const CertificateReference &reference : usual) {
        auto identity = reader.read(reference);
        if (!identity)
            return std::unexpected(identity.error());
        all.usual.push_back(std::move(*identity));
    }
    for (const NamedCertificate &named : profile.namedCertificates) {
        auto identity = reader.read(named.certificate);
        if (!identity)
            return std::unexpected(identity.error());
        const auto same = std::ranges::find(all.named, named.names, &NamedIdentities::names);
        if (same != all.named.end() && !named.names.isEmpty())
            same->identities.push_back(std::move(*identity));
        else
            all.named.push_back({.names = named.names, .identities = {std::move(*identity)}});
    }
    return all;
}

Result<TlsPolicy> policyOf(const ServerProfile &profile)
{
    const TlsSettings &settings = profile.tls;
    TlsPolicy policy{.protocols = profile.protocols,
                     .algorithms = settings.algorithms,
                     .alpn = settings.alpn,
                     .requiresAlpn = settings.requiresAlpn,
                     .clientCertificates = {.mode = settings.clientCertificates},
                     .resumption = settings.resumption,
                     .renegotiation = settings.renegotiation,
                     .largestRecord = settings.largestRecord};
    if (settings.clientCertificates != ClientCertificateMode::DoNotAsk && !settings.clientAuthorities.isEmpty()) {
        const auto authorities = readCertificateFile(settings.clientAuthorities);
        if (!authorities)
            return std::unexpected(authorities.error());
        policy.clientCertificates.authorities = authorities->certificates;
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

} // namespace sealport
