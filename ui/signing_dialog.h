#pragma once

#include "model/certificates/certificate_request.h"
#include "model/certificates/certificate_store.h"
#include "model/certificates/request_signing.h"
#include "ui/issuing_dialog.h"

#include <vector>

class QComboBox;

namespace sealport {

class AuthorityChoice;
class FieldNote;
class PurposeBoxes;
class UrlFields;
class ValidityFields;

/// What an authority of the store says in the certificate that answers a request. The purposes that the request asks
/// for are proposed; nobody becomes an authority by asking alone.
class SigningDialog final : public IssuingDialog {
    Q_OBJECT
public:
    /// Those of `certificates` with a key and the CA flag may sign.
    SigningDialog(const CertificateRequest &request, const std::vector<StoredCertificate> &certificates,
                  StoreEditor &editor, QWidget *parent);

Q_SIGNALS:
    void answered(const sealport::RequestAnswer &answer);

protected:
    void carryOut() override;

private:
    void buildForm();
    void begin(); ///< anew with another template
    void takeSigner();
    void check();
    [[nodiscard]] CertificateSpec terms() const;

    const CertificateRequest m_request;
    const RequestedUse m_asked;
    QComboBox *m_template;
    FieldNote *m_templateNote;
    AuthorityChoice *m_signedBy;
    ValidityFields *m_validity;
    FieldNote *m_validityNote;
    PurposeBoxes *m_purposes;
    UrlFields *m_urls;
};

} // namespace sealport
