#include "model/sockets/dialogue_run.h"

#include <algorithm>
#include <utility>

namespace sealport {

void DialogueRun::receive(std::span<const std::byte> data)
{
    if (m_isOver)
        return;
    m_unread.append(reinterpret_cast<const char *>(data.data()), static_cast<qsizetype>(data.size()));
    if (m_unread.size() <= mostUnread)
        return;
    m_unread.remove(0, m_unread.size() - mostUnread);
    m_search = {}; // what was found has moved
}

DialogueRun::Action DialogueRun::finish(const Action &last)
{
    m_isOver = true;
    return last;
}

DialogueRun::Action DialogueRun::next()
{
    if (m_isOver) {
        m_unread.clear();
        return Await{};
    }
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
        if (!m_hasMoved)
            return search(nullptr); // a round in which nothing happened: the next one would be the same
        m_hasMoved = false;
        m_step = 0;
        return GoOn{};
    }
    ++m_step;
    if (const auto *pause = std::get_if<PauseFor>(&step))
        return *pause; // time alone moves nothing: rounds of pauses would go on for ever
    const auto &send = std::get<SendOctets>(step);
    m_hasMoved |= !send.octets.isEmpty();
    return send;
}

DialogueRun::Action DialogueRun::countBytes(std::int64_t wanted)
{
    const qsizetype used = static_cast<qsizetype>(std::min<std::int64_t>(wanted - m_counted, m_unread.size()));
    m_counted += used;
    use(used);
    if (m_counted < wanted)
        return Await{};
    m_counted = 0;
    ++m_step;
    return GoOn{};
}

/// Looks for one pattern more. Null: only the rules are left. The first in the window counts, and of two at the same
/// place the one that is waited for. A rule that is found where nothing is used up would be found there for ever: it
/// does not count.
DialogueRun::Action DialogueRun::search(const DialoguePattern *wanted)
{
    if (m_unread.isEmpty())
        return Await{};
    if (m_search.size == 0)
        m_search = {.size = std::min(m_unread.size(), window), .next = wanted != nullptr ? 0U : 1U};
    const std::vector<DialogueRule> &rules = m_dialogue->rules;
    if (const std::size_t next = m_search.next++; next <= rules.size()) {
        const DialogueRule *rule = next == 0 ? nullptr : &rules[next - 1];
        const Found found = look(rule != nullptr ? rule->pattern : *wanted);
        if (!found)
            return finish(found.error());
        std::optional<Match> match = *found;
        if (match && (rule == nullptr || match->length > 0)
            && (!m_search.first || match->start < m_search.first->start)) {
            match->rule = rule;
            m_search.first = match;
        }
    }
    return m_search.next <= rules.size() ? Action(GoOn{}) : conclude();
}

DialogueRun::Action DialogueRun::conclude()
{
    const Search done = std::exchange(m_search, {});
    if (const std::optional<Match> &match = done.first) {
        use(match->start + match->length);
        if (match->rule != nullptr)
            return follow(*match->rule);
        ++m_step;
        return GoOn{};
    }
    if (m_unread.size() <= done.size)
        return Await{};
    if (done.size == window)
        use(window / 2); // what begins in this part has not been found
    return GoOn{};
}

DialogueRun::Found DialogueRun::look(const DialoguePattern &pattern) const
{
    const QByteArrayView looked = QByteArrayView(m_unread).first(m_search.size);
    if (const auto *octets = std::get_if<QByteArray>(&pattern.wanted)) {
        const qsizetype start = looked.indexOf(*octets);
        return start >= 0 ? std::optional(Match{.start = start, .length = octets->size()}) : std::nullopt;
    }
    const QString characters = QString::fromLatin1(looked);
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
