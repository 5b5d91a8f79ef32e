#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace sealport {

/// One of the actions of a command, `sealport certs list` for example: its word, and its part of the help, marked for
/// translation in the context CommandLine.
template <class Action>
struct ActionRow {
    Action action;
    const char *word;
    const char *help;
};

template <class Action, std::size_t size>
[[nodiscard]] std::optional<Action> actionNamed(const std::array<ActionRow<Action>, size> &rows, const QString &word)
{
    const auto found =
        std::ranges::find_if(rows, [&word](const auto &row) { return word == QLatin1StringView(row.word); });
    return found == rows.end() ? std::nullopt : std::optional(found->action);
}

/// "list, show, …"
template <class Action, std::size_t size>
[[nodiscard]] QString actionWords(const std::array<ActionRow<Action>, size> &rows)
{
    QStringList words;
    for (const auto &row : rows)
        words.append(QString::fromLatin1(row.word));
    return words.join(QStringLiteral(", "));
}

/// The help of one action, or of all, and what is true of all behind it.
template <class Action, std::size_t size>
[[nodiscard]] QString helpOf(const std::array<ActionRow<Action>, size> &rows, const std::optional<Action> &action,
                             const char *forAll)
{
    QString text;
    for (const auto &row : rows)
        if (!action || *action == row.action)
            text += QCoreApplication::translate("CommandLine", row.help);
    return text + u'\n' + QCoreApplication::translate("CommandLine", forAll);
}

} // namespace sealport
