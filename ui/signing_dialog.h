#pragma once

#include "model/certificates/certificate_request.h"
#include "model/certificates/certificate_store.h"
#include "model/sockets/store_editor.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QPushButton;

namespace sealport {

class AuthorityChoice;
class FieldNote;
class MessageBar;
class PurposeBoxes;
class ValidityFields;

/// What an authority of the store says in the certificate that answers a request. Not modal. GUI thread; the work is
/// done in a job thread.
class SigningDialog final : public QDialog {
    Q_OBJECT
public:
    /// `editor` must outlive the dialog; those of `certificates` with a key and the CA flag may sign.
    SigningDialog(const CertificateRequest &request, const std::vector<StoredCertificate> &certificates,
                  StoreEditor &editor, QWidget *parent);

Q_SIGNALS:
    void answered(const sealport::RequestAnswer &answer);

private:
    void begin();
    void check();
    void sign();
    [[nodiscard]] CertificateSpec terms() const;

    const CertificateRequest m_request;
    StoreEditor &m_editor;
    QComboBox *m_template;
    AuthorityChoice *m_signedBy;
    ValidityFields *m_validity;
    FieldNote *m_validityNote;
    PurposeBoxes *m_purposes;
    MessageBar *m_message;
    QPushButton *m_sign;
};

} // namespace sealport
