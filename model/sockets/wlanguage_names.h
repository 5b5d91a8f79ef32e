#pragma once

#include "model/sockets/server_profile.h"
#include "model/sockets/wlanguage_call.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <variant>

namespace sealport::wlanguage {

// The vocabulary of SocketCréeSSL in both languages of WLanguage (doc.windev.com 1000017041), and how a profile says
// which certificate it means.

/// A constant of <Options SSL>.
using SslOption = std::variant<Protocol, IdentifyBy>;
/// In either language, in any case, with accents or without.
[[nodiscard]] std::optional<SslOption> sslOptionNamed(QStringView name);
/// Empty for IdentifyBy::Application, which WLanguage does not know.
[[nodiscard]] QString nameOf(SslOption option, WLanguageDialect dialect);

[[nodiscard]] bool isSocketCreeSsl(QStringView name);
[[nodiscard]] QString socketCreeSsl(WLanguageDialect dialect);
/// Another function of sockets that somebody may have taken for it.
[[nodiscard]] bool isOtherSocketFunction(QStringView name);

/// Socket.Option = SocketAdresseUnique
[[nodiscard]] bool isSocketOption(QStringView name);
[[nodiscard]] bool isUniqueAddress(QStringView name);
[[nodiscard]] QString uniqueAddress(WLanguageDialect dialect);

/// Caract, Charact
[[nodiscard]] QString characterFunction(WLanguageDialect dialect);

/// <Identifiant du certificat> with its kind.
struct Identifier {
    IdentifyBy by = IdentifyBy::Name;
    QString text{};
};
[[nodiscard]] Identifier identifierOf(const ServerProfile &profile);
void setIdentifier(ServerProfile &profile, const Identifier &identifier);

} // namespace sealport::wlanguage
