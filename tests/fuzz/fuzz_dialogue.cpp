// A script comes from a file of anybody's, and what it is to be matched against from any client. The first line of the
// input ends the script; what stands behind is sent to it, in pieces.

#include "model/sockets/dialogue_run.h"
#include "tests/fuzz/fuzz_require.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace sealport;
using namespace sealport::fuzz;

namespace {

constexpr char separator[] = "\n---\n";
constexpr int mostActions = 200;

void checkFault(const ScriptFault &fault, const QString &script)
{
    const auto lines = script.split(u'\n');
    require(fault.line >= 1 && fault.column >= 1);
    if (fault.kind == ScriptFault::Kind::TooManyLines)
        return;
    require(fault.line <= lines.size());
    require(fault.column <= lines[fault.line - 1].size() + 1);
    require(scriptFaultIn(errorOf(fault, {}).values) == fault);
}

/// Sends, pauses and waits as a responder would; whatever happens, each call comes back.
void follow(const std::shared_ptr<const Dialogue> &dialogue, const QByteArray &received, qsizetype step)
{
    DialogueRun run(dialogue);
    bool isOver = false;
    for (qsizetype at = 0; at <= received.size(); at += step) {
        const QByteArray piece = received.mid(at, step);
        run.receive(std::as_bytes(std::span(piece.constData(), static_cast<std::size_t>(piece.size()))));
        for (int i = 0; i < mostActions; ++i) {
            const DialogueRun::Action action = run.next();
            if (std::holds_alternative<DialogueRun::Await>(action))
                break;
            require(!isOver); // nothing is done behind the end
            if (std::holds_alternative<DialogueRun::GoOn>(action))
                continue;
            isOver = !std::holds_alternative<SendOctets>(action) && !std::holds_alternative<PauseFor>(action);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype end = input.indexOf(separator);
    const QString script = QString::fromUtf8(end < 0 ? input : input.left(end));
    const QByteArray received = end < 0 ? QByteArray() : input.mid(end + qsizetype{sizeof separator} - 1);
    auto dialogue = parseDialogue(script);
    if (!dialogue) {
        checkFault(dialogue.error(), script);
        return 0;
    }
    require(!dialogue->steps.empty() || !dialogue->rules.empty());
    require(dialogue->rules.size() <= Dialogue::mostRules);
    const auto shared = std::make_shared<const Dialogue>(std::move(*dialogue));
    follow(shared, received, std::max<qsizetype>(received.size(), 1));
    follow(shared, received, std::max<qsizetype>(received.size() / 7, 1));
    return 0;
}
