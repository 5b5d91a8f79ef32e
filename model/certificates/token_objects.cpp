#include "model/certificates/token_objects.h"

#include "model/certificates/openssl_error.h"
#include "model/certificates/x509_values.h"

#include <libp11.h>

#include <QCryptographicHash>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

constexpr unsigned int mostObjects = 100'000; // a system's roots are hundreds

// Return values of PKCS #11 section 5.1.6, which libp11 puts into OpenSSL's queue as reasons.
constexpr int ckrPinIncorrect = 0xA0;
constexpr int ckrPinInvalid = 0xA1;
constexpr int ckrPinLengthRange = 0xA2;
constexpr int ckrPinLocked = 0xA4;

QByteArray octetsOf(const unsigned char *start, std::size_t size)
{
    constexpr std::size_t longest = 4096; // no identifier is
    if (!start || size > longest)
        return {};
    return {reinterpret_cast<const char *>(start), static_cast<qsizetype>(size)};
}

Error about(ErrorCode code, const Pkcs11Uri &token)
{
    return Error{.code = code, .subject = token.toString(), .values = {token.token}, .causes = {}};
}

/// Of an NSS database: what it has is a pass phrase, and its folder says more than the name that all of them have.
Error aboutPassphrase(ErrorCode code, const Pkcs11Uri &token)
{
    return Error{.code = code, .subject = token.nssDatabase, .values = {}, .causes = {}};
}

Error loginError(int reason, const Pkcs11Uri &token)
{
    const bool isWrong = reason == ckrPinIncorrect || reason == ckrPinInvalid || reason == ckrPinLengthRange;
    Error failure = takeOpenSslError(ErrorCode::TokenFailed, token.toString());
    if (isWrong)
        return token.nssDatabase.isEmpty() ? about(ErrorCode::WrongPin, token)
                                           : aboutPassphrase(ErrorCode::WrongPassphrase, token);
    if (reason == ckrPinLocked)
        return about(ErrorCode::PinLocked, token);
    return failure;
}

/// As C text; nothing where it would be cut short.
SecretBytes terminated(const SecretBytes &pin)
{
    if (std::ranges::find(pin.bytes(), std::byte{0}) != pin.bytes().end())
        return {};
    SecretBytes text(pin.bytes().size() + 1);
    std::ranges::copy(pin.bytes(), text.bytes().begin());
    return text;
}

/// Hashes of the PINs that tokens have refused since the last right one, by token: a wrong one is never tried twice,
/// whoever asks. Under the lock of the modules.
QHash<QString, QSet<QByteArray>> &refusedPins()
{
    static QHash<QString, QSet<QByteArray>> pins;
    return pins;
}

QByteArray digestOf(const SecretBytes &pin)
{
    const auto octets = pin.bytes();
    return QCryptographicHash::hash(
        QByteArrayView(reinterpret_cast<const char *>(octets.data()), static_cast<qsizetype>(octets.size())),
        QCryptographicHash::Sha256);
}

bool isUnset(const QString &wanted, const QString &is)
{
    return wanted.isEmpty() || wanted == is;
}

} // namespace

Pkcs11Uri tokenUri(const PKCS11_SLOT &slot, const Pkcs11Uri &asked)
{
    const PKCS11_TOKEN *token = slot.token;
    if (!token || !token->initialized)
        return {};
    return Pkcs11Uri{.model = QString::fromUtf8(token->model),
                     .manufacturer = QString::fromUtf8(token->manufacturer),
                     .serial = QString::fromUtf8(token->serialnr),
                     .token = QString::fromUtf8(token->label),
                     .modulePath = asked.modulePath,
                     .nssDatabase = asked.nssDatabase};
}

bool fits(const Pkcs11Uri &asked, const Pkcs11Uri &token)
{
    return isUnset(asked.model, token.model) && isUnset(asked.manufacturer, token.manufacturer)
           && isUnset(asked.serial, token.serial) && isUnset(asked.token, token.token);
}

