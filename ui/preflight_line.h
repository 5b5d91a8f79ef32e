#pragma once

#include "model/base/throttle.h"
#include "model/sockets/preflight.h"
#include "model/sockets/workspace.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace sealport {

/// One line under the form, of one height whatever it says: whether Start would succeed; while the server runs, where
/// it listens, or that changes wait and the button that applies them. What is found is handed on one by one, so that
/// nothing is said twice. Checks run in the workspace's job thread, at most a few times a second. GUI thread.
class PreflightLine final : public QWidget {
    Q_OBJECT
public:
    explicit PreflightLine(Workspace &workspace, QWidget *parent = nullptr);

    void showServer(const ServerEntry &server);
    void showError(const Error &error); ///< of a field, found without a check
    void clear();
    /// Gets the focus when the button goes while it has it.
    void setFocusHome(QWidget *home) { m_home = home; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// All that was found, and why the newest Start or change failed where nothing of it says so.
    void checked(const std::vector<sealport::Check> &checks);
    /// What a check found that the host name leads to, in words; empty for an address.
    void resolved(const QString &addresses);
    void applyRequested();
    void restartRequested();

private:
    enum class Offer { Nothing, Apply, Restart, TryAgain };
    void showListening(const ServerEntry &server);
    void tell();
    void showOffer(bool isBlocked);
    void hideOffer();
    void show(const QString &icon, const QString &text);
    [[nodiscard]] std::optional<Error> failureOf(const ServerEntry &server);

    Workspace &m_workspace;
    Throttle m_throttle;
    ServerProfile m_profile;
    std::optional<Endpoint> m_own;
    bool m_wanted = false;  ///< false: the answer of a check is no longer of interest
    bool m_listens = false; ///< with all that it was given
    Preflight m_found;
    std::optional<Error> m_failure;
    std::optional<Error> m_changeError; ///< as it was found first, with the profile that it is about
    ServerProfile m_failedProfile;
    Offer m_offer = Offer::Nothing;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QWidget *m_home = nullptr;
};

} // namespace sealport
