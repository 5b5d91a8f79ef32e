#include "app/passphrase_file.h"

#include "model/base/file_safety.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include <termios.h>
#include <unistd.h>

namespace sealport {

namespace {

/// Whoever types it is not read over the shoulder.
class NoEcho {
public:
    NoEcho()
        : m_isTerminal(::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_isTerminal)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~NoEcho()
    {
        if (m_isTerminal)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    NoEcho(const NoEcho &) = delete;
    NoEcho &operator=(const NoEcho &) = delete;

private:
    termios m_before{};
    bool m_isTerminal;
};

constexpr std::size_t longest = 4096;

Error tooLong(const QString &file, const QString &option)
{
    return {.code = ErrorCode::InvalidOption,
            .subject = option,
            .values = {file, QCoreApplication::translate("CommandLine", "a file of at most %1 octets").arg(longest)},
            .causes = {}};
}

} // namespace

Result<SecretBytes> readPassphrase(const QString &file, const QString &option)
{
    if (file != u"-") {
        auto content = readFile(file, longest);
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
    std::setvbuf(stdin, nullptr, _IONBF, 0); // no copy is left in the library's buffer
    const NoEcho noEcho;
    SecretBytes line(longest);
    std::size_t size = 0;
    for (int c = std::fgetc(stdin); c != EOF && c != '\n' && c != '\r'; c = std::fgetc(stdin)) {
        if (size == longest)
            return std::unexpected(tooLong(file, option));
        line.bytes()[size++] = static_cast<std::byte>(c);
    }
    return SecretBytes(std::as_const(line).bytes().first(size));
}

} // namespace sealport
