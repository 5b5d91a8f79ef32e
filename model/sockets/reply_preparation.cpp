#include "model/sockets/reply_preparation.h"

#include "model/base/file_safety.h"
#include "model/sockets/served_files.h"

namespace sealport {

namespace {

constexpr std::size_t largestScript = 65536; ///< as much as a profile holds itself

/// What the system says of the file, or a fault of the script where it is there but not as it should be.
Error scriptError(const Error &error)
{
    ScriptFault fault;
    if (error.code == ErrorCode::EmptyFile)
        fault.kind = ScriptFault::Kind::Empty;
    else if (error.code == ErrorCode::FileTooLarge)
        fault = {.kind = ScriptFault::Kind::TooLarge, .detail = QString::number(largestScript)};
    else
        return error;
    return errorOf(fault, error.subject);
}

Result<QString> scriptOf(const ReplySpec &reply)
{
    if (reply.path.isEmpty())
        return reply.text;
    const Result<SecretBytes> content = readFile(reply.path, largestScript);
    if (!content)
        return std::unexpected(scriptError(content.error()));
    const auto bytes = content->bytes();
    return QString::fromUtf8(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

} // namespace

Result<std::shared_ptr<const Dialogue>> prepareReply(const ReplySpec &reply)
{
    if (reply.mode == ReplyMode::File) {
        if (const Result<void> there = ServedFiles(reply.path).check(); !there)
            return std::unexpected(there.error());
    }
    if (reply.mode != ReplyMode::Dialogue)
        return nullptr;
    const Result<QString> script = scriptOf(reply);
    if (!script)
        return std::unexpected(script.error());
    auto dialogue = parseDialogue(*script);
    if (!dialogue)
        return std::unexpected(errorOf(dialogue.error(), reply.path));
    return std::make_shared<const Dialogue>(std::move(*dialogue));
}

} // namespace sealport
