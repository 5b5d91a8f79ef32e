#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string.h> // explicit_bzero
#include <utility>
#include <vector>

namespace sealport {

/// Passphrases and unencrypted keys. Move-only and cleansed before the memory
/// is given back; no streaming, no conversion to a string, on purpose.
class SecretBytes {
public:
    SecretBytes() = default;
    /// Zeroed memory of this size, to be filled in place.
    explicit SecretBytes(std::size_t size)
        : m_bytes(size)
    {
    }
    explicit SecretBytes(std::span<const std::byte> bytes)
        : m_bytes(bytes.begin(), bytes.end())
    {
    }
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    SecretBytes(SecretBytes &&other) noexcept
        : m_bytes(std::exchange(other.m_bytes, {}))
    {
    }
    SecretBytes &operator=(SecretBytes &&other) noexcept
    {
        if (this != &other) {
            wipe();
            m_bytes = std::exchange(other.m_bytes, {});
        }
        return *this;
    }
    ~SecretBytes() { wipe(); }

    [[nodiscard]] std::span<const std::byte> bytes() const { return m_bytes; }
    [[nodiscard]] std::span<std::byte> bytes() { return m_bytes; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }

private:
    void wipe()
    {
        if (!m_bytes.empty())
            explicit_bzero(m_bytes.data(), m_bytes.size());
    }
    std::vector<std::byte> m_bytes; // sized once, so no copy is left behind by growth
};

/// One after the other, and no copy left behind.
[[nodiscard]] inline SecretBytes joined(const std::vector<std::span<const std::byte>> &parts)
{
    std::size_t size = 0;
    for (const auto part : parts)
        size += part.size();
    SecretBytes whole(size);
    auto out = whole.bytes().begin();
    for (const auto part : parts)
        out = std::ranges::copy(part, out).out;
    return whole;
}

} // namespace sealport
