#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"
#include "model/certificates/certificate.h"
#include "model/certificates/pkcs11_uri.h"

#include <QByteArray>
#include <QString>

#include <span>
#include <vector>

struct PKCS11_key_st;
struct PKCS11_slot_st;

namespace sealport {

// One token, during a visit to its module: job thread only.

/// What names it, as p11tool does; whatever `asked` says about where it is stays said. Empty: nothing usable is in this
/// reader.
[[nodiscard]] Pkcs11Uri tokenUri(const PKCS11_slot_st &slot, const Pkcs11Uri &asked);
/// Whether all that `asked` says of a token is so.
[[nodiscard]] bool fits(const Pkcs11Uri &asked, const Pkcs11Uri &token);
/// Whether all that `asked` says of an object is so, its type apart.
[[nodiscard]] bool fits(const Pkcs11Uri &asked, const QByteArray &id, const QString &label);

struct TokenCertificate {
    Certificate certificate;
    QByteArray id{};
    QString label{};
};
struct TokenCertificates {
    std::vector<TokenCertificate> certificates{};
    std::vector<Error> problems{}; ///< MalformedCertificate, TokenFailed
};
/// Those that anybody may see.
[[nodiscard]] TokenCertificates certificatesOn(PKCS11_slot_st &slot, const Pkcs11Uri &token);

/// Whether a PIN is asked for before its private keys show.
[[nodiscard]] bool wantsPin(const PKCS11_slot_st &slot);
/// With the PIN, once: whoever tries again may lock the token. Null: none is known; a token with a key pad of its own
/// asks for it there when `mayAskThere`. Errors: PinNeeded, WrongPin, PinLocked, of NSS databases PassphraseNeeded and
/// WrongPassphrase; TokenFailed.
[[nodiscard]] Result<void> logIn(PKCS11_slot_st &slot, const Pkcs11Uri &token, const SecretBytes *pin,
                                 bool mayAskThere);

/// The private keys that show, valid during the visit. Errors: TokenFailed.
[[nodiscard]] Result<std::span<PKCS11_key_st>> keysOn(PKCS11_slot_st &slot, const Pkcs11Uri &token);
[[nodiscard]] QByteArray idOf(const PKCS11_key_st &key);
[[nodiscard]] QString labelOf(const PKCS11_key_st &key);

} // namespace sealport
