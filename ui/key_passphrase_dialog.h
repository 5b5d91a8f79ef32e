#pragma once

#include "model/certificates/certificate_store.h"
#include "model/sockets/store_editor.h"
#include "ui/keyring.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace sealport {

class MessageBar;
class SecretField;

/// Gives the key of a certificate of the store a pass phrase, changes it or takes it away; and lets the keyring forget
/// it. Not modal. GUI thread; the work is done in a job thread.
class KeyPassphraseDialog final : public QDialog {
    Q_OBJECT
public:
    /// `editor` and `keyring` must outlive the dialog; `keyring` is null where there is none.
    KeyPassphraseDialog(const StoredCertificate &stored, StoreEditor &editor, Keyring *keyring,
                        QWidget *parent = nullptr);

Q_SIGNALS:
    void changed(const QString &sentence); ///< what was done

private:
    void build();
    [[nodiscard]] QString missing() const; ///< why nothing can be applied yet; empty: it can
    void updateFields();
    void apply(bool isRemoving);
    void finish(const Result<QStringList> &written, bool isRemoving);
    void forget();

    const StoredCertificate m_stored;
    StoreEditor &m_editor;
    Keyring *m_keyring;
    SecretField *m_current;
    SecretField *m_new;
    SecretField *m_again;
    QLabel *m_hint;
    QWidget *m_remembered;
    MessageBar *m_message;
    QPushButton *m_apply;
    QPushButton *m_remove;
    bool m_isBusy = false;
};

} // namespace sealport
