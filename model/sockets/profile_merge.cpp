#include "model/sockets/profile_merge.h"

#include <algorithm>

namespace sealport {

namespace {

using Profiles = std::vector<ServerProfile>;

const ServerProfile *named(const Profiles &profiles, const QString &name)
{
    const auto found = std::ranges::find(profiles, name, &ServerProfile::name);
    return found == profiles.end() ? nullptr : &*found;
}

} // namespace

QString uniqueProfileName(const QString &wanted, const std::function<bool(const QString &)> &isTaken)
{
    QString name = wanted;
    for (int number = 2; isTaken(name); ++number)
        name = wanted + QStringLiteral(" %1").arg(number);
    return name;
}

Profiles mergedProfiles(const Profiles &base, const Profiles &ours, const Profiles &theirs)
{
    Profiles merged;
    for (const ServerProfile &our : ours) {
        const ServerProfile *before = named(base, our.name);
        const bool isOursToSay = before == nullptr || *before != our;
        const ServerProfile *their = named(theirs, our.name);
        if (isOursToSay)
            merged.push_back(our);
        else if (their != nullptr) // otherwise they have removed it
            merged.push_back(*their);
    }
    for (const ServerProfile &their : theirs) {
        if (named(base, their.name) != nullptr)
            continue; // seen to above, or removed by us
        const ServerProfile *our = named(ours, their.name);
        if (our != nullptr && *our == their)
            continue;
        merged.push_back(their);
        if (our != nullptr)
            merged.back().name = uniqueProfileName(their.name, [&](const QString &name) {
                return named(merged, name) != nullptr || named(theirs, name) != nullptr;
            });
    }
    return merged;
}

} // namespace sealport
