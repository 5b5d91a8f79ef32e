#pragma once

#include "model/certificates/revoked_certificates.h"
#include "ui/issuing_dialog.h"

class QComboBox;
class QLabel;

namespace sealport {

class FieldNote;
class TimeChoice;

/// Why a certificate is revoked that an authority of the store has issued, or that it is on hold no more, and when its
/// authority writes the next list.
class RevocationDialog final : public IssuingDialog {
    Q_OBJECT
public:
    /// Only what is on hold can be taken off the list again.
    RevocationDialog(const StoredCertificate &stored, RevocationState state, StoreEditor &editor, QWidget *parent);

Q_SIGNALS:
    void revoked(const sealport::Revocation &revocation);

protected:
    void carryOut() override;

private:
    void check();
    void sayWhatHappens();
    [[nodiscard]] bool isLifting() const;
    void showSigner(const Result<StoredCertificate> &found);

    const Certificate m_certificate;
    QLabel *m_signerName;
    QComboBox *m_reason;
    TimeChoice *m_nextUpdate;
    FieldNote *m_dateNote;
};

} // namespace sealport
