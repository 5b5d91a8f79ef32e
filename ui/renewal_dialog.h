#pragma once

#include "model/certificates/certificate_store.h"
#include "ui/issuing_dialog.h"

class QLabel;

namespace sealport {

class FieldNote;
class ValidityFields;

/// For how long a certificate of the store shall live on: a new one that says the same, for the same key, signed by
/// whom the old one was.
class RenewalDialog final : public IssuingDialog {
    Q_OBJECT
public:
    RenewalDialog(const StoredCertificate &old, StoreEditor &editor, QWidget *parent);

Q_SIGNALS:
    void renewed(const sealport::StoredCertificate &certificate);

protected:
    void carryOut() override;

private:
    void check();
    void showSigner(const Result<StoredCertificate> &found);

    const StoredCertificate m_old;
    QLabel *m_signerName;
    ValidityFields *m_validity;
    FieldNote *m_validityNote;
    SecretField *m_passphrase;
};

} // namespace sealport
