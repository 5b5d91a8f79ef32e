#pragma once

#include "model/base/throttle.h"
#include "model/sockets/server_profile.h"

#include <QWidget>

class QLabel;

namespace sealport {

class Workspace;
struct PreparedServer;
struct ServerEntry;

/// One line under the form: whether Start would succeed, and what is noteworthy about it; while the server runs, where
/// it listens. Checks run in the workspace's job thread, at most a few times a second. GUI thread.
class PreflightLine final : public QWidget {
    Q_OBJECT
public:
    explicit PreflightLine(Workspace &workspace, QWidget *parent = nullptr);

    void check(const ServerProfile &profile);
    void showListening(const ServerEntry &server);
    void showError(const Error &error); ///< of a field, found without a check
    void clear();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// What a check found that the host name leads to, in words; empty for an address.
    void resolved(const QString &addresses);

private:
    void showResult(const Result<PreparedServer> &result);
    void show(const QString &icon, const QString &text);

    Workspace &m_workspace;
    Throttle m_throttle;
    ServerProfile m_profile;
    bool m_wanted = false; ///< false: the answer of a check is no longer of interest
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace sealport
