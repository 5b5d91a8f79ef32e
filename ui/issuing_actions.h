#pragma once

#include "model/certificates/certificate_request.h"
#include "model/certificates/revoked_certificates.h"
#include "model/sockets/store_editor.h"
#include "model/sockets/workspace.h"

#include <QObject>

class QWidget;

namespace sealport {

class MessageBar;

/// Renews and revokes certificates and signs requests, each in a dialog of its own; says in the message bar what was
/// done. GUI thread; the work is done in job threads.
class IssuingActions final : public QObject {
    Q_OBJECT
public:
    /// All must outlive this object; `window` is the parent of what it opens.
    IssuingActions(Workspace &workspace, StoreEditor &editor, MessageBar &message, QWidget &window);

    void renew(const StoredCertificate &old); ///< of the store, with its key
    /// Issued by an authority of the store. `state`: what the lists say of it now.
    void revoke(const StoredCertificate &stored, RevocationState state = RevocationState::NotRevoked);
    void sign(const CertificateRequest &request);
    /// Asks for the file of a request.
    void signFile();
    void signFile(const QString &file);

    /// Says that it was made, and tells who shows it.
    void announce(const StoredCertificate &made);
    void announce(const StoredRequest &made);

Q_SIGNALS:
    /// Is in the store now.
    void arrived(const sealport::Certificate &certificate);
    /// A request or revocation list is in the store now, in this file.
    void stored(const QString &file);
    /// A revocation list was written in the place of another one.
    void replaced(const sealport::Revocation &revocation);

private:
    void renewed(const Certificate &old, const Certificate &fresh);
    void reassign(const Certificate &old, const Certificate &fresh);
    void takeBack(const QStringList &applications, const Certificate &old, const Certificate &fresh);
    void signedRequest(const RequestAnswer &answer);
    void revoked(const Certificate &certificate, const Revocation &revocation);

    Workspace &m_workspace;
    StoreEditor &m_editor;
    MessageBar &m_message;
    QWidget &m_window;
};

} // namespace sealport
