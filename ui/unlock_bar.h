#pragma once

#include "model/sockets/workspace.h"
#include "ui/keyring.h"

#include <QFrame>
#include <QTimer>

#include <memory>
#include <optional>

class QCheckBox;
class QLabel;

namespace sealport {

class SecretField;

/// Asks for the pass phrase of a server's key when a start has failed for want of it, and has the server started with
/// it. What the keyring remembers is tried without asking, and forgotten there when it is wrong; what is typed goes
/// into the keyring only when the user ticks that, and only once it has opened the key. GUI thread.
class UnlockBar final : public QFrame {
    Q_OBJECT
public:
    explicit UnlockBar(Workspace &workspace, QWidget *parent = nullptr);

    /// Must outlive this object; before that there is none.
    void setKeyring(Keyring *keyring) { m_keyring = keyring; }
    /// The selected server, null for none. True: its last start lacked the pass phrase, which is asked for here.
    bool showFor(const ServerEntry *server);

Q_SIGNALS:
    void startRequested(); ///< the selected server has its pass phrase now
    void said(const QString &sentence);

private:
    /// A start with a pass phrase of ours.
    struct Attempt {
        ServerId server;
        QString name; ///< in the keyring; empty: cannot be remembered
        std::shared_ptr<const SecretBytes> passphrase;
        bool isRemembered = false;     ///< it came from the keyring
        bool mustBeRemembered = false; ///< the user wants that
    };
    void ask(const ServerEntry &server);
    void answer(ServerId server, const Result<std::shared_ptr<const SecretBytes>> &found);
    void submit();
    void start(Attempt attempt);
    void followAttempt(ServerId id);
    void stopAsking();
    void appear();

    Workspace &m_workspace;
    Keyring *m_keyring = nullptr;
    QLabel *m_reason;
    SecretField *m_passphrase;
    QCheckBox *m_remember;
    QTimer m_patience; ///< with the keyring; the bar does not wait for it any longer
    std::optional<ServerId> m_asking;
    QString m_name; ///< of the key that is asked for, in the keyring
    std::optional<Attempt> m_attempt;
};

} // namespace sealport