bool fits(const Pkcs11Uri &asked, const QByteArray &id, const QString &label)
{
    return (asked.id.isEmpty() || asked.id == id) && isUnset(asked.object, label);
}

TokenCertificates certificatesOn(PKCS11_SLOT &slot, const Pkcs11Uri &token)
{
    TokenCertificates found;
    PKCS11_CERT *first = nullptr;
    unsigned int count = 0;
    if (PKCS11_enumerate_certs(slot.token, &first, &count) != 0) {
        found.problems.push_back(takeOpenSslError(ErrorCode::TokenFailed, token.toString()));
        return found;
    }
    for (const PKCS11_CERT &object : std::span(first, std::min(count, mostObjects))) {
        const QByteArray der = object.x509 ? encodedDer(i2d_X509, object.x509) : QByteArray();
        auto certificate =
            Certificate::fromDer(std::as_bytes(std::span(der.constData(), static_cast<std::size_t>(der.size()))));
        const QString label = QString::fromUtf8(object.label);
        const QByteArray id = octetsOf(object.id, object.id_len);
        if (certificate) {
            found.certificates.push_back({.certificate = std::move(*certificate), .id = id, .label = label});
            continue;
        }
        Pkcs11Uri uri = token;
        uri.object = label;
        uri.id = id;
        found.problems.push_back(
            {.code = ErrorCode::MalformedCertificate, .subject = uri.toString(), .values = {}, .causes = {}});
    }
    return found;
}

bool wantsPin(const PKCS11_SLOT &slot)
{
    return slot.token->loginRequired != 0;
}

Result<void> logIn(PKCS11_SLOT &slot, const Pkcs11Uri &token, const SecretBytes *pin, bool mayAskThere)
{
    const bool isNss = !token.nssDatabase.isEmpty();
    int isLoggedIn = 0; // for a key that is in use
    if (!wantsPin(slot) || (PKCS11_is_logged_in(&slot, 0, &isLoggedIn) == 0 && isLoggedIn == 1))
        return {};
    if (slot.token->userPinLocked != 0)
        return std::unexpected(about(ErrorCode::PinLocked, token));
    const bool hasPad = slot.token->secureLogin != 0;
    if (!pin && !(hasPad && mayAskThere))
        return std::unexpected(isNss ? aboutPassphrase(ErrorCode::PassphraseNeeded, token)
                                     : about(ErrorCode::PinNeeded, token));
    if (pin && pin->isEmpty() && !isNss)
        return std::unexpected(about(ErrorCode::PinNeeded, token)); // to send none would cost a try
    const QString name = token.toString();
    const QByteArray digest = pin ? digestOf(*pin) : QByteArray();
    if (pin && refusedPins().value(name).contains(digest))
        return std::unexpected(about(ErrorCode::WrongPin, token));
    const SecretBytes text = pin ? terminated(*pin) : SecretBytes();
    if (pin && text.isEmpty())
        return std::unexpected(loginError(ckrPinInvalid, token));
    const char *characters = pin ? reinterpret_cast<const char *>(text.bytes().data()) : nullptr;
    if (PKCS11_login(&slot, 0, characters) == 0) {
        refusedPins().remove(name);
        return {};
    }
    Error error = loginError(ERR_GET_REASON(ERR_peek_last_error()), token);
    if (pin && error.code == ErrorCode::WrongPin)
        refusedPins()[name].insert(digest);
    return std::unexpected(std::move(error));
}

Result<std::span<PKCS11_KEY>> keysOn(PKCS11_SLOT &slot, const Pkcs11Uri &token)
{
    PKCS11_KEY *first = nullptr;
    unsigned int count = 0;
    if (PKCS11_enumerate_keys(slot.token, &first, &count) != 0)
        return std::unexpected(takeOpenSslError(ErrorCode::TokenFailed, token.toString()));
    return std::span(first, std::min(count, mostObjects));
}

QByteArray idOf(const PKCS11_KEY &key)
{
    return octetsOf(key.id, key.id_len);
}

QString labelOf(const PKCS11_KEY &key)
{
    return QString::fromUtf8(key.label);
}

} // namespace sealport
