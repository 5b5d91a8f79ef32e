#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>

namespace sealport {

/// A registered number and its name. The names are static ASCII.
struct RegistryEntry {
    std::uint16_t value = 0;
    const char *name = "";
};

/// The tables behind registry.h; each is strictly ascending by value. GREASE values are in none of them.
[[nodiscard]] std::span<const RegistryEntry> cipherSuiteTable();
[[nodiscard]] std::span<const RegistryEntry> groupTable();
[[nodiscard]] std::span<const RegistryEntry> signatureAlgorithmTable();
[[nodiscard]] std::span<const RegistryEntry> extensionTable();
[[nodiscard]] std::span<const RegistryEntry> alertTable();
[[nodiscard]] std::span<const RegistryEntry> versionTable();

/// What a binary search needs, checked when the tables are compiled.
[[nodiscard]] constexpr bool isStrictlyAscending(std::span<const RegistryEntry> table)
{
    return std::ranges::adjacent_find(table, std::ranges::greater_equal{}, &RegistryEntry::value) == table.end();
}

} // namespace sealport
