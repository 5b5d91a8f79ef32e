#include "model/certificates/token_module.h"

#include "model/certificates/openssl_error.h"

#include <QFile>
#include <QLibrary>

#include <libp11.h>
#include <openssl/ui.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace sealport {

class TokenModule {
public:
    explicit TokenModule(TokenModuleAddress address)
        : m_address(std::move(address))
        , m_context(PKCS11_CTX_new())
    {
    }
    TokenModule(const TokenModule &) = delete;
    TokenModule &operator=(const TokenModule &) = delete;
    ~TokenModule()
    {
        const IgnoreOpenSslErrors ignore;
        if (m_slots)
            PKCS11_release_all_slots(m_context, m_slots, m_count);
        if (m_isLoaded)
            PKCS11_CTX_unload(m_context);
        if (m_context)
            PKCS11_CTX_free(m_context);
    }

    [[nodiscard]] const TokenModuleAddress &address() const { return m_address; }
    [[nodiscard]] Result<void> load()
    {
        // Its code stays mapped when it is unloaded: threads that signed with it end later, and then run what the
        // module has left for their end (NSPR does).
        QLibrary library(m_address.path);
        library.setLoadHints(QLibrary::PreventUnloadHint);
        if (!library.load())
            return std::unexpected(Error{.code = ErrorCode::TokenModuleNotLoaded,
                                         .subject = m_address.path,
                                         .values = {},
                                         .causes = {library.errorString()}});
        if (m_context && !m_address.arguments.isEmpty())
            PKCS11_CTX_init_args(m_context, m_address.arguments.constData());
        // A key that wants its PIN before each use would have it asked at the terminal, in a network thread.
        if (m_context)
            PKCS11_set_ui_method(m_context, const_cast<UI_METHOD *>(UI_null()), nullptr);
        m_isLoaded = m_context && PKCS11_CTX_load(m_context, QFile::encodeName(m_address.path).constData()) == 0;
        if (!m_isLoaded)
            return std::unexpected(takeOpenSslError(ErrorCode::TokenModuleNotLoaded, m_address.path));
        return {};
    }
    [[nodiscard]] Result<std::span<PKCS11_SLOT>> slots()
    {
        // Once: to release an older list would close the sessions of keys that are in use, and PKCS11_update_slots(),
        // which is there to keep them, crashes when it is called again (libp11 0.4.12).
        if (!m_slots && PKCS11_enumerate_slots(m_context, &m_slots, &m_count) != 0)
            return std::unexpected(takeOpenSslError(ErrorCode::TokenFailed, m_address.path));
        return std::span(m_slots, m_count);
    }

private:
    const TokenModuleAddress m_address;
    PKCS11_CTX *m_context;
    PKCS11_SLOT *m_slots = nullptr;
    unsigned int m_count = 0;
    bool m_isLoaded = false;
};

namespace {

/// What this process has loaded: PKCS#11 knows no smaller owner than the process. Never destroyed, so that keys may
/// outlive it.
struct LoadedModules {
    std::recursive_mutex mutex; ///< of all calls but those with keys
    std::vector<std::shared_ptr<TokenModule>> modules;

    void unloadUnused()
    {
        std::erase_if(modules, [](const auto &module) { return module.use_count() == 1; });
    }
    static LoadedModules &instance()
    {
        static auto *const loaded = new LoadedModules;
        return *loaded;
    }
};

/// What a key has of its module.
struct Holder {
    explicit Holder(std::shared_ptr<TokenModule> held)
        : module(std::move(held))
    {
    }
    Holder(const Holder &) = delete;
    Holder &operator=(const Holder &) = delete;
    ~Holder()
    {
        module.reset();
        LoadedModules &loaded = LoadedModules::instance();
        // Where somebody visits a token, the end of that visit unloads this module too.
        if (const std::unique_lock lock(loaded.mutex, std::try_to_lock); lock.owns_lock())
            loaded.unloadUnused();
    }

    std::shared_ptr<TokenModule> module;
};

} // namespace

std::unique_lock<std::recursive_mutex> lockTokenModules()
{
    return std::unique_lock(LoadedModules::instance().mutex);
}

TokenVisit::TokenVisit(std::unique_lock<std::recursive_mutex> lock, std::shared_ptr<TokenModule> module)
    : m_lock(std::move(lock))
    , m_module(std::move(module))
{
}

TokenVisit::~TokenVisit()
{
    if (!m_lock.owns_lock())
        return; // moved from
    m_module.reset();
    LoadedModules::instance().unloadUnused();
}

Result<TokenVisit> TokenVisit::begin(const TokenModuleAddress &address)
{
    LoadedModules &loaded = LoadedModules::instance();
    std::unique_lock lock(loaded.mutex);
    loaded.unloadUnused();
    const auto there = std::ranges::find_if(
        loaded.modules, [&address](const auto &module) { return module->address().path == address.path; });
    if (there != loaded.modules.end()) {
        const TokenModuleAddress &used = (*there)->address();
        if (used.arguments == address.arguments)
            return TokenVisit(std::move(lock), *there);
        return std::unexpected(Error{
            .code = ErrorCode::TokenModuleBusy,
            .subject = address.database.isEmpty() ? address.path : address.database,
            .values = {used.database.isEmpty() ? used.path : used.database},
            .causes = {},
        });
    }
    auto module = std::make_shared<TokenModule>(address);
    if (auto ready = module->load(); !ready)
        return std::unexpected(std::move(ready.error()));
    loaded.modules.push_back(module);
    return TokenVisit(std::move(lock), std::move(module));
}

Result<std::span<PKCS11_slot_st>> TokenVisit::slots() const
{
    return m_module->slots();
}

std::shared_ptr<void> TokenVisit::hold() const
{
    return std::make_shared<Holder>(m_module);
}

} // namespace sealport
