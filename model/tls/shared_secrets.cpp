#include "model/tls/shared_secrets.h"

#include "model/base/file_safety.h"

#include <openssl/ssl.h>

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

/// Null where it is none. No copy of the digits is made that would not be cleansed.
std::shared_ptr<const SecretBytes> keyOf(std::string_view digits)
{
    if (digits.empty() || digits.size() % 2 != 0 || digits.size() / 2 > longestKey)
        return nullptr;
    auto key = std::make_shared<SecretBytes>(digits.size() / 2);
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        const int high = digitOf(digits[i]);
        const int low = digitOf(digits[i + 1]);
        if (high < 0 || low < 0)
            return nullptr;
        key->bytes()[i / 2] = static_cast<std::byte>(high << 4 | low);
    }
    return key;
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
        const std::string_view identity = line.substr(0, colon == std::string_view::npos ? 0 : colon);
        const auto key = colon == std::string_view::npos ? nullptr : keyOf(line.substr(colon + 1));
        if (!key || identity.empty() || identity.size() > longestIdentity)
            return std::unexpected(Error{
                .code = ErrorCode::MalformedKey, .subject = file, .values = {QString::number(number)}, .causes = {}});
        secrets->m_keys.insert(QByteArray(identity.data(), static_cast<qsizetype>(identity.size())), key);
    }
    return secrets;
}

const SecretBytes *SharedSecrets::of(const QByteArray &identity) const
{
    const auto found = m_keys.constFind(identity);
    return found == m_keys.cend() ? nullptr : found->get();
}

} // namespace sealport
