#pragma once

#include "model/certificates/certificate_store.h"
#include "model/sockets/store_editor.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace sealport {

class FieldNote;
class MessageBar;
class ValidityFields;

/// For how long a certificate of the store shall live on: a new one that says the same, for the same key, signed by
/// whom the old one was. Not modal. GUI thread; the work is done in a job thread.
class RenewalDialog final : public QDialog {
    Q_OBJECT
public:
    /// `editor` must outlive the dialog.
    RenewalDialog(const StoredCertificate &old, StoreEditor &editor, QWidget *parent);

Q_SIGNALS:
    void renewed(const sealport::StoredCertificate &certificate);

private:
    void check();
    void showSigner(const Result<Certificate> &signer);
    void renew();

    const StoredCertificate m_old;
    StoreEditor &m_editor;
    QLabel *m_signer;
    ValidityFields *m_validity;
    FieldNote *m_validityNote;
    MessageBar *m_message;
    QPushButton *m_renew;
    bool m_hasSigner = false;
};

} // namespace sealport
