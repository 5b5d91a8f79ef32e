#pragma once

#include "model/certificates/certificate_store.h"
#include "model/sockets/certificate_orders.h"

#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QRadioButton;
class QToolButton;

namespace sealport {

class AlternativeNamesField;
class AuthorityChoice;
class FieldNote;
class FurtherCertificateFields;
class KeyChoice;
class SecretField;
class ValidityFields;

/// What a new certificate, or a request for one, shall say. Filled in for localhost. Says below each field what is
/// wrong with it. A part of CertificateDialog, with its access keys. GUI thread.
class CertificateForm final : public QWidget {
    Q_OBJECT
public:
    explicit CertificateForm(QWidget *parent);

    /// Those with a key and the CA flag may sign; the first of them is proposed.
    void setCertificates(const std::vector<StoredCertificate> &certificates);

    [[nodiscard]] bool isRequest() const;
    /// "Now" is this moment.
    [[nodiscard]] CertificateOrder order() const;
    /// After a pass phrase that opens nothing.
    void focusPassphrase();
    /// What would be refused; shows it, and what clients would say to the certificate.
    std::vector<Error> check();

Q_SIGNALS:
    void changed();
    void rearranged(); ///< other rows are shown

private:
    struct Row {
        QLabel *label;
        QWidget *field;
    };
    void buildFields();
    void buildMore();
    void connectFields();
    Row addRow(const QString &text, QWidget *buddy, QWidget *field);
    QWidget *buildKinds();
    void setMoreShown(bool isShown);
    void begin(); ///< anew with another template
    void proposeNames();
    void proposeEnd();
    void updateRows();
    bool updateIssuerPassphrase(); ///< true: the row appeared or went
    void judge(const CertificateOrder &order);
    [[nodiscard]] CertificateTemplate kind() const;
    /// None: it signs itself, or it is a request.
    [[nodiscard]] std::optional<StoredCertificate> issuer() const;

    QGridLayout *m_grid;
    QComboBox *m_template;
    QRadioButton *m_asCertificate;
    QRadioButton *m_asRequest;
    QLineEdit *m_name;
    FieldNote *m_nameNote;
    AlternativeNamesField *m_names;
    KeyChoice *m_key;
    ValidityFields *m_validity;
    FieldNote *m_validityNote;
    AuthorityChoice *m_signedBy;
    SecretField *m_issuerPassphrase;
    QToolButton *m_more;
    FurtherCertificateFields *m_further;
    FieldNote *m_judgement;
    std::vector<Row> m_ofCertificates; ///< what requests do not say
    Row m_namesRow{};
    Row m_signedByRow{};
    Row m_issuerPassphraseRow{};
    bool m_isNameTouched = false;
    std::optional<Certificate> m_shownIssuer; ///< whose pass phrase is typed
};

} // namespace sealport
