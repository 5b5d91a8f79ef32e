#pragma once

#include "tests/interop/peers.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sealport::test {

/// A program of somebody else that asks for TLS in the middle of a plain protocol.
struct StartTlsPeer {
    QString name{};
    QString debianPackage{};
    QString program{};
    QStringList protocols{}; ///< as `serve --starttls` names them
    /// True for one that knows only the way to TLS, and gets a page inside; the others go on in the protocol.
    bool getsThePage = false;
    PeerCommand (*command)(const QString &protocol, const PeerSetting &setting) = nullptr;
    QStringList says{}; ///< by the others where they have been answered, for each of `protocols`
};

/// openssl s_client, gnutls-cli, curl, Python's libraries, psql.
[[nodiscard]] const std::vector<StartTlsPeer> &startTlsPeers();

} // namespace sealport::test
