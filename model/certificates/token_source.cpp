#include "model/certificates/certificate_source.h"
#include "model/certificates/pkcs11_uri.h"
#include "model/certificates/token_modules.h"
#include "model/certificates/token_search.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace sealport {

namespace {

/// PINs that a token has refused: each was tried once, because a token locks itself after a few.
class RefusedPins {
public:
    void add(const Error &refusal)
    {
        const std::scoped_lock lock(m_mutex);
        m_refusals.insert(refusal.subject, refusal);
    }
    [[nodiscard]] std::optional<Error> of(const QString &token) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_refusals.constFind(token);
        return found == m_refusals.cend() ? std::nullopt : std::optional(*found);
    }
    [[nodiscard]] QStringList tokens() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_refusals.keys();
    }

private:
    mutable std::mutex m_mutex;
    QHash<QString, Error> m_refusals; ///< by token
};

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
        FoundCertificates found = searchTokens(m_place, pinsToTry(), stop);
        for (Error &problem : found.problems) {
            if (problem.code == ErrorCode::WrongPin || problem.code == ErrorCode::PinLocked)
                m_refused->add(problem);
            else if (const auto before = m_refused->of(problem.subject); before && problem.code == ErrorCode::PinNeeded)
                problem = *before; // as it said when it was asked
        }
        return found;
    }
    [[nodiscard]] PrivateKey key(const StoredCertificate &stored) const override
    {
        const auto uri = Pkcs11Uri::parse(stored.file);
        if (!uri)
            return {};
        const Passphrases pins = pinsToTry();
        const auto contents = readToken(stored.file, pins.of(tokenName(*uri)), TokenKeys::Wanted);
        return contents && !contents->keys.empty() ? contents->keys.front() : PrivateKey();
    }
    [[nodiscard]] std::shared_ptr<const CertificateSource>
    unlocked(const QString &file, std::shared_ptr<const SecretBytes> passphrase) const override
    {
        Passphrases pins = pinsToTry();
        pins.add(file, std::move(passphrase));
        return std::make_shared<TokenSource>(m_kind, m_location, m_place, std::move(pins));
    }

private:
    [[nodiscard]] Passphrases pinsToTry() const
    {
        Passphrases pins = m_pins;
        for (const QString &token : m_refused->tokens())
            pins.remove(token);
        return pins;
    }

    const SourceKind m_kind;
    const QString m_location;
    const QString m_place; ///< as searchTokens() takes it
    const Passphrases m_pins;
    const std::unique_ptr<RefusedPins> m_refused = std::make_unique<RefusedPins>();
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
