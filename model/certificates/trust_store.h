#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <stop_token>
#include <vector>

namespace sealport {

/// A place where programs of this machine look up whom they trust, and to which an authority can be added: the folder
/// that the system's bundle is made from, or an NSS database (Firefox, Chromium). Nothing is ever added or taken away
/// but by trust() and distrust(), and only what trust() added is taken away.
struct TrustStore {
    enum class Kind : std::uint8_t { System, NssDatabase };
    Kind kind = Kind::System;
    QString folder{};      ///< where added authorities lie; of the database
    QString suffix{};      ///< System: of their files
    QStringList command{}; ///< System: what makes the bundle anew

    friend bool operator==(const TrustStore &, const TrustStore &) = default;
};

/// The system's, as Debian, Fedora, SUSE or Arch have it, then the NSS databases of this user. Reads folders: job
/// thread only.
[[nodiscard]] std::vector<TrustStore> trustStores();

/// Whether trust() has added it there. Blocking, as what follows: it runs other programs (certutil of NSS, the system's
/// own command, and pkexec for it where the user is not the administrator), and ends
/// them once `stop` is requested, but for what runs as the administrator already.
[[nodiscard]] bool isTrustedIn(const TrustStore &store, const Certificate &authority, const std::stop_token &stop = {});
/// Errors: NotAnAuthority, AdministratorNeeded, ProgramMissing, TrustNotChanged.
Result<void> trust(const TrustStore &store, const Certificate &authority, const std::stop_token &stop = {});
/// Fine where it is not there. Errors: as above but NotAnAuthority.
Result<void> distrust(const TrustStore &store, const Certificate &authority, const std::stop_token &stop = {});

} // namespace sealport
