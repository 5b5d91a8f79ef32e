#include "model/certificates/certificate_source.h"
#include "model/certificates/pkcs11_uri.h"
#include "model/certificates/token_modules.h"
#include "model/certificates/token_search.h"

#include <memory>
#include <utility>

namespace sealport {

namespace {

class TokenSource final : public CertificateSource {
public:
    TokenSource(SourceKind kind, QString location, QString place, Passphrases pins = {})
        : m_kind(kind)
        , m_location(std::move(location))
        , m_place(std::move(place))
        , m_pins(std::move(pins))
    {
    }
    [[nodiscard]] SourceKind kind() const override { return m_kind; }
    [[nodiscard]] QString location() const override { return m_location; }
    [[nodiscard]] bool waitsToBeAsked() const override { return true; }
    [[nodiscard]] FoundCertificates list(const std::stop_token &stop,
                                         const SearchProgress & /*progress*/) const override
    {
        return searchTokens(m_place, m_pins, stop);
    }
    [[nodiscard]] PrivateKey key(const StoredCertificate &stored) const override
    {
        const auto uri = Pkcs11Uri::parse(stored.file);
        if (!uri)
            return {};
        const auto contents = readToken(stored.file, m_pins.of(tokenName(*uri)), TokenKeys::Wanted);
        return contents && !contents->keys.empty() ? contents->keys.front() : PrivateKey();
    }
    [[nodiscard]] std::shared_ptr<const SecretBytes> pinFor(const QString &uri) const override
    {
        const auto parsed = Pkcs11Uri::parse(uri);
        return parsed ? m_pins.ownOf(tokenName(*parsed)) : nullptr;
    }
    [[nodiscard]] std::shared_ptr<const CertificateSource>
    unlocked(const QString &file, std::shared_ptr<const SecretBytes> passphrase) const override
    {
        Passphrases pins = m_pins;
        pins.add(file, std::move(passphrase));
        return std::make_shared<TokenSource>(m_kind, m_location, m_place, std::move(pins));
    }

private:
    const SourceKind m_kind;
    const QString m_location;
    const QString m_place; ///< as searchTokens() takes it
    const Passphrases m_pins;
};

} // namespace

std::shared_ptr<const CertificateSource> nssDatabase(const QString &folder)
{
    return std::make_shared<TokenSource>(SourceKind::NssDatabase, folder, folder);
}

std::shared_ptr<const CertificateSource> tokenModule(const QString &path)
{
    Pkcs11Uri uri;
    uri.modulePath = path;
    return std::make_shared<TokenSource>(SourceKind::Token, path, uri.toString());
}

std::vector<std::shared_ptr<const CertificateSource>> installedTokenSources()
{
    std::vector<std::shared_ptr<const CertificateSource>> sources;
    for (const QString &folder : knownNssDatabases())
        sources.push_back(nssDatabase(folder));
    for (const QString &module : configuredTokenModules())
        sources.push_back(tokenModule(module));
    return sources;
}

} // namespace sealport
