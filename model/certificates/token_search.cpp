#include "model/certificates/token_search.h"

#include "model/certificates/token_key.h"
#include "model/certificates/token_module.h"
#include "model/certificates/token_objects.h"

#include <QSet>

#include <libp11.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace sealport {

namespace {

Error failure(ErrorCode code, const QString &subject, QStringList values = {})
{
    return Error{.code = code, .subject = subject, .values = std::move(values), .causes = {}};
}

Result<Pkcs11Uri> uriOf(const QString &place)
{
    if (isPkcs11Uri(place))
        return Pkcs11Uri::parse(place);
    return Pkcs11Uri{.nssDatabase = nssDatabaseAt(place)};
}

/// What may have tokens that the URI fits.
std::vector<TokenModuleAddress> modulesFor(const Pkcs11Uri &uri)
{
    if (!uri.nssDatabase.isEmpty())
        return {TokenModuleAddress::ofNssDatabase(uri.nssDatabase)};
    if (!uri.modulePath.isEmpty())
        return {TokenModuleAddress::of(uri.modulePath)};
    std::vector<TokenModuleAddress> addresses;
    for (const QString &module : configuredTokenModules())
        addresses.push_back(TokenModuleAddress::of(module));
    return addresses;
}

/// NSS has a second token in each process, which holds nothing.
bool isNssWithoutDatabase(const Pkcs11Uri &token)
{
    return !token.nssDatabase.isEmpty() && token.token == u"NSS Generic Crypto Services";
}

struct KnownToken {
    TokenModuleAddress module;
    Pkcs11Uri uri;
    std::shared_ptr<void> hold; ///< between the visits
};
struct KnownTokens {
    std::vector<KnownToken> tokens{};
    std::vector<Error> problems{};
};

KnownTokens tokensFor(const Pkcs11Uri &asked, const std::stop_token &stop = {})
{
    KnownTokens known;
    for (const TokenModuleAddress &address : modulesFor(asked)) {
        if (stop.stop_requested())
            break;
        auto visit = TokenVisit::begin(address);
        const auto slots = visit ? visit->slots() : std::unexpected(visit.error());
        if (!slots) {
            known.problems.push_back(slots.error());
            continue;
        }
        for (const PKCS11_SLOT &slot : *slots) {
            Pkcs11Uri token = tokenUri(slot, asked);
            if (token != Pkcs11Uri() && slot.token && slot.token->initialized && fits(asked, token)
                && !isNssWithoutDatabase(token))
                known.tokens.push_back({.module = address, .uri = std::move(token), .hold = visit->hold()});
        }
    }
    return known;
}

/// Goes back to a token, which may have been taken out meanwhile.
template <class Return>
Return visitToken(const KnownToken &token, const std::function<Return(TokenVisit &, PKCS11_SLOT &)> &look)
{
    auto visit = TokenVisit::begin(token.module);
    const auto slots = visit ? visit->slots() : std::unexpected(visit.error());
    if (!slots)
        return std::unexpected(slots.error());
    for (PKCS11_SLOT &slot : *slots) {
        if (tokenUri(slot, token.uri) == token.uri)
            return look(*visit, slot);
    }
    return std::unexpected(failure(ErrorCode::TokenNotFound, token.uri.toString()));
}

QString objectUri(const Pkcs11Uri &token, const TokenCertificate &certificate)
{
    Pkcs11Uri uri = token;
    uri.id = certificate.id;
    uri.object = certificate.label;
    uri.type = QStringLiteral("cert");
    return uri.toString();
}

/// What the keys that show are known by.
QSet<QByteArray> keyIds(PKCS11_SLOT &slot, const Pkcs11Uri &token, std::vector<Error> &problems)
{
    QSet<QByteArray> ids;
    const auto keys = keysOn(slot, token);
    if (!keys)
        problems.push_back(keys.error());
    else
        for (const PKCS11_KEY &key : *keys)
            ids.insert(idOf(key));
    ids.remove({});
    return ids;
}

/// What one token shows.
void list(const Pkcs11Uri &asked, const Pkcs11Uri &token, PKCS11_SLOT &slot, const SecretBytes *pin,
          FoundCertificates &found)
{
    TokenCertificates all = certificatesOn(slot, token);
    std::ranges::move(all.problems, std::back_inserter(found.problems));
    if (asked.type != u"cert")
        if (auto entered = logIn(slot, token, pin, false); !entered)
            found.problems.push_back(std::move(entered.error()));
    const QSet<QByteArray> keys = keyIds(slot, token, found.problems);
    for (TokenCertificate &certificate : all.certificates) {
        if (!fits(asked, certificate.id, certificate.label))
            continue;
        const bool hasKey = keys.contains(certificate.id);
        const QString file = objectUri(token, certificate);
        found.certificates.push_back(
            {.certificate = std::move(certificate.certificate), .hasKey = hasKey, .file = file});
    }
}

/// The keys that the URI names: by itself, or through the certificates that it names.
Result<void> addKeys(const Pkcs11Uri &asked, const Pkcs11Uri &token, const std::vector<TokenCertificate> &named,
                     TokenVisit &visit, PKCS11_SLOT &slot, FileContents &contents)
{
    const auto keys = keysOn(slot, token);
    if (!keys)
        return std::unexpected(keys.error());
    std::vector<PKCS11_KEY *> wanted;
    for (PKCS11_KEY &key : *keys) {
        const QByteArray id = idOf(key);
        const bool belongs = !id.isEmpty() && std::ranges::find(named, id, &TokenCertificate::id) != named.end();
        if (belongs || (asked.namesObject() && fits(asked, id, labelOf(key))))
            wanted.push_back(&key);
    }
    if (wanted.size() > 1 && !asked.namesObject()) {
        Error several = failure(ErrorCode::CertificateAmbiguous, asked.toString());
        for (const TokenCertificate &certificate : named)
            several.values.append(objectUri(token, certificate));
        return std::unexpected(std::move(several));
    }
    for (PKCS11_KEY *key : wanted) {
        auto made = tokenKey(*key, visit.hold(), token.toString());
        if (!made)
            return std::unexpected(made.error());
        contents.keys.push_back(std::move(*made));
    }
    return {};
}

Result<FileContents> read(const Pkcs11Uri &asked, const KnownToken &known, const SecretBytes *pin, TokenKeys keys)
{
    return visitToken<Result<FileContents>>(known, [&](TokenVisit &visit, PKCS11_SLOT &slot) -> Result<FileContents> {
        TokenCertificates all = certificatesOn(slot, known.uri);
        const auto isNamed = [&](const TokenCertificate &one) { return fits(asked, one.id, one.label); };
        const auto others = std::ranges::stable_partition(all.certificates, isNamed);
        FileContents contents;
        for (const TokenCertificate &certificate : all.certificates)
            contents.certificates.push_back(certificate.certificate);
        if (keys == TokenKeys::NotWanted)
            return contents;
        if (auto entered = logIn(slot, known.uri, pin, true); !entered)
            return std::unexpected(entered.error());
        const std::vector named(all.certificates.begin(), others.begin());
        if (auto added = addKeys(asked, known.uri, named, visit, slot, contents); !added)
            return std::unexpected(added.error());
        return contents;
    });
}

bool hasObject(const Pkcs11Uri &asked, const KnownToken &known)
{
    const auto found = visitToken<Result<bool>>(known, [&](TokenVisit &, PKCS11_SLOT &slot) -> Result<bool> {
        return std::ranges::any_of(certificatesOn(slot, known.uri).certificates,
                                   [&](const TokenCertificate &one) { return fits(asked, one.id, one.label); });
    });
    return found && *found;
}

} // namespace

