#pragma once

#include "model/certificates/certificate.h"
#include "model/sockets/store_editor.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace sealport {

class FieldNote;
class MessageBar;
class TimeChoice;

/// Why a certificate is revoked, and when its authority writes the next list. Not modal. GUI thread; the work is done
/// in a job thread.
class RevocationDialog final : public QDialog {
    Q_OBJECT
public:
    /// `editor` must outlive the dialog.
    RevocationDialog(const Certificate &certificate, StoreEditor &editor, QWidget *parent);

Q_SIGNALS:
    void revoked(const sealport::Revocation &revocation);

private:
    void check();
    void showSigner(const Result<Certificate> &signer);
    void revoke();

    const Certificate m_certificate;
    StoreEditor &m_editor;
    QLabel *m_signer;
    QComboBox *m_reason;
    TimeChoice *m_nextUpdate;
    FieldNote *m_dateNote;
    MessageBar *m_message;
    QPushButton *m_revoke;
    bool m_hasSigner = false;
};

} // namespace sealport
