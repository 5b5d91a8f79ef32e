#pragma once

#include "model/certificates/certificate_store.h"
#include "model/sockets/store_editor.h"

#include <QDialog>

#include <optional>
#include <stop_token>
#include <vector>

class QDialogButtonBox;
class QPushButton;

namespace sealport {

class CertificateForm;
class FormArea;
class MessageBar;

/// Asks for what a new certificate, or a request for one, shall say and has it made; not modal, so that another one can
/// be looked at meanwhile. It opens filled in for localhost: one press of Create makes a usable certificate. While a
/// key is being made, Cancel ends that and leaves the dialog as it was. GUI thread.
class CertificateDialog final : public QDialog {
    Q_OBJECT
public:
    CertificateDialog(StoreEditor &editor, QWidget *parent);
    ~CertificateDialog() override;

    /// Those with a key and the CA flag may sign; the first of them is proposed.
    void setCertificates(const std::vector<StoredCertificate> &certificates);

    void reject() override;

Q_SIGNALS:
    void created(const sealport::StoredCertificate &certificate);
    void requested(const sealport::StoredRequest &request);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    enum class Room { AtLeast, Exactly };
    void check();
    void create();
    void finish(const std::optional<Error> &error);
    void setBusy(bool isBusy);
    void makeRoom(Room room);

    StoreEditor &m_editor;
    CertificateForm *m_form;
    FormArea *m_area;
    QWidget *m_progress;
    MessageBar *m_message;
    QDialogButtonBox *m_buttons;
    QPushButton *m_create;
    std::optional<std::stop_source> m_making; ///< while a key is being made
};

} // namespace sealport