bool isTokenPlace(const QString &place)
{
    return isPkcs11Uri(place) || !nssDatabaseAt(place).isEmpty();
}

QString tokenName(Pkcs11Uri uri)
{
    if (!uri.nssDatabase.isEmpty())
        return uri.nssDatabase;
    uri.object.clear();
    uri.id.clear();
    uri.type.clear();
    return uri.toString();
}

FoundCertificates searchTokens(const QString &place, const Passphrases &pins, const std::stop_token &stop)
{
    FoundCertificates found;
    const auto asked = uriOf(place);
    if (!asked) {
        found.problems.push_back(asked.error());
        return found;
    }
    const auto lock = lockTokenModules();
    KnownTokens known = tokensFor(*asked, stop);
    QStringList failed;
    if (asked->modulePath.isEmpty() && (!asked->token.isEmpty() || !asked->serial.isEmpty() || asked->namesObject())) {
        for (const Error &problem : known.problems) // of modules that it need not mean
            failed.append(problem.subject);
    } else {
        found.problems = std::move(known.problems);
    }
    for (const KnownToken &token : known.tokens) {
        if (stop.stop_requested())
            break;
        const QString name = tokenName(token.uri);
        const auto own = pins.ownOf(name);
        const SecretBytes *pin = own || known.tokens.size() > 1 ? own.get() : pins.of(name);
        const auto listed = visitToken<Result<void>>(token, [&](TokenVisit &, PKCS11_SLOT &slot) -> Result<void> {
            list(*asked, token.uri, slot, pin, found);
            return {};
        });
        if (!listed)
            found.problems.push_back(listed.error());
    }
    if (known.tokens.empty() && found.problems.empty())
        found.problems.push_back(
            {.code = ErrorCode::TokenNotFound, .subject = place, .values = {}, .causes = std::move(failed)});
    else if (found.isEmpty() && found.problems.empty() && asked->namesObject())
        found.problems.push_back(failure(ErrorCode::CertificateNotFound, place));
    return found;
}

Result<FileContents> readToken(const QString &place, const SecretBytes *pin, TokenKeys keys)
{
    const auto asked = uriOf(place);
    if (!asked)
        return std::unexpected(asked.error());
    const auto lock = lockTokenModules();
    KnownTokens known = tokensFor(*asked);
    if (known.tokens.size() > 1 && asked->namesObject()) {
        const bool isAnywhere =
            std::ranges::any_of(known.tokens, [&](const auto &one) { return hasObject(*asked, one); });
        std::erase_if(known.tokens, [&](const auto &one) { return isAnywhere && !hasObject(*asked, one); });
    }
    if (known.tokens.empty())
        return std::unexpected(known.problems.empty() ? failure(ErrorCode::TokenNotFound, place)
                                                      : known.problems.front());
    if (known.tokens.size() > 1) {
        Error several = failure(ErrorCode::TokenAmbiguous, place);
        for (const KnownToken &token : known.tokens)
            several.values.append(token.uri.toString());
        return std::unexpected(std::move(several));
    }
    return read(*asked, known.tokens.front(), pin, keys);
}

} // namespace sealport
