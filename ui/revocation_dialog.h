#pragma once

#include "ui/issuing_dialog.h"

class QComboBox;
class QLabel;

namespace sealport {

class FieldNote;
class TimeChoice;

/// Why a certificate is revoked that an authority of the store has issued, and when its authority writes the next list.
class RevocationDialog final : public IssuingDialog {
    Q_OBJECT
public:
    RevocationDialog(const StoredCertificate &stored, StoreEditor &editor, QWidget *parent);

Q_SIGNALS:
    void revoked(const sealport::Revocation &revocation);

protected:
    void carryOut() override;

private:
    void check();
    void showSigner(const Result<StoredCertificate> &found);

    const Certificate m_certificate;
    QLabel *m_signerName;
    QComboBox *m_reason;
    TimeChoice *m_nextUpdate;
    FieldNote *m_dateNote;
};

} // namespace sealport
