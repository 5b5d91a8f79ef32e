#pragma once

#include "model/certificates/certificate_store.h"
#include "model/sockets/store_editor.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace sealport {

class MessageBar;

/// Asks for what a new certificate shall say and has it made; not modal, so that another one can be looked at
/// meanwhile. It opens filled in for localhost: one press of Create makes a usable certificate. GUI thread.
class CertificateDialog final : public QDialog {
    Q_OBJECT
public:
    CertificateDialog(StoreEditor &editor, QWidget *parent);

    /// Those with a key and the CA flag may sign; the first of them is proposed.
    void setCertificates(const std::vector<StoredCertificate> &certificates);

Q_SIGNALS:
    void created(const sealport::StoredCertificate &certificate);

private:
    [[nodiscard]] CertificateOrder request() const;
    void create();
    void setBusy(bool busy);

    StoreEditor &m_editor;
    std::vector<StoredCertificate> m_issuers;
    QLineEdit *m_name;
    QLineEdit *m_alternativeNames;
    QComboBox *m_key;
    QSpinBox *m_days;
    QComboBox *m_issuer;
    QProgressBar *m_progress;
    MessageBar *m_message;
    QPushButton *m_create;
};

} // namespace sealport
