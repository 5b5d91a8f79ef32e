#include "model/sockets/dialogue_run.h"

#include <algorithm>
#include <utility>

namespace sealport {

void DialogueRun::receive(std::span<const std::byte> data)
{
    if (m_isOver)
        return;
    m_unread.append(reinterpret_cast<const char *>(data.data()), static_cast<qsizetype>(data.size()));
    if (m_unread.size() > mostUnread)
        m_unread.remove(0, m_unread.size() - mostUnread);
}

DialogueRun::Action DialogueRun::next()
{
    while (!m_isOver) {
        if (const std::optional<Action> action = takeStep())
            return *action;
    }
    m_unread.clear();
    return Await{};
}

DialogueRun::Action DialogueRun::finish(const Action &last)
{
    m_isOver = true;
    return last;
}

/// Nothing when the next step can be taken at once.
std::optional<DialogueRun::Action> DialogueRun::takeStep()
{
    if (m_step == m_dialogue->steps.size())
        return search(nullptr);
    const DialogueStep &step = m_dialogue->steps[m_step];
    if (const auto *wait = std::get_if<WaitForPattern>(&step))
        return search(&wait->pattern);
    if (const auto *bytes = std::get_if<WaitForBytes>(&step))
        return countBytes(bytes->count);
    if (std::holds_alternative<CloseConnection>(step))
        return finish(CloseConnection{});
    if (std::holds_alternative<ResetConnection>(step))
        return finish(ResetConnection{});
    if (std::holds_alternative<StartAgain>(step)) {
        if (!std::exchange(m_hasMoved, false))
            return search(nullptr); // a round in which nothing happened: the next one would be the same
        m_step = 0;
        return std::nullopt;
    }
    m_hasMoved = true;
    ++m_step;
    if (const auto *send = std::get_if<SendOctets>(&step))
        return *send;
    return std::get<PauseFor>(step);
}

std::optional<DialogueRun::Action> DialogueRun::countBytes(std::int64_t wanted)
{
    const qsizetype used = static_cast<qsizetype>(std::min<std::int64_t>(wanted - m_counted, m_unread.size()));
    m_counted += used;
    use(used);
    if (m_counted < wanted)
        return Await{};
    m_counted = 0;
    ++m_step;
    return std::nullopt;
}

/// Null: only the rules are left.
std::optional<DialogueRun::Action> DialogueRun::search(const DialoguePattern *wanted)
{
    for (;;) {
        const Found found = lookForFirst(wanted);
        if (!found)
            return finish(found.error());
        if (const std::optional<Match> &match = *found) {
            use(match->start + match->length);
            if (match->rule != nullptr)
                return follow(*match->rule);
            ++m_step;
            return std::nullopt;
        }
        if (m_unread.size() <= window)
            return Await{};
        use(window / 2); // what begins in this part has not been found
    }
}

/// The first in the window, and of two at the same place the one that is waited for. A rule that is found where nothing
/// is used up would be found there for ever: it does not count.
DialogueRun::Found DialogueRun::lookForFirst(const DialoguePattern *wanted) const
{
    const QString characters = QString::fromLatin1(m_unread.left(window));
    std::optional<Match> first;
    if (wanted != nullptr) {
        const Found found = look(*wanted, characters);
        if (!found)
            return found;
        first = *found;
    }
    for (const DialogueRule &rule : m_dialogue->rules) {
        const Found found = look(rule.pattern, characters);
        if (!found)
            return found;
        const std::optional<Match> &match = *found;
        if (match && match->length > 0 && (!first || match->start < first->start))
            first = Match{.start = match->start, .length = match->length, .rule = &rule};
    }
    return first;
}

DialogueRun::Found DialogueRun::look(const DialoguePattern &pattern, const QString &characters) const
{
    if (const auto *octets = std::get_if<QByteArray>(&pattern.wanted)) {
        const qsizetype start = QByteArrayView(m_unread).first(characters.size()).indexOf(*octets);
        return start >= 0 ? std::optional(Match{.start = start, .length = octets->size()}) : std::nullopt;
    }
    const QRegularExpressionMatch found = std::get<QRegularExpression>(pattern.wanted).match(characters);
    if (!found.isValid())
        return std::unexpected(TooCostly{pattern.line});
    if (!found.hasMatch())
        return std::nullopt;
    return Match{.start = found.capturedStart(), .length = found.capturedLength()};
}

DialogueRun::Action DialogueRun::follow(const DialogueRule &rule)
{
    if (const auto *send = std::get_if<SendOctets>(&rule.action))
        return *send;
    if (std::holds_alternative<CloseConnection>(rule.action))
        return finish(CloseConnection{});
    return finish(ResetConnection{});
}

void DialogueRun::use(qsizetype size)
{
    m_unread.remove(0, size);
    m_hasMoved |= size > 0;
}

} // namespace sealport
