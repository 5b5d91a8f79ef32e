#include "model/sockets/dialogue.h"

#include "model/sockets/dialogue_reader.h"

#include <algorithm>
#include <array>

namespace sealport {

namespace {

using Kind = ScriptFault::Kind;
using Outcome = std::expected<void, ScriptFault>;

/// A step or rule that was read goes into the dialogue, one that was not is the fault.
template <class T, class Add>
Outcome take(const std::expected<T, ScriptFault> &read, Add add)
{
    if (!read)
        return std::unexpected(read.error());
    add(*read);
    return {};
}

Outcome readWait(DialogueReader &reader, Dialogue &dialogue)
{
    if (const QString next = reader.nextWord(); !next.isEmpty() && (next[0].isDigit() || next[0] == u'-'))
        return take(reader.bytes(reader.word()),
                    [&](std::int64_t count) { dialogue.steps.emplace_back(WaitForBytes{count}); });
    return take(reader.pattern(),
                [&](const DialoguePattern &pattern) { dialogue.steps.emplace_back(WaitForPattern{pattern}); });
}

Outcome readRule(DialogueReader &reader, Dialogue &dialogue)
{
    if (const QString next = reader.nextWord(); !next.isEmpty() && next[0].isDigit()) {
        static_cast<void>(reader.word());
        return std::unexpected(reader.fault(Kind::BytesInRule));
    }
    const auto pattern = reader.pattern();
    if (!pattern)
        return std::unexpected(pattern.error());
    if (dialogue.rules.size() == Dialogue::mostRules)
        return std::unexpected(reader.fault(Kind::TooManyRules, QString::number(Dialogue::mostRules)));
    const QString action = reader.word();
    const auto add = [&](const auto &what) { dialogue.rules.push_back({.pattern = *pattern, .action = what}); };
    if (action == u"send")
        return take(reader.octets(Kind::NothingToSend), [&](const QByteArray &octets) { add(SendOctets{octets}); });
    if (action == u"close")
        add(CloseConnection{});
    else if (action == u"reset")
        add(ResetConnection{});
    else
        return std::unexpected(reader.fault(Kind::MissingAction));
    return {};
}

/// The word of a step behind which no other is reached; empty for any other.
QString lastWord(const DialogueStep &step)
{
    if (std::holds_alternative<CloseConnection>(step))
        return QStringLiteral("close");
    if (std::holds_alternative<ResetConnection>(step))
        return QStringLiteral("reset");
    return std::holds_alternative<StartAgain>(step) ? QStringLiteral("repeat") : QString();
}

/// A round of such steps would be over at once, or do nothing that anybody sees.
bool isIdle(const DialogueStep &step)
{
    const auto *send = std::get_if<SendOctets>(&step);
    return std::holds_alternative<PauseFor>(step) || (send != nullptr && send->octets.isEmpty());
}

Outcome readStep(DialogueReader &reader, Dialogue &dialogue)
{
    static constexpr std::array<QStringView, 6> words{u"wait", u"send", u"delay", u"close", u"reset", u"repeat"};
    const QString step = reader.word();
    if (const QString last = dialogue.steps.empty() ? QString() : lastWord(dialogue.steps.back());
        !last.isEmpty() && std::ranges::find(words, step) != words.end())
        return std::unexpected(reader.fault(Kind::Unreachable, last));
    if (step == u"wait")
        return readWait(reader, dialogue);
    if (step == u"on")
        return readRule(reader, dialogue);
    if (step == u"send")
        return take(reader.octets(Kind::NothingToSend),
                    [&](const QByteArray &octets) { dialogue.steps.emplace_back(SendOctets{octets}); });
    if (step == u"delay")
        return take(reader.time(),
                    [&](std::chrono::milliseconds time) { dialogue.steps.emplace_back(PauseFor{time}); });
    if (step == u"close")
        dialogue.steps.emplace_back(CloseConnection{});
    else if (step == u"reset")
        dialogue.steps.emplace_back(ResetConnection{});
    else if (step == u"repeat" && std::ranges::all_of(dialogue.steps, isIdle))
        return std::unexpected(reader.fault(Kind::NothingToRepeat));
    else if (step == u"repeat")
        dialogue.steps.emplace_back(StartAgain{});
    else
        return std::unexpected(reader.fault(Kind::UnknownStep, step));
    return {};
}

} // namespace

std::expected<Dialogue, ScriptFault> parseDialogue(const QString &script)
{
    Dialogue dialogue;
    const QList<QStringView> lines = QStringView(script).split(u'\n');
    if (lines.size() > Dialogue::mostLines)
        return std::unexpected(ScriptFault{.kind = Kind::TooManyLines,
                                           .line = static_cast<int>(Dialogue::mostLines) + 1,
                                           .detail = QString::number(Dialogue::mostLines)});
    for (int number = 1; const QStringView line : lines) {
        DialogueReader reader(line, number++);
        if (reader.isAtEnd())
            continue;
        if (const Outcome read = readStep(reader, dialogue); !read)
            return std::unexpected(read.error());
        if (const Outcome end = reader.end(); !end)
            return std::unexpected(end.error());
    }
    if (dialogue.steps.empty() && dialogue.rules.empty())
        return std::unexpected(ScriptFault{.kind = Kind::Empty});
    return dialogue;
}

Error errorOf(const ScriptFault &fault, const QString &script)
{
    return {.code = ErrorCode::InvalidProfile,
            .subject = script,
            .values = {QStringLiteral("dialogue"), QString::number(fault.line), QString::number(fault.column),
                       QString::number(static_cast<int>(fault.kind)), fault.detail},
            .causes = {}};
}

std::optional<ScriptFault> scriptFaultIn(const QStringList &values)
{
    if (values.size() != 5 || values[0] != u"dialogue")
        return std::nullopt;
    const int kind = values[3].toInt();
    if (kind < 0 || kind > static_cast<int>(Kind::Empty))
        return std::nullopt;
    return ScriptFault{
        .kind = static_cast<Kind>(kind), .line = values[1].toInt(), .column = values[2].toInt(), .detail = values[4]};
}

} // namespace sealport
