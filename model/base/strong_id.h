#pragma once

#include <cstddef> // before <compare>: Qt's moc cannot read libstdc++'s <concepts> without <bits/c++config.h>

#include <compare>
#include <cstdint>
#include <functional>

namespace sealport {

/// An integer that cannot be mistaken for another one:
///   using ServerId = StrongId<struct ServerTag>;
template <class Tag>
class StrongId {
public:
    constexpr StrongId() = default;
    constexpr explicit StrongId(std::uint64_t value)
        : m_value(value)
    {
    }
    [[nodiscard]] constexpr std::uint64_t value() const { return m_value; }
    [[nodiscard]] constexpr bool isValid() const { return m_value != 0; }
    friend constexpr auto operator<=>(StrongId, StrongId) = default;
    friend std::size_t qHash(StrongId id, std::size_t seed = 0) noexcept
    {
        return std::hash<std::uint64_t>{}(id.m_value ^ seed);
    }

private:
    std::uint64_t m_value = 0;
};

using ServerId = StrongId<struct ServerTag>;
using ConnectionId = StrongId<struct ConnectionTag>;
using SourceId = StrongId<struct SourceTag>;

} // namespace sealport

template <class Tag>
struct std::hash<sealport::StrongId<Tag>> {
    std::size_t operator()(sealport::StrongId<Tag> id) const noexcept { return std::hash<std::uint64_t>{}(id.value()); }
};
