#include "model/tls/available_algorithms.h"
#include "model/tls/registry.h"
#include "model/tls/scratch_context.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/params.h>
#include <openssl/provider.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace sealport {

namespace {

/// The quick ones first, the hybrid with a post-quantum part before all; what is not here comes after, the strong ones
/// first.
constexpr std::array<std::uint16_t, 13> preferred{0x11ec, 0x11eb, 0x11ed, 0x001d, 0x0017, 0x001e, 0x0019,
                                                  0x0018, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104};

struct Asking {
    SSL_CTX *context = nullptr;
    std::vector<AvailableGroup> groups{};
};

QString textIn(const OSSL_PARAM *parameters, const char *key)
{
    const char *text = nullptr;
    const OSSL_PARAM *parameter = OSSL_PARAM_locate_const(parameters, key);
    if (parameter == nullptr || OSSL_PARAM_get_utf8_string_ptr(parameter, &text) != 1 || text == nullptr)
        return {};
    return QString::fromLatin1(text);
}

int numberIn(const OSSL_PARAM *parameters, const char *key)
{
    int number = 0;
    const OSSL_PARAM *parameter = OSSL_PARAM_locate_const(parameters, key);
    return parameter != nullptr && OSSL_PARAM_get_int(parameter, &number) == 1 ? number : 0;
}

/// Versions as provider-base(7) counts them: 0 for no bound, -1 where the group has no place in TLS.
ProtocolSet protocolsBetween(int oldest, int newest)
{
    ProtocolSet protocols;
    for (const Protocol protocol : {Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2, Protocol::Tls1_3}) {
        const int version = wireVersion(protocol);
        const bool isInside = oldest >= 0 && newest >= 0 && version >= oldest && (newest == 0 || version <= newest);
        if (isInside && availableProtocols().contains(protocol))
            protocols.insert(protocol);
    }
    return protocols;
}

/// A provider tells each spelling as a group of its own.
int takeGroup(const OSSL_PARAM *parameters, void *asking)
{
    auto &found = *static_cast<Asking *>(asking);
    const auto number = static_cast<std::uint16_t>(numberIn(parameters, OSSL_CAPABILITY_TLS_GROUP_ID));
    auto group = std::ranges::find(found.groups, number, &AvailableGroup::number);
    if (group == found.groups.end())
        group = found.groups.insert(
            group, {.number = number,
                    .protocols = protocolsBetween(numberIn(parameters, OSSL_CAPABILITY_TLS_GROUP_MIN_TLS),
                                                  numberIn(parameters, OSSL_CAPABILITY_TLS_GROUP_MAX_TLS))});
    for (const char *key : {OSSL_CAPABILITY_TLS_GROUP_NAME, OSSL_CAPABILITY_TLS_GROUP_NAME_INTERNAL}) {
        const QString spelling = textIn(parameters, key);
        if (!spelling.isEmpty() && !group->spellings.contains(spelling)
            && SSL_CTX_set1_groups_list(found.context, spelling.toLatin1().constData()) == 1)
            group->spellings.append(spelling);
    }
    return 1;
}

int askProvider(OSSL_PROVIDER *provider, void *asking)
{
    OSSL_PROVIDER_get_capabilities(provider, "TLS-GROUP", takeGroup, asking);
    return 1; // one that knows no groups does not end the search
}

void findLevels(SSL_CTX &context, std::vector<AvailableGroup> &groups)
{
    QStringList names;
    for (const AvailableGroup &group : groups)
        names.append(group.name);
    if (SSL_CTX_set1_groups_list(&context, names.join(u':').toLatin1().constData()) != 1)
        return;
    for (int level = 1; level <= highestSecurityLevel; ++level) {
        const auto hello = helloOf(context, level);
        for (AvailableGroup &group : groups)
            if (hello && std::ranges::find(hello->groups, group.number) != hello->groups.end())
                group.highestLevel = level;
    }
}

auto rank(const AvailableGroup &group)
{
    const auto place = std::ranges::find(preferred, group.number) - preferred.begin();
    return std::tuple(place, -group.highestLevel, -int(group.number));
}

std::vector<AvailableGroup> askForGroups()
{
    const SslContextPtr context = scratchContext();
    if (!context)
        return {};
    Asking asking{.context = context.get()};
    OSSL_PROVIDER_do_all(nullptr, askProvider, &asking);
    std::erase_if(asking.groups,
                  [](const AvailableGroup &group) { return group.spellings.isEmpty() || group.protocols.isEmpty(); });
    for (AvailableGroup &group : asking.groups) {
        if (const qsizetype registered = group.spellings.indexOf(groupName(group.number)); registered > 0)
            group.spellings.move(registered, 0);
        group.name = group.spellings.first();
    }
    findLevels(*context, asking.groups);
    std::ranges::sort(asking.groups, {}, rank);
    ERR_clear_error();
    return asking.groups;
}

} // namespace

const std::vector<AvailableGroup> &availableGroups()
{
    static const std::vector<AvailableGroup> groups = askForGroups();
    return groups;
}

} // namespace sealport
