#pragma once

#include "model/tls/starttls.h"

#include <memory>

namespace sealport {

// One for each protocol; makeStartTlsDialogue() chooses.
[[nodiscard]] std::unique_ptr<StartTlsDialogue> makeSmtpDialogue();
[[nodiscard]] std::unique_ptr<StartTlsDialogue> makeImapDialogue();
[[nodiscard]] std::unique_ptr<StartTlsDialogue> makePop3Dialogue();
[[nodiscard]] std::unique_ptr<StartTlsDialogue> makeFtpDialogue();
[[nodiscard]] std::unique_ptr<StartTlsDialogue> makeLdapDialogue();
[[nodiscard]] std::unique_ptr<StartTlsDialogue> makePostgreSqlDialogue();

} // namespace sealport
