#pragma once

#include "model/base/throttle.h"
#include "model/sockets/preflight.h"

#include <QWidget>

class QLabel;

namespace sealport {

class Workspace;
struct ServerEntry;

/// One line under the form: whether Start would succeed; while the server runs, where it listens. Checks run in the
/// workspace's job thread, at most a few times a second. GUI thread.
class PreflightLine final : public QWidget {
    Q_OBJECT
public:
    explicit PreflightLine(Workspace &workspace, QWidget *parent = nullptr);

    /// `own`: where the server listens already, if it does.
    void check(const ServerProfile &profile, const std::optional<Endpoint> &own);
    void showListening(const ServerEntry &server);
    void showError(const Error &error); ///< of a field, found without a check
    void clear();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// All that a check found; nothing while there is nothing to check.
    void checked(const std::vector<sealport::Check> &checks);
    /// What a check found that the host name leads to, in words; empty for an address.
    void resolved(const QString &addresses);

private:
    void showResult(const Preflight &result);
    void stopChecking();
    void show(const QString &icon, const QString &text);

    Workspace &m_workspace;
    Throttle m_throttle;
    ServerProfile m_profile;
    std::optional<Endpoint> m_own;
    bool m_wanted = false; ///< false: the answer of a check is no longer of interest
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace sealport
