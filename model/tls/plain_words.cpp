#include "model/tls/plain_words.h"

#include <algorithm>
#include <string_view>

namespace sealport {

PlainCommand plainCommandIn(const QByteArray &line)
{
    const qsizetype blank = line.indexOf(' ');
    if (blank < 0)
        return {.name = line.toUpper(), .argument = {}};
    return {.name = line.left(blank).toUpper(), .argument = line.mid(blank + 1).trimmed()};
}

bool isImapTag(const QByteArray &word)
{
    return !word.isEmpty() && word.size() <= 64 && std::ranges::all_of(word, [](char c) {
        return c > ' ' && c < 0x7f && std::string_view("(){%*\"\\+").find(c) == std::string_view::npos;
    });
}

} // namespace sealport
