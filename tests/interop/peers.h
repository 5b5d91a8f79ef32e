#pragma once

#include "tests/support/child_process.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace sealport::test {

/// What a client may be told to speak: one version, or whatever it can from TLS 1.0 to 1.3.
enum class ClientVersion { Tls1_0, Tls1_1, Tls1_2, Tls1_3, Any };

/// One handshake of one client. `serverName` is how the server's events tell it from the others.
struct PeerTask {
    ClientVersion version{};
    QString serverName{};
};

/// What all clients need to know.
struct PeerSetting {
    quint16 port = 0;
    QString authority{}; ///< PEM file
    QString folder{};    ///< where prepare() left its files
};

/// How to start one process for one task or several.
struct PeerCommand {
    QString program{};
    QStringList arguments{};
    Variables variables{};
    QByteArray input{}; ///< said to it; its standard input stays open
};

/// A TLS client made by somebody else. It asks for a page and prints what it gets.
class Peer {
public:
    virtual ~Peer() = default;
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QString debianPackage() const = 0;
    /// The programs that it cannot do without.
    [[nodiscard]] virtual QStringList programs() const = 0;
    /// Files that it needs, once for all tasks.
    [[nodiscard]] virtual bool prepare(const QString &folder, const QString &authority) const;
    /// True for one whose start is slow: a single process does all its tasks, one after the other, and prints a line
    /// "== SERVERNAME" before each.
    [[nodiscard]] virtual bool takesManyTasks() const { return false; }
    /// `tasks`: exactly one unless takesManyTasks().
    [[nodiscard]] virtual PeerCommand command(const PeerSetting &setting, const std::vector<PeerTask> &tasks) const = 0;
};

/// openssl s_client, gnutls-cli, NSS tstclnt, curl, Java, Node.js.
[[nodiscard]] const std::vector<const Peer *> &allPeers();

/// True when every program of it is installed.
[[nodiscard]] bool isInstalled(const Peer &peer);

} // namespace sealport::test
