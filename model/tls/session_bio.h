#pragma once

#include "model/certificates/openssl_handle.h"

#include <cstddef>
#include <span>

namespace sealport {

/// The two directions of a byte stream under an SSL object.
class ByteTransport {
public:
    enum class Got { Data, Nothing };
    virtual ~ByteTransport() = default;
    /// Fills `buffer`; `size` says how much of it.
    virtual Got readBytes(std::span<std::byte> buffer, std::size_t &size) = 0;
    /// Takes everything, always.
    virtual void writeBytes(std::span<const std::byte> data) = 0;
};

/// A BIO over `transport`, which must outlive it. An end of file is told as "nothing yet": the owner of the transport
/// knows better than OpenSSL how a TCP connection ended.
[[nodiscard]] BioPtr makeTransportBio(ByteTransport &transport);

} // namespace sealport
