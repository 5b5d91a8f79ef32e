#pragma once

#include "model/base/strong_id.h"
#include "model/sockets/server_profile.h"

#include <QObject>

#include <functional>
#include <vector>

namespace sealport {

class MessageBar;
class Workspace;

/// What was done to the servers, newest last, and the way back of each step. What a removal was is said at once, with
/// its way back; an edit has it without being talked about. GUI thread.
class ServerHistory final : public QObject {
    Q_OBJECT
public:
    ServerHistory(Workspace &workspace, MessageBar &bar, QObject *parent);

    /// The server had that profile before. All that is done in one field in a row is one step; null: no field.
    void noteEdit(ServerId server, const ServerProfile &before, const QObject *field = nullptr);
    /// Removes it, and says so.
    void remove(ServerId server);
    [[nodiscard]] bool isEmpty() const { return m_steps.empty(); }
    void undo();

Q_SIGNALS:
    void restored(sealport::ServerId server); ///< by undo()

private:
    struct Step {
        QString text; ///< what was done
        ServerId server;
        const QObject *field = nullptr; ///< of an edit: never looked into
        std::function<ServerId(ServerId)> undo;
    };
    void push(Step step);
    void follow(ServerId former, ServerId now);

    Workspace &m_workspace;
    MessageBar &m_bar;
    std::vector<Step> m_steps;
};

} // namespace sealport
