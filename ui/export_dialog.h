#pragma once

#include "model/base/throttle.h"
#include "model/certificates/certificate_source.h"
#include "model/certificates/certificate_writer.h"
#include "model/sockets/store_editor.h"

#include <QDialog>

#include <memory>
#include <optional>
#include <stop_token>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sealport {

class FieldNote;
class MessageBar;
class SecretField;

/// In which form, protected by what and where to a certificate is written. Not modal. GUI thread; the writing is done
/// in a job thread.
class ExportDialog final : public QDialog {
    Q_OBJECT
public:
    /// `editor` must outlive the dialog.
    ExportDialog(const StoredCertificate &stored, std::shared_ptr<const CertificateSource> source, StoreEditor &editor,
                 QWidget *parent = nullptr);

    /// What is being written is not stopped by it: the dialog waits for its end, and says what came of it.
    void reject() override;

Q_SIGNALS:
    void fileNoted(); ///< what is said about the file is about the one typed last
    /// `kept` is what stood there before.
    void exported(const QString &file, const std::optional<sealport::Trash::Item> &kept);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void fillFormats();
    void updateFields();
    void findFile();
    void browse();
    void write();
    void setBusy(bool isBusy);
    [[nodiscard]] ExportFormat format() const;

    const StoredCertificate m_stored;
    const std::shared_ptr<const CertificateSource> m_source;
    StoreEditor &m_editor;
    QWidget *m_fields;
    QFormLayout *m_form;
    QComboBox *m_format;
    QLabel *m_protection;
    SecretField *m_keyPassphrase; ///< of a key that is locked
    SecretField *m_passphrase;
    SecretField *m_again;
    FieldNote *m_passphraseNote;
    QLineEdit *m_file;
    FieldNote *m_fileNote;
    MessageBar *m_message;
    QPushButton *m_write;
    QPushButton *m_cancel;
    Throttle m_fileChanged;     ///< a key is pressed often
    std::stop_source m_asked{}; ///< for the file
    bool m_isBusy = false;
};

} // namespace sealport
