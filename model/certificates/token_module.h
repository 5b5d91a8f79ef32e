#pragma once

#include "model/base/error.h"
#include "model/certificates/token_modules.h"

#include <memory>
#include <mutex>
#include <span>

struct PKCS11_ctx_st;
struct PKCS11_slot_st;

namespace sealport {

/// A PKCS#11 module that is loaded and initialised, once in this process (C_Initialize, PKCS #11 section 5.4); it is
/// unloaded, which also logs out, when the last visit is over and the last of its keys is gone.
class TokenModule;

/// Keeps everybody else's visits waiting, for work that takes several.
[[nodiscard]] std::unique_lock<std::recursive_mutex> lockTokenModules();

/// Time alone with a module: visits to all modules happen one after the other. A key that was found during a visit is
/// used without one; libp11 and the module have locks for that (CKF_OS_LOCKING_OK). Blocking: job thread only.
class TokenVisit {
public:
    /// Loading a library runs its code: only what the system or the user names as a module. Errors:
    /// TokenModuleNotLoaded, TokenModuleBusy (a key of another database is in use: NSS opens one at a time).
    static Result<TokenVisit> begin(const TokenModuleAddress &address);
    TokenVisit(TokenVisit &&) = default;
    TokenVisit &operator=(TokenVisit &&) = delete;
    ~TokenVisit();

    /// Readers and what is in them, valid until the visit is over. What was put in since somebody holds the module does
    /// not show. Errors: TokenFailed.
    [[nodiscard]] Result<std::span<PKCS11_slot_st>> slots() const;
    /// Whoever holds it keeps the module loaded; letting go of it never waits.
    [[nodiscard]] std::shared_ptr<void> hold() const;

private:
    TokenVisit(std::unique_lock<std::recursive_mutex> lock, std::shared_ptr<TokenModule> module);

    std::unique_lock<std::recursive_mutex> m_lock;
    std::shared_ptr<TokenModule> m_module;
};

} // namespace sealport
