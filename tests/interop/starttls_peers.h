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
    /// True for one that goes on after the handshake until it has a page; the others only make the handshake, because
    /// nobody speaks their protocol inside TLS here.
    bool getsThePage = false;
    PeerCommand (*command)(const QString &protocol, const PeerSetting &setting) = nullptr;
};

/// openssl s_client, gnutls-cli, curl, Python's libraries, psql.
[[nodiscard]] const std::vector<StartTlsPeer> &startTlsPeers();

} // namespace sealport::test
