#include "app/passphrase_file.h"

#include "app/ask_passphrase.h"
#include "model/base/file_safety.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace sealport {

namespace {

Error tooLong(const QString &file, const QString &option)
{
    return {
        .code = ErrorCode::InvalidOption,
        .subject = option,
        .values = {file,
                   QCoreApplication::translate("CommandLine", "a file of at most %1 octets").arg(longestPassphrase)},
        .causes = {}};
}

} // namespace

Result<SecretBytes> readPassphrase(const QString &file, const QString &option, const QString &question)
{
    if (file != u"-") {
        auto content = readFile(file, longestPassphrase);
        if (!content && content.error().code == ErrorCode::EmptyFile)
            return SecretBytes(); // the empty pass phrase, as from standard input
        if (!content && content.error().code == ErrorCode::FileTooLarge)
            return std::unexpected(tooLong(file, option));
        if (!content)
            return content;
        auto bytes = std::as_const(*content).bytes();
        constexpr std::array mark{std::byte{0xEF}, std::byte{0xBB}, std::byte{0xBF}}; // editors of Windows write it
        if (std::ranges::equal(bytes.first(std::min(bytes.size(), mark.size())), mark))
            bytes = bytes.subspan(mark.size());
        const auto end =
            std::ranges::find_if(bytes, [](std::byte b) { return b == std::byte{'\n'} || b == std::byte{'\r'}; });
        return SecretBytes(bytes.first(static_cast<std::size_t>(end - bytes.begin())));
    }
    Result<SecretBytes> line = askPassphrase(question);
    if (!line && line.error().code == ErrorCode::FileTooLarge)
        return std::unexpected(tooLong(file, option));
    return line;
}

} // namespace sealport
