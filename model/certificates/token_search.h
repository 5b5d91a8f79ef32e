#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate_search.h"
#include "model/certificates/file_contents.h"
#include "model/certificates/pkcs11_uri.h"

#include <QString>

#include <stop_token>

namespace sealport {

/// Whether `place` names tokens or an NSS database, and no other file or folder.
[[nodiscard]] bool isTokenPlace(const QString &place);

/// The certificates of every token that a URI fits, or of an NSS database. Their `file` is the URI of each. A token
/// that wants its PIN first shows what anybody may see, and PinNeeded, whose subject is what `pins` knows it by; a PIN
/// that was given for all is tried only where it cannot be meant for another token. Loads modules: those that the
/// system is configured to use, or the one that the URI names. Blocking: job thread only.
[[nodiscard]] FoundCertificates searchTokens(const QString &place, const Passphrases &pins,
                                             const std::stop_token &stop = {});

/// What `pins` and problems call a token: its URI without that of an object; of an NSS database, the folder.
[[nodiscard]] QString tokenName(Pkcs11Uri uri);

enum class TokenKeys { Wanted, NotWanted };
/// What a server, or a signature, needs of one token: the certificates, those that the URI names first, and the private
/// keys that it names. Errors: TokenNotFound, TokenAmbiguous, CertificateAmbiguous (several certificates have keys and
/// the URI names none), PinNeeded, WrongPin, PinLocked, TokenKeyUnusable, and those of TokenVisit.
[[nodiscard]] Result<FileContents> readToken(const QString &place, const SecretBytes *pin, TokenKeys keys);

} // namespace sealport
