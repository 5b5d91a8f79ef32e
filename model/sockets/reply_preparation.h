#pragma once

#include "model/base/error.h"
#include "model/sockets/dialogue.h"
#include "model/sockets/reply_spec.h"

#include <memory>

namespace sealport {

/// Everything about a reply that can fail before the first client comes: the file or folder is there and may be read,
/// the dialogue can be read and understood. Blocks: job thread only. The dialogue is null where the reply is none.
/// Errors: FileNotFound, FileNotReadable, InvalidProfile (see errorOf() in dialogue.h).
[[nodiscard]] Result<std::shared_ptr<const Dialogue>> prepareReply(const ReplySpec &reply);

} // namespace sealport
