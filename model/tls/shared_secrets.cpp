#include "model/tls/shared_secrets.h"

#include "model/base/file_safety.h"

#include <openssl/ssl.h>

#include <algorithm>
#include <string_view>

namespace sealport {

namespace {

constexpr std::size_t largestFile = 1U << 20U;
constexpr std::size_t longestKey = PSK_MAX_PSK_LEN;
constexpr std::size_t longestIdentity = PSK_MAX_IDENTITY_LEN;

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// What is wrong with a line of the file; null: nothing.
const char *faultOf(std::string_view identity, std::string_view digits)
{
    if (identity.empty() || digits.empty())
        return "form";
    if (identity.size() > longestIdentity)
        return "identity-length";
    if (!std::ranges::all_of(digits, [](char c) { return digitOf(c) >= 0; }))
        return "digits";
    if (digits.size() % 2 != 0)
        return "odd";
    return digits.size() / 2 > longestKey ? "key-length" : nullptr;
}

/// No copy of the digits is made that would not be cleansed.
std::shared_ptr<const SecretBytes> keyOf(std::string_view digits)
{
    auto key = std::make_shared<SecretBytes>(digits.size() / 2);
    for (std::size_t i = 0; i < digits.size(); i += 2)
        key->bytes()[i / 2] = static_cast<std::byte>(digitOf(digits[i]) << 4 | digitOf(digits[i + 1]));
    return key;
}

Error wrongIn(const QString &file, int line, const char *fault)
{
    return {.code = ErrorCode::MalformedKey,
            .subject = file,
            .values = {QString::number(line), QStringLiteral("shared-secret"), QLatin1String(fault)},
            .causes = {}};
}

} // namespace

Result<std::shared_ptr<const SharedSecrets>> SharedSecrets::read(const QString &file)
{
    const auto content = readFile(file, largestFile);
    if (!content)
        return std::unexpected(content.error());
    std::string_view left(reinterpret_cast<const char *>(content->bytes().data()), content->bytes().size());
    auto secrets = std::make_shared<SharedSecrets>();
    for (int number = 1; !left.empty(); ++number) {
        std::string_view line = left.substr(0, left.find('\n'));
        left.remove_prefix(std::min(left.size(), line.size() + 1));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty() || line.front() == '#')
            continue;
        const std::size_t colon = line.rfind(':'); // an identity may hold some
        if (colon == std::string_view::npos)
            return std::unexpected(wrongIn(file, number, "form"));
        const std::string_view identity = line.substr(0, colon);
        const std::string_view digits = line.substr(colon + 1);
        if (const char *fault = faultOf(identity, digits))
            return std::unexpected(wrongIn(file, number, fault));
        secrets->m_keys.insert(QByteArray(identity.data(), static_cast<qsizetype>(identity.size())), keyOf(digits));
    }
    if (secrets->m_keys.isEmpty())
        return std::unexpected(wrongIn(file, 0, "none"));
    return secrets;
}

const SecretBytes *SharedSecrets::of(const QByteArray &identity) const
{
    const auto found = m_keys.constFind(identity);
    return found == m_keys.cend() ? nullptr : found->get();
}

} // namespace sealport
