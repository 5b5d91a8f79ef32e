#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sealport {

/// Java's DataInputStream over octets that may end anywhere: from there on, all is empty and nought.
class JavaInput {
public:
    explicit JavaInput(std::span<const std::byte> bytes)
        : m_rest(bytes)
    {
    }
    std::span<const std::byte> take(std::size_t size)
    {
        if (size > m_rest.size()) {
            m_isCutShort = true;
            size = m_rest.size();
        }
        const std::span<const std::byte> taken = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return m_isCutShort ? std::span<const std::byte>() : taken;
    }
    std::uint32_t number(std::size_t octets)
    {
        std::uint32_t value = 0;
        for (const std::byte octet : take(octets))
            value = value << 8U | std::to_integer<std::uint32_t>(octet);
        return value;
    }
    std::uint32_t word() { return number(4); }
    std::span<const std::byte> text() { return take(number(2)); }
    std::span<const std::byte> block() { return take(word()); }
    [[nodiscard]] bool isCutShort() const { return m_isCutShort; }
    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }

private:
    std::span<const std::byte> m_rest;
    bool m_isCutShort = false;
};

} // namespace sealport
